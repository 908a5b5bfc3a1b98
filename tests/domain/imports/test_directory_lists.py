from datetime import date

import pytest

from joinedup.domain.contacts.models import Contact
from joinedup.domain.imports.actions import apply_import
from joinedup.domain.imports.queries import plan_of
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Holder, Membership
from joinedup.domain.people.models import Person
from joinedup.domain.undoing.actions import undo_import
from tests.domain.imports.bringing import answered, staged

pytestmark = pytest.mark.django_db

BODIES = """Organisation|Sector|Charity number|AKA|Former name|Renamed on|From|To|Replaced by
Wexmere Police|Police|||||||
Old Shoots|Charity|1234567|Shoots; OS|Seedlings|May 2009|1998|31 March 2020|Green Shoots Trust
Green Shoots Trust|Charity|2345678||||1 April 2020||
"""
PEOPLE = """Name|Email|Telephone|Organisation|Job title|Partnership|Capacity
Ruth Bello|ruth.bello@mail.example|01234 567|Wexmere Police|Inspector||
Jo Lee|jo@new.example||New Trust||Safer Places group|Chair
Al Roe|||||Safer Places group|
"""


def bring_in(cast, now, text, kind, **answers):
    file = staged(cast, now, text, kind=kind)
    answered(file, cast, now, **answers)
    return file, apply_import(file, version=file.version, by=cast.priya, at=now)


def test_a_list_of_organisations_tells_names_numbers_days_and_successors(cast, now):
    bring_in(cast, now, BODIES, "organisations")

    old = Organisation.objects.get(name="Old Shoots")
    link = old.successions.get()
    assert (old.sector, old.from_on, old.to_on) == ("CHARITY", date(1998, 1, 1), date(2020, 3, 31))
    assert list(old.identifiers.values_list("scheme", "value")) == [("GB-CHC", "1234567")]
    assert sorted(old.other_names.values_list("name", "sort", "to_on")) == [
        ("OS", "ALIAS", None),
        ("Seedlings", "FORMER", date(2009, 5, 1)),
        ("Shoots", "ALIAS", None),
    ]
    assert (link.successor.name, link.sort, link.on) == (
        "Green Shoots Trust",
        "REPLACED",
        date(2020, 3, 31),
    )
    assert Organisation.objects.filter(name="Wexmere Police").count() == 1


def test_the_same_list_of_organisations_twice_changes_nothing(cast, now):
    bring_in(cast, now, BODIES, "organisations")

    _, again = bring_in(cast, now, BODIES, "organisations")

    assert again.changes_nothing


def test_a_list_of_organisations_can_be_taken_back(cast, now):
    before = set(Organisation.objects.values_list("name", flat=True))
    file, _ = bring_in(cast, now, BODIES, "organisations")

    undone = undo_import(file, version=file.version, by=cast.priya, at=now)

    assert set(Organisation.objects.values_list("name", flat=True)) == before
    assert undone.stays == []
    assert Entry.objects.filter(verb="organisation.succeeded").count() == 1


def test_a_list_of_people_seats_them_says_whom_to_ask_for_and_gives_nobody_access(cast, now):
    posts = cast.priya.posts.count()
    answers = {"joins:safer-places-group:new-trust": "new"}

    file, planned = bring_in(cast, now, PEOPLE, "people", **answers)

    ruth, jo = Contact.objects.get(), Person.objects.get(email="jo@new.example")
    assert (ruth.organisation.name, ruth.name, ruth.title, ruth.phone) == (
        "Wexmere Police",
        "Ruth Bello",
        "Inspector",
        "01234 567",
    )
    held = Holder.objects.get(person=jo).seat
    assert (held.capacity, held.membership.organisation.name) == ("CHAIR", "New Trust")
    assert not jo.posts.exists()
    assert cast.priya.posts.count() == posts
    assert [(left.row, left.text) for left in planned.left_out] == [(4, "Al Roe")]

    undo_import(file, version=file.version, by=cast.priya, at=now)
    assert not Contact.objects.exists()
    assert not Membership.objects.filter(organisation__name="New Trust").exists()


def test_people_of_a_body_that_is_no_member_are_asked(cast, now):
    file = staged(cast, now, PEOPLE, kind="people")

    asked = plan_of(file, cast.priya, now.date()).questions
    assert [question.sentence for question in asked] == [
        "Row 3: New Trust is not a member of Safer Places group. Should it be?"
    ]
