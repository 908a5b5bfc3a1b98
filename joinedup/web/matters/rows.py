"""How a matter stands, for those who keep the record and the body that is asked."""

from datetime import date

from joinedup.domain.matters.kinds import Answering
from joinedup.domain.matters.models import Matter
from joinedup.domain.matters.queries import has_ended
from joinedup.domain.matters.rules import why_not_read_reasons
from joinedup.domain.organisations.kinds import Form
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.people.models import Person


def standing_of(matter: Matter, person: Person, day: date) -> str:
    """Return in a sentence whether somebody answers for a matter, as ``person`` may read it."""
    body = matter.organisation
    if body is None:
        return "Nobody has accepted this yet: no organisation is named."
    if has_ended(matter, day):
        return f"{body} accepted this, and its post has ended. Nobody answers for it now."
    if matter.answering == Answering.ACCEPTED:
        return f"{body} accepted this."
    if matter.answering == Answering.ASKED:
        return f"Nobody has accepted this yet. {body} is asked."
    why = "" if why_not_read_reasons(matter, person, day) else f" It says: {matter.because}"
    return f"{body} does not answer for this.{why}"


def naming_told(member: Membership, *, is_named: bool, has_said: bool) -> str:
    """Return in a sentence whether the public page names a member."""
    if member.organisation.form == Form.PERSON:
        return "Not named: no person is named as a member."
    if has_said:
        return "Named: it said so." if is_named else "Not named: it said so."
    return "Named: a public body." if is_named else "Not named: it has not said that it may be."
