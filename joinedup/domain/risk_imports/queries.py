from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from joinedup.domain.basics.folding import folded
from joinedup.domain.people.models import Person
from joinedup.domain.risk_imports.models import RiskFile
from joinedup.domain.risk_lists.reading import How, Line, Read, read_list
from joinedup.domain.risks.kinds import Category
from joinedup.domain.risks.models import ListedRisk
from joinedup.domain.risks.queries import could_own, on_a_readable_list, size_for
from joinedup.domain.spreadsheets.table import Row

# When a risk is looked at again whose list names no day to come.
USUAL = timedelta(days=90)


@dataclass(frozen=True)
class RiskPlan:
    """What a file would do: how it was read, what is new, what is on the list, what was closed."""

    read: Read
    ours: int
    review_on: date
    new: tuple[Line, ...]
    there: tuple[Line, ...]
    closed: tuple[Line, ...]


def risk_files_visible_to(person: Person, day: date) -> QuerySet[RiskFile]:
    """Return the files for lists that ``person`` may read: whoever reads a list reads its files."""
    found = RiskFile.objects.filter(on_a_readable_list(person, day))
    return found.select_related("partnership", "organisation", "taken_by")


def plan_of_risks(file: RiskFile, day: date) -> RiskPlan:
    """Return what bringing a file in would do on ``day``, on the matrix of that day."""
    ours = size_for(file.partnership, file.organisation, day)
    kinds = {each.value: str(each.label) for each in Category}
    review_on = file.review_on or day + USUAL
    how = How(ours, kinds, day, review_on, file.size, file.category)
    read = read_list(file.columns, [Row(number, tuple(cells)) for number, cells in file.rows], how)
    listed = listed_on(file)
    return RiskPlan(
        read,
        ours,
        review_on,
        tuple(line for line in read.lines if key(line) not in listed),
        tuple(line for line in read.lines if listed.get(key(line)) is True),
        tuple(line for line in read.lines if listed.get(key(line)) is False),
    )


def listed_on(file: RiskFile) -> dict[tuple[str, str], bool]:
    """Return each risk of the list a file is for, by its folded words, and whether it is open."""
    held = ListedRisk.objects.filter(partnership=file.partnership, organisation=file.organisation)
    found: dict[tuple[str, str], bool] = {}
    for cause, effect, closed_at in held.values_list("cause", "effect", "closed_at"):
        of = (folded(cause), folded(effect))
        found[of] = found.get(of, False) or closed_at is None
    return found


def key(line: Line) -> tuple[str, str]:
    """Return what tells a risk from others: its words, however they are spelt."""
    return folded(line.cause), folded(line.effect)


def owners_by_name(file: RiskFile, day: date) -> dict[str, Person | None]:
    """Return who could answer for a risk by folded name; nobody where two are of one name."""
    found: dict[str, Person | None] = {}
    for person in could_own(file.partnership, file.organisation, day):
        name = folded(person.name)
        found[name] = None if name in found else person
    return found
