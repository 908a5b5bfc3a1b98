from datetime import date, timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.instruments.actions import add_version
from joinedup.domain.instruments.queries import latest
from joinedup.domain.partnerships.actions import change_partnership, move_partnership
from joinedup.domain.partnerships.kinds import State, Tier
from joinedup.domain.reporting.five_lines import drafts_told, five_lines
from joinedup.domain.reporting.portfolio import hosts_reported_to, portfolio_of
from tests.cast import EVERYBODY
from tests.domain.reporting.made import STANDS_AFTER, counted, partnership
from tests.rounds import sealed

pytestmark = pytest.mark.django_db

READERS = {"lead host's officer", "director", "leadership", "auditor"}


def names(lines):
    return [line.partnership.name for line in lines]


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_who_reads_the_portfolio_of_the_lead_host(cast, now, kind):
    hosts = hosts_reported_to(cast.who(kind), day_of(now))

    assert hosts.filter(pk=cast.thornford.pk).exists() == (kind in READERS)


def test_drafts_that_will_never_be_a_score_are_not_said_to_be_counted_later(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1}, name="barriers-check")

    assert portfolio_of(cast.thornford, now + timedelta(days=3)).drafts == ()


def test_only_results_that_stand_are_told(cast, now):
    partnership(cast, now, "Youth")
    counted(cast, now, {"Youth": 1})

    drafts, standing = (portfolio_of(cast.thornford, at) for at in (now, now + STANDS_AFTER))

    assert (drafts.counts.reviewed, drafts.bands.years, drafts.below) == (0, (), [])
    assert (len(drafts_told(drafts)), drafts_told(standing)) == (1, [])
    assert "are drafts until" in drafts_told(drafts)[0]
    assert (standing.counts.reviewed, names(standing.below)) == (1, ["Youth"])
    assert [(year.year, year.counts) for year in standing.bands.years] == [
        ("2026", (0, 0, 0, 1, 0))
    ]


def test_too_few_answers_leave_no_score_anywhere(cast, now):
    partnership(cast, now, "Youth")
    counted(cast, now, {"Youth": None})

    found = portfolio_of(cast.thornford, now + STANDS_AFTER)

    assert (names(found.incomplete), found.below, found.places.places) == (["Youth"], [], ())
    assert five_lines(found)[1] == "1 has a result that stands: 1 Incomplete."


def test_what_is_below_standard_comes_weakest_first(cast, now):
    for name in ("Fair", "Poor", "Good"):
        partnership(cast, now, name)
    counted(cast, now, {"Fair": 1, "Poor": 0, "Good": 3})

    found = portfolio_of(cast.thornford, now + STANDS_AFTER)

    assert names(found.below) == ["Poor", "Fair"]


def test_what_began_and_what_ended_in_the_last_twelve_months(cast, now):
    today = now.date()
    partnership(cast, now, "New", starts_on=today - timedelta(days=365))
    partnership(cast, now, "Older", starts_on=today - timedelta(days=366))
    partnership(cast, now, "Undated")
    for name in ("Over", "Shut"):
        ended = partnership(cast, now, name, state=State.CLOSING)
        on = today if name == "Over" else today - timedelta(days=400)
        change_partnership(ended, version=ended.version, ends_on=on, by=cast.priya, at=now)
        move_partnership(ended, State.CLOSED, because="Done.", by=cast.priya, at=now)

    found = portfolio_of(cast.thornford, now)

    assert [p.name for p in found.new] == ["New"]
    assert [p.name for p in found.ended] == ["Over"]
    assert names(found.lines) == ["Safer Places group", "New", "Older", "Undated"]


def test_what_is_missing_comes_most_significant_first_and_never_what_is_untold(cast, now):
    for name, tier in (("Net", Tier.NETWORK), ("Vast", Tier.SIGNIFICANT), ("Mute", Tier.KEY)):
        papers = {} if name == "Mute" else {"agreement": "NO", "exit_plan": "NO"}
        partnership(cast, now, name, tier=tier, **papers)

    found = portfolio_of(cast.thornford, now)

    assert [(line.partnership.name, line.missing) for line in found.lacking] == [
        ("Vast", ["No agreement", "No exit plan"]),
        ("Net", ["No agreement", "No exit plan"]),
    ]


