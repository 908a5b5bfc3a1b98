import random

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.imports.actions import apply_import
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from tests.domain.imports.bringing import staged

ROWS = 1_000


@pytest.mark.parametrize("seed", range(5))
def test_one_bad_row_anywhere_saves_nothing_and_is_named(cast, now, seed):
    bad = random.Random(seed).randrange(ROWS)
    lines = [f"Group {n % 300}|Body {n}|p{n}@t.example" for n in range(ROWS)]
    lines[bad] = f"Group|Body {bad}|nobody at all"
    file = staged(cast, now, "\n".join(["Partnership|Organisation|Email", *lines]))
    before = [table.objects.count() for table in (Partnership, Organisation, Entry)]

    with pytest.raises(Refused, match=f"Row {bad + 2}, Email: “nobody at all” is not an email"):
        apply_import(file, version=1, by=cast.priya, at=now)

    assert before == [table.objects.count() for table in (Partnership, Organisation, Entry)]
