"""What must not come back with a backup: sessions, codes, and what was erased since (T27)."""

from datetime import timedelta

import pytest
from django.db import connection

from joinedup.commands.worker import learn
from joinedup.domain.backups.actions import source
from joinedup.domain.backups.copying import run
from joinedup.domain.backups.erasures import LIST, erased_in, note_erasure
from joinedup.domain.backups.kinds import Unusable
from joinedup.domain.backups.making import make_archive
from joinedup.domain.backups.registry import AFTER, ERASERS, eraser
from joinedup.domain.backups.restoring import (
    load_postgresql,
    make_fit,
    put_in_place,
    settle,
    unpack_beside,
    why_not_into,
)
from joinedup.domain.notices.actions import post_message
from joinedup.domain.notices.kinds import State
from joinedup.domain.notices.models import Message
from joinedup.domain.people.models import Person, Session
from joinedup.domain.reviews.actions.answering import mail_code
from joinedup.domain.reviews.models import Ticket
from tests.rounds import opened, ticket_of


@pytest.mark.django_db
def test_sessions_and_codes_do_not_come_back_and_invitations_do(cast, now):
    learn()
    ticket = ticket_of(opened(cast, now), cast.ruth)
    mail_code(ticket, at=now)
    post_message(
        cast.priya, "Code", "123456", kind="sign-in.code", about=None, at=now, carries_secret=True
    )
    cast.client("priya")
    before = Session.objects.count()
    invited = Message.objects.filter(state=State.QUEUED).exclude(kind__endswith=".code").count()

    make_fit([], now)

    codes = Message.objects.filter(kind__endswith=".code")
    assert (before > 0, Session.objects.count(), len(AFTER)) == (True, 0, 5)
    assert {code.state for code in codes} == {State.HELD}
    assert Ticket.objects.exclude(code_digest="").count() == 0
    assert Message.objects.filter(state=State.QUEUED).count() == invited > 0


@pytest.fixture
def erasers(monkeypatch):
    """Who erases, for one test alone."""
    for kind in list(ERASERS):
        monkeypatch.delitem(ERASERS, kind)
    monkeypatch.setitem(ERASERS, "nothing", None)
    return ERASERS


@pytest.mark.django_db
def test_what_was_erased_after_the_backup_is_erased_again(erasers, tmp_path, now):
    folders = [tmp_path / "data", tmp_path / "backups"]
    for folder in folders:
        folder.mkdir()
    gone = []
    eraser("person")(lambda public_id, at: gone.append((public_id, at)))
    for public_id in ("abcdefghjk", "mnpqrstuvw"):
        note_erasure(folders, "person", public_id, at=now - timedelta(days=1))

    again = make_fit(erased_in(folders), now)
    del erasers["person"]

    assert (again, gone) == (2, [("abcdefghjk", now), ("mnpqrstuvw", now)])


@pytest.mark.django_db
@pytest.mark.parametrize("line", ['{"kind": "badger", "public_id": "a"}', "no line of ours", "[]"])
def test_an_erasure_that_cannot_be_repeated_stops_the_restore(erasers, tmp_path, now, line):
    (tmp_path / LIST).write_text(line + "\n")

    with pytest.raises(Unusable, match=r"erase it again|cannot be read"):
        make_fit(erased_in([tmp_path]), now)


@pytest.fixture
def empty_database():
    """An empty database beside that of the tests, where the engine is a server."""
    told = connection.settings_dict | {"NAME": "restored"}
    if connection.vendor == "sqlite":
        yield None
        return
    run("createdb", told | {"NAME": ""}, "restored")
    yield told
    run("dropdb", told | {"NAME": ""}, "--force", "restored")


@pytest.mark.django_db(transaction=True)
def test_a_copy_of_this_very_database_can_be_put_back(cast, now, tmp_path, empty_database):
    archive, wanted = make_archive(source(), tmp_path / "x.zip", at=now)

    ready, manifest = unpack_beside(archive, tmp_path / "data", wanted.migrations)
    if empty_database:
        load_postgresql(empty_database, ready / manifest.database, manifest)
        with pytest.raises(Unusable, match="The database restored is not empty"):
            load_postgresql(empty_database, ready / manifest.database, manifest)
    settle(ready)
    put_in_place(ready, tmp_path / "data", now)

    assert manifest == wanted
    assert manifest.tables["joinedup_person"]["rows"] == Person.objects.count()
    assert why_not_into(tmp_path / "data", replace=False) == (
        f"{tmp_path / 'data'} is not empty. Say --replace to keep what is there aside and restore."
    )


def test_a_program_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(Unusable, match="pg_dump is not on this machine"):
        run("pg_dump", {})
