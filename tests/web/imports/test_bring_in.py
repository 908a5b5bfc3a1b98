import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from joinedup.domain.imports.models import Import
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.models import Partnership
from tests.cast import EVERYBODY
from tests.domain.imports.bringing import MEMBERS, REGISTER, brought_in, staged

pytestmark = pytest.mark.django_db

STEPS = [
    *("import", "import_columns", "import_problems", "import_questions", "import_members"),
    *("import_check", "import_discard", "import_again", "import_undo"),
]
ASKING = REGISTER.replace("Riverside Food Share", "Riverside, Parish councils x28")


def uploaded(text):
    return {"file": SimpleUploadedFile("register.csv", text.encode()), "kind": "unsure"}


def hidden(page):
    """Return what the form on a page sends besides what a person chooses."""
    return dict(
        re.findall(r'<input type="hidden" name="(version|seen)" value="([^"]*)"', page.text)
    )


def chosen(page):
    """Return what a page sends when its button is pressed as it stands."""
    selects = re.findall(r'<select[^>]* name="(column\d+)".*?</select>', page.text, re.S)
    values = {
        name: re.search(rf'name="{name}".*?<option value="([^"]*)" selected', page.text, re.S)
        for name in selects
    }
    sent: dict = hidden(page) | {name: found[1] for name, found in values.items() if found}
    for name, value in re.findall(r'name="(q\w+|kind)"[^>]*value="([^"]*)"[^>]*checked', page.text):
        sent[name] = [*sent.get(name, []), value]
    return sent


def press(client, page, **more):
    return client.post(page.request["PATH_INFO"], chosen(page) | more, follow=True)


def at(page):
    return page.redirect_chain[-1][0].rstrip("/").rpartition("/")[2]


def test_a_register_goes_in_by_way_of_the_pages(cast, now):
    client = cast.client("priya")

    sent = uploaded(REGISTER) | {"organisation": cast.thornford.public_id, "delimiter": "|"}
    columns = client.post(reverse("import_new"), sent, follow=True)
    members = press(client, columns)
    check = press(client, members)
    done = press(client, check)

    assert [at(page) for page in (columns, members, check)] == ["columns", "members", "check"]
    assert "2 rows will add 2 partnerships, 1 organisation, 6 memberships" in check.text
    assert "Nothing has been brought in yet" in check.text
    assert "We added 2 partnerships, 1 organisation" in done.text
    assert Partnership.objects.filter(name="Warm Homes").exists()


def test_what_only_a_person_knows_is_asked_and_the_answers_are_kept(cast, now):
    client = cast.client("priya")
    file = staged(cast, now, ASKING)

    questions = client.get(reverse("import_questions", args=[file.public_id]))
    names = re.findall(r'name="(q\w+)"', questions.text)
    half = client.post(questions.request["PATH_INFO"], hidden(questions) | {names[0]: "leave-out"})
    later = client.get(half.url)

    assert "is “Riverside” the same as “Riverside Food Share" in questions.text
    assert "“Parish councils x28” is not one organisation" in questions.text
    assert "In: Green Thornford" in questions.text
    assert "2 questions" in questions.text
    assert ("1 question" in later.text, "1 answer is kept" in later.text) == (True, True)


def test_members_known_by_the_very_name_are_not_told_one_by_one_why_they_are_known(cast, now):
    file = staged(cast, now)

    page = cast.client("priya").get(reverse("import_members", args=[file.public_id]))

    assert "Those with nothing beside them are in the directory under this name." in page.text
    assert "It is in the directory under this name." not in page.text


def test_an_unticked_member_is_left_out(cast, now):
    client = cast.client("priya")
    file = staged(cast, now)

    page = client.get(reverse("import_members", args=[file.public_id]))
    name, values = next((n, v) for n, v in chosen(page).items() if n.startswith("q"))
    kept = [value for value in values if "wexmere-police" not in value]
    check = press(client, page, **{name: kept})

    assert at(check) == "check"
    assert ("Wexmere Police" in check.text, "You left it out." in check.text) == (True, True)
    file.refresh_from_db()
    assert file.answers == {
        "member:green-thornford:wexmere-police": "leave-out",
        "members": "confirmed",
    }


def test_what_cannot_be_read_is_listed_and_can_be_left_out(cast, now):
    client = cast.client("priya")
    file = staged(cast, now, MEMBERS.replace("bo@green.example", "bo at green"))

    page = client.get(reverse("import_problems", args=[file.public_id]))
    check = press(client, page)

    assert "“bo at green” is not an email address" in page.text
    assert at(check) == "check"


def test_a_file_that_cannot_be_read_says_why_beside_the_box(cast, now):
    client = cast.client("priya")
    sent = {"file": SimpleUploadedFile("list.csv", b"%PDF-1.7"), "kind": "unsure"}

    page = client.post(reverse("import_new"), sent | {"organisation": cast.thornford.public_id})

    assert (page.status_code, Import.objects.count()) == (409, 0)
    assert "This is a PDF, which holds pages, not rows." in page.text


