"""How the register was kept: each partnership entered, and what happened to it since."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.content import Event, Place, Planned
from joinedup.demo.district import District
from joinedup.demo.moments import Present
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.remembered import remembering
from joinedup.domain.contributions.actions import add_contribution
from joinedup.domain.partnerships.actions import (
    add_host,
    add_member,
    change_partnership,
    confirm_members,
    end_membership,
    move_partnership,
    note_partnership_name,
    open_seat,
    register_partnership,
    report_score,
    seat_person,
    vacate_seat,
)
from joinedup.domain.partnerships.kinds import Standing, State, Told

# The financial year begins in April.
FIRST_MONTH = 4
# Days on which something was done; the others say what is to come, and are known before.
DONE = ("_signed_on", "_reviewed_on", "_updated_on", "_sharing_on", "_plan_on")


def keep(district: District) -> None:
    """Have every partnership entered on its day, and everything that happened to it happen."""
    present = district.present
    for planned in content.partnerships():
        entered = present.moment(present.day(planned.entered), planned.key)
        district.later(entered, partial(enter_once_asked, district, planned))
        for day, papers in sorted(later_papers(planned, present).items()):
            told_at = present.moment(day, planned.key, "papers")
            district.later(told_at, partial(tell_papers, district, planned, papers))
        for event in planned.events:
            happened = present.moment(present.day(event.when), planned.key, event.when)
            district.later(happened, partial(happen, district, planned, event))


def enter_once_asked(district: District, planned: Planned, at: datetime) -> None:
    """Put one partnership in the register; where its officer works is asked once for all of it."""
    # Entering gives no post; a place it may give the officer adds nothing to what an officer may.
    with remembering():
        enter(district, planned, at)


def enter(district: District, planned: Planned, at: datetime) -> None:
    """Put one partnership in the register, with its names, hosts, members and places."""
    officer = district.officer_of(planned)
    late = {name for papers in later_papers(planned, district.present).values() for name in papers}
    told = days_of(planned, district.present) | record_of(planned, district)
    partnership = register_partnership(
        planned.name,
        host=district.bodies[planned.host],
        by=officer,
        at=at,
        purpose=planned.purpose,
        area=district.areas[planned.area],
        **planned.details,
        **{name: value for name, value in told.items() if name not in late},
    )
    district.partnerships[planned.key] = partnership
    for other in planned.names:
        until = district.present.about(other.until) if other.until else None
        note_partnership_name(partnership, other.name, sort=other.sort, to_on=until)
    for host in planned.also_hosts:
        add_host(partnership, district.bodies[host], by=officer, at=at)
    for place in planned.places:
        enter_place(district, planned, place, at)
    put_in(district, planned, at)
    for each in planned.reported:
        year = district.present.round_closes(each.years_ago).year
        report_score(partnership, year, overall=each.overall, band=each.band, by=officer, at=at)


def record_of(planned: Planned, district: District) -> dict[str, Any]:
    """Return what else the partnership has told, with its days and the body that answers for it."""
    record = papers_of(planned.record, planned, district.present)
    if body := planned.record.get("accountable_body"):
        record |= {"accountable_body": district.bodies[body], "has_accountable_body": Told.YES}
    return record


def put_in(district: District, planned: Planned, at: datetime) -> None:
    """Note what each member puts in, year by year."""
    today = district.present.today
    this_year = today.year if today.month >= FIRST_MONTH else today.year - 1
    for each in planned.put_in:
        add_contribution(
            district.memberships[planned.key, each.member],
            year=this_year - each.years_ago,
            sort=each.sort,
            amount=None if each.amount is None else Decimal(each.amount),
            words=each.words,
            by=district.officer_of(planned),
            at=at,
        )


def days_of(planned: Planned, present: Present) -> dict[str, Any]:
    """Return the first and last day of a partnership, and its papers, as its record has them."""
    days = {"starts_on": planned.starts, "ends_on": planned.ends}
    known = {name: present.about(told, planned.key) for name, told in days.items() if told}
    return known | papers_of(planned.papers, planned, present)


def later_papers(planned: Planned, present: Present) -> dict[date, dict[str, date]]:
    """Return the papers that were done only after the partnership was entered, by their day.

    Entered with it, they would stand in reports and results of a time that could not know them.
    """
    entered, later = present.day(planned.entered), defaultdict[date, dict[str, date]](dict)
    for papers in (planned.papers, planned.record):
        for name, day in papers_of(papers, planned, present).items():
            if name.endswith(DONE) and day > entered:
                later[day][name] = day
    return later


def tell_papers(
    district: District, planned: Planned, papers: dict[str, date], at: datetime
) -> None:
    """Put in the record what was done today."""
    partnership, officer = district.partnerships[planned.key], district.officer_of(planned)
    version = partnership.version
    change_partnership(partnership, version=version, by=officer, at=at, **papers)


def papers_of(papers: dict[str, Any], planned: Planned, present: Present) -> dict[str, Any]:
    """Return papers with their days."""
    return {
        name: present.about(told, planned.key, name) if name.endswith("_on") else told
        for name, told in papers.items()
    }


def enter_place(district: District, planned: Planned, place: Place, at: datetime) -> None:
    """Give a member its place, with whoever holds it; the member is entered with its first."""
    officer = district.officer_of(planned)
    member = (planned.key, place.unit or place.body)
    if member not in district.memberships:
        joined = planned.joined.get(place.body, planned.starts)
        district.memberships[member] = add_member(
            district.partnerships[planned.key],
            district.bodies[place.body],
            standing=planned.standings.get(place.body, Standing.CORE),
            unit=place.unit,
            from_on=district.present.about(joined, planned.key) if joined else None,
            by=officer,
            at=at,
        )
    person = district.people[place.person] if place.person else None
    seat = open_seat(
        district.memberships[member], person=person, capacity=place.capacity, by=officer, at=at
    )
    district.seats[planned.key, place.person or place.body] = seat


def happen(district: District, planned: Planned, event: Event, at: datetime) -> None:
    """Let an event happen to a partnership that is in the register."""
    partnership, officer = district.partnerships[planned.key], district.officer_of(planned)
    values = papers_of(event.papers, planned, district.present)
    if event.renamed:
        values["name"] = event.renamed
    if values:
        version = partnership.version
        change_partnership(partnership, version=version, by=officer, at=at, **values)
    if event.confirmed:
        confirm_members(partnership, by=officer, at=at)
    if event.moves:
        to = State(event.moves)
        move_partnership(partnership, to, because=event.because, by=officer, at=at)
    if event.leaves or event.joins or event.member_leaves:
        people_change(district, planned, event, at)


def people_change(district: District, planned: Planned, event: Event, at: datetime) -> None:
    """Let somebody leave or take a place, or a member leave."""
    officer, yesterday = district.officer_of(planned), day_of(at) - timedelta(days=1)
    if event.leaves:
        seat = district.seats.pop((planned.key, event.leaves))
        vacate_seat(seat, on=yesterday, by=officer, at=at)
        district.seats[planned.key, content.people()[event.leaves].of] = seat
    if event.joins:
        seat = district.seats.pop((planned.key, event.of))
        seat_person(seat, district.people[event.joins], by=officer, at=at)
        district.seats[planned.key, event.joins] = seat
    if event.member_leaves:
        member = district.memberships[planned.key, event.member_leaves]
        end_membership(member, on=yesterday, because=event.because, by=officer, at=at)
