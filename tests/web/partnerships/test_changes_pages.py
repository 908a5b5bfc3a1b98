from datetime import timedelta

from django.urls import reverse

from joinedup.domain.confirmations.actions import confirm_record
from joinedup.domain.partnerships.actions import change_partnership, open_seat, vacate_seat
from joinedup.domain.vacancies.queries import vacancies_for
from tests.web.reading import errors_of, links_of, page_text, table_of


def page(cast, name="partnership_changes", *more):
    return reverse(name, args=[cast.safer.public_id, *more])


def test_a_change_is_shown_at_once_questioned_and_answered(cast, now):
    version, at = cast.safer.version, now - timedelta(days=1)
    change_partnership(cast.safer, version=version, purpose="Safer.", by=cast.priya, at=at)
    ade, ruth = cast.client("ade"), cast.client("ruth")

    shown = ade.get(page(cast))
    (question,) = [link for link in links_of(shown) if "/changes/" in link and link[-2].isdigit()]
    ade.post(question, {"words": "We never agreed to that."})
    (answer,) = [link for link in links_of(ruth.get(page(cast))) if "/questions/" in link]
    ruth.post(answer, {"answer": "I have put it back."})

    assert "Others may question it until 28 June 2026." in page_text(shown)
    said = page_text(ade.get(page(cast)))
    assert "Riverside Food Share , Ade Okafor, 15 June 2026 We never agreed to that." in said
    assert "Answer , Ruth Bello, 15 June 2026 I have put it back." in said


def test_an_open_question_needs_those_who_keep_the_record(cast):
    typed = {"is_right": "no", "words": "Our name is wrong."}

    cast.client("ade").post(page(cast, "record_confirm"), typed)

    needs = page_text(cast.client("ruth").get(reverse("home")))
    assert "Answer the question of Riverside Food Share about Safer Places group" in needs
    assert "Not answered yet" in page_text(cast.client("nadia").get(page(cast)))


def test_a_member_confirms_and_the_register_says_who_and_when(cast):
    client = cast.client("ade")

    offered = page_text(client.get(page(cast, "record_confirm")))
    told = client.post(page(cast, "record_confirm"), {"is_right": "yes"}, follow=True)

    assert "What it is for We make the streets of Thornford safer" in offered
    assert "Last confirmed on 15 June 2026 by Ade Okafor for Riverside Food Share." in page_text(
        told
    )
    register = table_of(cast.client("priya").get(reverse("register")))
    assert "6 confirmed 15 June 2026 by Riverside Food Share" in register[1][1]
    assert errors_of(client.post(page(cast, "record_confirm"), {"is_right": "no"})) == [
        "Say what is wrong."
    ]


def test_who_sits_for_nobody_is_told_why(cast):
    for who in ("priya", "marcus"):
        said = page_text(cast.client(who).get(page(cast, "record_confirm")))
        assert "Only those who sit for a member can say whether the record is right." in said


def test_a_year_later_a_member_is_asked_again(cast, now):
    confirm_record(cast.memberships["riverside"], by=cast.ade, at=now - timedelta(days=340))

    said = page_text(cast.client("ade").get(reverse("home")))

    asked = "Say for Riverside Food Share whether the record of Safer Places group is right"
    assert f"{asked} 25 days left" in said


def test_an_empty_place_says_since_when_and_needs_those_who_may_fill_it(cast, now):
    members = page_text(cast.client("ade").get(page(cast, "partnership_members")))
    needs = {
        who: page_text(cast.client(who).get(reverse("home"))) for who in ("priya", "ben", "ade")
    }

    assert "Nobody since 1 April 2026, 76 days" in members
    said = "Find somebody for the place of Thornford District Council on Safer Places group"
    assert [said in needs[who] for who in ("priya", "ben", "ade")] == [True, False, False]
    assert f"{said}: nobody since 1 April 2026, 76 days" in needs["priya"]


def test_many_empty_places_stand_on_a_page_of_their_own(cast, now):
    for _ in range(4):
        open_seat(cast.memberships["police"], by=cast.priya, at=now)
    vacate_seat(cast.seats["ade"], on=now.date() - timedelta(days=1), by=cast.priya, at=now)

    listed = cast.client("priya").get(reverse("vacancies"))

    assert "Fill the other empty places" in page_text(cast.client("priya").get(reverse("home")))
    assert [row[3] for row in table_of(listed)[1:]] == [
        "Nobody since 1 April 2026, 76 days",
        "Nobody since 15 June 2026, 1 day",
        *["Nobody yet, since it was opened on 15 June 2026, 1 day"] * 4,
    ]
    assert "No place that you may fill is empty." in page_text(
        cast.client("marcus").get(reverse("vacancies"))
    )
    assert vacancies_for(cast.ben, now.date()).count() == 0


def test_whoever_takes_a_place_finds_a_brief_that_nobody_had_to_write(cast):
    address = page(cast, "place_brief", cast.seats["derek"].public_id)

    said = page_text(cast.client("priya").get(address))

    assert "Brief for whoever sits for Thornford District Council" in said
    assert "We make the streets of Thornford safer by day and by night." in said
    assert "Who held this place Derek Finch, from 1 April 2025 to 31 March 2026" in said
    assert "Wexmere Police Ruth Bello, chair" in said
    assert address in links_of(cast.client("ade").get(page(cast, "partnership_members")))
