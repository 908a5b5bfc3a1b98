"""Stating an idea, saying how it stands to what is there already, and going on or joining."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from joinedup.domain.arrangements.actions import keep_arrangement
from joinedup.domain.arrangements.kinds import WHY_NOT, Scope
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.ideas.kinds import OverlapChoice
from joinedup.domain.ideas.models import Idea, OverlapAnswer
from joinedup.domain.ideas.queries import overlaps_of
from joinedup.domain.ideas.rules import (
    TOLD,
    why_not_answer,
    why_not_change_idea,
    why_not_decline,
    why_not_explain,
    why_not_keep_idea,
    why_not_propose,
    why_not_told,
)
from joinedup.domain.journal.actions import record
from joinedup.domain.leads.queries import lead_of
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import (
    change_partnership,
    move_partnership,
    register_partnership,
)
from joinedup.domain.partnerships.actions.keeping import area_at
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.stakeholders.actions import add_stakeholder
from joinedup.domain.stakeholders.rules import why_not_on_map

OF_RECORD = ("name", "purpose", "area", "place", "themes")


def insist_on_told(told: dict[str, Any]) -> None:
    """Refuse an idea that leaves a part out, beside the field that mends it."""
    for part in TOLD:
        if part in told:
            insist(why_not_told(part, told[part]), part)


def of_record(told: dict[str, Any]) -> dict[str, Any]:
    """Take out of what is told of an idea what stands in its record."""
    return {part: told.pop(part) for part in OF_RECORD if part in told}


@transaction.atomic
def state_idea(
    name: str,
    *,
    host: Organisation,
    likely_partners: Iterable[Organisation] = (),
    by: Person,
    at: datetime,
    **told: Any,
) -> Idea:
    """Write an idea down: its record in the register at the state of idea, and what is its own."""
    insist_on_told({part: told.get(part, "") for part in TOLD})
    entered = of_record(told)
    if "place" in entered:
        entered["area"] = area_at(*entered.pop("place"))
    partnership = register_partnership(name, host=host, by=by, at=at, **entered, state=State.IDEA)
    return note_idea(partnership, likely_partners, told, by=by, at=at)


@transaction.atomic
def explain_idea(
    partnership: Partnership,
    *,
    record_version: int,
    likely_partners: Iterable[Organisation] = (),
    by: Person,
    at: datetime,
    **told: Any,
) -> Idea:
    """Write down the idea behind a record that was registered as one without it."""
    insist(why_not_explain(partnership, by, day_of(at)))
    insist_on_told({part: told.get(part, "") for part in TOLD})
    entered = of_record(told)
    change_partnership(partnership, version=record_version, by=by, at=at, **entered)
    return note_idea(partnership, likely_partners, told, by=by, at=at)


def note_idea(
    partnership: Partnership,
    likely_partners: Iterable[Organisation],
    told: dict[str, Any],
    *,
    by: Person,
    at: datetime,
) -> Idea:
    """Keep what is the idea's own."""
    idea = Idea.objects.create(partnership=partnership, **told, stated_at=at, stated_by=by)
    idea.likely_partners.set(likely_partners)
    record("idea.stated", partnership, by=by, at=at)
    return idea


@transaction.atomic
def change_idea(
    idea: Idea,
    *,
    version: int,
    record_version: int,
    likely_partners: Iterable[Organisation] | None = None,
    by: Person,
    at: datetime,
    **told: Any,
) -> None:
    """Put the idea in other words, while it is one and as long as nobody else did meanwhile.

    Its record is another thing that others change too, so both must be as the person saw them.
    """
    insist(why_not_change_idea(idea, by, day_of(at)))
    insist_on_told(told)
    entered = of_record(told)
    change(idea, expecting=(None, version), **told)
    change_partnership(idea.partnership, version=record_version, by=by, at=at, **entered)
    if likely_partners is not None:
        idea.likely_partners.set(likely_partners)
    record("idea.changed", idea.partnership, by=by, at=at)


@transaction.atomic
def answer_overlap(
    idea: Idea, thing: str, *, choice: str, words: str, version: int, by: Person, at: datetime
) -> None:
    """Say how the idea stands to the ``thing`` of this public identifier that is there already."""
    day = day_of(at)
    insist(why_not_change_idea(idea, by, day))
    alike = {one.thing.public_id: one for one in overlaps_of(idea, by, day)}
    found = alike.get(thing)
    insist(why_not_answer(found, choice, words), "choice" if words.strip() else "words")
    change(idea, expecting=(None, version))
    if found is not None:
        OverlapAnswer.objects.create(
            idea=idea,
            **{"arrangement" if found.is_arrangement else "partnership": found.thing},
            choice=OverlapChoice(choice),
            words=words.strip(),
            answered_at=at,
            answered_by=by,
        )
    # Without the name of the other thing: not everybody who reads this history may open that.
    record("idea.compared", idea.partnership, by=by, at=at)


@transaction.atomic
def scope_idea(
    idea: Idea, *, noes: Iterable[Scope], version: int, by: Person, at: datetime
) -> None:
    """Note which of the four questions were answered no; none makes it a partnership."""
    insist(why_not_change_idea(idea, by, day_of(at)))
    values = [Scope(each).value for each in noes]
    change(idea, expecting=(None, version), noes=values, scoped_at=at, scoped_by=by)
    record("idea.scoped", idea.partnership, by=by, at=at, passed=not values)


@transaction.atomic
def propose_idea(idea: Idea, *, because: str, by: Person, at: datetime) -> None:
    """Propose the idea; whom it might be put to is on the map of who should be here from then."""
    insist(why_not_propose(idea, by, day_of(at)))
    partnership, asks = idea.partnership, idea.asked_of_partner
    move_partnership(partnership, State.PROPOSED, because=because, by=by, at=at)
    for body in idea.likely_partners.order_by("pk"):
        if why_not_on_map(partnership, body, "", day_of(at)) is None:
            add_stakeholder(partnership, body, asks=asks, by=by, at=at)


@transaction.atomic
def decline_idea(idea: Idea, *, because: str, by: Person, at: datetime) -> None:
    """Give the idea up, to join what is there already instead."""
    insist(why_not_decline(idea, by, day_of(at)))
    move_partnership(idea.partnership, State.DECLINED, because=because, by=by, at=at)


@transaction.atomic
def keep_idea(idea: Idea, *, kind: str, by: Person, at: datetime) -> None:
    """Put what is not a partnership on the lead host's list of related arrangements instead."""
    day = day_of(at)
    insist(why_not_keep_idea(idea, by, day))
    partnership = idea.partnership
    if lead := lead_of(partnership, day):
        name, note = partnership.name, partnership.purpose
        keep_arrangement(lead, name, kind=kind, from_on=day, note=note, by=by, at=at)
    because = " ".join(WHY_NOT[Scope(no)] for no in idea.noes)
    move_partnership(partnership, State.DECLINED, because=because, by=by, at=at)
