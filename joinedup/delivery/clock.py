"""The one place that reads the clock."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """Return this moment, in UTC."""
    return timezone.now()
