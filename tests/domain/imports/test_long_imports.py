from datetime import timedelta

import pytest

from joinedup.domain.arrivals.actions import begin_import, release_stuck_imports, stage_long_import
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.imports.actions import (
    answer_questions,
    discard_import,
)
from joinedup.domain.imports.models import Import, ImportPiece, ImportRow, ImportStep
from joinedup.domain.imports.queries import plan_of
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.jobs.models import Job
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, Seat
from joinedup.domain.people.models import Person
from joinedup.domain.rereading.actions import reread_import
from joinedup.domain.undoing.actions import undo_import
from joinedup.domain.upkeep.actions import LEARN
from tests.domain.imports.bringing import REGISTER, brought_in

REGISTERED = (Partnership, Organisation, Membership, Person, Seat, Holder)


@pytest.fixture(autouse=True)
def every_file_is_long(monkeypatch):
    """Have a worker do what is otherwise done at once, in small steps."""
    monkeypatch.setattr("joinedup.domain.imports.queries.files.LONG", 1)
    monkeypatch.setattr("joinedup.domain.arrivals.actions.PAUSE", 0)
    monkeypatch.setattr("joinedup.domain.arrivals.actions.STEPS_AT_ONCE", 2)
    monkeypatch.setattr("joinedup.domain.imports.actions.keeping.BATCH", 2)


def register():
    return {table.__name__: sorted(map(str, table.objects.order_by("pk"))) for table in REGISTERED}


def sent(cast, now, text=REGISTER):
    """Return a long file as the council's officer sent it, in two pieces."""
    data = text.encode()
    pieces = [data[:50], data[50:]]
    who = {"organisation": cast.thornford, "by": cast.priya, "at": now}
    return stage_long_import(pieces, "register.csv", delimiter="|", **who)


def again(file):
    return Import.objects.select_related("organisation", "person").get(pk=file.pk)


def ready(cast, now, text=REGISTER):
    """Return a long file that was read and planned."""
    file = sent(cast, now, text)
    run_due(now)
    return again(file)


def pressed(file, cast, now):
    seen = plan_of(file, cast.priya, day_of(now)).digest()
    begin_import(file, version=file.version, seen=seen, by=cast.priya, at=now)


def test_a_long_file_is_read_and_planned_by_a_worker(cast, now):
    file = sent(cast, now)
    before, pieces = again(file), file.pieces.count()

    run_due(now)

    after = again(file)
    planned = plan_of(after, cast.priya, day_of(now))
    assert (before.work, before.columns, pieces) == ("READING", [], 2)
    assert (after.work, after.trouble, after.done, after.total) == ("", "", 4, 4)
    assert (planned.counts()["created"]["memberships"], planned.may_be_applied) == (6, True)
    assert (ImportPiece.objects.count(), after.rows.count()) == (2, 2)
    assert [s.label for s in planned.steps_of("organisations", "created")] == ["Warm Hearths Trust"]


def test_a_long_file_is_read_again_in_another_way_without_being_sent_again(cast, now, monkeypatch):
    monkeypatch.setattr("joinedup.domain.rereading.actions.LONG_FILE", 1)
    file = ready(cast, now)
    counts = file.planned["counts"]
    reread_import(file, version=file.version, delimiter=";", by=cast.priya, at=now)
    run_due(now)
    once = again(file)
    reread_import(once, version=once.version, delimiter="|", by=cast.priya, at=now)

    run_due(now)

    after = again(file)
    assert (len(once.columns), after.columns) == (1, file.columns)
    assert (after.work, after.planned["counts"]) == ("", counts)
    assert ImportRow.objects.count() == 2


def test_nothing_is_seen_before_the_flip_and_everything_after_it(cast, now):
    before = register()
    file = ready(cast, now)
    pressed(file, cast, now)
    pressing = register()

    run_due(now)

    done = again(file)
    assert (before, pressing) == (register() | before, before)
    assert Partnership.objects.filter(name="Warm Homes").exists()
    assert (done.state, done.work, done.outcome["counts"]["created"]["seats"]) == ("APPLIED", "", 2)
    assert (ImportRow.objects.count(), ImportPiece.objects.count()) == (0, 0)
    assert verbs_about(Partnership.objects.get(name="Green Thornford")) == [
        "partnership.imported",
        "partnership.led",
        *["member.added"] * 3,
        "score.reported",
        "seat.held",
    ]


def test_a_long_file_does_what_a_short_one_does(cast, now, monkeypatch):
    pressed(ready(cast, now), cast, now)
    run_due(now)
    long = register()
    file = Import.objects.get()
    undo_import(file, version=file.version, by=cast.priya, at=now)
    monkeypatch.setattr("joinedup.domain.imports.queries.files.LONG", 2_000)

    brought_in(cast, now)

    assert register() == long


