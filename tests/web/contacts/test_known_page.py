import pytest
from django.urls import reverse

from joinedup.domain.contacts.actions import add_contact, end_contact, make_remark, make_response
from joinedup.domain.contacts.kinds import About, Power
from joinedup.domain.contacts.models import Contact, Remark
from tests.bench.clock import NOW
from tests.web.reading import errors_of, links_of, page_text, table_of


def page(name, body, *more):
    return reverse(name, args=[body.public_id, *more])


def known(cast, who, body):
    return cast.client(who).get(page("organisation_known", body))


def test_somebody_to_ask_for_is_added_and_told_with_how_far_their_word_goes(cast):
    form = {
        "name": "Vera Stone",
        "title": "Manager",
        "remit": "Money and rooms",
        "power": "DECIDES",
        "email": "vera@food.example",
    }

    cast.client("priya").post(page("contact_new", cast.riverside), form)

    assert table_of(known(cast, "ade", cast.riverside))[1][:4] == [
        "Vera Stone Manager",
        "Money and rooms",
        "Can decide for it",
        "vera@food.example",
    ]


def test_a_contact_is_put_right_with_who_introduced_them_and_ended(cast, now):
    vera = add_contact(cast.riverside, "Vera Stone", by=cast.priya, at=now)
    tom = add_contact(cast.riverside, "Tom Reed", introduced_by=vera, by=cast.priya, at=now)
    client, address = cast.client("priya"), page("contact_change", cast.riverside, tom.public_id)

    shown = client.get(address)
    form = {"version": 1, "name": "Tom Read", "power": "LISTENS", "introduced_by": vera.public_id}
    client.post(address, form)
    ended = {"on-day": "1", "on-month": "6", "on-year": "2026"}
    client.post(page("contact_end", cast.riverside, vera.public_id), ended)

    assert f'value="{vera.public_id}" selected' in shown.text
    said = page_text(client.get(page("organisation_known", cast.riverside)))
    assert "Tom Read introduced by Vera Stone" in said
    assert "Who was to be asked before Vera Stone, until 1 June 2026" in said


def test_what_is_said_is_signed_and_the_body_answers_beside_it(cast):
    said = {"about": "PRESSURES", "words": "Two staff, and a busy winter."}
    cast.client("priya").post(page("remark_new", cast.riverside), said)
    remark = Remark.objects.get()
    client = cast.client("ade")

    address = page("response_new", cast.riverside, remark.public_id)
    linked = address in links_of(known(cast, "ade", cast.riverside))
    client.post(address, {"words": "Three since May."})

    assert linked
    assert (
        "What presses on it or holds it back Two staff, and a busy winter. Priya Nair, Thornford "
        "District Council, 15 June 2026 Riverside Food Share says: Three since May. Ade Okafor, "
        "15 June 2026"
    ) in page_text(known(cast, "ben", cast.riverside))
    history = page_text(client.get(page("organisation_history", cast.riverside)))
    assert "Ade Okafor answered for it. What presses on it or holds it back." in history
    assert "Three since May" not in history


def test_the_form_says_that_nothing_is_secret(cast):
    shown = cast.client("priya").get(page("remark_new", cast.riverside))

    assert "Nothing here is secret from Riverside Food Share." in page_text(shown)


def test_what_was_said_is_taken_back_with_the_reason(cast, now):
    remark = make_remark(cast.riverside, About.WAYS, "Slow.", by=cast.priya, at=now)
    client = cast.client("priya")

    client.post(
        page("remark_withdraw", cast.riverside, remark.public_id), {"because": "It was unfair."}
    )

    assert "Slow." not in page_text(known(cast, "ade", cast.riverside))
    assert "withdrew something said of it. How it likes to work. Why: It was unfair." in page_text(
        client.get(page("organisation_history", cast.riverside))
    )


@pytest.mark.parametrize(("who", "status"), [("ade", 200), ("ruth", 404), ("tom", 404)])
def test_only_those_it_concerns_open_it_and_are_led_there(cast, who, status):
    response = known(cast, who, cast.riverside)
    entry = cast.client(who).get(page("organisation", cast.riverside))

    assert response.status_code == status
    assert (page("organisation_known", cast.riverside) in links_of(entry)) == (status == 200)


def test_an_auditor_reads_and_is_told_why_not(cast):
    address = page("remark_new", cast.thornford)

    response = cast.client("tom").post(address, {"about": "WAYS", "words": "Slow."})

    assert "can correct what is said of Thornford District Council" in errors_of(response)[0]
    assert not Remark.objects.exists()


def test_an_empty_page_asks_what_to_say(cast):
    said = page_text(known(cast, "priya", cast.riverside))

    assert "Nobody has been named yet." in said
    assert "Nobody has said anything yet. What is it good at?" in said


@pytest.mark.parametrize("more", [1, 8])
def test_many_remarks_take_the_queries_of_one(cast, now, django_assert_num_queries, more):
    for number in range(more):
        add_contact(cast.riverside, f"Vera {number}", power=Power.DECIDES, by=cast.priya, at=now)
        remark = make_remark(cast.riverside, About.WAYS, "Slow.", by=cast.priya, at=now)
        make_response(remark, "No.", by=cast.ade, at=now)
    end_contact(Contact.objects.first(), on=NOW.date(), by=cast.priya, at=now)
    client = cast.client("priya")

    with django_assert_num_queries(11):
        client.get(page("organisation_known", cast.riverside))
