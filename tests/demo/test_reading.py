import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.demo.reading import paragraphs

SITE = "https://joined.example"


@pytest.mark.parametrize(
    ("words", "href"),
    [
        (f"Go to {SITE}.", "/"),
        (f"Go to {SITE}/a/b-c_1/, then", "/a/b-c_1/"),
        (f"({SITE}/a/?x=1&y=2)", "/a/?x=1&amp;y=2"),
    ],
)
def test_a_link_of_ours_ends_where_its_sentence_goes_on(words, href):
    assert f'href="{href}"' in paragraphs(words, SITE)


@pytest.mark.parametrize(
    "words", [f"{SITE}.evil.example/a", f"{SITE}:8000/a", f"{SITE}@evil.example", "javascript:x"]
)
def test_a_link_that_only_begins_like_ours_is_none(words):
    assert "<a " not in paragraphs(words, SITE)


def test_blank_lines_part_paragraphs_and_other_lines_stay():
    assert paragraphs("Dear Ann,\n\none\ntwo\n", SITE) == (
        '<p class="govuk-body">Dear Ann,</p>\n<p class="govuk-body">one<br>\ntwo</p>'
    )


@given(st.text())
def test_no_words_make_markup_of_their_own(words):
    drawn = str(paragraphs(words, SITE))

    rest = drawn.replace('<p class="govuk-body">', "").replace("</p>", "").replace("<br>", "")
    assert "<" not in rest
