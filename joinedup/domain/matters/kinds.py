from django.db.models import TextChoices


class Answering(TextChoices):
    """Whether somebody answers for a matter."""

    UNNAMED = "UNNAMED", "Nobody is named"
    ASKED = "ASKED", "Asked, and not answered yet"
    ACCEPTED = "ACCEPTED", "Accepted"
    DECLINED = "DECLINED", "Declined"


class Openness(TextChoices):
    """Who can become part of a public partnership."""

    OPEN = "OPEN", "Anybody who shares its purpose can join"
    ASKED = "ASKED", "It asks who should join, and anybody can ask it"
    FIXED = "FIXED", "A law or its agreement says who is in it"
    UNTOLD = "UNTOLD", "Not yet told us"


# What follows from each for somebody who is not in it.
OPENNESS_SENTENCES = {
    Openness.OPEN: "You can join: anybody who shares its purpose can.",
    Openness.ASKED: "Nobody is in it who was not asked, and not everybody has been thought of. "
    "You can ask to be.",
    Openness.FIXED: "A law or its agreement says who is in it, so it cannot simply take you in. "
    "You can still take part.",
    Openness.UNTOLD: "It has not said who can join.",
}
