"""The short code on an answer sheet, which leads to the right place without a name on it.

Whoever helps types it to find the sheet that came back; whoever got the sheet types it on the web
to answer there. There it stands for a personal link, so it must be hard to guess: ten of twenty
signs are 43 bits, ten million million codes. Two limits of ``settings.ACCOUNT_RATE_LIMITS`` hold
wrong ones back: some from one network, many from all networks together. A thousand in every
quarter of an hour through the four weeks of a round are 2.7 million guesses. Against 3,000 sheets
at once they find one in about a thousand such rounds; against a single sheet, in four million.
"""

import hmac

from django.conf import settings

from joinedup.domain.reviews.models import Ticket

SIGNS = "CFHJKMPRTWXY23456789"
"""Letters and figures that nobody mistakes for one another on paper: no O by the 0, no S by the 5.
No vowels either, so that no code is a word."""
LENGTH = 10
SHORTER = 8
"""Signs of a code printed before sheets could be answered on the web: too few to open one there."""


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


def code_of(ticket: Ticket) -> str:
    """Return the code that a ticket's sheet was given, which may be an older, shorter one."""
    given = ticket.sheet_code
    code = code_for(ticket, given.turn)
    return code if digest_of(code) == given.digest else code[:SHORTER]


def as_printed(code: str) -> str:
    """Return a code in two halves, as it is read aloud."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


def as_typed(text: str) -> str:
    """Return a typed code without what people put between its signs, in capitals."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def sheets_address() -> str:
    """Return the address where a code is typed, made from the configured address alone (T7)."""
    return f"{settings.ADDRESS}/sheet/"


def digest_of(code: str) -> str:
    """Return what the database keeps of a code: of no use without the key of the installation.

    A plain digest of something so short could be undone by trying every code.
    """
    return hmac.digest(_key("digest"), code.encode(), "sha256").hex()


def _key(purpose: str) -> bytes:
    return f"joinedup.sheet.{purpose}.{settings.SECRET_KEY}".encode()
