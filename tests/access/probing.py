"""Asking a route for a thing as somebody, and saying what was met. What was written is undone."""

import contextlib
import copy
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from itertools import product
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from joinedup.domain.people.models import Session
from tests.access.expecting import LINK, Meets, Relation, expected
from tests.access.objects import MAKERS, Made, never_was
from tests.access.tables import Case, Table
from tests.access.world import World
from tests.bench.databases import READS
from tests.second_steps import confirmed

POST_FORM = re.compile(r'<form[^>]*method="post"')
SECRET_OF_FORM = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+')
FIRST_ERROR = re.compile(r'govuk-error-summary__list">.*?<a[^>]*>([^<]+)', re.S)
REASON = ('class="govuk-error-summary"', "That was not done")
# A page may be refused with its form in either way: the form is wrong, or the act is.
NOT_DONE = (409, 422)
# One browser for all: another would read every setting anew, and cookies are what differs.
BROWSER = Client()
NOWHERE = Made({})
# Visits that somebody began once, by who did: their rows are written again for each case.
VISITS: dict[str, Session] = {}
# What comes back where nothing ever was, by who asked and how: the same for every case but for
# those behind a link, which are named.
NEVERS: dict[tuple[str, str, str], "Answer"] = {}
# Tables of visits and of attempts at sign-in: any page may write those.
UNCOUNTED = ("joinedup_session", "joinedup_cache")


@dataclass(frozen=True)
class Answer:
    """What came back, with everything taken out that differs from one address to another."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: str
    wrote: bool


@dataclass
class Prober:
    """Somebody's eyes: the things of one case, and who asks for them."""

    world: World
    case: Case
    visits: dict[str, Session] = field(default_factory=dict)
    made: dict[Relation, list[Made]] = field(default_factory=dict)
    before: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        own = MAKERS[self.case.own](self.world)
        self.made[Relation.OWN] = [own]
        if self.case.foreign:
            foreign = MAKERS[self.case.foreign](self.world)
            self.made[Relation.FOREIGN] = [foreign]
            self.made[Relation.MIXED] = list(mixed(own, foreign))
        if own.ids:
            self.made[Relation.MISSING] = [missing(own)]

    def never(self, kind: str, method: str) -> Answer:
        """Return what comes back where no page ever was, or behind a link that never was."""
        by_link = self.case.thing == LINK
        asked = (kind, method, self.case.id if by_link else "")
        if asked not in NEVERS:
            made = self.made[Relation.MISSING][0] if by_link else NOWHERE
            NEVERS[asked] = self.answer(kind, made, method)
        return NEVERS[asked]

    def ask(self, kind: str, relation: Relation, method: str) -> Iterator[Answer]:
        """Ask for each thing that stands in this relation, and undo what was written."""
        for made in self.made.get(relation, []):
            yield self.answer(kind, made, method)

    def answer(self, kind: str, made: Made, method: str) -> Answer:
        """Ask for one thing."""
        address = self.address(made)
        BROWSER.cookies = SimpleCookie(self.signed_in(kind) | made.cookies)
        form = self.form(kind, made) | files_of(made if made.files else self.made[Relation.OWN][0])
        with undone(), noticing_writes() as written:
            if method == "POST":
                came = BROWSER.post(address, form)
            else:
                came = BROWSER.generic(method, address)
            after = everything() if written else None
        return plain(came, made, wrote=after is not None and after != self.unchanged())

    def unchanged(self) -> dict[str, Any]:
        """Return every row as it was before anything was asked."""
        if self.before is None:
            self.before = everything()
        return self.before

    def address(self, made: Made) -> str:
        """Return where a thing is to be found; for NOWHERE an address that is no page's."""
        if made is NOWHERE:
            return "/never-was/"
        address = reverse(self.case.route, kwargs=made.args)
        return f"{address}?{self.case.query}" if self.case.query else address

    def signed_in(self, kind: str) -> dict[str, str]:
        """Return the cookies of a browser in which this kind of person has signed in."""
        if kind == "public":
            return {}
        if kind not in self.visits:
            person = self.world.person(kind)
            if person.public_id not in VISITS:
                VISITS[person.public_id], self.before = begin_visit(person), None
            self.visits[kind] = VISITS[person.public_id]
            Session.objects.bulk_create([self.visits[kind]], ignore_conflicts=True)
        return {settings.SESSION_COOKIE_NAME: self.visits[kind].session_key}

    def form(self, kind: str, made: Made) -> dict[str, Any]:
        """Return what is sent: the case's values, filled in from the thing that is asked for."""
        body = self.world.body(kind)
        fill = {"own_member": self.world.member(kind)}
        fill |= self.made[Relation.OWN][0].fill | made.fill
        fill |= {"body": body.pk, "body_id": body.public_id}
        return {
            name: [each.format(**fill) for each in value]
            if isinstance(value, list)
            else str(value).format(**fill)
            for name, value in self.case.post.items()
        }


def begin_visit(person: Any) -> Session:
    """Sign somebody in with the second step taken, and return the row of the visit."""
    client = Client()
    client.force_login(person)
    confirmed(client, person)
    row: Session = Session.objects.get(person=person)
    Session.objects.filter(person=person).delete()
    return row


def files_of(made: Made) -> dict[str, SimpleUploadedFile]:
    """Return the files that are sent with a form."""
    return {
        name: SimpleUploadedFile(f"{name}.csv", text.encode()) for name, text in made.files.items()
    }


