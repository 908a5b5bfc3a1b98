"""A questionnaire carries its words in other languages, by id; what is missing stays English."""

from dataclasses import replace

import pytest

from joinedup.domain.instruments.definition import asked_of
from joinedup.domain.languages.texts import how_much, in_language, languages_of, spoken_in
from tests.domain.instruments.made import problems_of, small
from tests.domain.languages.made import PART, WHOLE, spoken, spoken_text


def words_in(instrument):
    """Every word people are shown, in the order of the page."""
    told = [instrument.title, instrument.intro, instrument.asks]
    for section in instrument.pages:
        told += [section.title, section.why, *(each.text for each in section.statements)]
    told += [value.label for scale in instrument.scales for value in scale.values]
    told += [each.label for each in instrument.unscored]
    for question in instrument.open_questions:
        told += [question.text, question.hint, *(each.label for each in question.choices)]
    return [each for each in told if each]


def test_all_words_are_in_the_language_and_nothing_else_has_changed():
    instrument = spoken()

    other = in_language(instrument, "cy")

    assert [each[0] for each in words_in(other)] == ["q"] * len(words_in(instrument))
    assert (other.scoring, other.thresholds) == (instrument.scoring, instrument.thresholds)
    for before, after in zip(instrument.statements, other.statements, strict=True):
        assert after == replace(before, text=after.text)
    values = [[each.value for each in one.scales[0].values] for one in (instrument, other)]
    assert values[0] == values[1]


def test_what_is_not_translated_is_shown_as_it_was_written():
    instrument = spoken(PART)

    other = in_language(instrument, "cy")

    changed = {
        (before, after)
        for before, after in zip(words_in(instrument), words_in(other), strict=True)
        if before != after
    }
    assert changed == {("One.", "qOne"), ("Wholly", "q5")}
    assert in_language(instrument, "fr") == in_language(instrument, "en") == instrument


def test_it_is_told_how_many_texts_are_translated():
    # The title, two words above, two sections and why, four statements, five labels, one answer
    # without a score, and two questions with a hint and two choices.
    assert how_much(spoken(), "cy") == (21, 21)
    assert how_much(spoken(PART), "cy") == (2, 21)
    assert languages_of(spoken(PART)) == [("en", "English"), ("cy", "Cymraeg")]
    assert languages_of(small()) == []


def test_a_statement_on_two_scales_is_asked_in_the_language_on_both():
    often = '[[scales]]\nid = "often"\ntitle = "How often"\nvalues = ['
    often += '{ value = 1, label = "Never" }, { value = 2, label = "Always" }]\n'
    true = often.replace("often", "true", 1).replace("How often", "How true")
    words = '[[translations]]\nlanguage = "cy"\n'
    words += '[[translations.statements]]\nid = "A1"\ntext = "qOne"\n'
    words += '[[translations.scales]]\nid = "often"\ntitle = "qOften"\n'
    chosen = dict.fromkeys(("A2", "B1", "B2"), 'scale = "true"')
    both = 'scale = "true"\nsecond_scale = "often"'

    instrument = small(SCALES=true + often, MORE=words, A1=both, **chosen)
    other = in_language(instrument, "cy")

    assert [(s.id, s.title) for s in other.sections] == [
        ("A", "First"),
        ("A-second", "First: qOften"),
        ("B", "Second"),
    ]
    assert [s.text for s in other.sections[1].statements] == ["qOne"]
    assert spoken_in(instrument, "cy").words >= {"qOne", "qOften", "qOne qOften"}
    assert in_language(asked_of(instrument, tier=1), "cy") == asked_of(other, tier=1)


WRONG = {
    'language = "xx"': [
        "Translation xx: the language must be one of cy (Cymraeg), ga (Gaeilge), gd (Gàidhlig), "
        "es (Español), fr (Français), it (Italiano), lt (Lietuvių), pl (Polski), pt (Português), "
        "ro (Română)."
    ],
    '[[translations.statements]]\nid = "A9"\ntext = "q"': [
        "Translation cy: there is no statement 'A9'."
    ],
    '[[translations.statements]]\nid = "A1"\ntext = "q"': [
        "Translation cy: the statement 'A1' is translated twice."
    ],
    '[[translations.sections]]\nid = "A"\nwhy = "q"': [
        "Translation cy: section 'A' has no why to translate."
    ],
    '[[translations.scales]]\nid = "five"\nvalues = [{ value = 9, label = "q" }]': [
        "Translation cy: the scale 'five' is translated twice.",
        "Translation cy: scale 'five' has no value 9.",
    ],
    '[[translations.open_questions]]\nid = "Q2"\nhint = "q"\nchoices = [{ id = "yes", label = '
    '"q" }, { id = "yes", label = "q" }]': [
        "Translation cy: open question 'Q2' has no hint to translate.",
        "Translation cy: open question 'Q2' has its choice 'yes' translated twice.",
    ],
    '[[translations.unscored]]\nid = "na"\nlabel = "q"': [
        "Translation cy: there is no answer without a score 'na'."
    ],
    '[[translations]]\nlanguage = "cy"': ["There are two translations 'cy'."],
}


@pytest.mark.parametrize("more", WRONG)
def test_words_for_what_is_not_there_are_a_problem_named(more):
    text = PART.replace('language = "cy"', more) if more.startswith("language") else PART + more

    assert problems_of(spoken_text(text)) == WRONG[more]


def test_words_for_an_introduction_that_is_not_there_are_a_problem():
    words = '[[translations]]\nlanguage = "cy"\nintro = "q"\n'

    assert problems_of(spoken_text(words).replace('intro = "We ask."\n', "")) == [
        "Translation cy: the questionnaire has no intro to translate."
    ]


def test_a_key_that_no_translation_has_is_named_with_its_place():
    (problem,) = problems_of(spoken_text(WHOLE.replace('text = "qOne"', 'words = "qOne"')))[:1]

    assert problem.startswith("The questionnaire, translations 1, statements 1 (A1): 'words'")
