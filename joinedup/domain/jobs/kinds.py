from datetime import timedelta

# How long a worker may hold a job before another may take it to be dead.
LEASE = timedelta(minutes=2)
# How often a job is tried before it is left, with its problem, for a person to see.
ATTEMPTS = 10
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(hours=1)
KEEP_DONE = timedelta(days=30)


def wait_after(attempts: int) -> timedelta:
    """Return how long to wait after this many failed attempts: twice as long each time."""
    doublings = min(max(attempts, 1) - 1, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
