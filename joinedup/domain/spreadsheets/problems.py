"""What is wrong with what somebody wrote into a spreadsheet, and where they find it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """What is wrong and where: the row as a spreadsheet numbers it, and the column's heading."""

    message: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        places = [
            f"row {self.row}" if self.row else "",
            f"column {self.column}" if self.column else "",
        ]
        where = ", ".join(place for place in places if place)
        return f"{where[:1].upper()}{where[1:]}: {self.message}" if where else self.message
