"""How far a text has come, member by member, as the pages tell it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from joinedup.domain.agreements.models import Edition
from joinedup.domain.agreements.papers import blocks_of
from joinedup.domain.authorisations.models import Authorisation
from joinedup.domain.authorisations.queries import visible_to as authorisations_visible_to
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.clauses.texts import parts_of
from joinedup.domain.documents.blocks import Block
from joinedup.domain.figures.wording import counted, listed
from joinedup.domain.involvements.queries import READERS
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.models import Refusal, Signatory, SignOff
from joinedup.domain.signoffs.queries import (
    must_sign,
    refusals_of,
    signatories_among,
    signers_needed,
    signoffs_under,
)


@dataclass(frozen=True)
class Row:
    """One member: what it signed, whether it refuses, and who may sign for it."""

    member: Membership
    given: list[SignOff]
    needed: int
    refusal: Refusal | None
    named: list[Signatory]
    is_member: bool

    @property
    def has_signed(self) -> bool:
        """Whether enough people of the member signed."""
        return len(self.given) >= self.needed


@dataclass(frozen=True)
class Progress:
    """How far one text has come."""

    edition: Edition
    rows: list[Row]
    signed_for_several: list[str]

    @property
    def waiting(self) -> list[Row]:
        """The members whose signature is missing."""
        return [row for row in self.rows if row.is_member and not row.has_signed]

    @property
    def sentence(self) -> str:
        """How many have signed, in a sentence."""
        members = [row for row in self.rows if row.is_member]
        if members and not self.waiting:
            return f"Every member has signed version {self.edition.number}."
        many = len(members) - len(self.waiting)
        done = f"{many} of {counted(len(members), 'member', 'members')}"
        return f"{done} {'has' if many == 1 else 'have'} signed version {self.edition.number}."


def progress_of(edition: Edition, day: date) -> Progress:
    """Return who has signed a text and who has not, in four queries however many there are."""
    given = list(signoffs_under([edition]))
    refused = {each.membership_id: each for each in refusals_of(edition) if not each.taken_back_at}
    members = list(must_sign(edition.agreement.partnership, day))
    left = {each.membership_id: each.membership for each in given}
    for member in members:
        left.pop(member.pk, None)
    named = list(signatories_among(members, day))
    needed = signers_needed(edition)
    rows = [
        Row(
            member,
            [each for each in given if each.membership_id == member.pk],
            needed,
            refused.get(member.pk),
            [each for each in named if each.membership_id == member.pk],
            member.pk not in left,
        )
        for member in [*members, *left.values()]
    ]
    return Progress(edition, rows, signed_for_several(given))


def naming_of(partnership: Partnership, day: date) -> list[tuple[Membership, list[Signatory]]]:
    """Return who may sign for each member while nothing is offered, in two queries."""
    members = list(must_sign(partnership, day))
    named = list(signatories_among(members, day))
    return [(each, [n for n in named if n.membership_id == each.pk]) for each in members]


def taken_back(edition: Edition) -> list[str]:
    """Return a sentence for each member that would not sign at first and did after all."""
    papers = {(s.membership_id, s.at) for s in signoffs_under([edition]) if s.is_on_paper}
    over = [each for each in refusals_of(edition) if each.taken_back_at]
    return [
        taken_back_told(each, on_paper=(each.membership_id, each.taken_back_at) in papers)
        for each in over
    ]


def taken_back_told(refusal: Refusal, *, on_paper: bool) -> str:
    """Return that a refusal is over, and who signed, or wrote down that the member had."""
    said, over = in_words(day_of(refusal.at)), refusal.taken_back_at or refusal.at
    did = "wrote down that it signed on paper" if on_paper else "took it back by signing"
    return (
        f"{refusal.membership.member_name} did not want to sign at first: {refusal.person.name} "
        f"said so on {said}, and {refusal.taken_back_by} {did} on {in_words(day_of(over))}."
    )


def signed_for_several(given: list[SignOff]) -> list[str]:
    """Return a sentence for each who signed for more than one member."""
    own = [each for each in given if not each.is_on_paper]
    members = {
        person: sorted({e.membership.member_name for e in own if e.person_id == person})
        for person, many in Counter(each.person_id for each in own).items()
        if many > 1
    }
    names = {each.person_id: each.name for each in own}
    return [
        f"{names[person]} signed for {listed(of)}, and was named by each of them."
        for person, of in members.items()
        if len(of) > 1
    ]


def own_yes(membership: Membership, person: Person, day: date) -> tuple[bool, Authorisation | None]:
    """Return whether ``person`` reads the member's own side, and its latest authorisation if so."""
    body = membership.organisation_id
    if body not in works_for(person, day, *READERS):
        return False, None
    put = authorisations_visible_to(person, day).filter(
        appraisal__partnership=membership.partnership_id, appraisal__organisation=body
    )
    return True, put.first()


def whole_text(edition: Edition) -> tuple[str, list[Block]]:
    """Return the title and the parts of a text, all of it as it was offered."""
    titles = [part.text for part in parts_of(edition.text) if part.sort == "heading"]
    return next(iter(titles), ""), list(blocks_of(edition.text))
