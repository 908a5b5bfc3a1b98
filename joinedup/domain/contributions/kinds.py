from django.db.models import TextChoices


class Sort(TextChoices):
    """How a member puts something in."""

    CASH = "CASH", "Money"
    HOURS = "HOURS", "Hours of work"
    KIND = "KIND", "Something else: rooms, equipment, information"
