"""Constraints that keep one line each in a model."""

from django.db.models import CheckConstraint, F, Q


def both_or_neither(first: str, second: str) -> CheckConstraint:
    """Two fields are set together or not at all: a moment and its person."""
    together = Q(**{f"{first}__isnull": True, f"{second}__isnull": True}) | Q(
        **{f"{first}__isnull": False, f"{second}__isnull": False}
    )
    return CheckConstraint(condition=together, name=f"%(class)s_{first}_with_{second}")


def in_order(first: str, second: str) -> CheckConstraint:
    """The second day does not come before the first, where both are known."""
    ordered = Q(**{f"{first}__isnull": True}) | Q(**{f"{second}__isnull": True})
    return CheckConstraint(
        condition=ordered | Q(**{f"{second}__gte": F(first)}),
        name=f"%(class)s_{first}_before_{second}",
    )


def one_of(field: str, values: list[str]) -> CheckConstraint:
    """The field holds one of the values its kinds allow."""
    return CheckConstraint(condition=Q(**{f"{field}__in": values}), name=f"%(class)s_{field}_known")
