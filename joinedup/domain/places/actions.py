from joinedup.domain.places.models import Area


def note_areas(names: dict[str, str]) -> dict[str, Area]:
    """Make sure every official code has its area; return the areas by code."""
    known = Area.objects.in_bulk(list(names), field_name="code")
    missing = [Area(code=code, name=names[code]) for code in names if code not in known]
    # Somebody else may note the same place at the same moment; then there is one all the same.
    Area.objects.bulk_create(missing, batch_size=500, ignore_conflicts=True)
    return Area.objects.in_bulk(list(names), field_name="code")
