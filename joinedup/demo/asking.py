"""The rounds there were, the one that is open, and the one in preparation."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import QuerySet

from joinedup.demo import content
from joinedup.demo.answering import Voice, answers_of, unrepeated, written_by
from joinedup.demo.chance import chance
from joinedup.demo.content import Opinion, Planned, Said
from joinedup.demo.district import District
from joinedup.demo.following import follow
from joinedup.demo.reporting import report_in_time
from joinedup.domain.basics.remembered import remembering
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.queries import definition_of, latest
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.naming.actions import ask_for_names
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.results.actions import reply_to_result, seal_round
from joinedup.domain.reviews.actions.answering import save_answers, send_answers
from joinedup.domain.reviews.actions.opening import open_round, remind_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships, prepare_round
from joinedup.domain.reviews.dates import Dates, planned_back
from joinedup.domain.reviews.models import Review, Round, Ticket
from joinedup.domain.reviews.queries.rounds import could_be_asked

QUESTIONS = "yearly-self-assessment"
ASKED_OF = ("1", "2")
"""The tiers that are asked all thirty-two statements; a network is not (DESIGN 10.17)."""
CLOSES_TO_COMMITTEE = (
    planned_back(date(2026, 12, 1)).committee_on - planned_back(date(2026, 12, 1)).closes_on
)
REMINDED_AFTER = timedelta(days=13)
COUNTED_AFTER = timedelta(days=3)
REPLIED_AFTER = timedelta(days=6)
ANSWERED_TOGETHER = 0.7
BEGUN_ONLY = 0.2
"""Of those who have not answered yet, how many have begun."""


@dataclass(frozen=True)
class Campaign:
    """A round as it is written down: whose it is and how many years ago."""

    district: District
    host: str
    by: str
    years_ago: int
    reviews: dict[str, Review] = field(default_factory=dict)

    @property
    def dates(self) -> Dates:
        """The days of the round, planned back from a committee as an officer would."""
        closes = self.district.present.round_closes(self.years_ago)
        return planned_back(closes + CLOSES_TO_COMMITTEE)

    @property
    def year(self) -> int:
        """Which of the three years it is, 0 the oldest."""
        return 2 - self.years_ago


def ask(district: District) -> None:
    """Have every round prepared, opened, answered and counted in its time."""
    told = content.told("rounds")
    for each in told["round"]:
        campaign = Campaign(district, each["host"], each["by"], each["years_ago"])
        day = campaign.dates.opens_on
        opened = district.present.moment(day, "open", campaign.host, hours=(9, 10))
        district.later(opened, partial(begin, campaign))
    draft = told["draft"]
    prepared = district.present.moment(district.present.day(draft["prepared"]), "draft")
    district.later(prepared, partial(prepare_draft, district, draft))


def begin(campaign: Campaign, at: datetime) -> None:
    """Prepare and open a round, and have it answered, reminded of and closed."""
    district, officer = campaign.district, campaign.district.people[campaign.by]
    dates = campaign.dates
    round = prepare(campaign, dates, at)
    asked = could_be_asked(officer, at.date(), tier=ASKED_OF)
    choose_partnerships(round, asked, by=officer, at=at)
    open_round(round, by=officer, at=at)
    run_due(at)
    answer_all(campaign, round)
    if campaign.years_ago == 0:
        reminded = district.present.moment(dates.opens_on + REMINDED_AFTER, "remind")
        district.later(reminded, partial(remind, round, officer))
        return
    counted = district.present.moment(dates.closes_on + COUNTED_AFTER, "count", campaign.host)
    district.later(counted, partial(count, campaign, round))


def prepare(campaign: Campaign, dates: Dates, at: datetime) -> Round:
    """Begin a round with its dates."""
    district = campaign.district
    return prepare_round(
        district.bodies[campaign.host],
        f"Yearly review {dates.closes_on.year}",
        instrument=latest_of(QUESTIONS),
        opens_on=dates.opens_on,
        closes_on=dates.closes_on,
        replies_end_on=dates.replies_end_on,
        papers_due_on=dates.papers_due_on,
        committee_on=dates.committee_on,
        by=district.people[campaign.by],
        at=at,
    )


def latest_of(name: str) -> InstrumentVersion:
    """Return a questionnaire that rounds ask."""
    found = latest(name)
    assert found is not None, "The questionnaires were shipped when the district began."  # noqa: S101
    return found


def chosen_of(district: District, keys: Iterable[str]) -> QuerySet[Partnership]:
    """Return partnerships by the short names they are written down under."""
    chosen = [district.partnerships[key].pk for key in keys]
    return Partnership.objects.filter(pk__in=chosen)


def remind(round: Round, officer: object, at: datetime) -> None:
    """Remind those who have not answered."""
    remind_round(round, by=officer, at=at)
    run_due(at)


def answer_all(campaign: Campaign, round: Round) -> None:
    """Have the people who answer this round do so, each on a day of their own."""
    district = campaign.district
    keys = {each.pk: key for key, each in district.partnerships.items()}
    names = {each.pk: key for key, each in district.people.items()}
    plans = {planned.key: (planned, planned.opinion) for planned in content.partnerships()}
    asked: dict[str, list[tuple[str, Ticket]]] = {}
    tickets = Ticket.objects.filter(review__round=round).select_related(
        "person", "review__round", "review__partnership"
    )
    for ticket in tickets:
        key = keys[ticket.review.partnership_id]
        campaign.reviews[key] = ticket.review
        asked.setdefault(key, []).append((names[ticket.person_id], ticket))
    for key, found in asked.items():
        planned, opinion = plans[key]
        assert opinion is not None, f"Nothing is written down of what {key} answers."  # noqa: S101
        answer_for(campaign, planned, opinion, found)


def answer_for(
    campaign: Campaign, planned: Planned, opinion: Opinion, asked: list[tuple[str, Ticket]]
) -> None:
    """Have those people of one partnership answer who do; some begin and do not send."""
    year, is_open = campaign.year, campaign.years_ago == 0
    waiting = set(opinion.never) | (set(opinion.not_yet) if is_open else set())
    willing = [
        person
        for person, _ in asked
        if person not in waiting and inclined(planned.key, year, person) < opinion.answered
    ]
    written = written_by(planned, opinion, year, willing)
    instrument, said = definition_of(latest_of(QUESTIONS)), set[str]()
    for person, ticket in asked:
        voice = Voice(planned, opinion, year, person, ticket.sector)
        begins = chance("begins", planned.key, year, person) < BEGUN_ONLY and is_open
        if person not in willing and (person in waiting or not begins):
            continue
        answers = unrepeated(answers_of(voice, instrument, written.get(person, {})), said)
        if person not in willing:
            answers = dict(list(answers.items())[: len(answers) // 2])
        at = moment_of(campaign, planned.key, person)
        deed = partial(answer, ticket, answers, person in willing)
        campaign.district.later(at, deed)


def inclined(key: str, year: int, person: str) -> float:
    """Return how late somebody answers; who has the mail open mostly answers all it asks."""
    alike = chance("alike", key, year, person) < ANSWERED_TOGETHER
    return chance("answers", year, person, *([] if alike else [key]))


def moment_of(campaign: Campaign, *words: object) -> datetime:
    """Return when somebody answers: most in the first days, in the evening or at lunch."""
    present, dates = campaign.district.present, campaign.dates
    longest = (min(dates.closes_on, present.today) - dates.opens_on).days
    days = int(chance("day", *words) ** 2 * longest)
    return present.moment(dates.opens_on + timedelta(days=days), *words, hours=(11, 22))


def answer(ticket: Ticket, answers: dict, sends: bool, at: datetime) -> None:  # noqa: FBT001
    """Save one person's answers, and send them where they are finished."""
    # Answering changes nobody's posts or places, so where they sit need be asked only once.
    with remembering():
        save_answers(ticket, answers, at=at)
        if sends:
            send_answers(ticket, at=at)


