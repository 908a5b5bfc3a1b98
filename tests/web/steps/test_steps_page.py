import pytest
from django.urls import reverse

from joinedup.domain.confirmations.actions import confirm_record
from joinedup.domain.partnerships.actions import (
    add_member,
    change_partnership,
    move_partnership,
    open_seat,
    register_partnership,
)
from joinedup.domain.partnerships.kinds import Capacity, Level, State, Tier
from tests.domain.appraisals.answering import begun
from tests.web.reading import links_of, page_text

pytestmark = pytest.mark.django_db


def steps_page(cast, who, partnership=None, **asked):
    key = (partnership or cast.safer).public_id
    return cast.client(who).get(reverse("partnership_steps", args=[key]), asked)


@pytest.fixture
def youth(cast, now):
    """A proposed partnership of two, with a coordinator and nothing settled yet."""
    found = register_partnership(
        "Youth", host=cast.thornford, by=cast.priya, at=now, state=State.PROPOSED, tier=Tier.KEY
    )
    for body, who, capacity in (
        ("county", "colin", Capacity.COORDINATOR),
        ("riverside", "ade", Capacity.REPRESENTATIVE),
    ):
        member = add_member(found, cast.bodies[body], by=cast.priya, at=now)
        open_seat(member, person=cast.people[who], capacity=capacity, by=cast.priya, at=now)
    return found


def test_one_that_forms_is_told_its_step_the_next_thing_and_how_long_the_rest_takes(
    cast, now, youth
):
    before = steps_page(cast, "colin", youth)
    text = page_text(before)
    overview = page_text(cast.client("colin").get(reverse("partnership", args=[youth.public_id])))
    typed = {"purpose": "Somewhere to go.", "level": Level.OPERATIONAL}
    change_partnership(youth, version=youth.version, **typed, by=cast.colin, at=now)

    after = steps_page(cast, "colin", youth)
    second = page_text(steps_page(cast, "colin", youth, step=2))

    say = "Next step Say in a sentence or two what it is for. Say what it is for"
    assert "Step 1 of 7: agree what it is for. About 21 weeks more until it can begin" in text
    assert say in text
    assert f"{say} See what is missing before it can begin See all seven steps" in overview
    assert "1. Agree what it is for Usually 2 to 6 weeks. Begun" in text
    assert "4. Put the means in place Usually 2 to 6 weeks. Not yet" in text
    assert reverse("partnership_change", args=[youth.public_id]) in links_of(before)
    assert "Next step Say what will be different for residents" in page_text(after)
    aims = reverse("partnership_facts_change", args=[youth.public_id, "aims"])
    assert links_of(after).count(aims) == 2
    assert "Step 2: Know who does what Talk with each before anything is drafted." in second
    assert "Who chairs or coordinates Chair or coordinator: Colin Marsh. Done" in second


def test_one_that_begins_by_the_gate_leads_to_what_is_missing_from_its_first_page_and_its_steps(
    cast, now, youth
):
    gate, way = reverse("partnership_begin", args=[youth.public_id]), "See what is missing"
    overview, at_work = reverse("partnership", args=[youth.public_id]), cast.safer.public_id
    agreed = register_partnership(
        "Old", host=cast.thornford, by=None, at=now, state=State.PROPOSED, agreed_before=True
    )
    pages = {
        who: [cast.client(who).get(overview), steps_page(cast, who, youth, step=6)]
        for who in ("priya", "ade")
    }
    others = [
        cast.client("priya").get(reverse("partnership", args=[each]))
        for each in (at_work, agreed.public_id)
    ]

    assert {who: [links_of(page).count(gate) for page in both] for who, both in pages.items()} == {
        "priya": [1, 2],
        "ade": [1, 2],
    }
    assert [way in page_text(page) for page in others] == [False, False]


def test_a_member_reads_the_steps_without_buttons_and_never_what_another_keeps_to_itself(
    cast, now, youth
):
    begin_own = begun(cast, now)
    ours, first = (page_text(steps_page(cast, "priya", step=step)) for step in (3, 1))
    theirs = {
        who: [page_text(steps_page(cast, who, step=step)) for step in range(1, 8)]
        for who in ("ade", "ben", "ruth", "grace")
    }
    reads = steps_page(cast, "ade", youth)

    assert begin_own.organisation == cast.thornford
    own = "Your organisation has begun its appraisal, and has not authorised it yet."
    assert f"{own} Only Thornford District Council sees this. Begun" in ours
    assert "Your own colleagues agree Your appraisal is begun." in first
    for who, pages in theirs.items():
        assert "has begun its appraisal" not in " ".join(pages), who
        assert "appraisal is begun" not in " ".join(pages), who
    # Our side is told to an officer of another host; nobody's to whoever only sits.
    assert "Your own organisation says yes Ask in your own organisation" in theirs["ben"][2]
    assert "Your own organisation" not in " ".join(theirs["ade"] + theirs["grace"])
    sort = "Whom you want, who may want in, who is uncertain"
    assert [sort in theirs[who][0] for who in ("ruth", "ben", "ade")] == [True, False, False]
    assert reverse("partnership_change", args=[youth.public_id]) not in links_of(reads)
    assert reverse("stakeholders", args=[youth.public_id]) in links_of(reads)


def test_one_at_work_starts_where_its_record_stands_and_one_that_is_over_has_no_steps(cast, now):
    confirm_record(cast.memberships["police"], by=cast.ruth, at=now)
    text = page_text(steps_page(cast, "ade"))
    third = page_text(steps_page(cast, "ade", step="3"))
    odd = page_text(steps_page(cast, "ade", step="8 or so"))
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    over = steps_page(cast, "ade")
    overview = cast.client("ade").get(reverse("partnership", args=[cast.safer.public_id]))

    assert "It is at work, and none of the seven steps is done." in text
    assert "Next step Find somebody for the empty place of Thornford District Council." in text
    assert "1. Agree what it is for Not yet told us" in text
    assert "Step 2: Know who does what" in text
    assert "1 of 4 core members have confirmed within the year" in third
    assert "Step 2: Know who does what" in odd
    assert "This partnership has ended, so no step is next." in page_text(over)
    address = reverse("partnership_steps", args=[cast.safer.public_id])
    assert address not in links_of(over) + links_of(overview)


@pytest.mark.parametrize("more", [0, 8])
def test_many_members_take_the_queries_of_one(cast, now, django_assert_num_queries, more):
    for number in range(more):
        member = add_member(
            cast.safer, cast.thornford, unit=f"Team {number}", by=cast.priya, at=now
        )
        open_seat(member, person=cast.invited, by=cast.priya, at=now)
    client = cast.client("priya")

    with django_assert_num_queries(12):
        client.get(reverse("partnership_steps", args=[cast.safer.public_id]))
