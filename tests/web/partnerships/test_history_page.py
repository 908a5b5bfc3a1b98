import ast
from datetime import date

import pytest
from django.urls import reverse

from joinedup.domain.journal.actions import record
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import (
    change_partnership,
    end_membership,
    move_partnership,
    seat_named_person,
    vacate_seat,
)
from joinedup.domain.partnerships.kinds import Kind, State, Tier
from joinedup.web.sentences import OTHERWISE, SENTENCES
from tests.house.tree import files, parsed
from tests.web.reading import page_text

WRITERS = files(
    "joinedup/domain/partnerships/actions/*.py",
    "joinedup/domain/contributions/actions.py",
    "joinedup/domain/organisations/actions.py",
)


def history(cast, **asked):
    address = reverse("partnership_history", args=[cast.safer.public_id])
    return page_text(cast.client("ade").get(address, asked))


def verbs_written(path):
    calls = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    first = [
        call.args[0] for call in calls if call.args and getattr(call.func, "id", "")[:6] == "record"
    ]
    return {verb.value for verb in first if isinstance(verb, ast.Constant)}


@pytest.mark.parametrize("path", WRITERS)
def test_every_verb_of_the_register_and_the_directory_has_its_sentence(path):
    # The history of a post has no page.
    missing = {v for v in verbs_written(path) if not v.startswith("post.")} - SENTENCES.keys()

    assert missing == set()


def test_the_verbs_of_the_acts_are_found():
    assert len({verb for path in WRITERS for verb in verbs_written(path)}) > 10


def test_acts_are_told_in_sentences_the_latest_first(cast, now):
    change_partnership(
        cast.safer,
        version=cast.safer.version,
        by=cast.ruth,
        at=now,
        tier=Tier.KEY,
        kind=Kind.COORDINATED,
        starts_on=date(2020, 1, 1),
        purpose="Safer.",
    )
    seat_named_person(
        cast.seats["ade"], name="Zoe Hart", email="zoe@mail.example", by=cast.priya, at=now
    )
    said = page_text(
        cast.client("ruth").get(reverse("partnership_history", args=[cast.safer.public_id]))
    )

    assert (
        "Priya Nair noted that Zoe Hart sits for Riverside Food Share as representative. "
        "15 June 2026 at 10am "
        "Ruth Bello changed the kind (before: collaborative), what it is for (before: “We make "
        "the streets of Thornford safer by day and by night.”), when it started (before: 1 April "
        "2019) and the tier (before: 1, significant). 15 June 2026 at 10am"
    ) in said
    assert "Priya Nair registered the partnership. Thornford District Council keeps its" in said


def test_a_place_opened_and_taken_in_one_act_is_told_once(cast):
    said = history(cast)

    assert "noted that Ade Okafor sits for Riverside Food Share as representative." in said
    assert "gave Riverside Food Share a place" not in said


def test_the_reason_is_told_with_the_act(cast, now):
    move_partnership(cast.safer, State.CLOSING, because="Our work is done.", by=cast.ruth, at=now)

    said = history(cast)

    assert "Ruth Bello moved the record: it is now closing. Why: Our work is done." in said


def test_somebody_who_left_is_still_named(cast, now):
    vacate_seat(cast.seats["owen"], on=date(2026, 6, 30), by=cast.priya, at=now)
    end_membership(
        cast.memberships["police"], on=date(2026, 6, 30), because="", by=cast.priya, at=now
    )

    said = history(cast)

    assert "Owen Pryce leaves the place of Thornford Academy as representative." in said
    assert "Priya Nair ended the membership of Wexmere Police." in said


@pytest.mark.parametrize(
    ("verb", "detail", "sentence"),
    [
        ("partnership.sung", {}, OTHERWISE.format(by="The service itself")),
        (
            "seat.held",
            {},
            "The service itself noted that somebody sits for something as something.",
        ),
        (
            "seat.held",
            {"person": "gone", "member": "A", "capacity": "X"},
            "that somebody who is no",
        ),
        ("partnership.changed", {"was": {}}, "The service itself changed nothing."),
        ("partnership.changed", {"was": {"mood": "good"}}, "changed the mood (before: good)."),
        ("partnership.named", {"name": "{by} {0}"}, "noted another name: {by} {0}."),
    ],
)
def test_what_is_strange_is_told_vaguely_and_never_breaks_the_page(
    cast, now, verb, detail, sentence
):
    record(verb, cast.safer, by=None, at=now, **detail)

    assert sentence in history(cast)


def test_a_long_history_is_turned_in_pages_that_stay_when_more_is_done(cast, now):
    for number in range(60):
        record("partnership.named", cast.safer, by=None, at=now, name=f"Name {number}.")
    tenth = list(history_of(cast.safer))[49]

    first, second = history(cast), history(cast, after=tenth.pk)
    record("partnership.named", cast.safer, by=None, at=now, name="Name 60.")

    assert ("Name 59." in first, "Name 9." in first, "Name 9." in second) == (True, False, True)
    assert "Next" in first
    assert "Previous" in second
    assert history(cast, after=tenth.pk) == second


def test_a_page_of_the_history_begins_after_its_own_entries_alone(cast, now):
    elsewhere = history_of(cast.growth).first()

    assert history(cast, after=elsewhere.pk) == history(cast)


@pytest.mark.parametrize("place", ["0", "-1", "x", "²", "99999999999999999999", "400"])
def test_a_page_that_is_not_there_breaks_nothing(cast, place):
    assert history(cast, after=place) == history(cast)