def count(campaign: Campaign, round: Round, at: datetime) -> None:
    """Close a round and count it; members reply some days later."""
    district = campaign.district
    seal_round(round, by=district.people[campaign.by], at=at)
    run_due(at)
    follow(district, round, campaign.years_ago)
    report_in_time(district, round, campaign.host, campaign.years_ago)
    for planned in content.partnerships():
        for said in planned.opinion.replies if planned.opinion else []:
            if said.years_ago == campaign.years_ago and planned.key in campaign.reviews:
                day = (at + REPLIED_AFTER).date()
                replied = district.present.moment(day, said.by, planned.key)
                review = Review.objects.select_related("round", "partnership").get(
                    pk=campaign.reviews[planned.key].pk
                )
                district.later(replied, partial(reply, district, review, said))


def reply(district: District, review: Review, said: Said, at: datetime) -> None:
    """Put a member's reply beside a draft result."""
    member, person = district.bodies[said.of], district.people[said.by]
    reply_to_result(review, member, said.words, by=person, at=at)


def prepare_draft(district: District, told: dict[str, str], at: datetime) -> None:
    """Begin a round that is not open yet, and ask for the names that it lacks."""
    present, officer = district.present, district.people[told["by"]]
    opens, closes = present.day(told["opens"]), present.day(told["closes"])
    round = prepare_round(
        district.bodies[told["host"]],
        f"Yearly review {closes.year}",
        instrument=latest_of(QUESTIONS),
        opens_on=opens,
        closes_on=closes,
        by=officer,
        at=at,
    )
    chosen = could_be_asked(officer, at.date(), tier=ASKED_OF)
    choose_partnerships(round, Partnership.objects.filter(pk__in=chosen), by=officer, at=at)
    nobody = Review.objects.get(round=round, partnership=district.partnerships[told["nobody_in"]])
    knows = district.people[told["asked_for_names"]]
    ask_for_names(nobody, name=knows.name, email=knows.email, by=officer, at=at)
    run_due(at)
