from dataclasses import dataclass
from enum import StrEnum

# Names in the register and the directory, and lines of the record, are no longer than this.
LONGEST_NAME = 200


class Telling(StrEnum):
    """How a fact is told in a cell."""

    DAY = "day"
    YES_NO = "yes or no"
    WORD = "word"
    MONEY = "money"
    NAME = "name"
    LINE = "line"
    TEXT = "text"


@dataclass(frozen=True)
class Fact:
    """One fact of the shared record: what it is called, how it is told, how long it may be."""

    label: str
    telling: Telling
    longest: int = 0


def day(label: str) -> Fact:
    """Return a fact that is a day."""
    return Fact(label, Telling.DAY)


def yes_no(label: str) -> Fact:
    """Return a fact that is a yes, a no, or not yet told."""
    return Fact(label, Telling.YES_NO)


def word(label: str) -> Fact:
    """Return a fact that is one of a list of words."""
    return Fact(label, Telling.WORD)


def line(label: str, longest: int) -> Fact:
    """Return a fact of so many letters at most."""
    return Fact(label, Telling.LINE, longest)


def text(label: str) -> Fact:
    """Return a fact of any length."""
    return Fact(label, Telling.TEXT)


# Everything of the shared record that stands in a column of its own, in the order of the pages.
RECORD: dict[str, Fact] = {
    "reference": Fact("Our reference for the partnership", Telling.NAME, 40),
    "purpose": text("What it is for"),
    "what_it_is_not": text("What it is not"),
    "outcomes": text("What changes for residents"),
    "priorities": text("Priorities it serves"),
    "openness": word("Whether anyone may be shown it"),
    "kind": word("Kind of partnership"),
    "level": word("Strategic or operational"),
    "is_internal": word("Internal, or of different organisations"),
    "state": word("Whether it is active or closed"),
    "tier": word("Tier"),
    "tier_because": line("Why it is of this tier", 300),
    "starts_on": day("Start date"),
    "ends_on": day("End date"),
    "ended_on": day("When it did end"),
    "expected_life": word("How long it is expected to be needed"),
    "next_review_on": day("When it is next reviewed"),
    "agreement": yes_no("Has a written agreement"),
    "agreement_signed_on": day("When the agreement was signed"),
    "agreement_ends_on": day("When the agreement ends"),
    "agreement_version": line("Version of the agreement", 40),
    "agreement_review_on": day("When the agreement is looked at again"),
    "data_sharing": yes_no("Has a data-sharing agreement"),
    "data_sharing_on": day("Date of the data-sharing agreement"),
    "exit_plan": yes_no("Has an exit plan"),
    "exit_plan_on": day("Date of the exit plan"),
    "risks": yes_no("Has a list of risks"),
    "risks_reviewed_on": day("When the risks were last looked at"),
    "top_risk": line("Highest risk", 300),
    "measures": yes_no("Has measures of success"),
    "measures_updated_on": day("When the measures were last updated"),
    "statutory": yes_no("Whether the law asks for it"),
    "statutory_law": line("Which law asks for it", 300),
    "legal_form": word("What it is in law"),
    "joint_venture": yes_no("Whether it is a joint venture"),
    "has_accountable_body": yes_no("Whether a body answers for its money"),
    "beyond_area": yes_no("Whether it reaches beyond its place"),
    "reach": line("How far it reaches", 300),
    "meeting_rhythm": line("How often it meets", 100),
    "reporting_line": line("To whom it reports", 300),
    "scrutiny_committee": line("Committee that looks into it", 200),
    "total_budget": Fact("Budget of a year, in pounds", Telling.MONEY),
}
# Days of which the second cannot come before the first, and what to say when it does.
IN_ORDER = (
    ("starts_on", "ends_on", "It ends before it starts. Check both dates."),
    ("starts_on", "ended_on", "It ended before it started. Check both dates."),
    ("agreement_signed_on", "agreement_ends_on", "The agreement ends before it was signed."),
    (
        "agreement_signed_on",
        "agreement_review_on",
        "The agreement is to be looked at again before it was signed. Check both dates.",
    ),
)
# Told by a list but no column of the record: kept as names, as bodies, or as a reported score.
BESIDE = {
    "other_names": "Other names of the partnership",
    "themes": "Themes",
    "area_code": "Official code of its area",
    "area_name": "Name of its area",
    "lead_host": "Lead host",
    "other_hosts": "Other hosts",
    "accountable_body": "Body that answers for its money",
    "score": "Last score, 0 to 100",
    "band": "Last band or rating",
    "score_year": "Year of the last score",
}
LABELS = {name: fact.label for name, fact in RECORD.items()}

# By thing: every field that a column can feed, and how it is called.
FIELDS: dict[str, dict[str, str]] = {
    "partnership": {
        "number": "Joined Up’s own number of the partnership",
        "name": "Name of the partnership",
        **LABELS,
        **BESIDE,
    },
    "member": {
        "name": "Member organisation, or the members in one cell",
        "unit": "Part of the organisation that joins",
        "identifier": "Number or code of the member organisation",
        "scheme": "Which register the number is from",
        "sector": "Sector of the member organisation",
        "standing": "Core, associate or observer",
        "from_on": "When it joined",
        "to_on": "Until when it belongs",
        "brings": "What it brings",
        "gains": "What it gains",
        "year": "Year in which it puts something in",
        "sort": "What it puts in: money, hours or something else",
        "amount": "How much it puts in: pounds or hours",
        "words": "What it puts in, in words",
    },
    "seat": {
        "name": "Person’s name",
        "email": "Person’s email address",
        "capacity": "Person’s part: chair, coordinator, representative",
        "organisation": "Organisation the person speaks for",
        "stands_in_for": "Whom a deputy stands in for",
    },
    "organisation": {
        "number": "Joined Up’s own number of the organisation",
        "name": "Name of the organisation",
        "other_names": "Other names, in use now",
        "former_names": "Former names",
        "former_until": "When the former name ended",
        "sector": "Sector",
        "form": "What sort of body it is",
        "part_of": "Which organisation it is a part of",
        "gss": "Official area code (GSS)",
        "former_gss": "Former area codes",
        "charity": "Charity number",
        "company": "Company number",
        "org_id": "Numbers with their registers, such as GB-CHC-1234567",
        "identifier": "Another number or code",
        "scheme": "Which register that number is from",
        "website": "Website",
        "contact": "How to reach it",
        "from_on": "When it began",
        "to_on": "When it ended",
        "replaced_by": "What replaced it: names or codes",
    },
    "person": {
        "name": "Person’s name",
        "email": "Email address",
        "phone": "Telephone",
        "organisation": "Organisation they belong to",
        "title": "Post or job title",
        "partnership": "Partnership they sit on",
        "capacity": "Part there: chair, coordinator, representative",
    },
}
