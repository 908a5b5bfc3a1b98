"""The goals as figures: what the app took beside its floor, and whether that is enough."""

from collections.abc import Iterable
from dataclasses import dataclass

AT_MOST, AT_LEAST = "at most", "at least"


@dataclass(frozen=True)
class Line:
    """One line of the table: a figure of the app, what it is held against, and the goal.

    ``ratio`` is the app's figure divided by the floor's unless it is told, as growth is.
    """

    goal: int
    what: str
    app: float
    floor: float | None
    unit: str
    limit: float
    bound: str = AT_MOST
    against: str = "the floor"
    cause: str = ""

    @property
    def ratio(self) -> float:
        """The app's figure as a multiple of what it is held against; itself where of nothing."""
        return self.app if self.floor is None else self.app / self.floor

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        if self.bound == AT_MOST:
            return self.ratio <= self.limit
        return self.ratio >= self.limit


# Why a goal is missed, where it is: kept beside the figure.
CAUSES = {
    "register": "The app's page carries its frame, its filters, eleven facts a row from five "
    "tables, permissions and a session; the floor's is eight cells of one table.",
    "detail": "The app's page shows what the record tells, who sits where, what is next and what "
    "somebody may do, and asks for each whether they may; the floor's shows one row and twenty.",
    "sitting": "A questionnaire is saved page by page, so that nobody loses an answer: seven "
    "requests and six commits, where the floor has one of each.",
    "export": "The app's row has some forty columns put together from eight tables; the floor's "
    "has nine of one.",
    "first byte": "The file leaves in pieces of 64 kB, and the first piece of a small file is a "
    "large part of it; who asks, and what they may see, is asked before any row.",
    "closing": "Every figure is worked out with exact fractions, by person and by organisation, "
    "with spread, differences between groups, the change since last year and letters to all.",
    "import": "Rows are staged, matched with the directory, planned, shown and written with a "
    "journal, so that they can be undone; the floor inserts text.",
}


def causes_of(lines: Iterable[Line]) -> list[str]:
    """Return why goals are missed, one sentence for each missed line that tells."""
    return [f"**Goal {each.goal}, {each.what}.** {each.cause}" for each in missed(lines)]


def missed(lines: Iterable[Line]) -> list[Line]:
    """Return the lines whose goal is not reached."""
    return [each for each in lines if not each.is_met]
