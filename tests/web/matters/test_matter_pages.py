from django.urls import reverse

from joinedup.domain.matters.models import Matter
from joinedup.domain.stakeholders.actions import choose_yardstick
from tests.domain.matters.listing import MOPEDS, PURPOSE, mopeds, show
from tests.web.reading import errors_of, links_of, page_text, table_of


def public(cast, name="partnership_public", *more):
    return reverse(name, args=[cast.safer.public_id, *more])


def test_a_matter_is_listed_accepted_in_one_press_from_what_needs_you_and_shown(cast):
    chair, officer = cast.client("ruth"), cast.client("priya")
    told = {"version": 1, "is_public": "yes", "purpose": PURPOSE, "joining": "Come along."}
    told |= {"openness": "OPEN", "tells_missing": "no"}
    chair.post(public(cast, "public_change"), told)
    form = MOPEDS | {"name": "Mopeds at night", "organisation": cast.thornford.public_id}
    chair.post(public(cast, "matter_new"), form)
    matter = Matter.objects.get()
    reply = reverse("matter_reply", args=[matter.public_id])
    listed = chair.get(public(cast))
    asked = officer.get(reverse("home"))

    officer.post(reply, {"version": 1})

    assert "Nobody has accepted this yet. Thornford District Council is asked." in page_text(listed)
    assert reply in asked.text
    assert "Thornford District Council accepted this." in page_text(chair.get(public(cast)))
    assert reply not in officer.get(reverse("home")).text


def test_a_body_declines_with_a_reason_that_only_the_keepers_read(cast, now):
    matter = mopeds(cast, now)
    show(cast.safer, cast.ruth, now)
    decline = reverse("matter_decline", args=[matter.public_id])

    refused = cast.client("priya").post(decline, {"version": 1, "because": " "})
    cast.client("priya").post(decline, {"version": 1, "because": "It is the police."})

    assert refused.status_code == 422
    change = public(cast, "matter_change", matter.public_id)
    assert "It says: It is the police." in page_text(cast.client("ruth").get(change))
    assert change in cast.client("ruth").get(reverse("home")).text
    reply = reverse("matter_reply", args=[matter.public_id])
    for way in (public(cast), reply):
        told = {who: page_text(cast.client(who).get(way)) for who in ("ruth", "priya", "ade")}
        said = {who for who, text in told.items() if "It is the police." in text}
        assert (said, "does not answer for this." in told["ade"]) == ({"ruth", "priya"}, True)
    shown = cast.client("anybody").get(public(cast, "matter_for_all", matter.public_id))
    assert "Whoever was asked does not answer for this." in page_text(shown)
    assert "police" not in page_text(shown)


def test_a_matter_is_put_right_and_taken_off(cast, now):
    matter = mopeds(cast, now)
    change = public(cast, "matter_change", matter.public_id)
    form = MOPEDS | {"version": 1, "name": "Loud mopeds"}
    wrong = cast.client("ruth").post(change, form | {"if_not_helped": "Ask Ade Okafor."})

    cast.client("ruth").post(change, form)

    assert "It names Ade Okafor." in errors_of(wrong)[0]
    assert Matter.objects.get().answering == "UNNAMED"
    cast.client("ruth").post(public(cast, "matter_remove", matter.public_id), {"version": 2})
    assert not Matter.objects.exists()


def test_a_steward_tells_of_places_as_copied_from_a_spreadsheet_and_nobody_else_may(cast):
    told = 'E10000999\tWexmere\t\ne07000999\t\tE10000999\n\nTH4\t"Town, and quay"\tE07000999\n'
    steward, address = cast.client("grace"), reverse("places")
    wrong = steward.post(address, {"lines": "TH5, Postcode, TH6\nTH7,a,b,c"})
    unknown = steward.post(address, {"lines": "TH5, Postcode TH5, TH6"})
    endless = steward.post(address, {"lines": f"TH5, {'a' * 140_000}"})

    steward.post(address, {"lines": told})

    assert errors_of(wrong)[0].startswith("Line 2 has 4 columns.")
    assert "TH6 is new to us." in errors_of(unknown)[0]
    assert errors_of(endless) == ["Line 1 cannot be read: it is too long."]
    assert table_of(steward.get(address))[1:] == [
        ["E07000999", "Thornford", "Wexmere"],
        ["TH4", "Town, and quay", "Thornford"],
        ["E10000999", "Wexmere", "Nothing told"],
    ]
    assert cast.client("priya").get(address).status_code == 404


