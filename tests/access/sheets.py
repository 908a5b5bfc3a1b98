"""Makers of what stands round answers that come by another way than a link."""

from joinedup.domain.channels.actions import print_sheets
from joinedup.domain.channels.codes import code_for, code_of
from joinedup.domain.partnerships.actions import open_seat
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.actions.answering import Given, save_answers, show_number
from joinedup.domain.reviews.actions.opening import ask_more_people
from joinedup.domain.reviews.links import token_for
from joinedup.web.keying.asked import signed
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World
from tests.rounds import ticket_of


def has_printed(world: World, *, abroad: bool):
    """Have the sheets of the open round printed; return its round, a ticket and who printed."""
    by = world.cast.noor if abroad else world.cast.priya
    round = (world.abroad if abroad else world.rounds)["open"]
    review = world.review("open", abroad=abroad)
    print_sheets(round, review=review.public_id, by=by, at=NOWADAYS)
    person = world.abroad_people[1] if abroad else world.cast.nadia
    return round, ticket_of(round, person), by


def of_round_to_print(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        review = world.review("open", abroad=abroad)
        args = {"public_id": review.round.public_id}
        return Made(args, ("public_id",), {"review": review.public_id})

    return make


def of_codes(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        round, ticket, _ = has_printed(world, abroad=abroad)
        code = code_for(ticket, ticket.sheet_code.turn)
        text = f"No,Question,{code}\n1,One,3\n"
        args = {"public_id": round.public_id}
        return Made(args, ("public_id",), {"code": code}, files={"file": text})

    return make


def of_sheet(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        round, ticket, _ = has_printed(world, abroad=abroad)
        args = {"public_id": round.public_id, "ticket_id": ticket.public_id}
        return Made(args, ("public_id", "ticket_id"))

    return make


def of_printed(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        round, ticket, by = has_printed(world, abroad=abroad)
        asked = {"review": ticket.review.public_id, "sort": "csv", "by": by.public_id}
        args = {"public_id": round.public_id, "printing": signed(round.public_id, asked)}
        return Made(args | {"sort": "csv"}, ("public_id",))

    return make


def with_a_number(world: World) -> Made:
    """A link of somebody without an email address, who has saved answers behind a number."""
    round, priya = world.rounds["open"], world.cast.priya
    walter = add_person("Walter Pike", email=None, by=None, at=NOWADAYS)
    open_seat(world.cast.memberships["police"], person=walter, by=priya, at=NOWADAYS)
    ask_more_people(round, by=priya, at=NOWADAYS)
    ticket = ticket_of(round, walter)
    number = show_number(ticket, at=NOWADAYS)
    save_answers(ticket, {"SF1": Given(value=2)}, at=NOWADAYS)
    return Made({"token": token_for(ticket)}, ("token",), {"code": number})


def code_of_sheet(world: World) -> Made:
    """The page on which anybody types the code of a sheet, and a code that opens one."""
    _, ticket, _ = has_printed(world, abroad=False)
    return Made({}, fill={"code": code_of(ticket)})


OF_SHEETS: dict[str, Maker] = {
    "code_of_sheet": code_of_sheet,
    "link_with_a_number": with_a_number,
    "round_to_print": of_round_to_print(),
    "round_to_print_abroad": of_round_to_print(abroad=True),
    "round_with_codes": of_codes(),
    "round_with_codes_abroad": of_codes(abroad=True),
    "filled_sheet": of_codes(),
    "filled_sheet_abroad": of_codes(abroad=True),
    "sheet_to_key": of_sheet(),
    "sheet_to_key_abroad": of_sheet(abroad=True),
    "printed_sheets": of_printed(),
    "printed_sheets_abroad": of_printed(abroad=True),
}
