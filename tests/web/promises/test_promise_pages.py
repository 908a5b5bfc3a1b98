from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from joinedup.domain.contributions.actions import add_contribution
from joinedup.domain.promises.actions import promise_nothing, tell_membership
from joinedup.domain.promises.models import Promise
from tests.domain.promises.promising import A_MONTH, answered, delivered, promised, released
from tests.web.reading import errors_of, links_of, page_text, table_of

pytestmark = pytest.mark.django_db

NEW = {
    "words": "The community room each Tuesday",
    "sort": "ROOMS",
    "amount": "",
    "to": "all",
    "rhythm": "ONCE",
    "due_on-day": "1",
    "due_on-month": "9",
    "due_on-year": "2026",
    "promised_on-day": "15",
    "promised_on-month": "6",
    "promised_on-year": "2026",
}
DAY = {"on-day": "15", "on-month": "6", "on-year": "2026"}


def listing(cast, who):
    return cast.client(who).get(reverse("promises", args=[cast.safer.public_id]))


def address(name, promise):
    return reverse(name, args=[promise.partnership.public_id, promise.public_id])


def of_member(name, cast, body):
    return reverse(name, args=[cast.safer.public_id, cast.memberships[body].public_id])


def test_a_small_charity_promises_and_is_asked_nothing_it_need_not_say(cast):
    page = reverse("promise_new", args=[cast.safer.public_id])
    before, form = page_text(listing(cast, "ade")), cast.client("ade").get(page)

    wrong = cast.client("ade").post(page, NEW | {"due_on-year": "2025", "amount": "-3"})
    made = cast.client("ade").post(page, NEW, follow=True)
    again = cast.client("ade").post(page, NEW)

    assert "Nothing has been promised yet." in before
    assert "For Riverside Food Share. Everybody on the partnership sees it at once" in (
        page_text(form)
    )
    assert "Who promises it?" not in page_text(form)
    assert wrong.status_code == 409
    assert errors_of(wrong) == [
        "Only money and hours have an amount. Say how much in the words instead."
    ]
    assert "The community room each Tuesday" in wrong.text
    assert "Promised Say that it is delivered Ask to be released Who promises" in page_text(made)
    assert errors_of(again) == [
        "Riverside Food Share has promised the same already. Change that promise."
    ]
    refused = cast.client("tom").get(page)
    assert "Only those who speak for a member, or keep the record" in page_text(refused)


def test_the_coordinator_asks_for_a_promise_and_the_member_accepts_it(cast):
    page = reverse("promise_new", args=[cast.safer.public_id])
    form = page_text(cast.client("colin").get(page))
    told = NEW | {"member": cast.memberships["riverside"].public_id}

    cast.client("colin").post(page, told)
    promise = Promise.objects.get()
    need = page_text(cast.client("ade").get(reverse("home")))
    asked = page_text(cast.client("ade").get(address("promise_answer", promise)))
    silent = cast.client("ade").post(address("promise_answer", promise), {"version": 1})
    no = cast.client("ade").post(address("promise_answer", promise), {"version": 1, "agrees": "no"})
    yes = cast.client("ade").post(
        address("promise_answer", promise), {"version": 1, "agrees": "yes"}
    )

    assert "A promise of another member counts when it accepts it. Who promises it?" in form
    assert "Say whether Riverside Food Share promises “The community room each Tuesday”" in need
    assert "Do you promise this? Yes, we promise it No" in asked
    assert errors_of(silent) == ["Give an answer to “Do you promise this?”"]
    assert (no.status_code, errors_of(no)) == (409, ["Say why: the other side reads it."])
    assert yes.status_code == 302
    assert (
        "Riverside Food Share Not yet told us Not yet told us 1 thing Delivered: nothing yet"
        in page_text(listing(cast, "ruth"))
    )


def ledger(cast, now):
    """A late promise, one each year, one between members, one that says nothing, two silent."""
    old = {"promised_on": (now - A_MONTH).date(), "due_on": (now - timedelta(days=2)).date()}
    share = {"sort": "CASH", "amount": Decimal(500), "rhythm": "YEARLY"}
    promised(cast, now, words="Our share", **share)
    promised(cast, now, words="A van", **old)
    promised(cast, now, "police", "Two cars", to=cast.memberships["riverside"])
    promised(cast, now, "county", "A survey", by="ben")
    promise_nothing(cast.memberships["mosque"], by=cast.nadia, at=now)
    put_in = {"year": 2025, "sort": "HOURS", "amount": Decimal(40), "by": cast.priya, "at": now}
    add_contribution(cast.memberships["riverside"], **put_in)
    tell = {"brings": "Volunteers", "gains": "Trust", "by": cast.ade, "at": now}
    tell_membership(cast.memberships["riverside"], version=1, **tell)


