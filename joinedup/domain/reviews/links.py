"""Personal links: made from a secret so that a reminder carries the same one, kept as a digest."""

import base64
import hashlib
import hmac
import secrets

from django.conf import settings

from joinedup.domain.basics.identifiers import Identified


def token_for(thing: Identified) -> str:
    """Return the token of a ticket's or request's link: 160 bits nobody can guess."""
    key = f"joinedup.link.{type(thing).__name__}.{settings.SECRET_KEY}".encode()
    digest = hmac.digest(key, thing.public_id.encode(), "sha256")[:20]
    return base64.b32encode(digest).decode().lower()


def digest_of(token: str) -> str:
    """Return what the database keeps of a token or code."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_code() -> str:
    """Return a six-figure code to be read from a mail and typed in."""
    return f"{secrets.randbelow(1_000_000):06}"


def answer_link(thing: Identified) -> str:
    """Return the address of a ticket's page, made from the configured address alone (T7)."""
    return f"{settings.ADDRESS}/answer/{token_for(thing)}/"


def names_link(thing: Identified) -> str:
    """Return the address where somebody names the people of a partnership."""
    return f"{settings.ADDRESS}/names/{token_for(thing)}/"
