"""For which partnerships a director answers, as far as the record tells."""

from datetime import date

from django.db.models import Q

from joinedup.domain.basics.days import current
from joinedup.domain.basics.folding import folded
from joinedup.domain.involvements.models import Involvement
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.portfolio import led_on

ANSWERING = ("director", "accountable_officer", "sponsor")


def directors_on(host: Organisation, day: date) -> list[Person]:
    """Return who is a director of ``host`` on ``day``, by name."""
    posts = Post.objects.filter(current(day), organisation=host, kind=PostKind.DIRECTOR)
    found = Person.objects.filter(pk__in=posts.order_by().values("person"))
    return list(found.order_by("name", "pk"))


def people_under(director: Person, host: Organisation, day: date) -> set[str]:
    """Return the folded names of a director and of those they manage, or who share their unit."""
    posts = Post.objects.filter(current(day), organisation=host)
    units = posts.filter(person=director, kind=PostKind.DIRECTOR).exclude(unit="")
    theirs = Q(line_manager=director) | Q(unit__in=list(units.values_list("unit", flat=True)))
    names = posts.filter(theirs).order_by().values_list("person__name", flat=True)
    return {folded(name) for name in (director.name, *names)}


def answered_for(director: Person, host: Organisation, day: date) -> list[int]:
    """Return the partnerships that name the director or their people on the host's own side."""
    names = people_under(director, host, day)
    sides = Involvement.objects.filter(
        organisation=host, partnership__in=led_on(host, day).order_by().values("pk")
    )
    told = sides.exclude(director="", accountable_officer="", sponsor="").order_by()
    rows = told.values_list("partnership", *ANSWERING)
    return [key for key, *who in rows.iterator() if names & {folded(name) for name in who if name}]
