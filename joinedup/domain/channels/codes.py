"""The short code on an answer sheet, which leads to the right place without a name on it."""

import hmac

from django.conf import settings

from joinedup.domain.reviews.models import Ticket

SIGNS = "CFHJKMPRTWXY23456789"
"""Letters and figures that nobody mistakes for one another on paper: no O by the 0, no S by the 5.
No vowels either, so that no code is a word. Eight of them make 25,600 million codes."""
LENGTH = 8


def code_for(ticket: Ticket, turn: int) -> str:
    """Return the code of a ticket's sheet: always the same, so that a sheet can be printed again.

    ``turn`` grows where another sheet has the code already.
    """
    digest = hmac.digest(_key("code"), f"{ticket.public_id}:{turn}".encode(), "sha256")
    rest = int.from_bytes(digest[:16])
    signs = []
    for _ in range(LENGTH):
        rest, place = divmod(rest, len(SIGNS))
        signs.append(SIGNS[place])
    return "".join(signs)


def as_printed(code: str) -> str:
    """Return a code in two halves, as it is read aloud."""
    return f"{code[:4]} {code[4:]}"


def as_typed(text: str) -> str:
    """Return a typed code without what people put between its signs, in capitals."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def digest_of(code: str) -> str:
    """Return what the database keeps of a code: of no use without the key of the installation.

    A plain digest of something so short could be undone by trying every code.
    """
    return hmac.digest(_key("digest"), code.encode(), "sha256").hex()


def _key(purpose: str) -> bytes:
    return f"joinedup.sheet.{purpose}.{settings.SECRET_KEY}".encode()
