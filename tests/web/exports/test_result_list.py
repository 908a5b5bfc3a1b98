"""One result as CSV: all its page tells and nothing it withholds, and no cell runs."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.results.actions import reply_to_result, seal_round
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.models import Review
from tests.rounds import answered, joined, opened, sealed
from tests.unnamed import FIVE, sealed_unnamed
from tests.web.reading import links_of

pytestmark = pytest.mark.django_db
BY_ORGANISATION = "Each organisation counts once"


def rows_of(cast, who="priya"):
    page = reverse("result_export", args=[Review.objects.get().public_id, "csv"])
    given = cast.client(who).get(page).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(given)))


def of(rows, what):
    return [{k: v for k, v in row.items() if v} for row in rows if row["What this row is"] == what]


def test_it_is_linked_from_the_result_and_named_a_draft_until_it_stands(cast, now, clock):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    review = Review.objects.get()
    page = reverse("result_export", args=[review.public_id, "csv"])
    client = cast.client("priya")

    assert page in links_of(client.get(reverse("result", args=[review.public_id])))
    assert "result-draft-" in client.get(page)["Content-Disposition"]
    assert {row["Standing"] for row in rows_of(cast)} == {"Draft until 1 July 2026"}
    clock.move_to(now + timedelta(days=30))
    assert 'filename="result-2' in cast.client("priya").get(page)["Content-Disposition"]
    assert {row["Standing"] for row in rows_of(cast)} == {"Stands"}


def test_it_holds_the_score_the_sections_and_every_statement_both_ways_counted(cast, now):
    others = joined(cast, now, ("Xavier", Sector.FAITH), ("Yvonne", Sector.CHARITY))
    round = opened(cast, now)
    for person, value in ((cast.colin, 3), (cast.ruth, 3), (cast.ade, 1)):
        answered(round, person, value, now)
    for person in others.values():
        answered(round, person, 1, now)
    seal_round(round, by=cast.priya, at=now)

    rows = rows_of(cast)

    statements = of(rows, "Statement")
    assert of(rows, "Result")[0]["Figure"] == str(round.reviews.get().overall)
    assert len(of(rows, "Section")) == len({row["Section"] for row in statements}) == 4
    assert all(BY_ORGANISATION in row for row in of(rows, "Section"))
    assert statements[0]["Who said what"].endswith("Started: 3")


def test_words_that_would_run_as_a_formula_are_kept_from_it_and_no_name_is_told(cast, now):
    round = opened(cast, now)
    for person in (cast.ruth, cast.colin, cast.ade):
        answered(round, person, 2, now, proudest=Given(words="=cmd|' /C calc'!A0"))
    seal_round(round, by=cast.priya, at=now)
    reply_to_result(Review.objects.get(), cast.riverside, "=1+1", by=cast.ade, at=now)

    cells = [cell for row in rows_of(cast) for cell in row.values()]

    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert [cell for cell in cells if "=cmd" in cell] != []
    assert [name for name in ("Ruth", "Colin") if any(name in cell for cell in cells)] == []


@pytest.mark.parametrize("values", [{}, {"ruth": 3}, {"ruth": 3, "ade": 0}])
def test_of_too_few_answers_it_tells_who_answered_and_nothing_else(cast, now, values):
    sealed(cast, now, values)

    rows = rows_of(cast)

    sorts = {row["What this row is"] for row in rows}
    assert sorts == {"Response", "Result", "Only indicative", "Since last time"}
    assert {row["Figure"] + row["Band"] + row[BY_ORGANISATION] for row in rows} == {""}


def test_an_anonymous_result_and_one_of_three_organisations_tell_one_view(cast, now):
    sealed_unnamed(cast, now, dict(zip(FIVE, (3, 3, 2, 2, 1), strict=True)))

    assert {row[BY_ORGANISATION] for row in rows_of(cast)} == {""}


def test_whoever_may_not_read_the_result_gets_no_list(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    page = reverse("result_export", args=[Review.objects.get().public_id, "csv"])

    statuses = {who: cast.client(who).get(page).status_code for who in ("ade", "helen")}

    assert statuses == {"ade": 200, "helen": 404}
