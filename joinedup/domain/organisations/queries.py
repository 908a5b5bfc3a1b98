from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from joinedup.domain.basics.days import current, day_of, in_time, not_over, period_in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.prepared import Prepared
from joinedup.domain.basics.remembered import remembered
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.kinds import (
    CONFIRMED_FOR,
    KEEPING,
    TIME_TO_CONFIRM,
    PostKind,
)
from joinedup.domain.organisations.models import (
    ConsortiumMember,
    GroupServed,
    Organisation,
    OtherOrganisationName,
    Post,
    Succession,
    Turn,
)
from joinedup.domain.people.models import Person


def standing() -> QuerySet[Organisation]:
    """Return every body once: an entry that was joined with another is left out."""
    return Organisation.objects.filter(merged_into__isnull=True)


def visible_to(person: Person) -> QuerySet[Organisation]:
    """Return the directory: every body is known to everyone who has signed in."""
    return standing() if person.is_authenticated else Organisation.objects.none()


def posts_of(person: Person, day: date) -> QuerySet[Post]:
    """Return the posts ``person`` holds on ``day``."""
    return Post.objects.filter(current(day), person=person).select_related("organisation")


def bodies_with_posts_for(person: Person, day: date) -> QuerySet[Organisation]:
    """Return the bodies whose posts ``person`` may see: their own; a steward's, every one."""
    if not person.is_authenticated:
        return Organisation.objects.none()
    if works_for(person, day, PostKind.STEWARD):
        return Organisation.objects.all()
    return organisations_where(person, day)


def posts_in(organisation: Organisation, day: date) -> QuerySet[Post]:
    """Return who works in the body on ``day``, or will, by what they are there."""
    posts = Post.objects.filter(not_over(day), organisation=organisation)
    return posts.select_related("person").order_by("kind", "person__name", "id")


def posts_to_confirm(day: date) -> QuerySet[Post]:
    """Return the posts that hold on ``day`` and were last confirmed long ago, with ``since``.

    They come up a month before the year is over, so that there is time.
    """
    since = Coalesce("confirmed_on", "from_on")
    long_ago = Q(since__isnull=True) | Q(since__lte=day - CONFIRMED_FOR + TIME_TO_CONFIRM)
    posts = Post.objects.filter(current(day)).annotate(since=since).filter(long_ago)
    return posts.select_related("person", "organisation").order_by("person__name", "id")


def confirmed_by(person: Person, day: date) -> QuerySet[Organisation]:
    """Return the bodies whose posts ``person`` is asked to confirm: their manager's task, and a
    steward's where there is no manager."""
    own = works_for(person, day, PostKind.MANAGER)
    if not works_for(person, day, PostKind.STEWARD):
        return Organisation.objects.filter(pk__in=own)
    managed = Post.objects.filter(current(day), kind=PostKind.MANAGER).values("organisation")
    return Organisation.objects.filter(Q(pk__in=own) | ~Q(pk__in=managed))


def stewards(day: date) -> QuerySet[Post]:
    """Return the posts of stewards that hold on ``day`` and have no end."""
    return Post.objects.filter(current(day), kind=PostKind.STEWARD, to_on__isnull=True)


def keeping_posts_began(person: Person, day: date) -> date | None:
    """Return since when ``person`` has here held a post that keeps records, or None.

    A post may be older than this service: what counts is when it was granted here.
    """
    posts = posts_of(person, day).filter(kind__in=KEEPING)
    granted = Entry.objects.filter(verb="post.granted", kind="post")
    began = [
        max(post.from_on or day_of(entry.at), day_of(entry.at))
        for post in posts
        for entry in granted.filter(thing=post.public_id)[:1]
    ]
    return min(began, default=None)


@Prepared
def posts_held(person: int, day: date) -> QuerySet[Post, tuple[int, str]]:
    """Return the posts of somebody, by the key of the body and the kind."""
    posts = Post.objects.filter(current(day), person=person).order_by()
    return posts.values_list("organisation", "kind")


def posts_held_by(person: Person, day: date) -> list[tuple[int, str]]:
    """Return the posts ``person`` holds on ``day``, by keys; asked once while a page is read."""
    return remembered(("posts", person.pk, day), lambda: posts_held.rows(person.pk, day))


def works_for(person: Person, day: date, *kinds: PostKind) -> list[int]:
    """Return the keys of the bodies in which ``person`` holds one of these posts on ``day``.

    Without ``kinds``, any post. Everybody has few, so that keys make better queries than a
    question within a question.
    """
    held = posts_held_by(person, day)
    return sorted({body for body, kind in held if not kinds or kind in kinds})


