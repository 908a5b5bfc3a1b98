"""What is asked again while a page is read is asked once, and forgotten with the page."""

import pytest
from django.urls import reverse

from joinedup.domain.basics.remembered import remembered, remembering


def answers(asked):
    return [remembered("posts", lambda: asked.append(1) or len(asked)) for _ in range(2)]


def test_within_a_page_the_first_answer_holds_and_the_next_page_asks_anew():
    asked = []

    with remembering():
        first = answers(asked)
    with remembering():
        second = answers(asked)

    assert (first, second) == ([1, 1], [2, 2])


def test_where_something_may_change_every_question_is_asked():
    assert answers([]) == [1, 2]


def test_a_page_within_a_page_knows_nothing_of_it():
    asked = []

    with remembering():
        answers(asked)
        with remembering():
            inner = answers(asked)
        after = answers(asked)

    assert (inner, after) == ([2, 2], [1, 1])


@pytest.mark.django_db
def test_reading_asks_once_where_somebody_works_and_sits(cast, django_assert_num_queries):
    page, client = reverse("partnership", args=[cast.safer.public_id]), cast.client("ruth")

    with django_assert_num_queries(16) as asked:
        client.get(page)

    told = [each["sql"] for each in asked.captured_queries]
    of_person = f'"person_id" = {cast.ruth.pk}'
    assert sum('FROM "joinedup_post"' in sql and of_person in sql for sql in told) == 1
    assert sum('FROM "joinedup_holder"' in sql and of_person in sql for sql in told) == 1
