import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from joinedup.domain.basics.days import current
from joinedup.domain.basics.folding import folded, words_of
from joinedup.domain.matters.kinds import Answering
from joinedup.domain.matters.models import Matter, MemberNaming, PublicPage
from joinedup.domain.organisations.kinds import OFFICERS, SIDES, Form, Side
from joinedup.domain.organisations.models import Organisation, OtherOrganisationName, Post
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import (
    Holder,
    Membership,
    OtherPartnershipName,
    Partnership,
)
from joinedup.domain.partnerships.queries import kept_by, named_alike, visible_to
from joinedup.domain.partnerships.seats import places_of
from joinedup.domain.people.models import Person
from joinedup.domain.places.queries import areas_around
from joinedup.domain.standpoints.seldom import seldom

# As much of a question as is looked for, and as many answers as are shown.
MOST_TYPED = 200
MOST_WORDS = 8
MOST_FOUND = 25
MOST_WEIGHED = 200
# Bodies of these sectors answer to everybody, and are named while they say nothing.
NAMED_UNASKED = [sector.value for sector, side in SIDES.items() if side == Side.PUBLIC]
# Words of a question that tell nothing of what it is about.
UNTELLING = set(
    words_of(
        "a about an and answer answers are at by can complain do does for from have how i in is it "
        "me my of on or our report ring s that the there they this to we what when where who with"
    )
)
ES = re.compile(r"(?:s|x|z|ch|sh)es$")
SHORTEST_PLURAL = 4


def page_of(partnership: Partnership) -> PublicPage:
    """Return what was chosen for the partnership, or that nothing was."""
    found = PublicPage.objects.filter(partnership=partnership).first()
    return found or PublicPage(partnership=partnership)


def public_partnerships() -> QuerySet[Partnership]:
    """Return the partnerships that anybody may read of: running, and chosen to be public."""
    public = Partnership.objects.filter(public_page__is_public=True, state__in=RUNNING)
    return public.select_related("public_page", "area")


def public_called(name: str) -> list[Partnership]:
    """Return the public partnerships that bear or bore exactly this name."""
    return list(named_alike(name, public_partnerships())) if folded(name) else []


def matters_on(day: date) -> QuerySet[Matter]:
    """Return every matter, with whether somebody still holds the post that answers for it."""
    held = Post.objects.filter(
        current(day), organisation=OuterRef("organisation"), title__iexact=OuterRef("post_title")
    )
    told = Matter.objects.annotate(is_held=Exists(held))
    return told.select_related("organisation", "partnership__public_page", "partnership__area")


def public_matters(day: date) -> QuerySet[Matter]:
    """Return the matters of public partnerships."""
    keys = public_partnerships().order_by().values("pk")
    return matters_on(day).filter(partnership__in=keys)


def is_answered(matter: Matter, day: date) -> bool:
    """Tell whether a post answers for a matter of ``matters_on``: it accepted and has not ended."""
    return matter.answering == Answering.ACCEPTED and not has_ended(matter, day)


def has_ended(matter: Matter, day: date) -> bool:
    """Tell whether the post that accepted has ended, or its body with it."""
    if matter.answering != Answering.ACCEPTED or matter.organisation is None:
        return False
    ended_on = matter.organisation.to_on
    gone = matter.is_post_known and not getattr(matter, "is_held", True)
    return gone or (ended_on is not None and ended_on < day)


def named_members(day: date) -> QuerySet[Membership]:
    """Return the memberships that public pages name: where their own side says so.

    While it says nothing, public bodies are named, who answer to everybody; no other is: a refuge
    must not be found before it could say no. No person is named as a member.
    """
    says, silent = Q(public_naming__is_named=True), Q(public_naming__isnull=True)
    members = Membership.objects.filter(
        current(day), says | silent & Q(organisation__sector__in=NAMED_UNASKED)
    )
    return members.exclude(organisation__form=Form.PERSON).select_related("organisation")


def members_shown(partnership: Partnership, day: date) -> tuple[list[str], bool]:
    """Return the names of its members that are named, and whether there are others."""
    named = list(named_members(day).filter(partnership=partnership))
    others = partnership.memberships.filter(current(day)).exclude(pk__in=[m.pk for m in named])
    return [member.member_name for member in named], others.exists()


