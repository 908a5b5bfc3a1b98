"""The mappings that come with Joined Up, each recognised by the headings of its list."""

from functools import cache
from pathlib import Path

from joinedup.domain.basics.folding import folded
from joinedup.domain.mappings.headings import guess_mapping
from joinedup.domain.mappings.mapping import Mapping, read_mapping
from joinedup.domain.spreadsheets.table import Table

SHIPPED = Path(__file__).parent / "shipped"


@cache
def shipped_mappings() -> dict[str, Mapping]:
    """Return the shipped mappings by name."""
    return {
        path.stem: read_mapping(path.read_text("utf-8")) for path in sorted(SHIPPED.glob("*.toml"))
    }


def mapping_for(table: Table, kind: str = "") -> Mapping:
    """Return the shipped mapping whose headings a list has, or the one its headings suggest."""
    here = {folded(column) for column in table.columns}
    for mapping in shipped_mappings().values():
        named = {folded(heading) for heading in mapping.recognise}
        if named and named <= here and kind in ("", mapping.kind):
            return mapping
    return guess_mapping(table, kind)