def test_a_worker_that_dies_begins_again_and_leaves_nothing_twice(cast, now, monkeypatch):
    file = ready(cast, now)
    pressed(file, cast, now)
    where = "joinedup.domain.imports.actions.entering.Entering.enter_seats"
    with monkeypatch.context() as broken:
        broken.setattr(where, lambda *_: 1 / 0)
        run_due(now)
    between = Partnership.objects.filter(name="Warm Homes").count()

    run_due(now + timedelta(hours=1))

    assert (between, again(file).state) == (0, "APPLIED")
    assert Partnership.objects.filter(name="Warm Homes").count() == 1


def test_a_history_half_written_is_gone_on_with(cast, now, monkeypatch):
    file = ready(cast, now)
    pressed(file, cast, now)
    with monkeypatch.context() as broken:
        where = "joinedup.domain.imports.actions.noting.Noting.of_memberships"
        broken.setattr(where, lambda *_: 1 / 0)
        run_due(now)
    half = again(file)
    with pytest.raises(Refused, match="We are still writing the history of this file"):
        undo_import(half, version=half.version, by=cast.priya, at=now)

    run_due(now + timedelta(hours=1))

    verbs = verbs_about(Partnership.objects.get(name="Green Thornford"))
    assert (half.state, half.work, again(file).work) == ("APPLIED", "NOTING", "")
    assert (verbs.count("partnership.imported"), verbs.count("member.added")) == (1, 3)


def test_what_others_do_elsewhere_meanwhile_stops_nothing(cast, now):
    file = ready(cast, now)
    pressed(file, cast, now)
    change_partnership(cast.growth, version=1, purpose="Work.", by=cast.noor, at=now)

    run_due(now)

    assert again(file).state == "APPLIED"


def test_a_body_that_somebody_entered_meanwhile_is_looked_at_again(cast, now):
    file = ready(cast, now)
    pressed(file, cast, now)
    add_organisation("Warm Hearths Trust", by=cast.priya, at=now)

    run_due(now)

    stopped = again(file)
    assert (stopped.state, stopped.work) == ("STAGED", "")
    assert stopped.trouble.startswith("The register has changed since you looked")
    pressed(stopped, cast, now + timedelta(minutes=1))
    run_due(now + timedelta(minutes=1))
    assert again(file).state == "APPLIED"
    assert Organisation.objects.filter(name="Warm Hearths Trust").count() == 1


def test_questions_are_answered_before_anything_is_worked_out_again(cast, now):
    asking = REGISTER.replace("Riverside Food Share", "Riverside, Parish councils x28")
    file = ready(cast, now, asking)
    first, second = (q.id for q in plan_of(file, cast.priya, day_of(now)).questions)
    who = {"by": cast.priya, "at": now}

    answer_questions(file, {first: "leave-out"}, version=file.version, **who)
    half = again(file)
    answer_questions(file, {second: "leave-out"}, version=file.version, **who)

    assert (half.work, [q.id for q in plan_of(half, cast.priya, day_of(now)).questions]) == (
        "",
        [second],
    )
    assert again(file).work == "PLANNING"
    run_due(now)
    assert plan_of(again(file), cast.priya, day_of(now)).may_be_applied


def test_what_was_shown_must_still_hold_and_one_press_counts(cast, now):
    file = ready(cast, now)
    who = {"by": cast.priya, "at": now}

    with pytest.raises(Overtaken):
        begin_import(file, version=file.version, seen="something else", **who)
    pressed(file, cast, now)
    with pytest.raises(Refused, match="We are still working on this file"):
        pressed(file, cast, now)

    assert Job.objects.filter(name="imports.entering").count() == 1


def test_a_file_that_cannot_be_read_says_so_on_its_page(cast, now):
    file = ready(cast, now, "%PDF-1.7")

    assert (file.work, file.trouble[:13], ImportStep.objects.count()) == ("", "This is a PDF", 0)


def test_a_file_put_aside_while_a_worker_has_it_brings_nothing(cast, now):
    file = ready(cast, now)
    pressed(file, cast, now)

    discard_import(again(file), version=file.version, by=cast.priya, at=now)
    run_due(now)

    assert (again(file).state, ImportStep.objects.count()) == ("DISCARDED", 0)
    assert not Partnership.objects.filter(name="Warm Homes").exists()


def test_a_file_whose_worker_stopped_again_and_again_is_given_back(cast, now, monkeypatch):
    file = sent(cast, now)
    monkeypatch.setattr("joinedup.domain.arrivals.actions.keep_file", lambda *_: 1 / 0)

    for hours in range(5):
        run_due(now + timedelta(hours=hours))

    release_stuck_imports(at=now + timedelta(hours=6))
    given_back = again(file)
    assert (given_back.work, given_back.trouble[:24]) == ("", "We could not finish this")


def test_the_database_learns_of_its_tables_after_a_long_file(cast, now):
    file = ready(cast, now)
    pressed(file, cast, now)

    run_due(now)

    assert Job.objects.filter(name=LEARN, key=file.public_id, done_at__isnull=False).exists()
