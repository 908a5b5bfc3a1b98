"""How often something may be tried wrongly before one has to wait.

Counted in the cache, for all processes together; the limits stand in the settings, by name.
"""

from allauth.core import ratelimit
from allauth.core.internal import ratelimit as counting
from django.http import HttpRequest

TOO_OFTEN = "That was tried too often. Wait a quarter of an hour, then try again."


def why_not_try(request: HttpRequest, what: str, key: str = "") -> str | None:
    """Return why nothing may be tried now, or None; this alone counts as no attempt."""
    free = ratelimit.consume(request, action=what, key=key or what, dry_run=True)
    return None if free else TOO_OFTEN


def count_wrong(request: HttpRequest, what: str, key: str = "") -> None:
    """Note that something was tried and was wrong."""
    ratelimit.consume(request, action=what, key=key or what)


def asked_too_often(request: HttpRequest, what: str) -> bool:
    """Count that a page was asked for, and tell whether it was too often from there."""
    # Its outer form counts no reading at all.
    within = counting.consume(request, app="allauth.account", action=what, key=what, limit_get=True)
    return within is None
