"""Closing what was sent with a key made from the installation's secret, and opening it again."""

import base64
import hmac
import json
import secrets
from binascii import Error
from dataclasses import asdict, dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from joinedup.domain.basics.refusals import Refused

NONCE = 12
# The length of an envelope grows in steps, so that it does not tell how much each person wrote.
STEP = 4096
UNREADABLE = (
    "The answers sent in this round cannot be read, because the secret of this installation was "
    "changed while it was open. Put the old secret back; nothing has been lost."
)


@dataclass(frozen=True)
class Slip:
    """One person's answers: a side of five people or more, or none; values; and words."""

    group: str = ""
    answers: dict[str, int | str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def closed(slips: list[Slip], name: str) -> str:
    """Return these slips as nobody can read them who has only the database."""
    plain = json.dumps([asdict(slip) for slip in slips]).encode()
    padded = plain.ljust(-(-len(plain) // STEP) * STEP)
    nonce = secrets.token_bytes(NONCE)
    return base64.b64encode(nonce + AESGCM(key_of(name)).encrypt(nonce, padded, None)).decode()


def opened(envelope: str, name: str) -> list[Slip]:
    """Return the slips in an envelope, in the mixed order in which they lie there."""
    try:
        kept = base64.b64decode(envelope, validate=True)
        plain = AESGCM(key_of(name)).decrypt(kept[:NONCE], kept[NONCE:], None)
    except (InvalidTag, Error) as problem:
        raise Refused(UNREADABLE) from problem
    return [Slip(**slip) for slip in json.loads(plain)]


def key_of(name: str) -> bytes:
    """Return the key of one partnership's box."""
    secret = f"joinedup.box.{settings.SECRET_KEY}".encode()
    return hmac.digest(secret, name.encode(), "sha256")
