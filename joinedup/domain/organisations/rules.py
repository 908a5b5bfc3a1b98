from datetime import date

from joinedup.domain.basics.days import in_words, not_over, why_not_ended
from joinedup.domain.basics.folding import folded
from joinedup.domain.organisations.kinds import SCHEMES, PostKind
from joinedup.domain.organisations.models import Identifier, Organisation, Post
from joinedup.domain.organisations.queries import organisations_where, posts_of, stewards
from joinedup.domain.people.models import Person
from joinedup.domain.places.rules import why_not_code

WRITERS = (PostKind.OFFICER, PostKind.MANAGER, PostKind.STEWARD)


def why_not_add_organisation(person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not put a body in the directory, or None."""
    if person is None or posts_of(person, day).filter(kind__in=WRITERS).exists():
        return None
    return "Only a partnership officer, manager or steward can add to the directory."


def why_not_change_organisation(
    organisation: Organisation, person: Person | None, day: date
) -> str | None:
    """Return why ``person`` may not correct this body's entry, or None.

    Bodies mostly have nobody who signs in, so the officers of all keep each entry together.
    """
    if person is None or posts_of(person, day).filter(kind__in=WRITERS).exists():
        return None
    who = "Only a partnership officer, manager or steward"
    return f"{who} can correct what is said of {organisation}."


def why_not_called(name: str) -> str | None:
    """Return why no body can bear this name, or None."""
    return None if folded(name) else "Enter a name with letters or numbers in it."


def why_not_also_called(organisation: Organisation, name: str) -> str | None:
    """Return why this cannot be another name of the body, or None."""
    if folded(name) == organisation.folded_name:
        return f"{organisation.name} is its name now."
    return why_not_called(name)


def why_not_identified_by(scheme: str, value: str) -> str | None:
    """Return why no body may be given this identifier now, or None."""
    if scheme not in SCHEMES:
        return f"“{scheme}” is not a register we know."
    if scheme == "GSS" and (reason := why_not_code(value)):
        return reason
    if Identifier.objects.filter(scheme=scheme, value__iexact=value).exists():
        return f"{SCHEMES[scheme]} {value.upper()} is already in the directory."
    return None


def why_not_grant_post(
    organisation: Organisation, person: Person | None, day: date, kind: str = ""
) -> str | None:
    """Return why ``person`` may not give or end posts, or this kind of post, in a body, or None.

    A steward of the installation may anywhere, or no body but the first would ever get anybody;
    a manager in their own, but for stewards, who can do more than a manager.
    """
    if person is None or posts_of(person, day).filter(kind=PostKind.STEWARD).exists():
        return None
    if kind == PostKind.STEWARD:
        return "Only a steward can say who else is a steward."
    if organisations_where(person, day, PostKind.MANAGER).filter(pk=organisation.pk).exists():
        return None
    return f"Only a steward or a manager of {organisation} can say who works there."


def why_not_hold(
    person: Person, organisation: Organisation, kind: PostKind, day: date
) -> str | None:
    """Return why ``person`` cannot be given this post, or None."""
    there = Post.objects.filter(not_over(day), person=person, organisation=organisation, kind=kind)
    if there.exists():
        return f"{person} is already {PostKind(kind).label.lower()} of {organisation}."
    return None


def why_not_end_post(
    post: Post, person: Person | None, day: date, on: date | None = None
) -> str | None:
    """Return why this post may not be ended, ``on`` a day where one is given, or None."""
    if post.to_on is not None and post.to_on < day:
        return f"{post.person} left this post on {in_words(post.to_on)}."
    if post.kind == PostKind.STEWARD and not stewards(day).exclude(pk=post.pk).exists():
        return "There would be no steward left. Give somebody else that post first."
    reason = why_not_ended(post.from_on, on)
    return reason or why_not_grant_post(post.organisation, person, day, post.kind)
