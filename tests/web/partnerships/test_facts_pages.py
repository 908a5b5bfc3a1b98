from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.kinds import LegalForm, Life, Openness, Told
from joinedup.domain.partnerships.models import Partnership
from tests.web.reading import errors_of, links_of, page_text

GROUPS = {
    "aims": {
        "what_it_is_not": "Not a place to report a crime.",
        "outcomes": "People walk home without fear.",
        "themes": "Safety, young people; safety",
        "priorities": "Council plan 2026, priority 2",
        "openness": "PUBLIC",
    },
    "standing": {
        "statutory": "YES",
        "statutory_law": "Crime and Disorder Act 1998",
        "legal_form": "NONE",
        "joint_venture": "NO",
    },
    "life": {
        "starts_on-day": "1",
        "starts_on-month": "4",
        "starts_on-year": "2019",
        "expected_life": "LASTING",
        "next_review_on-day": "1",
        "next_review_on-month": "march",
        "next_review_on-year": "2027",
    },
    "running": {
        "meeting_rhythm": "Every six weeks",
        "reporting_line": "Thornford Together",
        "scrutiny_committee": "Communities committee",
        "beyond_area": "YES",
        "reach": "The whole of Wexmere",
    },
    "budget": {"total_budget": "84000"},
}


def address(cast, group):
    return reverse("partnership_facts_change", args=[cast.safer.public_id, group])


def tell(cast, group, who="priya", **other):
    version = Partnership.objects.get(pk=cast.safer.pk).version
    typed = GROUPS[group] | {"version": version, "accountable": "UNTOLD"} | other
    return cast.client(who).post(address(cast, group), typed)


def shown(cast, who="priya"):
    return cast.client(who).get(reverse("partnership_facts", args=[cast.safer.public_id]))


def test_what_nobody_has_told_is_never_told_as_no(cast):
    said = page_text(shown(cast, "ade"))

    assert "“Not yet told us” means that nobody has said; it never means no." in said
    assert "Does the law ask for it? Not yet told us Which law? Not yet told us" in said
    assert "Its whole budget for a year Not yet told us" in said


def test_every_group_is_told_and_read_again(cast):
    for group in GROUPS:
        assert tell(cast, group, accountable=cast.county.public_id).status_code == 302

    kept = Partnership.objects.get(pk=cast.safer.pk)
    assert (kept.statutory, kept.legal_form, kept.expected_life, kept.openness) == (
        Told.YES,
        LegalForm.NONE,
        Life.LASTING,
        Openness.PUBLIC,
    )
    assert (kept.accountable_body, kept.total_budget) == (cast.county, Decimal(84000))
    assert [theme.name for theme in kept.themes.all()] == ["Safety", "young people"]
    said = page_text(shown(cast, "ade"))
    for told in (
        "What it is not Not a place to report a crime.",
        "Themes Safety, young people",
        "Which law? Crime and Disorder Act 1998",
        "What is it in law? None of its own: its members act",
        "Is it a joint venture? No",
        "Which body answers for its money? Wexmere County Council",
        "How long is it expected to be needed? Lasting: no end is planned",
        "When it is next reviewed 1 March 2027",
        "Does it reach beyond its place? Yes How far? The whole of Wexmere",
        "Its whole budget for a year £84,000",
    ):
        assert told in said


@pytest.mark.parametrize(
    ("typed", "told"), [("0", "It has none"), ("", "Not yet told us"), ("12.50", "£12.50")]
)
def test_no_budget_is_something_else_than_an_unknown_one(cast, typed, told):
    tell(cast, "budget", total_budget=typed)

    assert f"Its whole budget for a year {told}" in page_text(shown(cast))


def test_that_no_body_answers_for_the_money_can_be_told(cast):
    tell(cast, "standing", accountable=cast.county.public_id)
    tell(cast, "standing", accountable="NO")

    kept = Partnership.objects.get(pk=cast.safer.pk)
    assert (kept.accountable_body, kept.has_accountable_body) == (None, Told.NO)
    assert "Which body answers for its money? There is none" in page_text(shown(cast))


@pytest.mark.parametrize(
    ("group", "other", "status", "error"),
    [
        ("aims", {"themes": "…"}, 409, "Enter each theme with letters or numbers in it."),
        ("aims", {"themes": "x" * 61}, 409, "A theme is a word or two."),
        ("standing", {"accountable": "farhaven"}, 422, "Choose an answer from the list"),
        ("life", {"next_review_on-year": ""}, 422, "When it is next reviewed must include"),
        ("budget", {"total_budget": "-5"}, 422, "Its whole budget for a year must be 0 or more"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_is_kept(cast, group, other, status, error):
    response = tell(cast, group, **other)

    assert response.status_code == status
    assert errors_of(response)[0].startswith(error)


def test_a_day_on_which_it_did_end_lies_in_the_past(cast):
    response = tell(
        cast, "life", **{"ended_on-day": "1", "ended_on-month": "1", "ended_on-year": "2030"}
    )

    assert errors_of(response) == [
        "This is the day on which it did end. Put a day to come under when it is to end."
    ]


def test_a_member_reads_and_is_told_why_they_may_not_change(cast):
    read, asked = shown(cast, "ade"), tell(cast, "budget", "ade")

    assert address(cast, "budget") not in links_of(read)
    assert (asked.status_code, Partnership.objects.get(pk=cast.safer.pk).total_budget) == (
        409,
        None,
    )


def test_there_is_no_other_group(cast):
    assert cast.client("priya").get(address(cast, "secrets")).status_code == 404


def test_the_history_says_what_was_there_before_and_not_what_stayed(cast, now):
    version = cast.safer.version
    change_partnership(
        cast.safer,
        version=version,
        by=cast.ruth,
        at=now,
        themes=["Safety"],
        total_budget=Decimal(5),
        starts_on=date(2019, 4, 1),
    )
    version = cast.safer.version
    change_partnership(
        cast.safer,
        version=version,
        by=cast.ruth,
        at=now,
        themes=["Young people"],
        total_budget=Decimal("5.00"),
    )

    page = cast.client("ade").get(reverse("partnership_history", args=[cast.safer.public_id]))
    assert "Ruth Bello changed the themes (before: “Safety”)." in page_text(page)
    assert [entry.detail["was"] for entry in history_of(cast.safer)[:2]] == [
        {"themes": "Safety"},
        {"themes": "", "total_budget": ""},
    ]


@pytest.mark.parametrize("more", [0, 12])
def test_many_themes_take_the_queries_of_none(cast, now, django_assert_num_queries, more):
    version, themes = cast.safer.version, [f"Theme {number}" for number in range(more)]
    change_partnership(cast.safer, version=version, by=cast.ruth, at=now, themes=themes)
    client = cast.client("priya")

    with django_assert_num_queries(9):
        client.get(reverse("partnership_facts", args=[cast.safer.public_id]))
