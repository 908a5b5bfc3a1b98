"""The demonstration district as it is written down in ``district/``, read into plain values."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

FOLDER = files("joinedup.demo") / "district"
SORTS = {"former": "FORMER", "alias": "ALIAS", "short": "SHORT", "welsh": "WELSH"}


@dataclass(frozen=True)
class Name:
    """Another name of a body or partnership, and until when it was borne."""

    name: str
    sort: str
    until: str = ""


@dataclass(frozen=True)
class Body:
    """An organisation of the district."""

    name: str
    sector: str
    mail: str
    ids: dict[str, str] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    form: str = "BODY"
    part_of: str = ""
    serves: list[str] = field(default_factory=list)
    ended: str = ""
    after: dict[str, str] = field(default_factory=dict)
    inside: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Asked:
    """Somebody to ask for at a body."""

    of: str
    name: str
    title: str = ""
    remit: str = ""
    power: str = "UNTOLD"
    phone: str = ""
    introduced_by: str = ""


@dataclass(frozen=True)
class Remarked:
    """What somebody said of a body, and what the body says to it."""

    of: str
    about: str
    by: str
    words: str
    when: str
    response: str = ""
    response_by: str = ""


@dataclass(frozen=True)
class Somebody:
    """A person of the district, with the post they hold where they hold one."""

    name: str
    of: str
    email: str | None = None
    post: str = ""
    title: str = ""

    def address(self, body: Body) -> str | None:
        """Return their mail address, or None for somebody who has none."""
        local = ".".join(self.name.lower().split()) if self.email is None else self.email
        return f"{local}@{body.mail}" if local else None


@dataclass(frozen=True)
class Place:
    """A place on a partnership: whose, in what capacity, held by whom; nobody when vacant."""

    body: str
    capacity: str
    person: str | None
    unit: str = ""


@dataclass(frozen=True)
class Event:
    """Something that happened to a partnership after it was put in the register."""

    when: str
    papers: dict[str, str] = field(default_factory=dict)
    confirmed: bool = False
    renamed: str = ""
    leaves: str = ""
    joins: str = ""
    of: str = ""
    member_leaves: str = ""
    moves: str = ""
    because: str = ""


@dataclass(frozen=True)
class Reported:
    """A score from before there was this register, as the old spreadsheet had it."""

    years_ago: int
    overall: float
    band: str


@dataclass(frozen=True)
class PutIn:
    """What a member puts in during a year, so many years before the one that runs now."""

    member: str
    sort: str
    amount: int | None = None
    words: str = ""
    years_ago: int = 0


@dataclass(frozen=True)
class Said:
    """A reply to a result: by whom, for which member, in which round."""

    years_ago: int
    by: str
    of: str
    words: str


@dataclass(frozen=True)
class Opinion:
    """How the people of a partnership answer: level by section for each of three years, and so on.

    ``statements`` overrides the level of one statement; ``words`` holds what they write, by
    question; ``never`` names who does not answer at all, ``not_yet`` who has not in this round.
    """

    foundations: list[float]
    partners: list[float]
    involvement: list[float]
    measuring: list[float]
    spread: float
    answered: float
    sides: dict[str, float] = field(default_factory=dict)
    never: list[str] = field(default_factory=list)
    not_yet: list[str] = field(default_factory=list)
    statements: dict[str, dict[str, Any]] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    future: dict[str, int] = field(default_factory=dict)
    replies: list[Said] = field(default_factory=list)


@dataclass(frozen=True)
class Planned:
    """A partnership of the district: its record, its places, what happened to it, what is said."""

    key: str
    name: str
    purpose: str
    host: str
    area: str
    places: list[Place]
    details: dict[str, Any]
    starts: str = ""
    ends: str = ""
    entered: str = "3y 1m"
    also_hosts: list[str] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    papers: dict[str, str] = field(default_factory=dict)
    standings: dict[str, str] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)
    opinion: Opinion | None = None
    record: dict[str, Any] = field(default_factory=dict)
    put_in: list[PutIn] = field(default_factory=list)


@cache
def told(name: str) -> dict[str, Any]:
    """Return one file of the district."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def questions(name: str) -> str:
    """Return a questionnaire of the district as the text that an officer loads."""
    return (FOLDER / f"{name}.toml").read_text(encoding="utf-8")


