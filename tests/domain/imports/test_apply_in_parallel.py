from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.imports.actions import apply_import
from joinedup.domain.imports.models import Import
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from tests.domain.imports.bringing import staged

pytestmark = pytest.mark.django_db(transaction=True)
TOGETHER = 3


def apply_at_once(keys, cast, now):
    """Bring files in at the same moment; return what became of each."""
    ready = Barrier(len(keys))

    def one(key):
        file = Import.objects.select_related("organisation").get(pk=key)
        ready.wait()
        try:
            apply_import(file, version=file.version, by=cast.priya, at=now)
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(keys)) as threads:
        return sorted(threads.map(one, keys))


def test_one_file_is_brought_in_once_by_whoever_presses_first(cast, now):
    file = staged(cast, now)

    outcomes = apply_at_once([file.pk] * TOGETHER, cast, now)

    assert outcomes == ["done", *["refused"] * (TOGETHER - 1)]
    assert Partnership.objects.filter(name="Green Thornford").count() == 1


def test_two_files_that_name_the_same_new_body_enter_it_once(cast, now):
    files = [staged(cast, now, name=f"{n}.csv") for n in range(TOGETHER)]

    outcomes = apply_at_once([file.pk for file in files], cast, now)

    assert outcomes == ["done"] * TOGETHER
    assert Organisation.objects.filter(name="Warm Hearths Trust").count() == 1
    assert Partnership.objects.filter(name="Green Thornford").count() == 1
