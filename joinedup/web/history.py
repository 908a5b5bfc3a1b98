"""The journal in sentences. What a person reads here names people and bodies, never verbs or codes.

Each verb of the journal has its sentence in ``web/sentences.py``; a test fails for a verb of the
register or the directory that has none. Words in braces come from the entry's detail, put into
plain words by ``words_of``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, QuerySet
from django.http import HttpRequest

from joinedup.delivery.paging import LATEST_FIRST, Leaf, leaf_of
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.contacts.kinds import About
from joinedup.domain.figures.wording import listed
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.kinds import CAME_FROM, SCHEMES, SuccessionSort
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Capacity, State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.web.sentences import OTHERWISE, SENTENCES

FIELD_NAMES = {
    "purpose": "what it is for",
    "tier_because": "the reason for its tier",
    "area": "the place",
    "what_it_is_not": "what it is not",
    "outcomes": "what changes for residents",
    "priorities": "the priorities it serves",
    "openness": "whether it is public",
    "statutory": "whether the law asks for it",
    "statutory_law": "the law that asks for it",
    "legal_form": "the legal form",
    "joint_venture": "whether it is a joint venture",
    "has_accountable_body": "whether a body answers for its money",
    "accountable_body": "the body that answers for its money",
    "beyond_area": "whether it reaches beyond its place",
    "reach": "how far it reaches",
    "expected_life": "how long it is expected to live",
    "meeting_rhythm": "how often it meets",
    "reporting_line": "to whom it reports",
    "scrutiny_committee": "the committee that looks into it",
    "total_budget": "the budget",
    "top_risk": "the top risk",
    "starts_on": "when it started",
    "ends_on": "when it ends",
    "ended_on": "when it did end",
    "next_review_on": "when it is next reviewed",
    "agreement_version": "the version of the agreement",
    "agreement_review_on": "when the agreement is looked at again",
    "data_sharing": "whether there is a data-sharing agreement",
    "data_sharing_on": "the date of the data-sharing agreement",
    "exit_plan_on": "the date of the exit plan",
    "agreement": "whether there is an agreement",
    "agreement_signed_on": "when the agreement was signed",
    "agreement_ends_on": "when the agreement ends",
    "exit_plan": "whether there is an exit plan",
    "risks": "whether there is a list of risks",
    "risks_reviewed_on": "when the risks were last looked at",
    "measures": "whether there are measures of success",
    "measures_updated_on": "when the measures were last updated",
}
LABELS = {
    "about": dict(About.choices),
    "sort": dict(SuccessionSort.choices),
    "scheme": dict(SCHEMES),
}
TABLES: dict[str, Any] = {"partnership": Partnership, "organisation": Organisation}
HISTORY_PAGE = 50
LONG = 100
FEW_CLAUSES = 2
NOBODY = "The service itself"


@dataclass(frozen=True)
class Told:
    """One entry as a person reads it."""

    at: datetime
    sentence: str
    because: str


def history_leaf(entries: QuerySet[Entry], request: HttpRequest) -> Leaf:
    """Return the page of a history that was asked for, the latest entries first."""
    return leaf_of(entries, request, entries, HISTORY_PAGE, by=LATEST_FIRST, key="pk")


def sentences_of(entries: Iterable[Entry]) -> list[Told]:
    """Return the entries as sentences, in two queries however many there are."""
    entries = without_doubles(list(entries))
    names = names_in(entries)
    return [told_of(list(of_one), names) for _, of_one in groupby(entries, sitting_of)]


def sitting_of(entry: Entry) -> Any:
    """Return what entries share that are told in one line: who decided on clauses, and which day.

    An agreement has forty: a line for each would hide all else.
    """
    is_clause = entry.verb == "agreement.clause"
    return (entry.by, entry.by_name, day_of(entry.at)) if is_clause else entry.pk


def told_of(entries: list[Entry], names: dict[str, str]) -> Told:
    """Return entries of one sitting, the latest first, as one line."""
    latest, detail = entries[0], [entry.detail for entry in reversed(entries)]
    decided = {each.get("clause"): each.get("standing") for each in detail}
    if len(decided) < FEW_CLAUSES:
        return Told(latest.at, sentence_of(latest, names), latest.because)
    clauses = listed([f"“{clause}” ({standing})" for clause, standing in decided.items()])
    many = f"decided on {len(decided)} clauses of its agreement: {clauses}."
    return Told(latest.at, f"{latest.by_name or NOBODY} {many}", "")


def without_doubles(entries: list[Entry]) -> list[Entry]:
    """Leave out that a place was opened where, at the same moment, somebody took it."""
    taken = {(e.at, e.detail.get("seat")) for e in entries if e.verb == "seat.held"}
    return [
        e for e in entries if e.verb != "seat.opened" or (e.at, e.detail.get("seat")) not in taken
    ]


def names_in(entries: list[Entry]) -> dict[str, str]:
    """Return the names of the people and bodies that the entries tell of, by identifier."""
    told = {str(entry.detail["person"]) for entry in entries if "person" in entry.detail}
    hosts = {
        str(entry.detail[key])
        for entry in entries
        for key in ("host", "body")
        if key in entry.detail
    }
    hosts |= {was_of(entry).get("accountable_body", "") for entry in entries}
    people = Person.objects.filter(public_id__in=told).values_list("public_id", "name")
    bodies = Organisation.objects.filter(public_id__in=hosts).values_list("public_id", "name")
    return dict(people.order_by()) | dict(bodies.order_by())


def was_of(entry: Entry) -> dict[str, str]:
    """Return what the fields that an entry tells of held before."""
    was = entry.detail.get("was")
    return was if isinstance(was, dict) else {}


def sentence_of(entry: Entry, names: dict[str, str]) -> str:
    """Return one entry as a sentence."""
    words = Words(words_of(entry, names))
    return SENTENCES.get(entry.verb, OTHERWISE).format_map(words).strip()


class Words(dict[str, str]):
    """The words of a sentence; one that an older entry does not hold is told vaguely."""

    def __missing__(self, key: str) -> str:
        return "somebody" if key in ("person", "by") else "something"


def words_of(entry: Entry, names: dict[str, str]) -> dict[str, str]:
    """Return the words of an entry's sentence, with names and labels for identifiers and codes."""
    # Of what was signed before its terms were kept with it, nothing is said of them.
    words = {"terms": ""} | {key: str(each) for key, each in entry.detail.items() if key != "was"}
    for key in ("host", "person", "body"):
        if key in words:
            words[key] = names.get(words[key], "somebody who is no longer in the directory")
    for key, labels in (("to", dict(State.choices)), ("capacity", dict(Capacity.choices))):
        if key in words:
            words[key] = labels.get(words[key], words[key]).lower()
    if "sort" in words:
        words["came"] = dict(CAME_FROM).get(words["sort"], words["sort"])
    for key, labels in LABELS.items():
        if key in words:
            words[key] = labels.get(words[key], words[key])
    was = {name: names.get(old, old) for name, old in was_of(entry).items()}
    words["changes"] = changes_told(entry.kind, was) if "was" in entry.detail else "the record"
    return words | {"by": entry.by_name or NOBODY}


def changes_told(kind: str, was: dict[str, str]) -> str:
    """Return what was changed, with what was there before: “the tier (before: 2, key)”."""
    told = [
        f"{FIELD_NAMES.get(name, f'the {name}')} ({before(kind, name, value)})"
        # Databases differ on the order in which they give back what was kept.
        for name, value in sorted(was.items())
    ]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told) or "nothing"


def before(kind: str, name: str, value: str) -> str:
    """Return what a field said before, in the words of its label."""
    return f"before: {in_label(kind, name, value)}" if value else "before: nothing"


def in_label(kind: str, name: str, value: str) -> str:
    """Return a stored value as a person reads it."""
    try:
        field: Any = TABLES[kind]._meta.get_field(name)
    except (KeyError, FieldDoesNotExist):
        return value
    labels = {str(code): str(label) for code, label in getattr(field, "flatchoices", ())}
    if value in labels:
        return labels[value].lower()
    if isinstance(field, Field) and field.get_internal_type() == "DateField":
        return in_words(date.fromisoformat(value))
    return f"“{value if len(value) <= LONG else value[:LONG] + '…'}”"
