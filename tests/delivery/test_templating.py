from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.template import engines
from jinja2 import UndefinedError

from joinedup.delivery.templating import day, day_and_time, figure, plural


def draw(source, **context):
    return engines["jinja2"].from_string(source).render(context).strip()


def test_a_name_the_view_forgot_stops_the_page():
    with pytest.raises(UndefinedError, match="'partnership' is undefined"):
        draw("{{ partnership }}")


def test_an_attribute_the_view_forgot_stops_the_page():
    with pytest.raises(UndefinedError):
        draw("{% if row.nothing %}{% endif %}", row={"name": "Safer Places group"})


def test_a_kept_component_may_be_given_few_of_its_options():
    source = (
        '{% from "govuk_frontend_jinja/components/tag/macro.html" import govukTag %}'
        '{{ govukTag({"text": name}) }}'
    )

    drawn = draw(source, name="Us & <them>")

    assert " ".join(drawn.split()) == '<strong class="govuk-tag"> Us &amp; &lt;them&gt; </strong>'


def test_what_people_typed_is_never_markup():
    assert draw("{{ name }}", name="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (date(2026, 3, 3), "3 March 2026"),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026"),
        (None, "not known"),
    ],
)
def test_days_are_written_in_words_and_judged_in_london(at, words):
    assert day(at) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 3, 3, 16, 5, tzinfo=UTC), "3 March 2026 at 4:05pm"),
        (datetime(2026, 7, 3, 8, 0, tzinfo=UTC), "3 July 2026 at 9am"),
        (datetime(2026, 1, 3, 12, 0, tzinfo=UTC), "3 January 2026 at midday"),
        (datetime(2026, 1, 3, 0, 0, tzinfo=UTC), "3 January 2026 at midnight"),
        (None, "not known"),
    ],
)
def test_moments_are_written_as_people_say_them(at, words):
    assert day_and_time(at) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(71.2, "71.2"), (Fraction(200, 3), "66.7"), (1071, "1,071.0"), (None, "not known")],
)
def test_figures_have_one_decimal(value, words):
    assert figure(value) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (plural(1, "member"), "1 member"),
        (plural(0, "member"), "0 members"),
        (plural(1314, "body", "bodies"), "1,314 bodies"),
    ],
)
def test_counts_agree_with_their_word(written, words):
    assert written == words
