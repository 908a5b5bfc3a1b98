import re
from datetime import date

from joinedup.domain.basics.days import current
from joinedup.domain.basics.folding import folded
from joinedup.domain.matters.kinds import Answering
from joinedup.domain.matters.models import Matter, MemberNaming
from joinedup.domain.matters.queries import (
    bodies_unnamed,
    first_named,
    may_answer,
    names_around,
    public_words,
)
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import Holder, Membership, Partnership
from joinedup.domain.partnerships.rules import why_not_change, why_not_keep
from joinedup.domain.people.models import Person
from joinedup.domain.representing.queries import memberships_represented_by

SHARED = "Enter a shared address, such as enquiries@example.org: this one is a person’s own."
UNSIGNED = "Leave people’s names out: anybody can read this. It names {}."
AFIGURE = re.compile(r"\d")
FEWEST_FIGURES = 3


def why_not_list(partnership: Partnership, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say what is public and who answers for what, or None."""
    return why_not_change(partnership, person, day)


def why_not_public(partnership: Partnership, purpose: str) -> str | None:
    """Return why anybody cannot be shown this partnership, or None."""
    if partnership.state not in RUNNING:
        return "Only a partnership that is running can be public."
    return None if purpose.strip() else "Say in plain words what it is for. Anybody reads this."


def why_not_said(
    partnership: Partnership, asked: Organisation | None, text: str, day: date, *, within: bool
) -> str | None:
    """Return why these words cannot be public, or None: they name somebody of the partnership.

    ``within`` the body that is asked its own people are looked at too.
    """
    if name := first_named(text, names_around(partnership, asked if within else None)):
        return UNSIGNED.format(name)
    if name := first_named(text, bodies_unnamed(partnership, asked, day)):
        return f"{name} has not said that anybody may read its name here. Leave it out."
    return None


def why_not_name_member(
    membership: Membership, person: Person, day: date, *, is_named: bool
) -> str | None:
    """Return why ``person`` may not say for a member whether it is named, or None."""
    partnership, body = membership.partnership, membership.organisation
    spoken_for = memberships_represented_by(person, partnership, day)
    if not spoken_for.filter(pk=membership.pk).exists():
        return f"Only those who speak for {membership.member_name} can say so for it."
    answers = Matter.objects.filter(
        partnership=partnership, organisation=body, answering=Answering.ACCEPTED
    ).first()
    if not is_named and answers:
        return f"{body} answers for “{answers}”, and is named there. Decline that first."
    return None


def why_not_matter(partnership: Partnership, name: str, but: Matter | None = None) -> str | None:
    """Return why a matter cannot be listed under this name, or None."""
    if not folded(name):
        return "Say what it is in everyday words."
    same = Matter.objects.filter(partnership=partnership, folded_name=folded(name))
    if but is not None:
        same = same.exclude(pk=but.pk)
    return "This matter is listed already." if same.exists() else None


def why_not_name_body(
    partnership: Partnership, body: Organisation | None, post_title: str, day: date
) -> tuple[str, str] | None:
    """Return the field and why this body and post cannot be asked, or None."""
    if body is None:
        return None
    if not may_answer(partnership, day).filter(pk=body.pk).exists():
        return "organisation", f"{body} is neither a member nor a host of this partnership."
    return None if post_title.strip() else ("post_title", "Enter the title of the post.")


def why_not_reach(
    partnership: Partnership,
    body: Organisation | None,
    email: str,
    phone: str,
    if_not_helped: str,
) -> tuple[str, str] | None:
    """Return the field and why nobody can be reached by this, or None.

    Of people, only those on the partnership are looked at: who keeps its record knows them. Those
    of the body are looked at when it accepts, and by its own people.
    """
    if phone and len(AFIGURE.findall(phone)) < FEWEST_FIGURES:
        return "phone", "Enter a telephone number with figures in it."
    if body is not None and not (email or phone):
        return "email", "Enter a shared email address or a telephone number."
    if body is not None and not if_not_helped:
        return "if_not_helped", "Say what somebody can do next, such as where to complain."
    held = Holder.objects.filter(seat__membership__partnership=partnership)
    if email and held.filter(person__email__iexact=email).exists():
        return "email", SHARED
    return None


def why_not_reply(matter: Matter, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not accept or decline for the body that is asked, or None."""
    body = matter.organisation
    if body is None:
        return "No organisation is named for this."
    if matter.partnership.state not in RUNNING:
        return "This partnership is not running."
    if person is None or body.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {body} can say whether it answers for this."


def why_not_accept(matter: Matter, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not accept a matter for their body, or None."""
    if matter.answering == Answering.ACCEPTED:
        return f"{matter.organisation} has accepted this already."
    if reason := why_not_reply(matter, person, day):
        return reason
    own = Post.objects.filter(current(day), organisation=matter.organisation)
    if matter.email and own.filter(person__email__iexact=matter.email).exists():
        return f"{matter.email} is one person’s own address. Decline, and name a shared one."
    off = MemberNaming.objects.filter(
        membership__partnership=matter.partnership,
        membership__organisation=matter.organisation,
        is_named=False,
    )
    if off.exists():
        return f"{matter.organisation} is not named on the public page. Say first that it may be."
    words = public_words(matter)
    named = why_not_said(matter.partnership, matter.organisation, words, day, within=True)
    return f"{named} Decline, and say how to put it." if named else None


def why_not_decline(matter: Matter, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not decline a matter for their body, or None."""
    if matter.answering == Answering.DECLINED:
        return f"{matter.organisation} has declined this already."
    return why_not_reply(matter, person, day)


def why_not_read_reasons(matter: Matter, person: Person, day: date) -> str | None:
    """Return why ``person`` may not read why a body declined, or None.

    It is said to those who keep the record, and read by the body's own officers.
    """
    if matter.organisation_id in works_for(person, day, *OFFICERS):
        return None
    return why_not_keep(matter.partnership, person, day)
