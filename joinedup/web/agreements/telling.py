"""An agreement as its pages tell it: how far each group has come, and what is proposed."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from joinedup.domain.agreements.drafting import Draft, passages_in
from joinedup.domain.agreements.kinds import Form, ProposalState, Standing
from joinedup.domain.agreements.models import Clause, Edition, Proposal
from joinedup.domain.agreements.papers import blocks_of
from joinedup.domain.agreements.queries import open_proposals, own_memberships, proposals_on
from joinedup.domain.agreements.rules import why_not_draft, why_not_open
from joinedup.domain.clauses.differences import SAME, Altered, Piece, compared
from joinedup.domain.clauses.texts import put_together
from joinedup.domain.documents.blocks import Block

COLOURS = {Standing.TO_DO: "blue", Standing.IN_AGREEMENT: "", Standing.NOT_NEEDED: ""}
EDITION_COLOURS = {"OFFERED": "yellow", "SIGNED": "green"}


@dataclass(frozen=True)
class ProposalTold:
    """A proposed change with its differences, and what this person may do with it."""

    proposal: Proposal
    pieces: tuple[Piece, ...]
    is_overtaken: bool
    may_decide: bool
    may_take_back: bool


def groups_told(draft: Draft) -> list[dict[str, Any]]:
    """Return the groups of clauses as lists of tasks, with how many of each are decided.

    The few of one page are one group.
    """
    waiting = Counter(open_proposals(draft.agreement).values_list("code", flat=True))
    groups = draft.groups
    if draft.agreement.form == Form.ONE_PAGE:
        groups = {"Clauses": tuple(each for matters in groups.values() for each in matters)}
    return [
        {
            "title": title,
            "done": sum(draft.clauses[m.code].standing != Standing.TO_DO for m in matters),
            "of": len(matters),
            "tasks": [task_of(draft, m.code, m.title, waiting[m.code]) for m in matters],
        }
        for title, matters in groups.items()
    ]


def task_of(draft: Draft, code: str, title: str, waiting: int) -> dict[str, str]:
    """Return a clause as a task; what a member proposed is told before anything else."""
    clause = draft.clauses[code]
    state, colour = str(clause.get_standing_display()), COLOURS[Standing(clause.standing)]
    if waiting:
        state = "Change proposed" if waiting == 1 else f"{waiting} changes proposed"
        colour = "yellow"
    args = [draft.agreement.partnership.public_id, code]
    href = reverse("agreement_clause", args=args)
    return {"text": title, "href": href, "state": state, "colour": colour}


def clause_told(draft: Draft, code: str) -> list[Block]:
    """Return how a clause reads today, with what flows in from the record."""
    return list(blocks_of(put_together(passages_in(draft, code))))


def proposals_told(clause: Clause, person: Any, day: Any) -> list[ProposalTold]:
    """Return what members proposed to a clause, with what would change from what they saw.

    Who this person is, is asked once and not of each.
    """
    barred = why_not_draft(clause.agreement, person, day)
    mine = set(own_memberships(clause.agreement, person, day).values_list("pk", flat=True))
    return [
        ProposalTold(
            each,
            compared(each.words_before, each.words),
            each.state == ProposalState.OPEN and clause.words != each.words_before,
            may_decide=not (why_not_open(each) or barred),
            may_take_back=each.membership_id in mine and not why_not_open(each),
        )
        for each in proposals_on(clause.agreement, clause.code)
    ]


def changed(altered: list[Altered]) -> list[Altered]:
    """Return the clauses of two texts that are not the same in both."""
    return [each for each in altered if each.sort != SAME]


def clauses_in(altered: list[Altered]) -> list[Altered]:
    """Leave out the head of the text: its number and its day always differ."""
    return [each for each in altered if each.title]


def standing_told(edition: Edition) -> tuple[str, str]:
    """Return where a text stands, and the colour of its tag."""
    return edition.get_state_display(), EDITION_COLOURS.get(edition.state, "grey")
