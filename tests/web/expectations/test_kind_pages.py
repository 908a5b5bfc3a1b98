from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.expectations.models import KindAnswer, KindAsking
from joinedup.domain.partnerships.kinds import Kind
from tests.domain.expectations.asking import all_answered, answer, asked
from tests.domain.expectations.test_comparing import said
from tests.web.reading import errors_of, links_of, page_text, table_of

pytestmark = pytest.mark.django_db


def kind_page(cast, who):
    return cast.client(who).get(reverse("partnership_kind", args=[cast.safer.public_id]))


def address(name, cast, asking, *more):
    return reverse(name, args=[cast.safer.public_id, asking.public_id, *more])


def answer_page(cast, asking, body):
    return address("kind_answer", cast, asking, cast.memberships[body].public_id)


def test_the_keepers_ask_and_the_page_teaches_what_for(cast, now):
    before = [page_text(kind_page(cast, who)) for who in ("priya", "ade")]
    ask = reverse("kind_ask", args=[cast.safer.public_id])
    form = page_text(cast.client("priya").get(ask))
    day = {"closes_on-day": "3", "closes_on-month": "7", "closes_on-year": "2026"}

    made = cast.client("priya").post(ask, day)
    late = cast.client("priya").post(ask, day)

    assert all("Nobody has asked the members yet." in page for page in before)
    assert ["Ask the members" in page for page in before] == [True, False]
    assert "Nobody sees any answer before all members have answered" in form
    assert "Who carries the risk? As the contract says · Each its own · Some shared" in form
    assert (made.status_code, late.status_code) == (302, 409)
    assert errors_of(late) == ["The members are being asked already, until 3 July 2026."]


def test_a_member_answers_in_private_and_is_shown_to_nobody_before_all_have(cast, now):
    asking = asked(cast, now)
    page, columns = answer_page(cast, asking, "riverside"), said("riverside", "444441").answers
    form = cast.client("ade").get(page)
    part = cast.client("ade").post(page, {"version": 0, "risk": "COORDINATED"})
    made = cast.client("ade").post(page, columns | {"version": 0})

    mine = cast.client("ade").get(page).text
    others = {
        who: [cast.client(who).get(page), kind_page(cast, who)]
        for who in ("priya", "ruth", "ben", "grace")
    }

    told = "Ade Okafor answered for Riverside Food Share on 15 June 2026. Answer anew"
    waiting = "Riverside Food Share. Not yet: Thornford Academy; Thornford Central Mosque"
    assert page_text(form).count("Nothing One body sets the task") == 1
    assert (part.status_code, len(errors_of(part)), made.status_code) == (422, 5, 302)
    assert mine.count(" checked") == 6
    assert told in page_text(kind_page(cast, "ade"))
    for asked_page, kind in others.values():
        assert "You do not speak for Riverside Food Share" in page_text(asked_page)
        assert waiting in page_text(kind)
        # Neither the kinds nor the words of any answer.
        assert "ollaborative one" not in kind.text
        assert "Structures or practice change" not in kind.text
        assert told not in page_text(kind)


def test_whoever_speaks_for_the_same_member_sees_that_it_answered_and_not_what(cast, now):
    asking = asked(cast, now)
    answer(cast, asking, now, "county", "111111")
    page, columns = answer_page(cast, asking, "county"), said("county", "444444").answers

    form = cast.client("ben").get(page)
    late = cast.client("ben").post(page, columns | {"version": 0})
    again = cast.client("ben").post(page, columns | {"version": 1})

    assert "Colin Marsh answered for Wexmere County Council" in page_text(form)
    assert form.text.count(" checked") == 0
    assert (late.status_code, again.status_code) == (409, 302)
    assert "Somebody else answered for the same member" in page_text(late)
    assert "What the record says now" not in late.text
    assert KindAnswer.objects.get().answered_by == cast.ben


