import pytest
from django.urls import reverse

from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.models import Partnership
from tests.domain.imports.bringing import MEMBERS, REGISTER, brought_in
from tests.web.imports.test_bring_in import hidden, press

pytestmark = pytest.mark.django_db


def page_of(client, name, file, *more):
    return client.get(reverse(name, args=[file.public_id, *more]))


def test_a_file_is_taken_back_after_a_look_at_what_would_go(cast, now):
    file, _ = brought_in(cast, now)
    client = cast.client("priya")

    look = page_of(client, "import_undo", file)
    done = press(client, look)

    assert "We would take away 2 partnerships, 1 organisation, 6 memberships" in look.text
    assert "This file was brought in and taken back." in done.text
    assert "Nothing of it is left in the register." in done.text
    assert "Priya Nair took it back." in done.text
    assert "Taken back whole" in client.get(reverse("imports")).text


def test_what_stays_is_listed_with_its_reason_and_a_link(cast, now):
    file, _ = brought_in(cast, now)
    one = Partnership.objects.get(name="Warm Homes")
    change_partnership(one, version=1, purpose="Warmth.", by=cast.priya, at=now)
    client = cast.client("priya")

    look = page_of(client, "import_undo", file)
    done = press(client, look)

    for page in (look, done):
        assert "It was changed after the file was brought in." in page.text
        assert reverse("partnership", args=[one.public_id]) in page.text
    assert "3 things stay, because somebody has changed or used them" in look.text


def test_what_changed_between_the_look_and_the_press_is_shown_again(cast, now):
    file, _ = brought_in(cast, now)
    client = cast.client("priya")
    look = page_of(client, "import_undo", file)
    one = Partnership.objects.get(name="Warm Homes")
    change_partnership(one, version=1, purpose="Warmth.", by=cast.priya, at=now)

    refused = client.post(look.request["PATH_INFO"], hidden(look))

    assert refused.status_code == 409
    assert "Something has changed since you looked at what would go." in refused.text


@pytest.mark.parametrize("thing", ["partnerships", "organisations", "memberships", "people"])
def test_what_a_file_added_is_listed_with_links(cast, now, thing):
    file, _ = brought_in(cast, now)

    page = page_of(cast.client("priya"), "import_made", file, "added", thing)

    names = {
        "partnerships": "Green Thornford",
        "organisations": "Warm Hearths Trust",
        "memberships": "Wexmere Police in Green Thornford",
        "people": "Ann Lee",
    }
    links = {"organisations": "/organisations/", "people": ""}.get(thing, "/partnerships/")
    assert names[thing] in page.text
    assert links in page.text.partition("<tbody")[2]


def test_what_a_file_changed_is_listed_and_long_lists_go_on(cast, now, monkeypatch):
    monkeypatch.setattr("joinedup.web.imports.made.AT_ONCE", 1)
    brought_in(cast, now)
    later = REGISTER.replace("|Yes|", "|No|").replace("2020", "2021")
    file, _ = brought_in(cast, now, later)
    client = cast.client("priya")

    first = page_of(client, "import_made", file, "changed", "partnerships")
    step = file.steps.filter(thing="partnerships").earliest("pk")
    second = client.get(first.request["PATH_INFO"], {"after": step.pk})

    assert ("Green Thornford" in first.text, "Warm Homes" in first.text) == (True, False)
    assert ("Green Thornford" in second.text, "Warm Homes" in second.text) == (False, True)


@pytest.mark.parametrize("words", [("added", "dogs"), ("eaten", "people")])
def test_a_list_of_nothing_there_could_be_is_not_found(cast, now, words):
    file, _ = brought_in(cast, now, MEMBERS)

    assert page_of(cast.client("priya"), "import_made", file, *words).status_code == 404
