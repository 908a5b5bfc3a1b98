"""Bringing a register in: stage a file, say what it means, bring it in or put it aside."""

from joinedup.domain.imports.actions.applying import apply_import
from joinedup.domain.imports.actions.staging import (
    answer_questions,
    choose_mapping,
    discard_import,
    discard_stale_imports,
    stage_import,
)

__all__ = [
    "answer_questions",
    "apply_import",
    "choose_mapping",
    "discard_import",
    "discard_stale_imports",
    "stage_import",
]