def test_members_see_all_side_by_side_the_differences_first_and_settle_them(cast, now):
    asking = all_answered(cast, now, riverside="444444", thornford="111111")
    page = kind_page(cast, "ade")
    settle = address("kind_settle", cast, asking)
    typed = {"version": asking.version, "settled": "AGREED", "because": "We talked it over."}

    vague = cast.client("ruth").post(settle, typed)
    made = cast.client("ruth").post(settle, typed | {"kind": "COORDINATED"})
    after = page_text(kind_page(cast, "ruth"))
    put = cast.client("ruth").post(address("kind_record", cast, asking))

    text, rows = page_text(page), table_of(page)
    cast.safer.refresh_from_db()
    assert text.index("Members see different kinds") < text.index("Thornford District Council sees")
    assert text.index("Where they differ") < text.index("Who said what")
    assert [row[0] for row in rows][:3] == [
        "Question",
        "Taken together",
        "Who sets the objectives?",
    ]
    assert rows[2][1] == "Thornford District Council One body, for another to carry out"
    assert "Write down how you deal with it before an agreement is drafted" in text
    assert settle not in links_of(page)
    assert errors_of(vague) == ["Say which kind you agree on."]
    assert (made.status_code, put.status_code) == (302, 302)
    assert "We agree now that it is coordinated" in after
    assert "Put this kind in the record" in after
    assert cast.safer.kind == Kind.COORDINATED


def test_once_the_day_has_passed_the_page_says_who_did_not_answer(cast, now, clock):
    asking = asked(cast, now)
    answer(cast, asking, now, "police", "333333")
    clock.move_to(now + timedelta(days=15))

    text = page_text(kind_page(cast, "ade"))
    late = cast.client("ade").get(answer_page(cast, asking, "riverside"))

    assert "Only Wexmere Police answered, so there is nothing to compare." in text
    assert "Did not answer: Riverside Food Share; Thornford Academy" in text
    assert "The answers are open to all members now" in page_text(late)


def test_the_history_and_what_needs_one_tell_of_it_and_never_of_an_answer(cast, now, clock):
    asking = asked(cast, now)
    before = page_text(cast.client("ade").get(reverse("home")))
    answer(cast, asking, now, "riverside", "111111")
    clock.move_to(now + timedelta(days=1))

    after = page_text(cast.client("ade").get(reverse("home")))
    history = cast.client("ade").get(reverse("partnership_history", args=[cast.safer.public_id]))

    told = "Say for Riverside Food Share what kind of partnership Safer Places group is"
    assert (told in before, told in after) == (True, False)
    text = page_text(history)
    assert "Ade Okafor said for Riverside Food Share what kind of partnership it is." in text
    assert "Priya Nair asked the members what kind of partnership it is, until 29 June" in text
    assert "ommissioned" not in history.text


def test_a_difference_stays_before_those_who_keep_the_record_and_all_are_asked_again(
    cast, now, clock
):
    asking = all_answered(cast, now, riverside="444444")
    overview = reverse("partnership", args=[cast.safer.public_id])
    marked = page_text(cast.client("ade").get(overview))
    waiting = page_text(cast.client("ruth").get(reverse("home")))
    typed = {"version": asking.version, "settled": "DIFFER", "because": "We pay; they run it."}
    cast.client("ruth").post(address("kind_settle", cast, asking), typed)
    clock.move_to(now + timedelta(days=340))

    told = page_text(cast.client("ade").get(overview))
    again = page_text(cast.client("ruth").get(reverse("home")))

    deal = "Write down how the members of Safer Places group deal with seeing it differently"
    repeat = "Ask the members of Safer Places group again what kind of partnership it is"
    assert ["Members see it differently" in page for page in (marked, told)] == [True, False]
    assert [deal in page for page in (waiting, again)] == [True, False]
    assert [repeat in page for page in (waiting, again)] == [False, True]
    assert "We differ, and go on knowing it" in page_text(kind_page(cast, "ade"))


@pytest.mark.parametrize("more", [0, 2])
def test_many_askings_take_the_queries_of_one(cast, now, clock, django_assert_num_queries, more):
    for each in range(more + 1):
        all_answered(cast, now - timedelta(days=each))
    client = cast.client("ade")

    with django_assert_num_queries(11):
        page = client.get(reverse("partnership_kind", args=[cast.safer.public_id]))

    assert page.text.count("Who said what") == KindAsking.objects.count() == more + 1
