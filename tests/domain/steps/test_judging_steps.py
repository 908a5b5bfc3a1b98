from dataclasses import replace
from datetime import date
from decimal import Decimal

from joinedup.domain.partnerships.kinds import Capacity, Level, Standing, State, Told
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.steps.ahead import Next, what_next
from joinedup.domain.steps.evidence import Evidence, Member, Own, Place
from joinedup.domain.steps.judging import judge, next_part, weeks_until_begun
from joinedup.domain.steps.kinds import Stands

TODAY = date(2026, 6, 15)
NOTHING = Decimal(0)
SPRING = date(2026, 3, 1)
WHOLE = {
    "state": State.PROPOSED,
    "tier": 2,
    "level": Level.STRATEGIC,
    "purpose": "Safer streets.",
    "outcomes": "Fewer are hurt.",
    "priorities": "The safety plan.",
    "starts_on": date(2027, 1, 1),
    "total_budget": Decimal(1200),
    "has_accountable_body": Told.YES,
    "meeting_rhythm": "every month",
    "reporting_line": "The board",
    "agreement": Told.YES,
    "agreement_signed_on": SPRING,
    "data_sharing": Told.YES,
    "risks": Told.YES,
    "exit_plan": Told.YES,
    "exit_plan_on": date(2026, 4, 2),
    "measures": Told.YES,
    "next_review_on": date(2026, 9, 1),
}
SEATED = {"brings": True, "gains": True, "confirmed_on": SPRING}
CHAIR = Member("Police", **SEATED, places=[Place(Capacity.CHAIR, "Ruth Bello")])
OTHER = Member("Food Share", **SEATED, places=[Place(Capacity.REPRESENTATIVE, "Ade Okafor")])
BESIDE = {
    "members": [CHAIR, OTHER],
    "own": Own(1, colleagues=1, begun=1, authorised=1),
    "mapped": 3,
    "to_come": 1,
    "left_out": 1,
    "met_on": SPRING,
    "kind_closes_on": SPRING,
    "kind_shown_on": SPRING,
    "kind_answers": 2,
    "reviewed_on": date(2026, 5, 1),
    "acted_on": SPRING,
    "decided_on": date(2026, 5, 20),
}


def shown(record=None, **beside):
    values = WHOLE | (record or {})
    return Evidence(record=Partnership(**values), day=TODAY, **(BESIDE | beside))


def parts(evidence):
    return {each.part.code: each.found for step in judge(evidence) for each in step.parts}


def stands(evidence):
    return [step.stands.name for step in judge(evidence)]


