"""The decision by rule: domain.md 5.2, and the cases kept with the design where it is at hand."""

import json
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from joinedup.domain.appraisals.deciding import Decided, Decision, Given, decided
from joinedup.domain.appraisals.questions import all_in, asked_of, shipped

ALL = all_in(asked_of(1))
YES = {question.id: Given("YES") for question in ALL}
TO_DO = {"has_action": True}
# Of a finished appraisal only the version of its questions is kept, so a version says one thing:
# whoever changes questions gives them the next one, and pins that here.
PINNED = (1, "90d256bd74c97fcf")


def test_the_questions_are_those_of_the_design_word_for_word(shared_data: Path):
    kept = json.loads((shared_data.parent / "design" / "question-sets.json").read_bytes())

    said = [
        (
            group["code"],
            group["title"],
            [(q["id"], q["required"], q["text"]) for q in group["questions"]],
        )
        for group in kept["appraisal"]["groups"]
    ]

    assert said == [
        (section.code, section.title, [(q.id, q.required, q.text) for q in section.questions])
        for section in asked_of(1)
    ]


def test_questions_never_change_without_a_new_version():
    sections = json.dumps(shipped()["sections"], sort_keys=True).encode()

    assert (shipped()["version"], sha256(sections).hexdigest()[:16]) == PINNED


def test_the_kept_cases_come_out_as_they_should(shared_data: Path):
    kept = json.loads((shared_data.parent / "design" / "scoring-fixtures.json").read_bytes())
    expected, found = [], []
    for case in kept["appraisal"]:
        said = {q: Given(told.upper()) for q, told in case["changes_from_all_yes"].items()}
        said |= {q: Given(said[q].answer, **TO_DO) for q in case["dated_actions_on"]}
        came = decided(ALL, YES | said)
        expected.append(
            (case["decision"], str(case["readiness_percent"]), case["questions_counted"])
        )
        found.append((came.title, str(came.readiness), came.counted))

    assert len(found) == 6
    assert found == expected


def test_how_much_is_asked_follows_the_tier():
    asked = {tier: [q.id for q in all_in(asked_of(tier))] for tier in (1, 2, 3)}

    assert {tier: len(ids) for tier, ids in asked.items()} == {1: 31, 2: 20, 3: 3}
    assert all(question.required for question in all_in(asked_of(2)))
    assert [section.code for section in asked_of(2)] == ["A", "B", "C", "D", "E"]


# N17 and N30 are required; N18 is not.
RULES = [
    ("STOP", None, {"N17": Given("NO", **TO_DO)}),
    ("STOP", None, {"N17": Given("NO"), "N30": Given("UNKNOWN")}),
    ("STOP", False, {"N17": Given("NO")}),
    ("NOT_READY", None, {"N30": Given("UNKNOWN", **TO_DO)}),
    ("NOT_READY", None, {"N17": Given("PARTLY")}),
    ("CONDITIONS", None, {"N17": Given("PARTLY", **TO_DO)}),
    ("PROCEED", None, {"N17": Given("PARTLY", has_action=True, is_done=True)}),
    ("NOT_READY", None, {"N18": Given("NO")}),
    ("CONDITIONS", None, {"N18": Given("NO", **TO_DO)}),
    ("NOT_READY", None, {"N18": Given("UNKNOWN")}),
    ("PROCEED", None, {"N18": Given("PARTLY")}),
    ("NOT_READY", None, {"N18": Given("")}),
    ("NOT_READY", False, {}),
    ("PROCEED", True, {}),
]


def test_a_decision_follows_from_rules_whatever_the_percentage():
    came = [decided(ALL, YES | said, has_risks=risks).decision for _, risks, said in RULES]

    assert [decision.value for decision in came] == [expected for expected, _, _ in RULES]


def test_each_reason_names_its_question():
    came = decided(ALL, YES | {"N17": Given("PARTLY"), "N18": Given("NO"), "N1": Given("")})

    assert [(reason.question, reason.sentence) for reason in came.reasons] == [
        ("N1", "This has not been answered yet."),
        ("N17", "This is required, and it is only partly so, with no dated action."),
        ("N18", "The answer is no, with no dated action."),
    ]


def test_where_nothing_applies_there_is_no_percentage():
    came = decided(asked_of(3)[0].questions, {f"T{n}": Given("NA") for n in (1, 2, 3)})

    assert came == Decided(Decision.PROCEED, came.reasons, None, 0)
    assert decided(ALL, YES | {"N1": Given("PARTLY")}).readiness == Decimal("98.4")
