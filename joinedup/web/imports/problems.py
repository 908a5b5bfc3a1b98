"""What cannot be read in a file: alike problems told as one, and all of them as a list."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.exports.columns import Column
from joinedup.domain.exports.rows import Sheet
from joinedup.domain.imports.actions import answer_questions
from joinedup.domain.imports.queries import is_long, plan_of
from joinedup.domain.imports.queries.planned import MOST_KEPT
from joinedup.domain.imports.rules import why_not_work_on
from joinedup.domain.mappings.asking import LEAVE_OUT, Problem
from joinedup.web.exports.views import as_file
from joinedup.web.imports.deciding import following
from joinedup.web.imports.forms import PressForm
from joinedup.web.imports.views import found, when_free

MOST_SHOWN, MOST_ROWS = 50, 8
QUOTED = re.compile("“[^”]*”")
TO_MEND = tuple(Column(name, name) for name in ("Row", "Column", "What is wrong"))


@dataclass
class Alike:
    """Problems of one sort in one column: the first as it is told, and the rows of all."""

    column: str
    message: str
    rows: list[int] = field(default_factory=list)

    @property
    def where(self) -> str:
        """Return the rows as a cell shows them: 2, 5, 9 and 312 more of the same."""
        named = ", ".join(map(str, self.rows[:MOST_ROWS]))
        more = len(self.rows) - MOST_ROWS
        return f"{named} and {more:,} more of the same" if more > 0 else named


def alike(problems: tuple[Problem, ...]) -> list[Alike]:
    """Return problems that differ only in the words of their cells as one, the most first."""
    told: dict[tuple[str, str], Alike] = {}
    for one in problems:
        sort = (one.column, QUOTED.sub("“”", one.message))
        told.setdefault(sort, Alike(one.column, one.message)).rows.append(one.row)
    return sorted(told.values(), key=lambda each: -len(each.rows))


@page(Audience.SIGNED_IN, methods="GET POST")
@when_free
def import_problems(request: Any, public_id: str) -> HttpResponseBase:
    """List what cannot be read, by column and row; leave those cells out, or mend the file."""
    staged = found(request, public_id)
    problems = plan_of(staged, request.user, request.today).problems
    sorts = alike(problems)
    return form_page(
        request,
        PressForm,
        "imports/problems.html",
        lambda typed: answer_questions(
            staged, {"problems": LEAVE_OUT}, **typed, by=request.user, at=request.now
        ),
        then=lambda _: following(request, public_id),
        initial={"version": staged.version},
        file=staged,
        problems=sorts[:MOST_SHOWN],
        sorts=len(sorts),
        count=len(problems),
        is_cut=is_long(staged) and len(problems) >= MOST_KEPT,
        to_mend=reverse("import_to_mend", args=[public_id]),
        why_not=why_not_work_on(staged, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
@when_free
def import_to_mend(request: Any, public_id: str) -> HttpResponseBase:
    """Hand out every problem as a list beside which the file is mended, row by row."""
    problems = plan_of(found(request, public_id), request.user, request.today).problems
    rows = ([one.row, one.column, one.message] for one in sorted(problems, key=by_row))
    return as_file(Sheet("to-mend", TO_MEND, rows), "csv", request)


def by_row(problem: Problem) -> tuple[int, str]:
    """Return where a problem stands, to put problems in the order of the file."""
    return problem.row, problem.column