def test_a_move_is_told_only_between_scores_of_the_same_questions(cast, now):
    last_year = now - timedelta(days=365)
    for name in ("Up", "Down", "Once", "Few"):
        partnership(cast, last_year, name)
    counted(cast, last_year, {"Up": 1, "Down": 3, "Few": None})
    counted(cast, now, {"Up": 3, "Down": 2, "Once": 2, "Few": 2})

    found = portfolio_of(cast.thornford, now + STANDS_AFTER)

    assert {line.partnership.name: line.moved for line in found.lines} == {
        "Up": 66.7,
        "Down": -33.3,
        "Once": None,
        "Few": None,
        "Safer Places group": None,
    }
    assert five_lines(found)[3] == "Up rose most, by 66.7 points; Down fell most, by 33.3 points."


def test_importance_is_the_tier_and_within_it_the_members(cast, now):
    partnership(cast, now, "Vast", tier=Tier.SIGNIFICANT)
    partnership(cast, now, "Net", tier=Tier.NETWORK)
    counted(cast, now, {"Vast": 3, "Net": 3})

    places = portfolio_of(cast.thornford, now + STANDS_AFTER).places.places

    found = {place.name: (place.importance, place.strength, place.tier) for place in places}
    # Members are counted against the largest of those drawn.
    assert found == {"Net": (33.0, 100.0, 3), "Vast": (99.0, 100.0, 1)}


def test_another_hosts_partnerships_are_in_its_own_portfolio_alone(cast, now):
    assert names(portfolio_of(cast.farhaven, now).lines) == ["Farhaven Growth Board"]
    assert names(portfolio_of(cast.county, now).lines) == []


@pytest.mark.parametrize("more", [0, 2])
def test_one_partnership_and_three_take_the_same_queries(
    cast, now, django_assert_num_queries, more
):
    for number in range(more):
        partnership(cast, now, f"Net{number}")

    with django_assert_num_queries(11):
        found = portfolio_of(cast.thornford, now)

    assert len(found.lines) == more + 1


def test_a_partnership_still_to_begin_is_not_new_yet(cast, now):
    partnership(cast, now, "Soon", starts_on=date(2027, 1, 1))

    assert portfolio_of(cast.thornford, now).new == []


def test_scores_of_another_version_of_the_questions_are_not_compared(cast, now):
    last_year = now - timedelta(days=365)
    partnership(cast, last_year, "Youth")
    counted(cast, last_year, {"Youth": 1})
    text = latest("yearly-self-assessment").definition
    add_version(text.replace('version = "1"', 'version = "2"'), at=now)
    counted(cast, now, {"Youth": 3})

    line = portfolio_of(cast.thornford, now + STANDS_AFTER).lines[-1]

    assert (line.partnership.name, line.latest.overall, line.moved) == ("Youth", 100, None)
    assert line.latest.result["change"] == {"year": 2025, "comparable": False}


def test_of_each_list_only_the_first_are_read_and_all_are_counted(cast, now):
    for number in range(3):
        partnership(
            cast, now, f"Weak{number}", exit_plan="NO", starts_on=now.date(), ends_on=now.date()
        )
    counted(cast, now, {"Weak0": 1, "Weak1": 0, "Weak2": 1})

    found = portfolio_of(cast.thornford, now + STANDS_AFTER, most=1)

    counts = found.counts
    assert (names(found.lines), counts.running) == (["Safer Places group"], 4)
    assert (names(found.below), counts.below) == (["Weak1"], 3)
    assert (names(found.lacking), counts.lacking) == (["Weak0"], 3)
    assert ([p.name for p in found.new], counts.new) == (["Weak0"], 3)
    assert five_lines(found)[2].endswith("Weak1 and 2 more.")


def test_a_second_look_is_due_six_months_after_a_result_below_sound_stands(cast, now):
    for name in ("Poor", "Good"):
        partnership(cast, now, name)
    counted(cast, now, {"Poor": 0, "Good": 3})

    lines = portfolio_of(cast.thornford, now + STANDS_AFTER).lines

    assert {line.partnership.name: line.second_look_on for line in lines} == {
        "Poor": date(2026, 12, 30),
        "Good": None,
        "Safer Places group": None,
    }


def test_who_has_a_result_since_one_below_sound_was_looked_at_again(cast, now):
    last_year = now - timedelta(days=365)
    for name in ("Mended", "Fine"):
        partnership(cast, last_year, name)
    counted(cast, last_year, {"Mended": 1, "Fine": 3})
    counted(cast, now, {"Mended": 3, "Fine": 3})

    found = portfolio_of(cast.thornford, now + STANDS_AFTER)

    assert (names(found.again), found.counts.again) == (["Mended"], 1)


def test_a_portfolio_of_some_counts_those_alone(cast, now):
    one, _ = (partnership(cast, now, name) for name in ("One", "Other"))

    found = portfolio_of(cast.thornford, now, among=[one.pk])

    assert (names(found.lines), found.counts.running) == (["One"], 1)