def test_each_says_for_itself_whether_the_public_page_names_it_and_nobody_finds_it_else(cast, now):
    show(cast.safer, cast.ruth, now)
    anybody, ade = cast.client("anybody"), cast.client("ade")
    ours = public(cast, "member_named", cast.memberships["riverside"].public_id)
    page, search = public(cast, "partnership_for_all"), reverse("who_answers")

    def read():
        found = "Safer Places" in page_text(anybody.get(search, {"about": "riverside"}))
        return found, "Riverside Food Share" in page_text(anybody.get(page))

    before = read()
    ade.post(ours, {"version": 1, "is_named": "yes"})
    ade.post(public(cast, "person_named"), {"is_named": "yes"})
    shown = page_text(anybody.get(page))
    named = read()
    ade.post(ours, {"version": 2, "is_named": "no"})

    assert (before, named, read()) == ((False, False), (True, True), (False, False))
    assert "Representative: Ade Okafor, Riverside Food Share" in shown
    assert "And others who are not named here." in shown
    assert "Ade Okafor" not in page_text(anybody.get(page))
    assert ["Riverside Food Share", "Not named: it said so."] in table_of(
        cast.client("ruth").get(public(cast))
    )


def test_the_public_page_says_who_can_be_in_it_and_whom_it_misses_when_chosen(cast, now):
    wanted = {"sectors": ["FIRE"], "places": ["the quay"]}
    wanted["services"] = ["meals by Riverside Food Share", "walks with Ade Okafor"]
    choose_yardstick(cast.safer, version=1, **wanted, by=cast.ruth, at=now)
    show(cast.safer, cast.ruth, now)
    page, said = public(cast, "partnership_for_all"), []
    for version, openness, missing in ((2, "ASKED", "yes"), (3, "FIXED", "no")):
        told = {"version": version, "is_public": "yes", "purpose": PURPOSE, "joining": ""}
        told |= {"openness": openness, "tells_missing": missing}
        cast.client("ruth").post(public(cast, "public_change"), told)
        said.append(page_text(cast.client("anybody").get(page)))

    assert "You can ask to be. It has not said how to reach it yet. It says itself" in said[0]
    assert "Nobody is here from fire and rescue." in said[0]
    assert "Nobody speaks for the quay." in said[0]
    assert not [name for name in ("Riverside", "Okafor") if name in said[0]]
    assert "A law or its agreement says who is in it" in said[1]
    assert "fire and rescue" not in said[1]


def test_a_body_that_asks_why_it_was_not_invited_finds_the_public_page_where_there_is_one(
    cast, now
):
    address = reverse("why_not_invited", args=[cast.farhaven.public_id])
    page = public(cast, "partnership_for_all")

    def leads(name):
        return page in links_of(cast.client("noor").get(address, {"partnership": name}))

    hidden = leads("Safer Places group")
    show(cast.safer, cast.ruth, now)

    assert (hidden, leads("Safer Places group"), leads("Safer"), leads("")) == (
        *(False, True),
        *(False, False),
    )


def test_words_that_name_somebody_are_gone_with_their_consent(cast, now):
    ade, page = cast.client("ade"), public(cast, "partnership_for_all")
    matter, me = mopeds(cast, now), public(cast, "person_named")
    ade.post(me, {"is_named": "yes"})
    told = {"version": 1, "is_public": "yes", "purpose": "Safe streets, says Ade Okafor."}
    told |= {"joining": "Ask Ade Okafor.", "openness": "OPEN", "tells_missing": "no"}
    cast.client("ruth").post(public(cast, "public_change"), told)
    ways = (page, public(cast, "matter_for_all", matter.public_id))

    def read():
        return ["Ade Okafor" in page_text(cast.client("anybody").get(way)) for way in ways]

    before = read()
    ade.post(me, {"is_named": "no"})

    assert (before, read()) == ([True, True], [False, False])
    assert "is being put in other words" in page_text(cast.client("anybody").get(page))
