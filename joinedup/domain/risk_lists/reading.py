"""A table of risks read on a scale: a line for each risk, or what is wrong with its cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from joinedup.domain.basics.folding import folded
from joinedup.domain.phrases.values import is_told, read_date
from joinedup.domain.risk_lists.headings import PLAIN, fields_in
from joinedup.domain.risk_lists.kinds_of_risk import category_of
from joinedup.domain.risk_lists.steps import MOST, Scale, rated, sizes_that_fit, step_in
from joinedup.domain.spreadsheets.problems import Problem
from joinedup.domain.spreadsheets.table import Row

MOST_RISKS = 200
LONGEST = {"cause": 300, "effect": 300, "controls": 2000, "owner": 200}
STAGES = ("", "residual_", "target_")
PAIR = ("likelihood", "impact")
NO_EFFECT = "The list it came from does not say."


@dataclass(frozen=True)
class How:
    """How a list is read: its scale (0 to find out), ours, and what stands for empty cells."""

    ours: int
    kinds: Mapping[str, str]
    today: date
    review_on: date
    size: int = 0
    category: str = ""


@dataclass(frozen=True)
class Line:
    """One risk of a list; ``marks`` are on our matrix, ``said`` its score in the list's words."""

    row: int
    cause: str
    effect: str
    category: str
    controls: str
    owner: str
    review_on: date
    marks: dict[str, int]
    said: str
    # Likelihood and impact of what is left on their own scale, where the list tells both.
    theirs: tuple[int, int] | None = None


@dataclass
class Read:
    """A list read: the scale it is on (0 where nobody can tell), its lines and its problems."""

    size: int = 0
    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_rated_only: bool = False


def read_list(columns: Sequence[str], rows: Sequence[Row], how: How) -> Read:
    """Return the risks of a list and everything that is wrong with it."""
    found = fields_in(columns)
    fields = {found[heading]: at for at, heading in enumerate(columns) if heading in found}
    read = Read(problems=list(missing(fields)))
    if not rows:
        read.problems.append(Problem("There is no risk in this list."))
    if len(rows) > MOST_RISKS:
        said = f"This list has {len(rows):,} rows; one of risks takes {MOST_RISKS}."
        read.problems.append(Problem(said))
    if read.problems:
        return read
    read.size, read.is_rated_only = size_of(fields, rows, how)
    if not read.size:
        return read
    read.notes = list(noted(fields))
    reader = Reader(columns, fields, how, read)
    for row in rows:
        reader.take(row)
    return read


def missing(fields: Mapping[str, int]) -> Iterator[Problem]:
    """Yield what a list must have and has not."""
    if "cause" not in fields:
        yield Problem("No column is headed “Risk”. Name the column that says what could happen so.")
    if "owner" not in fields:
        yield Problem("No column is headed “Owner”. Add one that says who answers for each risk.")
    if not left_in(fields) and not rating_in(fields):
        yield Problem(
            "No columns are headed “Likelihood” and “Impact”, and none “Rating”. Add them."
        )


def stages_in(fields: Mapping[str, int]) -> list[str]:
    """Return which scores a list has whole, likelihood and impact."""
    return [each for each in (*STAGES, PLAIN) if all(f"{each}{name}" in fields for name in PAIR)]


def left_in(fields: Mapping[str, int]) -> list[str]:
    """Return which score of a list says what is left, none where it tells no such score whole."""
    whole = stages_in(fields)
    return [each for each in ("residual_", PLAIN, "") if each in whole][:1]


def rating_in(fields: Mapping[str, int]) -> str:
    """Return the column of one rating for each risk: of what is left, where there are several."""
    names = [f"{each}rating" for each in ("residual_", PLAIN, "")]
    return next((name for name in names if name in fields), "")


def size_of(fields: Mapping[str, int], rows: Sequence[Row], how: How) -> tuple[int, bool]:
    """Return the scale a list is on, 0 where several fit, and whether it only rates in one word."""
    if left_in(fields):
        stages = stages_in(fields)
        places = [fields[f"{each}{name}"] for each in stages for name in PAIR]
        fit = sizes_that_fit(row.cells[at] for row in rows for at in places)
        # Where nothing fits the longest tells what is wrong with most of the cells right.
        return how.size or (fit[0] if len(fit) == 1 else 0 if fit else MOST), False
    cells = [row.cells[fields[rating_in(fields)]] for row in rows]
    has_figures = any(any(sign.isdigit() for sign in cell) for cell in cells)
    return how.size or (0 if has_figures else how.ours), not has_figures


def noted(fields: Mapping[str, int]) -> Iterator[str]:
    """Yield what was taken for granted, in sentences."""
    stages = stages_in(fields)
    if not left_in(fields):
        yield (
            "Your list rates each risk in one go. We have chosen a likelihood and an impact in the "
            "middle of each rating: look at each risk again."
        )
    elif "" not in stages or "residual_" not in stages:
        yield (
            "Your list has one score for each risk. It is taken as what is left, and as what it "
            "would be if nothing were done."
        )
    if "target_" not in stages:
        yield "Your list has no target. What is left is taken as the target."
    if "effect" not in fields:
        yield f"Your list does not say what would come of each risk. We write: “{NO_EFFECT}”"


