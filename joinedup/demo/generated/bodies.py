"""People, organisations and posts, as rows."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Model

from joinedup.demo.generated.naming import person_name
from joinedup.demo.generated.plan import BODIES, PEOPLE, POSTS, ROLES, Plan
from joinedup.domain.basics.folding import folded
from joinedup.domain.organisations.kinds import NameSort, PostKind
from joinedup.domain.organisations.models import Organisation, OtherOrganisationName, Post
from joinedup.domain.people.models import Person

Rows = Iterator[Model]
MAIL = "generated.example"
TITLES = {
    PostKind.MANAGER: "Partnerships manager",
    PostKind.OFFICER: "Partnership officer",
    PostKind.DIRECTOR: "Assistant director, communities",
    PostKind.LEADERSHIP: "Chief executive",
    PostKind.AUDITOR: "Internal auditor",
    PostKind.STEWARD: "Service owner",
}
FORMER, CONFIRMED = 12, timedelta(days=200)


def address_of(plan: Plan, number: int) -> str:
    """Return somebody's address; of those with a post in the first body, by their role."""
    roles = [*ROLES, PostKind.STEWARD] if plan.size.public_bodies == 1 else [*ROLES]
    if number < len(roles):
        return f"{roles[number].lower()}@{MAIL}"
    if number == plan.at_work - 1:
        return f"{PostKind.STEWARD.lower()}@{MAIL}"
    if number == plan.at_work:
        return f"representative@{MAIL}"
    name = person_name(number).lower().replace(" ", ".")
    return f"{name}{number}@{MAIL}"


def people(plan: Plan, numbers: range) -> Rows:
    """Yield people."""
    for n in numbers:
        yield Person(
            pk=n + 1,
            public_id=plan.public_id(PEOPLE, n),
            name=person_name(n),
            email=address_of(plan, n),
            session_seed=f"generated-{plan.public_id(PEOPLE, n)}",
        )


def bodies(plan: Plan, numbers: range) -> Rows:
    """Yield organisations, and for each twelfth the name it had before."""
    for n in numbers:
        name, sector = plan.body_name(n)
        yield Organisation(
            pk=n + 1,
            public_id=plan.public_id(BODIES, n),
            name=name,
            folded_name=folded(name),
            sector=sector,
        )
        if n % FORMER == FORMER - 1:
            former = f"{name} Association"
            yield OtherOrganisationName(
                organisation_id=n + 1,
                name=former,
                folded_name=folded(former),
                sort=NameSort.FORMER,
                to_on=plan.day.replace(year=plan.day.year - 4, day=1),
            )


def posts(plan: Plan, numbers: range) -> Rows:
    """Yield who works in the public bodies."""
    for n in numbers:
        is_last = n == plan.at_work - 1
        kind = PostKind.STEWARD if is_last else ROLES[n % len(ROLES)]
        yield Post(
            pk=n + 1,
            public_id=plan.public_id(POSTS, n),
            person_id=n + 1,
            organisation_id=1 if is_last else n // len(ROLES) + 1,
            kind=kind,
            title=TITLES[kind],
            from_on=plan.day.replace(year=plan.day.year - 5, day=1),
            confirmed_on=plan.day - CONFIRMED,
        )
