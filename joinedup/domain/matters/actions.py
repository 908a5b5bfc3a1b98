from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import current, day_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.matters.kinds import Answering, Openness
from joinedup.domain.matters.models import Matter, MemberNaming, PersonNaming, PublicPage
from joinedup.domain.matters.queries import held_by, searched_words
from joinedup.domain.matters.rules import (
    why_not_accept,
    why_not_decline,
    why_not_list,
    why_not_matter,
    why_not_name_body,
    why_not_name_member,
    why_not_public,
    why_not_reach,
    why_not_said,
)
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.places.actions import lay_areas
from joinedup.domain.places.rules import why_not_area, why_not_known, why_not_lie
from joinedup.domain.upkeep.rules import why_not_look_after

PlaceLine = tuple[str, str, str]

# What a body accepted: when any of it changes, it is asked anew.
ACCEPTED = ("name", "organisation", "post_title", "email", "phone", "if_not_helped")
UNTOLD = ("other_words", "post_title", "email", "phone", "if_not_helped")
UNASKED = {"is_post_known": False, "because": "", "answered_at": None, "answered_by": None}


@transaction.atomic
def tell_public_page(
    partnership: Partnership,
    *,
    version: int,
    is_public: bool,
    purpose: str,
    joining: str,
    openness: str = Openness.UNTOLD,
    tells_missing: bool = False,
    by: Person | None,
    at: datetime,
) -> None:
    """Choose whether anybody may read of a partnership, and what they are told of it."""
    insist(why_not_list(partnership, by, day_of(at)))
    if is_public:
        insist(why_not_public(partnership, purpose), "purpose")
    insist(why_not_said(partnership, None, purpose, day_of(at), within=False), "purpose")
    insist(why_not_said(partnership, None, joining, day_of(at), within=False), "joining")
    page, _ = PublicPage.objects.get_or_create(partnership=partnership)
    change(
        page,
        expecting=(None, version),
        is_public=is_public,
        purpose=purpose.strip(),
        joining=joining.strip(),
        openness=openness,
        tells_missing=tells_missing,
    )
    verb = "page.shown" if is_public else "page.hidden"
    record(verb, partnership, by=by, at=at)


@transaction.atomic
def say_member_named(
    membership: Membership, *, version: int, is_named: bool, by: Person, at: datetime
) -> None:
    """Say for a member whether the public page names it."""
    insist(why_not_name_member(membership, by, day_of(at), is_named=is_named), "is_named")
    naming, _ = MemberNaming.objects.get_or_create(membership=membership)
    change(naming, expecting=(None, version), is_named=is_named)
    verb = "member.named" if is_named else "member.unnamed"
    record(verb, membership.partnership, by=by, at=at, member=membership.member_name)


@transaction.atomic
def say_person_named(partnership: Partnership, *, is_named: bool, by: Person, at: datetime) -> None:
    """Give or take back one's own consent to be named on the public page."""
    held = held_by(by, partnership, day_of(at))
    insist(None if held else "You hold no place on this partnership.")
    PersonNaming.objects.filter(holder__in=held).delete()
    if is_named:
        given = [PersonNaming(holder=one, given_at=at) for one in held]
        # Of two presses at one moment either is the consent.
        PersonNaming.objects.bulk_create(given, ignore_conflicts=True)
    verb = "consent.given" if is_named else "consent.withdrawn"
    record(verb, partnership, by=by, at=at)


@transaction.atomic
def tell_places(lines: Iterable[PlaceLine], *, by: Person, at: datetime) -> int:
    """Say which places there are and in which others each lies, so that residents find by them.

    Each line is a code, a name (empty where the place is known), and a code it lies in (or none);
    of a place with several lines, all hold. Returns how many places were told of.
    """
    insist(why_not_look_after(by, day_of(at)))
    names: dict[str, str] = {}
    within: dict[str, set[str]] = {}
    for code, name, outer in lines:
        names[code] = name or names.get(code, "")
        within.setdefault(code, set()).update([outer] if outer else [])
    for code, name in names.items():
        insist(why_not_area(code, name), "lines")
    for outer in set().union(*within.values()) - set(names):
        insist(why_not_known(outer), "lines")
        names[outer] = ""
    insist(why_not_lie(within), "lines")
    lay_areas(names, within)
    record("places.told", by, by=by, at=at, places=len(within))
    return len(within)


