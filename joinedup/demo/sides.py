"""What organisations of the district keep to themselves, and how tiers were worked out."""

from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.arrangements.actions import keep_arrangement
from joinedup.domain.basics.days import day_of
from joinedup.domain.confirmations.actions import answer_challenge, say_of_record
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.involvements.queries import side_of
from joinedup.domain.partnerships.kinds import Told
from joinedup.domain.structure.actions import link_partnership
from joinedup.domain.thresholds.actions import set_thresholds
from joinedup.domain.thresholds.kinds import Figures
from joinedup.domain.tiers.actions import judge_tier

NUMBERS = {"officer_days", "cost", "cost_in_kind"}


def keep_sides(district: District) -> None:
    """Have figures set, tiers worked out and sides written down, each at its moment."""
    ways = {
        "thresholds": set_figures,
        "tier": work_out,
        "side": write_down,
        "link": link_up,
        "related": keep_related,
        "word": give_word,
        "answer": answer_word,
    }
    for name, way in ways.items():
        for told in content.told("sides")[name]:
            day = district.present.day(told["when"])
            at = district.present.moment(day, name, told.get("partnership", ""), hours=(18, 19))
            district.later(at, partial(way, district, dict(told)))


def set_figures(district: District, told: dict[str, Any], at: datetime) -> None:
    """Set the figures the district council goes by."""
    figures = Figures(
        **{
            name: Decimal(told[name])
            for name in ("yearly_input", "smaller_input", "officer_days", "day_rate")
        }
    )
    council, because = district.bodies["thornford"], told["because"]
    set_thresholds(council, figures, from_on=day_of(at), because=because, by=None, at=at)


def work_out(district: District, told: dict[str, Any], at: datetime) -> None:
    """Work out the tier of a partnership."""
    partnership = district.partnerships[told["partnership"]]
    answers = {
        name: told[name] for name in ("yearly_input", "officer_days", "risk") if name in told
    }
    answers |= dict.fromkeys(told["yes"], Told.YES.value) | dict.fromkeys(told["no"], Told.NO.value)
    officer = district.people["priya"]
    judge_tier(partnership, answers, version=partnership.version, by=officer, at=at)


def write_down(district: District, told: dict[str, Any], at: datetime) -> None:
    """Write down a body's own side of a partnership."""
    partnership, body = (
        district.partnerships[told.pop("partnership")],
        district.bodies[told.pop("body")],
    )
    by, version = district.people[told.pop("by")], side_of(partnership, body).version
    del told["when"]
    values = {name: Decimal(value) if name in NUMBERS else value for name, value in told.items()}
    tell_involvement(partnership, body, version=version, by=by, at=at, **values)


def link_up(district: District, told: dict[str, Any], at: datetime) -> None:
    """Say how two partnerships hang together."""
    lower, upper = (district.partnerships[told[name]] for name in ("lower", "upper"))
    part, theme = told.get("part", "NONE"), told.get("theme", "")
    officer = district.people["priya"]
    link_partnership(lower, upper, sort=told["sort"], part=part, theme=theme, by=officer, at=at)


def keep_related(district: District, told: dict[str, Any], at: datetime) -> None:
    """Keep what is not a partnership on its body's list."""
    del told["when"]
    body, officer = district.bodies["thornford"], district.people["priya"]
    keep_arrangement(body, told.pop("name"), **told, by=officer, at=at)


def give_word(district: District, told: dict[str, Any], at: datetime) -> None:
    """Let somebody who sits for a member say whether the record is right."""
    membership = district.memberships[told["partnership"], told["member"]]
    words, person = told.get("words", ""), district.people[told["by"]]
    say_of_record(membership, is_right=not words, words=words, by=person, at=at)


def answer_word(district: District, told: dict[str, Any], at: datetime) -> None:
    """Let whoever keeps the record answer what was said last."""
    challenge = district.partnerships[told["partnership"]].challenges.latest("asked_at")
    answer_challenge(challenge, answer=told["words"], by=district.people[told["by"]], at=at)
