import pytest
from django.urls import reverse

from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.actions import add_member, register_partnership
from joinedup.domain.stakeholders.actions import add_stakeholder, choose_yardstick, move_approach
from joinedup.domain.stakeholders.kinds import ApproachState, Wish
from joinedup.domain.stakeholders.models import Stakeholder
from tests.web.reading import errors_of, links_of, page_text, table_of

REASON = "We look only at the district for now. Ask us again in spring."


def page(cast, name, *more):
    return reverse(name, args=[cast.safer.public_id, *(one.public_id for one in more)])


def read(cast, who, name, *more, **asked):
    return cast.client(who).get(page(cast, name, *more), asked)


def step(cast, who, stakeholder, to, **said):
    day = {"on-day": "15", "on-month": "6", "on-year": "2026", "version": stakeholder.version}
    address = page(cast, "stakeholder_step", stakeholder)
    return cast.client(who).post(address, {"to": to} | day | said)


SEEN = {
    "wish": "NEEDED",
    "influence": "HIGH",
    "interest": "LOW",
    "source": "TALK",
    "version": 1,
    "aims": "Work for young people",
    "asks": "A youth worker",
}


def test_a_body_is_found_put_on_the_map_and_approached_step_by_step(cast):
    client, asked = cast.client("ruth"), page(cast, "stakeholder_new") + "?find=farhaven"
    typed = {"organisation": cast.farhaven.public_id, "wish": "WILLING", "source": "TALK"}

    led = page(cast, "stakeholders") in links_of(read(cast, "ruth", "partnership_members"))
    client.post(asked, typed)
    made = Stakeholder.objects.get()
    client.post(page(cast, "stakeholder_change", made), SEEN)
    made.refresh_from_db()
    step(cast, "colin", made, "MET", note="Over tea: they would like to.")

    shown = read(cast, "priya", "stakeholder", made)
    row = ["Farhaven Borough Council", "Met informally since 15 June 2026", "Needed", "High", "Low"]
    assert (led, table_of(read(cast, "ruth", "stakeholders"))[1]) == (True, row)
    drawn = page_text(read(cast, "ruth", "stakeholders"))
    assert "1 on the map: 1 was met. 1 needed." in drawn
    assert "Much influence, and less interest so far: Farhaven Borough Council." in drawn
    told = page_text(shown)
    assert "What they are after Work for young people What we ask of them A youth worker" in told
    assert "15 June 2026 Met informally Over tea: they would like to. Colin Marsh" in told
    member_new = page(cast, "member_new") + "?find=Farhaven+Borough+Council"
    assert member_new in links_of(shown)


def test_others_on_the_partnership_read_names_and_where_each_stands_and_no_more(cast, now):
    first = {"wish": Wish.UNSURE, "asks": "Money, sadly", "by": cast.ruth, "at": now}
    made = add_stakeholder(cast.safer, cast.farhaven, **first)
    add_stakeholder(cast.safer, name="Young people", wish=Wish.NEEDED, by=cast.ruth, at=now)
    left_out = {"to": ApproachState.NOT_INVITED, "because": REASON, "by": cast.ruth, "at": now}
    move_approach(made, on=now.date(), version=1, **left_out)

    told = read(cast, "ade", "stakeholders")

    assert table_of(told)[1:] == [
        ["Farhaven Borough Council", "Not invited since 15 June 2026"],
        ["Young people", "Identified since 15 June 2026"],
    ]
    for secret in ("district for now", "sadly", "Uncertain", "Needed", "Influence"):
        assert secret not in page_text(told)
    assert read(cast, "ade", "stakeholder", made).status_code == 404
    assert [row[0] for row in table_of(read(cast, "ruth", "stakeholders"))[1:]] == [
        "Young people",
        "Farhaven Borough Council",
    ]


def test_the_people_of_a_body_read_why_it_was_left_out_when_they_ask(cast, now):
    made = add_stakeholder(cast.safer, cast.farhaven, asks="Money", by=cast.ruth, at=now)
    refused = step(cast, "ruth", made, "NOT_INVITED", because="No.")
    step(cast, "ruth", made, "NOT_INVITED", because=REASON)
    address = reverse("why_not_invited", args=[cast.farhaven.public_id])
    known = reverse("organisation_known", args=[cast.farhaven.public_id])

    asked = page_text(cast.client("noor").get(address, {"partnership": "Safer Places Group"}))
    part = page_text(cast.client("noor").get(address, {"partnership": "Safer Places"}))
    stranger = cast.client("ade").get(address, {"partnership": "Safer Places group"})

    assert errors_of(refused) == ["Say why in a sentence that they could read themselves."]
    assert address in links_of(cast.client("noor").get(known))
    assert f"noted this on 15 June 2026: {REASON}" in asked
    assert "Write to Thornford District Council , which keeps its record" in asked
    assert "Money" not in asked
    assert (REASON in part, "Nothing is written down of Farhaven" in part) == (False, True)
    assert stranger.status_code == 404