def organisations_where(person: Person, day: date, *kinds: PostKind) -> QuerySet[Organisation]:
    """Return the bodies in which ``person`` holds one of these posts on ``day``; any when none."""
    return Organisation.objects.filter(pk__in=works_for(person, day, *kinds))


def bearing(name: str) -> QuerySet[Organisation]:
    """Return every body that bears or ever bore this name, however it is typed."""
    fold = folded(name)
    others = OtherOrganisationName.objects.filter(folded_name=fold)
    return standing().filter(Q(folded_name=fold) | Q(pk__in=others.values("organisation")))


def found_by(name: str, among: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Return those of ``among`` with every word of ``name`` in any name they ever had."""
    found = among
    for word in folded(name).split():
        others = OtherOrganisationName.objects.filter(folded_name__contains=word)
        found = found.filter(
            Q(folded_name__contains=word) | Q(pk__in=others.values("organisation"))
        )
    return found


def other_names_of(organisations: Iterable[int]) -> dict[int, list[str]]:
    """Return the other names of each of these bodies, with from when to when where that is told."""
    names: dict[int, list[str]] = {}
    for other in in_time(OtherOrganisationName.objects.filter(organisation__in=organisations)):
        when = period_in_words(other.from_on, other.to_on)
        told = f"{other.name} ({when})" if when else other.name
        names.setdefault(other.organisation_id, []).append(told)
    return names


def came_before(first: Organisation, last: Organisation) -> bool:
    """Tell whether ``last`` came after ``first``, straight or by way of others."""
    seen: set[int] = set()
    waiting = {first.pk}
    while waiting:
        seen |= waiting
        after = Succession.objects.filter(predecessor__in=waiting).order_by()
        waiting = set(after.values_list("successor", flat=True)) - seen
    return last.pk in seen


def names_after(organisations: Iterable[int]) -> dict[int, list[str]]:
    """Return the names of what came after each of these bodies."""
    links = Succession.objects.filter(predecessor__in=organisations).order_by("-on", "id")
    names: dict[int, list[str]] = {}
    for body, name in links.values_list("predecessor", "successor__name"):
        names.setdefault(body, []).append(name)
    return names


def known_as(scheme: str, value: str) -> Organisation | None:
    """Return the body that a register knows under this identifier."""
    return Organisation.objects.filter(identifiers__scheme=scheme, identifiers__value=value).first()


def directors_of(organisation: Organisation, day: date) -> QuerySet[Person]:
    """Return the directors and leadership of a body on ``day`` who have an address."""
    leading = Post.objects.filter(
        current(day),
        organisation=organisation,
        kind__in=(PostKind.DIRECTOR, PostKind.LEADERSHIP),
    )
    return Person.objects.filter(pk__in=leading.values("person"), email__isnull=False)


def chain_of(part: Organisation) -> list[Organisation]:
    """Return the bodies of which this is a part, the nearest first."""
    chain: list[Organisation] = []
    whole = part.part_of
    while whole is not None and whole not in chain:
        chain.append(whole)
        whole = whole.part_of
    return chain


def in_consortium(consortium: Organisation, day: date) -> QuerySet[ConsortiumMember]:
    """Return who is in a consortium on ``day``, or will be."""
    members = consortium.consortium_members.filter(not_over(day))
    return members.select_related("organisation")


def consortia_of(organisation: Organisation, day: date) -> QuerySet[ConsortiumMember]:
    """Return the consortia a body is in on ``day``."""
    places = organisation.consortia.filter(current(day)).select_related("consortium")
    return places.order_by("consortium__folded_name", "id")


def turns_of(consortium: Organisation, day: date) -> QuerySet[Turn]:
    """Return the turns of a consortium that run on ``day`` or come later, the next first."""
    turns = Turn.objects.filter(not_over(day), member__consortium=consortium)
    return turns.select_related("member__organisation").order_by("from_on", "id")


def serving(group: str, among: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Return those of ``among`` that serve or speak for a group of people."""
    return among.filter(pk__in=GroupServed.objects.filter(group=group).values("organisation"))


def kept_for(public_id: str) -> Organisation | None:
    """Return the entry that now stands for one that was joined with another, or None."""
    entry = Organisation.objects.filter(public_id=public_id, merged_into__isnull=False).first()
    seen: set[int] = set()
    while entry is not None and entry.merged_into is not None and entry.pk not in seen:
        seen.add(entry.pk)
        entry = entry.merged_into
    return entry
