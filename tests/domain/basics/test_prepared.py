"""What a prepared question finds is what the question finds, whoever asks and whenever."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from joinedup.domain.basics.days import current
from joinedup.domain.basics.prepared import Prepared
from joinedup.domain.organisations.models import Post
from joinedup.domain.organisations.queries import posts_held, works_for
from joinedup.domain.partnerships.seats import places_held

DAYS = [date(2019, 1, 1), date(2025, 4, 1), date(2026, 6, 15)]


@pytest.mark.parametrize("prepared", [posts_held, places_held], ids=["posts", "places"])
def test_a_prepared_question_finds_what_the_question_itself_finds(cast, prepared):
    asked = [(person.pk, day) for person in cast.people.values() for day in DAYS]

    found = [sorted(prepared.rows(*each)) for each in asked]

    assert found == [sorted(prepared.ask(*each)) for each in asked]
    assert any(found)


def test_nobody_at_all_holds_a_post(cast):
    assert works_for(AnonymousUser(), DAYS[1]) == []


@pytest.mark.django_db
def test_a_question_with_another_value_in_it_cannot_be_prepared():
    def the_day_before(person: int, day: date):
        posts = Post.objects.filter(current(day - timedelta(days=1)), person=person)
        return posts.order_by().values_list("pk")

    with pytest.raises(ValueError, match="is none of person, day"):
        Prepared(the_day_before).rows(1, DAYS[0])
