from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.matters.actions import (
    accept_matter,
    change_matter,
    decline_matter,
    list_matter,
    remove_matter,
    say_member_named,
    say_person_named,
    tell_public_page,
)
from joinedup.domain.matters.models import Matter
from joinedup.domain.matters.queries import (
    is_answered,
    matters_on,
    matters_waiting,
    members_shown,
    one_of_many,
    people_shown,
    public_matters,
    public_partnerships,
    telling_words,
)
from joinedup.domain.matters.rules import (
    why_not_accept,
    why_not_decline,
    why_not_list,
    why_not_name_member,
)
from joinedup.domain.organisations.actions import end_organisation, grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.actions import move_partnership, vacate_seat
from tests.cast import EVERYBODY, make_person
from tests.domain.matters.listing import mopeds, show

KEEPERS = {"chair", "coordinator", "lead host's officer"}


def refusal(act, *args, **named):
    with pytest.raises(Refused) as refused:
        act(*args, **named)
    return refused.value.field, refused.value.reason


def test_nothing_is_public_until_whoever_keeps_the_record_chooses_so(cast, now):
    before = list(public_partnerships())
    mopeds(cast, now)
    unseen = list(public_matters(day_of(now)))

    show(cast.safer, cast.ruth, now)

    assert before == unseen == []
    assert list(public_partnerships()) == [cast.safer]
    assert len(public_matters(day_of(now))) == 1


def test_those_who_keep_the_record_list_and_officers_of_the_body_asked_reply(cast, now):
    matter, day = mopeds(cast, now), day_of(now)
    may = {kind: why_not_list(cast.safer, cast.who(kind), day) is None for kind in EVERYBODY}
    reply = {kind for kind in EVERYBODY if why_not_accept(matter, cast.who(kind), day) is None}
    no = {kind for kind in EVERYBODY if why_not_decline(matter, cast.who(kind), day) is None}

    assert {kind for kind, can in may.items() if can} == KEEPERS
    assert reply == no == {"lead host's officer"}


def test_nobody_answers_before_the_body_accepts_nor_after_it_declines(cast, now):
    matter, day = mopeds(cast, now), day_of(now)

    def answered():
        return is_answered(matters_on(day).get(pk=matter.pk), day)

    said = [answered()]
    asked = [list(matters_waiting(who, day)) for who in (cast.priya, cast.ben)]
    accept_matter(matter, version=1, by=cast.priya, at=now)
    said.append(answered())
    decline_matter(matter, version=2, because="The police took it on.", by=cast.priya, at=now)
    said.append(answered())

    assert asked == [[matter], []]
    assert said == [False, True, False]
    assert list(matters_waiting(cast.ruth, day)) == [matter]
    assert list(matters_waiting(cast.ben, day)) == []
    verbs = [e.verb for e in history_of(cast.safer) if e.verb.startswith("matter.")]
    assert verbs == ["matter.declined", "matter.accepted", "matter.listed"]


def test_a_post_or_body_that_ends_answers_no_more_and_the_keepers_are_told(cast, now):
    day = day_of(now)
    holder = make_person("Una Reed", now)
    title = "neighbourhood manager"
    grant_post(holder, cast.thornford, PostKind.MANAGER, title=title, to_on=day, by=None, at=now)
    matter = mopeds(cast, now)
    accept_matter(matter, version=1, by=cast.priya, at=now)
    other = mopeds_at_county(cast, now)
    end_organisation(cast.county, on=day, by=None, at=now)
    later = day + timedelta(days=1)

    assert [is_answered(each, day) for each in matters_on(day)] == [True, True]
    assert [is_answered(each, later) for each in matters_on(later)] == [False, False]
    assert set(matters_waiting(cast.ruth, later)) == {matter, other}
    assert list(matters_waiting(cast.ruth, day)) == []


def mopeds_at_county(cast, now):
    matter = list_matter(
        cast.safer,
        "Street lights",
        organisation=cast.county,
        post_title="Lighting Engineer",
        phone="01632 960001",
        if_not_helped="Ask the highways desk.",
        by=cast.ruth,
        at=now,
    )
    accept_matter(matter, version=1, by=cast.ben, at=now)
    return matter


def test_what_was_accepted_is_asked_anew_when_it_changes_and_not_for_another_word(cast, now):
    matter = mopeds(cast, now)
    accept_matter(matter, version=1, by=cast.priya, at=now)

    change_matter(matter, version=2, other_words="quad bikes", by=cast.ruth, at=now)
    kept = matter.answering
    change_matter(matter, version=3, email="new@thornford.example", by=cast.ruth, at=now)

    assert (kept, matter.answering, matter.answered_by) == ("ACCEPTED", "ASKED", None)
    with pytest.raises(Overtaken):
        accept_matter(matter, version=1, by=cast.priya, at=now)


