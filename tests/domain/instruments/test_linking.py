"""Which questions of two versions are the same."""

import pytest

from joinedup.domain.instruments.linking import in_common, linked
from joinedup.domain.instruments.reading import read_definition
from tests.domain.instruments.made import small, small_text

OLD = small()
FOLLOWS = 'follows = ["1"]\n'


def version_two(above=FOLLOWS, **parts):
    text = small_text(**parts).replace('version = "1"', 'version = "2"')
    return read_definition(above + text)


def test_the_same_words_on_the_same_values_are_the_same_question():
    text = small_text().replace("Two.", "Two, in other words.").replace('version = "1"', "")
    new = read_definition(f'{FOLLOWS}version = "2"\n{text}')

    assert linked(new, OLD) == {"A1": "A1", "B1": "B1", "B2": "B2"}


def test_a_version_may_say_of_other_words_or_another_id_that_they_are_the_same():
    text = small_text(A2='same_as = "A2"').replace("Two.", "Two, in other words.")
    text = text.replace('version = "1"', "").replace('id = "B2"', 'id = "B9"\nsame_as = "B2"')
    new = read_definition(f'{FOLLOWS}version = "2"\n{text}')

    assert linked(new, OLD) == {"A1": "A1", "A2": "A2", "B1": "B1", "B9": "B2"}


@pytest.mark.parametrize("above", ["", 'follows = ["0"]\n'])
def test_nothing_is_linked_to_a_version_that_is_not_followed(above):
    assert linked(version_two(above), OLD) == {}


def test_other_values_or_the_other_way_round_are_another_question():
    turned = version_two(A1="reverse = true")

    assert linked(turned, OLD) == {"A2": "A2", "B1": "B1", "B2": "B2"}


def test_what_is_common_leaves_out_sections_that_are_all_new():
    new = version_two()

    assert [s.id for s in in_common(new, {"A1": "A1"}).sections] == ["A"]
    assert [s.id for s in in_common(new, {"A1": "A1"}).statements] == ["A1"]
