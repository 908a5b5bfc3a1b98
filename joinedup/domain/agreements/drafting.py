"""The clauses of an agreement and what the record says put together into one exact text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from joinedup.domain.agreements.kinds import Form, Standing
from joinedup.domain.agreements.models import Agreement, Clause, Edition
from joinedup.domain.agreements.record import values_of
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.clauses.catalogue import Matter, catalogue, in_groups
from joinedup.domain.clauses.texts import heading, points, put_together

UNDECIDED = "This is still to be decided."
TITLES = {Form.FULL: "agreement", Form.ONE_PAGE: "terms of reference"}


@dataclass(frozen=True)
class Draft:
    """An agreement as it stands on a day: its clauses by code, and what the record says."""

    agreement: Agreement
    clauses: dict[str, Clause]
    values: dict[str, str]

    @property
    def groups(self) -> dict[str, tuple[Matter, ...]]:
        """The clauses it decides on, under their groups."""
        return in_groups(set(self.clauses))

    def of_standing(self, standing: Standing) -> list[Matter]:
        """Return the clauses decided so, in their order."""
        return [
            matter
            for code, matter in catalogue().items()
            if code in self.clauses and self.clauses[code].standing == standing
        ]


def draft_of(agreement: Agreement, day: date) -> Draft:
    """Return an agreement as it stands on ``day``; ask ``visible_to`` first."""
    clauses = {clause.code: clause for clause in agreement.clauses.all()}
    return Draft(agreement, clauses, values_of(agreement, day))


def title_of(agreement: Agreement) -> str:
    """Return what the text is called: “Safer Places group: agreement”."""
    return f"{agreement.partnership.name}: {TITLES[Form(agreement.form)]}"


def draft_text(draft: Draft, day: date) -> str:
    """Return the text as it would read today, with what is still to be decided."""
    return _text(draft, f"Draft of {in_words(day)}. Nobody has been asked to sign it.")


def edition_text(draft: Draft, number: int, day: date) -> str:
    """Return the exact text that is offered as the version of this number on ``day``."""
    return _text(draft, f"Version {number}, offered to the members on {in_words(day)}.")


def reads_the_same(draft: Draft, edition: Edition) -> bool:
    """Tell whether what would be offered now is, letter by letter, an edition there is."""
    return edition_text(draft, edition.number, day_of(edition.offered_at)) == edition.text


def _text(draft: Draft, standing: str) -> str:
    return put_together(
        [heading(1, title_of(draft.agreement)), standing, *_body(draft), *_left_out(draft)]
    )


def _body(draft: Draft) -> Iterator[str]:
    in_full = draft.agreement.form == Form.FULL
    number = 0
    for group, matters in draft.groups.items():
        inside = [m for m in matters if draft.clauses[m.code].standing != Standing.NOT_NEEDED]
        if inside and in_full:
            yield heading(2, group)
        for matter in inside:
            number += 1
            yield heading(3 if in_full else 2, f"{number}. {matter.title}")
            yield from passages_in(draft, matter.code)


def passages_in(draft: Draft, code: str) -> Iterator[str]:
    """Yield what stands in a clause: what the record says, its own words, where else it is."""
    clause = draft.clauses[code]
    yield draft.values.get(code, "")
    yield clause.words
    if clause.where:
        yield f"This is settled in: {clause.where}"
    if clause.standing == Standing.TO_DO and not clause.words:
        yield UNDECIDED


def _left_out(draft: Draft) -> Iterator[str]:
    """Yield what the agreement leaves out and why, for whoever looks for it later."""
    matters = draft.of_standing(Standing.NOT_NEEDED)
    if matters:
        yield heading(2, "Left out, and why")
        yield points(f"{each.title}: {draft.clauses[each.code].because}" for each in matters)


def terms_told(edition: Edition) -> str:
    """Return from when to when a text holds, and when members look at it again."""
    until = f"until {in_words(edition.ends_on)}" if edition.ends_on else "without a set end"
    return (
        f"It holds from {in_words(edition.starts_on)}, {until}, and members look at it again "
        f"by {in_words(edition.review_on)}."
    )