def test_ours_come_first_the_late_ones_on_top_and_imbalance_is_told_in_sentences(cast, now):
    ledger(cast, now)

    page, foreign = listing(cast, "ade"), listing(cast, "noor")
    text, rows = page_text(page), table_of(page)
    outsider = page_text(listing(cast, "tom"))

    assert "4 promises: 0 delivered and 1 late." in text
    assert "1 promise is late: it is of Riverside Food Share." in text
    assert "Riverside Food Share alone promises all the money, £500." in text
    assert "Thornford Central Mosque says openly that it promises nothing for now." in text
    untold = "Nobody has told us yet what Thornford Academy and Thornford District Council bring."
    assert untold in text
    assert [row[0] for row in rows] == [
        "What",
        "A van Rooms or premises",
        "Our share Money: £500 each year",
    ]
    assert rows[1][3] == "Late"
    parts = ["What Riverside Food Share promised", "What was promised to Riverside Food Share"]
    order = [*parts, "Two cars", "Member by member", "What the others promised", "A survey"]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert "Riverside Food Share Volunteers Trust £500 and 1 other thing" in text
    assert "1 other thing Delivered: nothing yet 1 late 40 hours" in text
    assert "Thornford Central Mosque Not yet told us Not yet told us Nothing, it says" in text
    assert "Everything that was promised" in outsider
    assert foreign.status_code == listing(cast, "derek").status_code == 404


def test_a_delivery_and_a_release_go_from_side_to_side_on_the_page(cast, now):
    promise = promised(cast, now)
    client = cast.client("ade")
    said = client.post(address("promise_deliver", promise), DAY | {"version": 1, "note": "Look."})
    mine = page_text(client.get(address("promise", promise)))
    need = page_text(cast.client("ruth").get(reverse("home")))
    theirs = page_text(cast.client("nadia").get(address("promise_answer", promise)))
    no = {"version": 2, "agrees": "no", "note": "It was locked."}
    cast.client("nadia").post(address("promise_answer", promise), no)
    release, why = address("promise_release", promise), {"because": "The lock broke."}
    stale, asked = (client.post(release, why | {"version": seen}) for seen in (1, 3))
    cast.client("ruth").post(address("promise_answer", promise), {"version": 4, "agrees": "yes"})

    done = page_text(cast.client("tom").get(address("promise", promise)))
    past = cast.client("tom").get(reverse("partnership_history", args=[cast.safer.public_id]))

    assert said.status_code == asked.status_code == 302
    assert "Said to be delivered Another member has still to confirm it. Who promises" in mine
    assert "15 June 2026. Not confirmed yet" in mine
    assert "Take that back" in mine
    assert "Confirm that Riverside Food Share delivered “The community room each Tuesday”" in need
    assert "said that it is delivered, and wrote: Look. Is it delivered?" in theirs
    assert (stale.status_code, "The lock broke." in stale.text) == (409, True)
    assert "Somebody else changed this while you had it open." in errors_of(stale)[0]
    assert "Released by agreement" in done
    assert "Nadia Rahman Said that it is not delivered yet It was locked." in done
    assert "Ruth Bello agreed to release Riverside Food Share from its promise" in page_text(past)


def test_whoever_changes_a_promise_second_keeps_what_they_typed(cast, now):
    promise = promised(cast, now, sort="CASH", words="Our share", amount=Decimal(500))
    page, day = address("promise_change", promise), promise.due_on
    typed = {"version": "1", "words": "Our share", "amount": "700"}
    typed |= {"due_on-day": day.day, "due_on-month": day.month, "due_on-year": day.year}

    first = cast.client("ade").post(page, typed)
    late = cast.client("ade").post(page, typed | {"amount": "900", "words": "Our whole share"})

    assert (first.status_code, late.status_code) == (302, 409)
    assert "What the record says now" in page_text(late)
    assert 'value="900"' in late.text
    withdraw = cast.client("ade").post(address("promise_take_back", promise), {"version": 2})
    assert withdraw.status_code == 302
    assert "Withdrawn" in page_text(cast.client("ade").get(address("promise", promise)))


def test_a_members_page_tells_what_it_brings_and_really_put_in_and_lets_it_say_nothing(cast, now):
    put_in = {"year": 2025, "sort": "KIND", "words": "A hall", "amount": Decimal(300)}
    add_contribution(cast.memberships["mosque"], **put_in, by=cast.priya, at=now)
    client, page = cast.client("nadia"), of_member("promises_of_member", cast, "mosque")
    told = {"version": 1, "brings": "Trust", "gains": ""}

    client.post(of_member("member_tell", cast, "mosque"), told)
    late = client.post(of_member("member_tell", cast, "mosque"), told | {"gains": "A say"})
    client.post(of_member("member_nothing", cast, "mosque"))
    mine, theirs = (page_text(cast.client(who).get(page)) for who in ("nadia", "tom"))

    assert (late.status_code, "A say" in late.text) == (409, True)
    assert "Brings Trust Change brings Gains Not yet told us" in mine
    assert "It says openly that it promises nothing for now." in mine
    assert "2025 to 2026 Something else A hall worth £300" in theirs
    assert "No promise of it has been written down." in theirs
    assert of_member("member_tell", cast, "mosque") not in links_of(cast.client("tom").get(page))


@pytest.mark.parametrize("more", [1, 6])
def test_many_promises_take_the_queries_of_one(cast, now, django_assert_num_queries, more):
    for number in range(more):
        each = promised(cast, now, words=f"Room {number}")
        if number % 2:
            delivered(cast, each, now, "ade")
            answered(cast, each, now, "ruth")
        elif number:
            released(cast, each, now, "ade")
        promised(cast, now, "police", f"Car {number}", to=cast.memberships["riverside"])
    client = cast.client("ade")

    with django_assert_num_queries(11):
        client.get(reverse("promises", args=[cast.safer.public_id]))
