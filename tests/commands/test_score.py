"""The command as typed: a process of its own, with no database and no settings."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from joinedup.commands.main import main
from joinedup.domain.instruments.catalogue import shipped
from tests.domain.instruments.made import small_text, yearly
from tests.house.tree import ROOT

IDS = [statement.id for statement in yearly().statements]


def table(*rows: tuple[str, str, str]) -> str:
    """Rows of respondent, organisation and one answer throughout, except a last for SM8."""
    lines = [",".join(["respondent", "organisation", *IDS])]
    for respondent, organisation, answers in rows:
        first, last = (answers.split() * 2)[:2]
        lines.append(",".join([respondent, organisation, *[first] * 31, last]))
    return "\n".join(lines)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(
        table(("1", "Council", "3 dk"), ("2", "Council", "3 dk"), ("3", "Charity", "0 1"))
    )
    return path


def score(*words: object) -> int:
    return main(["score", *map(str, words)])


def test_the_sentence_comes_first_and_the_table_after(answers, capsys):
    status = score(answers, "--instrument", "yearly-self-assessment")

    assert status == 0
    assert capsys.readouterr().out.splitlines() == [
        "Sound, 65.6 out of 100, from 3 people in 2 organisations.",
        "By organisation it is Developing, 49.5 out of 100.",
        "",
        "                                 By person               By organisation",
        "Foundations                          66.7  Sound             50.0  Developing",
        "Partners                             66.7  Sound             50.0  Developing",
        "Communication and involvement        66.7  Sound             50.0  Developing",
        "Measuring and reviewing success      62.5  Sound             47.9  Developing",
        "Overall                              65.6  Sound             49.5  Developing",
        "",
        f"Split views: {', '.join(IDS[:31])}.",
        "What partners cannot tell: SM8.",
    ]


def test_json_is_one_object_and_nothing_else(answers, capsys):
    status = score(answers, "--instrument", "yearly-self-assessment", "--json")

    said = capsys.readouterr()
    result = json.loads(said.out)
    assert (status, said.err) == (0, "")
    assert (result["respondents"], result["organisations"], result["indicative"]) == (3, 2, False)
    assert result["by_organisation"]["sections"]["SF"] == {"score": 50.0, "band": "Developing"}
    assert result["statements"]["SM8"]["dont_know_share"] == 0.6667


def test_a_definition_file_serves_as_well_as_a_name(tmp_path, capsys):
    (tmp_path / "small.toml").write_text(small_text())
    (tmp_path / "answers.csv").write_text("respondent,organisation,A1,A2,B1,B2\n1,A,5,4,3,2\n")

    status = score(tmp_path / "answers.csv", "--instrument", tmp_path / "small.toml")

    assert status == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "3.5, from 1 person in 1 organisation.",
        "Indicative only. Fewer than 3 people answered. Fewer than 2 organisations were heard.",
    ]


def test_a_cap_is_explained_beneath_the_sentence(tmp_path, capsys):
    columns = ["respondent", "organisation", *IDS]
    answers = {code: "0" if code == "SF8" else "3" for code in IDS}
    lines = [",".join(columns), *(",".join([each, "", *answers.values()]) for each in "12")]
    (tmp_path / "answers.csv").write_text("\n".join(lines))

    status = score(tmp_path / "answers.csv", "--instrument", "self-assessment")

    assert status == 0
    assert capsys.readouterr().out.splitlines()[:4] == [
        "Developing, 96.9 out of 100, from 2 people in 0 organisations.",
        "The band is Developing at best, because the essential statement SF8 averages 0, under 1: "
        f"“{yearly().statement('SF8').text}”",
        "Without this it would be Strong.",
        "Indicative only. Fewer than 3 people answered. Fewer than 2 organisations were heard.",
    ]


def test_without_an_overall_the_sections_are_told_alone(tmp_path, capsys):
    scoring = 'statement = "mean"\nsection = "percentage"\noverall = "none"'
    (tmp_path / "small.toml").write_text(small_text(SCORING=scoring))
    (tmp_path / "answers.csv").write_text("respondent,organisation,A1,A2\n1,A,5,4\n")

    score(tmp_path / "answers.csv", "--instrument", tmp_path / "small.toml")

    said = capsys.readouterr()
    assert said.err == "No column for B1, B2: counted as not answered.\n"
    assert said.out.splitlines()[0] == "A small one, from 1 person in 1 organisation."
    assert [" ".join(line.split()) for line in said.out.splitlines()[3:]] == [
        "By person By organisation",
        "First 90.0 90.0",
        "Second withheld withheld",
        "",
    ]


def test_every_problem_is_told_at_once_and_nothing_else_is_printed(answers, capsys):
    text = (
        answers.read_text().replace("1,Council,3", "1,Council,4").replace("3,Charity", "1,Charity")
    )
    answers.write_text(text)

    status = score(answers, "--instrument", "yearly-self-assessment", "--json")

    said = capsys.readouterr()
    assert (status, said.out) == (2, "")
    assert said.err.splitlines() == [
        "Row 2, column SF1: “4” is not an answer. Write one of 0, 1, 2, 3, dk, na, or leave it "
        "empty.",
        "Row 4, column respondent: “1” has answered already, in row 2.",
    ]


@pytest.mark.parametrize(
    ("instrument", "problem"),
    [
        (
            "yearly",
            "There is no questionnaire and no file 'yearly'. Joined Up comes with: "
            f"{', '.join(each.id for each in shipped())}.",
        ),
        ("{folder}", "{folder}: this file cannot be read (Is a directory)."),
        (
            "{folder}/broken.toml",
            "This is not a readable TOML file: Invalid value (at end of document).",
        ),
        ("{folder}/letters.toml", "{folder}/letters.toml: a definition file must be UTF-8 text."),
    ],
)
def test_an_unusable_questionnaire_is_told(instrument, problem, answers, tmp_path, capsys):
    (tmp_path / "broken.toml").write_text("id = ")
    (tmp_path / "letters.toml").write_bytes(b"id = '\xff'")

    status = score(answers, "--instrument", instrument.format(folder=tmp_path))

    assert (status, capsys.readouterr().err) == (2, problem.format(folder=tmp_path) + "\n")


def test_a_file_that_is_not_there_is_told(tmp_path, capsys):
    status = score(tmp_path / "none.csv", "--instrument", "yearly-self-assessment")

    assert status == 2
    assert capsys.readouterr().err == (
        f"{tmp_path}/none.csv: this file cannot be read (No such file or directory).\n"
    )


def test_no_database_and_no_settings_are_loaded(answers):
    code = (
        "import sys; from joinedup.commands.main import main; "
        "status = main(sys.argv[1:]); "
        "sys.exit(status or int('joinedup.settings' in sys.modules))"
    )
    words = ["score", str(answers), "--instrument", "yearly-self-assessment", "--json"]

    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "joinedup.settings"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout)["by_person"]["overall"] == 65.6
