from datetime import timedelta

from django.db.models import TextChoices

# From so many days before its day on, a promise is among what needs whoever made it.
TOLD_BEFORE = timedelta(days=14)
LONGEST_WORDS = 300


class Sort(TextChoices):
    """What is promised; only money and hours are counted."""

    CASH = "CASH", "Money"
    HOURS = "HOURS", "Hours of work"
    ROOMS = "ROOMS", "Rooms or premises"
    KIND = "KIND", "Equipment, goods or a service"
    DATA = "DATA", "Information"
    INTRODUCTIONS = "INTRODUCTIONS", "Introductions to people"
    DEED = "DEED", "Something to be done or decided"


COUNTED = (Sort.CASH, Sort.HOURS)


class Rhythm(TextChoices):
    """When it is to be delivered."""

    ONCE = "ONCE", "Once, by a day"
    YEARLY = "YEARLY", "Each year, by a day"
    LASTING = "LASTING", "For as long as the partnership lasts"


class PromiseState(TextChoices):
    """What has come of a promise. That it is late is never kept: the day tells it."""

    PROPOSED = "PROPOSED", "Not accepted yet"
    OPEN = "OPEN", "Promised"
    SAID = "SAID", "Said to be delivered"
    DELIVERED = "DELIVERED", "Delivered"
    ASKED = "ASKED", "Asks to be released"
    OFFERED = "OFFERED", "Offered release"
    RELEASED = "RELEASED", "Released by agreement"
    WITHDRAWN = "WITHDRAWN", "Withdrawn"


_S = PromiseState
PROMISE_MOVES: dict[PromiseState, tuple[PromiseState, ...]] = {
    _S.PROPOSED: (_S.OPEN, _S.WITHDRAWN),
    _S.OPEN: (_S.SAID, _S.DELIVERED, _S.ASKED, _S.OFFERED, _S.RELEASED, _S.WITHDRAWN),
    _S.SAID: (_S.DELIVERED, _S.OPEN),
    _S.DELIVERED: (),
    _S.ASKED: (_S.RELEASED, _S.OPEN),
    _S.OFFERED: (_S.RELEASED, _S.OPEN),
    _S.RELEASED: (),
    _S.WITHDRAWN: (),
}
# Still owed, and so late once its day has passed.
OWED = (_S.OPEN, _S.ASKED, _S.OFFERED)
# What somebody waits for, or may soon.
WAITING = (_S.PROPOSED, _S.SAID, *OWED)
# What counts as promised.
STANDING = (*OWED, _S.SAID, _S.DELIVERED)
STATE_COLOURS = {
    _S.PROPOSED: "grey",
    _S.OPEN: "blue",
    _S.SAID: "yellow",
    _S.DELIVERED: "green",
    _S.ASKED: "yellow",
    _S.OFFERED: "yellow",
    _S.RELEASED: "grey",
    _S.WITHDRAWN: "grey",
}


class Deed(TextChoices):
    """One thing somebody did with a promise, as its page tells it."""

    MADE = "MADE", "Promised it"
    PROPOSED = "PROPOSED", "Asked for this promise"
    ACCEPTED = "ACCEPTED", "Accepted it: it is promised"
    DECLINED = "DECLINED", "Declined to promise it"
    CHANGED = "CHANGED", "Changed it"
    SAID = "SAID", "Said that it is delivered"
    CONFIRMED = "CONFIRMED", "Confirmed that it is delivered"
    NOT_YET = "NOT_YET", "Said that it is not delivered yet"
    ASKED = "ASKED", "Asked to be released"
    OFFERED = "OFFERED", "Offered release"
    AGREED = "AGREED", "Agreed to the release"
    HELD = "HELD", "Did not agree to the release: it stays promised"
    RELEASED = "RELEASED", "Let go of it, as the member has left"
    TAKEN_BACK = "TAKEN_BACK", "Took that back"
    WITHDRAWN = "WITHDRAWN", "Withdrew it"