@transaction.atomic
def list_matter(
    partnership: Partnership, name: str, *, by: Person | None, at: datetime, **details: Any
) -> Matter:
    """List what residents ask about, and ask the body that is named whether it answers for it."""
    matter = Matter(partnership=partnership)
    values = checked(matter, {"name": name, **details}, by, at)
    matter = Matter.objects.create(partnership=partnership, **values)
    record("matter.listed", partnership, by=by, at=at, matter=matter.name)
    return matter


@transaction.atomic
def change_matter(
    matter: Matter, *, version: int, by: Person | None, at: datetime, **values: Any
) -> None:
    """Put a matter otherwise; where what was accepted changes, the body is asked anew."""
    before = {name: getattr(matter, name) for name in ACCEPTED}
    told = checked(matter, before | {"other_words": matter.other_words} | values, by, at)
    if all(told[name] == before[name] for name in ACCEPTED):
        told["answering"] = matter.answering
    else:
        told |= UNASKED
    change(matter, expecting=(None, version), **told)
    record("matter.changed", matter.partnership, by=by, at=at, matter=matter.name)


def checked(
    matter: Matter, values: dict[str, Any], by: Person | None, at: datetime
) -> dict[str, Any]:
    """Return what is to be kept of a matter, or refuse it beside the field that is wrong."""
    partnership, day = matter.partnership, day_of(at)
    kept = {
        key: value.strip() if isinstance(value, str) else value for key, value in values.items()
    }
    kept = (
        dict.fromkeys(("other_words", "post_title", "email", "phone", "if_not_helped"), "") | kept
    )
    body: Organisation | None = kept.setdefault("organisation", None)
    insist(why_not_list(partnership, by, day))
    insist(why_not_matter(partnership, kept["name"], matter if matter.pk else None), "name")
    for field in ("name", "other_words", "post_title", "phone", "if_not_helped"):
        insist(why_not_said(partnership, body, kept[field], day, within=False), field)
    for found in (
        why_not_name_body(partnership, body, kept["post_title"], day),
        why_not_reach(partnership, body, kept["email"], kept["phone"], kept["if_not_helped"]),
    ):
        if found:
            insist(found[1], found[0])
    asked = Answering.ASKED if body else Answering.UNNAMED
    words = searched_words(kept["name"], kept["other_words"])
    return kept | {"answering": asked, "folded_name": folded(kept["name"]), "folded_words": words}


@transaction.atomic
def remove_matter(matter: Matter, *, version: int, by: Person | None, at: datetime) -> None:
    """Take a matter off the list; its page is gone at once."""
    partnership = matter.partnership
    insist(why_not_list(partnership, by, day_of(at)))
    # Whoever had it open otherwise is told first.
    change(matter, expecting=(None, version))
    matter.delete()
    record("matter.removed", partnership, by=by, at=at, matter=matter.name)


@transaction.atomic
def accept_matter(matter: Matter, *, version: int, by: Person | None, at: datetime) -> None:
    """Say for a body that its post answers for a matter, reached as its page will say."""
    insist(why_not_accept(matter, by, day_of(at)))
    posts = Post.objects.filter(
        current(day_of(at)), organisation=matter.organisation, title__iexact=matter.post_title
    )
    change(
        matter,
        expecting=(None, version),
        answering=Answering.ACCEPTED,
        is_post_known=posts.exists(),
        because="",
        answered_at=at if by else None,
        answered_by=by,
    )
    record_reply("matter.accepted", matter, by, at)


@transaction.atomic
def decline_matter(
    matter: Matter, *, version: int, because: str, by: Person | None, at: datetime
) -> None:
    """Say for a body that it does not answer for a matter, or no longer, and why."""
    insist(why_not_decline(matter, by, day_of(at)))
    insist(None if because.strip() else "Say why, so that somebody else can be found.", "because")
    change(
        matter,
        expecting=(None, version),
        answering=Answering.DECLINED,
        is_post_known=False,
        because=because.strip(),
        answered_at=at if by else None,
        answered_by=by,
    )
    record_reply("matter.declined", matter, by, at)


def record_reply(verb: str, matter: Matter, by: Person | None, at: datetime) -> None:
    """Note in the history of the partnership what a body said."""
    body = str(matter.organisation)
    record(verb, matter.partnership, by=by, at=at, matter=matter.name, body=body)
