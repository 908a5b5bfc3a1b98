import json
from pathlib import Path

import pytest

from joinedup.commands.main import main
from joinedup.domain.imports.models import Import
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Membership, Partnership
from tests.shared import shared

LIST = """Group,Body,Email
Green Holt,Holt Council,ann@t.example
Green Holt,Holt Mill Trust,
Blue Holt,Holt Council,
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    return path


@pytest.fixture
def run(db, capsys):
    def run(*words):
        status = main(["import", *map(str, words)])
        return status, capsys.readouterr().out

    return run


def told(out):
    return json.loads(out)


def test_a_list_is_brought_in_and_the_same_again_changes_nothing(run, file):
    first, out = run("memberships", file, "--json")
    again, out_again = run("memberships", file, "--json")

    assert (first, again) == (0, 0)
    assert told(out)["created"] == {
        "partnerships": 2,
        "organisations": 2,
        "memberships": 3,
        "hosts": 0,
        "people": 1,
        "seats": 1,
        "scores": 0,
        "contributions": 0,
        "deputies": 0,
        "successions": 0,
        "contacts": 0,
    }
    assert told(out_again)["totals"] == {"created": 0, "updated": 0, "unchanged": 9}
    assert (told(out)["rows"], told(out)["saved"], told(out)["problems"]) == (3, True, [])
    assert (Partnership.objects.count(), Membership.objects.count()) == (2, 3)


def test_a_dry_run_saves_nothing(run, file):
    status, out = run("memberships", file, "--dry-run", "--json")

    assert (status, told(out)["saved"], told(out)["totals"]["created"]) == (0, False, 9)
    assert (Entry.objects.count(), Import.objects.count(), Organisation.objects.count()) == (
        0,
        0,
        0,
    )


def test_a_problem_names_its_row_and_column_and_nothing_is_saved(run, file):
    file.write_text(LIST.replace("ann@t.example", "ann at t"))

    status, out = run("memberships", file, "--json")

    assert (status, told(out)["saved"]) == (2, False)
    assert told(out)["problems"] == [
        {
            "row": 2,
            "column": "Email",
            "message": "“ann at t” is not an email address, such as name@example.org.",
        }
    ]
    assert (Partnership.objects.count(), Import.objects.count()) == (0, 0)


def test_questions_are_answered_from_a_file(run, file, tmp_path):
    file.write_text(LIST.replace("Blue Holt,Holt Council", "Blue Holt,Holt Councli"))
    answers = tmp_path / "answers.toml"

    asked, out = run("memberships", file, "--json")
    (question,) = told(out)["questions"]
    answers.write_text(f'"{question["id"]}" = "{question["choices"][0]["value"]}"')
    done, _ = run("memberships", file, "--answers", answers)

    assert (asked, done) == (2, 0)
    assert question["sentence"] == "Row 4: is “Holt Councli” the same as “Holt Council”?"
    assert Organisation.objects.count() == 2


def test_a_person_reads_sentences(run, file):
    file.write_text(LIST.replace("Blue Holt,Holt Council", "Blue Holt,Holt Councli"))

    _, out = run("memberships", file)

    assert out.splitlines()[1:] == [
        "Row 4: is “Holt Councli” the same as “Holt Council”?  [organisation:holt-councli]",
        "    as:file:holt council: Yes, it is Holt Council (a letter or two differ)",
        "    new: Enter “Holt Councli” as an organisation of its own",
        "    leave-out: Leave it out",
        "Created: 2 partnerships, 2 organisations, 2 memberships, 1 people, "
        "1 places on partnerships.",
        "Updated: nothing.",
        "Unchanged: nothing.",
        "Answer each question by its id in a file, and give it with --answers.",
        "3 rows. Nothing was saved.",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("memberships", "nowhere.csv"), "nowhere.csv cannot be read: No such file"),
        (("memberships", "FILE", "--mapping", "no.toml"), "no.toml cannot be read"),
        (("memberships", "FILE", "--mapping", "FILE"), "not in the TOML format"),
        (("memberships", "FILE", "--mapping", "lad-csp-pfa"), "no column headed “CSP19CD”"),
        (("partnerships", "FILE", "--mapping", "lad-csp-pfa"), "This mapping is for memberships"),
        (("memberships", "FILE", "--answers", "FILE"), "cannot be read"),
        (("memberships", "FILE", "--by", "no@t.example"), "Nobody in the directory has"),
        (("memberships", "FILE", "--host", "Nobody"), "No organisation in the directory"),
        (("memberships", "FILE", "--mapping", "BYTES"), "is not a text file in UTF-8"),
        (("memberships", "FILE", "--answers", "LIST"), "one answer for each question’s id"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run, file, tmp_path, words, sentence):
    other = tmp_path / "other"
    other.write_bytes(b"\xff\xfe" if "BYTES" in words else b"[]")
    paths = {"FILE": file, "BYTES": other, "LIST": other}

    status, out = run(*[paths.get(word, word) for word in words], "--json")

    assert (status, told(out)["saved"]) == (2, False)
    assert sentence in told(out)["problems"][0]["message"]


def test_an_officer_brings_in_the_register_of_their_council(cast, run, file):
    status, _ = run("memberships", file, "--by", cast.priya.email)

    assert status == 0
    assert {str(host) for host in Partnership.objects.get(name="Blue Holt").hostings.all()} == {
        "Thornford District Council hosts Blue Holt"
    }


def test_somebody_who_is_no_officer_is_refused(cast, run, file):
    status, out = run("memberships", file, "--by", cast.ade.email)

    assert (status, out.splitlines()[0]) == (
        2,
        "Only a partnership officer or manager of an organisation can bring in its register.",
    )


@pytest.mark.shared_data
def test_the_real_list_becomes_314_partnerships_382_organisations_and_656_memberships(run):
    real = Path(shared("data/real/lad_csp_pfa_2019_12.csv"))

    status, out = run("memberships", real, "--json")
    _, again = run("memberships", real, "--json")

    found = {thing: n for thing, n in told(out)["created"].items() if n}
    assert (status, told(out)["rows"]) == (0, 342)
    assert found == {"partnerships": 314, "organisations": 382, "memberships": 656}
    assert told(again)["totals"] == {"created": 0, "updated": 0, "unchanged": 1352}
    assert (Partnership.objects.count(), Organisation.objects.count()) == (314, 382)
    assert Membership.objects.count() == 656


def test_the_organisation_can_be_named(cast, run, file):
    status, _ = run("memberships", file, "--host", "thornford district council")

    lead = Partnership.objects.get(name="Green Holt").hostings.get()
    assert (status, lead.organisation, lead.is_lead) == (0, cast.thornford, True)


def test_what_is_left_out_is_said(run, file):
    file.write_text("Name,Purpose,Members\nGreen Holt,x,see plan\n")

    _, out = run("partnerships", file)

    assert "Left out: row 2, Members: “see plan”. This points elsewhere and names nobody." in out
