"""Partnerships with all that hangs on them, as rows."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Model

from joinedup.demo.generated.bodies import Rows
from joinedup.demo.generated.naming import ABOUT, person_name
from joinedup.demo.generated.plan import (
    CROWDED,
    LINES,
    MEMBERS,
    PARTNERSHIPS,
    SEATS,
    SIDES,
    Plan,
)
from joinedup.domain.basics.folding import folded
from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.involvements.models import Involvement
from joinedup.domain.organisations.kinds import NameSort, PostKind
from joinedup.domain.partnerships.kinds import Capacity, Kind, Level, Standing, State, Tier, Told
from joinedup.domain.partnerships.models import (
    Holder,
    Hosting,
    Membership,
    OtherPartnershipName,
    Partnership,
    Seat,
    Theme,
)
from joinedup.domain.structure.kinds import LinkSort
from joinedup.domain.structure.models import Link
from joinedup.domain.thresholds.kinds import RISKS
from joinedup.domain.tiers.models import TierDecision

# Each twentieth is in another state; those that rounds ask are all active.
STATES = {7: State.PROPOSED, 10: State.CLOSED, 13: State.CLOSING, 16: State.IDEA}
TOLD = (Told.YES, Told.YES, Told.YES, Told.NO, Told.UNTOLD)
CAPACITIES = (Capacity.COORDINATOR, Capacity.CHAIR, Capacity.REPRESENTATIVE)
VACANT, FORMER, UPPER = 11, 9, 10
RHYTHMS = ("Monthly", "Every two months", "Quarterly", "Twice a year")


def is_asked(plan: Plan, n: int) -> bool:
    """Tell whether the yearly rounds ask this partnership."""
    return n % plan.size.every == 0 and n // plan.size.every < plan.size.asked


def tier_of(plan: Plan, n: int) -> Tier:
    """Return the tier: who is asked each year is significant or key, everybody else a network."""
    if not is_asked(plan, n):
        return Tier.NETWORK
    return Tier.SIGNIFICANT if plan.chance(3, n) % 2 else Tier.KEY


def since(plan: Plan, n: int) -> date:
    """Return when a partnership began: some years before the first round."""
    return plan.day - timedelta(days=(plan.size.years + 1) * 366 + plan.chance(4, n) % 2000)


def partnerships(plan: Plan, numbers: range) -> Rows:
    """Yield partnerships with names, themes, hosts, members, places, sides and links."""
    for n in numbers:
        name, about = plan.partnership_name(n)
        yield partnership(plan, n, name, about)
        yield Theme(partnership_id=n + 1, name=about, folded_name=folded(about))
        if n % FORMER == FORMER - 1:
            former = f"{name.rsplit(' ', 1)[0]} Working Group"
            yield OtherPartnershipName(
                partnership_id=n + 1,
                name=former,
                folded_name=folded(former),
                sort=NameSort.FORMER,
                to_on=since(plan, n) + timedelta(days=300),
            )
        yield Hosting(
            partnership_id=n + 1,
            organisation_id=plan.host(n) + 1,
            is_lead=True,
            from_on=since(plan, n),
        )
        yield from members(plan, n)
        yield from own_side(plan, n)
        if n % UPPER:
            yield link(plan, n)


def partnership(plan: Plan, n: int, name: str, about: str) -> Model:
    """Return one partnership with what its record tells."""
    state = State.ACTIVE if is_asked(plan, n) else STATES.get(n % 20, State.ACTIVE)
    began, tier = since(plan, n), tier_of(plan, n)
    return Partnership(
        pk=n + 1,
        public_id=plan.public_id(PARTNERSHIPS, n),
        name=name,
        folded_name=folded(name),
        purpose=ABOUT[about],
        state=state,
        tier=tier,
        tier_because="Agreed when the register was set up.",
        kind=Kind.values[plan.chance(5, n) % 5],
        level=Level.STRATEGIC if n % UPPER == 0 else Level.OPERATIONAL,
        starts_on=began,
        ended_on=plan.day - timedelta(days=40) if state == State.CLOSED else None,
        reference=f"P{n + 1:06}",
        meeting_rhythm=RHYTHMS[plan.chance(6, n) % len(RHYTHMS)],
        total_budget=plan.chance(7, n) % 400 * 500 if n % 3 == 0 else None,
        next_review_on=plan.day + timedelta(days=plan.chance(8, n) % 400 - 20),
        **papers(plan, n, began),
    )


def papers(plan: Plan, n: int, began: date) -> dict[str, Any]:
    """Return what the record shows of its papers: most have most, and nobody has all."""
    told = {
        field: TOLD[plan.chance(9, place, n) % len(TOLD)]
        for place, field in enumerate(("agreement", "exit_plan", "risks", "measures"))
    }
    found: dict[str, Any] = dict(told)
    if told["agreement"] == Told.YES:
        found["agreement_signed_on"] = began + timedelta(days=60)
        found["agreement_ends_on"] = plan.day + timedelta(days=plan.chance(10, n) % 900 - 120)
    if told["risks"] == Told.YES:
        found["risks_reviewed_on"] = plan.day - timedelta(days=plan.chance(11, n) % 400)
    if told["measures"] == Told.YES:
        found["measures_updated_on"] = plan.day - timedelta(days=plan.chance(12, n) % 500)
    if n % 2:
        found["members_confirmed_on"] = plan.day - timedelta(days=plan.chance(13, n) % 500)
    return found


def members(plan: Plan, n: int) -> Rows:
    """Yield members with their places, and who holds them; the first three are never empty."""
    for which in range(plan.size.members_each):
        row, began = plan.place(n, which), since(plan, n)
        yield Membership(
            pk=row + 1,
            public_id=plan.public_id(MEMBERS, row),
            partnership_id=n + 1,
            organisation_id=plan.member(n, which) + 1,
            standing=Standing.ASSOCIATE if which > 2 else Standing.CORE,
            from_on=began,
        )
        yield Seat(
            pk=row + 1,
            public_id=plan.public_id(SEATS, row),
            membership_id=row + 1,
            capacity=CAPACITIES[min(which, 2)],
            from_on=began,
        )
        if is_asked(plan, n) or which == 0 or row % VACANT:
            yield Holder(
                pk=row + 1,
                seat_id=row + 1,
                person_id=plan.sitter(n, which) + 1,
                from_on=began,
                confirmed_on=plan.day - timedelta(days=200),
            )


def own_side(plan: Plan, n: int) -> Rows:
    """Yield the lead host's own side, how the tier was worked out, and what it puts in."""
    officer = plan.worker(plan.host(n), PostKind.OFFICER)
    yield TierDecision(
        partnership_id=n + 1,
        organisation_id=plan.host(n) + 1,
        tier=tier_of(plan, n),
        decided_on=since(plan, n),
        decided_by_id=officer + 1,
    )
    yield Involvement(
        public_id=plan.public_id(SIDES, n),
        partnership_id=n + 1,
        organisation_id=plan.host(n) + 1,
        accountable_officer=person_name(officer),
        director=person_name(plan.worker(plan.host(n), PostKind.DIRECTOR)),
        officer_days=Decimal(plan.chance(14, n) % 40),
        cost=Decimal(plan.chance(15, n) % 120 * 500),
        risk=RISKS[plan.chance(16, n) % len(RISKS)],
    )
    yield Contribution(
        public_id=plan.public_id(LINES, n),
        membership_id=plan.place(n, 0) + 1,
        year=plan.day.year - 1,
        sort=Sort.CASH,
        amount=Decimal(plan.chance(17, n) % 80 * 250),
    )


