"""One person of each role to sign in as, in a register that was generated."""

from joinedup.demo.generated.bodies import MAIL
from joinedup.domain.people.models import Person

ROLES = {
    "officer": "partnership officer: keeps the register and runs the yearly round",
    "manager": "manager: the same, and says who works at the council",
    "director": "director: reads what the council leads, and draft results",
    "leadership": "leadership: reads what the council leads, and results that stand",
    "auditor": "auditor: reads, and changes nothing",
    "steward": "steward: looks after the installation and the directory",
    "representative": "representative: sits for small organisations",
}


def generated_people() -> list[tuple[Person, str]]:
    """Return one person of each role, and what they are; nobody where nothing was generated."""
    wanted = {f"{role}@{MAIL}": who for role, who in ROLES.items()}
    found = {each.email: each for each in Person.objects.filter(email__in=wanted)}
    return [(found[address], who) for address, who in wanted.items() if address in found]


def sign_ins() -> list[tuple[str, str]]:
    """Return what each of them is, and their address."""
    return [(who, person.email or "") for person, who in generated_people()]
