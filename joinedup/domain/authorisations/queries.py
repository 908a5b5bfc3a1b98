from datetime import date

from django.db.models import Q, QuerySet

from joinedup.domain.appraisals.kinds import State as Appraised
from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.appraisals.queries import visible_to as appraisals_visible_to
from joinedup.domain.authorisations.kinds import ASKED_BEFORE, CAN_AUTHORISE, State
from joinedup.domain.authorisations.models import Authorisation, Authoriser, Receipt
from joinedup.domain.basics.days import current, end_of, not_over
from joinedup.domain.organisations.kinds import OFFICERS, PostKind
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.people.models import Person
from joinedup.domain.standpoints.seldom import seldom


def visible_to(person: Person, day: date) -> QuerySet[Authorisation]:
    """Return what was put to authorisers that ``person`` may read: as with its appraisal."""
    return with_names(
        Authorisation.objects.filter(appraisal__in=appraisals_visible_to(person, day))
    )


def with_names(authorisations: QuerySet[Authorisation]) -> QuerySet[Authorisation]:
    """Return these with whatever a page tells of them."""
    return authorisations.select_related(
        "appraisal__partnership",
        "appraisal__organisation",
        "authoriser__person",
        "asked_by",
        "decided_by",
    ).prefetch_related("receipts__director")


def asked_about(appraisal: Appraisal) -> QuerySet[Authorisation]:
    """Return whatever was asked on an appraisal, the latest first; ask ``visible_to`` first."""
    return with_names(Authorisation.objects.filter(appraisal=appraisal))


def authorisers_of(organisation: Organisation, day: date) -> QuerySet[Authoriser]:
    """Return who may say yes for a body on ``day``."""
    held = Authoriser.objects.filter(current(day), organisation=organisation)
    return held.select_related("person", "organisation").order_by("person__name", "from_on", "id")


def all_authorisers_of(organisation: Organisation) -> QuerySet[Authoriser]:
    """Return who ever could say yes for a body or will, the latest first."""
    held = Authoriser.objects.filter(organisation=organisation)
    return held.select_related("person", "organisation").order_by("-from_on", "-id")


def of_this_person(organisation: Organisation, person: Person, day: date) -> QuerySet[Authoriser]:
    """Return the limits of one person that hold on ``day`` or later."""
    held = Authoriser.objects.filter(not_over(day), organisation=organisation, person=person)
    return held.order_by("from_on", "id")


def can_be_authorisers(organisation: Organisation, day: date) -> QuerySet[Person]:
    """Return who works for a body in a post that lets them be named."""
    posts = Post.objects.filter(current(day), organisation=organisation, kind__in=CAN_AUTHORISE)
    return Person.objects.filter(pk__in=posts.values("person"))


def responsible_directors(organisation: Organisation, day: date) -> QuerySet[Person]:
    """Return the directors and assistant directors of a body."""
    posts = Post.objects.filter(current(day), organisation=organisation, kind=PostKind.DIRECTOR)
    return Person.objects.filter(pk__in=posts.values("person"))


def proposers_of(appraisal: Appraisal) -> set[int | None]:
    """Return the keys of those who began and finished an appraisal: it is their proposal."""
    return {appraisal.began_by_id, appraisal.completed_by_id}


@seldom
def receipts_to_sign(person: Person, day: date) -> QuerySet[Receipt]:
    """Return what ``person`` was told of as a director and has not read, where undecided."""
    bodies = works_for(person, day, PostKind.DIRECTOR)
    waiting = Receipt.objects.filter(
        director=person,
        read_at__isnull=True,
        authorisation__state=State.ASKED,
        authorisation__appraisal__in=appraisals_visible_to(person, day),
        authorisation__appraisal__organisation__in=bodies,
    )
    waiting = waiting.select_related("authorisation__appraisal__partnership")
    return waiting.order_by("authorisation__asked_at", "id")


@seldom
def to_decide(person: Person, day: date) -> QuerySet[Authorisation]:
    """Return what waits for a decision of ``person``."""
    bodies = works_for(person, day, *CAN_AUTHORISE)
    waiting = Authorisation.objects.filter(
        state=State.ASKED,
        authoriser__person=person,
        appraisal__in=appraisals_visible_to(person, day),
        appraisal__organisation__in=bodies,
    ).exclude(appraisal__partnership__state__in=OVER)
    return waiting.select_related("appraisal__partnership").order_by("asked_at", "id")


def may_read(asked: Authorisation, person: Person, day: date) -> bool:
    """Tell whether ``person`` may read what was put to an authoriser."""
    return appraisals_visible_to(person, day).filter(pk=asked.appraisal_id).exists()


@seldom
def to_ask(person: Person, day: date) -> QuerySet[Appraisal]:
    """Return finished appraisals that went well and that nobody has been asked to authorise."""
    bodies = works_for(person, day, *OFFICERS)
    live = Authorisation.objects.exclude(state=State.WITHDRAWN)
    finished = (
        appraisals_visible_to(person, day)
        .filter(
            organisation__in=bodies,
            state=Appraised.COMPLETE,
            decision__in=("PROCEED", "CONDITIONS"),
            followed_by__isnull=True,
        )
        .exclude(pk__in=live.values("appraisal"))
    )
    finished = finished.exclude(partnership__state__in=OVER)
    return finished.order_by("completed_at", "id")


@seldom
def to_take_up(person: Person, day: date) -> QuerySet[Authorisation]:
    """Return what ``person`` has to look at again as an officer.

    That is what was refused within the last month, or ends within the next.
    """
    bodies = works_for(person, day, *OFFICERS)
    found = Authorisation.objects.filter(
        Q(state=State.REFUSED, decided_at__gte=end_of(day - ASKED_BEFORE))
        | Q(state=State.AUTHORISED, ends_on__lte=day + ASKED_BEFORE),
        appraisal__in=appraisals_visible_to(person, day),
        appraisal__organisation__in=bodies,
        appraisal__followed_by__isnull=True,
    ).exclude(appraisal__partnership__state__in=OVER)
    found = found.select_related("appraisal__partnership", "appraisal__organisation")
    return found.order_by("decided_at", "id")