@cache
def bodies() -> dict[str, Body]:
    """Return the organisations by their short names."""
    return {
        key: Body(**(each | {"names": names_in(each)}))
        for key, each in told("organisations").items()
    }


@cache
def contacts() -> tuple[Asked, ...]:
    """Return whom to ask for at the organisations."""
    return tuple(Asked(**each) for each in told("known")["contacts"])


@cache
def remarks() -> tuple[Remarked, ...]:
    """Return what was said of the organisations."""
    return tuple(Remarked(**each) for each in told("known")["remarks"])


@cache
def people() -> dict[str, Somebody]:
    """Return the people by their short names."""
    return {key: Somebody(**each) for key, each in told("people").items()}


@cache
def partnerships() -> tuple[Planned, ...]:
    """Return the partnerships, in the order of their files."""
    found = []
    for file in sorted((FOLDER / "partnerships").iterdir(), key=lambda file: file.name):
        found += partnerships_in(file)
    return tuple(found)


def partnerships_in(file: Traversable) -> list[Planned]:
    """Return the partnerships of one file: the one it is about, or each of a list."""
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    listed = tables.get("partnership", [tables | {"key": file.name.removesuffix(".toml")}])
    return [planned(table) for table in listed]


def planned(table: dict[str, Any]) -> Planned:
    """Return a partnership from its table; a key nobody knows is an error, not a silence."""
    table = {"agreed_before": True, "state": "ACTIVE"} | table
    names = ("kind", "level", "state", "tier", "tier_because", "agreed_before", "reference")
    details = {name: table.pop(name) for name in names if name in table}
    details["is_internal"] = table.pop("internal", False)
    review = table.pop("review", None)
    record = dict(told("records").get(table["key"], {}))
    put_in = [PutIn(**each) for each in record.pop("put_in", [])]
    return Planned(
        details=details,
        places=[*places_in(table.pop("members", {})), *units_in(table)],
        names=names_in(table),
        events=[Event(**event) for event in table.pop("events", [])],
        reported=[Reported(**each) for each in table.pop("reported", [])],
        opinion=opinion_in(review) if review else None,
        record=record,
        put_in=put_in,
        **{name: value for name, value in table.items() if name != "names"},
    )


def opinion_in(table: dict[str, Any]) -> Opinion:
    words = dict(table.get("words", {}))
    future = words.pop("future", {"continue": 1})
    replies = [Said(**each) for each in table.get("replies", [])]
    return Opinion(**(table | {"words": words, "future": future, "replies": replies}))


def names_in(table: dict[str, Any]) -> list[Name]:
    """Return the other names, each written as ``{ former = "…", until = "5y" }``."""
    return [
        Name(each[sort], SORTS[sort], each.get("until", ""))
        for each in table.get("names", [])
        for sort in SORTS
        if sort in each
    ]


def places_in(members: dict[str, str]) -> list[Place]:
    """Return the places written as ``police = "ruth chair, pete"``; ``vacant`` is nobody."""
    return [
        place_in(body, words.split())
        for body, all_of_them in members.items()
        for words in all_of_them.split(",")
    ]


def units_in(table: dict[str, Any]) -> list[Place]:
    """Return the places of an internal partnership, whose members are parts of its host."""
    return [
        place_in(table["host"], words.split(), unit)
        for unit, words in table.pop("units", {}).items()
    ]


def place_in(body: str, words: list[str], unit: str = "") -> Place:
    person, *capacity = words
    held = "".join(capacity).upper() or "REPRESENTATIVE"
    return Place(body, held, None if person == "vacant" else person, unit)
