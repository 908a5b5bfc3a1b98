from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet

from joinedup.domain.agreements.kinds import EditionState
from joinedup.domain.agreements.models import Edition
from joinedup.domain.basics.days import current, not_over
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Post
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.partnerships.models import Holder, Membership, Partnership
from joinedup.domain.partnerships.seats import places_of
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.kinds import CAN_SIGN, SIGNERS, SIGNING
from joinedup.domain.signoffs.models import Refusal, Signatory, SignOff

OPEN_TO_SIGN = (EditionState.OFFERED, EditionState.SIGNED)


def edition_to_sign(partnership: Partnership) -> Edition | None:
    """Return the text that waits for signatures, else the one that was signed, else None."""
    texts = Edition.objects.filter(agreement__partnership=partnership, state__in=OPEN_TO_SIGN)
    # "OFFERED" comes before "SIGNED".
    return texts.select_related("agreement__partnership", "offered_by").order_by("state").first()


def signed_edition(partnership: Partnership) -> Edition | None:
    """Return the text that every member signed and that stands; None where there is none."""
    signed = Edition.objects.filter(agreement__partnership=partnership, state=EditionState.SIGNED)
    return signed.select_related("agreement__partnership").first()


def signers_needed(edition: Edition) -> int:
    """Return how many people of each member sign a text."""
    return SIGNERS[Tier(edition.tier)]


def must_sign(partnership: Partnership, day: date) -> QuerySet[Membership]:
    """Return the members whose signature an agreement needs on ``day``."""
    members = Membership.objects.filter(current(day), partnership=partnership, standing__in=SIGNING)
    return members.select_related("organisation", "partnership")


def not_signed(edition: Edition, day: date) -> QuerySet[Membership]:
    """Return the members that have to sign a text and have not, or not with enough people."""
    given = SignOff.objects.filter(edition=edition).order_by().values_list("membership")
    enough = [pk for pk, many in given.annotate(Count("pk")) if many >= signers_needed(edition)]
    return must_sign(edition.agreement.partnership, day).exclude(pk__in=enough)


def given_by(edition: Edition, membership: Membership) -> list[SignOff]:
    """Return what a member has signed of a text, the first first."""
    given = SignOff.objects.filter(edition=edition, membership=membership)
    return list(given.select_related("person").order_by("position"))


def signoffs_under(editions: Iterable[Edition]) -> QuerySet[SignOff]:
    """Return the signatures under these texts, by member; whoever may read a text reads them."""
    given = SignOff.objects.filter(edition__in=[each.pk for each in editions])
    return given.select_related("membership__organisation", "person")


def refusals_of(edition: Edition) -> QuerySet[Refusal]:
    """Return who would not sign a text, those who signed after all included."""
    refused = Refusal.objects.filter(edition=edition)
    return refused.select_related("membership__organisation", "person", "taken_back_by")


def signatories_of(membership: Membership) -> QuerySet[Signatory]:
    """Return who ever could sign for a member or will, the latest first."""
    named = Signatory.objects.filter(membership=membership).select_related("person")
    return named.order_by("-from_on", "-pk")


def signatories_among(members: Iterable[Membership], day: date) -> QuerySet[Signatory]:
    """Return who may sign for these members on ``day``."""
    named = Signatory.objects.filter(current(day), membership__in=[each.pk for each in members])
    return of_it_still(named, day).select_related("person")


def of_it_still(named: QuerySet[Signatory], day: date) -> QuerySet[Signatory]:
    """Leave out who no longer works for the member in a post that can sign, nor sits for it."""
    posts = Post.objects.filter(
        current(day),
        person=OuterRef("person"),
        organisation=OuterRef("membership__organisation"),
        kind__in=CAN_SIGN,
    )
    held = Holder.objects.filter(
        current(day),
        current(day, "seat__"),
        person=OuterRef("person"),
        seat__membership=OuterRef("membership"),
    )
    return named.filter(Exists(posts.order_by()) | Exists(held.order_by()))


def named_to_sign(membership: Membership, person: Person, day: date) -> Signatory | None:
    """Return by what ``person`` may sign for a member on ``day``; None where nobody named them."""
    named = Signatory.objects.filter(current(day), membership=membership, person=person)
    return named.order_by("-from_on", "-pk").first()


def named_before(membership: Membership, person: Person, day: date) -> Signatory | None:
    """Return the last by which ``person`` could sign for a member until before ``day``."""
    named = Signatory.objects.filter(membership=membership, person=person, to_on__lt=day)
    return named.order_by("-to_on", "-pk").first()


def named_still(membership: Membership, person: Person, day: date) -> QuerySet[Signatory]:
    """Return by what ``person`` may sign for a member on ``day`` or later."""
    return Signatory.objects.filter(not_over(day), membership=membership, person=person)


def of_its_people(membership: Membership, day: date) -> QuerySet[Person]:
    """Return who works for a member in a post that can sign, or sits for it where nobody does."""
    posts = Post.objects.filter(
        current(day), organisation=membership.organisation_id, kind__in=CAN_SIGN
    )
    if posts.exists():
        return Person.objects.filter(pk__in=posts.order_by().values("person"))
    return sitting_for(membership, day)


def sitting_for(membership: Membership, day: date) -> QuerySet[Person]:
    """Return who sits for a member."""
    held = Holder.objects.filter(current(day), current(day, "seat__"), seat__membership=membership)
    return Person.objects.filter(pk__in=held.order_by().values("person"))


def is_of_member(membership: Membership, person: Person, day: date) -> bool:
    """Tell whether ``person`` works for a member in a post that can sign, or sits for it."""
    if membership.organisation_id in works_for(person, day, *CAN_SIGN):
        return True
    return membership.pk in {place.membership for place in places_of(person, day)}


def can_name(membership: Membership, day: date) -> QuerySet[Person]:
    """Return who says who signs for a member: its officers and managers, where it has any, else
    directors and leadership, else whoever sits for it."""
    posts = Post.objects.filter(current(day), organisation=membership.organisation_id)
    for kinds in (OFFICERS, CAN_SIGN):
        own = posts.filter(kind__in=kinds).order_by()
        if own.exists():
            return Person.objects.filter(pk__in=own.values("person"))
    return sitting_for(membership, day)


def members_to_sign_for(edition: Edition, person: Person, day: date) -> QuerySet[Membership]:
    """Return the members for which ``person`` may sign a text and has not signed it yet."""
    named = Signatory.objects.filter(current(day), person=person, membership=OuterRef("pk"))
    own = SignOff.objects.filter(
        edition=edition, membership=OuterRef("pk"), person=person, paper=""
    )
    members = must_sign(edition.agreement.partnership, day)
    return members.filter(Exists(of_it_still(named, day).order_by()), ~Exists(own.order_by()))
