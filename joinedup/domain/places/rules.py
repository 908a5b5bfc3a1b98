import re

from joinedup.domain.places.models import Area

AREA_CODE = re.compile(r"[A-Z][0-9]{8}", re.IGNORECASE)


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
