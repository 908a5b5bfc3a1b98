"""How to make what the routes of the directory are asked for."""

from joinedup.domain.contacts.actions import add_contact, make_remark
from joinedup.domain.contacts.kinds import About
from joinedup.domain.merging.actions import merge_organisations
from joinedup.domain.organisations.actions import (
    add_consortium_member,
    add_organisation,
    add_other_name,
    form_organisation,
    note_successor,
)
from joinedup.domain.organisations.kinds import Form, NameSort
from joinedup.domain.organisations.models import Organisation
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World


def name_of_body(world: World) -> Made:
    """A body and a name it had."""
    body, priya = world.cast.thornford, world.cast.priya
    add_other_name(body, "Rural District", sort=NameSort.FORMER, by=priya, at=NOWADAYS)
    return Made({"public_id": body.public_id, "name": "rural district"}, ("public_id", "name"))


def number_of_body(world: World) -> Made:
    """A body and the number a register knows it by."""
    body = world.cast.thornford
    number = str(body.identifiers.get())
    return Made({"public_id": body.public_id, "number": number}, ("public_id", "number"))


def body_followed(world: World) -> Made:
    """A body and what came after it."""
    body, priya = world.cast.thornford, world.cast.priya
    link = note_successor(body, world.cast.county, by=priya, at=NOWADAYS)
    args = {"public_id": body.public_id, "link_id": link.public_id}
    return Made(args, ("public_id", "link_id"))


def consortium(world: World) -> Made:
    """Several small bodies that hold one place together."""
    body, priya = world.cast.mosque, world.cast.priya
    form_organisation(body, Form.CONSORTIUM, by=priya, at=NOWADAYS)
    return Made(
        {"public_id": body.public_id}, ("public_id",), {"police": world.cast.police.public_id}
    )


def member_of_consortium(world: World) -> Made:
    """One of a consortium."""
    made, priya = consortium(world), world.cast.priya
    member = add_consortium_member(
        Organisation.objects.get(**made.args), world.cast.riverside, by=priya, at=NOWADAYS
    )
    return Made(made.args | {"member_id": member.public_id}, ("public_id", "member_id"))


def body_without_posts(world: World) -> Made:
    """A body for which nobody works, and another entry of it."""
    cast = world.cast
    other = add_organisation("Riverside Larder", by=cast.priya, at=NOWADAYS)
    args = {"public_id": cast.riverside.public_id}
    return Made(args, ("public_id",), {"other": other.public_id})


def body_joined(world: World) -> Made:
    """Two entries of one body that were joined."""
    cast = world.cast
    other = add_organisation("Riverside Larder", by=cast.priya, at=NOWADAYS)
    merge = merge_organisations(other, cast.riverside, by=cast.priya, at=NOWADAYS)
    args = {"public_id": cast.riverside.public_id, "merge_id": merge.public_id}
    return Made(args, ("public_id", "merge_id"))


def of_known(name: str) -> Maker:
    """A body of which something is known."""

    def make(world: World) -> Made:
        return Made({"public_id": world.cast.bodies[name].public_id}, ("public_id",))

    return make


def of_contact(name: str) -> Maker:
    """Somebody to ask for at a body."""

    def make(world: World) -> Made:
        body = world.cast.bodies[name]
        contact = add_contact(body, "Una Reed", by=world.cast.priya, at=NOWADAYS)
        args = {"public_id": body.public_id, "contact_id": contact.public_id}
        return Made(args, ("public_id", "contact_id"))

    return make


def of_remark(name: str) -> Maker:
    """Something the lead host's officer said of a body."""

    def make(world: World) -> Made:
        body = world.cast.bodies[name]
        remark = make_remark(body, About.WAYS, "It is slow.", by=world.cast.priya, at=NOWADAYS)
        args = {"public_id": body.public_id, "remark_id": remark.public_id}
        return Made(args, ("public_id", "remark_id"))

    return make


OF_DIRECTORY: dict[str, Maker] = {
    "name_of_body": name_of_body,
    "number_of_body": number_of_body,
    "body_followed": body_followed,
    "member_body": of_known("riverside"),
    "contact_of_host": of_contact("thornford"),
    "contact_of_member": of_contact("riverside"),
    "remark_on_host": of_remark("thornford"),
    "remark_on_member": of_remark("riverside"),
    "body_without_posts": body_without_posts,
    "body_joined": body_joined,
    "consortium": consortium,
    "member_of_consortium": member_of_consortium,
}
