from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.refusals import insist
from joinedup.domain.confirmations.kinds import MATTERS, WINDOW
from joinedup.domain.confirmations.models import Challenge, Confirmation
from joinedup.domain.confirmations.queries import places_to_confirm
from joinedup.domain.confirmations.rules import (
    why_not_answer,
    why_not_challenge,
    why_not_confirm,
    why_not_confirm_places,
    why_not_these,
)
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import entry_of, record, record_many
from joinedup.domain.journal.models import Entry
from joinedup.domain.notices.actions import Letter, post_many
from joinedup.domain.notices.wording import letter
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Holder, Membership, Partnership
from joinedup.domain.partnerships.queries import held_seats
from joinedup.domain.people.models import Person

DAILY = timedelta(days=1)


@transaction.atomic
def confirm_record(membership: Membership, *, by: Person, at: datetime) -> None:
    """Give a member's word that what the record says is right."""
    insist(why_not_confirm(membership, by, at))
    Confirmation.objects.create(membership=membership, confirmed_at=at, confirmed_by=by)
    name = membership.member_name
    record("record.confirmed", membership.partnership, by=by, at=at, member=name)


@transaction.atomic
def say_of_record(
    membership: Membership, *, is_right: bool, words: str, by: Person, at: datetime
) -> None:
    """Confirm the record for a member, or say what is wrong with it for an answer."""
    if is_right:
        confirm_record(membership, by=by, at=at)
        return
    insist(why_not_confirm(membership, by, at))
    insist(None if words.strip() else "Say what is wrong.", "words")
    keep_challenge(membership, None, words, by=by, at=at)


@transaction.atomic
def challenge_change(
    membership: Membership, entry: Entry, *, words: str, by: Person, at: datetime
) -> Challenge:
    """Question what another side reported, while it may still be questioned."""
    insist(why_not_challenge(membership, entry, by, at))
    return keep_challenge(membership, entry, words, by=by, at=at)


def keep_challenge(
    membership: Membership, entry: Entry | None, words: str, *, by: Person, at: datetime
) -> Challenge:
    """Keep a question until somebody who keeps the record answers it."""
    partnership = membership.partnership
    challenge = Challenge.objects.create(
        partnership=partnership,
        membership=membership,
        entry=entry,
        words=words.strip(),
        asked_at=at,
        asked_by=by,
    )
    record("record.questioned", partnership, by=by, at=at, member=membership.member_name)
    return challenge


@transaction.atomic
def answer_challenge(challenge: Challenge, *, answer: str, by: Person | None, at: datetime) -> None:
    """Answer a question; question and answer stay with the record."""
    insist(why_not_answer(challenge, by, at))
    change(
        challenge,
        expecting=(None, challenge.version),
        answer=answer.strip(),
        answered_at=at,
        answered_by=by,
    )
    name = challenge.membership.member_name
    record("record.answered", challenge.partnership, by=by, at=at, member=name)


@transaction.atomic
def confirm_seats(
    organisation: Organisation, holders: Collection[Holder], *, by: Person | None, at: datetime
) -> int:
    """Say that these people still sit where they do; return how many. It is asked once a year."""
    day = day_of(at)
    insist(why_not_confirm_places(organisation, by, day))
    insist(why_not_these(holders), "places")
    theirs = list(places_to_confirm(organisation, day).filter(pk__in=[one.pk for one in holders]))
    Holder.objects.filter(pk__in=[one.pk for one in theirs]).update(confirmed_on=day)
    record_many(
        [
            entry_of(
                "seat.confirmed",
                one.seat.membership.partnership,
                by=by,
                at=at,
                seat=one.seat.public_id,
                capacity=one.seat.capacity,
                member=one.seat.membership.member_name,
                person=one.person.public_id,
            )
            for one in theirs
        ]
    )
    return len(theirs)


@job("confirmations.tell", every=DAILY)
def tell_changes(*, at: datetime) -> None:
    """Write to those who sit on a partnership what others changed the day before.

    One mail for a person and day, however much was changed in however many partnerships.
    """
    last = day_of(at) - DAILY
    recent = Entry.objects.filter(kind="partnership", verb__in=MATTERS, at__gte=at - 2 * DAILY)
    entries = [each for each in recent.exclude(by="") if day_of(each.at) == last]
    changed = Partnership.objects.filter(public_id__in={entry.thing for entry in entries})
    told: dict[Person, dict[str, str]] = defaultdict(dict)
    for holder in held_seats(changed, day_of(at)):
        partnership = holder.seat.membership.partnership
        theirs = [e for e in entries if e.thing == partnership.public_id]
        if holder.person.email and any(e.by != holder.person.public_id for e in theirs):
            link = f"{settings.ADDRESS}/partnerships/{partnership.public_id}/changes/"
            told[holder.person][partnership.name] = link
    until = in_words(last + WINDOW)
    post_many(
        (
            Letter(
                person,
                *letter("changes", person=person, changed=sorted(links.items()), until=until),
                "partnership.changes",
                key=f"changes:{person.public_id}:{last.isoformat()}",
            )
            for person, links in told.items()
        ),
        at=at,
    )