def test_no_person_is_named_and_no_address_of_their_own_is_shown(cast, now):
    grant_post(make_person("Una Reed", now), cast.thornford, PostKind.MANAGER, by=None, at=now)

    assert refusal(mopeds, cast, now, email=cast.ade.email.upper())[0] == "email"
    assert refusal(mopeds, cast, now, if_not_helped="Ask Ade  Okafor.")[0] == "if_not_helped"
    assert refusal(mopeds, cast, now, phone="Ade Okafor, 01632 960001")[0] == "phone"
    assert refusal(mopeds, cast, now, email="", phone="")[0] == "email"
    assert refusal(mopeds, cast, now, if_not_helped=" ")[0] == "if_not_helped"
    matter = mopeds(cast, now, email="una.reed@mail.example")
    assert "one person’s own address" in why_not_accept(matter, cast.priya, day_of(now))
    change_matter(
        matter,
        version=1,
        email="streets@mail.example",
        post_title="Una Reed, Manager",
        by=cast.ruth,
        at=now,
    )
    assert "It names Una Reed" in why_not_accept(matter, cast.priya, day_of(now))


def test_only_bodies_of_the_partnership_are_asked_and_each_matter_is_listed_once(cast, now):
    mopeds(cast, now)

    assert refusal(mopeds, cast, now) == ("name", "This matter is listed already.")
    assert refusal(list_matter, cast.safer, "!", by=cast.ruth, at=now)[0] == "name"
    stranger = {
        "organisation": cast.farhaven,
        "post_title": "Clerk",
        "phone": "01632 960002",
        "if_not_helped": "Ask.",
    }
    field, _ = refusal(list_matter, cast.safer, "Dogs", by=cast.ruth, at=now, **stranger)
    assert field == "organisation"


def test_a_matter_can_say_that_nobody_is_named_and_be_taken_off_again(cast, now):
    matter = list_matter(cast.safer, "Fly-tipping", by=cast.ruth, at=now)
    none_named = (matter.answering, is_answered(matter, day_of(now)))

    remove_matter(matter, version=1, by=cast.ruth, at=now)

    assert none_named == ("UNNAMED", False)
    assert not Matter.objects.exists()


def test_only_a_running_partnership_that_says_what_it_is_for_is_public(cast, now):
    told = {"version": 1, "is_public": True, "joining": "", "by": cast.ruth, "at": now}
    assert refusal(tell_public_page, cast.safer, purpose=" ", **told)[0] == "purpose"
    show(cast.safer, cast.ruth, now)
    for state in ("CLOSING", "CLOSED"):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    assert list(public_partnerships()) == []


def test_a_member_is_named_where_its_own_side_says_so_and_public_bodies_while_silent(cast, now):
    day, food = day_of(now), cast.memberships["riverside"]
    before = members_shown(cast.safer, day)
    may = {
        kind: why_not_name_member(food, cast.who(kind), day, is_named=True) is None
        for kind in EVERYBODY
        if kind != "public"
    }
    told = "Riverside Food Share has not said that anybody may read its name here. Leave it out."
    naming = refusal(mopeds, cast, now, if_not_helped="Ask the Riverside food share!")

    say_member_named(food, version=1, is_named=True, by=cast.ade, at=now)
    after = members_shown(cast.safer, day)
    say_member_named(cast.memberships["police"], version=1, is_named=False, by=cast.ruth, at=now)

    public = ["Thornford Academy", "Thornford District Council", "Wexmere County Council"]
    assert before == ([*public, "Wexmere Police"], True)
    assert after == (["Riverside Food Share", *public, "Wexmere Police"], True)
    assert members_shown(cast.safer, day) == (["Riverside Food Share", *public], True)
    assert [kind for kind, can in may.items() if can] == ["core seat"]
    assert naming == ("if_not_helped", told)
    mopeds(cast, now, if_not_helped="Ask the Riverside food share!")


def test_whoever_answers_is_named_and_whoever_is_not_named_cannot_answer(cast, now):
    matter, ours = mopeds(cast, now), cast.memberships["thornford"]
    say_member_named(ours, version=1, is_named=False, by=cast.priya, at=now)
    unnamed = why_not_accept(matter, cast.priya, day_of(now))
    say_member_named(ours, version=2, is_named=True, by=cast.priya, at=now)
    accept_matter(matter, version=1, by=cast.priya, at=now)

    assert "is not named on the public page" in unnamed
    field, reason = refusal(
        say_member_named, ours, version=3, is_named=False, by=cast.priya, at=now
    )
    assert (field, "answers for “Mopeds at night”" in reason) == ("is_named", True)


def test_a_person_is_named_by_their_own_consent_while_they_hold_the_place(cast, now):
    day = day_of(now)

    def named():
        return [one.person for one in people_shown(cast.safer, day)]

    say_person_named(cast.safer, is_named=True, by=cast.ruth, at=now)
    say_person_named(cast.safer, is_named=True, by=cast.nadia, at=now)
    given = named()
    mopeds(cast, now, if_not_helped="Ask Ruth Bello, the chair.")
    vacate_seat(cast.seats["ruth"], on=day - timedelta(days=1), by=cast.priya, at=now)

    assert given == [cast.ruth]
    assert named() == []
    assert refusal(say_person_named, cast.safer, is_named=True, by=cast.tom, at=now)[1] == (
        "You hold no place on this partnership."
    )
    say_person_named(cast.safer, is_named=False, by=cast.nadia, at=now)


def test_a_question_is_folded_to_what_it_is_about_as_one_of_its_kind():
    assert telling_words("Who answers for MOPEDS at night?") == ["moped", "night"]
    assert [one_of_many(w) for w in ("parties", "buses", "bins", "glass", "gas", "noise")] == [
        "party",
        "bus",
        "bin",
        "glass",
        "gas",
        "noise",
    ]
    assert telling_words("\x00%_'\";--") == []
