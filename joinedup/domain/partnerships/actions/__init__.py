"""The writes of the register: the record itself, and its members and places."""

from joinedup.domain.partnerships.actions.keeping import (
    add_host,
    add_partnership_name,
    change_partnership,
    move_partnership,
    note_partnership_name,
    register_partnership,
    report_score,
)
from joinedup.domain.partnerships.actions.seating import (
    add_member,
    confirm_members,
    end_membership,
    open_held_seat,
    open_seat,
    seat_named_person,
    seat_person,
    vacate_seat,
)

__all__ = [
    "add_host",
    "add_member",
    "add_partnership_name",
    "change_partnership",
    "confirm_members",
    "end_membership",
    "move_partnership",
    "note_partnership_name",
    "open_held_seat",
    "open_seat",
    "register_partnership",
    "report_score",
    "seat_named_person",
    "seat_person",
    "vacate_seat",
]
