from datetime import date

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.contacts.actions import (
    add_contact,
    change_contact,
    end_contact,
    make_remark,
    make_response,
    withdraw_remark,
)
from joinedup.domain.contacts.kinds import About, Power
from joinedup.domain.contacts.models import Remark
from joinedup.domain.contacts.queries import (
    contacts_at,
    former_contacts_at,
    known_to,
    remarks_on,
)
from joinedup.domain.contacts.rules import why_not_respond, why_not_tell
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import vacate_seat
from tests.cast import EVERYBODY

WRITERS = {"lead host's officer", "another host's officer", "steward", "foreign body's officer"}


@pytest.mark.parametrize("kind", EVERYBODY)
def test_what_is_known_of_a_member_is_for_writers_and_its_own_people(cast, now, kind):
    sees = cast.riverside in known_to(cast.who(kind), day_of(now))

    assert sees == (kind in WRITERS | {"core seat"})


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_who_tells_and_who_answers_for_the_host(cast, now, kind):
    person, day = cast.who(kind), day_of(now)
    remark = make_remark(cast.thornford, About.WAYS, "Slow.", by=cast.ben, at=now)

    tells = why_not_tell(cast.thornford, person, day) is None
    answers = why_not_respond(remark, person, day) is None

    assert tells == (kind in WRITERS | {"director", "leadership"})
    assert answers == (kind in {"lead host's officer", "director", "leadership"})


def test_whoever_left_their_place_reads_no_more(cast, now):
    vacate_seat(cast.seats["ade"], on=date(2026, 6, 14), by=cast.priya, at=now)

    assert list(known_to(cast.ade, day_of(now))) == []


def test_a_remark_is_signed_dated_and_answered(cast, now):
    remark = make_remark(cast.riverside, About.PRESSURES, " Two staff. ", by=cast.priya, at=now)
    make_response(remark, "Three now.", by=cast.ade, at=now)
    own = make_remark(cast.riverside, About.SUPPORT, "A lift, please.", by=cast.ade, at=now)

    told = [
        (each.words, each.written_by, each.written_for, [r.words for r in each.responses.all()])
        for each in remarks_on(cast.riverside)
    ]

    assert told == [
        ("Two staff.", cast.priya, cast.thornford, ["Three now."]),
        ("A lift, please.", cast.ade, cast.riverside, []),
    ]
    assert own.written_at == now


def test_the_history_that_everybody_reads_tells_no_name_and_no_words(cast, now):
    add_contact(cast.riverside, "Vera Stone", remit="Money", by=cast.priya, at=now)
    remark = make_remark(cast.riverside, About.WAYS, "Slow.", by=cast.priya, at=now)
    make_response(remark, "Never.", by=cast.ade, at=now)

    details = [entry.detail for entry in history_of(cast.riverside)[:3]]

    assert not any(word in str(details) for word in ("Vera", "Money", "Slow", "Never"))


def test_a_remark_is_taken_back_by_who_wrote_it_or_a_steward(cast, now):
    first, second = (
        make_remark(cast.riverside, About.WAYS, words, by=cast.priya, at=now)
        for words in ("Slow.", "Late.")
    )

    with pytest.raises(Refused, match="Only Priya Nair, who wrote this, or a steward"):
        withdraw_remark(first, because="", by=cast.ade, at=now)
    withdraw_remark(first, because="Unfair.", by=cast.priya, at=now)
    withdraw_remark(second, because="Unfair.", by=cast.grace, at=now)

    assert list(remarks_on(cast.riverside)) == []
    with pytest.raises(Refused, match="withdrawn"):
        make_response(Remark.objects.get(pk=first.pk), "No.", by=cast.ade, at=now)


def test_nothing_is_said_without_words_or_by_a_stranger(cast, now):
    with pytest.raises(Refused, match="Write what you want to say") as refusal:
        make_remark(cast.riverside, About.WAYS, " !", by=cast.priya, at=now)
    with pytest.raises(Refused, match="Only a partnership officer"):
        make_remark(cast.riverside, About.WAYS, "Slow.", by=cast.ruth, at=now)

    assert (refusal.value.field, Remark.objects.exists()) == ("words", False)


def test_contacts_are_those_of_the_day_and_who_went_before(cast, now):
    vera = add_contact(cast.riverside, "Vera Stone", power=Power.DECIDES, by=cast.priya, at=now)
    tom = add_contact(cast.riverside, "Tom Reed", introduced_by=vera, by=cast.ade, at=now)
    end_contact(vera, on=date(2026, 6, 14), by=cast.priya, at=now)

    day = day_of(now)
    assert [(each.name, each.introduced_by) for each in contacts_at(cast.riverside, day)] == [
        ("Tom Reed", vera)
    ]
    assert list(former_contacts_at(cast.riverside, day)) == [vera]
    assert tom.power == Power.UNTOLD
    with pytest.raises(Refused, match="was to be asked until 14 June 2026"):
        end_contact(vera, on=day, by=cast.priya, at=now)


def test_nobody_is_introduced_in_a_circle(cast, now):
    vera = add_contact(cast.riverside, "Vera Stone", by=cast.priya, at=now)
    tom = add_contact(cast.riverside, "Tom Reed", introduced_by=vera, by=cast.priya, at=now)

    with pytest.raises(Refused, match="introduced by somebody") as refusal:
        change_contact(vera, version=1, introduced_by=tom, by=cast.priya, at=now)

    assert refusal.value.field == "introduced_by"


def test_a_contact_is_put_right(cast, now):
    vera = add_contact(cast.riverside, "Vera Ston", by=cast.priya, at=now)

    change_contact(vera, version=1, name="Vera Stone", remit="Money", by=cast.priya, at=now)

    vera.refresh_from_db()
    assert (vera.name, vera.remit, vera.version) == ("Vera Stone", "Money", 2)
