"""What is there already that is like an idea, and the sentences that say why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When

from joinedup.domain.arrangements.models import RelatedArrangement
from joinedup.domain.arrangements.queries import arrangements_of
from joinedup.domain.basics.days import current, not_over
from joinedup.domain.figures.wording import listed
from joinedup.domain.ideas.likeness import (
    LIKE,
    MOST_PEOPLE,
    TOGETHER,
    Rarity,
    in_a_row,
    most_telling,
    telling_words,
)
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership, Partnership, Theme
from joinedup.domain.partnerships.queries import hosts_of, visible_to
from joinedup.domain.people.models import Person

# As many as are read to find the most alike; words are compared in them, not by the database.
MOST_READ = 500


@dataclass(frozen=True)
class Likeness:
    """One thing that is there already, and why it looks like the idea."""

    thing: Partnership | RelatedArrangement
    reasons: tuple[str, ...]
    weight: int

    @property
    def has_ended(self) -> bool:
        """Whether it is over or was never begun: to learn from, not to join."""
        return isinstance(self.thing, Partnership) and self.thing.state in OVER

    @property
    def is_arrangement(self) -> bool:
        """Whether it is a related arrangement, which nobody joins."""
        return isinstance(self.thing, RelatedArrangement)


def alike(
    record: Partnership, asked: list[Organisation], person: Person, day: date
) -> list[Likeness]:
    """Return what ``person`` may see that is like this record, the most alike first.

    ``asked`` are bodies that would be asked to take part.
    """
    themes = {theme.folded_name: theme.name for theme in record.themes.all()}
    words = most_telling([record.name, *themes.values()], record.purpose)
    found = [
        *_partnerships(record, words, themes, asked, person, day),
        *_arrangements(record, words, asked, person, day),
    ]
    return sorted(found, key=lambda each: (-each.weight, each.thing.name, each.thing.pk))


def _partnerships(
    record: Partnership,
    words: frozenset[str],
    themes: dict[str, str],
    asked: list[Organisation],
    person: Person,
    day: date,
) -> Iterator[Likeness]:
    """Yield partnerships that share words or a theme, or place and people with the record."""
    others = visible_to(person, day).exclude(pk=record.pk)
    places = _places_of(asked, day).select_related("organisation").order_by("pk")
    shared = Prefetch("memberships", places, to_attr="shared_places")
    read = Partnership.objects.filter(pk__in=_worth_reading(record, words, themes, others))
    compared = []
    for other in read.select_related("area").prefetch_related("themes", shared):
        told = {theme.folded_name: theme.name for theme in other.themes.all()}
        same = frozenset(told[fold] for fold in themes.keys() & told.keys())
        both = words & telling_words(other.name, other.purpose, *told.values())
        compared.append((other, both - telling_words(*same), same))
    rarity = Rarity(others.count())
    for _, both, same in compared:
        rarity.note(both, same)
    for other, both, same in compared:
        where = other.area if record.area_id and other.area_id == record.area_id else None
        who = sorted({place.organisation.name for place in other.shared_places})
        aims = rarity.weight_of(both, same)
        if aims >= LIKE or (where and who):
            reasons = [
                f"Both speak of {in_a_row(both)}." if both else "",
                f"Both have the theme {in_a_row(same)}." if same else "",
                f"Both are in {where.name}." if where else "",
                f"You might ask {listed(who)}, already on this one." if who else "",
            ]
            weight = aims + bool(where) + min(len(who), MOST_PEOPLE)
            yield Likeness(other, tuple(filter(None, reasons)), weight)


def _worth_reading(
    record: Partnership,
    words: frozenset[str],
    themes: dict[str, str],
    others: QuerySet[Partnership],
) -> list[int]:
    """Return the keys of those to compare word by word: those with most of the words first."""
    of_place = Q(area=record.area_id) if record.area_id else Q(pk__in=[])
    themed = Theme.objects.filter(folded_name__in=themes).order_by().values("partnership")
    shares = [Q(folded_name__contains=word) | Q(purpose__icontains=word) for word in sorted(words)]
    shares += [of_place, Q(pk__in=themed)]
    hits = sum(
        (Case(When(one, then=1), default=0, output_field=IntegerField()) for one in shares),
        Value(0),
    )
    ranked = others.filter(reduce(or_, shares)).annotate(hits=hits).order_by("-hits", "-pk")
    return list(ranked.values_list("pk", flat=True)[:MOST_READ])


def _places_of(bodies: list[Organisation], day: date) -> QuerySet[Membership]:
    return Membership.objects.filter(current(day), organisation__in=bodies)


def _arrangements(
    record: Partnership,
    words: frozenset[str],
    asked: list[Organisation],
    person: Person,
    day: date,
) -> Iterator[Likeness]:
    """Yield what stands on the lists of the record's hosts, where ``person`` may read them."""
    hosts = hosts_of(record, day).order_by().values("organisation")
    names = {body.name.casefold(): body.name for body in asked}
    kept = arrangements_of(person, day).filter(not_over(day), organisation__in=hosts)
    for one in kept.order_by("-pk")[:MOST_READ]:
        both = words & telling_words(one.name, one.note)
        who = sorted(name for fold, name in names.items() if fold in one.with_whom.casefold())
        if len(both) >= TOGETHER or who:
            reasons = [
                f"Both speak of {in_a_row(both)}." if both else "",
                f"You have it with {listed(who)}, which you might ask." if who else "",
            ]
            yield Likeness(one, tuple(filter(None, reasons)), len(both) + 2 * len(who))
