"""Anonymous rounds for tests, brought about by performing their acts on the fixed cast."""

from datetime import datetime

from joinedup.domain.ballots.actions import send_unnamed
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.actions import open_seat
from joinedup.domain.people.actions import add_person
from joinedup.domain.people.models import Person
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.kinds import Asking
from joinedup.domain.reviews.models import Review, Round
from tests.rounds import all_answered, joined, opened, prepared, ticket_of

# The five who sit on the Safer Places group, in the order in which they send.
FIVE = ("ruth", "colin", "ade", "nadia", "owen")


def prepared_unnamed(cast, at: datetime, **details) -> Round:
    """An anonymous round over the Safer Places group that nobody has been asked in yet."""
    return prepared(cast, at, asking=Asking.ANONYMOUS, **details)


def opened_unnamed(cast, at: datetime, **details) -> Round:
    """The same round, everybody asked."""
    return opened(cast, at, asking=Asking.ANONYMOUS, **details)


def sent_unnamed(round: Round, person, value: int | None, at: datetime, **other) -> None:
    """``person`` has sent one value throughout, but for what is named."""
    ticket = ticket_of(round, person)
    send_unnamed(ticket, all_answered(round, value, **other), today=at.date())


def sealed_unnamed(cast, at: datetime, values: dict[str, int], **words) -> Review:
    """The Safer Places group's part in an anonymous round that was counted."""
    round = opened_unnamed(cast, at)
    for name, value in values.items():
        sent_unnamed(round, getattr(cast, name), value, at, **words)
    seal_round(round, by=cast.priya, at=at)
    return Review.objects.get(round=round)


def crowd(cast, at: datetime, public: int, voluntary: int) -> list[Person]:
    """Give the Safer Places group so many more people, of two public bodies and two charities."""
    people = []
    for sector, many in ((Sector.HEALTH, public), (Sector.CHARITY, voluntary)):
        if not many:
            continue
        names = [f"{sector.label} {letter}" for letter in "AB"]
        firsts = joined(cast, at, *((name.replace(" ", "-"), sector) for name in names))
        people += firsts.values()
        members = [cast.safer.memberships.get(organisation__name=name) for name in firsts]
        for number in range(many - len(firsts)):
            name = f"{sector.label} {number}"
            address = f"{sector.value.lower()}{number}@mail.example"
            people.append(add_person(name, email=address, by=None, at=at))
            open_seat(members[number % 2], person=people[-1], by=cast.priya, at=at)
    return people
