"""Questions the council wrote itself, in two languages, and the round that asks them now."""

from datetime import datetime
from functools import partial

from joinedup.demo import content
from joinedup.demo.asking import chosen_of
from joinedup.demo.district import District
from joinedup.domain.instruments.actions import load_instrument
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships, prepare_round


def ask_own_questions(district: District) -> None:
    """Have the council's own questions loaded and asked in their time."""
    told = content.told("rounds")["own"]
    day = district.present.day(told["opens"])
    district.later(
        district.present.moment(day, "own questions"), partial(begin_own, district, told)
    )


def begin_own(district: District, told: dict[str, str], at: datetime) -> None:
    """Load the questions and open the round that asks them."""
    host, officer = district.bodies[told["host"]], district.people[told["by"]]
    closes = district.present.day(told["closes"])
    version = load_instrument(content.questions(told["questions"]), owner=host, by=officer, at=at)
    round = prepare_round(
        host,
        f"{told['title']} {closes.year}",
        instrument=version,
        opens_on=district.present.day(told["opens"]),
        closes_on=closes,
        by=officer,
        at=at,
    )
    choose_partnerships(round, chosen_of(district, [told["of"]]), by=officer, at=at)
    open_round(round, by=officer, at=at)
    run_due(at)
