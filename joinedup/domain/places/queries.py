import re
from collections.abc import Collection, Iterable

from django.db.models import Prefetch

from joinedup.domain.basics.folding import folded
from joinedup.domain.places.models import Area, AreaPart

FULL = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)[0-9][A-Z]{2}")
LETTERS = re.compile(r"[A-Z]{1,2}(?=[0-9])")
LONGEST_CODE = 9
# Of areas of one name, as many as are looked at.
MOST_AREAS = 200
# A postcode, a ward, a parish, a district, a county, a region, a country.
DEEPEST = 7
SORTS = {"ward", "parish", "district", "borough", "county", "area", "council", "of", "the"}


def codes_in(typed: str) -> list[str]:
    """Return the codes that this may be, the smallest place first: TH4 2AB is in TH4, in TH."""
    plain = "".join(typed.split()).upper()
    outward = found[1] if (found := FULL.fullmatch(plain)) else plain
    letters = LETTERS.match(outward)
    codes = [plain, outward, letters[0] if letters else ""]
    return [code for code in dict.fromkeys(codes) if 0 < len(code) <= LONGEST_CODE]


def areas_called(typed: str) -> list[int]:
    """Return the keys of the areas of this code or postcode, or else with each word in the name."""
    codes = codes_in(typed)
    known = dict(Area.objects.filter(code__in=codes).order_by().values_list("code", "pk"))
    for code in codes:
        if code in known:
            return [known[code]]
    words = folded(typed).split()
    telling = [word for word in words if word not in SORTS] or words
    if not telling:
        return []
    found = Area.objects.order_by()
    for word in telling:
        found = found.filter(folded_name__contains=word)
    return list(found.values_list("pk", flat=True)[:MOST_AREAS])


def areas_around(areas: Collection[int]) -> set[int]:
    """Return these areas, those they lie in, and those that lie in them, however deep."""
    return walked(areas, "inner", "outer") | walked(areas, "outer", "inner")


def walked(areas: Iterable[int], here: str, there: str) -> set[int]:
    """Return these areas and those reached from them step by step, in a query for each step."""
    seen = set(areas)
    step = seen
    for _ in range(DEEPEST):
        if not step:
            break
        parts = AreaPart.objects.filter(**{f"{here}__in": step}).order_by()
        step = set(parts.values_list(there, flat=True)) - seen
        seen = seen | step
    return seen


def some_areas(most: int) -> list[tuple[Area, list[str]]]:
    """Return the first areas by name, each with the names of those it lies in; in two queries."""
    areas = Area.objects.prefetch_related(
        Prefetch("outers", AreaPart.objects.select_related("outer").order_by("outer__name"))
    )
    return [
        (area, [part.outer.name for part in area.outers.all()])
        for area in areas.order_by("name", "code")[:most]
    ]
