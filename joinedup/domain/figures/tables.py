"""Figures as rows and columns, before anyone decides how to draw them."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Column:
    name: str
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    first_column_names_row: bool = True

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(
                    f"A row of {len(row)} cells in a table of {len(self.columns)} columns."
                )
