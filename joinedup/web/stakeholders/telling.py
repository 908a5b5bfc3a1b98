"""The sentences above the map of who should be here."""

from collections import Counter
from collections.abc import Iterable

from joinedup.domain.figures.charts import InfluenceAgainstInterest, Weighed
from joinedup.domain.figures.wording import listed
from joinedup.domain.stakeholders.kinds import ApproachState, Weight, Wish
from joinedup.domain.stakeholders.queries import Standing, wishes_among

WEIGHTS: dict[str, int] = {Weight.LOW: 0, Weight.MIDDLE: 1, Weight.HIGH: 2}
# As many of each, to follow the number.
COUNTED = {
    ApproachState.JOINED: ("has joined", "have joined"),
    ApproachState.INVITED: ("is invited", "are invited"),
    ApproachState.MET: ("was met", "were met"),
    ApproachState.CONTACTED: ("was contacted", "were contacted"),
    ApproachState.IDENTIFIED: ("is only thought of so far", "are only thought of so far"),
    ApproachState.DECLINED: ("declined", "declined"),
    ApproachState.NOT_INVITED: ("is not invited", "are not invited"),
}
COUNTED_WISHES = {
    Wish.NEEDED: "needed",
    Wish.WANTED: "wanted",
    Wish.WILLING: "ready to take part",
    Wish.UNSURE: "uncertain",
    Wish.UNTOLD: "not yet weighed",
}


def circle_told(circle: Iterable[Standing]) -> str:
    """Return how many there are and how far they have come; nothing where there is nobody."""
    counted = Counter(each.state for each in circle)
    parts = [
        f"{counted[state]} {COUNTED[state][counted[state] > 1]}"
        for state in COUNTED
        if counted[state]
    ]
    return f"{counted.total()} on the map: {listed(parts)}." if parts else ""


def wishes_told(circle: Iterable[Standing]) -> str:
    """Return how many are needed, wanted, willing or uncertain, in a sentence."""
    parts = [f"{number} {COUNTED_WISHES[wish]}" for wish, number in wishes_among(circle)]
    return f"{listed(parts)}." if parts else ""


def picture_of(circle: Iterable[Standing]) -> InfluenceAgainstInterest:
    """Return the picture of influence against interest."""
    people = (each.stakeholder for each in circle)
    weighed = (
        Weighed(one.called, WEIGHTS.get(one.influence), WEIGHTS.get(one.interest)) for one in people
    )
    return InfluenceAgainstInterest("Influence against interest", tuple(weighed))
