"""Bring a register in from a file, as the pages do: plan, then everything at once or nothing."""

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import OperationalError

from joinedup.delivery.clock import now
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused, insist
from joinedup.domain.imports.actions import answer_questions, apply_import, stage_import
from joinedup.domain.imports.models import Import
from joinedup.domain.imports.queries import known_register
from joinedup.domain.imports.rules import why_not_import_for
from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.steps import THINGS, Outcome
from joinedup.domain.mappings.asking import Problem
from joinedup.domain.mappings.mapping import (
    KINDS,
    Mapping,
    UnusableMapping,
    problems_with,
    read_mapping,
)
from joinedup.domain.matching.known import Known
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import bearing, organisations_where
from joinedup.domain.people.models import Person
from joinedup.domain.people.queries import person_at
from joinedup.domain.rolls.planning import plan
from joinedup.domain.rolls.shipping import mapping_for, shipped_mappings
from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import Table, Unreadable

NAME = "import"
HELP = "Bring in the register you already have, from CSV or Excel."
UNUSABLE = 2


class Unusable(Exception):
    """What was asked for cannot be done; the sentences say what to mend."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__(" ".join(problems))


@dataclass(frozen=True)
class Asked:
    """What is to be brought in, how it is read, for whom and by whom."""

    data: bytes
    table: Table
    mapping: Mapping
    answers: dict[str, str]
    how: dict[str, Any]
    organisation: Organisation | None
    person: Person | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the kind of list, the file, and how to go about it."""
    parser.add_argument(
        "kind", choices=list(KINDS), help="what one row is, such as a whole partnership or a person"
    )
    parser.add_argument("file", type=Path, help="the list: CSV, or an Excel workbook (.xlsx)")
    parser.add_argument(
        "--mapping",
        metavar="FILE.toml",
        help="which column is what: a file, or one that ships with Joined Up "
        f"({', '.join(shipped_mappings())}); guessed from the headings otherwise",
    )
    parser.add_argument("--answers", type=Path, help="answers to questions, as JSON or TOML")
    parser.add_argument(
        "--sheet", default="", help="the sheet of a workbook; the longest otherwise"
    )
    parser.add_argument(
        "--heading-row", type=int, default=0, help="the row that holds the headings"
    )
    parser.add_argument("--encoding", default="", help="how letters are stored, such as cp1252")
    parser.add_argument("--delimiter", default="", help="what stands between the columns")
    parser.add_argument(
        "--organisation",
        "--host",
        dest="host",
        metavar="NAME",
        help="the organisation whose register this is",
    )
    parser.add_argument("--by", metavar="EMAIL", help="the person who brings it in")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would happen; save nothing"
    )
    parser.add_argument("--json", action="store_true", help="print one object for machines")


def run(options: argparse.Namespace) -> int:
    """Bring the file in; 2 where something is to be mended or answered, and nothing saved."""
    try:
        make_ready(options)
        asked = what_is_asked(options)
        planned = plan_asked(asked, options)
        saved = planned.may_be_applied and not options.dry_run
        if saved:
            planned = bring_in(asked, options)
    except (Unusable, Unreadable, Refused) as problem:
        sentences = problem.problems if isinstance(problem, Unusable) else [str(problem)]
        planned = Plan(rows=0, problems=tuple(Problem(0, "", words) for words in sentences))
        saved = False
    tell(options, planned, saved=saved)
    return 0 if planned.may_be_applied else UNUSABLE


def has_tables() -> bool:
    """Say whether there is a database with tables in it."""
    try:
        return Import._meta.db_table in connection.introspection.table_names()
    except OperationalError:
        return False


def make_ready(options: argparse.Namespace) -> None:
    """Make the database where there is none yet, unless nothing is to be saved."""
    if options.dry_run or has_tables():
        return
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)


def what_is_asked(options: argparse.Namespace) -> Asked:
    """Return what the words on the command line mean."""
    data = content_of(options.file)
    words = ("sheet", "heading_row", "encoding", "delimiter")
    how = {word: getattr(options, word) for word in words}
    table = read_table(data, options.file.name, **how)
    mapping = (
        mapping_named(options.mapping) if options.mapping else mapping_for(table, options.kind)
    )
    if mapping.kind != options.kind:
        raise Unusable(f"This mapping is for {mapping.kind}, and you asked for {options.kind}.")
    if problems := problems_with(mapping, table):
        raise Unusable(*problems)
    person = by_whom(options.by)
    organisation = for_whom(options.host, person)
    return Asked(data, table, mapping, answers_in(options.answers), how, organisation, person)


def content_of(file: Path) -> bytes:
    """Return what a file holds."""
    try:
        return file.read_bytes()
    except OSError as problem:
        raise Unusable(f"{file} cannot be read: {problem.strerror}.") from None


