"""What a long file would do, and whether the register has moved on under it since."""

from datetime import date

from joinedup.domain.basics.folding import folded
from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.imports.queries import known_register, mapping_for_import, table_of
from joinedup.domain.intake.plan import Planning, Reached
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Organisation, OtherOrganisationName
from joinedup.domain.partnerships.models import OtherPartnershipName, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.rolls.planning import planning

# Past so many changes it is quicker to work everything out anew than to look at each.
MANY = 500
MATTER = ("organisation", "partnership", "person")


def end_of_journal() -> int:
    """Return the last line of the journal: whatever comes after it may change a plan."""
    return Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def has_moved(staged: Import) -> bool:
    """Say whether anything that a file names was entered or changed since it was planned."""
    since = Entry.objects.filter(pk__gt=staged.planned["mark"], kind__in=MATTER).order_by()
    things = set(since.values_list("thing", flat=True).distinct()[: MANY + 1])
    if not things:
        return False
    if len(things) > MANY:
        return True
    refs = things | {f"new:{name}" for name in names_of(things)}
    return ImportStep.objects.filter(whole=staged, thing__in=THINGS, ref__in=refs).exists()


THINGS = ("organisations", "partnerships", "people")


def names_of(things: set[str]) -> set[str]:
    """Return every name, number and address of some things, as new ones are referred to."""
    names: set[str] = set()
    for table, others in (
        (Organisation, OtherOrganisationName),
        (Partnership, OtherPartnershipName),
    ):
        found = table.objects.filter(public_id__in=things).order_by()
        names |= set(found.values_list("folded_name", flat=True))
        of = {f"{table.__name__.lower()}__in": found}
        names |= set(others.objects.filter(**of).order_by().values_list("folded_name", flat=True))
    numbers = Organisation.objects.filter(public_id__in=things).order_by()
    told = numbers.values_list("identifiers__scheme", "identifiers__value")
    names |= {f"{scheme}-{value}" for scheme, value in told if scheme}
    people = Person.objects.filter(public_id__in=things, email__isnull=False).order_by()
    names |= {str(email).casefold() for email in people.values_list("email", flat=True)}
    return names | {folded(name) for name in names}


def being_planned(staged: Import, by: Person | None, day: date, reached: Reached) -> Planning:
    """Return the plan of a long file on its way; ``reached`` is told of rows gone through."""
    known = known_register(by, day, host=staged.organisation)
    mapping = mapping_for_import(staged)
    return planning(table_of(staged), mapping, known, staged.answers, reached)
