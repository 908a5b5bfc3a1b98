from itertools import islice
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.imports.actions import answer_questions, choose_mapping
from joinedup.domain.imports.models import Import
from joinedup.domain.imports.queries import (
    mapping_for_import,
    plan_of,
    rows_numbered,
    sample_of,
)
from joinedup.domain.imports.rules import why_not_work_on
from joinedup.domain.intake.plan import Proposal
from joinedup.domain.mappings.asking import Question
from joinedup.domain.mappings.mapping import Mapping
from joinedup.domain.rereading.rules import why_not_reread
from joinedup.domain.spreadsheets.table import Row
from joinedup.web.imports.forms import ColumnsForm, MembersForm, PressForm, QuestionsForm
from joinedup.web.imports.reading import how_it_is_read
from joinedup.web.imports.steps import CONFIRMED, MEMBERS, place_of
from joinedup.web.imports.views import found, when_free

signed_in = page(Audience.SIGNED_IN, methods="GET POST")
SAMPLE, QUESTIONS_AT_ONCE, PARTNERSHIPS_AT_ONCE, MOST_NAMED = 5, 20, 20, 3
# A question may be about a thousand rows; a few of them say what it is about.
MOST_ROWS_NAMED = 50


def following(request: Any, public_id: str) -> str:
    """Return the page that comes after what was just decided."""
    return place_of(found(request, public_id), request, plan_of).next_page


@signed_in
@when_free
def import_columns(request: Any, public_id: str) -> HttpResponseBase:
    """Show what was found in the file, and say what each column is."""
    staged = found(request, public_id)
    table, mapping = sample_of(staged), mapping_for_import(staged)
    gone = why_not_reread(staged, request.user, request.today)
    return form_page(
        request,
        ColumnsForm,
        "imports/columns.html",
        lambda typed: choose_mapping(
            staged, typed["mapping"], version=typed["version"], by=request.user, at=request.now
        ),
        then=lambda _: following(request, public_id),
        initial={
            "version": staged.version,
            "kind": mapping.kind,
            "name_suffix": mapping.partnership.name_suffix,
        },
        form_options={"table": table, "mapping": mapping},
        file=staged,
        table=table,
        sample=list(islice(table.rows, SAMPLE)),
        opened="first" in request.GET,
        reading=None if gone else how_it_is_read(staged),
        why_not=why_not_work_on(staged, request.user, request.today),
    )


@signed_in
@when_free
def import_questions(request: Any, public_id: str) -> HttpResponseBase:
    """Ask what only a person can know; answers are kept as they come."""
    staged = found(request, public_id)
    planned = plan_of(staged, request.user, request.today)
    asked = planned.questions[:QUESTIONS_AT_ONCE]
    return form_page(
        request,
        QuestionsForm,
        "imports/questions.html",
        lambda typed: answer_questions(
            staged, typed["answers"], version=typed["version"], by=request.user, at=request.now
        ),
        then=lambda _: following(request, public_id),
        initial={"version": staged.version},
        form_options={"questions": asked, "hints": hints_for(asked, staged)},
        file=staged,
        count=len(planned.questions),
        shown=len(asked),
        answered=len(staged.answers.keys() - {MEMBERS}),
        why_not=why_not_work_on(staged, request.user, request.today),
    )


def hints_for(questions: tuple[Question, ...], staged: Import) -> dict[str, str]:
    """Return for each question the partnerships that its rows tell of, to know them by."""
    asked = {row for question in questions for row in question.rows[:MOST_ROWS_NAMED]}
    names = names_by_row(staged.columns, rows_numbered(staged, asked), mapping_for_import(staged))
    hints = {}
    for question in questions:
        named = list(dict.fromkeys(names[row] for row in question.rows if names.get(row)))
        more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
        hints[question.id] = f"In: {', '.join(named[:MOST_NAMED])}{more}" if named else ""
    return hints


def names_by_row(columns: list[str], rows: list[Row], mapping: Mapping) -> dict[int, str]:
    """Return the partnership that each row names."""
    column = mapping.partnership.columns.get("name", "")
    if column not in columns:
        return {}
    place = columns.index(column)
    return {row.number: row.cells[place] for row in rows}


@signed_in
@when_free
def import_members(request: Any, public_id: str) -> HttpResponseBase:
    """Confirm each member read from a cell of prose, some partnerships at a time."""
    staged = found(request, public_id)
    planned = plan_of(staged, request.user, request.today)
    leaves = leaves_of(planned.proposals)
    number = leaf_number(request, len(leaves))
    groups = leaves[number - 1] if leaves else {}
    last = number >= len(leaves)

    here = reverse("import_members", args=[public_id])
    return form_page(
        request,
        MembersForm,
        "imports/members.html",
        lambda typed: answer_questions(
            staged,
            typed["answers"] | ({MEMBERS: CONFIRMED} if last else {}),
            version=typed["version"],
            by=request.user,
            at=request.now,
        ),
        then=lambda _: following(request, public_id) if last else f"{here}?page={number + 1}",
        initial={"version": staged.version},
        form_options={"groups": groups},
        file=staged,
        number=number,
        leaves=len(leaves),
        left_out=[left for left in planned.left_out if left.why != "You left it out."],
        why_not=why_not_work_on(staged, request.user, request.today),
    )


def leaves_of(proposals: tuple[Proposal, ...]) -> list[dict[str, list[Proposal]]]:
    """Return the proposals by partnership, in pages of so many partnerships."""
    groups: dict[str, list[Proposal]] = {}
    for one in proposals:
        groups.setdefault(one.partnership, []).append(one)
    names = list(groups)
    pages = range(0, len(names), PARTNERSHIPS_AT_ONCE)
    return [{n: groups[n] for n in names[at : at + PARTNERSHIPS_AT_ONCE]} for at in pages]


def leaf_number(request: Any, leaves: int) -> int:
    """Return the page asked for, or the first."""
    typed = request.GET.get("page", "")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else 1
    return min(max(number, 1), max(leaves, 1))


@signed_in
@when_free
def import_again(request: Any, public_id: str) -> HttpResponseBase:
    """Take all answers back, so that everything is asked again."""
    staged = found(request, public_id)
    return form_page(
        request,
        PressForm,
        "imports/again.html",
        lambda typed: answer_questions(
            staged, dict.fromkeys(staged.answers, ""), **typed, by=request.user, at=request.now
        ),
        then=lambda _: following(request, public_id),
        initial={"version": staged.version},
        file=staged,
        why_not=why_not_work_on(staged, request.user, request.today),
    )
