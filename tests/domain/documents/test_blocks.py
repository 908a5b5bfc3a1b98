import pytest

from joinedup.domain.documents.blocks import (
    Chart,
    Document,
    Heading,
    Paragraph,
    Run,
    runs_of,
)
from joinedup.domain.figures.tables import Column, Table
from tests.domain.figures.samples import bands


def test_plain_text_is_one_run():
    assert runs_of("as typed") == (Run("as typed"),)
    assert runs_of((Run("bold", strong=True),)) == (Run("bold", strong=True),)


@pytest.mark.parametrize("levels", [(2,), (1, 3), (1, 2, 1, 3)])
def test_a_heading_that_skips_a_level_is_refused(levels):
    blocks = tuple(Heading(level, "Part") for level in levels)

    with pytest.raises(ValueError, match="“Part” skips a level"):
        Document("Report", "Council", "3 April 2026", blocks)


def test_headings_may_go_back_up_by_any_number_of_levels():
    blocks = tuple(Heading(level, "Part") for level in (1, 2, 3, 1, 2, 2, 1))

    assert Document("Report", "Council", "3 April 2026", blocks).blocks == blocks


@pytest.mark.parametrize("level", [0, 4])
def test_a_heading_has_one_of_three_levels(level):
    with pytest.raises(ValueError, match="level 1, 2 or 3"):
        Heading(level, "Part")


def test_a_document_without_a_title_is_refused():
    with pytest.raises(ValueError, match="needs a title"):
        Document(" ", "Council", "3 April 2026", (Paragraph("Text"),))


def test_a_row_has_a_cell_for_each_column():
    with pytest.raises(ValueError, match="2 cells in a table of 1 columns"):
        Table("Counts", (Column("Name"),), (("one", "two"),))


def test_a_chart_says_its_figures_in_a_sentence_and_a_table():
    chart = Chart(bands(1))

    assert chart.alternative == (
        "Bands over the years. In 2015, 20 partnerships were reviewed: "
        "4 Strong, 8 Sound, 4 Developing and 4 Incomplete."
    )
    assert chart.table.caption == "Bands over the years: the figures"
    assert chart.table.rows == (("2015", "4", "8", "4", "0", "4"),)
