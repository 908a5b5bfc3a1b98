from joinedup.domain.basics.days import day_of
from joinedup.domain.partnerships.queries import members_of, vacant_seats, visible_to
from tests.cast import LEFT_ON


def test_members_come_with_their_places_and_who_holds_them(cast, now):
    members = members_of(cast.safer, day_of(now))

    assert [
        (
            membership.organisation.name,
            [
                [holder.person.name for holder in seat.holders.all()]
                for seat in membership.seats.all()
            ],
        )
        for membership in members
    ] == [
        ("Riverside Food Share", [["Ade Okafor"]]),
        ("Thornford Academy", [["Owen Pryce"]]),
        ("Thornford Central Mosque", [["Nadia Rahman"]]),
        ("Thornford District Council", [[]]),
        ("Wexmere County Council", [["Colin Marsh"]]),
        ("Wexmere Police", [["Ruth Bello"]]),
    ]


def test_members_are_read_in_three_queries_however_many_there_are(
    cast, now, django_assert_num_queries
):
    with django_assert_num_queries(3):
        for membership in members_of(cast.safer, day_of(now)):
            for seat in membership.seats.all():
                assert len(seat.holders.all()) <= 1


def test_a_place_is_vacant_from_the_day_after_its_holder_left(cast, now):
    among = visible_to(cast.priya, day_of(now))

    assert list(vacant_seats(among, LEFT_ON)) == []
    assert list(vacant_seats(among, day_of(now))) == [cast.seats["derek"]]
