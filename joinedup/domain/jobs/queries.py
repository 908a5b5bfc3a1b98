from datetime import datetime

from django.db.models import Q, QuerySet

from joinedup.domain.jobs.models import Job

OFTEN = 3
OPEN = Q(done_at__isnull=True, given_up_at__isnull=True)


def open_jobs(name: str = "") -> QuerySet[Job]:
    """Return the jobs still to be done, of one name or of all."""
    jobs = Job.objects.filter(OPEN)
    return jobs.filter(name=name) if name else jobs


def due(at: datetime) -> QuerySet[Job]:
    """Return the jobs a worker may claim at ``at``: their time has come and nobody holds them."""
    free = Q(lease_until__isnull=True) | Q(lease_until__lte=at)
    return Job.objects.filter(OPEN, free, run_at__lte=at).order_by("run_at", "id")


def given_up() -> QuerySet[Job]:
    """Return the jobs that were left undone, latest first, each with its problem."""
    return Job.objects.filter(given_up_at__isnull=False).order_by("-given_up_at", "-id")


def often_tried() -> QuerySet[Job]:
    """Return the jobs that failed three times and will be tried again."""
    return (
        Job.objects.filter(OPEN, attempts__gte=OFTEN).exclude(problem="").order_by("run_at", "id")
    )


def last_done(name: str) -> datetime | None:
    """Return when periodic work of this name was last done."""
    # Keys of one name sort by their period, so the index finds the newest.
    done = Job.objects.filter(name=name, key__startswith="every:", done_at__isnull=False)
    return done.order_by("-key").values_list("done_at", flat=True).first()
