from datetime import date, datetime, timedelta

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.refusals import Overtaken, insist
from joinedup.domain.expectations.kinds import Settled
from joinedup.domain.expectations.letters import letters_asking, letters_showing
from joinedup.domain.expectations.models import KindAnswer, KindAsking
from joinedup.domain.expectations.queries import (
    answer_for,
    kind_found,
    members_asked,
    passed,
    what_members_said,
    with_answers,
)
from joinedup.domain.expectations.rules import (
    why_not_answer,
    why_not_answered,
    why_not_ask,
    why_not_asked_until,
    why_not_put_kind,
    why_not_settle,
    why_not_settled,
)
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import post_many
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person

DAILY = timedelta(days=1)
ANSWERED_MEANWHILE = (
    "Somebody else answered for the same member while you had this open. Nothing was overwritten. "
    "Send yours again to put it in place of theirs."
)


@transaction.atomic
def ask_kind(partnership: Partnership, *, closes_on: date, by: Person, at: datetime) -> KindAsking:
    """Ask each member by itself what kind of partnership it is, with a last day to answer."""
    day = day_of(at)
    insist(why_not_ask(partnership, by, day))
    insist(why_not_asked_until(closes_on, day), "closes_on")
    asking = KindAsking.objects.create(
        partnership=partnership, asked_on=day, asked_at=at, asked_by=by, closes_on=closes_on
    )
    record("kind.asked", partnership, by=by, at=at, on=in_words(closes_on))
    post_many(letters_asking(asking, day), at=at)
    return asking


@transaction.atomic
def answer_kind(
    asking: KindAsking,
    membership: Membership,
    *,
    version: int,
    by: Person,
    at: datetime,
    **answers: str,
) -> KindAnswer:
    """Say for a member what kind it is, or say it anew; the last member's answer opens them all.

    ``version`` is that of the answer the person saw there was, 0 where there was none.
    """
    # Of two last members at one moment, the second must find the first one's answer.
    asking = _held(asking)
    insist(why_not_answer(asking, membership, by, day_of(at)))
    insist(why_not_answered(answers))
    there = answer_for(asking, membership)
    if there and (there.answered_by, there.answers) == (by, answers):
        return there
    if (there.version if there else 0) != version:
        raise Overtaken(ANSWERED_MEANWHILE)
    said = {**answers, "answered_at": at, "answered_by": by}
    if there:
        change(there, expecting=(None, version), **said)
    else:
        there = KindAnswer.objects.create(asking=asking, membership=membership, **said)
    record("kind.answered", asking.partnership, by=by, at=at, member=membership.member_name)
    if not members_asked(asking, day_of(at), silent=True).exists():
        _open_to_all(_held(asking), at=at)
    return there


def _held(asking: KindAsking) -> KindAsking:
    """Return the asking as it is now, which nobody else changes until this act is done."""
    KindAsking.objects.select_for_update().get(pk=asking.pk)
    return with_answers(KindAsking.objects.all()).get(pk=asking.pk)


def _open_to_all(asking: KindAsking, *, at: datetime) -> None:
    """Let all members see the answers from now on, and note whether they differ."""
    found = what_members_said(asking, day_of(at))
    change(asking, expecting=(None, asking.version), shown_at=at, differs=found.is_difference)
    record("kind.shown", asking.partnership, by=None, at=at)
    post_many(letters_showing(asking, day_of(at)), at=at)


@job("expectations.show", every=DAILY)
def open_passed(*, at: datetime) -> None:
    """Note that answers are open to all where the last day to answer has passed."""
    for asking in passed(day_of(at)):
        _open_to_all(asking, at=at)


@transaction.atomic
def settle_kind(
    asking: KindAsking,
    *,
    version: int,
    settled: str,
    kind: str = "",
    because: str,
    by: Person,
    at: datetime,
) -> None:
    """Write down how members deal with seeing it differently: they agree now, or they differ."""
    insist(why_not_settle(asking, by, day_of(at)))
    missing = "kind" if settled == Settled.AGREED and not kind else "because"
    insist(why_not_settled(settled, kind, because), missing)
    change(
        asking,
        expecting=(None, version),
        settled=settled,
        settled_kind=kind if settled == Settled.AGREED else "",
        settled_because=because.strip(),
        settled_at=at,
        settled_by=by,
    )
    agreed = f"they agree now that it is {asking.get_settled_kind_display().lower()}"
    outcome = agreed if settled == Settled.AGREED else "they differ, and say why"
    record("kind.settled", asking.partnership, by=by, at=at, because=because, outcome=outcome)


@transaction.atomic
def put_kind_in_record(asking: KindAsking, *, by: Person, at: datetime) -> None:
    """Put the kind that members agree on in the shared record."""
    insist(why_not_put_kind(asking, by, day_of(at)))
    kind, partnership = kind_found(asking, day_of(at)), asking.partnership
    change_partnership(partnership, version=partnership.version, by=by, at=at, kind=kind)
