"""The list of what was erased: kept outside the database and apart from it, so that a restore of
an older backup can erase it again (trust.md T27). It holds identifiers and no names."""

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from joinedup.domain.backups.kinds import Unusable

LIST = "erased.jsonl"


def note_erasure(folders: Iterable[Path], kind: str, public_id: str, *, at: datetime) -> None:
    """Write down in each folder, the data's and the backups', that a thing was erased."""
    line = json.dumps({"kind": kind, "public_id": public_id, "at": at.isoformat()})
    for folder in folders:
        handle = os.open(folder / LIST, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())


def erased_in(folders: Iterable[Path]) -> list[dict[str, Any]]:
    """Return what the lists in these folders say was erased, each thing once."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for folder in folders:
        file = folder / LIST
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            try:
                each = json.loads(line)
                found[each["kind"], each["public_id"]] = each
            except (ValueError, KeyError, TypeError):
                raise Unusable(
                    f"{file} cannot be read, so nobody erased could be kept out."
                ) from None
    return list(found.values())