# What the record says and what stands beside it, the part judged by it, and what is found.
FOUND = [
    ({}, {}, "purpose", "DONE What it is for is in the record."),
    ({"purpose": " "}, {}, "purpose", "NOT_YET Say in a sentence or two what it is for."),
    ({"level": "UNTOLD"}, {}, "level", "NOT_YET Say whether it is strategic or operational"),
    ({"tier": None}, {}, "tier", "NOT_YET Work out its tier: a small network"),
    ({}, {"mapped": 0}, "looked", "NOT_YET Look round for everybody who could help"),
    ({}, {}, "looked", "DONE 3 organisations and groups are on the map."),
    ({}, {"mapped": 0}, "sorted_out", "NOT_YET Say of each whether you want them"),
    ({}, {"unsorted": 2}, "sorted_out", "BEGUN 2 are not sorted yet"),
    ({}, {"left_out": 0}, "left_out", "NOT_ASKED Nobody has been left out."),
    ({}, {}, "left_out", "DONE 1 was not invited. The reason is written down"),
    ({}, {"own": Own(1)}, "colleagues", "NOT_YET Ask your own service, finance"),
    ({}, {"own": Own(1, begun=1)}, "colleagues", "BEGUN Your appraisal is begun."),
    ({}, {"own": Own(1, authorised=1)}, "colleagues", "DONE Your appraisal says so"),
    ({}, {}, "time_planned", "DONE It is to begin on 1 January 2027, which leaves time enough."),
    ({"starts_on": None}, {}, "time_planned", "NOT_YET Plan a day to begin on."),
    ({"starts_on": SPRING}, {}, "time_planned", "BEGUN The day it was to begin on, 1 March 2026"),
    (
        {"starts_on": date(2026, 6, 20), "agreement": Told.UNTOLD, "risks": Told.UNTOLD},
        {},
        "time_planned",
        "BEGUN It is to begin on 20 June 2026. That is soon: the other steps usually take 4 weeks",
    ),
    ({}, {"met_on": None}, "talked", "NOT_YET Talk informally with each before anything"),
    ({}, {"to_come": 0}, "to_come", "NOT_YET Put those on the map who may be brought in later."),
    ({}, {"members": []}, "members", "NOT_YET Add its members."),
    ({}, {"members": [CHAIR]}, "members", "BEGUN Add the other members."),
    ({}, {"members": []}, "aims_of_each", "NOT_YET Find out what each member wants from it"),
    (
        {},
        {"members": [CHAIR, replace(OTHER, gains=False)]},
        "aims_of_each",
        "BEGUN What it wants from it is known of 1 of 2 core members.",
    ),
    (
        {},
        {"members": [CHAIR, replace(OTHER, gains=False, standing=Standing.OBSERVER)]},
        "aims_of_each",
        "DONE What each member wants from it is known.",
    ),
    ({}, {"kind_closes_on": None}, "kind", "NOT_YET Ask each member in private"),
    (
        {},
        {"kind_closes_on": TODAY, "kind_shown_on": None},
        "kind",
        "BEGUN The members are asked until 15 June 2026.",
    ),
    (
        {},
        {"kind_shown_on": None},
        "kind",
        "BEGUN The members were asked until 1 March 2026. See what they said.",
    ),
    ({}, {"kind_answers": 1}, "kind", "BEGUN Too few members answered to compare"),
    ({}, {}, "kind", "DONE The members were asked, and no difference is left open."),
    ({}, {"kind_differs": True}, "kind", "LACKING Members see it differently."),
    (
        {},
        {"kind_differs": True, "kind_is_settled": True},
        "kind",
        "DONE Members saw it differently",
    ),
    ({}, {"members": []}, "places", "NOT_YET Say who sits for each member."),
    ({}, {"members": [Member("Police")]}, "places", "NOT_YET Say who sits for Police."),
    ({}, {"members": [CHAIR, Member("Fire")]}, "places", "BEGUN Say who sits for Fire."),
    (
        {},
        {"members": [Member(name, places=[Place("DEPUTY")]) for name in ("A", "B", "C", "D")]},
        "places",
        "LACKING Find somebody for the empty place of A, B and 2 more.",
    ),
    ({}, {"members": [OTHER]}, "leading", "NOT_YET Say who chairs it, or who coordinates it."),
    ({}, {}, "leading", "DONE Chair or coordinator: Ruth Bello."),
    ({}, {"own": Own(2, authorised=1)}, "own_yes", "NOT_YET Ask in your own organisation"),
    ({}, {"own": Own(1, begun=1)}, "own_yes", "BEGUN Your organisation has begun its appraisal"),
    ({}, {}, "confirmed", "DONE Each core member has confirmed within the year"),
    (
        {},
        {"members": [CHAIR, replace(OTHER, confirmed_on=date(2025, 6, 1))]},
        "confirmed",
        "BEGUN 1 of 2 core members have confirmed within the year",
    ),
    ({"agreement": "UNTOLD"}, {}, "agreement", "NOT_YET Write the agreement down"),
    ({"agreement": "NO"}, {}, "agreement", "LACKING It has no agreement in writing."),
    (
        {"agreement_ends_on": date(2026, 6, 1)},
        {},
        "agreement",
        "LACKING The agreement ended on 1 June 2026.",
    ),
    ({"tier": 3}, {}, "agreement", "DONE There are written terms of reference."),
    ({}, {"members": [replace(OTHER, brings=False)]}, "brings", "NOT_YET Ask each member what"),
    ({"total_budget": None}, {}, "budget", "NOT_YET Say what it costs in a year"),
    ({}, {}, "budget", "DONE Its budget for a year is £1,200."),
    ({"total_budget": NOTHING}, {}, "budget", "DONE It needs no budget."),
    (
        {"total_budget": NOTHING},
        {},
        "answers_for_money",
        "NOT_ASKED It has no money to answer for.",
    ),
    ({"meeting_rhythm": ""}, {}, "meets", "NOT_YET Agree how often it meets."),
    ({"risks": "NO"}, {}, "risks", "LACKING It has no list of risks."),
    ({"risks": "NO"}, {"risks_listed": 2}, "risks", "DONE 2 risks are on its list."),
    ({"data_sharing": "UNTOLD"}, {}, "sharing", "NOT_YET Settle how information is shared"),
    ({"data_sharing": "NO"}, {"sharing_on": SPRING}, "sharing", "DONE It is recorded what may be"),
    ({"exit_plan": "NO"}, {}, "exit_plan", "LACKING It has no exit plan."),
    ({}, {}, "at_work", "NOT_YET Let it begin when the steps before are done"),
    ({"agreed_before": True}, {}, "at_work", "NOT_YET Move the record on when the steps before"),
    ({"state": State.ACTIVE}, {}, "at_work", "DONE It is at work."),
    ({}, {"acted_on": None, "acts_planned": True}, "first_deed", "BEGUN Something is planned"),
    ({}, {"acted_on": None}, "first_deed", "NOT_YET Do one thing soon that people can see."),
    ({"next_review_on": None}, {}, "review_planned", "NOT_YET Choose a day for the next review."),
    ({"next_review_on": SPRING}, {}, "review_planned", "LACKING The next review was to be on"),
    ({}, {"review_is_open": True}, "review_planned", "DONE A review is open now."),
    ({}, {"reviewed_on": None}, "reviewed", "BEGUN The first review is still to come."),
    (
        {},
        {"reviewed_on": None, "review_is_open": True},
        "reviewed",
        "BEGUN Its partners are being asked now.",
    ),
    ({"next_review_on": None}, {"reviewed_on": None}, "reviewed", "NOT_YET Ask everybody on it"),
    ({}, {"reviewed_on": date(2025, 1, 1)}, "reviewed", "BEGUN The last review is more than a"),
    ({}, {"decided_on": SPRING}, "decided", "BEGUN The last decision, of 1 March 2026, is older"),
    ({}, {"decided_on": None}, "decided", "NOT_YET After a review, decide together"),
]


