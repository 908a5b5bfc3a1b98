"""P1: no order that can be seen in the database tells who sent which answers, open or closed."""

from itertools import product

import pytest

from joinedup.domain.ballots.envelopes import opened
from joinedup.domain.counting.sheets import heard_in
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.models import Answer, Review, Ticket
from tests.attacks.taking import BY_CHANCE, all_send, in_places, number_told, orders_of
from tests.bench.depth import DEEP
from tests.unnamed import FIVE, crowd, opened_unnamed

MANY = 400 if DEEP else 18


def ticket_orders(people, order):
    """Yield each order of people that the tickets show, and that in which they really sent."""
    number = {person.pk: n for n, person in enumerate(people)}
    person_of = dict(Ticket.objects.values_list("pk", "person"))
    yield "as they sent", [number[person.pk] for person in order]
    for name, keys in orders_of("joinedup_ticket", "id"):
        yield name, [number[person_of[key]] for key in keys]


def sheet_orders(review, codes):
    """Yield each order of people that the sheets show, and the rows of their answers."""
    told = {
        int(heard.sheet.respondent): number_told(heard.sheet.answers, codes)
        for heard in heard_in([review])[review.pk]
    }
    sheet_of = dict(Answer.objects.filter(question=codes[-1]).values_list("pk", "sheet"))
    for name, keys in orders_of("joinedup_answersheet", "id"):
        yield name, [told[key] for key in keys]
    for name, keys in orders_of("joinedup_answer", "id"):
        yield name, [told[sheet_of[key]] for key in keys if key in sheet_of]


def matches(orders, others):
    """Return the pairs of orders that agree in more places than chance allows."""
    return [
        (name, other, found)
        for (name, one), (other, two) in product(orders, others)
        if (found := in_places(one, two)) > BY_CHANCE
    ]


@pytest.mark.django_db
def test_no_order_in_the_database_tells_who_sent_what_open_or_closed(cast, now):
    people = [*(getattr(cast, name) for name in FIVE), *crowd(cast, now, MANY - 15, 10)]
    round = opened_unnamed(cast, now)
    order = all_send(round, people, now)
    codes = [statement.id for statement in definition_of(round.instrument).statements]
    review = Review.objects.select_related("answer_box").get(round=round)

    # Not even with the secret, from one look while the round is open.
    slips = opened(review.answer_box.envelope, review.public_id)
    in_the_box = [("the box", [number_told(slip.answers, codes) for slip in slips])]
    while_open = matches(list(ticket_orders(people, order)), in_the_box)
    seal_round(round, by=cast.priya, at=now)
    closed = list(sheet_orders(review, codes))

    assert sorted(closed[0][1]) == list(range(len(people)))
    assert while_open + matches(list(ticket_orders(people, order)), closed) == []


def test_an_order_that_does_tell_is_noticed():
    people = list(range(MANY))
    orders = [("as they sent", people), ("by chance", people[MANY // 2 :] + people[: MANY // 2])]

    found = matches(orders, [("rows as they came", people[::-1])])

    assert found == [("as they sent", "rows as they came", MANY)]
