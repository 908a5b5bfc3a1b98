"""What must hold of every result, whatever was answered."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.scoring.groups import group_figures
from joinedup.domain.scoring.outcome import as_json, from_stored, stored
from joinedup.domain.scoring.results import agreement, printed, score
from joinedup.domain.scoring.sheets import Sheet
from joinedup.domain.workings.working import working
from tests.domain.instruments.made import yearly

CODES = [statement.id for statement in yearly().statements]
SCORED = st.sampled_from([0, 1, 2, 3])
ANSWER = st.one_of(SCORED, SCORED, SCORED, st.sampled_from(["dk", "na", None]))


@st.composite
def answer_sheets(draw: Any, *, alone: bool = False, least: int = 0) -> list[Sheet]:
    """Up to six sheets; each person of one of three organisations, or each of their own."""
    count = draw(st.integers(least, 6))
    made = []
    for number in range(count):
        chosen = draw(st.lists(ANSWER, min_size=len(CODES), max_size=len(CODES)))
        organisation = f"o{number}" if alone else draw(st.sampled_from(["a", "b", "c"]))
        made.append(Sheet(f"p{number}", organisation, dict(zip(CODES, chosen, strict=True))))
    return made


@given(answer_sheets(), st.randoms())
def test_the_order_of_the_sheets_does_not_matter(sheets, chance):
    shuffled = list(sheets)
    chance.shuffle(shuffled)

    assert score(yearly(), shuffled) == score(yearly(), sheets)


@given(answer_sheets(least=1), st.sampled_from(["a", "d"]))
def test_somebody_to_whom_nothing_applies_changes_no_figure(sheets, organisation):
    before = score(yearly(), sheets)

    after = score(yearly(), [*sheets, Sheet("new", organisation, dict.fromkeys(CODES, "na"))])

    assert (after.by_person.means, after.by_organisation.means) == (
        before.by_person.means,
        before.by_organisation.means,
    )
    # Where nobody else had answered, a statement everyone calls outside their work stays as it was.
    assert after.by_person == before.by_person
    assert after.by_organisation == before.by_organisation


@given(answer_sheets(alone=True))
def test_one_person_from_each_organisation_makes_both_views_the_same(sheets):
    result = score(yearly(), sheets)

    assert result.by_person == result.by_organisation


@given(answer_sheets())
def test_a_colleague_who_answers_alike_changes_nothing_by_organisation(sheets):
    twice = [Sheet(f"{each.respondent}-2", each.organisation, each.answers) for each in sheets]

    before, after = score(yearly(), sheets), score(yearly(), [*sheets, *twice])

    assert after.by_organisation == before.by_organisation
    assert after.by_person == before.by_person


@given(answer_sheets())
def test_scores_lie_between_0_and_100_and_shares_between_0_and_1(sheets):
    result = score(yearly(), sheets)

    for view in (result.by_person, result.by_organisation):
        scores = [view.overall, *(found.score for found in view.sections.values())]
        assert all(0 <= each <= 100 for each in scores if each is not None)
    for figures in result.statements.values():
        shares = [figures.agreement, figures.dont_know_share]
        assert all(0 <= each <= 1 for each in shares if each is not None)
        assert sum(figures.counts.values()) == result.respondents


@given(answer_sheets(least=1), st.sampled_from(CODES))
def test_a_better_answer_never_lowers_a_score(sheets, code):
    first = sheets[0]
    if not isinstance(first.answers[code], int):
        return
    better = Sheet(first.respondent, first.organisation, {**first.answers, code: 3})

    before, after = score(yearly(), sheets), score(yearly(), [better, *sheets[1:]])

    for one, other in (
        (before.by_person, after.by_person),
        (before.by_organisation, after.by_organisation),
    ):
        assert (one.overall is None) == (other.overall is None)
        assert one.overall is None or one.overall <= other.overall
        assert set(other.caps) <= set(one.caps)


@given(st.lists(SCORED, min_size=3, max_size=40))
def test_people_agree_wholly_only_if_all_say_the_same(answers):
    found = agreement(answers, lowest=0, highest=3)

    assert 0 <= found <= 1
    assert (found == 1) == (len(set(answers)) == 1)
    assert found == agreement([3 - each for each in answers], lowest=0, highest=3)


@given(st.fractions(min_value=-200, max_value=200), st.integers(0, 4))
def test_a_printed_figure_is_the_nearest_and_half_goes_up(figure, decimals):
    shown = Fraction(printed(figure, decimals))

    half = Fraction(1, 2 * 10**decimals)
    assert -half < shown - figure <= half


@given(answer_sheets())
def test_a_result_is_kept_exactly(sheets):
    result = score(yearly(), sheets)

    assert from_stored(stored(result)) == result
    assert as_json(from_stored(stored(result))) == as_json(result)


@given(answer_sheets(), st.sampled_from(["by_person", "by_organisation"]))
def test_every_figure_can_be_opened_and_ends_where_the_result_stands(sheets, view):
    result = as_json(score(yearly(), sheets))[view]

    for figure in ("overall", *result["sections"], "SF1"):
        lines = working(yearly(), sheets, figure, view=view)
        assert all(line.endswith((".", ".”")) for line in lines)
    if result["overall"] is not None:
        assert f"The score is printed as {result['overall']}." in working(
            yearly(), sheets, "overall", view=view
        )


@given(answer_sheets(), st.lists(st.sampled_from(["x", "y"]), min_size=6, max_size=6))
def test_every_statement_appears_once_among_the_differences(sheets, names):
    groups = {sheet.respondent: name for sheet, name in zip(sheets, names, strict=False)}

    found = group_figures(yearly(), sheets, groups)

    assert sorted(each.statement for each in found) == sorted(CODES)
    gaps = [each.gap for each in found if each.gap is not None]
    assert gaps == sorted(gaps, reverse=True)
