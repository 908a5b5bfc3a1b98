import csv

import pytest

from joinedup.commands.main import main

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("what", "count"), [("register", 2), ("directory", 7), ("memberships", 6)])
def test_a_list_is_written_to_a_file(cast, tmp_path, capsys, what, count):
    file = tmp_path / "list.csv"

    status = main(["export", what, str(file)])

    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    assert (status, len(rows)) == (0, count)
    assert str(file) in capsys.readouterr().out


@pytest.mark.parametrize("sort", ["xlsx", "ods"])
def test_the_format_may_be_said_apart_from_the_name(cast, tmp_path, sort):
    file = tmp_path / "list"

    assert main(["export", "register", str(file), "--format", sort]) == 0
    assert file.read_bytes()[:2] == b"PK"


def test_nothing_is_written_over_and_a_format_is_asked_for(cast, tmp_path, capsys):
    there = tmp_path / "there.csv"
    there.write_text("mine")

    statuses = [main(["export", "register", str(file)]) for file in (there, tmp_path / "list")]

    said = capsys.readouterr().err
    assert (statuses, there.read_text()) == ([2, 2], "mine")
    assert "is there already" in said
    assert "Say --format" in said
