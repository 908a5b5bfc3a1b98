"""Keeping the directory: entries, names, numbers, what came after a body, and who works there."""

from joinedup.domain.organisations.actions.consortia import (
    add_consortium_member,
    end_consortium_member,
    give_turn,
)
from joinedup.domain.organisations.actions.entries import (
    add_organisation,
    change_organisation,
    end_organisation,
    form_organisation,
    say_groups_served,
)
from joinedup.domain.organisations.actions.names import (
    add_other_name,
    note_name,
    remove_other_name,
)
from joinedup.domain.organisations.actions.numbers import (
    correct_identifier,
    identify_organisation,
    remove_identifier,
)
from joinedup.domain.organisations.actions.posts import (
    confirm_posts,
    end_post,
    grant_named_post,
    grant_post,
)
from joinedup.domain.organisations.actions.successors import note_successor, remove_successor

__all__ = [
    "add_consortium_member",
    "add_organisation",
    "add_other_name",
    "change_organisation",
    "confirm_posts",
    "correct_identifier",
    "end_consortium_member",
    "end_organisation",
    "end_post",
    "form_organisation",
    "give_turn",
    "grant_named_post",
    "grant_post",
    "identify_organisation",
    "note_name",
    "note_successor",
    "remove_identifier",
    "remove_other_name",
    "remove_successor",
    "say_groups_served",
]
