from datetime import timedelta

from joinedup.domain.imports.actions import discard_import, discard_stale_imports
from joinedup.domain.imports.models import Import, ImportRow
from joinedup.domain.journal.queries import verbs_about
from tests.domain.imports.bringing import staged


def test_putting_a_file_aside_clears_its_rows(cast, now):
    file = staged(cast, now)

    discard_import(file, version=1, by=cast.priya, at=now)

    assert (file.state, file.ended_at, ImportRow.objects.count()) == ("DISCARDED", now, 0)
    assert verbs_about(file) == ["import.staged", "import.discarded"]


def test_files_forgotten_for_a_month_are_put_aside(cast, now):
    old = staged(cast, now - timedelta(days=31))
    recent = staged(cast, now - timedelta(days=29))

    discard_stale_imports(at=now)

    states = dict(Import.objects.values_list("pk", "state"))
    assert states == {old.pk: "DISCARDED", recent.pk: "STAGED"}