def test_two_columns_cannot_be_the_same(cast, now):
    client = cast.client("priya")
    file = staged(cast, now)
    page = client.get(reverse("import_columns", args=[file.public_id]))

    again = press(client, page, column1="partnership.name")

    assert again.status_code == 422
    assert "cannot both be the same thing" in again.text


def test_columns_are_guessed_anew_when_the_list_turns_out_to_be_of_people(cast, now):
    client = cast.client("priya")
    text = "Name|Email|Organisation|Job title\nJo Lee|jo@example.org|Wexmere Police|Inspector\n"
    file = staged(cast, now, text, kind="partnerships")
    page = client.get(reverse("import_columns", args=[file.public_id]))

    press(client, page, kind="people")

    file.refresh_from_db()
    assert (file.kind, file.mapping["person"]) == (
        "people",
        {"name": "Name", "email": "Email", "organisation": "Organisation", "title": "Job title"},
    )


def test_pressing_bring_it_in_twice_brings_it_in_once(cast, now):
    client = cast.client("priya")
    file = staged(cast, now, MEMBERS)
    check = client.get(reverse("import_check", args=[file.public_id]))

    first, second = (client.post(check.request["PATH_INFO"], hidden(check)) for _ in range(2))

    assert (first.status_code, second.status_code) == (302, 409)
    assert Partnership.objects.filter(name="Green Thornford").count() == 1


def test_a_file_can_be_put_aside_and_questions_asked_again(cast, now):
    client = cast.client("priya")
    file = staged(cast, now, ASKING)
    questions = client.get(reverse("import_questions", args=[file.public_id]))
    name = re.findall(r'name="(q\w+)"', questions.text)[0]
    client.post(questions.request["PATH_INFO"], hidden(questions) | {name: "leave-out"})

    again = press(client, client.get(reverse("import_again", args=[file.public_id])))
    aside = press(client, client.get(reverse("import_discard", args=[file.public_id])))

    assert "2 questions" in again.text
    assert "Put aside" in aside.text


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("state", ["staged", "applied"])
def test_every_page_of_a_file_can_be_read_in_every_state(cast, now, name, state):
    file = staged(cast, now) if state == "staged" else brought_in(cast, now)[0]

    page = cast.client("priya").get(reverse(name, args=[file.public_id]))

    assert (page.status_code, "register.csv" in page.text) == (200, True)


@pytest.mark.parametrize("name", STEPS)
def test_a_file_is_no_page_for_anybody_else(cast, now, name):
    file = staged(cast, now)
    address = reverse(name, args=[file.public_id])

    codes = {kind: cast.client(who).get(address).status_code for kind, who in EVERYBODY.items()}

    assert codes.pop("public") == 302
    assert codes.pop("lead host's officer") == 200
    assert set(codes.values()) == {404}


def test_who_may_not_bring_in_a_register_is_told_so(cast, now):
    page = cast.client("ade").get(reverse("imports"))

    assert "Only a partnership officer or manager can bring in a register." in page.text


def test_the_list_shows_each_file_and_where_it_stands(cast, now):
    staged(cast, now)
    brought_in(cast, now, MEMBERS)

    page = cast.client("priya").get(reverse("imports"))

    assert ("Waiting to be brought in" in page.text, "Brought in" in page.text) == (True, True)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (REGISTER.replace("Name of partnership", "Foo"), ["To do", "Cannot start yet"]),
        (REGISTER, ["Done", "To do", "Cannot start yet"]),
        (ASKING, ["Done", "2 left", "To do", "Cannot start yet"]),
        (ASKING.replace("2020", "soon"), ["Done", "1 left", "2 left", "To do", "Cannot start yet"]),
    ],
)
def test_the_steps_of_a_file_say_what_is_left(cast, now, text, steps):
    file = staged(cast, now, text)

    page = cast.client("priya").get(reverse("import", args=[file.public_id]))

    said = re.findall(r"(Done|To do|\d+ left|Cannot start yet)\s*<", page.text)
    assert said == steps


def test_an_officer_of_two_bodies_says_whose_register_it_is(cast, now):
    grant_post(cast.priya, cast.county, PostKind.OFFICER, by=None, at=now)

    page = cast.client("priya").get(reverse("import_new"))

    assert "Whose register is it?" in page.text


def test_a_file_too_large_is_refused_before_it_is_read(cast, now, monkeypatch):
    monkeypatch.setattr("joinedup.web.imports.forms.BIGGEST_FILE", 10)
    sent = uploaded(REGISTER) | {"organisation": cast.thornford.public_id}

    page = cast.client("priya").post(reverse("import_new"), sent)

    assert (page.status_code, "split it into several files" in page.text) == (422, True)


def test_many_partnerships_are_confirmed_page_by_page(cast, now):
    lines = "".join(f"Group {n}|Trust {n}, Club {n}\n" for n in range(25))
    file = staged(cast, now, f"Name|Members\n{lines}", kind="partnerships")
    client = cast.client("priya")

    first = client.get(reverse("import_members", args=[file.public_id]))
    second = press(client, first)
    check = client.post(second.redirect_chain[-1][0], chosen(second), follow=True)

    assert ("Page 1 of 2" in first.text, "Page 2 of 2" in second.text) == (True, True)
    assert at(check) == "check"
