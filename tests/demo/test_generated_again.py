"""Made in two goes or in one, a generated register is the same; and it is mixed with nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import serializers
from django.db import transaction

from joinedup.commands.main import main
from joinedup.demo.generated.actions import generate, why_not_generate
from joinedup.demo.generated.numbers import identifier
from joinedup.demo.generated.sizes import SIZES, growing
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Holder, Membership, Partnership
from joinedup.domain.people.actions import add_person
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Answer, Review, Ticket
from tests.bench.clock import NOW

TINY = replace(SIZES["S"], organisations=9, partnerships=7, people=12, years=1, entries=40)
TABLES = (Person, Organisation, Partnership, Membership, Holder, Review, Ticket)


def made(size, seed, stopped_after=0):
    """Make it, perhaps in two goes with days between; return what there is, and undo it."""
    with transaction.atomic():
        making = generate(size, seed, at=NOW)
        for _ in range(stopped_after):
            next(making)
        if stopped_after:
            making = generate(size, seed, at=NOW + timedelta(days=3))
        list(making)
        rows = [row for table in TABLES for row in table.objects.order_by("pk")]
        answers = Answer.objects.order_by("sheet", "question")
        told = (
            serializers.serialize("json", rows),
            list(answers.values_list("sheet", "question", "value", "unscored", "words")),
            list(Entry.objects.order_by("pk").values_list("at", "verb", "detail")),
        )
        transaction.set_rollback(True)
    return told


@pytest.mark.django_db
def test_stopped_and_said_again_it_is_as_if_it_had_never_stopped():
    whole = made(TINY, 1)

    assert made(TINY, 1, stopped_after=4) == whole
    assert len(whole[1]) == TINY.answers > 0


@pytest.mark.django_db
def test_another_seed_answers_otherwise():
    assert made(TINY, 1)[1] != made(TINY, 2)[1]


@pytest.mark.django_db
def test_it_is_mixed_neither_with_records_nor_with_another_size(capsys, now):
    refused = {}
    with transaction.atomic():
        list(generate(TINY, 1, at=now))
        refused["another size"] = why_not_generate(SIZES["M"], 1)
        refused["another seed"] = why_not_generate(TINY, 2)
        refused["the same"] = why_not_generate(TINY, 1)
        transaction.set_rollback(True)
    add_person("Ada Reader", email=None, by=None, at=now)

    status = main(["generate", "--size", "S"])

    assert refused["another size"] == refused["another seed"]
    assert refused["another seed"].startswith("Size S with seed 1 was begun here.")
    assert (refused["the same"], status, Organisation.objects.count()) == (None, 1, 0)
    assert "There are records here already" in capsys.readouterr().err


def test_no_two_rows_have_the_same_identifier():
    found = {identifier(1, 3, number) for number in range(20_000)}

    assert (len(found), {len(each) for each in found}) == (20_000, {10})


def test_sizes_are_those_that_were_asked_for():
    told = {
        name: (
            *(size.public_bodies, size.organisations, size.partnerships, size.people),
            *(size.answers, size.entries),
        )
        for name, size in SIZES.items()
    }

    assert told == {
        "S": (1, 100, 60, 25, 5_400, 10_000),
        "M": (1, 600, 300, 250, 60_000, 100_000),
        "L": (20, 10_000, 3_000, 2_500, 600_000, 1_000_000),
        "XL": (500, 200_000, 100_000, 30_000, 12_000_240, 20_000_000),
    }
    assert growing(1_000_000).answers == growing(1_000).answers == 180_000
