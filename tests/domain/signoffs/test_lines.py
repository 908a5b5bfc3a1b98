"""The lines of signatures on the last page of a paper: of a text on offer, and of a draft."""

import pytest

from joinedup.domain.agreements.papers import ROOM_TO_SIGN
from joinedup.domain.signoffs.lines import draft_lines, signature_lines
from tests.domain.signoffs.signing import accepted, named, offered, signed

pytestmark = pytest.mark.django_db


def test_the_paper_of_a_text_tells_who_signed_and_keeps_a_line_for_who_has_not(cast, now):
    edition = offered(cast, now, tier=1)
    named(cast, now, "riverside")
    signed(cast, now, edition, "riverside")
    accepted(cast, now, edition, "police")

    lines = [line.cells for line in signature_lines(edition, now.date())]

    on_paper = "Accepted on behalf of the signer by Priya Nair: Letter in the green folder"
    empty = ("", ROOM_TO_SIGN, "")
    assert lines == [
        ("Riverside Food Share", "Ade Okafor, Trustee", "Signed here", "15 June 2026"),
        ("Riverside Food Share", *empty),
        *[("Thornford Central Mosque", *empty)] * 2,
        *[("Thornford District Council", *empty)] * 2,
        *[("Wexmere County Council", *empty)] * 2,
        ("Wexmere Police", "Mary Flint, Treasurer", on_paper, "15 June 2026"),
        ("Wexmere Police", *empty),
    ]


@pytest.mark.parametrize(("tier", "each"), [(2, 1), (1, 2)])
def test_the_paper_of_a_draft_has_a_line_for_each_who_will_sign_and_none_for_observers(
    cast, now, tier, each
):
    agreement = offered(cast, now, tier=tier).agreement

    lines = [line.member for line in draft_lines(agreement, now.date())]

    assert lines == [
        *["Riverside Food Share"] * each,
        *["Thornford Central Mosque"] * each,
        *["Thornford District Council"] * each,
        *["Wexmere County Council"] * each,
        *["Wexmere Police"] * each,
    ]
