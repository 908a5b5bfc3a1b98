import pytest

from joinedup.domain.documents import typefaces
from joinedup.domain.documents.typefaces import drawable, drawn, signs_of


def test_the_typefaces_draw_the_letters_people_here_write_with():
    assert set("aZ09£ŵŷŴŶłąéßЖΩ–“”…☃😀") <= drawable()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("plain\ntext", "plain\ntext"),
        ("中", "□"),
        ("a\u2060b", "ab"),
        ("a\u3000b", "a b"),
        ("a\ufe01b", "ab"),
    ],
)
def test_a_sign_that_cannot_be_drawn_leaves_a_box_or_nothing(typed, printed):
    assert drawn(typed) == printed


def test_without_typefaces_the_reason_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(typefaces, "FOLDER", tmp_path)
    drawable.cache_clear()

    with pytest.raises(FileNotFoundError, match="no typefaces"):
        drawable()

    drawable.cache_clear()


def test_a_file_without_a_character_map_is_no_typeface():
    with pytest.raises(ValueError, match="no character map"):
        signs_of(b"\x00\x01\x00\x00\x00\x00" + b"\x00" * 20)
