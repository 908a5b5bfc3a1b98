"""How a place is told in a line, so that a deputy can be said to stand in for it."""

NOBODY = "Nobody yet"


def place_in_a_line(name: str, capacity: str, member: str) -> str:
    """Return who holds a place, as what and for whom: “Ruth Bello, chair, for Wexmere Police”."""
    return f"{name}, {capacity.lower()}, for {member}"