def test_a_name_without_an_entry_is_kept_and_found_in_the_directory_later(cast, now):
    asked = page(cast, "stakeholder_new") + "?find=Kite+Trust"
    typed = {"organisation": "name", "wish": "WANTED", "source": "ASKED"}
    cast.client("ruth").post(asked, typed)
    made = Stakeholder.objects.get()
    body = add_organisation("Kite Trust", sector=Sector.CHARITY, by=None, at=now)

    before = page_text(read(cast, "ruth", "stakeholder", made))
    cast.client("ruth").post(
        page(cast, "stakeholder_match", made), {"organisation": body.public_id}
    )
    again = cast.client("ruth").post(asked, {**typed, "organisation": body.public_id})

    assert "It is here by name only." in before
    assert "It is here by name only." not in page_text(read(cast, "ruth", "stakeholder", made))
    assert errors_of(again) == ["Kite Trust is on the map already."]


def test_nobody_is_invited_before_the_page_says_what_they_gain(cast, now):
    made = add_stakeholder(cast.safer, name="Friends of the park", by=cast.ruth, at=now)
    change = page(cast, "stakeholder_change", made)
    seen = {"wish": "NEEDED", "influence": "LOW", "interest": "HIGH", "source": "GAP", "version": 1}

    refused = step(cast, "ruth", made, "INVITED")
    cast.client("ruth").post(change, seen | {"gains": "A say in the lighting"})
    made.refresh_from_db()
    done = step(cast, "ruth", made, "INVITED")

    assert "Before you invite them, write down what they gain." in errors_of(refused)[0]
    assert change in links_of(refused)
    assert done.status_code == 302


def test_somebody_put_on_by_mistake_is_taken_off_again(cast, now):
    made = add_stakeholder(cast.safer, name="Friends of the bark", by=cast.ruth, at=now)
    address = page(cast, "stakeholder_withdraw", made)

    led = address in links_of(read(cast, "ruth", "stakeholder", made))
    done = cast.client("ruth").post(address, {"version": 1}, follow=True)

    assert (led, Stakeholder.objects.exists()) == (True, False)
    assert "Friends of the bark is taken off the map." in page_text(done)


def test_who_works_with_members_elsewhere_is_proposed_and_ticked(cast, now):
    body = add_organisation("Kite Trust", sector=Sector.FIRE, by=None, at=now)
    other = register_partnership("Warm Homes", host=cast.thornford, by=cast.priya, at=now)
    for one in (body, cast.police):
        add_member(other, one, by=cast.priya, at=now)
    address = page(cast, "prospects")

    shown = page_text(read(cast, "priya", "prospects"))
    nobody = page_text(read(cast, "ruth", "prospects"))
    unticked = cast.client("priya").post(address, {})
    cast.client("priya").post(address, {"bodies": [body.public_id]})

    assert "Kite Trust It works, or has worked, with one of those here in Warm Homes." in shown
    assert "Nobody to propose" in nobody
    assert errors_of(unticked) == ["Tick those to put on the map"]
    assert Stakeholder.objects.get().source == "SHARED"


def test_what_must_be_here_is_chosen_and_gaps_are_told_to_all(cast):
    client = cast.client("colin")
    before = page_text(read(cast, "ade", "stakeholders"))
    chosen = {"sectors": ["FIRE", "POLICE"], "places": "Stokeley\n\n Pennick ", "version": 1}

    client.post(page(cast, "yardstick"), chosen)
    line = cast.safer.yardstick.lines.get(value="Pennick")
    speaker = {"member": cast.memberships["mosque"].public_id, "version": 1}
    client.post(page(cast, "yardstick_line", line), speaker)

    told = page_text(read(cast, "ade", "stakeholders"))
    assert "This goes by what most partnerships for a place draw on." in before
    assert "Nobody is here from fire and rescue. Nobody speaks for Stokeley. By what" in told
    assert "2 of 4 are here. Thornford Central Mosque speaks for Pennick." in told
    form = read(cast, "colin", "yardstick").text
    assert "Stokeley\nPennick</textarea>" in form
    late = client.post(page(cast, "yardstick"), chosen | {"sectors": ["FAITH"]})
    assert "Somebody else changed this" in errors_of(late)[0]
    assert "What the record says now Sectors Police, Fire and rescue What you" in page_text(late)


def test_an_empty_map_asks_those_who_keep_it_to_begin(cast):
    keeper, member = (page_text(read(cast, who, "stakeholders")) for who in ("ruth", "ade"))

    assert "Who has influence on this, who is touched by it, and who is seldom asked?" in keeper
    assert ("Put somebody on the map" in keeper, "Put somebody on the map" in member) == (
        True,
        False,
    )


@pytest.mark.parametrize("more", [1, 8])
def test_a_long_map_takes_the_queries_of_a_short_one(cast, now, django_assert_num_queries, more):
    for number in range(more):
        body = add_organisation(f"Club {number}", sector=Sector.FIRE, by=None, at=now)
        add_stakeholder(cast.safer, body, by=cast.ruth, at=now)
    choose_yardstick(
        cast.safer, version=1, places=[f"Ward {n}" for n in range(more)], by=cast.ruth, at=now
    )
    client = cast.client("ruth")

    with django_assert_num_queries(17):
        client.get(page(cast, "stakeholders"))
