"""What was done, by whom and when, as a list."""

from collections.abc import Iterator

from django.db.models import QuerySet

from joinedup.domain.basics.days import day_of
from joinedup.domain.exports.columns import Column
from joinedup.domain.exports.formats import Row
from joinedup.domain.exports.rows import Sheet, batches
from joinedup.domain.journal.models import Entry

HISTORY = tuple(
    Column(name, name) for name in ("When", "Who", "What was done", "Sort", "Number", "Why")
)


def history_sheet(acts: QuerySet[Entry]) -> Sheet:
    """Return these acts as a sheet, the first act first."""
    return Sheet("History", HISTORY, told(acts))


def told(acts: QuerySet[Entry]) -> Iterator[Row]:
    """Yield what was done, act by act."""
    fields = ("at", "by_name", "verb", "kind", "thing", "because")
    for act in (act for some in batches(acts.order_by("id"), fields) for act in some):
        day = f"{day_of(act['at']).isoformat()} {act['at']:%H:%M} UTC"
        done = act["verb"].replace(".", " ")
        who = act["by_name"] or "The service itself"
        yield [day, who, done, act["kind"], act["thing"], act["because"]]
