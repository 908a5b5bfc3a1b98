"""What flows into the clauses from the shared record, by itself, while an agreement is written."""

from collections.abc import Callable, Iterator
from datetime import date

from joinedup.domain.agreements.models import Agreement
from joinedup.domain.basics.days import in_words
from joinedup.domain.clauses.texts import points, tidied
from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.contributions.queries import contributions_to
from joinedup.domain.expectations.kinds import Settled
from joinedup.domain.expectations.queries import kind_found, latest_asking
from joinedup.domain.figures.wording import in_pounds, listed
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.kinds import (
    KIND_SENTENCES,
    LEADING,
    Capacity,
    Kind,
    LegalForm,
    Level,
    Life,
    Standing,
    Told,
)
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import hosts_of, members_of, other_names_of

SIGNING = (
    "Each member signs through somebody it authorises, who gives their capacity and the day. "
    "Every signature is given to this exact text: where a word is changed, it is signed anew. "
    "The last page has a line for each member."
)
STATUS = {
    True: "The members mean this agreement to bind them in law.",
    False: "This agreement is not meant to bind anybody in law. It says what we intend, and we "
    "mean to keep to it.",
}
Members = list[Membership]
YEAR_BEGINS = 4
"""The month in which a financial year begins."""


def values_of(agreement: Agreement, day: date) -> dict[str, str]:
    """Return what the record says on ``day``, by clause; what it does not know is left out."""
    partnership = agreement.partnership
    members = list(members_of(partnership, day))
    values = {
        "AG1": name_told(partnership),
        "AG2": points(member_told(member) for member in members),
        "AG3": law_told(partnership),
        "AG4": tidied(partnership.purpose),
        "AG5": aims_told(partnership),
        "AG6": each_told(members, lambda member: member.gains),
        "AG8": kind_told(partnership, day),
        "AG10": area_told(partnership),
        "AG12": dates_told(agreement),
        "AG14": led_told(partnership, members, day),
        "AG17": sentence("The members meet", partnership.meeting_rhythm),
        "AG20": put_in_told(partnership, members, day),
        "AG30": sentence("The partnership reports to", partnership.reporting_line),
        "AG39": STATUS[agreement.binding] if agreement.binding is not None else "",
        "AG40": SIGNING,
    }
    return {code: value for code, value in values.items() if value}


def paragraphs(*told: str) -> str:
    """Return what is known, one paragraph each."""
    return "\n\n".join(text for text in map(tidied, told) if text)


def sentence(beginning: str, words: str) -> str:
    """Return a short fact of the record as a sentence, or nothing where it is not known."""
    told = tidied(words).strip().rstrip(".")
    return f"{beginning}: {told}." if told else ""


def name_told(partnership: Partnership) -> str:
    others = other_names_of([partnership.pk]).get(partnership.pk, [])
    also = f"It is or was also called {listed(others)}." if others else ""
    return paragraphs(f"The partnership is called {partnership.name}.", also)


def member_told(member: Membership) -> str:
    """Return a member with its sector, and who sits for it in which capacity."""
    kind = str(Sector(member.organisation.sector).label)
    known = [] if member.organisation.sector == Sector.UNTOLD else [kind[:1].lower() + kind[1:]]
    if member.standing != Standing.CORE:
        known.append(member.get_standing_display().lower())
    name = f"{member.member_name} ({', '.join(known)})" if known else member.member_name
    return f"{name}: {listed(sitting_told(member)) or 'nobody sits for it yet'}"


def sitting_told(member: Membership) -> list[str]:
    """Return who sits for a member, in its order: “Ade Okafor (representative)”."""
    return [
        f"{holder.person.name} ({seat.get_capacity_display().lower()})"
        for seat in member.seats.all()
        for holder in seat.holders.all()
    ]


def law_told(partnership: Partnership) -> str:
    form = partnership.get_legal_form_display()
    in_law = "" if partnership.legal_form == LegalForm.UNTOLD else sentence("In law it is", form)
    if partnership.legal_form == LegalForm.NONE:
        in_law = "It is no body of its own in law: its members act."
    return paragraphs(in_law, sentence("What it is not", partnership.what_it_is_not))


