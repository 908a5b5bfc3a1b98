"""The columns of each list that leaves the service. A new field of the record is one line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from joinedup.domain.exports.formats import Value
from joinedup.domain.organisations.kinds import Form, Sector
from joinedup.domain.partnerships.kinds import (
    Capacity,
    Kind,
    LegalForm,
    Level,
    Life,
    Openness,
    Standing,
    State,
    Tier,
    Told,
)

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """A heading, the field it shows, and how its value is told; ``also`` is gathered apart."""

    heading: str
    field: str
    told: Callable[[Any], Value] = lambda value: value
    also: bool = False


def in_words(labels: type[Any]) -> Callable[[Any], Value]:
    """Return what tells a code in words, and says nothing where nobody has told us."""
    words = {value: str(label) for value, label in labels.choices if value != "UNTOLD"}
    return words.get


def listed(names: Any) -> str:
    """Return names in one cell, so that each can be told from the next whatever is in it."""
    return "; ".join(quoted(name) for name in names or ())


def themed(names: Any) -> str:
    """Return themes in one cell; people part those with commas too."""
    return "; ".join(quoted(name, ',;\n|"') for name in names or ())


def quoted(name: str, signs: str = ';\n|"') -> str:
    """Return a name in quotation marks, where it holds what divides names from one another."""
    if any(sign in name for sign in signs):
        doubled = name.replace('"', '""')
        return f'"{doubled}"'
    return name


told = in_words(Told)
REGISTER = (
    Column("Joined Up number", "public_id"),
    Column("Partnership", "name"),
    Column("Other names", "other_names", listed, also=True),
    Column("Our reference", "reference"),
    Column("Place code", "area__code"),
    Column("Place", "area__name"),
    Column("What it is for", "purpose"),
    Column("Kind", "kind", in_words(Kind)),
    Column("Level", "level", in_words(Level)),
    Column("State", "state", in_words(State)),
    Column("Tier", "tier", in_words(Tier)),
    Column("Why this tier", "tier_because"),
    Column("Themes", "themes", themed, also=True),
    Column("Starts", "starts_on"),
    Column("Ends", "ends_on"),
    Column("Lead host", "lead_host", also=True),
    Column("Other hosts", "other_hosts", listed, also=True),
    Column("Members", "members", listed, also=True),
    Column("Agreement", "agreement", told),
    Column("Agreement signed", "agreement_signed_on"),
    Column("Agreement ends", "agreement_ends_on"),
    Column("Agreement version", "agreement_version"),
    Column("Agreement reviewed", "agreement_review_on"),
    Column("Data sharing agreement", "data_sharing", told),
    Column("Data sharing since", "data_sharing_on"),
    Column("Exit plan", "exit_plan", told),
    Column("Exit plan of", "exit_plan_on"),
    Column("List of risks", "risks", told),
    Column("Risks looked at", "risks_reviewed_on"),
    Column("Highest risk", "top_risk"),
    Column("Measures", "measures", told),
    Column("Measures updated", "measures_updated_on"),
    Column("Members confirmed", "members_confirmed_on"),
    Column("What it is not", "what_it_is_not"),
    Column("Outcomes", "outcomes"),
    Column("Priorities", "priorities"),
    Column("Who may be shown it", "openness", in_words(Openness)),
    Column("Internal or external", "is_internal", lambda held: "Internal" if held else None),
    Column("Asked for by law", "statutory", told),
    Column("Which law", "statutory_law"),
    Column("Legal form", "legal_form", in_words(LegalForm)),
    Column("Joint venture", "joint_venture", told),
    Column("Has an accountable body", "has_accountable_body", told),
    Column("Accountable body", "accountable_body__name"),
    Column("Reaches beyond its place", "beyond_area", told),
    Column("How far it reaches", "reach"),
    Column("Expected life", "expected_life", in_words(Life)),
    Column("Ended", "ended_on"),
    Column("Next review", "next_review_on"),
    Column("How often it meets", "meeting_rhythm"),
    Column("Reports to", "reporting_line"),
    Column("Scrutiny committee", "scrutiny_committee"),
    Column("Budget of a year, pounds", "total_budget"),
    Column("Latest result", "band", also=True),
)
DIRECTORY = (
    Column("Joined Up number", "public_id"),
    Column("Organisation", "name"),
    Column("Other names", "other_names", listed, also=True),
    Column("Sector", "sector", in_words(Sector)),
    Column("What sort of body", "form", in_words(Form)),
    Column("Part of", "part_of__name"),
    Column("Numbers", "numbers", listed, also=True),
    Column("Website", "website"),
    Column("How to reach it", "contact"),
    Column("Since", "from_on"),
    Column("Until", "to_on"),
    Column("Partnerships we share", "shared", also=True),
)
MEMBERSHIPS = (
    Column("Partnership number", "partnership__public_id"),
    Column("Partnership", "partnership__name"),
    Column("Member", "organisation__name"),
    Column("Part that joins", "unit"),
    Column("Sector", "organisation__sector", in_words(Sector)),
    Column("Standing", "standing", in_words(Standing)),
    Column("Member since", "from_on"),
    Column("Member until", "to_on"),
    Column("What it brings", "brings"),
    Column("What it gains", "gains"),
    Column("Place", "capacity", in_words(Capacity), also=True),
    Column("Person", "person", also=True),
    Column("Email", "email", also=True),
    Column("Stands in for", "stands_in_for", also=True),
)


def fields_of(columns: tuple[Column, ...]) -> list[str]:
    """Return the fields that a light row needs for these columns."""
    return [column.field for column in columns if not column.also]


def told_by(columns: tuple[Column, ...], facts: Facts) -> list[Value]:
    """Return a row of cells."""
    return [column.told(facts.get(column.field)) for column in columns]
