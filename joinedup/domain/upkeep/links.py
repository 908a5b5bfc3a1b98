"""Links by which whoever runs the server lets somebody in once: made from the secret, kept nowhere.

A link hangs on the person's session seed, which using it renews; so it works once.
"""

import base64
import hashlib
import hmac
from datetime import datetime

from django.conf import settings

from joinedup.domain.people.models import Person
from joinedup.domain.upkeep.kinds import LINK_LIFE


def link_for(person: Person, at: datetime) -> str:
    """Return the address that signs ``person`` in once within ten minutes."""
    ends = int((at + LINK_LIFE).timestamp())
    return f"{settings.ADDRESS}/let-in/{person.public_id}-{ends}-{mark_of(person, ends)}/"


def mark_of(person: Person, ends: int) -> str:
    """Return what proves that we made a link."""
    key = f"joinedup.let-in.{settings.SECRET_KEY}".encode()
    words = f"{person.public_id} {person.session_seed} {ends}".encode()
    return base64.b32encode(hmac.digest(key, words, hashlib.sha256)[:20]).decode().lower()


def person_behind(token: str, at: datetime) -> Person | None:
    """Return whom a link lets in at ``at``; None where it is late, used or nobody's."""
    public_id, _, rest = token.partition("-")
    ends, _, mark = rest.partition("-")
    if not (ends.isascii() and ends.isdecimal()) or int(ends) <= at.timestamp():
        return None
    person = Person.objects.filter(public_id=public_id, is_active=True).first()
    if person is None or not hmac.compare_digest(
        mark.encode(), mark_of(person, int(ends)).encode()
    ):
        return None
    return person
