from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.imports.actions import apply_import
from joinedup.domain.imports.models import Import, ImportRow
from joinedup.domain.imports.queries import plan_of
from joinedup.domain.journal.models import Entry
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import known_as
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import held_seats, members_of, run_by
from tests.domain.imports.bringing import MEMBERS, REGISTER, answered, brought_in, staged


def green():
    return Partnership.objects.get(name="Green Thornford")


def test_partnerships_come_in_as_agreed_before(cast, now):
    brought_in(cast, now)

    one = green()
    assert (one.state, one.agreed_before, one.starts_on) == (State.ACTIVE, True, date(2019, 4, 3))
    assert (one.agreement, one.exit_plan, one.members_confirmed_on) == ("YES", "UNTOLD", None)
    assert [str(host) for host in one.hostings.all()] == [
        "Thornford District Council hosts Green Thornford"
    ]
    assert [(score.year, score.overall) for score in one.reported_scores.all()] == [
        (2025, Decimal("71.2"))
    ]
    assert one in run_by(cast.priya, day_of(now)).order_by("id")


def test_known_bodies_are_shared_and_new_ones_entered(cast, now):
    before = Organisation.objects.count()

    brought_in(cast, now)

    members = [str(member.organisation) for member in members_of(green(), day_of(now))]
    assert members == ["Riverside Food Share", "Thornford District Council", "Wexmere Police"]
    assert Organisation.objects.count() == before + 1
    assert Membership.objects.filter(partnership=green(), organisation=cast.police).count() == 1


def test_people_hold_their_places_and_one_address_is_one_person(cast, now):
    brought_in(cast, now)

    both = Partnership.objects.filter(name__in=["Green Thornford", "Warm Homes"])
    held = [
        (str(holder.person), holder.person.email, str(holder.seat))
        for holder in held_seats(both, day_of(now))
    ]
    assert held == [
        (
            "Ann Lee",
            "ann@t.example",
            "Coordinator for Thornford District Council in Green Thornford",
        ),
        ("Ann Lee", "ann@t.example", "Coordinator for Thornford District Council in Warm Homes"),
    ]


def test_numbers_sectors_and_standings_come_in(cast, now):
    brought_in(cast, now, MEMBERS)

    trust = known_as("GB-CHC", "1234567")
    place = Membership.objects.get(organisation=trust)
    assert (trust.name, trust.sector, place.standing) == (
        "Green Shoots Trust",
        "CHARITY",
        "OBSERVER",
    )
    assert [str(seat.capacity) for seat in place.seats.all()] == ["REPRESENTATIVE"]


def test_the_history_says_from_which_row_of_which_file(cast, now):
    file, _ = brought_in(cast, now)

    entries = history_of(green()).order_by("id")
    assert [entry.verb for entry in entries][:2] == ["partnership.imported", "partnership.led"]
    assert {entry.because for entry in entries} == {"Brought in from register.csv, row 2."}
    assert {entry.by_name for entry in entries} == {"Priya Nair"}
    assert verbs_about(file) == ["import.staged", "import.applied"]


def test_the_same_file_twice_changes_nothing(cast, now):
    brought_in(cast, now)
    before = {table: table.objects.count() for table in (Partnership, Organisation, Membership)}
    entries = Entry.objects.count()

    again, planned = brought_in(cast, now)

    assert planned.changes_nothing
    assert before == {table: table.objects.count() for table in before}
    assert Entry.objects.count() == entries + 2
    assert again.outcome["counts"]["unchanged"]["partnerships"] == 2


def test_what_a_later_file_tells_is_changed_and_the_rest_kept(cast, now):
    brought_in(cast, now)

    brought_in(cast, now, REGISTER.replace("71.2", "74").replace("|Yes|", "|No|"))

    one = green()
    assert (one.agreement, one.reported_scores.get().overall) == ("NO", Decimal("74.0"))
    assert history_of(one).filter(verb="partnership.changed").get().detail["was"] == {
        "agreement": "YES"
    }


def test_a_file_with_a_problem_or_an_open_question_saves_nothing(cast, now):
    before = Entry.objects.count()
    problem = staged(cast, now, REGISTER.replace("3 April 2019", "soon"))
    question = staged(cast, now, REGISTER.replace("Riverside Food Share", "Riverside"))

    with pytest.raises(Refused, match="Row 2, Started: “soon” is not a date"):
        apply_import(problem, version=1, by=cast.priya, at=now)
    with pytest.raises(Refused, match="1 question needs an answer first"):
        apply_import(question, version=1, by=cast.priya, at=now)

    assert (problem.state, question.state) == ("STAGED", "STAGED")
    assert (Partnership.objects.filter(name="Green Thornford").count(), Entry.objects.count()) == (
        0,
        before + 2,
    )


