from datetime import date

from django.db.models import Max, Q, QuerySet

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.reading import read_definition
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person


def definition_of(version: InstrumentVersion) -> Instrument:
    """Return what this version of a questionnaire asks."""
    return read_definition(version.definition)


def latest(name: str) -> InstrumentVersion | None:
    """Return the newest version of a questionnaire that came with the product, by its name."""
    shipped = InstrumentVersion.objects.filter(name=name, owner__isnull=True)
    return shipped.order_by("-id").first()


def instruments_visible_to(person: Person, day: date) -> QuerySet[InstrumentVersion]:
    """Return the questionnaires an officer may look at: those shipped, and those of their bodies.

    Nobody else sees them before they are asked.
    """
    if not person.is_authenticated:
        return InstrumentVersion.objects.none()
    bodies = works_for(person, day, *OFFICERS)
    if not bodies:
        return InstrumentVersion.objects.none()
    own = Q(owner__isnull=True) | Q(owner__in=bodies)
    return InstrumentVersion.objects.filter(own).select_related("owner")


def newest_of(versions: QuerySet[InstrumentVersion]) -> QuerySet[InstrumentVersion]:
    """Return the newest version of each of these questionnaires."""
    newest = versions.order_by().values("owner", "name").annotate(newest=Max("pk"))
    return versions.filter(pk__in=newest.values("newest"))


def versions_of(version: InstrumentVersion) -> QuerySet[InstrumentVersion]:
    """Return every version of the same questionnaire, the newest first."""
    same = InstrumentVersion.objects.filter(name=version.name, owner=version.owner_id)
    return same.order_by("-pk")


def kept_version(owner: Organisation | None, name: str, version: str) -> InstrumentVersion | None:
    """Return the version of this name and number that is kept already, or None."""
    kept = InstrumentVersion.objects.filter(owner=owner, name=name, version=version)
    return kept.first()
