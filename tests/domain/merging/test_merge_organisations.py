from datetime import date, timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.contacts.actions import add_contact, make_remark
from joinedup.domain.contacts.kinds import About
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.merging.actions import merge_organisations, undo_merge
from joinedup.domain.merging.models import Merge
from joinedup.domain.merging.queries import pointing_at_bodies
from joinedup.domain.merging.rules import why_not_merge, why_not_one_body
from joinedup.domain.organisations.actions import (
    add_organisation,
    add_other_name,
    form_organisation,
    grant_post,
    identify_organisation,
    note_successor,
    remove_identifier,
)
from joinedup.domain.organisations.kinds import Form, NameSort, PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import bearing, kept_for, known_as, standing
from joinedup.domain.partnerships.actions import add_member, end_membership, open_seat
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.search.queries import found_by_name


@pytest.fixture
def twin(cast, now):
    """Return a second entry of Riverside Food Share, with something of every sort."""
    entry = add_organisation("Riverside Larder", by=cast.priya, at=now)
    add_other_name(entry, "The Larder", sort=NameSort.SHORT, by=cast.priya, at=now)
    identify_organisation(entry, "GB-CHC", "1234567", by=cast.priya, at=now)
    add_member(cast.growth, entry, by=cast.noor, at=now, from_on=date(2026, 5, 1))
    add_contact(entry, "Vera Stone", by=cast.priya, at=now)
    make_remark(entry, About.WAYS, "Slow.", by=cast.priya, at=now)
    note_successor(cast.academy, entry, by=cast.priya, at=now)
    return entry


def everything():
    """Return to which body every row of every table points."""
    return {
        (table.__name__, field, row.pk): getattr(row, f"{field}_id")
        for table, field in pointing_at_bodies()
        for row in table._base_manager.all()
    }


def join(cast, now, twin, **how):
    return merge_organisations(twin, cast.riverside, by=cast.priya, at=now, **how)


def test_everything_goes_to_the_entry_that_is_kept(cast, now, twin):
    join(cast, now, twin, because="The same charity.")

    assert twin.pk not in everything().values()
    assert known_as("GB-CHC", "1234567") == cast.riverside
    assert list(bearing("the larder")) == list(bearing("riverside larder")) == [cast.riverside]
    assert list(found_by_name("lard", standing())) == [cast.riverside]
    assert (kept_for(twin.public_id), twin in standing()) == (cast.riverside, False)
    assert verbs_about(cast.riverside)[-1] == "organisation.absorbed"
    assert verbs_about(twin)[-1] == "organisation.merged"


def test_undoing_puts_exactly_that_back(cast, now, twin):
    before, names = everything(), list(cast.riverside.other_names.values_list("name", flat=True))
    merge = join(cast, now, twin)

    changed = undo_merge(merge, because="Two after all.", by=cast.priya, at=now)

    assert changed == []
    assert everything() == before
    assert list(cast.riverside.other_names.values_list("name", flat=True)) == names
    assert (kept_for(twin.public_id), known_as("GB-CHC", "1234567")) == (None, twin)
    with pytest.raises(Refused, match="undone already"):
        undo_merge(Merge.objects.get(), by=cast.priya, at=now)


def test_what_has_changed_since_is_listed_and_left(cast, now, twin):
    merge = join(cast, now, twin)
    remove_identifier(cast.riverside.identifiers.get(), because="", by=cast.priya, at=now)
    Membership.objects.filter(partnership=cast.growth, to_on=None).update(organisation=cast.county)

    changed = undo_merge(merge, by=cast.priya, at=now)

    assert changed == [
        "1 of sort “identifier” are there no more.",
        "Wexmere County Council in Farhaven Growth Board has changed since and stays as it is.",
    ]


