"""Why a real installation may not start: asked by the command line and by ``joinedup.wsgi``."""

from typing import Any

from joinedup.domain.upkeep.machine import unsafe_places
from joinedup.domain.upkeep.safety import unsafe_settings


def why_not_start(settings: Any) -> list[str]:
    """Return every reason; what is made up, or under test, may be as open as it likes."""
    if not settings.REAL:
        return list(settings.CONFIGURATION.problems)
    return [*unsafe_settings(settings), *unsafe_places(settings)]


def insist_on_safety(settings: Any) -> None:
    """End the process with its reasons where there are any; what is under test is not served."""
    if settings.KIND == "test":
        raise SystemExit("Joined Up does not start: name its joinedup.toml in JOINEDUP_CONFIG.")
    if problems := why_not_start(settings):
        raise SystemExit("\n".join(["Joined Up does not start:", *problems]))
