from datetime import date

import pytest
from django.urls import reverse

from joinedup.domain.sharing.actions import amend_sharing
from joinedup.domain.sharing.models import SharingArrangement
from tests.domain.sharing.agreeing import TYPED, arranged, in_force, question, terms
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db

ENDED = {"starts_on": date(2025, 4, 1), "ends_on": date(2026, 3, 31)}
ENDED |= {"review_on": date(2026, 3, 1)}


def address(name, cast, *more):
    return reverse(name, args=[cast.safer.public_id, *more])


def ask(cast, page="sharing_question", **other):
    asked = question(cast, **other)
    return reverse(page, args=[cast.memberships["police"].public_id]), {
        "kind": asked.kind.value,
        "whom": asked.whom.value,
        "recipient": cast.memberships["thornford"].public_id,
        "purpose": asked.purpose.value,
    }


def test_an_arrangement_is_written_read_confirmed_and_changed_on_its_pages(cast, now):
    police, council = cast.memberships["police"].public_id, cast.memberships["thornford"].public_id
    chair, officer = cast.client("ruth"), cast.client("priya")
    form = TYPED | {"source": police, "recipients": [council]}

    refused = page_text(
        chair.post(address("sharing_new", cast), form | {"limits": "Not to XX1 2YZ"})
    )
    made = chair.post(address("sharing_new", cast), form)
    one = SharingArrangement.objects.get()
    page = address("sharing_arrangement", cast, one.public_id)
    confirm = address("sharing_confirm", cast, one.public_id)
    asked = page_text(officer.get(reverse("home")))
    shown = page_text(officer.get(confirm))
    for client, member in ((chair, police), (officer, council)):
        client.post(confirm, {"edition": 1, "party": member, "contact": "The data desk"})
    agreed = page_text(cast.client("tom").get(page))
    change = address("sharing_change", cast, one.public_id)
    same = page_text(chair.post(change, form | {"version": 1}, follow=True))
    chair.post(change, form | {"version": 1, "limits": "Less still."})

    assert "This looks like a postcode. Nothing about a single person is kept here." in refused
    assert made["Location"] == page
    assert "Confirm for Thornford District Council what may be shared in Safer Places" in asked
    assert "Health (protected more by law)" in shown
    assert "Write nothing about any one person." in refused
    assert "so nobody is asked to confirm it again." in same
    assert "In force" in agreed
    assert "The data desk Priya Nair" in agreed
    assert "Only the lead host’s officers" in agreed
    assert "Draft" in page_text(chair.get(page))


def test_the_question_is_answered_in_sentences_with_limits_and_whom_to_ask(cast, now):
    arrangement = in_force(cast, now)
    chair, (page, asked) = cast.client("ruth"), ask(cast)

    yes = page_text(chair.get(page, asked))
    no = page_text(chair.get(page, asked | {"kind": "HEALTH"}))
    other = page_text(chair.get(page, asked | {"purpose": "PLANNING"}))
    wrong = page_text(chair.get(page, asked | {"kind": "SOUL", "whom": ""}))

    assert (
        "Can Wexmere Police share “What happened, where and when” about children and young "
        "people with Thornford District Council to prevent crime or look into it? Yes, with limits "
        "An arrangement that every body named in it has confirmed covers this. "
        "Its limits The street and the week, never the house." in yes
    )
    assert f"Read the arrangement: {arrangement.words}" in yes
    assert "does not replace the advice of your data protection officer" in yes
    assert "No arrangement covers this. Where somebody is in danger, do not wait" in no
    assert "Ask first" in other
    assert "Ask before you share The data desk, Wexmere Police" in other
    assert "Choose whom it is about" in wrong


def test_only_the_people_of_a_body_ask_for_it_and_read_what_it_decided(cast, now):
    arranged(cast, now)
    page, asked = ask(cast, "sharing_decide")
    day = {"on-day": "4", "on-month": "5", "on-year": "2026"}
    typed = asked | day | {"outcome": "REFUSED", "because": "The family said no."}

    done = cast.client("ruth").post(page, typed)

    assert done.status_code == 302
    assert "The family said no." in page_text(
        cast.client("ruth").get(address("partnership_sharing", cast))
    )
    assert "The answer then was: ask first" in page_text(cast.client("ruth").get(done["Location"]))
    for name in ("priya", "ade", "noor"):
        assert cast.client(name).get(page).status_code == 404
    for name in ("priya", "ade"):
        told = page_text(cast.client(name).get(address("partnership_sharing", cast)))
        assert "The family said no." not in told
    assert cast.client("noor").get(address("partnership_sharing", cast)).status_code == 404


def test_cover_that_has_ended_needs_whoever_keeps_the_record(cast, now):
    in_force(cast, now, **ENDED)

    needs = [page_text(cast.client(name).get(reverse("home"))) for name in ("priya", "ade")]

    renew = "Renew or withdraw what was shared in Safer Places group until 31 March 2026"
    assert [renew in each for each in needs] == [True, False]


def test_withdrawing_says_why_to_every_member(cast, now):
    one = in_force(cast, now)
    page = address("sharing_withdraw", cast, one.public_id)

    cast.client("ruth").post(page, {"version": 1, "because": "The data was wrong."})

    told = page_text(cast.client("ade").get(address("sharing_arrangement", cast, one.public_id)))
    assert "Withdrawn by Ruth Bello" in told
    assert "The data was wrong." in told


def test_the_list_takes_as_many_queries_for_three_as_for_one(
    cast, now, django_assert_max_num_queries
):
    client, page = cast.client("tom"), address("partnership_sharing", cast)
    in_force(cast, now)
    client.get(page)
    with django_assert_max_num_queries(100) as first:
        client.get(page)
    arranged(cast, now, words="Another.")
    arranged(cast, now, words="A third.")
    with django_assert_max_num_queries(len(first)):
        client.get(page)


def test_a_text_that_changed_while_it_was_read_is_shown_and_can_then_be_confirmed(cast, now):
    one = arranged(cast, now)
    confirm = address("sharing_confirm", cast, one.public_id)
    typed = {"party": cast.memberships["police"].public_id, "contact": "The data desk"}
    amend_sharing(one, version=1, **terms(cast, limits="The ward."), by=cast.ruth, at=now)
    chair = cast.client("ruth")

    refused = chair.post(confirm, typed | {"edition": 1})
    again = chair.post(confirm, typed | {"edition": 2})

    told = page_text(refused)
    assert (refused.status_code, again.status_code) == (409, 302)
    assert "Read what it says now before you confirm it." in told
    assert "The ward." in told
    assert 'name="edition" value="2"' in refused.text
    assert 'value="The data desk"' in refused.text