def missing(own: Made) -> Made:
    """Return the same with an identifier that nothing has."""
    args = {name: never_was(v) if name in own.ids else v for name, v in own.args.items()}
    return Made(args, own.ids, own.fill, own.cookies)


def mixed(own: Made, foreign: Made) -> Iterator[Made]:
    """Yield addresses in which one identifier is another thing's."""
    for name in own.ids if len(own.ids) > 1 else ():
        yield Made(own.args | {name: foreign.args[name]}, own.ids, own.fill, own.cookies)
        yield Made(own.args | {name: never_was(own.args[name])}, own.ids, own.fill, own.cookies)


def mismatches(
    table: Table,
    prober: Prober,
    kinds: Iterable[str],
    methods: Iterable[str] = ("GET", "POST"),
    relations: Iterable[Relation] = tuple(Relation),
    is_asked: Callable[[str, Relation, str], bool] = lambda *_: True,
) -> Iterator[str]:
    """Yield a sentence for everything met that the table does not say.

    ``is_asked`` may leave out ways of asking: a kind of person, a relation and a method.
    """
    case = prober.case
    for kind, method, relation in product(kinds, methods, relations):
        if not is_asked(kind, relation, method):
            continue
        wanted = expected(table, case, kind, relation, method)
        for answer in prober.ask(kind, relation, method):
            met = what_was_met(case, method, answer, lambda: prober.never(kind, method))  # noqa: B023 - called at once
            if met != wanted:
                what = f"{kind}, {method} {case.id} ({relation})"
                said = FIRST_ERROR.search(answer.body)
                because = f" because “{said[1]}”" if said else ""
                yield f"{what}: wanted {wanted.value}, met {met}{because}"


def what_was_met(case: Case, method: str, answer: Answer, nowhere: Callable[[], Answer]) -> str:
    """Return what an answer is: a word of Meets, or what is odd about it.

    ``nowhere`` returns what comes back for what never was.
    """
    may_write = case.writes and method == "POST"
    if answer.wrote and (answer.status in (404, 405, *NOT_DONE) or not may_write):
        return f"{answer.status}, and something was written"
    if answer.status == 405:
        return Meets.NO_METHOD.value
    if answer.status == 404:
        never = nowhere()
        same = answer == never
        return Meets.MISSING.value if same else f"another 404: {difference(answer, never)}"
    if answer.status == 302 and dict(answer.headers)["Location"].startswith("/sign-in/?next="):
        return Meets.SIGN_IN.value
    if method == "POST" and case.right != "see":
        return what_was_done(case, answer)
    if case.right == "see" or method == "HEAD":
        return Meets.SHOWN.value if answer.status in (200, 302, *NOT_DONE) else str(answer.status)
    if answer.status != 200:
        return str(answer.status)
    main = answer.body.partition("<main")[2]
    return (Meets.OFFERED if POST_FORM.search(main) else Meets.EXPLAINED).value


def what_was_done(case: Case, answer: Answer) -> str:
    """Return whether something was done, or refused with a reason."""
    is_file = dict(answer.headers).get("Content-Disposition", "").startswith("attachment")
    if answer.status == 302 or is_file:
        did = answer.wrote == case.writes
        return Meets.DONE.value if did else f"{answer.status}, and nothing was written"
    if answer.status in NOT_DONE and any(sign in answer.body for sign in REASON):
        return Meets.REFUSED.value
    return str(answer.status)


def difference(answer: Answer, never: Answer) -> str:
    """Say what tells an answer from that for what never was."""
    if answer.status != never.status:
        return f"the other is {never.status}"
    if answer.headers != never.headers:
        return f"headers {set(answer.headers) ^ set(never.headers)}"
    lines = set(answer.body.splitlines()) ^ set(never.body.splitlines())
    return f"lines {sorted(lines)[:4]}"


def plain(came: HttpResponse, made: Made, *, wrote: bool) -> Answer:
    """Return an answer without what differs by address alone: identifiers and form secrets."""
    text = came.getvalue().decode("utf-8", errors="replace")
    headers = {**came.headers, **{f"cookie {name}": "" for name in came.cookies}}
    text = SECRET_OF_FORM.sub(r"\1", text)
    for name in made.ids:
        text = text.replace(str(made.args[name]), "(id)")
        headers = {k: v.replace(str(made.args[name]), "(id)") for k, v in headers.items()}
    return Answer(came.status_code, tuple(sorted(headers.items())), text, wrote)


@contextlib.contextmanager
def undone() -> Iterator[None]:
    """Undo whatever is written inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextlib.contextmanager
def probing(world: World, case: Case) -> Iterator[Prober]:
    """Give a case a world of its own, and undo what was made and changed for it."""
    with undone():
        yield Prober(copy.deepcopy(world), case)


@contextlib.contextmanager
def noticing_writes() -> Iterator[list[str]]:
    """Collect the statements that write anything but visits and attempts."""
    written: list[str] = []

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        if not READS.match(sql) and not any(name in sql for name in UNCOUNTED):
            written.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        yield written


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table of ours, but for visits, which any page may note."""
    tables = [t for t in apps.get_app_config("joinedup").get_models() if t is not Session]
    rows = {}
    with connection.cursor() as cursor:
        for table in tables:
            name, key = (
                connection.ops.quote_name(each)
                for each in (table._meta.db_table, table._meta.pk.column)
            )
            cursor.execute(f"SELECT * FROM {name} ORDER BY {key}")  # noqa: S608 - of our own tables
            rows[table.__name__] = cursor.fetchall()
    return rows
