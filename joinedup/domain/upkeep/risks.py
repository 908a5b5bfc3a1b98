"""What is allowed here and still risky, in plain words (trust.md T30)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings

from joinedup.domain.organisations.queries import stewards
from joinedup.domain.upkeep.machine import same_disk
from joinedup.domain.upkeep.safety import is_this_machine

FEW = 3


def risks(day: date) -> Iterator[str]:
    """Yield each risk this installation runs, with what would lessen it."""
    names = sorted({post.person.name for post in stewards(day).select_related("person")})
    if len(names) == 1:
        yield f"{names[0]} is the only steward. Give somebody else that post, for bad days."
    if len(names) > FEW:
        yield f"{len(names)} people may do everything here: {', '.join(names)}. Few need that post."
    if bare := without_second_step(day):
        yield f"{', '.join(bare)} may do everything here and sign in by mail alone."
    yield from risky_settings(settings)


def without_second_step(day: date) -> list[str]:
    """Return the stewards who have no second step of signing in."""
    holders = stewards(day).exclude(person__in=Authenticator.objects.values("user"))
    return sorted(set(holders.values_list("person__name", flat=True)))


def risky_settings(told: Any) -> Iterator[str]:
    """Yield what of the settings is a risk without being forbidden."""
    if same_disk(Path(told.DATA), Path(told.BACKUPS)):
        yield (
            "Backups lie on the same disk as the records, and would be lost with it. Copy them "
            "to another building each night; the guide says how."
        )
    if told.REAL and not is_this_machine(told.CONFIGURATION["listen"]):
        yield (
            f"Pages are served at {told.CONFIGURATION['listen']} to every machine that reaches "
            "it, without encryption. Set listen to 127.0.0.1 where the proxy is on this machine."
        )
    if told.DEMONSTRATION:
        yield "This is a demonstration: anybody who finds it can sign in as anybody."
