from datetime import date, timedelta

import pytest

from joinedup.domain.appraisals.actions import begin_appraisal, finish_action
from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.appraisals.queries import (
    actions_due,
    answers_of,
    appraisals_of,
    decision_on,
    open_appraisals_of,
    visible_to,
)
from joinedup.domain.appraisals.rules import why_not_begin
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.partnerships.actions import move_partnership
from joinedup.domain.partnerships.kinds import State, Tier
from tests.cast import EVERYBODY
from tests.domain.appraisals.answering import (
    ACTION,
    answered,
    begun,
    completed,
    finish,
    say,
)
from tests.domain.risks.listing import add

PARTLY = {"answer": "PARTLY"} | ACTION


def test_a_body_keeps_its_appraisal_to_its_own_people(cast, now):
    begun(cast, now)

    readers = {k for k in EVERYBODY if visible_to(cast.who(k), now.date()).exists()}
    writers = {
        kind
        for kind in EVERYBODY
        if kind != "public"
        if not why_not_begin(cast.growth, cast.farhaven, cast.who(kind), now.date())
    }

    assert readers == {"lead host's officer", "director", "leadership", "auditor"}
    assert writers == {"foreign body's officer"}
    assert not visible_to(cast.anybody, now.date()).exists()


def test_a_section_is_kept_and_the_rest_may_follow_another_day(cast, now):
    appraisal = begun(cast, now)
    say(appraisal, "C", cast.priya, now, N17=PARTLY)

    kept = answers_of(appraisal)

    assert sorted(kept) == ["N14", "N15", "N16", "N17", "N18", "N19", "N20"]
    assert (kept["N17"].answer, kept["N17"].action_owner) == ("PARTLY", "Kim Lee")
    assert [each.code for each in appraisal.sections.filter(saved_at=now)] == ["C"]
    assert list(open_appraisals_of(cast.priya, now.date())) == [appraisal]
    assert verbs_about(appraisal) == ["appraisal.begun", "appraisal.answered"]
    assert history_of(appraisal).first().detail == {"section": "C"}


def test_two_people_write_two_sections_and_the_second_of_one_is_told(cast, now):
    appraisal = begun(cast, now)
    say(appraisal, "A", cast.priya, now)
    say(appraisal, "B", cast.priya, now)

    with pytest.raises(Overtaken, match="Somebody else changed this"):
        say(appraisal, "A", cast.priya, now, version=1, N1={"answer": "NO"})

    assert answers_of(appraisal)["N1"].answer == "YES"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"answer": "NA"}, "Say why this does not apply"),
        ({"answer": "NO", "action": "Sign it."}, "Say what is to be done, by whom and by when"),
        ({"answer": "YES"} | ACTION, "An action belongs to an answer short of yes"),
        (PARTLY | {"action_due_on": date(2026, 6, 14)}, "Choose today or a day to come"),
    ],
)
def test_what_cannot_stand_is_refused_beside_its_question(cast, now, said, reason):
    with pytest.raises(Refused, match=reason) as refused:
        say(begun(cast, now), "A", cast.priya, now, N3=said)

    assert refused.value.field.startswith("N3-")


def test_an_appraisal_is_finished_with_the_decision_that_follows_and_stays(cast, now):
    early = begun(cast, now)
    add(cast, now, "thornford")
    with pytest.raises(Refused, match="not ready"):
        finish(early, cast.priya, now)
    for code in "ABCDE":
        say(early, code, cast.priya, now, N17=PARTLY)
    finish(early, cast.priya, now)

    with pytest.raises(Refused, match="was finished on 15 June 2026 and stays as it is"):
        say(early, "A", cast.priya, now)

    assert (early.decision, early.completed_by) == ("CONDITIONS", cast.priya)
    assert list(open_appraisals_of(cast.priya, now.date())) == []


def test_the_last_condition_done_makes_it_go_ahead(cast, now):
    appraisal = completed(cast, now, N17=PARTLY)
    due = date(2026, 9, 1)
    first = due - timedelta(days=14)
    days = (first - timedelta(days=1), first)
    waiting = [list(actions_due(cast.priya, day)) for day in days]

    finish_action(appraisal, "N17", version=1, by=cast.priya, at=now)

    assert [len(each) for each in waiting] == [0, 1]
    assert (appraisal.decision, decision_on(appraisal, due).title) == ("CONDITIONS", "Proceed")
    assert list(actions_due(cast.priya, due)) == []
    with pytest.raises(Refused, match="noted as done on 15 June 2026"):
        finish_action(appraisal, "N17", version=2, by=cast.priya, at=now)


def test_an_action_put_in_other_words_is_to_be_done_anew(cast, now):
    appraisal = answered(cast, now, N17=PARTLY)
    finish_action(appraisal, "N17", version=1, by=cast.priya, at=now)
    say(appraisal, "C", cast.priya, now, N17=PARTLY)
    kept = answers_of(appraisal)["N17"].done_at
    say(appraisal, "C", cast.priya, now, N17=PARTLY | {"action": "Sign both."})

    assert (kept, answers_of(appraisal)["N17"].done_at) == (now, None)


def test_a_new_one_begins_with_the_old_answers_and_the_old_one_stays(cast, now):
    old = completed(cast, now, N17={"answer": "NO", "evidence": "Nobody has."})
    new = begun(cast, now + timedelta(days=1))
    say(new, "C", cast.priya, now, N17={"answer": "YES"})

    assert [each.pk for each in appraisals_of(cast.safer, cast.thornford)] == [new.pk, old.pk]
    assert len(answers_of(new)) == 31
    assert [decision_on(each, now.date()).title for each in (old, new)] == [
        "Do not proceed",
        "Proceed",
    ]


def test_the_tier_decides_how_much_is_asked_and_the_own_tier_comes_first(cast, now):
    tell_involvement(
        cast.safer, cast.thornford, version=1, by=cast.priya, at=now, tier=Tier.NETWORK
    )

    appraisal = begun(cast, now)

    assert appraisal.tier == Tier.NETWORK
    assert [each.code for each in appraisal.sections.all()] == ["T"]


def test_a_risk_assessment_must_exist_first_but_for_a_network(cast, now):
    full = answered(cast, now)
    with pytest.raises(Refused, match="not ready"):
        finish(full, cast.priya, now)
    risk = add(cast, now, "thornford")
    finish(full, cast.priya, now)
    risk.delete()
    tell_involvement(
        cast.safer, cast.thornford, version=1, by=cast.priya, at=now, tier=Tier.NETWORK
    )
    network = answered(cast, now)

    finish(network, cast.priya, now)

    assert [full.decision, network.decision] == ["PROCEED", "PROCEED"]


def test_only_one_is_answered_at_a_time_and_none_of_what_has_ended(cast, now):
    begun(cast, now)
    with pytest.raises(Refused, match="being answered already"):
        begun(cast, now)
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    with pytest.raises(Refused, match="ended"):
        say(Appraisal.objects.get(), "A", cast.priya, now)
    with pytest.raises(Refused, match="does not belong"):
        begin_appraisal(cast.growth, cast.thornford, by=cast.priya, at=now)


def test_nothing_is_finished_with_another_decision_than_the_one_shown(cast, now):
    appraisal = answered(cast, now)
    add(cast, now, "thornford")
    say(appraisal, "C", cast.priya, now, N17={"answer": "NO"})

    with pytest.raises(Overtaken, match="what follows now is: do not proceed"):
        finish(appraisal, cast.priya, now, shown="PROCEED")

    appraisal.refresh_from_db()
    assert appraisal.state == "OPEN"
