import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from joinedup.domain.exports import rows
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.queries import listed_to

pytestmark = pytest.mark.django_db


def test_what_somebody_may_see_is_asked_for_once_however_many_batches(cast, now, monkeypatch):
    for name in ("Arts", "Beck", "Carers"):
        register_partnership(name, host=cast.thornford, by=cast.priya, at=now)
    monkeypatch.setattr(rows, "BATCH", 1)
    found = listed_to(cast.priya, now.date()).exclude(folded_name="beck").order_by("-folded_name")

    with CaptureQueriesContext(connection) as asked:
        told = list(rows.batches(found, ["name"]))

    assert [[row["name"] for row in some] for some in told] == [
        ["Safer Places group"],
        ["Carers"],
        ["Arts"],
    ]
    narrowed = [each for each in asked.captured_queries if "beck" in each["sql"]]
    assert (len(narrowed), len(asked)) == (1, 4)
