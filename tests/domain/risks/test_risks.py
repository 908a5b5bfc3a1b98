from datetime import date, timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.models import Entry
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.organisations.actions import end_post, grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Post
from joinedup.domain.partnerships.actions import vacate_seat
from joinedup.domain.risks.actions import (
    change_risk,
    close_risk,
    score_risk,
    set_risk_matrix,
)
from joinedup.domain.risks.kinds import Mark, Size
from joinedup.domain.risks.models import ListedRisk
from joinedup.domain.risks.queries import (
    could_own,
    highest,
    latest,
    risks_of,
    risks_to_look_at,
    risks_visible_to,
)
from tests.cast import EVERYBODY
from tests.domain.risks.listing import SAID, USUAL, add, marks


def test_the_bands_of_both_matrices():
    bands = {
        size: [
            sorted({Mark(a, b, size).product for a in steps for b in steps} & set(range(*limits)))
            for limits in each
        ]
        for size, each, steps in [
            (4, ((1, 4), (4, 8), (8, 12), (12, 17)), range(1, 5)),
            (5, ((1, 5), (5, 10), (10, 15), (15, 26)), range(1, 6)),
        ]
    }
    told = {
        size: [
            sorted(
                {
                    Mark(a, b, size).product
                    for a in range(1, size + 1)
                    for b in range(1, size + 1)
                    if Mark(a, b, size).band == band
                }
            )
            for band in ("LOW", "MODERATE", "HIGH", "VERY_HIGH")
        ]
        for size in (4, 5)
    }

    assert told == bands
    assert told[4] == [[1, 2, 3], [4, 6], [8, 9], [12, 16]]


READ = {
    "ticket holder": [],
    "core seat": ["shared"],
    "associate seat": ["shared"],
    "observer seat": ["shared"],
    "chair": ["shared"],
    "coordinator": ["shared"],
    "lead host's officer": ["shared", "thornford"],
    "another host's officer": ["shared", "county"],
    "director": ["shared", "thornford"],
    "leadership": ["shared", "thornford"],
    "auditor": ["shared", "thornford"],
    "steward": ["shared"],
    "former seat": [],
    "foreign body's officer": [],
}


def test_all_who_may_open_it_read_its_risks_and_only_its_own_people_those_of_a_body(cast, now):
    add(cast, now, cause="shared")
    add(cast, now, "thornford", cause="thornford")
    add(cast, now, "county", "ben", cause="county")

    read = {
        kind: [risk.cause for risk in risks_visible_to(cast.who(kind), day_of(now))]
        for kind in EVERYBODY
        if kind != "public"
    }
    assert read == READ


def test_record_keepers_keep_the_shared_list_and_officers_that_of_their_body(cast, now):
    may = []
    for body, by in [
        (None, "priya"),
        (None, "ruth"),
        (None, "colin"),
        (None, "ben"),
        (None, "ade"),
        ("thornford", "priya"),
        ("thornford", "marcus"),
        ("thornford", "ben"),
        ("county", "ben"),
        ("police", "ruth"),
        ("farhaven", "noor"),
    ]:
        try:
            add(cast, now, body, by, cause=f"{body} {by}")
        except Refused:
            continue
        may.append((body, by))

    assert may == [
        (None, "priya"),
        (None, "ruth"),
        (None, "colin"),
        ("thornford", "priya"),
        ("county", "ben"),
    ]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"cause": " "}, "cause"),
        ({"effect": ""}, "effect"),
        ({"owner_post": ""}, "owner"),
        ({"owner": "noor"}, "owner"),
        ({"review_on": date(2020, 1, 1)}, "review_on"),
        ({"steps": marks(5, 1, 1, 1, 1, 1)}, "likelihood"),
        ({"steps": marks(2, 2, 3, 2, 1, 1)}, "residual_likelihood"),
        ({"steps": marks(2, 2, 2, 2, 1, 3)}, "target_impact"),
        ({"size": 5}, ""),
    ],
)
def test_what_is_missing_or_cannot_be_is_told_and_nothing_is_kept(cast, now, changed, field):
    if "owner" in changed:
        changed = {"owner": cast.noor}

    with pytest.raises(Refused) as refused:
        add(cast, now, **changed)

    assert (refused.value.field or "", ListedRisk.objects.count()) == (field, 0)


def test_pressing_twice_adds_one(cast, now):
    assert add(cast, now) == add(cast, now)


@pytest.mark.parametrize(
    "other",
    [
        {"controls": "Nothing yet."},
        {"review_on": date(2026, 7, 1)},
        {"steps": marks(4, 4, 4, 4, 2, 2)},
    ],
)
def test_a_second_risk_in_the_same_words_that_says_more_is_not_swallowed(cast, now, other):
    add(cast, now)

    with pytest.raises(Refused, match="is on the list already"):
        add(cast, now, **other)


def test_only_who_reads_a_list_today_answers_for_a_risk_on_it(cast, now):
    grant_post(cast.derek, cast.thornford, PostKind.DIRECTOR, by=None, at=now)
    end_post(
        Post.objects.get(person=cast.derek),
        on=day_of(now),
        because="Left.",
        by=cast.grace,
        at=now,
    )
    days = (day_of(now), day_of(now) + timedelta(days=1))

    own = [[each.name for each in could_own(cast.safer, cast.thornford, day)] for day in days]

    readers = ["Helen Castle", "Marcus Webb", "Priya Nair", "Tom Ellery"]
    assert own == [[cast.derek.name, *readers], readers]
    with pytest.raises(Refused, match="in which they read this list"):
        add(cast, now, "thornford", owner=cast.grace)


