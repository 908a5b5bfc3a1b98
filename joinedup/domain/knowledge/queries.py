"""The register as imports know it."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from joinedup.domain.basics.days import current, not_over
from joinedup.domain.basics.folding import folded
from joinedup.domain.contacts.models import Contact
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.fields.kinds import RECORD
from joinedup.domain.matching.known import (
    Known,
    KnownMembership,
    KnownOrganisation,
    KnownPartnership,
    KnownPerson,
    KnownSeat,
    place_of,
)
from joinedup.domain.organisations.kinds import OFFICERS, Sector
from joinedup.domain.organisations.models import Organisation, Post, Succession
from joinedup.domain.organisations.queries import organisations_where, standing
from joinedup.domain.partnerships.kinds import State, Told
from joinedup.domain.partnerships.models import (
    Holder,
    Hosting,
    Membership,
    Partnership,
    ReportedScore,
    Seat,
)
from joinedup.domain.partnerships.queries import kept_by, run_by
from joinedup.domain.partnerships.queries import visible_to as partnerships_visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.phrases.values import is_told
from joinedup.domain.spreadsheets.table import clean_cell
from joinedup.domain.tiers.models import TierDecision

UNTOLD = ("", None, Told.UNTOLD)
RECORDED = tuple(name for name in RECORD if name not in ("reference", "tier"))


def known_register(by: Person | None, day: date, *, host: Organisation | None = None) -> Known:
    """Return the register as ``by`` may know it, in the same number of queries at any size.

    Bodies are known to everyone; partnerships only as far as ``by`` sees them, all of them for
    the command line.
    """
    partnerships = Partnership.objects.all() if by is None else partnerships_visible_to(by, day)
    here = Q(partnership__in=partnerships.values("pk"))
    here_of_member = Q(membership__partnership__in=partnerships.values("pk"))
    own = None if by is None else organisations_where(by, day, *OFFICERS)
    taken = Partnership.objects.exclude(reference="")
    return Known(
        organisations=known_organisations(day),
        partnerships=known_partnerships(partnerships, by, day),
        memberships=known_memberships(here, day),
        seats=known_seats(partnerships, day),
        people=tuple(
            KnownPerson(key, name, email or "")
            for key, name, email in Person.objects.filter(email__isnull=False)
            .order_by("id")
            .values_list("public_id", "name", "email")
        ),
        scores={
            (score.partnership.public_id, score.year): (score.overall, score.band)
            for score in ReportedScore.objects.filter(here).select_related("partnership")
        },
        contributions=known_contributions(here_of_member, day),
        references=frozenset(taken.order_by().values_list("reference", flat=True)),
        successions=frozenset(Succession.objects.order_by().values_list(*CAME_AFTER)),
        contacts=known_contacts(day),
        host=host.public_id if host else "",
        own=None if own is None else frozenset(own.order_by().values_list("public_id", flat=True)),
        day=day,
    )


CAME_AFTER = ("predecessor__public_id", "successor__public_id")


def known_contacts(day: date) -> frozenset[tuple[str, str]]:
    """Return for each body the folded names of those to ask for."""
    asked_for = Contact.objects.filter(not_over(day)).order_by()
    told = asked_for.values_list("organisation__public_id", "name")
    return frozenset((key, folded(name)) for key, name in told)


PLACE = ("partnership__public_id", "organisation__public_id", "unit")
OF_MEMBERS = ("public_id", "standing", "from_on", "to_on", "brings", "gains")


def known_memberships(here: Q, day: date) -> dict[tuple[str, str], KnownMembership]:
    """Return the members, and the parts of bodies that are members for themselves."""
    members = Membership.objects.filter(here, not_over(day)).order_by("id")
    return {
        (partnership, place_of(body, unit)): KnownMembership(*told)
        for partnership, body, unit, *told in members.values_list(*PLACE, *OF_MEMBERS)
    }


OF_CONTRIBUTIONS = ("year", "sort", "words", "public_id", "amount")


def known_contributions(here: Q, day: date) -> dict[tuple[str, ...], tuple[str, Decimal | None]]:
    """Return how much members put in, by partnership, place, year, sort and words."""
    given = Contribution.objects.filter(here, not_over(day, "membership__")).order_by("id")
    told = given.values_list(*(f"membership__{name}" for name in PLACE), *OF_CONTRIBUTIONS)
    return {
        (one, place_of(body, unit), str(year), sort, words_of(words)): (key, amount)
        for one, body, unit, year, sort, words, key, amount in told
    }


def words_of(text: str) -> str:
    """Return words as a file would tell them."""
    words = clean_cell(text)
    return words if is_told(words) else ""


def known_organisations(day: date) -> tuple[KnownOrganisation, ...]:
    """Return every body with its names and numbers, in three queries."""
    officers = set(
        Post.objects.filter(current(day), kind__in=OFFICERS)
        .order_by()
        .values_list("organisation_id", flat=True)
    )
    bodies = standing().select_related("part_of")
    bodies = bodies.prefetch_related("other_names", "identifiers").order_by("id")
    return tuple(
        KnownOrganisation(
            key=body.public_id,
            name=body.name,
            sector="" if body.sector == Sector.UNTOLD else body.sector,
            other_names=tuple(other.name for other in body.other_names.all()),
            identifiers=tuple((one.scheme, one.value) for one in body.identifiers.all()),
            has_officers=body.pk in officers,
            website=body.website,
            from_on=body.from_on,
            to_on=body.to_on,
            contact=body.contact,
            form=body.form,
            part_of=body.part_of.public_id if body.part_of else "",
        )
        for body in bodies
    )


def known_partnerships(
    partnerships: QuerySet[Partnership], by: Person | None, day: date
) -> tuple[KnownPartnership, ...]:
    """Return the partnerships with their names, hosts and what is told of them."""
    kept, run = (
        None if by is None else set(found(by, day).order_by().values_list("pk", flat=True))
        for found in (kept_by, run_by)
    )
    judged = judged_days(partnerships)
    hosts: dict[int, list[tuple[bool, str, str]]] = defaultdict(list)
    for hosting in (
        Hosting.objects.filter(not_over(day), partnership__in=partnerships.values("pk"))
        .select_related("organisation")
        .order_by("-is_lead", "id")
    ):
        body = hosting.organisation
        hosts[hosting.partnership_id].append((hosting.is_lead, body.public_id, body.name))
    records = partnerships.select_related("area", "accountable_body")
    records = records.prefetch_related("other_names", "themes").order_by("id")
    return tuple(
        replace(
            known_partnership(one, hosts[one.pk], kept),
            may_judge=run is None or one.pk in run,
            judged_on=judged.get((one.pk, one.tier)),
        )
        for one in records
    )


def judged_days(partnerships: QuerySet[Partnership]) -> dict[tuple[int, int | None], date]:
    """Return the day on which the tier of each was last worked out here, with that tier."""
    decisions = TierDecision.objects.filter(partnership__in=partnerships.values("pk"))
    told = decisions.order_by("decided_on", "id").values_list("partnership", "tier", "decided_on")
    latest = {pk: (tier, day) for pk, tier, day in told}
    return {(pk, tier): day for pk, (tier, day) in latest.items()}


def known_partnership(
    one: Partnership, hosts: list[tuple[bool, str, str]], kept: set[int] | None
) -> KnownPartnership:
    """Return one partnership as imports know it; whoever is not told who keeps it may."""
    ended = one.state in (State.CLOSED, State.DECLINED)
    lead = next(((key, name) for is_lead, key, name in hosts if is_lead), ("", ""))
    return KnownPartnership(
        key=one.public_id,
        name=one.name,
        other_names=tuple(other.name for other in one.other_names.all()),
        reference=one.reference,
        values=told_values(one),
        area_code=one.area.code if one.area else "",
        lead_host=lead[0],
        hosts=frozenset(key for _, key, _ in hosts),
        may_change=kept is None or (one.pk in kept and not ended),
        kept_by=lead[1],
        themes=tuple(theme.name for theme in one.themes.all()),
    )


def told_values(one: Partnership) -> dict[str, Any]:
    """Return what is told of a partnership, in the words imports compare with."""
    values = {name: getattr(one, name) for name in RECORDED}
    values["tier"] = str(one.tier) if one.tier else ""
    body = one.accountable_body
    values["accountable_body"] = body.public_id if body else ""
    return {name: value for name, value in values.items() if value not in UNTOLD}


def known_seats(
    partnerships: QuerySet[Partnership], day: date
) -> dict[tuple[str, str], tuple[KnownSeat, ...]]:
    """Return the places on these partnerships and who holds them, in two queries."""
    there = Seat.objects.filter(
        not_over(day),
        not_over(day, "membership__"),
        membership__partnership__in=partnerships.values("pk"),
    )
    holders = {
        holder.seat_id: holder.person
        for holder in Holder.objects.filter(not_over(day), seat__in=there.values("pk"))
        .select_related("person")
        .order_by("id")
    }
    seats: dict[tuple[str, str], tuple[KnownSeat, ...]] = defaultdict(tuple)
    for seat in there.select_related(
        "membership__partnership", "membership__organisation", "stands_in_for"
    ).order_by("id"):
        member = seat.membership
        body = place_of(member.organisation.public_id, member.unit)
        place = (member.partnership.public_id, body)
        person = holders.get(seat.pk)
        named = (person.public_id, person.name) if person else ("", "")
        other = seat.stands_in_for.public_id if seat.stands_in_for else ""
        seats[place] += (KnownSeat(seat.public_id, seat.capacity, *named, other),)
    return dict(seats)
