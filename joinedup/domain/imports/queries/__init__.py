"""What may be seen of the files brought in, what they would do, and what they did."""

from joinedup.domain.imports.queries.files import (
    earlier_import,
    mapping_for_import,
    pages_of,
    plan_of,
    steps_after,
    story_of,
    table_of,
    visible_to,
)
from joinedup.domain.imports.queries.register import known_register

__all__ = [
    "earlier_import",
    "known_register",
    "mapping_for_import",
    "pages_of",
    "plan_of",
    "steps_after",
    "story_of",
    "table_of",
    "visible_to",
]
