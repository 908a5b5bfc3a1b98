"""What is damaged, cut short, newer or not ours is refused in a sentence, and nothing is left."""

import contextlib
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from joinedup.domain.backups.kinds import Unusable
from joinedup.domain.backups.making import prove
from joinedup.domain.backups.restoring import unpack_beside

KNOWN = ["0001_begin_the_register"]
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def changed(archive, tmp_path, **manifest):
    """Return a copy of the archive whose manifest says something else, or other files."""
    files = manifest.pop("files", {})
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            held = old.read(name)
            if name == "manifest.json":
                told = json.loads(held) | manifest
                told["files"] |= files
                held = json.dumps(told).encode()
            new.writestr(name, held)
        for name in files:
            new.writestr(name, b"x")
    return other


@SHARED
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_changes_nothing(archive, tmp_path, where, bit):
    wanted = prove(archive)
    held = bytearray(archive.read_bytes())
    held[int(where * len(held))] ^= 1 << bit
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(held)

    found = None
    with contextlib.suppress(Unusable):
        found = prove(damaged)

    # A bit of what a zip says about itself, such as the hour of a file, may change nothing.
    assert found in (None, wanted)


@SHARED
@given(where=st.floats(0, 1, exclude_max=True))
def test_an_archive_that_was_cut_short_is_refused(archive, tmp_path, where):
    held = archive.read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(held[: int(where * len(held))])

    with pytest.raises(Unusable, match="Use another one"):
        prove(cut)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"product": "other"}, "This is no backup of Joined Up"),
        ({"format": 2, "version": "9.1"}, "made by version 9.1 in a form that this version cannot"),
        ({"migrations": ["0001_begin_the_register", "0999_later"]}, "a newer version .*0999_later"),
        ({"tables": {}}, "does not say what the database said"),
        ({"files": {"../out": {"size": 1, "sha256": "x"}}}, "has no place in it"),
        ({"files": {"files/../../out": {"size": 1, "sha256": "x"}}}, "has no place in it"),
        ({"files": {"/etc/x": {"size": 1, "sha256": "x"}}}, "has no place in it"),
        ({"files": {"files/b": {"size": 1, "sha256": "x"}}}, "files/b is not what it was"),
    ],
)
def test_an_archive_that_is_not_what_it_should_be_is_refused(
    archive, tmp_path, listing, told, said
):
    other = changed(archive, tmp_path, **told)
    before = listing()

    with pytest.raises(Unusable, match=said):
        unpack_beside(other, tmp_path / "into", KNOWN)

    assert listing() == before


@pytest.mark.parametrize(
    ("held", "said"),
    [(b"", "Use another one"), (b"PK", "Use another one"), (None, "There is no file")],
)
def test_a_file_that_is_no_archive_is_refused(tmp_path, held, said):
    file = tmp_path / "file.zip"
    if held is not None:
        file.write_bytes(held)

    with pytest.raises(Unusable, match=said):
        prove(file)


def test_a_zip_of_something_else_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as other:
        other.writestr("holiday.jpg", b"")

    with pytest.raises(Unusable, match="it holds no list of what is in it"):
        prove(tmp_path / "x.zip")
