"""A file is made once, for one person, of what they may see, and is gone with their role."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest

from joinedup.domain.basics.pieces import bytes_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.jobs.actions import claim, run_due
from joinedup.domain.jobs.kinds import LEASE
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.queries import given_up
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.organisations.actions import end_post, grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.parcels.actions import (
    LEASE as OURS,
)
from joinedup.domain.parcels.actions import (
    MAKE,
    STOPPED,
    ask_for_everything,
    ask_for_parcel,
    clear_old_parcels,
    clear_parcel,
    forget_parcels,
    keep_file,
    make_parcel,
    release_stuck_parcels,
)
from joinedup.domain.parcels.kinds import KEPT, MOST, PARCEL_MOVES, ParcelState
from joinedup.domain.parcels.models import Parcel, ParcelPiece
from joinedup.domain.parcels.queries import visible_to
from joinedup.domain.parcels.rules import why_not_take, why_not_take_any
from joinedup.domain.partnerships.actions import (
    end_membership,
    open_seat,
    register_partnership,
)
from tests.cast import EVERYBODY

pytestmark = pytest.mark.django_db
YESTERDAY = timedelta(days=1)


def asked(cast, now, who="priya", what="memberships", sort="xlsx", **more):
    return ask_for_parcel(what, sort, by=cast.people[who], at=now, **more)


def made(parcel, at):
    make_parcel(public_id=parcel.public_id, version=parcel.version, at=at, hold=lambda: None)
    parcel.refresh_from_db()
    return b"".join(bytes_of(parcel.pieces))


def everything(cast, now, who="priya", body="thornford"):
    parcel = ask_for_everything(cast.bodies[body], by=cast.people[who], at=now)
    return zipfile.ZipFile(io.BytesIO(made(parcel, now)))


def leave(cast, now, who="priya"):
    post = cast.people[who].posts.get()
    end_post(post, on=now.date() - YESTERDAY, because="Left.", by=cast.grace, at=now)


def test_asked_for_twice_it_is_one_file_and_one_job(cast, now):
    first, second = asked(cast, now), asked(cast, now + timedelta(seconds=1))

    assert (first, first.version) == (second, second.version)
    assert (Parcel.objects.count(), Job.objects.filter(name=MAKE).count()) == (1, 1)
    assert verbs_about(first) == ["parcel.asked"]


def test_a_worker_makes_it_of_what_its_reader_may_see_and_says_how_far_it_is(cast, now):
    parcel = asked(cast, now)
    run_due(now)

    parcel.refresh_from_db()
    assert (parcel.state, parcel.ends_at) == (ParcelState.READY, now + KEPT)
    assert (parcel.done, parcel.size) == (6, len(b"".join(bytes_of(parcel.pieces))))


def test_a_file_is_asked_for_again_and_made_anew_in_its_place(cast, now):
    parcel = asked(cast, now)
    made(parcel, now)

    again = asked(cast, now + timedelta(hours=1))

    assert (again.pk, again.state, again.pieces.count()) == (parcel.pk, ParcelState.WAITING, 0)
    assert made(again, now + timedelta(hours=1))[:2] == b"PK"


def test_a_job_of_an_earlier_asking_makes_nothing(cast, now):
    parcel = asked(cast, now)
    made(parcel, now)
    again = asked(cast, now)

    make_parcel(public_id=parcel.public_id, version=parcel.version - 1, at=now, hold=lambda: None)

    again.refresh_from_db()
    assert (again.state, again.pieces.count()) == (ParcelState.WAITING, 0)


def test_a_killed_worker_leaves_pieces_that_the_next_one_clears_away(cast, now):
    parcel = asked(cast, now)
    claim(now)
    ParcelPiece.objects.create(whole=parcel, number=0, data=b"half")
    ParcelPiece.objects.create(whole=parcel, number=1, data=b"of it")

    run_due(now + max(LEASE, OURS) + timedelta(seconds=1))

    parcel.refresh_from_db()
    pieces = list(parcel.pieces.values_list("number", flat=True))
    assert (parcel.state, pieces) == (ParcelState.READY, [0])
    assert b"".join(bytes_of(parcel.pieces))[:2] == b"PK"


def test_a_file_in_several_pieces_is_handed_over_whole(cast, now, monkeypatch):
    monkeypatch.setattr("joinedup.domain.parcels.actions.PIECE", 7)
    parcel = asked(cast, now)

    file = io.BytesIO()
    file.write(b"0123456789" * 5)
    keep_file(parcel, file, now)

    assert b"".join(bytes_of(parcel.pieces)) == b"0123456789" * 5
    assert parcel.pieces.count() == 8


def test_whoever_left_before_it_was_made_gets_none(cast, now):
    parcel = ask_for_everything(cast.thornford, by=cast.priya, at=now)
    leave(cast, now)

    run_due(now)

    assert not Parcel.objects.filter(pk=parcel.pk).exists()
    assert not ParcelPiece.objects.exists()


def test_whoever_left_after_it_was_made_finds_it_no_more(cast, now):
    parcel = asked(cast, now)
    made(parcel, now)
    before = list(visible_to(cast.priya, now))

    leave(cast, now)

    assert (before, list(visible_to(cast.priya, now))) == ([parcel], [])
    clear_old_parcels(at=now)
    assert not ParcelPiece.objects.exists()


@pytest.mark.parametrize("way", ["post", "place", "membership"])
def test_a_file_rests_on_all_that_let_its_reader_see_it(cast, now, way):
    made(asked(cast, now, "ben"), now)
    if way == "post":
        grant_post(cast.ben, cast.police, PostKind.AUDITOR, by=cast.grace, at=now)
    elif way == "place":
        open_seat(cast.memberships["county"], person=cast.ben, by=cast.priya, at=now)
    else:
        day = now.date() - 40 * YESTERDAY
        end_membership(cast.memberships["county"], on=day, because="Left.", by=cast.priya, at=now)

    assert list(visible_to(cast.ben, now)) == []


@pytest.mark.parametrize("kind", EVERYBODY)
def test_a_file_is_seen_by_whom_it_was_made_for_and_nobody_else(cast, now, kind):
    parcel = asked(cast, now)

    seen = [parcel] if kind == "lead host's officer" else []
    assert list(visible_to(cast.who(kind), now)) == seen


@pytest.mark.parametrize("kind", EVERYBODY)
def test_only_those_who_keep_a_bodys_records_take_everything_along(cast, now, kind):
    if kind == "public":
        return
    person, day = cast.who(kind), now.date()
    officer = "Only a partnership officer or manager "

    own = why_not_take(cast.thornford, person, day), why_not_take_any(person, day)

    not_there = f"{officer}of Thornford District Council takes everything along."
    nowhere = f"{officer}takes everything of their organisation along."
    assert own == {
        "lead host's officer": (None, None),
        "another host's officer": (not_there, None),
        "foreign body's officer": (not_there, None),
    }.get(kind, (not_there, nowhere))


def test_everything_of_another_body_is_refused(cast, now):
    with pytest.raises(Refused, match="Only a partnership officer or manager of Wexmere"):
        ask_for_everything(cast.county, by=cast.priya, at=now)

    assert (Parcel.objects.count(), Job.objects.filter(name=MAKE).count()) == (0, 0)


def test_everything_of_a_body_is_no_partnership_of_another_where_one_works_too(cast, now):
    grant_post(cast.priya, cast.farhaven, PostKind.OFFICER, by=cast.grace, at=now)
    register_partnership("=Streets", host=cast.thornford, by=cast.priya, at=now)

    zipped = everything(cast, now)

    rows = list(csv.DictReader(io.StringIO(zipped.read("register.csv").decode("utf-8-sig"))))
    assert [row["Partnership"] for row in rows] == ["Safer Places group", "'=Streets"]
    assert zipped.testzip() is None
    assert "What Joined Up held for Thornford District Council" in str(zipped.read("README.txt"))
    linked = {n for n in zipped.namelist() if f'href="{n}"' in zipped.read("index.html").decode()}
    assert linked == set(zipped.namelist()) - {"README.txt", "index.html"}


def test_files_are_cleared_away_after_seven_days(cast, now):
    parcel = asked(cast, now)
    made(parcel, now)

    seen = [list(visible_to(cast.priya, now + KEPT - timedelta(seconds=n))) for n in (1, 0)]
    clear_old_parcels(at=now + KEPT - timedelta(seconds=1))
    still = Parcel.objects.count()
    clear_old_parcels(at=now + KEPT)

    assert (seen, still, Parcel.objects.count()) == ([[parcel], []], 1, 0)
    assert not ParcelPiece.objects.exists()


def test_a_file_whose_worker_stops_each_time_is_said_not_to_be_made(cast, now):
    parcel = asked(cast, now)
    Job.objects.filter(name=MAKE).update(given_up_at=now)

    release_stuck_parcels(at=now)

    parcel.refresh_from_db()
    assert (parcel.state, parcel.trouble) == (ParcelState.STOPPED, STOPPED)
    assert given_up().count() == 1
    assert asked(cast, now).state == ParcelState.WAITING


def test_a_person_has_no_more_files_than_so_many(cast, now):
    for number in range(MOST):
        asked(cast, now, asked={"name": f"Streets {number}"})

    with pytest.raises(Refused, match="There are 20 files here for you"):
        asked(cast, now)
    assert asked(cast, now, asked={"name": "Streets 3"}).state == ParcelState.WAITING


def test_a_list_is_made_as_it_was_narrowed(cast, now):
    register_partnership("Warm Homes", host=cast.thornford, by=cast.priya, at=now)

    paper = made(asked(cast, now, what="register", sort="pdf", told=[("State", "x")]), now)
    nothing = asked(cast, now, what="directory", asked={"name": "never was"})
    made(nothing, now)

    assert paper[:5] == b"%PDF-"
    assert (nothing.state, nothing.done, nothing.total) == (ParcelState.READY, 0, 0)


def test_what_cannot_be_printed_is_told(cast, now, monkeypatch):
    monkeypatch.setattr("joinedup.domain.exports.printed.MOST_PRINTED", 0)
    parcel = asked(cast, now, what="register", sort="pdf")

    assert made(parcel, now) == b""
    assert (parcel.state, parcel.trouble) == (
        ParcelState.STOPPED,
        "A printed register takes 0 partnerships. Narrow the list first.",
    )


def test_clearing_a_file_away_takes_its_pieces_and_is_remembered(cast, now):
    parcel = asked(cast, now)
    made(parcel, now)
    named = Parcel(public_id=parcel.public_id)

    clear_parcel(parcel, by=cast.priya, at=now)

    assert (Parcel.objects.count(), ParcelPiece.objects.count()) == (0, 0)
    assert verbs_about(named) == ["parcel.asked", "parcel.cleared"]


def test_a_restored_installation_has_no_files(cast, now):
    asked(cast, now)

    forget_parcels(at=now)

    assert Parcel.objects.count() == 0


def test_there_is_no_other_format(cast, now):
    with pytest.raises(Refused, match="There is no such file"):
        asked(cast, now, sort="pdf")


def test_every_state_has_its_moves():
    assert set(PARCEL_MOVES) == set(ParcelState)
