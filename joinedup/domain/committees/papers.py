"""The papers for a director, for leadership and for the audit committee, made from one portfolio.

Those for directors and leadership fit on one page; the committee's tells all.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.committees.answering import answered_for
from joinedup.domain.committees.changes import Changes, changes_between
from joinedup.domain.committees.costs import Costs, costs_of, pounds
from joinedup.domain.committees.deciding import to_decide
from joinedup.domain.committees.kinds import PRINTED, Reader
from joinedup.domain.committees.lists import (
    added_and_ended,
    all_running,
    below_standard,
    first,
    looked_again,
    missing,
    sampled,
    since_last,
)
from joinedup.domain.committees.models import Report
from joinedup.domain.committees.queries import Addressed, last_report
from joinedup.domain.committees.rows import Row, rows_of
from joinedup.domain.committees.sampling import Sampled
from joinedup.domain.documents.blocks import (
    Block,
    BulletList,
    Chart,
    Document,
    Heading,
    Lead,
    Note,
    Paragraph,
)
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.reporting.five_lines import drafts_told, five_lines
from joinedup.domain.reporting.portfolio import Line, Portfolio, portfolio_of

FEW, FEWER = 4, 3
"""As many of each list as leave a report on one page: a director's, and leadership's."""


def among_of(host: Organisation, addressed: Addressed, day: date) -> list[int] | None:
    """Return the partnerships a report is of: a director's own, otherwise all (None)."""
    if addressed.director is None:
        return None
    return answered_for(addressed.director, host, day)


def paper_for(
    host: Organisation,
    addressed: Addressed,
    at: datetime,
    *,
    most: int = PRINTED,
    number: str = "",
    sample: Sequence[Sampled] = (),
) -> Document:
    """Return the report for these readers as things stand, with ``most`` of each list.

    ``number`` and ``sample`` are those of a report that is being kept.
    """
    day = day_of(at)
    among = among_of(host, addressed, day)
    portfolio = portfolio_of(host, at, most=most, among=among)
    if addressed.reader == Reader.COMMITTEE:
        last = last_report(host, Reader.COMMITTEE)
        changes = changes_since(last, host, at) if last else None
        blocks = for_committee(portfolio, last, changes, sampled(number, sample, day))
    elif addressed.reader == Reader.LEADERSHIP:
        blocks = for_leadership(portfolio, costs_of(host, day, FEWER))
    else:
        blocks = for_director(portfolio)
    return Document(
        title=addressed.title,
        subtitle=f"As things stood on {in_words(day)}",
        organisation=host.name,
        date=in_words(day),
        is_sideways=addressed.reader == Reader.COMMITTEE,
        blocks=tuple(blocks),
    )


def changes_since(last: Report, host: Organisation, at: datetime) -> Changes:
    """Return what differs from the report given to the committee last."""
    return changes_between((Row(*row) for row in last.rows), rows_of(host, at))


def for_director(portfolio: Portfolio) -> list[Block]:
    """Return a director's page: theirs only, what is new, weak and missing, what to decide."""
    counts = portfolio.counts
    if not counts.running:
        return [
            Lead("The record names no partnership for which you answer."),
            Paragraph(
                "A partnership is told here when our side of it names you, or somebody you manage "
                "or share a unit with, as director, accountable officer or sponsor."
            ),
        ]
    are = "partnership runs" if counts.running == 1 else "partnerships run"
    blocks: list[Block] = [
        Lead(f"You answer for {counts.running}: {counts.reviewed} with a result that stands.")
        if counts.running > 1
        else Lead(f"1 {are} for which you answer."),
        *(Note(sentence) for sentence in drafts_told(portfolio)),
    ]
    return [
        *blocks,
        *few("What you must decide", to_decide(portfolio), "Nothing, as far as the record shows."),
        *new_and_ended(portfolio),
        *few("Weak", [weak_told(x) for x in portfolio.below], "None is below Sound."),
        *few(
            "Missing by the record",
            [f"{x.partnership.name}: {'; '.join(x.missing).lower()}" for x in portfolio.lacking],
            "Nothing that we have been told of.",
        ),
    ]


def for_leadership(portfolio: Portfolio, costs: Costs) -> list[Block]:
    """Return leadership's page: what is new, what is weak, what it costs, what to decide."""
    lines = five_lines(portfolio)
    return [
        Lead(lines[0]),
        Paragraph(f"{lines[1]} {lines[3]} {lines[4]}"),
        *(Note(sentence) for sentence in drafts_told(portfolio)),
        *few(
            "What you must decide",
            to_decide(portfolio),
            "Nothing, as far as the record shows.",
            FEWER,
        ),
        *new_and_ended(portfolio, FEWER),
        *few("Weak", [weak_told(x) for x in portfolio.below], "None is below Sound.", FEWER),
        *what_it_costs(costs, portfolio.counts.running),
    ]


def for_committee(
    portfolio: Portfolio, last: Report | None, changes: Changes | None, sample: list[Block]
) -> list[Block]:
    """Return the committee's paper: changes, below standard, second looks, the sample, all."""
    charts: list[Any] = [Chart(portfolio.bands)] if portfolio.bands.years else []
    return [
        Heading(1, "In five sentences"),
        BulletList(tuple(five_lines(portfolio))),
        *(Note(sentence) for sentence in drafts_told(portfolio)),
        *charts,
        *(since_last(last, changes) if last and changes else added_and_ended(portfolio)),
        *below_standard(portfolio),
        *looked_again(portfolio),
        *missing(portfolio),
        *sample,
        *all_running(portfolio),
    ]


def few(heading: str, sentences: Sequence[str], none: str, most: int = FEW) -> list[Block]:
    """Return the first few sentences under a heading, and how many more there are."""
    if not sentences:
        return [Heading(1, heading), Paragraph(none)]
    return [Heading(1, heading), BulletList(first(sentences, most))]


def new_and_ended(portfolio: Portfolio, most: int = FEW) -> list[Block]:
    """Return what began and ended in the last twelve months, by name."""
    new = [f"{p.name} began on {in_words(p.starts_on)}" for p in portfolio.new if p.starts_on]
    ended = [f"{p.name} ended on {in_words(p.ends_on)}" for p in portfolio.ended if p.ends_on]
    none = "None began or ended in the last twelve months."
    return few("New and ended in the last twelve months", [*new, *ended], none, most)


def weak_told(line: Line) -> str:
    """Return a weak partnership as a few words."""
    latest = line.latest
    if latest is None:
        return line.partnership.name
    moved = f", {line.change} since the time before" if line.moved is not None else ""
    return f"{line.partnership.name}: {latest.band}, {latest.overall} of 100{moved}"


def what_it_costs(costs: Costs, running: int) -> list[Block]:
    """Return what the partnerships cost in a year, with for how many that is told."""
    heading = Heading(1, "What they cost us in a year")
    if not costs.told:
        none = f"Our side of none of the {running} tells what it costs us."
        return [heading, Paragraph(none if running else "No partnership is running.")]
    told = pounds(costs.pounds)
    if costs.days:
        told += f", and {costs.days.normalize():f} days of our officers’ time, "
        told += "counted in" if costs.has_rate else "not counted in pounds: no day rate is set"
    told += f". Told of {costs.told} of {running}."
    if costs.dearest:
        dearest = [f"{name} {pounds(each)}" for name, each in costs.dearest]
        told += f" Most: {', '.join(dearest)}."
    return [heading, Paragraph(told)]