def test_each_part_of_a_step_is_judged_from_the_record():
    found = [(told, parts(shown(record, **beside))[code]) for record, beside, code, told in FOUND]

    wrong = [
        (told, f"{each.stands.name} {each.because}")
        for told, each in found
        if not f"{each.stands.name} {each.because}".startswith(told)
    ]
    assert wrong == []


def test_strategic_and_operational_ones_and_networks_are_asked_for_different_things():
    strategic, operational = shown(), shown({"level": Level.OPERATIONAL})
    network = shown({"tier": 3, "level": Level.OPERATIONAL, "exit_plan": Told.NO}, mapped=0)

    more = parts(strategic).keys() - parts(operational).keys()
    spared = {code for code, each in parts(network).items() if each.stands == Stands.NOT_ASKED}
    assert more == {"priorities", "to_come", "reports_to"}
    assert spared == {"sorted_out", "exit_plan"}
    assert "looked" not in spared


def test_what_only_some_may_read_is_judged_for_them_alone():
    member = parts(shown(keeps=False, own=Own(), unsorted=2))

    assert member.keys() & {"sorted_out", "colleagues", "own_yes"} == set()
    assert stands(shown(keeps=False, unsorted=2))[0] == "DONE"
    assert stands(shown(unsorted=2))[0] == "BEGUN"


