import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.figures.charts.lettering import ELLIPSIS, cut, width_of, wrap


def test_wide_letters_take_more_room_than_narrow_ones():
    widths = [width_of(text, 10) for text in ("iiii", "aaaa", "ŵŵŵŵ", "WWWW", "中中中中")]

    assert widths == sorted(widths)
    assert width_of("e\u0301", 10) == width_of("e", 10)
    assert width_of("a", 10, bold=True) > width_of("a", 10)


@given(st.text(max_size=60), st.floats(40, 400), st.integers(1, 4))
def test_wrapped_lines_fit_their_room(text, room, lines):
    made = wrap(text, room, 14.0, lines=lines)

    assert len(made) <= lines
    assert all(width_of(line, 14.0) <= room for line in made)
    assert "" not in made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Safer Places", ["Safer", "Places"]),
        ("Safer Places of the whole district", ["Safer", f"Plac{ELLIPSIS}"]),
        ("Llanfairpwll", ["Llanfai", "rpwll"]),
    ],
)
def test_names_go_on_in_the_next_line_and_end_in_an_ellipsis(text, made):
    assert wrap(text, 45.0, 14.0, lines=2) == made


def test_what_fits_is_not_cut():
    assert cut("Safer  Places", 200.0, 14.0) == "Safer Places"