def link(plan: Plan, n: int) -> Model:
    """Return to which partnership this one reports: one in ten is reported to by the others."""
    return Link(
        pk=n + 1,
        public_id=plan.public_id(LINES + 100, n),
        lower_id=n + 1,
        upper_id=n // UPPER * UPPER + 1,
        sort=LinkSort.REPORTS_TO,
        from_on=since(plan, n),
    )


def crowd(plan: Plan, numbers: range) -> Rows:
    """Yield more members of the partnerships that are to have many, each with a place held."""
    first = plan.size.partnerships * plan.size.members_each
    wanted = [
        (n, which) for n, many in CROWDED.items() for which in range(plan.size.members_each, many)
    ]
    for number in numbers:
        n, which = wanted[number]
        row = first + number
        keys = {"pk": row + 1, "from_on": since(plan, n)}
        body = plan.size.public_bodies + (n * 2 + which) % plan.size.organisations
        yield Membership(
            **keys,
            public_id=plan.public_id(MEMBERS, row),
            partnership_id=n + 1,
            organisation_id=body + 1,
        )
        yield Seat(**keys, public_id=plan.public_id(SEATS, row), membership_id=row + 1)
        person = plan.at_work + which % plan.sitting
        yield Holder(**keys, seat_id=row + 1, person_id=person + 1)
