from collections.abc import Collection, Mapping

from joinedup.domain.basics.folding import folded
from joinedup.domain.places.arriving import area_of
from joinedup.domain.places.models import Area, AreaPart


def note_areas(names: dict[str, str]) -> dict[str, Area]:
    """Make sure every official code has its area; return the areas by code."""
    known = Area.objects.in_bulk(list(names), field_name="code")
    missing = [area_of(code, name) for code, name in names.items() if code not in known]
    # Somebody else may note the same place at the same moment; then there is one all the same.
    Area.objects.bulk_create(missing, batch_size=500, ignore_conflicts=True)
    return Area.objects.in_bulk(list(names), field_name="code")


def lay_areas(names: dict[str, str], within: Mapping[str, Collection[str]]) -> None:
    """Note areas under these names, and in which others each lies; in no other any more."""
    areas = note_areas(names)
    renamed = [areas[code] for code, name in names.items() if name and areas[code].name != name]
    for area in renamed:
        area.name, area.folded_name = names[area.code], folded(names[area.code])
    Area.objects.bulk_update(renamed, ["name", "folded_name"], batch_size=500)
    AreaPart.objects.filter(inner__code__in=within).delete()
    parts = [
        AreaPart(inner=areas[inner], outer=areas[outer])
        for inner, outers in within.items()
        for outer in outers
    ]
    AreaPart.objects.bulk_create(parts, batch_size=500)