def naming_of(membership: Membership) -> MemberNaming:
    """Return what a member says of being named, or that it has said nothing."""
    found = MemberNaming.objects.filter(membership=membership).first()
    named = membership.organisation.sector in NAMED_UNASKED
    return found or MemberNaming(membership=membership, is_named=named)


def namings_in(partnership: Partnership, day: date) -> list[tuple[Membership, bool, bool]]:
    """Return its members, whether each is named, and whether it has said so itself; one query."""
    members = partnership.memberships.filter(current(day))
    found = []
    for member in members.select_related("organisation", "public_naming"):
        said = getattr(member, "public_naming", None)
        unasked = member.organisation.sector in NAMED_UNASKED
        found.append((member, said.is_named if said else unasked, said is not None))
    return found


def people_shown(partnership: Partnership, day: date) -> list[Holder]:
    """Return who has consented to be named, by place, while they hold it for a named member."""
    held = Holder.objects.filter(
        current(day), current(day, "seat__"), public_naming__isnull=False
    ).filter(seat__membership__in=named_members(day).filter(partnership=partnership).order_by())
    return list(
        held.select_related("person", "seat__membership__organisation").order_by("seat_id", "pk")
    )


def held_by(person: Person, partnership: Partnership, day: date) -> list[Holder]:
    """Return the places that ``person`` holds on a partnership."""
    places = [p.seat for p in places_of(person, day) if p.partnership == partnership.pk]
    held = Holder.objects.filter(current(day), seat__in=places, person=person.pk)
    return list(held.select_related("seat__membership__organisation", "public_naming"))


def may_answer(partnership: Partnership, day: date) -> QuerySet[Organisation]:
    """Return the bodies that can be named for a matter: members, and hosts of the record."""
    members = Membership.objects.filter(current(day), partnership=partnership)
    hosts = partnership.hostings.filter(current(day))
    return Organisation.objects.filter(
        Q(pk__in=members.order_by().values("organisation"))
        | Q(pk__in=hosts.order_by().values("organisation"))
    ).exclude(form=Form.PERSON)


def names_around(partnership: Partnership, body: Organisation | None) -> Iterator[str]:
    """Return who has or had a place on the partnership, and a post at a body."""
    seats = Holder.objects.filter(seat__membership__partnership=partnership).order_by()
    unnamed = seats.exclude(public_naming__isnull=False, to_on__isnull=True)
    yield from unnamed.values_list("person__name", flat=True).distinct()
    if body is not None:
        posts = Post.objects.filter(organisation=body).order_by()
        yield from posts.values_list("person__name", flat=True).distinct()


def bodies_unnamed(partnership: Partnership, body: Organisation | None, day: date) -> Iterator[str]:
    """Return the names of members that public words cannot name, but the body that is asked."""
    for member, is_named, _ in namings_in(partnership, day):
        is_hidden = not is_named or member.organisation.form == Form.PERSON
        if is_hidden and member.organisation != body:
            yield member.organisation.name


def first_named(text: str, names: Iterable[str]) -> str:
    """Return the first of these names that a text says, or nothing."""
    told = f" {' '.join(folded_long(text))} "
    return next((name for name in names if folded(name) and f" {folded(name)} " in told), "")


def public_words(matter: Matter) -> str:
    """Return everything anybody reads of a matter."""
    told = (matter.name, matter.other_words, matter.post_title, matter.phone, matter.if_not_helped)
    return " . ".join(told)


def askable_of(person: Person, day: date) -> QuerySet[Matter]:
    """Return the matters whose question ``person`` may read: for their body, or on their record."""
    if not person.is_authenticated:
        return Matter.objects.none()
    theirs = Q(organisation__in=works_for(person, day, *OFFICERS))
    seen = Q(partnership__in=visible_to(person, day).order_by().values("pk"))
    return matters_on(day).exclude(answering=Answering.UNNAMED).filter(theirs | seen)


