import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from joinedup.domain.imports.models import Import
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.partnerships.models import Partnership
from tests.domain.imports.bringing import REGISTER
from tests.web.imports.test_bring_in import at, press

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def every_file_is_long(monkeypatch):
    monkeypatch.setattr("joinedup.domain.imports.queries.files.LONG", 1)
    monkeypatch.setattr("joinedup.web.imports.views.LONG_FILE", 1)
    monkeypatch.setattr("joinedup.domain.arrivals.actions.PAUSE", 0)


def sent(cast, text=REGISTER):
    client = cast.client("priya")
    file = SimpleUploadedFile("register.csv", text.encode())
    told = {"file": file, "kind": "unsure", "organisation": cast.thornford.public_id}
    return client, client.post(reverse("import_new"), told | {"delimiter": "|"}, follow=True)


def test_a_long_file_goes_in_while_its_page_says_how_far_it_is(cast, now):
    client, reading = sent(cast)
    run_due(now)
    columns = client.get(reverse("import_columns", args=[Import.objects.get().public_id]))
    planning = press(client, columns)
    run_due(now)
    check = press(client, client.get(planning.request["PATH_INFO"].rstrip("/") + "/members/"))
    run_due(now)
    check = client.get(planning.request["PATH_INFO"] + "check/")
    entering = press(client, check)
    seen = Partnership.objects.filter(name="Warm Homes").exists()
    run_due(now)
    done = client.get(planning.request["PATH_INFO"])

    assert "Reading the file." in reading.text
    assert "Working out what will happen." in planning.text
    assert "The 2 rows will add 2 partnerships, 1 organisation, 6 memberships" in check.text
    assert ("Bringing it in." in entering.text, seen) == (True, False)
    assert "We added 2 partnerships, 1 organisation, 6 memberships" in done.text


def test_the_page_says_how_many_of_how_many(cast, now):
    client, _ = sent(cast)
    Import.objects.update(done=1_200, total=200_000)

    page = client.get(reverse("import", args=[Import.objects.get().public_id]))

    assert "1,200 of 200,000 rows" in page.text
    assert '<progress id="progress"' in page.text


@pytest.mark.parametrize("name", ["import_columns", "import_questions", "import_check"])
def test_while_a_worker_has_the_file_its_other_pages_lead_to_how_far_it_is(cast, now, name):
    client, _ = sent(cast)

    page = client.get(reverse(name, args=[Import.objects.get().public_id]), follow=True)

    assert "Reading the file." in page.text
    assert at(page) == Import.objects.get().public_id


def test_a_long_file_that_cannot_be_read_can_be_put_aside(cast, now):
    client, _ = sent(cast, "%PDF-1.7")
    run_due(now)
    file = Import.objects.get()

    page = client.get(reverse("import", args=[file.public_id]))
    aside = press(client, client.get(reverse("import_discard", args=[file.public_id])))

    assert "This is a PDF" in page.text
    assert "Put aside" in aside.text