class Reader:
    """Reads rows one after another, and keeps what is wrong with each."""

    def __init__(
        self, columns: Sequence[str], fields: Mapping[str, int], how: How, read: Read
    ) -> None:
        self.columns, self.fields, self.how, self.read = columns, fields, how, read
        self.scale = Scale(read.size, how.ours)
        self.seen: dict[tuple[str, str], int] = {}

    def take(self, row: Row) -> None:
        """Read one row into a line, or name everything that is wrong with it."""
        before = len(self.read.problems)
        cause = self.words(row, "cause")
        if not folded(cause):
            self.tell(row, "cause", "This row does not say what could happen.")
        effect = self.words(row, "effect") or NO_EFFECT
        owner = self.words(row, "owner")
        if not folded(owner):
            self.tell(row, "owner", "Nobody answers for this risk. Name a person or a post.")
        same = self.seen.setdefault((folded(cause), folded(effect)), row.number)
        if same != row.number:
            self.tell(row, "cause", f"This is the same risk as in row {same}.")
        category, review_on = self.category(row), self.review_on(row)
        pairs, said = self.pairs(row)
        theirs = pairs["residual_"] if left_in(self.fields) else None
        if theirs:
            pairs = {stage: self.turned(pair) for stage, pair in pairs.items()}
        if len(self.read.problems) == before:
            told = (self.words(row, "controls"), owner, review_on, as_marks(pairs), said, theirs)
            self.read.lines.append(Line(row.number, cause, effect, category, *told))

    def cell(self, row: Row, name: str) -> str:
        """Return what a row says of a field."""
        at = self.fields.get(name)
        return row.cells[at] if at is not None and is_told(row.cells[at]) else ""

    def tell(self, row: Row, name: str, message: str) -> None:
        """Keep a problem with its row and column."""
        at = self.fields.get(name)
        column = self.columns[at] if at is not None else None
        self.read.problems.append(Problem(message, row.number, column))

    def words(self, row: Row, name: str) -> str:
        """Return words that fit their place."""
        text = self.cell(row, name)
        text = text if name == "controls" else " ".join(text.split())
        if len(text) > LONGEST[name]:
            self.tell(row, name, f"“{text[:40]}…” is longer than {LONGEST[name]} letters.")
            return text[: LONGEST[name]]
        return text

    def category(self, row: Row) -> str:
        """Return the kind of a risk."""
        text = self.cell(row, "category")
        found = category_of(text, dict(self.how.kinds)) if text else self.how.category
        if text and not found:
            self.tell(row, "category", f"“{text[:60]}” is no kind of risk we know.")
        elif not found:
            self.tell(
                row,
                "category",
                "The kind of risk is missing. Write it, or choose one for such.",
            )
        return found or ""

    def review_on(self, row: Row) -> date:
        """Return when a risk is looked at again; a day that has passed gives way to the usual."""
        said = read_date(self.cell(row, "review_on"))
        if said.problem:
            self.tell(row, "review_on", said.problem)
        day = said.value
        return day if day and day > self.how.today else self.how.review_on

    def pairs(self, row: Row) -> tuple[dict[str, tuple[int, int]], str]:
        """Return likelihood and impact of all three scores, and what is left in the list's words.

        On the list's own scale, but for one rating, which is on ours already.
        """
        left = left_in(self.fields)
        if not left:
            pair, said = self.of_rating(row)
            return dict.fromkeys(STAGES, pair), said
        told = {each: self.pair(row, each) for each in stages_in(self.fields)}
        now = told[left[0]]
        pairs = {"": told.get("", now), "residual_": now, "target_": told.get("target_", now)}
        self.check_order(row, pairs, told)
        return pairs, " × ".join(self.cell(row, f"{left[0]}{name}") for name in PAIR)

    def turned(self, pair: tuple[int, int]) -> tuple[int, int]:
        """Return likelihood and impact on our matrix."""
        return self.scale.turned(pair[0]), self.scale.turned(pair[1])

    def check_order(
        self, row: Row, pairs: Mapping[str, tuple[int, int]], told: Mapping[str, object]
    ) -> None:
        """Say where a later score of a row is more than an earlier one."""
        for earlier, later, what in (
            ("", "residual_", "What is left cannot be more than if nothing were done."),
            ("residual_", "target_", "The target cannot be more than what is left."),
        ):
            for at, name in enumerate(PAIR):
                if pairs[later][at] > pairs[earlier][at]:
                    self.tell(row, f"{later if later in told else PLAIN}{name}", what)

    def pair(self, row: Row, stage: str) -> tuple[int, int]:
        """Return likelihood and impact of one score."""
        found = [self.step(row, f"{stage}{name}") for name in PAIR]
        return found[0], found[1]

    def step(self, row: Row, name: str) -> int:
        """Return a step of the list's own scale."""
        text = self.cell(row, name)
        step = step_in(text, self.scale.theirs)
        if step is None:
            wrong = f"“{text[:40]}” is no step" if text else "Nothing is said here: write a step"
            self.tell(row, name, f"{wrong} from 1 to {self.scale.theirs}.")
            return 1
        return step

    def of_rating(self, row: Row) -> tuple[tuple[int, int], str]:
        """Return the steps in the middle of the band that one rating names."""
        name = rating_in(self.fields)
        text = self.cell(row, name)
        pair = rated(text, self.scale.theirs, self.scale.ours)
        if pair is None:
            wrong = f"“{text[:40]}” is no rating we know." if text else "The rating is missing."
            self.tell(row, name, f"{wrong} Write low, medium, high or very high.")
        return pair or (1, 1), text


def as_marks(pairs: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """Return scores as steps by name."""
    return {
        f"{stage}{name}": step
        for stage, pair in pairs.items()
        for name, step in zip(PAIR, pair, strict=True)
    }