def test_an_answer_is_remembered_as_another_name(cast, now):
    text = REGISTER.replace("Riverside Food Share", "Riverside")
    answer = {"organisation:riverside": f"as:{cast.riverside.public_id}"}

    brought_in(cast, now, text, **answer)

    assert [other.name for other in cast.riverside.other_names.all()] == ["Riverside"]
    again = staged(cast, now, text.replace("tbc", "n/k"))
    assert plan_of(again, cast.priya, day_of(now)).questions == ()


def test_a_file_is_brought_in_once(cast, now):
    file = staged(cast, now)
    other = Import.objects.get(pk=file.pk)
    apply_import(file, version=1, by=cast.priya, at=now)

    with pytest.raises(Overtaken):
        apply_import(other, version=1, by=cast.priya, at=now)
    with pytest.raises(Refused, match="This file was brought in already on"):
        apply_import(file, version=2, by=cast.priya, at=now)

    assert (
        Partnership.objects.filter(name="Green Thornford").count(),
        ImportRow.objects.count(),
    ) == (
        1,
        0,
    )


def test_a_register_that_changed_since_it_was_looked_at_stops_the_import(cast, now):
    file = staged(cast, now)
    seen = plan_of(file, cast.priya, day_of(now)).digest()
    add_organisation("Warm Hearths Trust", by=cast.priya, at=now)

    with pytest.raises(Overtaken, match="The register has changed since you looked"):
        apply_import(file, version=1, seen=seen, by=cast.priya, at=now)


def test_a_fault_half_way_leaves_nothing_behind(cast, now, monkeypatch):
    file = staged(cast, now)
    monkeypatch.setattr(
        "joinedup.domain.imports.actions.entering.Entering.enter_memberships", lambda *_: 1 / 0
    )

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        apply_import(file, version=1, by=cast.priya, at=now)

    assert Partnership.objects.filter(name="Green Thornford").count() == 0
    assert Import.objects.get(pk=file.pk).state == "STAGED"


def test_a_successor_takes_over_the_place(cast, now):
    brought_in(cast, now)
    text = REGISTER.replace("Ann Lee|ann@t.example", "Bob Day|bob@t.example")
    file = staged(cast, now, text)
    questions = plan_of(file, cast.priya, day_of(now)).questions
    answered(file, cast, now, **{question.id: "replace" for question in questions})

    apply_import(file, version=file.version, by=cast.priya, at=now)

    held = held_seats(Partnership.objects.filter(name="Green Thornford"), day_of(now))
    assert [str(holder.person) for holder in held] == ["Bob Day"]


def test_what_a_list_adds_to_known_bodies_and_members_comes_in(cast, now):
    brought_in(cast, now)
    text = (
        "Partnership|Organisation|Sector|Charity number|Standing|Joined|Tier|Ref|GSS code|Area\n"
        "Green Thornford|Warm Hearths Trust|Charity|7654321|Associate|2020-01-02|2|R1|E07000123|T\n"
        "Warm Homes|Warm Hearths Trust|Charity|7654321|Associate|2020-01-02|||| \n"
    )

    brought_in(cast, now, text)

    trust = known_as("GB-CHC", "7654321")
    one = green()
    changed = Membership.objects.get(partnership__name="Warm Homes", organisation=trust)
    assert (trust.name, trust.sector, trust.version) == ("Warm Hearths Trust", "CHARITY", 2)
    assert (one.tier, one.reference, one.area.code) == (2, "R1", "E07000123")
    assert (changed.standing, changed.from_on, changed.version) == (
        "ASSOCIATE",
        date(2020, 1, 2),
        2,
    )
    assert verbs_about(trust) == [
        "organisation.added",
        "organisation.changed",
        "organisation.identified",
    ]
    assert "member.changed" in verbs_about(changed.partnership)


def test_no_address_is_kept_beside_a_file_that_is_in(cast, now):
    file, _ = brought_in(cast, now)

    kept = list(file.steps.order_by("pk").values_list("ref", "values"))

    assert "ann@t.example" not in str(kept)


def test_a_file_and_its_rows_are_named_for_people(cast, now):
    file = staged(cast, now)

    assert (str(file), str(file.rows.first())) == ("register.csv", "register.csv, row 2")
