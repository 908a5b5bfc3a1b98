"""Read one cell as its field wants it, and gather what has to be asked, mended or left out."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.fields.kinds import LONGEST_NAME, RECORD, Telling
from joinedup.domain.mappings.asking import (
    LEAVE_OUT,
    Asked,
    Choice,
    Decisions,
    LeftOut,
    Problem,
    Question,
)
from joinedup.domain.mappings.mapping import Mapping, Part
from joinedup.domain.phrases.money import read_money
from joinedup.domain.phrases.values import (
    Said,
    in_words,
    is_ambiguous,
    is_day_first,
    is_month_first,
    is_told,
    read_date,
    read_yes_no,
)
from joinedup.domain.phrases.words import WORDS, code_of
from joinedup.domain.spreadsheets.table import Row, Table

# What is kept of a sum is no longer than twelve figures, two of them pence.
MOST_MONEY = Decimal(10) ** 10
# The orders that a column of dates in the British way shows: never the month first.
DAY = {False}
YES_NO = (Choice("YES", "Yes"), Choice("NO", "No"))
NOT_TOLD_CHOICE = Choice(LEAVE_OUT, "Leave it as not told")


class Cells:
    """Reads cells under the decisions made so far, and keeps what came up on the way."""

    def __init__(self, table: Table, decisions: Decisions, mapping: Mapping) -> None:
        self.table, self.decisions = table, decisions
        self.month_first = mapping.month_first
        self.words = {
            name: {folded(word): code for word, code in words.items()}
            for name, words in mapping.words.items()
        }
        self.problems: list[Problem] = []
        self.left_out: list[LeftOut] = []
        self._asked: dict[str, Asked] = {}
        self._assumed: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._places = {folded(column): place for place, column in enumerate(table.columns)}
        self._found: dict[str, int | None] = {}
        self._orders: dict[str, set[bool]] = {}

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return what is open, each question once with all its rows."""
        return tuple(asked.whole() for asked in self._asked.values())

    @property
    def notes(self) -> list[str]:
        """Return a note for each column in which something was assumed."""
        return [
            f"In “{column}”, {assumed[0][1]} (row {assumed[0][0]})"
            + (f", and {len(assumed) - 1} more in the same way." if len(assumed) > 1 else ".")
            for column, assumed in self._assumed.items()
        ]

    def column(self, part: Part, name: str) -> str:
        """Return the column of a field as the table heads it."""
        place = self._place(part, name)
        return "" if place is None else self.table.columns[place]

    def text(self, row: Row, part: Part, name: str) -> str:
        """Return what a row says of a field, or what holds where it says nothing."""
        place = self._place(part, name)
        cell = "" if place is None else row.cells[place]
        return cell if is_told(cell) else part.default.get(name, "")

    def _place(self, part: Part, name: str) -> int | None:
        heading = part.columns.get(name)
        if heading is None:
            return None
        if heading not in self._found:
            self._found[heading] = self._places.get(folded(heading))
        return self._found[heading]

    def problem(self, row: int, column: str, message: str, text: str = "") -> None:
        """Keep a problem, or leave its cell out where a person has decided so."""
        if self.decisions.get("problems") == LEAVE_OUT:
            self.left_out.append(LeftOut(row, column, text, message))
        else:
            self.problems.append(Problem(row, column, message))

    def ask(
        self, key: str, row: int, column: str, sentence: str, choices: tuple[Choice, ...]
    ) -> str | None:
        """Return the answer given to a question, or keep it open; the same one is asked once."""
        answer = self.decisions.get(key)
        if answer in {choice.value for choice in choices}:
            return answer
        self._asked.setdefault(key, Asked(key, column, sentence, choices)).rows.append(row)
        return None

    def fact(self, row: int, column: str, text: str, field: str) -> Any:
        """Return one fact of the shared record, read as it is told; None where it is not."""
        fact = RECORD[field]
        if fact.telling == Telling.DAY:
            return self.date(row, column, text)
        if fact.telling == Telling.YES_NO:
            return self.yes_no(row, column, text, field)
        if fact.telling == Telling.WORD:
            code = self.code(row, column, text, field)
            return code == "INTERNAL" if code and field == "is_internal" else code
        if fact.telling == Telling.MONEY:
            return self.money(row, column, text)
        if fact.telling == Telling.NAME:
            return self.name(row, column, text, fact.longest) or None
        return self.short(row, column, text, fact.longest) or None

    def name(self, row: int, column: str, text: str, longest: int = LONGEST_NAME) -> str:
        """Return a name that fits its place, in one line."""
        name = self.short(row, column, " ".join(text.split()), longest)
        if name and not folded(name):
            self.problem(row, column, f"“{name}” has no letters or numbers in it.", text)
            return ""
        return name

    def short(self, row: int, column: str, text: str, longest: int = 0) -> str:
        """Return words that fit their place, of any length where ``longest`` is 0."""
        if longest and len(text) > longest:
            self.problem(row, column, f"“{text[:40]}…” is longer than {longest} letters.", text)
            return ""
        return text if is_told(text) else ""

    def money(self, row: int, column: str, text: str) -> Decimal | None:
        """Return a sum in pounds; “nil” is nought, and what nobody told is nothing."""
        said = read_money(text)
        if said.value is not None and said.value >= MOST_MONEY:
            said = Said(problem=f"“{text}” is more money than we can keep. Check it.")
        value: Decimal | None = self.said(row, column, text, said)
        return value

    def said(self, row: int, column: str, text: str, said: Said[Any]) -> Any:
        """Return the value of what was said, keeping its problem or assumption."""
        if said.problem:
            self.problem(row, column, said.problem, text)
        if said.assumed:
            self._assumed[column].append((row, said.assumed))
        return said.value

    def date(self, row: int, column: str, text: str) -> date | None:
        """Return a day, in the order that the column's other dates or a person say."""
        month_first = is_month_first(text)
        if is_ambiguous(text):
            month_first = self.has_month_first(row, column, text)
        said = read_date(text, month_first=month_first)
        if is_ambiguous(text) and (self.month_first is not None or self.orders_in(column) != DAY):
            said = Said(said.value, said.problem)
        value: date | None = self.said(row, column, text, said)
        return value

    def has_month_first(self, row: int, column: str, text: str) -> bool:
        """Say in which order a date of numbers stands; asked once where its column leaves it open.

        A single 25/4/2019 shows that a column has the day first, and 4/25/2019 that nobody knows.
        """
        if self.month_first is not None:
            return self.month_first
        orders = self.orders_in(column)
        if orders == DAY:
            return False
        why = "has dates with the month first" if orders else "leaves open which is the month"
        answer = self.ask(
            f"dates:{folded(column)}",
            row,
            column,
            f"“{column}” {why}. Which is “{text}”?",
            (
                Choice("day-first", read_in_words(text, month_first=False)),
                Choice("month-first", read_in_words(text, month_first=True)),
            ),
        )
        return answer == "month-first"

    def orders_in(self, column: str) -> set[bool]:
        """Return the orders that dates of a column can only be in: True is month first."""
        if column not in self._orders:
            place = self.table.position(column)
            cells = {row.cells[place] for row in self.table.rows}
            found = {True for cell in cells if is_month_first(cell)}
            self._orders[column] = found | {False for cell in cells if is_day_first(cell)}
        return self._orders[column]

    def code(self, row: int, column: str, text: str, field: str) -> str | None:
        """Return the code of a word; a word we do not know is asked once for the whole file."""
        if not is_told(text):
            return None
        code = self.words.get(field, {}).get(folded(text)) or code_of(field, text)
        if code is None:
            choices = tuple(Choice(code, label) for code, (label, _) in WORDS[field].items())
            code = self.ask_word(row, column, text, field, choices)
        return code

    def yes_no(self, row: int, column: str, text: str, field: str) -> str | None:
        """Return YES, NO or nothing; a word that is neither is asked."""
        said = read_yes_no(text)
        if said.problem:
            return self.ask_word(row, column, text, field, YES_NO)
        return None if said.value is None else ("YES" if said.value else "NO")

    def ask_word(
        self, row: int, column: str, text: str, field: str, choices: tuple[Choice, ...]
    ) -> str | None:
        """Ask what a word stands for, and return its code when that is decided."""
        answer = self.ask(
            f"word:{field}:{folded(text) or text}",
            row,
            column,
            f"What does “{text}” under “{column}” stand for?",
            (*choices, NOT_TOLD_CHOICE),
        )
        if answer == LEAVE_OUT:
            self.left_out.append(LeftOut(row, column, text, "You left it as not told."))
        return None if answer == LEAVE_OUT else answer


def read_in_words(text: str, *, month_first: bool) -> str:
    """Return a date of numbers as it would read in one of the two orders."""
    value = read_date(text, month_first=month_first).value
    return in_words(value) if value else text
