"""What may be there only once, and what is said to the second of two who add it at one moment.

Their rules have both looked and found nothing, so only the database can tell them apart. SQLite
lets one writer in at a time, and the second then meets the rule; PostgreSQL lets both try.
"""

from typing import Any, Self

from django.apps import apps
from django.db import IntegrityError
from django.db.models import Model, UniqueConstraint

from joinedup.domain.basics.refusals import Overtaken

NOTHING_LOST = "Nothing was overwritten or doubled. Look at what is there now before you go on."


class Once(UniqueConstraint):
    """A unique constraint that people can meet; ``taken`` is the sentence for whoever does.

    Migrations know it as Django's own, so that wording can change without one.
    """

    def __init__(self, *expressions: Any, taken: str = "", **kwargs: Any) -> None:
        super().__init__(*expressions, **kwargs)
        self.taken = taken

    def deconstruct(self) -> tuple[str, Any, dict[str, Any]]:
        """Return what a migration writes down."""
        _, expressions, kwargs = super().deconstruct()
        return "django.db.models.UniqueConstraint", expressions, kwargs

    def clone(self) -> Self:
        """Return the same constraint for another table, with its sentence."""
        cloned: Self = super().clone()
        cloned.taken = self.taken
        return cloned


def overtaken_by(problem: BaseException) -> Overtaken | None:
    """Return the refusal that a failed write stands for, or None where the fault is ours."""
    if not isinstance(problem, IntegrityError):
        return None
    for table in apps.get_models():
        for once in table._meta.constraints:
            if isinstance(once, Once) and once.taken and is_broken(once, table, problem):
                return Overtaken(f"{once.taken} {NOTHING_LOST}")
    return None


def is_broken(once: Once, table: type[Model], problem: IntegrityError) -> bool:
    """Tell whether this is the constraint that the database names.

    PostgreSQL names it; SQLite does only of an expression, and otherwise names the columns.
    """
    told = getattr(getattr(problem.__cause__, "diag", None), "constraint_name", None)
    if told is not None:
        return bool(told == once.name)
    columns = {field.name: field.column for field in table._meta.concrete_fields}
    names = ", ".join(f"{table._meta.db_table}.{columns[name]}" for name in once.fields)
    names = names or f"index '{once.name}'"
    return str(problem) == f"UNIQUE constraint failed: {names}"
