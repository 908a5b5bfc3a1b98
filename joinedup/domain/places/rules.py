import re
from collections.abc import Collection, Mapping

from joinedup.domain.places.models import Area, AreaPart

AREA_CODE = re.compile(r"[A-Z][0-9]{8}", re.IGNORECASE)
POSTCODE_AREA = re.compile(r"[A-Z]{1,2}(?:[0-9][0-9A-Z]?)?", re.IGNORECASE)


def why_not_code(code: str) -> str | None:
    """Return why this is no official area code, or None."""
    if AREA_CODE.fullmatch(code):
        return None
    return "An area code is a letter and eight figures, such as E07000123."


def why_not_place(code: str, name: str) -> str | None:
    """Return why a place cannot be noted by this code and name, or None."""
    if reason := why_not_code(code):
        return reason
    if not name and not Area.objects.filter(code=code.upper()).exists():
        return f"{code.upper()} is new to us. Enter the name of the place as well."
    return None


def why_not_area(code: str, name: str) -> str | None:
    """Return why an area cannot be noted by this code and name, or None; postcode areas may be."""
    if not AREA_CODE.fullmatch(code) and not POSTCODE_AREA.fullmatch(code):
        return f"“{code}” is no area code, such as E07000123, and no first half of a postcode."
    return None if name else why_not_known(code)


def why_not_known(code: str) -> str | None:
    """Return why an area cannot be meant by its code alone, or None."""
    if Area.objects.filter(code=code).exists():
        return None
    return f"{code} is new to us. Give it a line of its own, with its name."


def why_not_lie(within: Mapping[str, Collection[str]]) -> str | None:
    """Return why these areas cannot lie in those others, or None: none lies in itself."""
    told = AreaPart.objects.exclude(inner__code__in=within).order_by()
    all_within: dict[str, set[str]] = {inner: set(outers) for inner, outers in within.items()}
    for inner, outer in told.values_list("inner__code", "outer__code"):
        all_within.setdefault(inner, set()).add(outer)
    for code in within:
        seen: set[str] = set()
        step = all_within.get(code, set())
        while step:
            if code in step:
                return f"{code} would lie in itself."
            seen |= step
            step = {outer for inner in step for outer in all_within.get(inner, ())} - seen
    return None
