from django.db.models import TextChoices


class Reader(TextChoices):
    """For whom a report is."""

    DIRECTOR = "DIRECTOR", "A director"
    LEADERSHIP = "LEADERSHIP", "Leadership"
    COMMITTEE = "COMMITTEE", "Audit committee"


class Outcome(TextChoices):
    """What an auditor found who held what was said against the papers."""

    WAITING = "WAITING", "Not checked yet"
    SHOWN = "SHOWN", "The papers show what was said"
    OTHER = "OTHER", "The papers show something else"
    NONE = "NONE", "No papers were shown"


# As many of each list as a paper holds; the list as CSV holds them all.
PRINTED = 2_000
# Papers of more partnerships keep somebody waiting for more than a second or two.
LONG = 600