def aims_told(partnership: Partnership) -> str:
    priorities = points(partnership.priorities.split("\n")) if partnership.priorities else ""
    serves = f"It serves these priorities:\n\n{priorities}" if priorities else ""
    return paragraphs(partnership.outcomes, serves)


def each_told(members: Members, told: Callable[[Membership], str]) -> str:
    """Return what is known of each member, one point each."""
    return points(f"{each.member_name}: {told(each)}" for each in members if told(each).strip())


def kind_told(partnership: Partnership, day: date) -> str:
    """Return the kind members settled on, or else the record's; or that they differ, and why."""
    level = ""
    if partnership.level != Level.UNTOLD:
        level = f"Its work is {partnership.get_level_display().lower()}."
    asking = latest_asking(partnership)
    if asking and asking.settled == Settled.DIFFER:
        differ = "We see differently what kind of partnership this is, and go on knowing it."
        return paragraphs(differ, asking.settled_because, level)
    found = (kind_found(asking, day) if asking else None) or Kind(partnership.kind)
    if found == Kind.UNTOLD:
        return level
    told = f"It is a {found.label.lower()} partnership. {KIND_SENTENCES[found]}"
    return paragraphs(told, level)


def area_told(partnership: Partnership) -> str:
    area = partnership.area.name if partnership.area else ""
    return paragraphs(sentence("Area", area), sentence("Beyond it", partnership.reach))


def dates_told(agreement: Agreement) -> str:
    partnership = agreement.partnership
    told = []
    if agreement.starts_on:
        until = f"until {in_words(agreement.ends_on)}" if agreement.ends_on else "without a set end"
        told.append(f"This agreement holds from {in_words(agreement.starts_on)}, {until}.")
    if agreement.review_on:
        told.append(f"The members look at it again by {in_words(agreement.review_on)}.")
    if partnership.expected_life != Life.UNTOLD:
        life = partnership.get_expected_life_display()
        told.append(f"The partnership is expected to be needed: {life[:1].lower()}{life[1:]}.")
    return " ".join(told)


def led_told(partnership: Partnership, members: Members, day: date) -> str:
    """Return who chairs and coordinates, which body leads, and which answers for its money."""
    lines = [
        f"{Capacity(seat.capacity).label}: {holder.person.name}, {member.member_name}"
        for capacity in LEADING
        for member in members
        for seat in member.seats.all()
        if seat.capacity == capacity
        for holder in seat.holders.all()
    ]
    for number, host in enumerate(hosts_of(partnership, day)):
        lines.append(f"{'Keeps' if number else 'Leads'} the record: {host.organisation.name}")
    if partnership.has_accountable_body == Told.YES and partnership.accountable_body:
        lines.append(f"Answers for its money: {partnership.accountable_body.name}")
    return points(lines)


def put_in_told(partnership: Partnership, members: Members, day: date) -> str:
    """Return what each member brings, and what is noted of this year and of those to come."""
    noted: dict[int, list[str]] = {}
    first = day.year if day.month >= YEAR_BEGINS else day.year - 1
    for line in contributions_to(partnership).order_by("year", "sort", "id"):
        if line.year >= first:
            noted.setdefault(line.membership_id, []).append(contribution_told(line))
    return points(lines_put_in(members, noted))


def lines_put_in(members: Members, noted: dict[int, list[str]]) -> Iterator[str]:
    for member in members:
        told = [*filter(None, [member.brings.strip().rstrip(".")]), *noted.get(member.pk, [])]
        if told:
            yield f"{member.member_name}: {'; '.join(told)}"


def contribution_told(line: Contribution) -> str:
    """Return one contribution: “£500 in 2026 to 2027 (room hire)”."""
    what = line.words.strip()
    if line.amount is None or line.sort == Sort.KIND:
        of = what or line.get_sort_display().lower()
        worth = f", worth {in_pounds(line.amount)}" if line.amount else ""
        return f"{of} in {line.year} to {line.year + 1}{worth}"
    much = f"{line.amount.normalize():,f} hours" if line.sort == Sort.HOURS else ""
    more = f" ({what})" if what else ""
    return f"{much or in_pounds(line.amount)} in {line.year} to {line.year + 1}{more}"
