from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from joinedup.domain.basics.days import LONDON, day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.jobs.actions import enqueue_many
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.actions.opening import remind_round
from joinedup.domain.reviews.models import Round
from joinedup.domain.reviews.rules import why_not_remind
from joinedup.domain.running.kinds import FIRST_HOUR
from joinedup.domain.running.models import PlannedReminder
from joinedup.domain.running.queries import not_yet_invited, reminders_due
from joinedup.domain.running.rules import why_not_days, why_not_plan_reminders

REMIND = "running.remind_round"


@transaction.atomic
def plan_reminders(round: Round, days: Collection[int], *, by: Person, at: datetime) -> None:
    """Settle on which days before the close reminders go out; what has been sent stays sent."""
    insist(why_not_plan_reminders(round, by, day_of(at)))
    insist(why_not_days(days), "days")
    waiting = round.planned_reminders.filter(done_on__isnull=True)
    waiting.exclude(days_before__in=days).delete()
    there = set(round.planned_reminders.values_list("days_before", flat=True))
    PlannedReminder.objects.bulk_create(
        PlannedReminder(round=round, days_before=each) for each in sorted(set(days) - there)
    )
    told = ", ".join(str(each) for each in sorted(set(days), reverse=True))
    record("reminders.planned", round, by=by, at=at, days=told)


@transaction.atomic
def remind_invited_people(round: Round, *, by: Person | None, at: datetime) -> int:
    """Remind those who were invited and have not sent; returns how many, never who."""
    return remind_round(round, by=by, at=at, leaving_out=not_yet_invited(round))


@job("running.remind", every=timedelta(minutes=15))
def remind_when_due(*, at: datetime) -> None:
    """Have each round with a reminder due reminded by a job of its own, never at night."""
    if at.astimezone(LONDON).hour < FIRST_HOUR:
        return
    rounds = {planned.round for planned in reminders_due(day_of(at))}
    enqueue_many(
        Job(
            name=REMIND,
            key=f"{round.public_id}:{day_of(at)}",
            run_at=at,
            arguments={"round": round.public_id},
        )
        for round in sorted(rounds, key=lambda each: each.pk)
    )


@job(REMIND)
def remind_as_planned(*, round: str, at: datetime) -> None:
    """Send one reminder of a round, however many of its days have come; each day is used once."""
    due = [each for each in reminders_due(day_of(at)) if each.round.public_id == round]
    keys = [each.pk for each in due]
    waiting = PlannedReminder.objects.filter(pk__in=keys, done_on__isnull=True)
    if not waiting.update(done_on=day_of(at)):
        return
    found = Round.objects.select_related("host", "opened_by", "instrument").get(public_id=round)
    if why_not_remind(found, None, day_of(at)) is None:
        remind_invited_people(found, by=None, at=at)
