from joinedup.domain.basics.days import day_of
from joinedup.domain.imports.queries import known_register
from joinedup.domain.organisations.actions import add_other_name
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.actions import report_score
from tests.domain.imports.bringing import brought_in

QUERIES = 27


def test_an_officer_knows_all_bodies_and_the_partnerships_they_see(cast, now):
    add_other_name(cast.police, "Old Force", sort=NameSort.FORMER, by=cast.priya, at=now)
    report_score(cast.safer, 2025, overall=60, band="", by=cast.priya, at=now)

    known = known_register(cast.priya, day_of(now), host=cast.thornford)

    assert {body.name for body in known.organisations_named["old force"]} == {"Wexmere Police"}
    assert known.identified["GSS", "E07000999"].has_officers
    (safer,) = known.partnerships
    assert (safer.name, safer.may_change, safer.area_code) == (
        "Safer Places group",
        True,
        "E07000999",
    )
    assert safer.values["tier"] == "1"
    assert (known.host, known.own) == (cast.thornford.public_id, {cast.thornford.public_id})
    assert known.scores == {(cast.safer.public_id, 2025): (60, "")}


def test_who_sits_where_is_known_with_places_left_empty(cast, now):
    known = known_register(cast.priya, day_of(now))

    place = (cast.safer.public_id, cast.police.public_id)
    empty = (cast.safer.public_id, cast.thornford.public_id)
    assert [(seat.capacity, seat.person_name) for seat in known.seats[place]] == [
        ("CHAIR", "Ruth Bello")
    ]
    assert [(seat.capacity, seat.person_name) for seat in known.seats[empty]] == [
        ("REPRESENTATIVE", "")
    ]


def test_another_host_sees_the_record_and_may_not_change_it(cast, now):
    (safer,) = known_register(cast.ben, day_of(now)).partnerships

    assert (safer.may_change, safer.kept_by) == (False, "Thornford District Council")


def test_the_command_line_knows_everything(cast, now):
    known = known_register(None, day_of(now))

    assert ({one.name for one in known.partnerships}, known.own) == (
        {"Safer Places group", "Farhaven Growth Board"},
        None,
    )


def test_the_register_is_known_in_the_same_number_of_queries_at_any_size(
    cast, now, django_assert_num_queries
):
    with django_assert_num_queries(QUERIES):
        known_register(cast.priya, day_of(now), host=cast.thornford)
    brought_in(cast, now)

    with django_assert_num_queries(QUERIES):
        known_register(cast.priya, day_of(now), host=cast.thornford)
