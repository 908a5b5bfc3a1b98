"""The journal in sentences. What a person reads here names people and bodies, never verbs or codes.

Each verb of the journal has its sentence in SENTENCES; a test fails for a verb of the register or
the directory that has none. Words in braces come from the entry's detail, put into plain words by
``words_of``.
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

SENTENCES = {
    "partnership.registered": "{by} registered the partnership. {host} keeps its record.",
    "partnership.changed": "{by} changed {changes}.",
    "partnership.named": "{by} noted another name: {name}.",
    "partnership.moved": "{by} moved the record: it is now {to}.",
    "idea.stated": "{by} wrote down the idea.",
    "idea.changed": "{by} put the idea in other words.",
    "idea.compared": "{by} said how the idea stands to something that is there already.",
    "idea.scoped": "{by} asked whether the idea is for a partnership at all.",
    "partnership.hosted": "{by} let {host} keep the record as well.",
    "partnership.imported": "{by} brought the record in from a file.",
    "partnership.withdrawn": "{by} took the file back that had brought the record in.",
    "partnership.led": "{by} noted that {host} keeps the record.",
    "member.added": "{by} added {member} as a member.",
    "member.withdrawn": "{by} took the file back that had added {member} as a member.",
    "member.changed": "{by} corrected the place of {member}.",
    "member.ended": "{by} ended the membership of {member}.",
    "members.confirmed": "{by} confirmed that the list of members is right.",
    "seat.opened": "{by} gave {member} a place as {capacity}.",
    "seat.held": "{by} noted that {person} sits for {member} as {capacity}.",
    "seat.vacated": "{by} noted that {person} leaves the place of {member} as {capacity}.",
    "seat.confirmed": "{by} confirmed that {person} still sits for {member} as {capacity}.",
    "seat.stands_in": "{by} noted for whom the deputy of {member} stands in: {place}.",
    "contribution.added": "{by} noted what {member} puts in during {year}.",
    "contribution.changed": "{by} corrected what {member} puts in during {year}.",
    "sharing.arranged": "{by} wrote down what members may share: {words}",
    "sharing.amended": "{by} changed what members may share: {words}",
    "sharing.confirmed": "{by} confirmed for {member} what members may share: {words}",
    "sharing.withdrawn": "{by} withdrew what members had arranged to share: {words}",
    "tier.judged": "{by} worked out that it is of tier {tier}.",
    "tier.reported": "{by} noted a tier that was decided elsewhere.",
    "link.made": "{by} linked it with another partnership.",
    "link.ended": "{by} ended a link with another partnership.",
    "record.confirmed": "{by} confirmed for {member} that the record is right.",
    "record.questioned": "{by} questioned the record for {member}.",
    "record.answered": "{by} answered the question of {member}.",
    "priority.chosen": "{by} chose a priority from a result.",
    "action.added": "{by} noted what is to be done: {what}. {person} does it.",
    "risk.added": "{by} put a risk on the list: {what}.",
    "risk.changed": "{by} changed what is told of a risk: {what}.",
    "risk.scored": "{by} scored a risk again: {what}.",
    "risk.closed": "{by} closed a risk: {what}.",
    "action.moved": "{by} noted what became of “{what}”: {became}.",
    "future.decided": "{by} wrote down what was decided about its future: {outcome}.",
    "future.disagreed": "{by} said for {member} that it disagrees with what was decided.",
    "kind.asked": "{by} asked the members what kind of partnership it is, until {on}.",
    "kind.answered": "{by} said for {member} what kind of partnership it is.",
    "kind.shown": "What kind of partnership each member says it is, is open to all of them.",
    "kind.settled": "{by} wrote down how the members deal with seeing it differently: {outcome}.",
    "member.told": "{by} wrote down what {member} brings and gains.",
    "promise.made": "{by} promised for {member}: {what}.",
    "promise.proposed": "{by} asked {member} to promise this: {what}.",
    "promise.accepted": "{by} accepted for {member} to promise this: {what}.",
    "promise.declined": "{by} declined for {member} to promise this: {what}.",
    "promise.changed": "{by} changed what {member} promised: {what}.",
    "promise.said": "{by} said that {member} delivered: {what}.",
    "promise.confirmed": "{by} confirmed that {member} delivered: {what}.",
    "promise.not_yet": "{by} said that {member} has not delivered yet: {what}.",
    "promise.asked": "{by} asked to release {member} from its promise: {what}.",
    "promise.offered": "{by} offered to release {member} from its promise: {what}.",
    "promise.agreed": "{by} agreed to release {member} from its promise: {what}.",
    "promise.held": "{by} did not agree to release {member} from its promise: {what}.",
    "promise.released": "{by} let go of a promise of {member}, which has left: {what}.",
    "promise.taken_back": "{by} took back what was said last of a promise of {member}: {what}.",
    "promise.withdrawn": "{by} withdrew a promise of {member}: {what}.",
    "promise.nothing": "{by} said for {member} that it promises nothing for now.",
    "agreement.begun": "{by} began its agreement.",
    "agreement.chosen": "{by} took up the clauses of tier {tier} in its agreement.",
    "agreement.clause": "{by} decided on the clause “{clause}” of its agreement: {standing}.",
    "agreement.dated": "{by} set the dates and the status of its agreement.",
    "agreement.proposed": "{by} proposed for {member} a change to “{clause}” in its agreement.",
    "agreement.taken": "{by} took the change to “{clause}” that {member} proposed.",
    "agreement.declined": "{by} declined the change to “{clause}” that {member} proposed.",
    "agreement.withdrawn": "{by} took back the change to “{clause}” proposed for {member}.",
    "agreement.offered": "{by} offered version {number} of its agreement to sign.",
    "agreement.unoffered": "{by} took back version {number} of its agreement.",
    "agreement.signed": "Version {number} of its agreement is signed. {terms}",
    "agreement.paper_kept": "{by} kept a paper as evidence: {what}.",
    "agreement.paper_taken_away": "{by} took away a paper that was kept as evidence: {what}.",
    "agreement.paper_erased": "{by} erased again, after a backup was put back, a paper that had "
    "been taken away: {what}.",
    "look.taken": "{by} took the second look after the review of {year}: {better}.",
    "page.shown": "{by} chose that anybody may read of the partnership.",
    "page.hidden": "{by} chose that nobody outside may read of the partnership.",
    "member.named": "{by} said that the public page names {member}.",
    "member.unnamed": "{by} said that the public page leaves {member} out.",
    "consent.given": "{by} agreed to be named on the public page.",
    "consent.withdrawn": "{by} is no longer named on the public page.",
    "matter.listed": "{by} listed what residents ask about: {matter}.",
    "matter.changed": "{by} put otherwise what residents ask about: {matter}.",
    "matter.removed": "{by} took off the list what residents ask about: {matter}.",
    "matter.accepted": "{by} accepted for {body} that it answers for {matter}.",
    "matter.declined": "{by} said for {body} that it does not answer for {matter}.",
    "signatory.named": "{by} named {person} to sign for {member}.",
    "signatory.ended": "{by} noted that {person} signs for {member} no longer.",
    "agreement.signed_for": "{by} signed version {number} of its agreement for {member}.",
    "agreement.accepted": "{by} accepted a signature on paper for {member}: {name} signed version "
    "{number} of its agreement.",
    "agreement.refused": "{by} said for {member} that it does not sign version {number}.",
    "score.reported": "{by} noted a score for {year} that was worked out elsewhere.",
    "organisation.added": "{by} put it in the directory.",
    "organisation.withdrawn": "{by} took the file back that had put it in the directory.",
    "organisation.changed": "{by} changed {changes}.",
    "organisation.named": "{by} noted another name: {name}.",
    "organisation.identified": "{by} noted its number: {scheme} {value}.",
    "organisation.renumbered": "{by} put a number right: {scheme} {value} (before: {old}).",
    "organisation.unnumbered": "{by} took away a number: {scheme} {value}.",
    "organisation.unnamed": "{by} took away another name: {name}.",
    "organisation.ended": "{by} noted that it ended on {on}.",
    "organisation.succeeded": "{by} noted what came after it. {sort} {body}.",
    "organisation.inherited": "{by} noted what came before it. {came} {body}.",
    "organisation.unsucceeded": "{by} took away that {body} came after it.",
    "organisation.formed": "{by} said what it is: {form} (before: {before}).",
    "organisation.serves": "{by} said whom it serves or speaks for: {groups}.",
    "organisation.absorbed": "{by} joined the entry “{name}” with this one.",
    "organisation.merged": "{by} joined this entry with “{name}”.",
    "organisation.parted": "{by} parted this entry and “{name}” again.",
    "members.joined": "{by} joined two memberships of {member}, which was listed twice.",
    "contact.added": "{by} said whom to ask for there.",
    "contact.changed": "{by} put right what is said of somebody to ask for.",
    "contact.ended": "{by} noted that somebody is to be asked for no more.",
    "remark.made": "{by} said something of it. {about}.",
    "response.made": "{by} answered for it. {about}.",
    "remark.withdrawn": "{by} withdrew something said of it. {about}.",
    "consortium.joined": "{by} noted that {body} is one of the consortium.",
    "consortium.left": "{by} noted that {body} leaves the consortium.",
    "consortium.turned": "{by} noted that {body} sits for the consortium {when}.",
    "organisation.disinherited": "{by} took away that it came after {body}.",
}
OTHERWISE = "{by} changed the record."
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
