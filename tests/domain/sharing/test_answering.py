from dataclasses import replace
from datetime import date

from joinedup.domain.sharing.answering import Cover, Question, Verdict, answer_to
from joinedup.domain.sharing.grounds import unconditioned
from joinedup.domain.sharing.kinds import (
    Basis,
    Condition,
    DataKind,
    Purpose,
    SharingState,
    Whom,
)

ASKED = Question(7, DataKind.HEALTH, Whom.CHILDREN, Purpose.SAFETY)
GOOD = Cover(
    1,
    members=frozenset({7}),
    kinds=frozenset({DataKind.HEALTH, DataKind.REACH}),
    whom=Whom.ANYBODY,
    purpose=Purpose.SAFETY,
    state=SharingState.IN_FORCE,
    on=date(2026, 12, 1),
)
YES = "An arrangement that every body named in it has confirmed covers this."
NOTHING = "No arrangement covers this."

TABLE = [
    ({}, Verdict.YES, (YES,)),
    (
        {"state": SharingState.OVERDUE},
        Verdict.YES,
        (YES, "Its review was due on 1 December 2026: ask for it soon."),
    ),
    ({"whom": Whom.CHILDREN}, Verdict.YES, (YES,)),
    ({"whom": Whom.TENANTS}, Verdict.NO, (NOTHING,)),
    ({"members": frozenset({8})}, Verdict.NO, (NOTHING,)),
    ({"kinds": frozenset({DataKind.REACH})}, Verdict.NO, (NOTHING,)),
    (
        {"state": SharingState.WITHDRAWN, "because": "The data was wrong."},
        Verdict.NO,
        ("What covered it was withdrawn: The data was wrong.",),
    ),
    (
        {"state": SharingState.EXPIRED},
        Verdict.ASK,
        ("What covered this ended on 1 December 2026.",),
    ),
    (
        {"state": SharingState.AHEAD},
        Verdict.ASK,
        ("What covers this begins on 1 December 2026.",),
    ),
    (
        {"state": SharingState.DRAFT, "unconfirmed": ("Police", "Mosque")},
        Verdict.ASK,
        ("Not yet confirmed by Police, Mosque.",),
    ),
    (
        {"purpose": Purpose.PLANNING},
        Verdict.ASK,
        ("It was arranged for another purpose: to plan services.",),
    ),
    (
        {"unconditioned": frozenset({DataKind.HEALTH})},
        Verdict.ASK,
        ("The law asks for a condition before this is shared; none is named for it.",),
    ),
    (
        {"is_assessed": False},
        Verdict.ASK,
        ("Nobody has looked yet at what sharing it could do to people.",),
    ),
]


def test_each_thing_amiss_turns_yes_into_ask_and_what_nothing_covers_is_no():
    told = [answer_to(ASKED, [replace(GOOD, **amiss)]) for amiss, *_ in TABLE]

    assert [(answer.verdict, answer.reasons) for answer in told] == [
        (verdict, reasons) for _, verdict, reasons in TABLE
    ]
    assert answer_to(ASKED, []).verdict is Verdict.NO


def test_the_best_arrangement_answers_and_a_refusal_before_it_is_told():
    expired = replace(GOOD, arrangement=2, state=SharingState.EXPIRED)
    twice = replace(expired, arrangement=3, is_assessed=False)
    refused = (date(2026, 5, 4), "The family said no.")
    again = "Your organisation refused the same on 4 May 2026: The family said no."

    found = [
        answer_to(ASKED, [twice, expired, GOOD]),
        answer_to(ASKED, [twice, expired]),
        answer_to(ASKED, [GOOD], refused),
        answer_to(ASKED, [], refused),
    ]

    assert [(answer.verdict, answer.arrangement) for answer in found] == [
        (Verdict.YES, 1),
        (Verdict.ASK, 2),
        (Verdict.ASK, 1),
        (Verdict.NO, None),
    ]
    assert [found[2].reasons, found[3].reasons] == [(again,), (NOTHING, again)]


def test_each_law_has_conditions_of_its_own_for_what_it_protects_more():
    kinds = {DataKind.REACH, DataKind.HEALTH, DataKind.OFFENCES}
    rows = [
        (Basis.TASK, Condition.UNTOLD, {DataKind.HEALTH, DataKind.OFFENCES}),
        (Basis.TASK, Condition.SAFEGUARDING, set()),
        (Basis.TASK, Condition.CONSENT, {DataKind.OFFENCES}),
        (Basis.TASK, Condition.OFF_VITAL, {DataKind.HEALTH}),
        (Basis.TASK, Condition.LE_SAFE, {DataKind.HEALTH, DataKind.OFFENCES}),
        (Basis.POLICING, Condition.UNTOLD, {DataKind.HEALTH}),
        (Basis.POLICING, Condition.LE_SAFE, set()),
        (Basis.POLICING, Condition.SAFEGUARDING, {DataKind.HEALTH}),
    ]

    assert [unconditioned(*row[:2], kinds) for row in rows] == [row[2] for row in rows]
