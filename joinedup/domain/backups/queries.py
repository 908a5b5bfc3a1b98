from datetime import date, timedelta

from django.db.models import QuerySet

from joinedup.domain.backups.models import Backup
from joinedup.domain.basics.days import end_of


def proven_backups() -> QuerySet[Backup]:
    """Return the backups that were made and proven and are still kept, newest first."""
    return Backup.objects.filter(problem="", forgotten_at__isnull=True).order_by("-tried_at", "-id")


def backups_on(day: date) -> QuerySet[Backup]:
    """Return what was tried on a day in London, newest first."""
    began, ended = end_of(day - timedelta(days=1)), end_of(day)
    return Backup.objects.filter(tried_at__gte=began, tried_at__lt=ended)