def mapping_named(name: str) -> Mapping:
    """Return a shipped mapping by its name, or the one in a file."""
    if shipped := shipped_mappings().get(name):
        return shipped
    try:
        return read_mapping(content_of(Path(name)).decode())
    except UnusableMapping as problem:
        raise Unusable(*problem.problems) from None
    except UnicodeDecodeError:
        raise Unusable(f"{name} is not a text file in UTF-8.") from None


def answers_in(file: Path | None) -> dict[str, str]:
    """Return the answers in a file: one for each question's id."""
    if file is None:
        return {}
    text = content_of(file).decode(errors="replace")
    try:
        answers = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    except ValueError as problem:
        raise Unusable(f"{file} cannot be read: {problem}.") from None
    if not isinstance(answers, dict):
        raise Unusable(f"{file} should hold one answer for each question’s id.")
    return {str(key): str(value) for key, value in answers.items()}


def by_whom(email: str | None) -> Person | None:
    """Return who brings the list in; nobody stands for the command line itself."""
    if not email:
        return None
    person = person_at(email)
    if person is None:
        raise Unusable(f"Nobody in the directory has the address {email}.")
    return person


def for_whom(name: str | None, person: Person | None) -> Organisation | None:
    """Return the organisation whose register it is: the one named, or the person's only one."""
    if name:
        found = list(bearing(name).order_by("id"))
        if len(found) != 1:
            how_many = "More than one organisation" if found else "No organisation"
            raise Unusable(f"{how_many} in the directory is called “{name}”.")
    else:
        own = organisations_where(person, day_of(now()), *OFFICERS) if person else None
        found = list(own.order_by("id")) if own is not None else []
    organisation = found[0] if len(found) == 1 else None
    insist(why_not_import_for(organisation, person, day_of(now())))
    return organisation


def plan_asked(asked: Asked, options: argparse.Namespace) -> Plan:
    """Return what bringing it in would do."""
    known = Known()
    if not options.dry_run or has_tables():
        known = known_register(asked.person, day_of(now()), host=asked.organisation)
    return plan(asked.table, asked.mapping, known, asked.answers)


@transaction.atomic
def bring_in(asked: Asked, options: argparse.Namespace) -> Plan:
    """Bring the file in by the same acts as the pages, in one transaction."""
    who_and_when: dict[str, Any] = {"by": asked.person, "at": now()}
    staged = stage_import(
        asked.data,
        options.file.name,
        mapping=asked.mapping,
        organisation=asked.organisation,
        **asked.how,
        **who_and_when,
    )
    answer_questions(staged, asked.answers, version=staged.version, **who_and_when)
    return apply_import(staged, version=staged.version, **who_and_when)


def tell(options: argparse.Namespace, planned: Plan, *, saved: bool) -> None:
    """Print what would happen or what happened."""
    if options.json:
        json.dump(as_plain(options, planned, saved=saved), sys.stdout, indent=2)
        print()
    else:
        print("\n".join(in_words(planned, saved=saved)))


def as_plain(options: argparse.Namespace, planned: Plan, *, saved: bool) -> dict[str, Any]:
    """Return everything about an import as plain data; docs/guide/import.md says what is what."""
    counts = planned.counts()
    return {
        "file": options.file.name,
        "kind": options.kind,
        "rows": planned.rows,
        "saved": saved,
        "dry_run": options.dry_run,
        **counts,
        "totals": {outcome: sum(things.values()) for outcome, things in counts.items()},
        "things": {
            thing: {outcome: things[thing] for outcome, things in counts.items()}
            for thing in THINGS
        },
        "problems": [asdict(problem) for problem in planned.problems],
        "questions": [asdict(question) for question in planned.questions],
        "left_out": [asdict(left) for left in planned.left_out],
        "notes": list(planned.notes),
    }


def in_words(planned: Plan, *, saved: bool) -> Iterator[str]:
    """Yield the sentences for a person at the terminal."""
    yield from planned.notes
    for left in planned.left_out:
        yield f"Left out: row {left.row}, {left.column}: “{left.text}”. {left.why}"
    for problem in planned.problems:
        where = f"Row {problem.row}, {problem.column}: " if problem.row else ""
        yield f"{where}{problem.message}"
    for question in planned.questions:
        yield f"{question.sentence}  [{question.id}]"
        yield from (f"    {choice.value}: {choice.label}" for choice in question.choices)
    for outcome in Outcome:
        steps = {thing: len(planned.steps_of(thing, outcome)) for thing in THINGS}
        told = ", ".join(f"{n} {THINGS[thing].lower()}" for thing, n in steps.items() if n)
        yield f"{outcome.capitalize()}: {told or 'nothing'}."
    if planned.questions:
        yield "Answer each question by its id in a file, and give it with --answers."
    yield f"{planned.rows} rows. {'Saved.' if saved else 'Nothing was saved.'}"