def test_a_partnership_that_forms_takes_the_steps_one_after_the_other():
    fresh = {"tier": None, "starts_on": None, "level": "UNTOLD"} | dict.fromkeys(
        ("outcomes", "meeting_rhythm", "purpose"), ""
    )
    bare = Evidence(record=Partnership(state=State.IDEA, **fresh), day=TODAY)
    led = replace(bare, is_led=False)

    nothing, whole = judge(bare), judge(shown())
    assert [step.stands.name for step in nothing] == ["NOT_YET"] * 7
    assert (weeks_until_begun(nothing), weeks_until_begun(whole)) == (23, 0)
    assert stands(shown()) == ["DONE"] * 5 + ["BEGUN", "DONE"]
    assert [step.on for step in whole][:2] == [None, SPRING]
    assert what_next(bare, nothing).page == "partnership_change"
    assert what_next(led, judge(led)).page == "partnership_lead"
    assert what_next(shown(), whole) == Next(
        "All that comes before is done: let it begin.",
        "partnership_begin",
        "See what is missing",
    )


def test_one_long_at_work_starts_where_its_record_stands():
    untold = dict.fromkeys(("outcomes", "priorities", "meeting_rhythm", "purpose"), "")
    untold |= {"state": State.ACTIVE, "risks": Told.UNTOLD, "total_budget": None}
    later = {"acted_on": None, "decided_on": None}
    imported, begun_here = (
        shown(untold | {"agreed_before": before}, **later) for before in (True, False)
    )
    missing = shown(untold | {"agreement": Told.NO, "agreed_before": True}, **later)

    before = ["BEFORE", "DONE", "DONE", "BEFORE", "BEFORE"]
    assert stands(imported) == [*before, "BEFORE", "BEGUN"]
    assert stands(begun_here) == ["UNTOLD", "DONE", "DONE", "UNTOLD", "UNTOLD", "BEGUN", "BEGUN"]
    assert stands(missing)[2] == "LACKING"
    codes = [next_part(judge(each), each)[1].part.code for each in (imported, begun_here, missing)]
    assert codes == ["decided", "first_deed", "agreement"]


def test_what_the_record_itself_lacks_comes_first_at_work_and_the_untold_last():
    at_work = {"state": State.ACTIVE, "members_confirmed_on": SPRING}
    vacant = replace(OTHER, places=[Place(Capacity.REPRESENTATIVE)])
    empty = shown(at_work, members=[CHAIR, vacant])
    quiet = shown(at_work | {"outcomes": ""})
    asked = shown(at_work, kind_closes_on=TODAY, kind_shown_on=None)

    assert what_next(empty, judge(empty)) == Next(
        "Find somebody for the empty place of Food Share.", "partnership_members", "See the places"
    )
    assert what_next(quiet, judge(quiet)) == Next(
        "Say what will be different for residents because of it.",
        "partnership_facts_change",
        "Say what changes",
        group="aims",
    )
    assert what_next(asked, judge(asked)).sentence == "The members are asked until 15 June 2026."


def test_what_goes_by_the_gate_begins_on_its_page_and_what_came_as_it_is_is_moved_on():
    gate, before = shown(), shown({"agreed_before": True})

    pages = [what_next(each, judge(each)).page for each in (gate, before)]

    assert pages == ["partnership_begin", "partnership_state"]


def test_nothing_is_next_where_all_is_done_or_over():
    whole = shown({"state": State.ACTIVE, "members_confirmed_on": SPRING})
    closed = shown({"state": State.CLOSED, "purpose": ""})

    assert (what_next(whole, judge(whole)), judge(closed)) == (None, [])
    assert what_next(closed, []) is None
