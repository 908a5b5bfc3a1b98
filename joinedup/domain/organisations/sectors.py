"""Which sectors are there among some bodies, and which of the usual ones are not."""

from collections.abc import Iterable

from joinedup.domain.organisations.kinds import Sector

# Whom a partnership for a place usually draws on; any one of a row will do.
USUAL = (
    ("councils", {Sector.COUNCIL, Sector.PARISH}),
    ("the police", {Sector.POLICE}),
    ("fire and rescue", {Sector.FIRE}),
    ("health bodies", {Sector.HEALTH}),
    ("businesses", {Sector.BUSINESS}),
    (
        "voluntary and community groups",
        {Sector.CHARITY, Sector.COMMUNITY, Sector.FAITH, Sector.EQUALITY},
    ),
)


def sectors_missing(there: Iterable[str]) -> list[str]:
    """Return the usual sectors of which none is there; nothing while somebody’s is not told."""
    found = set(there)
    if not found or Sector.UNTOLD in found:
        return []
    return [name for name, any_of in USUAL if not any_of & found]
