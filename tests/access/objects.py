"""How to make what a route is asked for: the makers that docs/reference/routes.toml names."""

import secrets
from decimal import Decimal

from django.http import HttpResponse

from joinedup.domain.basics.identifiers import ALPHABET
from joinedup.domain.contributions.actions import add_contribution
from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.imports.actions import apply_import
from joinedup.domain.imports.queries import plan_of
from joinedup.domain.naming.actions import answer_names_request, ask_for_names
from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import open_seat
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.actions.answering import mail_code
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import NamesRequest
from joinedup.domain.undoing.queries import what_undoing_does
from joinedup.domain.upkeep.actions import let_in
from joinedup.domain.upkeep.links import link_for
from joinedup.public.answers.sitting import sit
from joinedup.web.signing_in.views import name_in_address
from tests.access.directory import OF_DIRECTORY
from tests.access.made import Made, Maker
from tests.access.matters import OF_MATTERS
from tests.access.parcels import OF_EXPORTS
from tests.access.partnerships import OF_PARTNERSHIPS
from tests.access.plain import OF_NOBODY
from tests.access.risks import OF_RISKS
from tests.access.running import OF_RUNNING
from tests.access.sharing import OF_SHARING
from tests.access.stakeholders import OF_STAKEHOLDERS
from tests.access.world import NOWADAYS, World
from tests.bench.clock import NOW
from tests.cast import make_person
from tests.domain.imports.bringing import MEMBERS, REGISTER, staged
from tests.rounds import ticket_of
from tests.second_steps import give_passkey


def never_was(identifier: str) -> str:
    """Return an identifier of the same form that nothing has."""
    return "".join(secrets.choice(ALPHABET) for _ in identifier)


def nothing_with_a_token(world: World) -> Made:
    """The same, where a token stands in the address that is not looked at."""
    return Made({"token": "x" * 32})


def of_passkey(name: str) -> Maker:
    """A passkey of somebody of the cast, which its device would have made."""

    def make(world: World) -> Made:
        way = give_passkey(world.cast.people[name])
        return Made({"passkey": name_in_address(way)}, ("passkey",))

    return make


# The register.


def of_partnership(*, abroad: bool = False, **more: str) -> Maker:
    def make(world: World) -> Made:
        partnership = world.cast.growth if abroad else world.cast.safer
        fill = {"version": partnership.version, "police": world.cast.police.public_id}
        return Made({"public_id": partnership.public_id, **more}, ("public_id",), fill)

    return make


def with_members(*, abroad: bool = False) -> Maker:
    """A partnership, and in it a member that is another host as well."""

    def make(world: World) -> Made:
        member = world.seat_abroad.membership if abroad else world.cast.memberships["county"]
        args = {"public_id": member.partnership.public_id}
        return Made(args, ("public_id",), {"member": member.public_id})

    return make


