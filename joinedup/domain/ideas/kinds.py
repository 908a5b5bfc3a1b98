from django.db.models import TextChoices


class OverlapChoice(TextChoices):
    """What somebody says of a thing that is there already and looks like the idea."""

    JOIN = "JOIN", "Join it instead"
    FITS = "FITS", "The idea fits beside it"
    DIFFERS = "DIFFERS", "It is not the same"


CHOICE_HINTS = {
    OverlapChoice.JOIN: "Ours is not needed: we ask to take part in that one.",
    OverlapChoice.FITS: "Both are needed, and they would know of each other.",
    OverlapChoice.DIFFERS: "It only looks alike: other people, another aim or another place.",
}
# As many as one is asked to look at: the most alike.
MOST_OVERLAPS = 10