@seldom
def matters_waiting(person: Person, day: date) -> QuerySet[Matter]:
    """Return what waits for ``person``, in one query: the matters they are asked to accept or
    decline for a body first, then those on records they keep that nobody answers for any more."""
    asked = Q(answering=Answering.ASKED, organisation__in=works_for(person, day, *OFFICERS))
    over = Q(answering=Answering.DECLINED)
    ended = Q(is_post_known=True, is_held=False) | Q(organisation__to_on__lt=day)
    over |= Q(answering=Answering.ACCEPTED) & ended
    kept = Q(partnership__in=kept_by(person, day).order_by().values("pk"))
    running = matters_on(day).filter(partnership__state__in=RUNNING)
    first = Case(When(answering=Answering.ASKED, then=0), default=1)
    return running.filter(asked | (over & kept)).order_by(first, "folded_name", "pk")


def one_of_many(word: str) -> str:
    """Return a word as one of its kind: parties, party; mopeds, moped; glass stays."""
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if ES.search(word) else word[:-1]


def searched_words(*told: str) -> str:
    """Return all words by which a matter is found, folded and as one of their kind."""
    words = [word for text in told for word in folded_long(text)]
    return " ".join(dict.fromkeys([*words, *map(one_of_many, words)]))


def folded_long(text: str) -> list[str]:
    """Return the folded words of a text that may be longer than a name."""
    return [part for word in words_of(text) for part in folded(word).split()]


def telling_words(typed: str) -> list[str]:
    """Return the words of a question that say what it is about, each as one of its kind."""
    words = [word for word in folded_long(typed[:MOST_TYPED]) if word.strip("_")]
    telling = [word for word in dict.fromkeys(words) if word not in UNTELLING] or words
    return [one_of_many(word) for word in telling][:MOST_WORDS]


def named_by(word: str, day: date) -> Q:
    """Return the condition that a partnership, a body on it or its area has a word in its name."""
    others = OtherPartnershipName.objects.filter(folded_name__contains=word)
    also = OtherOrganisationName.objects.filter(folded_name__contains=word)
    bodies = Q(organisation__folded_name__contains=word)
    bodies |= Q(organisation__in=also.order_by().values("organisation"))
    members = named_members(day).filter(bodies)
    return (
        Q(folded_name__contains=word)
        | Q(pk__in=others.order_by().values("partnership"))
        | Q(pk__in=members.order_by().values("partnership"))
        | Q(area__folded_name__contains=word)
    )


def public_in(areas: Collection[int] | None) -> QuerySet[Partnership]:
    """Return the public partnerships of these areas, those around and those inside; None: all."""
    found = public_partnerships()
    return found if areas is None else found.filter(area__in=areas_around(areas))


def partnerships_found(typed: str, among: QuerySet[Partnership], day: date) -> list[Partnership]:
    """Return those of ``among`` with every telling word in their names or their bodies'."""
    for word in telling_words(typed):
        among = among.filter(named_by(word, day))
    return list(among[:MOST_FOUND])


def matters_found(typed: str, among: QuerySet[Partnership], day: date) -> list[Matter]:
    """Return the matters of ``among`` with every telling word in theirs or in a name around them.

    Those found by their own words come first, then those of partnerships and bodies so named.
    """
    words = telling_words(typed)
    if typed.strip() and not words:
        return []
    near = own = public_matters(day).filter(partnership__in=among.order_by().values("pk"))
    for word in words:
        around = public_partnerships().filter(named_by(word, day)).order_by().values("pk")
        near = near.filter(Q(folded_words__contains=word) | Q(partnership__in=around))
        own = own.filter(folded_words__contains=word)
    first = list(own[:MOST_FOUND])
    seen = [matter.pk for matter in first]
    return first + list(near.exclude(pk__in=seen)[: MOST_FOUND - len(first)])


def matters_nearly(typed: str, among: QuerySet[Partnership], day: date) -> list[Matter]:
    """Return the matters of ``among`` with some of the telling words, those with most first."""
    words = telling_words(typed)
    some = reduce(or_, (Q(folded_words__contains=word) for word in words), Q(pk__in=[]))
    near = public_matters(day).filter(some, partnership__in=among.order_by().values("pk"))

    def lacks(matter: Matter) -> int:
        return sum(word not in matter.folded_words for word in words)

    return sorted(near[:MOST_WEIGHED], key=lacks)[:MOST_FOUND]
