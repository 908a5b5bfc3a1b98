from collections.abc import Collection
from datetime import date

from joinedup.domain.basics.days import in_words, not_over, period_in_words, why_not_ended
from joinedup.domain.basics.folding import LONGEST, folded
from joinedup.domain.organisations.kinds import SCHEMES, Form, PostKind
from joinedup.domain.organisations.models import ConsortiumMember, Identifier, Organisation, Post
from joinedup.domain.organisations.queries import (
    came_before,
    chain_of,
    in_consortium,
    stewards,
    turns_of,
    works_for,
)
from joinedup.domain.people.models import Person
from joinedup.domain.registers.numbers import normalised, why_not_number

WRITERS = (PostKind.OFFICER, PostKind.MANAGER, PostKind.STEWARD)


def why_not_add_organisation(person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not put a body in the directory, or None."""
    if person is None or works_for(person, day, *WRITERS):
        return None
    return "Only a partnership officer, manager or steward can add to the directory."


def why_not_change_organisation(
    organisation: Organisation, person: Person | None, day: date
) -> str | None:
    """Return why ``person`` may not correct this body's entry, or None.

    Bodies mostly have nobody who signs in, so the officers of all keep each entry together.
    """
    if person is None or works_for(person, day, *WRITERS):
        return None
    who = "Only a partnership officer, manager or steward"
    return f"{who} can correct what is said of {organisation}."


def why_not_called(name: str) -> str | None:
    """Return why no body can bear this name, or None."""
    if len(name.strip()) > LONGEST:
        return f"A name can have up to {LONGEST} letters."
    return None if folded(name) else "Enter a name with letters or numbers in it."


def why_not_also_called(organisation: Organisation, name: str) -> str | None:
    """Return why this cannot be another name of the body, or None."""
    if folded(name) == organisation.folded_name:
        return f"{organisation.name} is its name now."
    return why_not_called(name)


def why_not_identified_by(
    scheme: str, value: str, correcting: Identifier | None = None
) -> str | None:
    """Return why no body may be given this number now, saying whose it is already, or None.

    ``correcting`` is the number that would be put right.
    """
    if reason := why_not_number(scheme, value):
        return reason
    value = normalised(scheme, value)
    same = Identifier.objects.filter(scheme=scheme, value=value)
    if correcting is not None:
        same = same.exclude(pk=correcting.pk)
    whose = same.select_related("organisation").first()
    if whose is None:
        return None
    return f"{SCHEMES[scheme]} {value} is that of {whose.organisation}, in the directory already."


def why_not_end_organisation(
    organisation: Organisation, person: Person | None, day: date, on: date | None = None
) -> str | None:
    """Return why it may not be noted that there is no such body any more, or None."""
    if organisation.to_on is not None:
        return f"It is noted already that {organisation} ended on {in_words(organisation.to_on)}."
    reason = why_not_ended(organisation.from_on, on)
    return reason or why_not_change_organisation(organisation, person, day)


def why_not_succeed(organisation: Organisation, successor: Organisation) -> str | None:
    """Return why this body cannot have come after the other, or None. Circles are refused."""
    if successor == organisation:
        return "A body cannot come after itself."
    if organisation.successions.filter(successor=successor).exists():
        return f"It is noted already that {successor} came after {organisation}."
    if came_before(successor, organisation):
        return f"{organisation} came after {successor}, so {successor} cannot have come after it."
    return None


def why_not_succeeded_on(organisation: Organisation, on: date | None) -> str | None:
    """Return why nothing can have come after the body on this day, or None."""
    if organisation.from_on is None or on is None or on >= organisation.from_on:
        return None
    return f"{organisation} began on {in_words(organisation.from_on)}, which is later."


def why_not_part_of(organisation: Organisation, whole: Organisation) -> str | None:
    """Return why this body cannot be a part of the other, or None. Circles are refused."""
    if whole == organisation:
        return "A body cannot be a part of itself."
    if organisation in chain_of(whole):
        return f"{whole} is a part of {organisation} already."
    return None


def why_not_form(
    organisation: Organisation, form: str, part_of: Organisation | None = None
) -> str | None:
    """Return why this body cannot be of that form, or None."""
    if (form == Form.PART) != (part_of is not None):
        return "Say of which body it is a part."
    if form != Form.CONSORTIUM and organisation.consortium_members.exists():
        return "It has members of a consortium, so it is one."
    return None


def why_not_join_consortium(
    consortium: Organisation, organisation: Organisation, day: date
) -> str | None:
    """Return why this body cannot be entered as one of the consortium, or None."""
    if consortium.form != Form.CONSORTIUM:
        return f"{consortium} is not a consortium. Say so in its entry first."
    if organisation.form == Form.CONSORTIUM:
        return f"{organisation} is a consortium itself. Add its members one by one."
    if in_consortium(consortium, day).filter(organisation=organisation).exists():
        return f"{organisation} is in it already."
    return None


def why_not_turn(
    member: ConsortiumMember, from_on: date | None, to_on: date | None, day: date
) -> str | None:
    """Return why it cannot be this member's turn on these days, or None."""
    if reason := why_not_ended(from_on, to_on):
        return reason
    for turn in turns_of(member.consortium, from_on or day):
        begins_later = to_on is not None and turn.from_on is not None and turn.from_on > to_on
        if not begins_later:
            when = period_in_words(turn.from_on, turn.to_on)
            return f"It is the turn of {turn.member.organisation} {when}."
    return None


def why_not_grant_post(
    organisation: Organisation, person: Person | None, day: date, kind: str = ""
) -> str | None:
    """Return why ``person`` may not give or end posts, or this kind of post, in a body, or None.

    A steward of the installation may anywhere, or no body but the first would ever get anybody;
    a manager in their own, but for stewards, who can do more than a manager.
    """
    if person is None or works_for(person, day, PostKind.STEWARD):
        return None
    if kind == PostKind.STEWARD:
        return "Only a steward can say who else is a steward."
    if organisation.pk in works_for(person, day, PostKind.MANAGER):
        return None
    return f"Only a steward or a manager of {organisation} can say who works there."


def why_not_hold(
    person: Person, organisation: Organisation, kind: PostKind, day: date
) -> str | None:
    """Return why ``person`` cannot be given this post, or None."""
    there = Post.objects.filter(not_over(day), person=person, organisation=organisation, kind=kind)
    if there.exists():
        return f"{person} is already {PostKind(kind).label.lower()} of {organisation}."
    return None


def why_not_confirm(posts: Collection[Post]) -> str | None:
    """Return why nothing is confirmed by this, or None."""
    return None if posts else "Tick the posts that still hold, or end those that do not."


def why_not_end_post(
    post: Post, person: Person | None, day: date, on: date | None = None
) -> str | None:
    """Return why this post may not be ended, ``on`` a day where one is given, or None."""
    if post.to_on is not None and post.to_on < day:
        return f"{post.person} left this post on {in_words(post.to_on)}."
    if post.kind == PostKind.STEWARD and not stewards(day).exclude(pk=post.pk).exists():
        return "There would be no steward left. Give somebody else that post first."
    reason = why_not_ended(post.from_on, on)
    return reason or why_not_grant_post(post.organisation, person, day, post.kind)
