"""What is written down of the district holds together."""

from collections import Counter

import pytest

from joinedup.demo import content
from joinedup.demo.answering import SECTIONS, TILTS, UNSURE, comments
from joinedup.domain.instruments.catalogue import find
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.kinds import Capacity

PARTNERSHIPS = {planned.key: planned for planned in content.partnerships()}
QUESTIONS = find("yearly-self-assessment")


def test_every_body_has_a_sector_and_a_made_up_address():
    # Bodies of the past, parts, classes, consortia and persons have no address of their own.
    bodies = [body for body in content.bodies().values() if body.mail]

    assert {body.sector for body in bodies} <= set(Sector.values) - {Sector.UNTOLD}
    assert [body.mail for body in bodies if not body.mail.endswith(".example")] == []
    assert [mail for mail, n in Counter(body.mail for body in bodies).items() if n > 1] == []


def test_no_two_people_share_a_name_or_an_address():
    people = content.people().values()

    addresses = [each.address(content.bodies()[each.of]) for each in people]

    assert len({each.name for each in people}) == len(people)
    assert [a for a, n in Counter(addresses).items() if a and n > 1] == []


@pytest.mark.parametrize("key", PARTNERSHIPS)
def test_the_places_of_a_partnership_are_held_by_people_of_their_bodies(key):
    people = content.people()
    held = [place for place in PARTNERSHIPS[key].places if place.person]

    assert [p.person for p in held if people[p.person].of != p.body] == []
    assert {place.capacity for place in PARTNERSHIPS[key].places} <= set(Capacity.values)
    assert {*PARTNERSHIPS[key].standings, *PARTNERSHIPS[key].joined} <= {
        place.body for place in PARTNERSHIPS[key].places
    }


@pytest.mark.parametrize("key", [key for key, each in PARTNERSHIPS.items() if each.opinion])
def test_an_opinion_is_about_statements_that_are_asked_and_people_who_sit_there(key):
    planned = PARTNERSHIPS[key]
    asked = {statement.id for statement in QUESTIONS.statements}
    seated = {place.person for place in planned.places} | {e.joins for e in planned.events}

    assert set(planned.opinion.statements) <= asked
    assert set(planned.opinion.words) <= asked | {q.id for q in QUESTIONS.open_questions}
    assert {*planned.opinion.never, *planned.opinion.not_yet} <= seated
    levels = [getattr(planned.opinion, section) for section in SECTIONS.values()]
    assert [len(level) for level in levels] == [3, 3, 3, 3]


def test_what_is_said_is_said_once():
    said = Counter(
        sentence
        for planned in PARTNERSHIPS.values()
        if planned.opinion
        for sentences in planned.opinion.words.values()
        for sentence in sentences
    )
    said += Counter(
        text for pools in comments().values() for pool in pools.values() for text in pool
    )

    assert [sentence for sentence, times in said.items() if times > 1] == []
    assert len(said) > 200


def test_comments_and_leanings_are_about_statements_that_are_asked():
    asked = {statement.id for statement in QUESTIONS.statements}

    assert set(comments()) | set(TILTS) | set(UNSURE) <= asked


def test_a_word_nobody_knows_is_an_error():
    with pytest.raises(TypeError, match="colour"):
        content.planned({"key": "x", "name": "X", "colour": "red"})
