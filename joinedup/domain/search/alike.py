"""Bodies that a name about to be entered may mean: borne already, mistyped, shorter or longer."""

from collections.abc import Iterator

from django.db import connection
from django.db.models import QuerySet

from joinedup.domain.basics.folding import beginnings, folded
from joinedup.domain.matching.lookalikes import LookAlikes
from joinedup.domain.organisations.models import Organisation, OtherOrganisationName
from joinedup.domain.search.index import Words, asking
from joinedup.domain.search.queries import table_of

MOST = 6
# A name is compared by so many of its words, and with so many names for each of them.
WORDS, COMPARED = 6, 100
BEGINNING, LONG, SEVERAL = 3, 5, 3

Alike = list[tuple[Organisation, str]]


def bodies_like(typed: str, among: QuerySet[Organisation], *, typing: bool = False) -> Alike:
    """Return bodies that a name may mean, each with the name that looks like it, exact ones first.

    While somebody is still ``typing``, those whose names begin so are among them.
    """
    words = beginnings(typed)[:WORDS]
    if sum(len(way[0]) for way in words) < BEGINNING:
        return []
    compared = among.filter(pk__in=list(keys_like(words, among)))
    bodies = {str(body.pk): body for body in compared}
    names = list(names_of(bodies))
    alike = LookAlikes()
    for key, name in names:
        alike.add(key, name)
    found = {key: name for key, name in names if folded(name) == folded(typed)}
    found |= {key: name for key, name in alike.like(typed) if key not in found}
    if typing:
        begun = set(keys_of(words, among))
        found |= {key: bodies[key].name for key in bodies if int(key) in begun and key not in found}
    return [(bodies[key], name) for key, name in found.items()][:MOST]


def names_of(bodies: dict[str, Organisation]) -> Iterator[tuple[str, str]]:
    """Yield key and name of each body, its present name first, then those it also has or had."""
    for key in sorted(bodies, key=lambda key: (bodies[key].folded_name, int(key))):
        yield key, bodies[key].name
    others = OtherOrganisationName.objects.filter(organisation__in=list(bodies.values()))
    for body, name in others.order_by("folded_name", "pk").values_list("organisation", "name"):
        yield str(body), name


def keys_like(words: Words, among: QuerySet[Organisation]) -> set[int]:
    """Return the keys of bodies that share all words of a name but one, or the half of one."""
    asked = [words]
    for place, ways in enumerate(words):
        rest = [*words[:place], *words[place + 1 :]]
        half = tuple(way[:BEGINNING] for way in ways)
        asked += [[*rest, half]] if len(ways[0]) >= LONG else []
        asked += [rest] if len(words) >= SEVERAL else []
    backwards = [way[::-1] for ways in words for way in ways if len(way) >= LONG]
    keys = {key for each in asked for key in keys_of(each, among)}
    if len(words) < SEVERAL:
        for word in backwards:
            keys |= set(keys_of([(word[:BEGINNING],)], among, backwards=True))
    return keys


def keys_of(words: Words, among: QuerySet[Organisation], *, backwards: bool = False) -> list[int]:
    """Return the keys of some bodies in whose names all of these words begin one."""
    sql, values = asking(table_of(among), words, backwards=backwards)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT {COMPARED}", values)
        return [key for (key,) in cursor.fetchall()]
