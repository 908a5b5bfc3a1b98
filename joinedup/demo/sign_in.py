"""Ready sign-ins of the demonstration: a link for each of its people, and none where it is real."""

import base64
import hmac
from dataclasses import dataclass

from django.conf import settings

from joinedup.demo import content
from joinedup.demo.generated.roles import generated_people
from joinedup.domain.people.models import Person


@dataclass(frozen=True)
class Player:
    """Somebody the demonstration can be tried out as: who they are and what to look at."""

    person: Person
    who: str
    hint: str
    token: str


def players() -> list[Player]:
    """Return whom one can be in this demonstration, in the order of a first walk."""
    return players_of_the_district() or [
        Player(person, who, "Everything here was generated.", token_of(person))
        for person, who in generated_people()
    ]


def players_of_the_district() -> list[Player]:
    """Return the people of the district, where it was made."""
    listed = content.told("sign-ins")["person"]
    people, bodies = content.people(), content.bodies()
    addresses = [people[each["key"]].address(bodies[people[each["key"]].of]) for each in listed]
    found = {person.email: person for person in Person.objects.filter(email__in=addresses)}
    return [
        Player(found[address], each["who"], each["try"], token_of(found[address]))
        for each, address in zip(listed, addresses, strict=True)
        if address in found
    ]


def token_of(person: Person) -> str:
    """Return what stands in a person's sign-in link; nobody can guess it without the secret."""
    key = f"joinedup.demonstration.{settings.SECRET_KEY}".encode()
    digest = hmac.digest(key, person.public_id.encode(), "sha256")[:20]
    return base64.b32encode(digest).decode().lower()


def person_behind(token: str) -> Person | None:
    """Return whose sign-in link this is, or None."""
    for player in players():
        if hmac.compare_digest(player.token.encode(), token.encode()):
            return player.person
    return None
