from datetime import date
from decimal import Decimal

from joinedup.domain.appraisals.deciding import Decision
from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.appraisals.rules import why_not_appraise
from joinedup.domain.authorisations.kinds import CAN_AUTHORISE, MOVES, State
from joinedup.domain.authorisations.models import Authorisation, Authoriser, Receipt
from joinedup.domain.authorisations.queries import may_read, of_this_person, proposers_of
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.figures.wording import in_pounds
from joinedup.domain.organisations.kinds import OFFICERS, PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person

OWN = "You are the proposer here, and nobody authorises their own proposal. Ask somebody else."
GONE = "You may no longer open this partnership, so nothing is said to this any more."
EARLIER = "Choose today or a day to come. What was decided before stays as it was."


def why_not_name(organisation: Organisation, person: Person, day: date) -> str | None:
    """Return why ``person`` may not say who authorises for this body, or None."""
    if organisation.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {organisation} says who authorises."


def why_not_as_authoriser(
    organisation: Organisation, named: Person, by: Person, day: date
) -> str | None:
    """Return why this person cannot be named as an authoriser, or None."""
    if named == by:
        return "Nobody gives this to themselves. Ask a colleague to name you."
    if organisation.pk not in works_for(named, day, *CAN_AUTHORISE):
        return f"{named} does not work for {organisation} in a post that can authorise."
    return None


def why_not_up_to(up_to: Decimal | None) -> str | None:
    """Return why nobody can be named up to this amount, or None; null is any amount."""
    if up_to is None or up_to > 0:
        return None
    return "Give an amount above £0, or leave it empty for any amount."


def why_not_authorise_from(
    organisation: Organisation, named: Person, from_on: date, day: date
) -> str | None:
    """Return why a limit of this person cannot begin on that day, or None."""
    if from_on < day:
        return EARLIER
    last = of_this_person(organisation, named, day).last()
    if last is not None and last.from_on is not None and last.from_on >= from_on:
        return f"{named} has a limit from {in_words(last.from_on)}. Choose a day after that."
    return None


def why_not_end_authoriser(authoriser: Authoriser, person: Person, day: date) -> str | None:
    """Return why ``person`` may not take this from an authoriser, or None."""
    if reason := why_not_name(authoriser.organisation, person, day):
        return reason
    if authoriser.to_on is not None and authoriser.to_on < day:
        return f"This ended on {in_words(authoriser.to_on)}."
    return None


def why_not_end_on(authoriser: Authoriser, on: date, day: date) -> str | None:
    """Return why this cannot end on that day, or None: an end only ever comes earlier."""
    if on < day:
        return EARLIER
    if authoriser.to_on is not None and on > authoriser.to_on:
        ends = in_words(authoriser.to_on)
        return f"It ends on {ends} already. For longer than that, name {authoriser.person} again."
    if authoriser.from_on is not None and on < authoriser.from_on:
        return f"It begins on {in_words(authoriser.from_on)}, so it cannot end before that."
    return None


def why_not_ask(appraisal: Appraisal, now: Decision, person: Person, day: date) -> str | None:
    """Return why ``person`` may not ask for this appraisal to be authorised, or None."""
    if reason := why_not_appraise(appraisal.partnership, appraisal.organisation, person, day):
        return reason
    if appraisal.completed_at is None:
        return "Finish the appraisal first."
    if now == Decision.NOT_READY:
        return "No risk of ours is listed yet. List what could go wrong, then ask."
    if now not in (Decision.PROCEED, Decision.CONDITIONS):
        return "The appraisal says no. Change what stands against it, then appraise it again."
    if appraisal.followed_by.exists():
        return "A later appraisal has taken the place of this one."
    asked = appraisal.authorisations.exclude(state=State.WITHDRAWN).first()
    if asked is None:
        return None
    on = in_words(day_of(asked.asked_at))
    if asked.state == State.REFUSED:
        return "This was refused. Begin a new appraisal: its answers are carried over."
    return f"This was asked on {on}."


def why_not_route(
    authoriser: Authoriser, amount: Decimal, appraisal: Appraisal, by: Person, day: date
) -> str | None:
    """Return why this cannot be asked of this authoriser on that day, or None."""
    if authoriser.person_id in {*proposers_of(appraisal), by.pk}:
        return (
            f"{authoriser.person} is the proposer here, and nobody authorises their own proposal."
        )
    if not authoriser.holds_on(day) or authoriser.organisation != appraisal.organisation:
        return f"{authoriser.person} does not authorise for {appraisal.organisation} today."
    if authoriser.organisation_id not in works_for(authoriser.person, day, *CAN_AUTHORISE):
        return f"{authoriser.person} no longer works for {appraisal.organisation}."
    if authoriser.up_to is not None and amount > authoriser.up_to:
        most = in_pounds(authoriser.up_to)
        return f"{authoriser.person} authorises up to {most}, and this is {in_pounds(amount)}."
    if appraisal.tier < authoriser.tier:
        return (
            f"{authoriser.person} does not authorise partnerships of tier {appraisal.tier}, "
            f"only from tier {authoriser.tier} down."
        )
    return None


def why_not_decide(asked: Authorisation, person: Person, day: date) -> str | None:
    """Return why ``person`` may not decide this now, or None."""
    if reason := why_not_move(asked):
        return reason
    if person.pk in {*proposers_of(asked.appraisal), asked.asked_by_id}:
        return OWN
    named, body = asked.authoriser.person, asked.appraisal.organisation
    if person != named:
        return f"This waits for {named}, who was named when it was asked."
    if body.pk not in works_for(person, day, *CAN_AUTHORISE):
        return f"You no longer work for {body} in a post that can authorise."
    if not may_read(asked, person, day):
        return GONE
    return why_not_appraise_any_more(asked)


def why_not_move(asked: Authorisation) -> str | None:
    """Return why nothing more can be decided here, or None."""
    if MOVES[State(asked.state)]:
        return None
    on = f" on {in_words(day_of(asked.decided_at))}" if asked.decided_at else ""
    return f"This was decided{on}: {asked.get_state_display().lower()}."


def why_not_appraise_any_more(asked: Authorisation) -> str | None:
    """Return why what was asked has been overtaken by a later appraisal, or None."""
    if asked.appraisal.followed_by.exists():
        return "A later appraisal has been begun since this was asked. Wait for that one."
    return None


def why_not_limits(
    asked: Authorisation, granted: Decimal, ends_on: date, day: date
) -> tuple[str, str] | None:
    """Return what is wrong with the limits of an authorisation, and where, or None."""
    if granted > asked.amount:
        return "granted", f"No more was asked for than {in_pounds(asked.amount)}."
    if ends_on <= day:
        return "ends_on", "Choose a day to come: an authorisation that has ended allows nothing."
    return None


def why_not_reasons(reasons: str) -> str | None:
    """Return why a refusal cannot stand without reasons, or None."""
    return None if folded(reasons) else "Say why, so that they know what would have to change."


def why_not_guide(
    asked: Authorisation, receipt: Receipt | None, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not note having read this, with guidance, or None."""
    body = asked.appraisal.organisation
    if receipt is None or body.pk not in works_for(person, day, PostKind.DIRECTOR):
        return f"Only the directors of {body} who were told of this give guidance."
    if not may_read(asked, person, day):
        return GONE
    return why_not_move(asked)


def why_not_withdraw(asked: Authorisation, person: Person, day: date) -> str | None:
    """Return why ``person`` may not take back what was asked, or None."""
    if reason := why_not_move(asked):
        return reason
    body = asked.appraisal.organisation
    if body.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {body} takes this back."
