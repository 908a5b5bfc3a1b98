"""What the lists of risks come to, told beside the questions that ask how much risk is left."""

from typing import Any

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.risks.models import ListedRisk
from joinedup.domain.risks.queries import highest, latest, risks_of
from joinedup.domain.thresholds.kinds import Risk


def highest_on(
    partnership: Partnership, organisation: Organisation | None, request: Any
) -> ListedRisk | None:
    """Return the open risk that decides a list, as far as this person may read it."""
    return highest(risks_of(partnership, organisation, request.user, request.today))


def band_of(most: ListedRisk | None) -> str:
    """Return the band a list comes to, untold where it has no open risk."""
    return latest(most).residual.band if most else Risk.UNTOLD.value


def told(whose: str, most: ListedRisk) -> str:
    """Return what a list comes to and which risk decides."""
    mark = latest(most).residual
    band = Risk(mark.band).label.lower()
    return f"{whose} comes to {band}: “{most.cause.rstrip('.')}”, {mark}."


def hint_of_side(most: ListedRisk | None, *, is_chosen: bool) -> str:
    """Return what a body's own list proposes for its own side."""
    if most is None:
        return ""
    said = "" if is_chosen else " We have chosen that below; choose another if it is not so."
    return told("Our own list of risks", most) + said


def hint_of_tier(
    shared: ListedRisk | None, own: ListedRisk | None, host: Any, *, is_chosen: bool
) -> str:
    """Return what both lists come to. Only the shared one is chosen: all members read a tier."""
    said = []
    if shared:
        said = [told("The partnership’s list of risks", shared)]
        if not is_chosen:
            said += ["We have chosen that below; choose another if it is not so."]
    if own:
        said += [told(f"{host}’s own list, which only {host} reads,", own)]
        said += ["Whatever you choose here, all members can read."]
    return " ".join(said)