def of_contribution(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        member = world.seat_abroad.membership if abroad else world.cast.memberships["police"]
        line = add_contribution(
            member, year=2026, sort=Sort.HOURS, amount=Decimal(40), by=None, at=NOW
        )
        args = {"public_id": member.partnership.public_id, "line_id": line.public_id}
        return Made(args, ("public_id", "line_id"), {"version": line.version})

    return make


def of_membership(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        member = world.seat_abroad.membership if abroad else world.cast.memberships["police"]
        args = {"public_id": member.partnership.public_id, "member_id": member.public_id}
        return Made(args, ("public_id", "member_id"))

    return make


def of_place(name: str) -> Maker:
    """The place that somebody of the cast holds, or one of those in the next district."""

    def make(world: World) -> Made:
        seat = world.cast.seats[name] if name else world.seat_abroad
        partnership = seat.membership.partnership
        args = {"public_id": partnership.public_id, "seat_id": seat.public_id}
        return Made(args, ("public_id", "seat_id"))

    return make


# Files being brought in.


def listed(world: World) -> Made:
    """Nothing yet but a list to be brought in."""
    return Made({}, files={"file": MEMBERS})


def of_file(text: str, *, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        cast = world.cast
        body, by = (cast.farhaven, cast.noor) if abroad else (cast.thornford, cast.priya)
        told = text.replace(cast.thornford.name, body.name)
        file = staged(cast, NOW, told, organisation=body, by=by)
        seen = plan_of(file, by, NOW.date()).digest()
        fill = {"version": file.version, "seen": seen}
        return Made({"public_id": file.public_id}, ("public_id",), fill)

    return make


def of_file_brought_in(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        cast = world.cast
        body, by = (cast.farhaven, cast.noor) if abroad else (cast.thornford, cast.priya)
        told = REGISTER.replace(cast.thornford.name, body.name)
        # What one file brings and another uses would stay.
        if abroad:
            told = told.replace("Warm Hearths Trust", "Kind Ferrets Club").replace("ann@", "bo@")
        file = staged(cast, NOW, told, organisation=body, by=by)
        apply_import(file, version=file.version, by=by, at=NOW)
        fill = {"version": file.version, "seen": what_undoing_does(file).digest()}
        args = {"public_id": file.public_id, "outcome": "added", "thing": "partnerships"}
        return Made(args, ("public_id",), fill)

    return make


def of_file_to_undo(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        made = of_file_brought_in(abroad=abroad)(world)
        return Made({"public_id": made.args["public_id"]}, ("public_id",), made.fill)

    return make


FILES = {
    "file": MEMBERS,
    "file_with_problems": MEMBERS.replace("bo@green.example", "bo at green"),
    "file_with_questions": REGISTER.replace(
        "Riverside Food Share", "Riverside, Parish councils x28"
    ),
    "file_of_prose": REGISTER,
}


# Rounds, here and in the next district.


def of_round(stage: str, *, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        round = (world.abroad if abroad else world.rounds)[stage]
        partnership = world.review(stage, abroad=abroad).partnership
        fill = {"version": round.version, "partnership": partnership.public_id}
        return Made({"public_id": round.public_id}, ("public_id",), fill)

    return make


def of_round_joined(*, abroad: bool = False) -> Maker:
    """An open round where somebody has taken a place since, whom nobody has asked."""

    def make(world: World) -> Made:
        cast = world.cast
        member = world.seat_abroad.membership if abroad else cast.memberships["police"]
        newcomer = make_person("Abby New" if abroad else "Harry New", NOW)
        open_seat(member, person=newcomer, by=cast.noor if abroad else cast.priya, at=NOW)
        return of_round("open", abroad=abroad)(world)

    return make


def of_review_in_round(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        review = world.review("draft", abroad=abroad)
        args = {"public_id": review.round.public_id, "review_id": review.public_id}
        member = world.cast.farhaven if abroad else world.cast.police
        return Made(args, ("public_id", "review_id"), {"member": member.name})

    return make


# Results.


def of_result(stage: str, *, abroad: bool = False, **more: str) -> Maker:
    def make(world: World) -> Made:
        review = world.review(stage, abroad=abroad)
        args = {"public_id": review.public_id, **more}
        return Made(args, ("public_id",))

    return make


def of_body(name: str, **more: str) -> Maker:
    def make(world: World) -> Made:
        body = world.cast.bodies[name]
        director = world.cast.marcus if name == "thornford" else world.fay
        fill = {"director": director.pk, "version": body.version}
        fill |= {"police": world.cast.police.public_id}
        return Made({"public_id": body.public_id, **more}, ("public_id",), fill)

    return make


def of_post(name: str) -> Maker:
    """The post of somebody of the cast, or of the next district's director."""

    def make(world: World) -> Made:
        post = (world.cast.people[name] if name else world.fay).posts.get()
        args = {"public_id": post.organisation.public_id, "post_id": post.public_id}
        return Made(args, ("public_id", "post_id"))

    return make


def of_post_to_confirm(name: str) -> Maker:
    """The body of a post that nobody has confirmed for more than a year."""

    def make(world: World) -> Made:
        post = (world.cast.people[name] if name else world.fay).posts.get()
        args = {"public_id": post.organisation.public_id}
        return Made(args, ("public_id",), {"post": post.public_id})

    return make


# Personal links.


def of_link(name: str, stage: str = "open", *, page: int = 0, sitting: bool = False) -> Maker:
    """A link somebody of the cast was sent, perhaps with the cookie of a sitting begun."""

    def make(world: World) -> Made:
        ticket = ticket_of(world.rounds[stage], world.cast.people[name])
        args = {"token": token_for(ticket)} | ({"number": page} if page else {})
        begun = sit(HttpResponse(), ticket, secure=False).cookies if sitting else {}
        cookies = {key: cookie.value for key, cookie in begun.items()}
        return Made(args, ("token",), cookies=cookies)

    return make


def coded_link(world: World) -> Made:
    """A link with answers saved behind it, and the code mailed for going on with them."""
    ticket = ticket_of(world.rounds["open"], world.cast.colin)
    mail_code(ticket, at=NOW)
    code = Message.objects.get(kind="round.code").subject.split()[-1]
    return Made({"token": token_for(ticket)}, ("token",), {"code": code})


def asked_for_names(world: World, email: str) -> NamesRequest:
    review, priya = world.review("draft"), world.cast.priya
    return ask_for_names(review, name="Kim", email=email, by=priya, at=NOWADAYS)


def names_link(world: World) -> Made:
    token = token_for(asked_for_names(world, "kim@mail.example"))
    return Made({"token": token}, ("token",), {"member": world.cast.police.name})


def spent_names_link(world: World) -> Made:
    request = asked_for_names(world, "kim.lee@mail.example")
    answer_names_request(request, f"Kim Lee, kim@mail.example, {world.cast.police}", at=NOWADAYS)
    return Made({"token": token_for(request)}, ("token",), {"member": world.cast.police.name})


def way_in(world: World) -> Made:
    """A link by which the server lets somebody in, who has no post and no seat."""
    person = add_person("Wren Hale", email=None, by=None, at=NOW)
    return Made({"token": link_for(person, NOW).rstrip("/").rpartition("/")[2]}, ("token",))


def spent_way_in(world: World) -> Made:
    """The same after it was used."""
    made = way_in(world)
    let_in(made.args["token"], at=NOW)
    return made


MAKERS: dict[str, Maker] = {
    "way_in": way_in,
    "spent_way_in": spent_way_in,
    **OF_NOBODY,
    "passkey": of_passkey("priya"),
    "passkey_abroad": of_passkey("noor"),
    "nothing_with_a_token": nothing_with_a_token,
    **{f"{stage}_round": of_round(stage) for stage in ("draft", "open", "counted", "standing")},
    **{
        f"{stage}_round_abroad": of_round(stage, abroad=True)
        for stage in ("draft", "open", "counted", "standing")
    },
    "open_round_joined": of_round_joined(),
    "open_round_joined_abroad": of_round_joined(abroad=True),
    "review_in_draft_round": of_review_in_round(),
    "review_in_draft_round_abroad": of_review_in_round(abroad=True),
    "draft_result": of_result("counted"),
    "draft_result_abroad": of_result("counted", abroad=True),
    "standing_result": of_result("standing"),
    "standing_result_abroad": of_result("standing", abroad=True),
    "figure_of_draft": of_result("counted", figure="overall"),
    "figure_of_standing": of_result("standing", figure="overall"),
    "figure_of_standing_abroad": of_result("standing", abroad=True, figure="overall"),
    "paper_of_draft": of_result("counted", sort="docx"),
    "paper_of_draft_abroad": of_result("counted", abroad=True, sort="docx"),
    "paper_of_standing": of_result("standing", sort="docx"),
    "paper_of_standing_abroad": of_result("standing", abroad=True, sort="docx"),
    "list": listed,
    "file_brought_in": of_file_brought_in(),
    "file_brought_in_abroad": of_file_brought_in(abroad=True),
    "file_to_undo": of_file_to_undo(),
    "file_to_undo_abroad": of_file_to_undo(abroad=True),
    **{name: of_file(text) for name, text in FILES.items()},
    **{f"{name}_abroad": of_file(text, abroad=True) for name, text in FILES.items()},
    "body": of_body("thornford"),
    "body_abroad": of_body("farhaven"),
    **OF_DIRECTORY,
    **OF_EXPORTS,
    **OF_SHARING,
    **OF_MATTERS,
    **(OF_PARTNERSHIPS | OF_RISKS | OF_RUNNING),
    **OF_STAKEHOLDERS,
    "post": of_post("marcus"),
    "post_to_confirm": of_post_to_confirm("marcus"),
    "post_to_confirm_abroad": of_post_to_confirm(""),
    "post_abroad": of_post(""),
    "partnership": of_partnership(),
    "partnership_abroad": of_partnership(abroad=True),
    "group_of_partnership": of_partnership(group="life"),
    "group_of_partnership_abroad": of_partnership(abroad=True, group="life"),
    "partnership_with_members": with_members(),
    "partnership_with_members_abroad": with_members(abroad=True),
    "contribution": of_contribution(),
    "contribution_abroad": of_contribution(abroad=True),
    "membership": of_membership(),
    "membership_abroad": of_membership(abroad=True),
    "place": of_place("ruth"),
    "place_of_host": of_place("colin"),
    "place_abroad": of_place(""),
    "portfolio": of_body("thornford"),
    "portfolio_abroad": of_body("farhaven"),
    "paper_of_portfolio": of_body("thornford", sort="docx"),
    "paper_of_portfolio_abroad": of_body("farhaven", sort="docx"),
    "fresh_link": of_link("nadia"),
    "link_begun": of_link("colin"),
    "spent_link": of_link("ade"),
    "late_link": of_link("owen", "counted"),
    "coded_link": coded_link,
    "sitting": of_link("colin", page=1, sitting=True),
    "sitting_at_the_end": of_link("colin", sitting=True),
    "sitting_over": of_link("ade", sitting=True),
    "link_without_a_sitting": of_link("colin", page=1),
    "late_sitting": of_link("owen", "counted", page=1, sitting=True),
    "late_sitting_at_the_end": of_link("owen", "counted", sitting=True),
    "names_link": names_link,
    "spent_names_link": spent_names_link,
}
