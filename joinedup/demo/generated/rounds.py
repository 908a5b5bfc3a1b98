"""Rounds that were closed and counted, and one that is open, as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from joinedup.demo.generated.answers import Written, answers_on, rows_of
from joinedup.demo.generated.bodies import Rows
from joinedup.demo.generated.numbers import random_key
from joinedup.demo.generated.plan import BODIES, PEOPLE, REVIEWS, ROUNDS, TICKETS, Plan
from joinedup.domain.basics.days import day_of, end_of
from joinedup.domain.counting.heard import Case, Earlier, Heard
from joinedup.domain.counting.record import what_the_record_shows
from joinedup.domain.counting.sealing import headline, sealed_result
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.results.kinds import REPLY_DAYS
from joinedup.domain.reviews.kinds import OfficialView, RoundState, TicketState
from joinedup.domain.reviews.links import digest_of, token_for
from joinedup.domain.reviews.models import AnswerSheet, Review, Round, Ticket
from joinedup.domain.scoring.sheets import Sheet

CLOSED_ON, OPEN_FOR, COUNTED_AFTER = (10, 16), timedelta(days=28), timedelta(days=3)
BEGUN, REPLIES = timedelta(days=10), timedelta(days=REPLY_DAYS)


@dataclass(frozen=True)
class Days:
    """When a round opened, when it closes, and when it was counted, if it was."""

    opens_on: date
    closes_on: date
    sealed_at: datetime | None = None


def days_of(plan: Plan, year: int) -> Days:
    """Return the days of a round: the last one has been open for ten days."""
    if year == plan.size.years:
        return Days(plan.day - BEGUN, plan.day - BEGUN + OPEN_FOR)
    closes = date(plan.day.year - plan.size.years + year, *CLOSED_ON)
    return Days(closes - OPEN_FOR, closes, plan.moment(closes + COUNTED_AFTER, 20, year))


def rounds(plan: Plan, version: InstrumentVersion, numbers: range) -> Rows:
    """Yield the rounds of every host, the oldest first."""
    for n in numbers:
        body, year = divmod(n, plan.rounds_each)
        days = days_of(plan, year)
        sealed = days.sealed_at
        yield Round(
            pk=n + 1,
            public_id=plan.public_id(ROUNDS, n),
            host_id=body + 1,
            title=f"Yearly review {days.closes_on.year}",
            year=days.closes_on.year,
            instrument=version,
            state=RoundState.SEALED if sealed else RoundState.OPEN,
            opens_on=days.opens_on,
            closes_on=days.closes_on,
            replies_end_on=days.closes_on + COUNTED_AFTER + REPLIES,
            opened_at=plan.moment(days.opens_on, 21, n),
            opened_by_id=plan.worker(body, PostKind.OFFICER) + 1,
            sealed_at=sealed,
            stands_at=end_of(day_of(sealed) + REPLIES) if sealed else None,
        )


def reviews(plan: Plan, version: InstrumentVersion, numbers: range) -> Rows:
    """Yield the reviews of each partnership that is asked, through all years, and what they hold.

    The partnerships' papers are read in one query; everything else follows from the plan.
    """
    keys = [plan.asked(n) + 1 for n in numbers]
    papers = Partnership.objects.in_bulk(keys)
    instrument = definition_of(version)
    for n, key in zip(numbers, keys, strict=True):
        earlier: Earlier | None = None
        for year in range(plan.rounds_each):
            asked = Asked(plan, n, year, instrument)
            review = asked.review(papers[key], earlier)
            yield review
            yield from asked.tickets()
            yield from asked.sheets()
            if review.result is not None:
                told = [heard.sheet for heard in asked.heard()]
                earlier = Earlier(days_of(plan, year).closes_on.year, review.result, told)


@dataclass(frozen=True)
class Asked:
    """One partnership in one round: number ``number`` of those asked."""

    plan: Plan
    number: int
    year: int
    instrument: Instrument

    @property
    def partnership(self) -> int:
        """The row of the partnership."""
        return self.plan.asked(self.number)

    @property
    def row(self) -> int:
        """The row of the review."""
        return self.number * self.plan.rounds_each + self.year

    @property
    def is_answered(self) -> bool:
        """Whether people have answered: of those asked as many as the size says."""
        return self.year < self.plan.size.years or self.plan.size.is_measured

    @property
    def people(self) -> range:
        """Those asked: whoever holds a place, and more where more sheets are wanted."""
        return range(max(self.plan.size.members_each, self.plan.size.sheets_each))

    def ticket_row(self, which: int) -> int:
        """Return the row of a person's ticket."""
        return self.row * len(self.people) + which

    def review(self, papers: Partnership, earlier: Earlier | None) -> Review:
        """Return the review, with its result where its round was counted."""
        days = days_of(self.plan, self.year)
        review = Review(
            pk=self.row + 1,
            public_id=self.plan.public_id(REVIEWS, self.row),
            round_id=self.plan.round(self.plan.host(self.partnership), self.year) + 1,
            partnership_id=self.partnership + 1,
        )
        if days.sealed_at is not None:
            review.result = sealed_result(self.case(papers, day_of(days.sealed_at), earlier))
            review.overall, review.band = headline(review.result, self.instrument)
        return review

    def case(self, papers: Partnership, day: date, earlier: Earlier | None) -> Case:
        """Return what the result is made of."""
        return Case(
            instrument=self.instrument,
            view=OfficialView.ORGANISATION,
            heard=self.heard(),
            asked=[self.member(which)[1:] for which in self.people],
            vacant=0,
            record=what_the_record_shows(papers, day),
            earlier=earlier,
        )

    def member(self, which: int) -> tuple[int, str, str]:
        """Return the body somebody was asked for, its name and its sector."""
        body = self.plan.member(self.partnership, which)
        return (body, *self.plan.body_name(body))

    def tickets(self) -> Rows:
        """Yield one ticket for each person asked; its link works."""
        for which in self.people:
            body, name, sector = self.member(which)
            row = self.ticket_row(which)
            has_sent = self.is_answered and which < self.plan.size.sheets_each
            ticket = Ticket(
                pk=row + 1,
                public_id=self.plan.public_id(TICKETS, row),
                review_id=self.row + 1,
                person_id=self.plan.sitter(self.partnership, which) + 1,
                organisation_id=body + 1,
                member_name=name,
                sector=sector,
                state=TicketState.SENT if has_sent else TicketState.ASKED,
            )
            ticket.token_digest = digest_of(token_for(ticket))
            yield ticket

    def written(self) -> Sequence[Written]:
        """Return what each person who answered put down."""
        if not self.is_answered:
            return []
        return [
            answers_on(self.plan, self.instrument, self.partnership, self.year, which)
            for which in range(self.plan.size.sheets_each)
        ]

    def sheets(self) -> Rows:
        """Yield the sheets with their answers."""
        for which, written in enumerate(self.written()):
            row = self.ticket_row(which)
            key = random_key(self.plan.seed, row)
            sheet: dict[str, Any] = {"review_id": self.row + 1, "ticket_id": row + 1}
            yield AnswerSheet(id=key, is_sent=True, group=self.member(which)[2], **sheet)
            yield from rows_of(key, written)

    def heard(self) -> list[Heard]:
        """Return the sheets as counting takes them."""
        heard = []
        for which, written in enumerate(self.written()):
            body, name, sector = self.member(which)
            sheet = Sheet(
                respondent=self.plan.public_id(PEOPLE, self.plan.sitter(self.partnership, which)),
                organisation=self.plan.public_id(BODIES, body),
                answers=written.scored,
                unit=name,
            )
            heard.append(Heard(sheet, sector, written.words))
        return heard
