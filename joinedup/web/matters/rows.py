"""How a matter stands, for those who keep the record and the body that is asked."""

from collections.abc import Callable
from datetime import date

from joinedup.domain.matters.kinds import Answering
from joinedup.domain.matters.models import Matter
from joinedup.domain.matters.queries import has_ended
from joinedup.domain.organisations.kinds import OFFICERS, Form
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import kept_by
from joinedup.domain.people.models import Person


def standing_for(person: Person, partnership: Partnership, day: date) -> Callable[[Matter], str]:
    """Return what tells ``person`` how matters of a partnership stand.

    Why a body declined is read by its own officers and those who keep the record, alone.
    """
    keeps = kept_by(person, day).filter(pk=partnership.pk).exists()
    own = works_for(person, day, *OFFICERS)
    return lambda matter: standing_of(matter, day, tells_why=keeps or matter.organisation_id in own)


def standing_of(matter: Matter, day: date, *, tells_why: bool) -> str:
    """Return in a sentence whether somebody answers for a matter."""
    body = matter.organisation
    if body is None:
        return "Nobody has accepted this yet: no organisation is named."
    if has_ended(matter, day):
        return f"{body} accepted this, and its post has ended. Nobody answers for it now."
    why = f" It says: {matter.because}" if tells_why else ""
    return {
        Answering.ACCEPTED: f"{body} accepted this.",
        Answering.DECLINED: f"{body} does not answer for this.{why}",
    }.get(Answering(matter.answering), f"Nobody has accepted this yet. {body} is asked.")


def naming_told(member: Membership, *, is_named: bool, has_said: bool) -> str:
    """Return in a sentence whether the public page names a member."""
    if member.organisation.form == Form.PERSON:
        return "Not named: no person is named as a member."
    if has_said:
        return "Named: it said so." if is_named else "Not named: it said so."
    return "Named: a public body." if is_named else "Not named: it has not said that it may be."
