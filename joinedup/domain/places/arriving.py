"""A place as it is entered, with the words it is found by."""

from joinedup.domain.basics.folding import folded
from joinedup.domain.places.models import Area


def area_of(code: str, name: str) -> Area:
    """Return an area not yet written, for acts that write many at once."""
    return Area(code=code, name=name, folded_name=folded(name))
