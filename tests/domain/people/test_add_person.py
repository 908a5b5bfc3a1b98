import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.people.actions import add_person, find_or_add_person
from joinedup.domain.people.models import Person
from joinedup.domain.people.rules import why_not_known_by

TAKEN = "Somebody in the directory already has this email address."


@pytest.mark.parametrize(
    ("email", "reason"),
    [
        (None, None),
        ("new@mail.example", None),
        ("ade.okafor@mail.example", TAKEN),
        ("ADE.Okafor@Mail.Example", TAKEN),
        ("nobody", "“nobody” is not an email address"),
        ("a b@mail.example", "“a b@mail.example” is not an email address"),
    ],
)
def test_an_address_is_whole_and_belongs_to_one_person(cast, email, reason):
    assert (why_not_known_by(email) or "").startswith(reason or "")
    assert (why_not_known_by(email) is None) == (reason is None)


def test_adding_a_person_keeps_name_and_address_without_blanks(db, now):
    person = add_person(" Ivy Tran ", email=" Ivy@mail.example ", by=None, at=now)

    kept = Person.objects.get(pk=person.pk)
    assert (kept.name, kept.email) == ("Ivy Tran", "Ivy@mail.example")
    assert verbs_about(person) == ["person.added"]


@pytest.mark.parametrize("email", ["", "  ", None])
def test_several_people_may_have_no_address(db, now, email):
    for name in ("Ivy Tran", "Owen Pryce"):
        add_person(name, email=email, by=None, at=now)

    assert list(Person.objects.values_list("email", flat=True).order_by("pk")) == [None, None]


def test_a_second_person_with_the_same_address_is_refused(cast, now):
    with pytest.raises(Refused, match=TAKEN):
        add_person("Adele Okafor", email="ADE.OKAFOR@mail.example", by=None, at=now)


def test_finding_by_address_ignores_case_and_keeps_the_known_name(cast, now):
    people = Person.objects.count()

    found = find_or_add_person("A. Okafor", email=" ADE.Okafor@mail.example", by=None, at=now)

    assert (found, found.name, Person.objects.count()) == (cast.ade, "Ade Okafor", people)


def test_an_unknown_address_makes_a_new_person(cast, now):
    found = find_or_add_person("Zoe Hart", email="zoe@mail.example", by=cast.priya, at=now)

    assert (found.name, found.email) == ("Zoe Hart", "zoe@mail.example")
