from datetime import date

import pytest
from django.urls import reverse

from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.actions import (
    add_member,
    add_partnership_name,
    change_partnership,
    move_partnership,
    open_seat,
    register_partnership,
    report_score,
)
from joinedup.domain.partnerships.kinds import Capacity, State, Told
from tests.rounds import opened, sealed
from tests.web.reading import links_of, page_text, table_of


def shown(cast, who="priya", partnership=None):
    partnership = partnership or cast.safer
    return cast.client(who).get(reverse("partnership", args=[partnership.public_id]))


def test_it_says_what_it_is_and_who_keeps_its_record(cast):
    said = page_text(shown(cast))

    assert (
        "We make the streets of Thornford safer by day and by night. "
        "A strategic, collaborative partnership of 6 members, since 1 April 2019. "
        "Thornford District Council keeps its record, and Wexmere County Council can follow it."
    ) in said
    assert "Place Thornford (E07000999)" in said


def test_it_says_who_sits_here(cast):
    response = shown(cast)

    said = page_text(response)
    assert "Chair: Ruth Bello , Wexmere Police Coordinator: Colin Marsh , Wexmere" in said
    assert table_of(response) == [
        ["Member", "Sector", "Who sits for it"],
        ["Riverside Food Share", "Charity or voluntary group", "Ade Okafor"],
        ["Thornford Academy Observer", "School or college", "Owen Pryce"],
        ["Thornford Central Mosque Associate", "Faith group", "Nadia Rahman"],
        ["Thornford District Council", "Council", "Nobody at present"],
        ["Wexmere County Council", "Council", "Colin Marsh"],
        ["Wexmere Police", "Police", "Ruth Bello"],
    ]


@pytest.mark.parametrize(("who", "may"), [("priya", True), ("ruth", True), ("ade", False)])
def test_it_offers_what_the_person_may_do_or_says_why_not(cast, who, may):
    response = shown(cast, who)

    change = reverse("partnership_change", args=[cast.safer.public_id])
    assert (change in links_of(response)) == may
    reason = "Only the lead host’s officers, the chair and the coordinator can change this record."
    assert (reason in page_text(response)) == (not may)


def test_not_yet_told_and_missing_are_different_things(cast, now):
    change_partnership(
        cast.safer,
        version=cast.safer.version,
        by=cast.priya,
        at=now,
        agreement=Told.YES,
        agreement_ends_on=date(2024, 5, 1),
        exit_plan=Told.NO,
    )

    said = page_text(shown(cast))

    assert "Missing: Agreement ended May 2024 No exit plan" in said
    assert "Not yet told us: list of risks, measures of success." in said
    assert "No date lies ahead." in said


def test_other_names_are_told_but_not_the_one_it_bears_now(cast, now):
    add_partnership_name(cast.safer, "SPG", sort=NameSort.SHORT, by=cast.priya, at=now)
    for name in ("Safer Thornford", "Safer Places group"):
        change_partnership(cast.safer, version=cast.safer.version, by=cast.priya, at=now, name=name)

    said = page_text(shown(cast))

    assert "Other names SPG (short name), Safer Thornford (until 15 June 2026)" in said


def test_a_new_partnership_says_the_first_thing_to_do(cast, now):
    new = register_partnership("Youth", host=cast.thornford, by=cast.priya, at=now)

    said = page_text(shown(cast, partnership=new))

    assert "Nobody has told us yet what it is for. An idea for a partnership." in said
    assert "Next step Say in a sentence or two what it is for. Say what it is for" in said


def test_an_ended_partnership_asks_for_nothing_more(cast, now):
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    response = shown(cast)

    assert "This partnership has ended. Its record is kept as it was." in page_text(response)
    assert reverse("partnership_state", args=[cast.safer.public_id]) not in links_of(response)


def test_a_reported_score_is_told_apart_from_a_result(cast, now):
    report_score(cast.safer, 2025, overall=71.2, band="Sound", by=cast.priya, at=now)

    page = cast.client("ade").get(reverse("partnership_reviews", args=[cast.safer.public_id]))

    assert "Reported, not calculated here Year Band Score 2025 Sound 71.2" in page_text(page)
    assert "It has not been reviewed here yet." in page_text(page)


def test_a_draft_result_is_shown_to_those_who_may_read_it(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 3, "ade": 3})

    assert "Yearly review 2026 Strong, 100.0 out of 100 Draft" in page_text(shown(cast, "ade"))
    assert "It has not been reviewed here yet." in page_text(shown(cast, "tom"))


def test_an_open_review_says_until_when(cast, now):
    opened(cast, now)

    assert "A review is open until 13 July 2026." in page_text(shown(cast))


def grow(cast, now, count):
    for number in range(count):
        place = add_member(cast.safer, cast.thornford, unit=f"Team {number}", by=cast.priya, at=now)
        open_seat(place, person=cast.invited, capacity=Capacity.DEPUTY, by=cast.priya, at=now)
        add_partnership_name(
            cast.safer, f"Name {number}", sort=NameSort.ALIAS, by=cast.priya, at=now
        )
        report_score(cast.safer, 2020 + number, overall=1, band="", by=cast.priya, at=now)


@pytest.mark.parametrize("more", [1, 20])
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("partnership", 17),
        ("partnership_members", 11),
        ("partnership_papers", 6),
        ("partnership_reviews", 13),
    ],
)
def test_many_rows_take_the_queries_of_one(
    cast, now, django_assert_num_queries, more, name, queries
):
    grow(cast, now, more)
    client = cast.client("priya")

    with django_assert_num_queries(queries):
        client.get(reverse(name, args=[cast.safer.public_id]))
