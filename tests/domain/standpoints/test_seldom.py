"""Whether a question finds anything is told by what was kept of it, whoever asks and whenever."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from joinedup.domain.basics.days import end_of, months_after
from joinedup.domain.basics.remembered import remembering
from joinedup.domain.ideas.queries import ideas_waiting
from joinedup.domain.journal.models import Entry
from joinedup.domain.people.models import Person
from joinedup.domain.promises.queries import promises_waiting
from joinedup.domain.standpoints.seldom import known, seldom
from joinedup.domain.standpoints.standing import standing_of
from joinedup.domain.standpoints.times import on
from tests.access.breaches import functions

DAYS = [date(2025, 5, 20), date(2026, 2, 28), date(2026, 6, 15), date(2027, 6, 30)]
SELDOM = {
    name: question
    for name, question in functions().items()
    if question.__code__ is seldom(lambda *_: None).__code__
}


def when_told(question, day: date):
    """A day, or the moment in its evening for what is asked at a moment."""
    return end_of(day) - timedelta(hours=3) if "at" in question.__annotations__ else day


def is_kept(question, who, when) -> bool:
    """Whether it finds anything for somebody is told by what was kept."""
    return known(question.__wrapped__, standing_of(who, on(when)), type(when)) is not None


@pytest.mark.parametrize("name", SELDOM)
def test_it_finds_what_the_question_itself_finds(world, name):
    question, people = SELDOM[name], list(Person.objects.all())
    asked = [(who, when_told(question, day)) for who in people for day in DAYS]

    found = [set(question(*each).values_list("pk", flat=True)) for each in asked]

    whole = [set(question.__wrapped__(*each).values_list("pk", flat=True)) for each in asked]
    assert found == whole
    assert [each for each in asked if not is_kept(question, *each)] == []


def test_there_are_questions_to_try():
    assert len(SELDOM) > 20


def test_one_who_has_not_signed_in_is_found_nothing(cast):
    assert list(ideas_waiting(AnonymousUser(), DAYS[0])) == []


def written_before(condition):
    """A question of the journal, with a condition made of the moment."""

    @seldom
    def asked(person: Person, at: datetime):
        return Entry.objects.filter(at__lt=condition(at))

    return asked


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        (lambda at: at, True),
        (lambda at: at - timedelta(days=3), True),
        (lambda at: end_of(at.date()), True),
        (lambda at: end_of(months_after(at.date(), -2)), False),
        (lambda at: at.replace(minute=0), False),
    ],
)
def test_only_what_follows_from_the_moment_is_kept(cast, now, condition, kept):
    question = written_before(condition)

    assert len(question(cast.ade, now)) == Entry.objects.count()
    assert is_kept(question, cast.ade, now) == kept


def test_a_question_that_asks_another_first_is_put_as_it_is(cast, now):
    @seldom
    def asked(person: Person, at: datetime):
        return Person.objects.filter(pk__in=list(Person.objects.values_list("pk", flat=True)))

    assert (len(asked(cast.ade, now)) > 0, is_kept(asked, cast.ade, now)) == (True, False)


def test_a_question_that_looks_at_more_of_a_person_than_who_it_is_is_put_as_it_is(cast, now):
    @seldom
    def asked(person: Person, at: datetime):
        return Person.objects.filter(name=person.name)

    assert (list(asked(cast.ade, now)), is_kept(asked, cast.ade, now)) == ([cast.ade], False)


def test_nothing_is_found_in_one_statement(cast, now):
    with remembering():
        list(promises_waiting(cast.ben, now.date()))
        with CaptureQueriesContext(connection) as asked:
            list(promises_waiting(cast.ben, now.date()))

    assert len(asked) == 1
