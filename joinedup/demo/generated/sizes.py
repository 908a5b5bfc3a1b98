"""How much of everything there is: a district, a council, a region, a nation."""

from dataclasses import dataclass

ANSWERS_EACH = 30
"""How many questions of the yearly self-assessment each sheet answers."""


@dataclass(frozen=True)
class Size:
    """How many rows there are of what grows; everything else follows from these.

    ``every`` is which of the partnerships are asked in each round: every third, every one.
    """

    name: str
    public_bodies: int
    organisations: int
    partnerships: int
    people: int
    years: int
    sheets_each: int
    entries: int
    every: int = 3
    asked_at_most: int = 10**9
    members_each: int = 4
    # For measuring: two partnerships with many members, and an open round that all have answered.
    is_measured: bool = False

    @property
    def bodies(self) -> int:
        """All organisations: public bodies first, then charities and the like."""
        return self.public_bodies + self.organisations

    @property
    def asked(self) -> int:
        """How many partnerships each round asks."""
        return min(-(-self.partnerships // self.every), self.asked_at_most)

    @property
    def sheets(self) -> int:
        """How many answer sheets all rounds have together."""
        return (self.years + self.is_measured) * self.asked * self.sheets_each

    @property
    def answers(self) -> int:
        """How many answers there are on them."""
        return self.sheets * ANSWERS_EACH


# What is asked of each size, as rows: a district or charity, a council, a county or health system,
# a nation. XL takes hours and is for PostgreSQL.
SIZES = {
    "S": Size("S", 1, 100, 60, 25, 3, 3, 10_000),
    "M": Size("M", 1, 600, 300, 250, 5, 4, 100_000),
    "L": Size("L", 20, 10_000, 3_000, 2_500, 5, 4, 1_000_000),
    "XL": Size("XL", 500, 200_000, 100_000, 30_000, 3, 4, 20_000_000),
}


def growing(partnerships: int) -> Size:
    """Return a register of so many partnerships, of which one council sees all.

    What is asked stays the same however long the register: 300 partnerships with ten sheets each
    in the round that stands, and as many in the one to be closed.
    """
    return Size(
        name=f"{partnerships} partnerships",
        public_bodies=1,
        organisations=max(partnerships, 250),
        partnerships=partnerships,
        people=max(partnerships // 3, 50),
        years=1,
        sheets_each=10,
        entries=partnerships * 3,
        every=1,
        asked_at_most=300,
        members_each=3,
        is_measured=True,
    )
