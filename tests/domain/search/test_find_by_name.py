from datetime import date

import pytest

from joinedup.domain.organisations.actions import add_organisation, add_other_name
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import add_partnership_name, change_partnership
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.search import queries
from joinedup.domain.search.queries import found_by_name

pytestmark = pytest.mark.django_db
NAMES = (
    "Saint Mary’s Parish Council",
    "St. Mary's Church",
    "Station Street Residents",
    "Cyngor Tref Tŷ Gwyn",
    "Age & Experience",
    "Age and Opportunity",
    "Police and Crime Commissioner for Wexmere",
    "O’Neill Carers Co-operative",
    "The Café Française",
)


@pytest.fixture
def bodies(now):
    return {name: add_organisation(name, by=None, at=now) for name in NAMES}


def found(typed):
    return {body.name for body in found_by_name(typed, Organisation.objects.all())}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("st mary", {NAMES[0], NAMES[1]}),
        ("SAINT MARYS", {NAMES[0], NAMES[1]}),
        ("mary st", {NAMES[0], NAMES[1]}),
        ("st", {NAMES[0], NAMES[1], NAMES[2]}),
        ("str", {NAMES[2]}),
        ("ty gwyn", {NAMES[3]}),
        ("TŶ GWYN cyngor", {NAMES[3]}),
        ("age and", {NAMES[4], NAMES[5]}),
        ("age & exp", {NAMES[4]}),
        ("crim pol", {NAMES[6]}),
        ("oneill", {NAMES[7]}),
        ("O'Neill", {NAMES[7]}),
        ("cafe francaise", {NAMES[8]}),
        ("the cafe", {NAMES[8]}),
        ("ary", set()),
        ("police mosque", set()),
        ("", set(NAMES)),
        ("&", {NAMES[4], NAMES[5], NAMES[6]}),
        ("…", set(NAMES)),
        ('mary" OR "cafe', set()),
        ("mary' | 'cafe", set()),
        ("cafe* NEAR(", set()),
        ("{words} : mary", set()),
        ("exp\\:*", {NAMES[4]}),
    ],
)
def test_bodies_are_found_as_people_type_them(bodies, typed, names):
    assert found(typed) == names


def test_every_name_a_body_ever_had_finds_it_and_words_may_be_of_several_names(bodies, now):
    body = bodies["Age & Experience"]
    add_other_name(body, "Silver Line", sort=NameSort.FORMER, by=None, at=now)

    assert [found(typed) for typed in ("silver", "line exp", "silver opportunity")] == [
        {body.name},
        {body.name},
        set(),
    ]


def test_a_partnership_is_found_by_its_new_name_and_by_its_old_one(cast, now):
    add_partnership_name(cast.safer, "Street Watch", sort=NameSort.ALIAS, by=cast.priya, at=now)
    cast.safer.refresh_from_db()
    renamed = {"name": "Calm Nights", "version": cast.safer.version}
    change_partnership(cast.safer, **renamed, by=cast.priya, at=now)

    every = Partnership.objects.all()
    typed = ("calm", "safer places", "watch", "night street", "growth")
    assert [[p.name for p in found_by_name(words, every)] for words in typed] == [
        *[["Calm Nights"]] * 4,
        ["Farhaven Growth Board"],
    ]


def test_a_name_taken_away_finds_nothing_any_more(bodies, now):
    body = bodies["Age & Experience"]
    add_other_name(body, "Silver Line", sort=NameSort.FORMER, by=None, at=now)
    body.other_names.all().delete()
    gone = bodies["Station Street Residents"]
    gone.delete()

    assert (found("silver"), found("station")) == (set(), set())


@pytest.mark.parametrize("few", [0, 1, 1000])
def test_few_and_many_are_found_alike_and_only_among_those_given(bodies, monkeypatch, few):
    monkeypatch.setattr(queries, "FEW", few)
    among = Organisation.objects.filter(folded_name__lt="b")

    names = {body.name for body in found_by_name("age", among)}

    assert names == {"Age & Experience", "Age and Opportunity"}
    assert found_by_name("mary", among).count() == 0


def test_many_names_written_at_once_are_found(now):
    rows = [Organisation(name=f"Elm {n}", folded_name=f"elm {n}") for n in range(3)]
    Organisation.objects.bulk_create(rows)
    Organisation.objects.filter(folded_name="elm 1").update(folded_name="oak 1")

    assert (found("elm"), found("oak")) == ({"Elm 0", "Elm 2"}, {"Elm 1"})


def test_a_word_longer_than_any_name_finds_nothing_and_breaks_nothing(bodies):
    assert [found(typed) for typed in ("x" * 5000, "mary " * 200, "ﷺ" * 60)] == [
        set(),
        {NAMES[0], NAMES[1]},
        set(),
    ]


def test_days_of_a_name_do_not_keep_it_from_being_found(bodies, now):
    body, long_ago = bodies["Age & Experience"], date(1990, 1, 1)
    until = {"from_on": long_ago, "to_on": date(1999, 1, 1)}
    add_other_name(body, "Pensioners’ Voice", sort=NameSort.FORMER, **until, by=None, at=now)

    assert found("pensioners") == {body.name}
