"""How to make what belongs to no record: plain pages, lists, mail and the demonstration's links."""

from joinedup.demo.sign_in import token_of
from joinedup.domain.instruments.queries import latest
from joinedup.domain.notices.models import Message
from tests.access.made import Made, Maker
from tests.access.world import World


def nothing(world: World) -> Made:
    """A page of its own, about no one thing."""
    return Made({}, fill={"instrument": latest("yearly-self-assessment").pk})


def as_csv(world: World) -> Made:
    """A list as a file, in the one format that can be read through."""
    return Made({"sort": "csv"})


def mail(world: World) -> Made:
    """A mail that was sent: nobody reads it here but whoever it was sent to."""
    return Made({"public_id": Message.objects.earliest("pk").public_id}, ("public_id",))


def demonstration_link(world: World) -> Made:
    return Made({"token": token_of(world.cast.priya)}, ("token",))


OF_NOBODY: dict[str, Maker] = {
    "nothing": nothing,
    "as_csv": as_csv,
    "mail": mail,
    "demonstration_link": demonstration_link,
}
