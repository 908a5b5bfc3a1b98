from datetime import datetime, timedelta

from django.apps import apps
from django.db import connection, transaction

from joinedup.domain.backups.actions import ask_for_backup
from joinedup.domain.backups.registry import after_restore
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused, insist
from joinedup.domain.jobs.actions import enqueue, take_up_again
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import post_message
from joinedup.domain.notices.wording import letter
from joinedup.domain.organisations.actions import add_organisation, grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.queries import bearing
from joinedup.domain.organisations.rules import why_not_hold
from joinedup.domain.people.actions import find_or_add_person
from joinedup.domain.people.models import Person, Session, new_seed
from joinedup.domain.upkeep.database import SET_UP, whose_records
from joinedup.domain.upkeep.links import person_behind
from joinedup.domain.upkeep.rules import why_not_found, why_not_look_after

FIRST_POSTS = (PostKind.STEWARD, PostKind.OFFICER)
LEARN = "upkeep.learn"
# Rows of each index that SQLite looks at: enough to choose by, and done in a moment.
LOOKED_AT = 1000


@transaction.atomic
def set_up_installation(
    organisation: str, *, sector: str, name: str, email: str, by: None = None, at: datetime
) -> Person:
    """Give an installation its first organisation and steward; the same again changes nothing.

    The steward is an officer as well, so that the register can be brought in the same afternoon.
    """
    bearers = list(bearing(organisation).order_by("id"))
    insist(why_not_found(organisation, bearers), "organisation")
    body = bearers[0] if bearers else add_organisation(organisation, sector=sector, by=by, at=at)
    person = find_or_add_person(name, email=email, by=by, at=at)
    for kind in FIRST_POSTS:
        if why_not_hold(person, body, kind, day_of(at)) is None:
            grant_post(person, body, kind, by=by, at=at)
    if not whose_records()["set_up"]:
        record(SET_UP, body, by=by, at=at)
    return person


@transaction.atomic
def let_in(token: str, *, at: datetime) -> Person:
    """Use up a link that lets somebody in; of two who press at once, one is let in.

    Whatever they had open elsewhere is signed out.
    """
    person = person_behind(token, at)
    seed = new_seed()
    unused = Person.objects.filter(session_seed=person.session_seed) if person else None
    if (
        person is None
        or unused is None
        or not unused.filter(pk=person.pk).update(session_seed=seed)
    ):
        raise Refused("This link has been used or is more than ten minutes old.")
    person.session_seed = seed
    record("person.let-in", person, by=None, at=at)
    return person


@transaction.atomic
def post_test_message(*, by: Person, at: datetime) -> None:
    """Send ``by`` a mail by the way all mail goes, so that it shows whether the way is open."""
    insist(why_not_look_after(by, day_of(at)))
    post_message(by, *letter("test", name=by.name), kind="upkeep.test", about=by, at=at)


@transaction.atomic
def order_backup(*, by: Person, at: datetime) -> None:
    """Have the worker make a backup now."""
    insist(why_not_look_after(by, day_of(at)))
    ask_for_backup(by=by, at=at)


@transaction.atomic
def retry_jobs(*, by: Person, at: datetime) -> int:
    """Have work that was given up tried again, once what kept it from being done is mended."""
    insist(why_not_look_after(by, day_of(at)))
    count = take_up_again(at)
    record("jobs.retried", by, by=by, at=at, jobs=count)
    return count


@job(LEARN, every=timedelta(days=1))
def learn_of_tables(*, at: datetime) -> None:
    """Have the database note how much its tables hold, by which it chooses the way to a page.

    SQLite never does so by itself. PostgreSQL does after a while, and until then may take a table
    that has just been filled for the empty one it was: minutes for a page.
    """
    tables = [table._meta.db_table for table in apps.get_app_config("joinedup").get_models()]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={LOOKED_AT}")
            cursor.execute("ANALYZE")
        else:
            cursor.execute(f"ANALYZE {', '.join(tables)}")


def learn_later(key: str, *, at: datetime) -> None:
    """Have the database learn of its tables once what the caller writes can be seen."""
    enqueue(LEARN, run_at=at, key=key)


@after_restore
def end_sessions(*, at: datetime) -> None:
    """Sign everybody out: who had signed in when a backup was made may since have left."""
    Session.objects.all().delete()
