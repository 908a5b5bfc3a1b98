from decimal import Decimal

import pytest

from joinedup.domain.promises.balance import Weighed, balance_told

A = Weighed("A", cash=Decimal(9000), promises=2, says_gains=True)
B = Weighed("B", cash=Decimal(2000), hours=Decimal(40), promises=2, late=1, is_ours=True)
C = Weighed("C", cash=Decimal("1000.50"), promises=1, late=2)
SILENT, NOTHING = Weighed("D"), Weighed("E", says_nothing=True)
WORDS, GIVING = Weighed("F", says_brings=True), Weighed("G", puts_in=True)
MANY = [Weighed(f"Body {number}", cash=Decimal(1), promises=1) for number in range(7)]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ([], []),
        ([SILENT, Weighed("H")], []),
        ([A, Weighed("H", cash=Decimal(1), promises=1, says_gains=True)], []),
        (
            [A, B, C, SILENT],
            [
                "3 promises are late: 1 of B and 2 of C.",
                "3 of 4 members promise all the money, £12,000.50: A, B and C. "
                "A promises £9,000 of it.",
                "B alone promises all the work, 40 hours.",
                "Nobody has told us yet what D brings.",
                "Nobody has told us yet what B and C would gain from it.",
            ],
        ),
        (
            [Weighed("A", promises=1, late=1), SILENT, Weighed("H"), NOTHING, WORDS, GIVING],
            [
                "1 promise is late: it is of A.",
                "E says openly that it promises nothing for now.",
                "F and G have promised nothing yet.",
                "Nobody has told us yet what D and H bring.",
            ],
        ),
        (
            [Weighed("A", was_released=True), NOTHING],
            [
                "E says openly that it promises nothing for now.",
                "A was released and promises nothing else.",
            ],
        ),
        ([Weighed("A", promises=3, late=2)], ["2 promises are late: all are of A."]),
        (
            [*MANY, NOTHING, Weighed("I", says_nothing=True)],
            [
                "7 of 9 members promise all the money, £7.",
                "E and I say openly that they promise nothing for now.",
            ],
        ),
        (
            [GIVING, *(Weighed(f"Body {number}") for number in range(7))],
            [
                "G has promised nothing yet.",
                "Nobody has told us yet what Body 0, Body 1, Body 2, Body 3 and 3 others bring.",
            ],
        ),
    ],
)
def test_imbalance_is_told_in_sentences_and_silence_is_not_nothing(members, told):
    assert balance_told(members) == told