def test_two_memberships_of_one_partnership_are_refused_unless_joined(cast, now, twin):
    double = add_member(cast.safer, twin, from_on=date(2018, 1, 1), by=cast.priya, at=now)
    open_seat(double, person=cast.nadia, by=cast.priya, at=now)

    with pytest.raises(Refused, match="Both are members of one partnership"):
        join(cast, now, twin)
    merge = join(cast, now, twin, joining=True)

    kept = Membership.objects.get(pk=cast.memberships["riverside"].pk)
    assert kept.from_on == date(2018, 1, 1)
    assert {seat.holders.get().person for seat in kept.seats.all()} == {cast.ade, cast.nadia}
    double.refresh_from_db()
    assert double.to_on == day_of(now) - timedelta(days=1)

    undo_merge(merge, by=cast.priya, at=now)

    kept.refresh_from_db()
    double.refresh_from_db()
    assert (kept.from_on, double.from_on, double.to_on) == (
        date(2019, 4, 1),
        date(2018, 1, 1),
        None,
    )
    assert [seat.holders.get().person for seat in double.seats.all()] == [cast.nadia]


def test_memberships_one_after_the_other_stay_two(cast, now, twin):
    early = add_member(cast.safer, twin, from_on=date(2010, 1, 1), by=cast.priya, at=now)
    end_membership(early, on=date(2015, 1, 1), because="", by=cast.priya, at=now)

    join(cast, now, twin)

    assert cast.riverside.memberships.filter(partnership=cast.safer).count() == 2


def test_an_officer_never_joins_entries_that_people_work_for(cast, now, twin):
    """Otherwise whoever works for one would see what the other belongs to."""
    day = day_of(now)
    only = "Only a steward can join it with another."

    assert why_not_merge(cast.riverside, cast.noor, day, twin) is None
    assert only in why_not_merge(cast.riverside, cast.noor, day, cast.farhaven)
    assert why_not_merge(cast.riverside, cast.grace, day, cast.farhaven) is None
    with pytest.raises(Refused, match=only):
        merge_organisations(cast.riverside, cast.farhaven, by=cast.noor, at=now)
    assert cast.safer not in visible_to(Person.objects.get(pk=cast.noor.pk), day)


def test_a_steward_joins_posts_as_well(cast, now, twin):
    grant_post(cast.ade, twin, PostKind.OFFICER, by=cast.grace, at=now)

    merge_organisations(twin, cast.riverside, by=cast.grace, at=now)

    assert cast.ade.posts.get().organisation == cast.riverside
    assert cast.growth in visible_to(cast.ade, day_of(now))


@pytest.mark.parametrize(
    ("absorbed", "kept", "reason"),
    [
        ("riverside", "riverside", "Choose the other entry"),
        ("county", "thornford", "Both keep the record of one partnership"),
        ("academy", "mosque", "One is a part of the other"),
    ],
)
def test_what_cannot_be_one_body(cast, now, absorbed, kept, reason):
    form_organisation(cast.academy, Form.PART, part_of=cast.mosque, by=cast.priya, at=now)

    said = why_not_one_body(cast.bodies[absorbed], cast.bodies[kept], day_of(now), joining=True)

    assert said.startswith(reason)


def test_entries_joined_one_after_another_are_parted_in_turn(cast, now, twin):
    third = add_organisation("Riverside Trust", by=cast.priya, at=now)
    first = join(cast, now, twin)
    merge_organisations(cast.riverside, third, by=cast.priya, at=now)

    assert kept_for(twin.public_id) == third
    merge = Merge.objects.get(pk=first.pk)
    with pytest.raises(Refused, match="was itself joined with Riverside Trust since"):
        undo_merge(merge, by=cast.priya, at=now)


def test_what_both_have_stays_once(cast, now, twin):
    for body in (twin, cast.riverside):
        add_other_name(body, "The Pantry", sort=NameSort.ALIAS, by=cast.priya, at=now)
    note_successor(twin, cast.riverside, by=cast.priya, at=now)

    merge = join(cast, now, twin)

    assert cast.riverside.other_names.filter(folded_name="the pantry").count() == 1
    assert undo_merge(merge, by=cast.priya, at=now) == []
    assert Organisation.objects.get(pk=twin.pk).successions.count() == 1


def test_a_stranger_can_do_neither(cast, now, twin):
    with pytest.raises(Refused, match="Only a partnership officer"):
        merge_organisations(twin, cast.riverside, by=cast.ade, at=now)
    merge = join(cast, now, twin)
    with pytest.raises(Refused, match="Only a partnership officer"):
        undo_merge(merge, by=cast.ade, at=now)

    assert Partnership.objects.count() == 2
