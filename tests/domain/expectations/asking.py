"""Asking the members of the Safer Places group, and answering for them."""

from datetime import timedelta

from joinedup.domain.expectations.actions import answer_kind, ask_kind
from joinedup.domain.expectations.models import KindAsking
from tests.domain.expectations.test_comparing import said

DAYS = timedelta(days=14)
# Who answers for which member; for Thornford its officer does, as nobody holds its place.
SPEAKERS = {
    "thornford": "priya",
    "county": "colin",
    "police": "ruth",
    "riverside": "ade",
    "mosque": "nadia",
    "academy": "owen",
}


def asked(cast, at, by="priya") -> KindAsking:
    """Ask the members, with a fortnight to answer."""
    return ask_kind(cast.safer, closes_on=at.date() + DAYS, by=cast.people[by], at=at)


def answer(cast, asking, at, body, columns, *, by="", version=0):
    """Answer for a member in six figures, 1 to 4, of the columns."""
    by, member = cast.people[by or SPEAKERS[body]], cast.memberships[body]
    answers = said(body, columns).answers
    return answer_kind(asking, member, version=version, by=by, at=at, **answers)


def all_answered(cast, at, **answers) -> KindAsking:
    """Ask, and have every member answer: coordinated, where nothing else is given."""
    asking = asked(cast, at)
    for body in SPEAKERS:
        answer(cast, asking, at, body, answers.get(body, "333333"))
    return KindAsking.objects.get(pk=asking.pk)
