from datetime import date

import pytest
from django.urls import reverse

from joinedup.domain.partnerships.actions import change_partnership, move_partnership
from joinedup.domain.partnerships.kinds import State, Told
from joinedup.domain.partnerships.models import Partnership
from tests.web.reading import errors_of, page_text

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."


def page(cast, name="partnership_change"):
    return reverse(name, args=[cast.safer.public_id])


def typed(cast, **other):
    return {
        "version": cast.safer.version,
        "name": "Safer Places group",
        "purpose": "Safe by night.",
        "kind": "COORDINATED",
        "level": "STRATEGIC",
        "is_internal": "False",
        "place_code": "e07000999",
        "starts_on-day": "1",
        "starts_on-month": "4",
        "starts_on-year": "2019",
    } | other


@pytest.mark.parametrize("who", ["priya", "ruth", "colin"])
def test_those_who_keep_the_record_correct_it(cast, who):
    response = cast.client(who).post(page(cast), typed(cast))

    kept = Partnership.objects.get(pk=cast.safer.pk)
    assert (response.status_code, response["Location"]) == (
        302,
        reverse("partnership", args=[cast.safer.public_id]),
    )
    assert (kept.purpose, kept.tier) == ("Safe by night.", 1)
    assert (kept.area.code, kept.starts_on, kept.ends_on) == ("E07000999", date(2019, 4, 1), None)


def test_a_member_without_a_say_is_told_why_and_changes_nothing(cast):
    client = cast.client("ade")

    shown, sent = client.get(page(cast)), client.post(page(cast), typed(cast))

    assert ONLY in page_text(shown)
    assert "<textarea" not in shown.text
    assert (sent.status_code, errors_of(sent)) == (409, [ONLY])
    assert Partnership.objects.get(pk=cast.safer.pk).kind == "COLLABORATIVE"


def test_a_record_that_has_ended_cannot_be_changed(cast, now):
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    response = cast.client("priya").post(page(cast), typed(cast))

    assert errors_of(response) == ["This partnership has ended. Its record is kept as it was."]


def test_when_somebody_else_was_first_both_texts_are_shown_and_one_more_press_saves(cast, now):
    client, form = cast.client("priya"), typed(cast)
    change_partnership(
        cast.safer, version=cast.safer.version, by=cast.ruth, at=now, purpose="Ruth wrote this."
    )

    refused = client.post(page(cast), form)

    said = page_text(refused)
    assert refused.status_code == 409
    assert errors_of(refused)[0].startswith("Somebody else changed this while you had it open.")
    assert "What the record says now What it is for Ruth wrote this. Kind Collaborative" in said
    assert "Safe by night." in said
    assert f'name="version" value="{cast.safer.version}"' in refused.text
    again = client.post(page(cast), form | {"version": cast.safer.version})
    assert again.status_code == 302


@pytest.mark.parametrize(
    ("other", "status", "error"),
    [
        ({"place_code": "Thornfords"}, 422, "Official code of its place must be 9 characters"),
        ({"place_code": "thornfor1"}, 409, "An area code is a letter and eight figures"),
        ({"place_code": "E07000998"}, 409, "E07000998 is new to us. Enter the name of the place"),
        ({"place_code": "", "place_name": "Elsewhere"}, 422, "Enter the official code of its"),
        ({"ends_on-year": "2018"}, 409, "A partnership cannot end before it starts."),
        ({"name": "…"}, 409, "Enter a name with letters or numbers in it."),
        ({"kind": "HAPPY"}, 422, "Choose the kind from the list"),
        ({"starts_on-day": "31", "starts_on-month": "2"}, 422, "When it started must be a real"),
    ],
)
def test_what_cannot_be_is_said_and_kept_as_typed(cast, other, status, error):
    ending = {"ends_on-day": "1", "ends_on-month": "1", "ends_on-year": "2030"}

    response = cast.client("priya").post(page(cast), typed(cast) | ending | other)

    assert response.status_code == status
    assert errors_of(response)[0].startswith(error)
    assert "Safe by night." in page_text(response)
    assert Partnership.objects.get(pk=cast.safer.pk).kind == "COLLABORATIVE"


def test_a_new_place_is_noted_with_its_name(cast):
    form = typed(cast, place_code="E07000998", place_name="Farhaven")

    cast.client("priya").post(page(cast), form)

    kept = Partnership.objects.get(pk=cast.safer.pk)
    assert str(kept.area) == "Farhaven"


def test_papers_are_told_not_there_or_left_untold(cast):
    response = cast.client("priya").post(
        page(cast, "partnership_papers_change"),
        {
            "version": cast.safer.version,
            "agreement": "YES",
            "agreement_ends_on-day": "31",
            "agreement_ends_on-month": "March",
            "agreement_ends_on-year": "2027",
            "exit_plan": "NO",
            "risks": "UNTOLD",
            "measures": "UNTOLD",
            "data_sharing": "UNTOLD",
        },
    )

    kept = Partnership.objects.get(pk=cast.safer.pk)
    assert response["Location"] == reverse("partnership_papers", args=[cast.safer.public_id])
    assert (kept.agreement, kept.exit_plan, kept.risks) == (Told.YES, Told.NO, Told.UNTOLD)
    assert kept.agreement_ends_on == date(2027, 3, 31)


def test_an_agreement_that_ends_before_it_was_signed_is_refused_at_its_day(cast):
    days = {"agreement_signed_on": "2026", "agreement_ends_on": "2025"}
    parts = {f"{day}-{part}": "1" for day in days for part in ("day", "month")}
    years = {f"{day}-year": year for day, year in days.items()}
    told = dict.fromkeys(["agreement", "data_sharing", "exit_plan", "risks", "measures"], "UNTOLD")

    response = cast.client("priya").post(
        page(cast, "partnership_papers_change"),
        {"version": cast.safer.version} | told | parts | years,
    )

    assert errors_of(response) == ["An agreement cannot end before it was signed."]
    assert 'href="#id_agreement_ends_on-day"' in response.text


def test_the_papers_page_keeps_untold_apart_from_missing(cast, now):
    change_partnership(
        cast.safer, version=cast.safer.version, by=cast.priya, at=now, exit_plan=Told.NO
    )

    said = page_text(cast.client("ade").get(page(cast, "partnership_papers")))

    assert "Missing: No exit plan" in said
    assert "Exit plan No List of risks Not yet told us" in said
    assert "Nobody has told us yet about: written agreement, list of risks, measures" in said


def test_a_partnership_of_parts_of_one_organisation_is_said_to_be_internal(cast):
    client = cast.client("priya")
    address = reverse("partnership_change", args=[cast.safer.public_id])

    client.post(address, typed(cast, is_internal="True"))

    page = client.get(reverse("partnership", args=[cast.safer.public_id]))
    cast.safer.refresh_from_db()
    assert (cast.safer.is_internal, "Parts of one organisation" in page.text) == (True, True)
