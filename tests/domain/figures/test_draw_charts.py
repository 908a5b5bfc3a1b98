"""Every chart, whatever its figures, is sound XML, has a name and keeps its words on the sheet."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from joinedup.domain.figures.charts import (
    Place,
    Section,
    SectionProfile,
    StatementAnswers,
    StatementSpread,
    StrengthAgainstImportance,
)
from joinedup.domain.figures.charts.canvas import NARROW, WIDE
from joinedup.domain.figures.charts.lettering import width_of
from joinedup.domain.figures.charts.scale import ANSWER_FILLS, BAND_FILLS, LINE, PAPER
from tests.domain.figures import samples
from tests.domain.figures.samples import (
    CHARTS,
    HOSTILE,
    LONG_WORD,
    bands,
    both,
    influence,
    places,
    profile,
    spread,
    years,
)

SVG = "{http://www.w3.org/2000/svg}"
EMPTY = (
    profile(0),
    profile(3, score=None),
    profile(3, score=0.0),
    profile(3, score=100.0),
    both(0),
    both(3, score=None),
    spread(0),
    spread(3, each=0),
    spread(3, is_withheld=True),
    bands(0),
    bands(3, each=0),
    places(0),
    places(3, strength=None),
    places(3, strength=0.0),
    years(0),
    years(3, score=None),
    years(3, score=0.0),
    influence(0),
    influence(12, told=None),
)


def words_of(svg: str) -> list[tuple[float, float, float, float]]:
    """Return the box of each line of words: left, top, right, bottom."""
    return [_box(text) for text in etree.fromstring(svg).iter(f"{SVG}text")]


def _box(text: etree._Element) -> tuple[float, float, float, float]:
    size, x, y = (float(text.attrib[name]) for name in ("font-size", "x", "y"))
    wide = width_of(text.text or "", size, bold="font-weight" in text.attrib)
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib["text-anchor"]]
    return left, y - size * 0.72, left + wide, y + size * 0.2


def insist_on_a_sound_picture(svg: str, width: int) -> None:
    root = etree.fromstring(svg)
    left, _, across, down = (float(part) for part in root.attrib["viewBox"].split())
    boxes = words_of(svg)
    assert (left, across) == (-2, width + 4)
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root.attrib["aria-labelledby"].split() == [root[0].attrib["id"], root[1].attrib["id"]]
    assert root[0].text
    assert root[1].text
    assert [b for b in boxes if b[0] < left or b[1] < 0 or b[2] > width + 2 or b[3] > down] == []


def overlaps(boxes: list[tuple[float, float, float, float]]) -> list[tuple[object, object]]:
    return [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
    ]


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("count", [1, 3, 12])
@pytest.mark.parametrize("chart", CHARTS)
def test_words_stay_on_the_sheet_and_off_each_other(chart, count, width):
    svg = CHARTS[chart](count).svg("picture", width)

    insist_on_a_sound_picture(svg, width)
    assert overlaps(words_of(svg)) == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("chart", EMPTY)
def test_nothing_at_all_can_be_drawn(chart, width):
    svg = chart.svg("picture", width)

    insist_on_a_sound_picture(svg, width)
    assert chart.sentence()
    assert chart.table().caption == chart.title


@given(st.text(max_size=80), st.floats(-5, 105), st.sampled_from([NARROW, WIDE]))
def test_any_name_and_score_can_be_drawn(name, score, width):
    chart = SectionProfile(name or "Title", (Section(name, score, score, 0.0, score),), name, name)

    svg = chart.svg("picture", width)

    etree.fromstring(svg)
    assert overlaps(words_of(svg)) == []


def test_hostile_words_are_words():
    name = f"{HOSTILE}{LONG_WORD}"
    chart = SectionProfile(name, (Section(name, 50.0),), "2026")

    root = etree.fromstring(chart.svg("picture", WIDE))

    assert root[0].text == name
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "text", "line")
    }


def test_a_picture_brings_no_script_style_or_address():
    svgs = [chart().svg("picture", WIDE) for chart in CHARTS.values()]

    found = [re.findall(r"<script|<style|style=|on\w+=|href|url\((?!#)", svg) for svg in svgs]

    assert found == [[]] * len(CHARTS)


def test_two_pictures_on_a_page_share_no_identifier():
    pictures = [spread().svg(name, WIDE) for name in ("one", "two")]

    ids = [set(re.findall(r'id="([^"]+)"', svg)) for svg in pictures]

    assert ids[0] & ids[1] == set()
    assert ids[0] >= {"one-title", "one-description"}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_colour_stands_out_from_paper_and_its_like_from_its_neighbour():
    fills = [*ANSWER_FILLS, *BAND_FILLS.values()]
    colours = {fill.ink if fill.colour == PAPER else fill.colour for fill in fills} | {LINE}

    contrasts = {colour: 1.05 / (luminance(colour) + 0.05) for colour in colours}

    assert {colour for colour, contrast in contrasts.items() if contrast < 3} == set()
    assert len({(fill.colour, fill.pattern) for fill in ANSWER_FILLS}) == 5
    assert len({fill.pattern for fill in BAND_FILLS.values()} - {""}) == 3


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_more_points_than_the_field_holds_are_drawn_all_the_same(width):
    crowd = tuple(Place(f"P{at}", 0.0, 0.0, 1 + at % 3) for at in range(180))

    svg = StrengthAgainstImportance("Crowd", crowd).svg("picture", width)

    assert etree.fromstring(svg).findall(f"{SVG}text")[-1].text == "P179"


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("chart", CHARTS)
def test_very_long_names_stay_on_the_sheet(chart, width, monkeypatch):
    monkeypatch.setattr(samples, "NAMES", (LONG_WORD, f"{LONG_WORD} {LONG_WORD}", HOSTILE))

    svg = CHARTS[chart](3).svg("picture", width)

    insist_on_a_sound_picture(svg, width)
    assert overlaps(words_of(svg)) == []


def test_a_count_too_big_for_its_stretch_is_left_to_the_table():
    chart = StatementSpread("Spread", (StatementAnswers("Trust", (1, 0, 0, 99)),))

    words = [
        text.text for text in etree.fromstring(chart.svg("picture", NARROW)).iter(f"{SVG}text")
    ]

    assert ("99" in words, "1" in words) == (True, False)


def test_a_place_with_a_number_of_three_figures_is_told_by_it():
    crowd = tuple(Place(f"Group {number}", 50.0, 50.0, 1) for number in range(120))

    drawn = StrengthAgainstImportance("Many", crowd).svg("many", 640)

    assert ">105<" in drawn
    assert ">…<" not in drawn