def test_scoring_again_keeps_what_was_and_who_said_so(cast, now):
    risk, later = add(cast, now), now + timedelta(days=30)

    score_risk(
        risk,
        marks(2, 4, 1, 4, 1, 2),
        size=4,
        review_on=day_of(later) + timedelta(days=60),
        remark="The grant came.",
        version=risk.version,
        by=cast.ruth,
        at=later,
    )

    told = [(str(each.residual), each.scored_by.name, each.remark) for each in risk.scores.all()]
    assert told == [("4 of 16", "Ruth Bello", "The grant came."), ("9 of 16", "Priya Nair", "")]
    assert risk.review_on == day_of(later) + timedelta(days=60)


def test_of_two_who_change_it_the_second_is_told_and_a_closed_one_is_left_alone(cast, now):
    risk = add(cast, now)
    change_risk(risk, version=1, by=cast.priya, at=now, **SAID | {"effect": "No van"})

    with pytest.raises(Overtaken):
        change_risk(risk, version=1, by=cast.ruth, at=now, **SAID | {"effect": "Mine"})
    with pytest.raises(Refused, match="Say why it is closed"):
        close_risk(risk, because=" ", version=2, by=cast.ruth, at=now)
    close_risk(risk, because="The grant is for ten years.", version=2, by=cast.ruth, at=now)
    with pytest.raises(Refused, match="This risk is closed"):
        change_risk(risk, version=3, by=cast.priya, at=now, **SAID)

    risk.refresh_from_db()
    assert (risk.effect, risk.closed_by, latest(risk).residual.product) == ("No van", cast.ruth, 9)


def test_a_new_matrix_holds_from_its_day_and_old_scores_keep_theirs(cast, now):
    risk, later = add(cast, now), now + timedelta(days=10)
    day = day_of(later)
    said = {"size": Size.FIVE, "from_on": day, "because": "Cabinet", "by": cast.priya, "at": now}
    with pytest.raises(Refused, match="Choose today or a day to come"):
        set_risk_matrix(cast.thornford, **said | {"from_on": date(2020, 1, 1)})
    with pytest.raises(Refused, match="Only a partnership officer"):
        set_risk_matrix(cast.thornford, **said | {"by": cast.marcus})
    set_risk_matrix(cast.thornford, **said)

    new = {"review_on": day + timedelta(days=9), "version": 1, "by": cast.priya}
    with pytest.raises(Refused, match="The matrix has become 5 by 5"):
        score_risk(risk, USUAL, size=4, at=later, **new)
    score_risk(risk, marks(5, 5, 3, 3, 1, 1), size=5, at=later, **new)
    own = add(cast, later, "county", "ben")

    assert [str(each.residual) for each in risk.scores.all()] == ["9 of 25", "9 of 16"]
    assert latest(own).size == 4


def test_overall_is_the_highest_that_is_left_of_what_is_open(cast, now):
    least = add(cast, now, cause="Least", steps=marks(4, 4, 1, 2, 1, 1))
    most = add(cast, now, cause="Most", steps=marks(4, 4, 4, 4, 1, 1))
    add(cast, now, "thornford", cause="Ours", steps=marks(4, 4, 4, 4, 4, 4))

    day = day_of(now)
    shared = risks_of(cast.safer, None, cast.ade, day)
    assert (shared, highest(shared)) == ([most, least], most)

    close_risk(most, because="Over.", version=1, by=cast.priya, at=now)
    shared = risks_of(cast.safer, None, cast.ade, day)
    assert (shared, highest(shared)) == ([least, most], least)


def test_a_late_review_waits_for_its_owner_and_whoever_keeps_the_list(cast, now):
    add(cast, now, cause="shared", owner=cast.ade)
    add(cast, now, "thornford", cause="thornford", owner=cast.marcus)
    day = day_of(now) + timedelta(days=91)

    waiting = {
        name: [risk.cause for risk in risks_to_look_at(cast.people[name], day)]
        for name in ("ade", "ruth", "priya", "marcus", "ben", "nadia", "noor")
    }
    assert waiting == {
        "ade": ["shared"],
        "ruth": ["shared"],
        "priya": ["shared", "thornford"],
        "marcus": ["thornford"],
        "ben": [],
        "nadia": [],
        "noor": [],
    }
    assert not risks_to_look_at(cast.priya, day - timedelta(days=1)).exists()

    vacate_seat(cast.seats["ade"], on=day - timedelta(days=30), by=cast.priya, at=now)
    assert not risks_to_look_at(cast.ade, day).exists()


def test_a_bodys_own_risk_leaves_no_word_in_any_journal(cast, now):
    risk = add(cast, now, "thornford", cause="They may leave")

    close_risk(risk, because="They have left.", version=1, by=cast.priya, at=now)

    assert verbs_about(risk) == ["risk.added", "risk.closed"]
    assert "risk.added" not in verbs_about(cast.safer)
    assert not [e for e in Entry.objects.all() if "They" in f"{e.detail}{e.because}"]
