"""Mail to those who sit for members: that they are asked, and that the answers are open."""

from datetime import date

from django.conf import settings

from joinedup.domain.basics.days import in_words
from joinedup.domain.expectations.models import KindAsking
from joinedup.domain.figures.wording import listed
from joinedup.domain.notices.actions import Letter
from joinedup.domain.notices.wording import letter
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import held_seats
from joinedup.domain.people.models import Person

KIND = "partnership.kind"


def letters_asking(asking: KindAsking, day: date) -> list[Letter]:
    """Return a letter to each who sits for a member: for which, and by when to answer."""
    until, asker = in_words(asking.closes_on), asking.asked_by.name
    return [
        _letter(asking, person, "kind_asked", members=listed(members), until=until, asker=asker)
        for person, members in _sitting(asking.partnership, day).items()
    ]


def letters_showing(asking: KindAsking, day: date) -> list[Letter]:
    """Return a letter to each who sits for a member: that the answers are open, never what."""
    return [_letter(asking, person, "kind_shown") for person in _sitting(asking.partnership, day)]


def _sitting(partnership: Partnership, day: date) -> dict[Person, list[str]]:
    sitting: dict[Person, list[str]] = {}
    for holder in held_seats(Partnership.objects.filter(pk=partnership.pk), day):
        member = holder.seat.membership.member_name
        if holder.person.email and member not in sitting.setdefault(holder.person, []):
            sitting[holder.person].append(member)
    return sitting


def _letter(asking: KindAsking, person: Person, template: str, **words: str) -> Letter:
    partnership = asking.partnership
    link = f"{settings.ADDRESS}/partnerships/{partnership.public_id}/kind/"
    written = letter(template, person=person, name=partnership.name, link=link, **words)
    key = f"{template}:{asking.public_id}:{person.public_id}"
    return Letter(person, *written, KIND, key=key)
