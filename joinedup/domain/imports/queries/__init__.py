"""What may be seen of the files brought in, what they would do, and what they did."""

from joinedup.domain.imports.queries.files import (
    earlier_import,
    fresh_plan,
    is_long,
    mapping_for_import,
    pages_of,
    plan_of,
    rows_numbered,
    sample_of,
    steps_after,
    story_of,
    table_of,
    visible_to,
)
from joinedup.domain.imports.queries.planned import kept_plan
from joinedup.domain.knowledge.queries import known_register

__all__ = [
    "earlier_import",
    "fresh_plan",
    "is_long",
    "kept_plan",
    "known_register",
    "mapping_for_import",
    "pages_of",
    "plan_of",
    "rows_numbered",
    "sample_of",
    "steps_after",
    "story_of",
    "table_of",
    "visible_to",
]
