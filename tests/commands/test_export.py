import csv
import zipfile

import pytest

from joinedup.commands.main import main
from joinedup.domain.partnerships.actions import register_partnership

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


def test_everything_is_one_zip_that_a_person_can_read(cast, now, tmp_path):
    details = {"purpose": "<script>alert(1)</script>", "host": cast.thornford}
    register_partnership("Tŷ Gwyn <b>", **details, by=cast.priya, at=now)
    file = tmp_path / "all.zip"

    status = main(["export", "everything", str(file)])

    parts = zipfile.ZipFile(file)
    index, page = (parts.read(name).decode() for name in ("index.html", "register.html"))
    assert (status, parts.testzip()) == (0, None)
    linked = {name for name in parts.namelist() if f'href="{name}"' in index}
    assert linked == set(parts.namelist()) - {"README.txt", "index.html"}
    assert "Tŷ Gwyn &lt;b&gt;" in page
    assert "<script" not in page
    assert "Ruth Bello" in parts.read("memberships.html").decode()
    assert "Priya Nair" in parts.read("history.csv").decode()
    assert parts.read("register.pdf")[:5] == b"%PDF-"
    assert "What Joined Up held on 15 June 2026" in parts.read("README.txt").decode()
