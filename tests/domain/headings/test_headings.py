import pytest

from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.headings.actions import add_heading, change_heading, remove_heading
from joinedup.domain.headings.models import Heading
from joinedup.domain.headings.queries import headings_visible_to, said_in, told_to
from joinedup.domain.headings.rules import why_not_sort
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.models import Review
from tests.cast import EVERYBODY
from tests.rounds import answered, opened

WRITTEN = {"ruth": "Papers late.", "colin": "More money.", "ade": "Papers too long."}


def written(cast, at, said):
    """A counted result in which these people answered one open question."""
    round = opened(cast, at)
    for name, words in said.items():
        answered(round, getattr(cast, name), 2, at, **{"one-change": Given(words=words)})
    seal_round(round, by=cast.priya, at=at)
    return Review.objects.select_related("round__instrument", "partnership").get()


@pytest.fixture
def review(cast, now):
    return written(cast, now, WRITTEN)


def under(review, name, answers, cast, now):
    return add_heading(review, "one-change", name=name, answers=answers, by=cast.priya, at=now)


def test_headings_count_what_was_said_most_first_and_leave_the_rest(cast, review, now):
    money = under(review, "Money", [0], cast, now)
    papers = under(review, "Papers", [2, 1], cast, now)

    (said,) = said_in(review, [money, papers])
    (fewer,) = said_in(review, [papers])

    assert told_to(review, "one-change") == {
        0: "More money.",
        1: "Papers late.",
        2: "Papers too long.",
    }
    assert said.under == [
        (papers, ["Papers late.", "Papers too long."]),
        (money, ["More money."]),
    ]
    assert (said.rest, fewer.rest) == ([], ["More money."])


def test_where_too_few_answered_there_is_nothing_to_sort(cast, now):
    review = written(cast, now, {"ruth": "Papers late.", "ade": "Papers too long."})

    assert (said_in(review, []), told_to(review, "one-change")) == ([], {})
    with pytest.raises(Refused, match="One of these answers is not there"):
        under(review, "Papers", [0], cast, now)


def test_those_who_keep_the_record_sort_and_nobody_else(cast, review, now):
    kinds = [kind for kind in EVERYBODY if kind != "public"]

    may = {kind for kind in kinds if not why_not_sort(review, cast.who(kind), now.date())}

    assert may == {"chair", "coordinator", "lead host's officer"}


@pytest.mark.parametrize(
    ("name", "answers", "reason"),
    [
        ("papers", [0], "There is such a heading already"),
        ("!", [0], "Enter a heading with letters"),
        ("Money", [], "Tick the answers that say this"),
        ("Money", [7], "One of these answers is not there"),
    ],
)
def test_a_heading_has_a_name_of_its_own_and_answers_that_are_there(
    cast, review, now, name, answers, reason
):
    under(review, "Papers", [1], cast, now)

    with pytest.raises(Refused, match=reason):
        under(review, name, answers, cast, now)


def test_a_heading_is_changed_by_one_at_a_time_and_taken_away(cast, review, now):
    heading = under(review, "Papers", [1], cast, now)
    said = {"name": "Papers", "answers": [1, 2], "by": cast.ruth, "at": now}

    change_heading(heading, version=1, **said)
    with pytest.raises(Overtaken):
        change_heading(heading, version=1, **said)
    seen = [
        [each.name for each in headings_visible_to(cast.who(kind), now)]
        for kind in ("core seat", "former seat")
    ]
    remove_heading(heading, by=cast.ruth, at=now)

    assert (seen, heading.answers) == ([["Papers"], []], [1, 2])
    assert not Heading.objects.exists()
