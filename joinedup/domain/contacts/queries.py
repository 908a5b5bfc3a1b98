from datetime import date

from django.db.models import Prefetch, QuerySet

from joinedup.domain.basics.days import not_over
from joinedup.domain.contacts.models import Contact, Remark, Response
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import standing, works_for
from joinedup.domain.organisations.rules import why_not_add_organisation
from joinedup.domain.partnerships.seats import places_of
from joinedup.domain.people.models import Person

SPEAKERS = (PostKind.OFFICER, PostKind.MANAGER, PostKind.DIRECTOR, PostKind.LEADERSHIP)


def known_to(person: Person, day: date) -> QuerySet[Organisation]:
    """Return the bodies whose contacts and remarks ``person`` may read.

    Whoever keeps the directory reads all; everybody else those of a body they work or sit for,
    so that nothing is said of a body behind its back (peers.md 7, trap 14).
    """
    if not person.is_authenticated:
        return Organisation.objects.none()
    if why_not_add_organisation(person, day) is None:
        return standing()
    return standing().filter(pk__in=[*works_for(person, day), *sat_for(person, day)])


def sat_for(person: Person, day: date) -> list[int]:
    """Return the keys of the bodies for which ``person`` sits on a partnership."""
    return [place.organisation for place in places_of(person, day)]


def spoken_for(person: Person, day: date) -> QuerySet[Organisation]:
    """Return the bodies that ``person`` speaks for: by a post, or by a place on a partnership."""
    by_post = works_for(person, day, *SPEAKERS)
    return standing().filter(pk__in=[*by_post, *sat_for(person, day)])


def contacts_at(organisation: Organisation, day: date) -> QuerySet[Contact]:
    """Return whom to ask for at a body on ``day``, those who can decide first."""
    found = organisation.contacts.filter(not_over(day)).select_related("introduced_by")
    return found.order_by("power", "name", "id")


def former_contacts_at(organisation: Organisation, day: date) -> QuerySet[Contact]:
    """Return who is no longer to be asked for at a body."""
    return organisation.contacts.filter(to_on__lt=day).order_by("-to_on", "name", "id")


def remarks_on(organisation: Organisation) -> QuerySet[Remark]:
    """Return what is said of a body and has not been withdrawn, each with its responses."""
    responses = Response.objects.select_related("written_by")
    return (
        organisation.remarks.filter(withdrawn_at__isnull=True)
        .select_related("written_by", "written_for")
        .prefetch_related(Prefetch("responses", responses))
    )


def speaks_for(organisation: Organisation, person: Person, day: date) -> bool:
    """Tell whether ``person`` speaks for a body."""
    return spoken_for(person, day).filter(pk=organisation.pk).exists()
