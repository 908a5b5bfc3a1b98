"""The pages of a round under way, as the officer who runs it uses them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.results.actions import reply_to_result, seal_round, shut_round
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import AnswerSheet, Round
from joinedup.domain.running.actions.extending import reopen_round
from joinedup.domain.running.actions.sending import open_paced_round
from tests.rounds import answered, opened, prepared, sealed
from tests.web.reading import errors_of, page_text, table_of

pytestmark = pytest.mark.django_db

LATER = {"closes_on-day": "1", "closes_on-month": "9", "closes_on-year": "2026"}


def at(name, round, *more):
    return reverse(name, args=[round.public_id, *more])


def post(client, name, round, **typed):
    return page_text(client.post(at(name, round), typed, follow=True))


def test_mails_go_out_at_the_pace_chosen_at_the_opening(cast, now):
    round, client = prepared(cast, now), cast.client("priya")
    wrong = client.post(at("round_open", round), {"each": "HOUR", "many": ""})

    page = post(client, "round_open", round, each="HOUR", many="2")
    stopped = post(client, "round_sending_stop", round)
    resumed = post(client, "round_sending_resume", round)

    assert errors_of(wrong) == ["Enter how many at a time, like 50"]
    assert "2 of 5 invited, 2 an hour. The last on 15 June 2026 at midday." in page
    assert "2 of 5 invited, 2 an hour. Stopped." in stopped
    assert "4 of 5 invited" in resumed


def test_reminders_are_planned_and_stand_on_the_round(cast, now):
    round, client = opened(cast, now), cast.client("priya")
    wrong = client.post(at("round_reminders", round), {"days": "soon"})

    page = post(client, "round_reminders", round, days="14, 7 and 2")

    assert errors_of(wrong) == ["Write numbers of days with commas between, like 14, 7, 2"]
    assert "Reminders on 29 June 2026, 6 July 2026, 11 July 2026" in page
    assert "29 June 2026" in page_text(client.get(at("round_reminders", round)))


def test_whom_to_ring_names_who_leads_and_never_who_is_silent(cast, now):
    round, client = opened(cast, now), cast.client("priya")
    answered(round, cast.ruth, 3, now)

    page = client.get(at("round_chase", round))

    assert table_of(page)[1] == [
        "Safer Places group",
        "1 of 5",
        "Colin Marsh, coordinator, Wexmere County Council: colin.marsh@mail.example; "
        "Ruth Bello, chair, Wexmere Police: ruth.bello@mail.example",
    ]
    assert not [name for name in ("Ade", "Nadia", "Owen") if name in page_text(page)]


def test_more_time_is_given_with_a_reason(cast, now):
    round, client = opened(cast, now), cast.client("priya")

    page = post(client, "round_extend", round, **LATER, because="The schools were shut.")
    again = client.post(at("round_extend", round), {**LATER, "because": "Again."})

    assert "We have written to 5, and tell nobody who they are." in page
    assert "Open until 1 September 2026" in page
    assert errors_of(again) == ["The last day is 1 September 2026 already. Choose a later one."]


def test_a_counted_round_is_opened_again_and_its_history_says_why(cast, now):
    round, client = sealed(cast, now, {"ruth": 3}), cast.client("priya")

    page = post(client, "round_reopen", round, **LATER, because="A link was dead.")
    history = page_text(client.get(at("round_history", round)))

    assert "The round is open again. We have told 5 people why." in page
    assert "Priya Nair took the draft results back and opened the round again until " in history
    assert "Why: A link was dead." in history
    assert "Priya Nair opened the round: 5 answers asked for, 5 mails at once." in history


def test_a_reply_to_an_earlier_count_says_so(cast, now):
    round = sealed(cast, now, {"ruth": 3, "colin": 3, "ade": 3})
    later = now + timedelta(days=3)
    review = round.reviews.get()
    reply_to_result(review, cast.riverside, "Too kind.", by=cast.ade, at=later)
    where = reverse("result", args=[review.public_id])
    before = page_text(cast.client("ade").get(where))
    reopen_round(round, closes_on=later.date(), because="Dead link.", by=cast.priya, at=later)
    seal_round(round, by=cast.priya, at=later + timedelta(hours=1))

    after = page_text(cast.client("ade").get(where))

    assert ("to an earlier count" in before, "to an earlier count" in after) == (False, True)


def test_links_for_letters_are_handed_over_as_a_file_nobody_keeps(cast, now):
    round, client = opened(cast, now), cast.client("priya")
    said = page_text(client.get(at("round_letters", round)))

    unsaid = client.post(at("round_letters", round), {"which": "everybody", "sort": "csv"})
    file = client.post(
        at("round_letters", round), {"which": "everybody", "sort": "csv", "because": "Letters."}
    )

    text = file.getvalue().decode()
    assert "Each link is a secret." in said
    assert (unsaid.status_code, file["Cache-Control"]) == (422, "no-store")
    assert (len(text.splitlines()), text.count("/answer/")) == (6, 5)
    assert "personal links along: everybody, 5 people" in page_text(
        client.get(at("round_history", round))
    )


def test_closing_early_asks_why_and_the_round_says_it(cast, now):
    round, client = opened(cast, now), cast.client("priya")
    silent = client.post(at("round_close", round), {})

    page = post(client, "round_close", round, because="Everybody who can has answered.")

    assert (silent.status_code, errors_of(silent)) == (422, ["Say why"])
    assert "Closed before its last day: Everybody who can has answered." in page


def test_a_round_being_counted_says_how_far_it_is(cast, now):
    round = opened(cast, now)
    shut_round(round, by=cast.priya, at=now)

    page = page_text(cast.client("priya").get(at("round", round)))

    assert "Being counted" in page
    assert "0 of 1 partnership counted" in page


def test_what_people_will_get_is_seen_before_and_nothing_of_it_is_kept(cast, now):
    round, client = prepared(cast, now), cast.client("priya")
    mails = page_text(client.get(at("round_preview", round)))
    start = page_text(client.get(at("round_form_preview", round, 0)))

    first = client.post(at("round_form_preview", round, 0))
    page = page_text(client.get(first["Location"]))
    second = client.post(first["Location"], {"SF1": "3"})

    assert "Dear Sam Example" in mails
    assert "Safer Places group" in mails
    assert "Priya Nair: priya.nair@mail.example" in mails
    assert ("Start now" in start, "This is a preview." in start) == (True, True)
    assert ("This is a preview." in page, "Page 1 of" in page or "page 1 of" in page) == (
        True,
        True,
    )
    assert second["Location"] == at("round_form_preview", round, 2)
    assert (AnswerSheet.objects.count(), Message.objects.count()) == (0, 0)
    assert client.get(at("round_form_preview", round, 99)).status_code == 404
    assert cast.client("ade").get(at("round_form_preview", round, 0)).status_code == 404


def test_partnerships_are_chosen_by_place_host_and_theme(cast, now):
    round, client = prepared(cast, now), cast.client("priya")
    register_partnership(
        "Far Fields", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
    )

    def fitting(**asked):
        page = page_text(client.get(at("round_choose", round), asked))
        return [name for name in ("Safer Places group", "Far Fields") if name in page]

    assert [fitting(), fitting(place="thornf"), fitting(host=cast.county.public_id)] == [
        ["Safer Places group", "Far Fields"],
        ["Safer Places group"],
        ["Safer Places group"],
    ]
    assert fitting(theme="Nothing of the kind") == []


def test_everybody_being_invited_leaves_no_word_of_a_pace(cast, now):
    round = prepared(cast, now)
    open_paced_round(round, many=5, each="DAY", by=cast.priya, at=now)

    page = page_text(cast.client("priya").get(at("round", round)))

    assert Round.objects.get().state == RoundState.OPEN
    assert "invited" not in page
