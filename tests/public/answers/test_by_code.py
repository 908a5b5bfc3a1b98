"""Answering on the web by the code of a printed sheet, and coming back with one's number."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from joinedup.domain.backups.registry import end_what_must_not_come_back
from joinedup.domain.channels.actions import key_answers, print_sheets
from joinedup.domain.channels.kinds import Way
from joinedup.domain.channels.paper import printed_code
from joinedup.domain.channels.queries import entered_in
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.partnerships.actions import open_seat
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Answer
from tests.access.probing import SECRET_OF_FORM
from tests.rounds import opened, ticket_of
from tests.web.reading import errors_of, page_text

pytestmark = pytest.mark.django_db

SHEET = "/sheet/"


@pytest.fixture(autouse=True)
def _unlimited():
    """Forget how often anybody tried a code."""
    cache.clear()


@pytest.fixture
def round(cast, now):
    """An open round, its sheets printed, in which one person has no email address."""
    cast.people["walter"] = add_person("Walter Pike", email=None, by=None, at=now)
    open_seat(cast.memberships["police"], person=cast.walter, by=cast.priya, at=now)
    round = opened(cast, now)
    print_sheets(round, review=round.reviews.get().public_id, by=cast.priya, at=now)
    return round


@pytest.fixture
def token(cast, round):
    return token_for(ticket_of(round, cast.walter))


def code_of(round, person):
    return printed_code(ticket_of(round, person))


def typed(code, client=None, **environ):
    return (client or Client()).post(SHEET, {"code": code}, **environ)


def begun(token):
    """A browser in which Walter has begun, and the number he was shown."""
    client = Client()
    page = client.post(reverse("answer", args=[token]))
    return client, "".join(re.search(r">(\d{3}) (\d{3})<", page.text).groups())


def saved(token):
    """The same after the first page was saved."""
    client, number = begun(token)
    client.post(reverse("answer_page", args=[token, 1]), {"SF1": "3"})
    return client, number


def test_a_code_leads_to_the_questions_with_no_name_and_no_session(cast, round, token):
    client = Client()

    there = typed(f" {code_of(round, cast.walter).lower()} ", client)
    page = client.get(there.headers["Location"])

    assert (there.status_code, there.headers["Location"]) == (302, f"/answer/{token}/")
    assert ("Safer Places group" in page.text, "Walter" in page.text) == (True, False)
    assert "sessionid" not in client.cookies
    assert Client().get("/sheet").headers["Location"] == SHEET


def test_answers_are_saved_and_sent_by_whoever_was_asked_and_nobody_counts_as_a_helper(
    cast, round, token
):
    typed(code_of(round, cast.walter))
    client, _ = saved(token)

    sent = client.post(reverse("answer_check", args=[token]), follow=True)

    ticket = ticket_of(round, cast.walter)
    assert "Your code is finished with" in page_text(sent)
    assert verbs_about(ticket) == [
        "sheet.opened",
        "number.shown",
        "answers.saved",
        "answers.sent",
    ]
    assert (entered_in(round), list(Answer.objects.values_list("question", "value"))) == (
        [],
        [("SF1", 3)],
    )


def test_whoever_has_an_address_comes_back_by_a_mailed_code_and_is_shown_no_number(
    cast, round, now
):
    ticket = ticket_of(round, cast.ade)
    first = Client().post(reverse("answer", args=[token_for(ticket)]))
    save_answers(ticket, {"SF1": Given(value=2)}, at=now)

    client = Client()
    client.get(typed(code_of(round, cast.ade), client).headers["Location"])
    back = client.post(reverse("answer", args=[token_for(ticket)]), follow=True)

    assert first.headers["Location"].endswith("/page/1/")
    assert "Type the code we mailed" in page_text(back)


def test_what_was_saved_is_shown_to_nobody_who_has_only_the_code(cast, round, token):
    _, number = saved(token)
    other = Client()
    code = reverse("answer_code", args=[token])

    asked = other.post(typed(code_of(round, cast.walter), other).headers["Location"])
    shut = other.get(reverse("answer_page", args=[token, 1]))
    wrong = other.post(code, {"code": "000000" if number != "000000" else "111111"})
    right = other.post(code, {"code": f"{number[:3]} {number[3:]}"})
    page = other.get(reverse("answer_page", args=[token, 1]))

    assert (asked.headers["Location"], shut.headers["Location"]) == (code, f"/answer/{token}/")
    assert errors_of(wrong) == ["This is not the number that was shown. Check it and try again."]
    assert (right.status_code, page.status_code) == (302, 200)
    assert re.search(r'name="SF1"[^>]*value="3"[^>]*checked', page.text)
    # It works again, on yet another computer.
    assert Client().post(code, {"code": number}).status_code == 302


def test_after_three_wrong_numbers_one_begins_again_and_nothing_is_kept_or_read(cast, round, token):
    _, number = saved(token)
    other, code = Client(), reverse("answer_code", args=[token])
    wrong = "000000" if number != "000000" else "111111"
    for _ in range(3):
        other.post(code, {"code": wrong})

    shut = other.post(code, {"code": number})
    start = other.post(reverse("answer_afresh", args=[token]), follow=True)
    again = other.post(reverse("answer", args=[token]))

    assert errors_of(shut) == ["That is three wrong numbers. Begin again."]
    assert "Some answers have been saved already" not in page_text(start)
    assert "Write this number down" in page_text(again)
    assert not Answer.objects.exists()


def test_whoever_began_first_with_the_code_cannot_read_along(cast, round, token):
    curious, _ = begun(token)

    walter, _ = saved(token)

    page = reverse("answer_page", args=[token, 1])
    assert [client.get(page).status_code for client in (curious, walter)] == [302, 200]


def test_nobody_with_an_address_can_throw_answers_away_by_link(cast, round, now):
    ticket = ticket_of(round, cast.ade)
    save_answers(ticket, {"SF1": Given(value=2)}, at=now)

    page = Client().post(reverse("answer_afresh", args=[token_for(ticket)]))

    assert (page.status_code, Answer.objects.count()) == (409, 1)


def test_a_number_outlives_a_backup_put_back(cast, round, token, now):
    _, number = saved(token)

    end_what_must_not_come_back(now)

    code = reverse("answer_code", args=[token])
    assert Client().post(code, {"code": number}).status_code == 302


def test_wrong_sent_keyed_and_late_codes_get_the_same_page(cast, round, clock, now):
    codes = {name: code_of(round, cast.people[name]) for name in ("ade", "nadia", "walter")}
    sent = ticket_of(round, cast.ade)
    save_answers(sent, {"SF1": Given(value=2)}, at=now)
    send_answers(sent, at=now)
    keyed = ticket_of(round, cast.nadia)
    key_answers(keyed, {"SF1": Given(value=2)}, way=Way.PAPER, by=cast.priya, at=now)

    pages = [typed(each) for each in ("CCCCC CCCCC", codes["ade"], codes["nadia"])]
    clock.move_to(now + timedelta(days=29))
    pages.append(typed(codes["walter"]))

    said = {re.sub(r'value="[C-Y2-9 ]*"', "", SECRET_OF_FORM.sub("", page.text)) for page in pages}
    assert ({page.status_code for page in pages}, len(said)) == ({409}, 1)
    assert errors_of(pages[0])[0].startswith("This code opens no sheet now.")


def test_whoever_guesses_waits_a_quarter_of_an_hour_and_others_do_not(cast, round, clock, now):
    code = code_of(round, cast.walter)

    tried = [typed("CCCCC CCCCC") for _ in range(21)]
    right = typed(code)
    elsewhere = typed(code, REMOTE_ADDR="192.0.2.7")
    clock.move_to(now + timedelta(minutes=15, seconds=1))
    later = typed(code)

    assert errors_of(tried[19])[0].startswith("This code opens no sheet now.")
    assert errors_of(tried[20]) == errors_of(right)
    assert errors_of(right)[0].startswith("That was tried too often.")
    assert (elsewhere.status_code, later.status_code) == (302, 302)


def test_guesses_from_many_networks_are_counted_together(cast, round, settings):
    few = {"sheet_code": "20/15m/ip,3/15m/key"}
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | few

    tried = [typed("CCCCC CCCCC", REMOTE_ADDR=f"192.0.2.{each}") for each in range(3)]
    right = typed(code_of(round, cast.walter), REMOTE_ADDR="192.0.2.9")

    assert {page.status_code for page in tried} == {409}
    assert errors_of(right)[0].startswith("That was tried too often.")
