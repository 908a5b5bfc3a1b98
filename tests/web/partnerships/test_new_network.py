"""A network on one short page: who answers, members as typed names, and when to look again."""

from datetime import date

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from tests.web.reading import errors_of, page_text

PAGE = "/partnerships/new/"


def typed(cast, **other):
    return {
        "name": "Youth Voice",
        "purpose": "Young people are heard.",
        "is_running": "yes",
        "host": cast.thornford.public_id,
        "answers_name": "Priya Nair",
        "answers_email": cast.priya.email,
        "members": "\n".join(
            [
                "Wexmere Police",
                " riverside food  share ",
                "",
                "Thornford Skate Club",
                "Wexmere Police",
            ]
        ),
        "next_review_on-day": "1",
        "next_review_on-month": "6",
        "next_review_on-year": "2027",
    } | other


def test_one_page_registers_a_network_whole(cast):
    client = cast.client("priya")

    offered = client.get(PAGE)
    response = client.post(PAGE, typed(cast))

    new = Partnership.objects.get(name="Youth Voice")
    assert f'value="{cast.priya.email}"' in offered.text
    assert response.status_code == 302
    assert new.next_review_on == date(2027, 6, 1)
    assert [m.member_name for m in new.memberships.all()] == [
        "Riverside Food Share",
        "Thornford District Council",
        "Thornford Skate Club",
        "Wexmere Police",
    ]
    said = page_text(client.get(response["Location"]))
    assert "Coordinator: Priya Nair , Thornford District Council" in said


def test_a_name_that_could_be_a_known_body_is_asked_and_nothing_is_written(cast):
    response = cast.client("priya").post(PAGE, typed(cast, members="Riverside\nSkate Club"))

    assert errors_of(response) == [
        "“Riverside” could be Riverside Food Share. Type the whole name."
    ]
    assert "Riverside\nSkate Club</textarea>" in response.text
    assert not Organisation.objects.filter(name="Skate Club").exists()
    assert not Partnership.objects.filter(name="Youth Voice").exists()


def test_a_partnership_with_two_words_in_common_is_asked_about_once(cast):
    client = cast.client("priya")
    again = typed(cast, name="Places for Safer Cycling")

    asked, done = client.post(PAGE, again), client.post(PAGE, again | {"is_another": "on"})

    assert errors_of(asked) == [
        "Safer Places group is in the register already. If this is another one, tick below."
    ]
    assert (asked.status_code, done.status_code) == (422, 302)


def test_one_that_the_person_may_not_see_is_not_given_away(cast):
    response = cast.client("priya").post(PAGE, typed(cast, name="Growth Board of Farhaven"))

    assert response.status_code == 302


def test_a_name_without_an_address_is_asked_for(cast):
    response = cast.client("priya").post(PAGE, typed(cast, answers_email=""))

    assert errors_of(response) == ["Enter their email address, or leave the name empty"]
