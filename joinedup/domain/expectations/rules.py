from collections.abc import Mapping
from datetime import date

from joinedup.domain.basics.days import current, in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.expectations.kinds import COLUMNS, LONGEST_WAIT, QUESTIONS, Settled
from joinedup.domain.expectations.models import KindAsking
from joinedup.domain.expectations.queries import (
    asked_again,
    compared,
    kind_found,
    latest_asking,
    own_memberships,
)
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.rules import ENDED, why_not_keep
from joinedup.domain.people.models import Person

ONLY = "Only the lead host’s officers, the chair and the coordinator can {do}."
TWO = 2


def why_not_ask(partnership: Partnership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not ask the members now what kind of partnership it is, or None."""
    if partnership.state in OVER:
        return ENDED
    if why_not_keep(partnership, person, day):
        return ONLY.format(do="ask the members what kind of partnership this is")
    if partnership.memberships.filter(current(day)).count() < TWO:
        return "There is nothing to compare before it has two members. Add them first."
    latest = KindAsking.objects.filter(partnership=partnership).first()
    if latest is None:
        return None
    if not latest.is_open_to_all(day):
        return f"The members are being asked already, until {in_words(latest.closes_on)}."
    if latest.asked_on == day:
        return "The members were asked today already. Ask again from tomorrow."
    return None


def why_not_asked_until(closes_on: date, day: date) -> str | None:
    """Return why the members cannot be given until this day to answer, or None."""
    if closes_on <= day:
        return "Choose a day that is still to come."
    if closes_on > day + LONGEST_WAIT:
        return "Choose a day within half a year. Nobody sees any answer before it."
    return None


def why_not_answer(
    asking: KindAsking, membership: Membership, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not answer for this member now, or None."""
    if asking.partnership.state in OVER:
        return ENDED
    if asking.is_open_to_all(day):
        return "The answers are open to all members now, so nobody can change one any more."
    if not own_memberships(asking, person, day).filter(pk=membership.pk).exists():
        return f"You do not speak for {membership.member_name} in this partnership."
    return None


def why_not_answered(answers: Mapping[str, str]) -> str | None:
    """Return why these answers are not whole, or None."""
    for name, question in QUESTIONS.items():
        if answers.get(name) not in COLUMNS:
            return f"Give an answer to “{question.text}”"
    return None


def why_not_settle(asking: KindAsking, person: Person, day: date) -> str | None:
    """Return why ``person`` may not write down how members deal with a difference, or None."""
    if asking.partnership.state in OVER:
        return ENDED
    if why_not_keep(asking.partnership, person, day):
        return ONLY.format(do="write down how the members deal with it")
    found = compared(asking, day)
    if found is None:
        return "This is for when the answers are open to all."
    if asked_again(asking):
        return "The members have been asked again since. Settle what they said then."
    if not found.is_comparison:
        return f"{found.sentence} Ask them again."
    if found.agreed:
        return "The members agree, so there is nothing to settle."
    return None


def why_not_settled(settled: str, kind: str, because: str) -> str | None:
    """Return why this does not say how members deal with a difference, or None."""
    if settled == Settled.AGREED and kind not in COLUMNS:
        return "Say which kind you agree on."
    return None if folded(because) else "Say why."


def why_not_put_kind(asking: KindAsking, person: Person, day: date) -> str | None:
    """Return why the kind that members agree on may not be put in the record, or None."""
    if asking.partnership.state in OVER:
        return ENDED
    if why_not_keep(asking.partnership, person, day):
        return ONLY.format(do="put the kind in the record")
    if asked_again(asking):
        return "The members have been asked again since."
    kind = kind_found(asking, day)
    if kind is None:
        return "The members have not agreed on one kind."
    if asking.partnership.kind == kind:
        return f"The record says so already: {kind.label.lower()}."
    return None


def why_not_draft_agreement(partnership: Partnership, day: date) -> str | None:
    """Return why the members should not begin to write an agreement yet, or None.

    Partners who picture different things sign one text and mean two, so they are asked first.
    """
    asking = latest_asking(partnership)
    if asking is None:
        return (
            "Nobody has asked the members yet what kind of partnership this is. "
            "Ask them before an agreement is drafted."
        )
    found = compared(asking, day)
    if found is None:
        return (
            "The members are being asked what kind of partnership this is, until "
            f"{in_words(asking.closes_on)}. An agreement can be drafted after that."
        )
    if found.agreed or asking.settled:
        return None
    if not found.is_comparison:
        return f"{found.sentence} Ask them again before an agreement is drafted."
    return (
        f"{found.sentence} Write down how you deal with it before an agreement is drafted: "
        "that you agree now, or that you differ and why."
    )
