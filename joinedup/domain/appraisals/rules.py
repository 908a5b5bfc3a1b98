from collections.abc import Mapping
from datetime import date
from typing import Any

from joinedup.domain.appraisals.deciding import SHORT_OF_YES, Answer, Decided, Decision
from joinedup.domain.appraisals.kinds import ACTION, State
from joinedup.domain.appraisals.models import Appraisal, AppraisalAnswer
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.involvements.rules import why_not_tell
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.rules import ENDED
from joinedup.domain.people.models import Person


def why_not_appraise(
    partnership: Partnership, organisation: Organisation, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not appraise this partnership for this body, or None."""
    if partnership.state in OVER:
        return ENDED
    if reason := why_not_tell(partnership, organisation, None, day):
        return reason
    if organisation.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {organisation} answers these questions."


def why_not_begin(
    partnership: Partnership, organisation: Organisation, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not begin an appraisal for this body now, or None."""
    if reason := why_not_appraise(partnership, organisation, person, day):
        return reason
    of_both = Appraisal.objects.filter(partnership=partnership, organisation=organisation)
    if of_both.filter(state=State.OPEN).exists():
        return "An appraisal is being answered already. Go on with that one."
    return None


def why_not_answer(appraisal: Appraisal, person: Person, day: date) -> str | None:
    """Return why ``person`` may not answer here now, or None."""
    if appraisal.completed_at is not None:
        on = in_words(day_of(appraisal.completed_at))
        return f"This appraisal was finished on {on} and stays as it is. Begin a new one instead."
    return why_not_appraise(appraisal.partnership, appraisal.organisation, person, day)


def why_not_given(
    told: Mapping[str, Any], kept: AppraisalAnswer | None, day: date
) -> tuple[str, str] | None:
    """Return what is wrong with what was answered to a question, and where, or None."""
    answer = told["answer"]
    if answer == Answer.NA and not folded(told["evidence"]):
        return "evidence", "Say why this does not apply."
    parts = {name: told[name] for name in ACTION}
    missing = [name for name, part in parts.items() if not part]
    if len(missing) == len(parts):
        return None
    if missing:
        return missing[0], "Say what is to be done, by whom and by when, or leave all three empty."
    if answer and answer not in SHORT_OF_YES:
        return "action", "An action belongs to an answer short of yes. Take it out, or answer anew."
    was = kept.action_due_on if kept else None
    if parts["action_due_on"] < day and parts["action_due_on"] != was:
        return "action_due_on", "Choose today or a day to come."
    return None


def why_not_complete(appraisal: Appraisal, found: Decided, person: Person, day: date) -> str | None:
    """Return why ``person`` may not finish this appraisal now, or None."""
    if reason := why_not_answer(appraisal, person, day):
        return reason
    if found.decision == Decision.NOT_READY:
        return "It is not ready to be finished: see what is missing."
    return None


def why_not_shown(shown: str, found: Decided) -> str | None:
    """Return why an appraisal cannot be finished with the decision somebody was shown, or None."""
    if shown == found.decision:
        return None
    return (
        f"Something changed while you had this open, and what follows now is: "
        f"{found.title.lower()}. Read why, and finish it only if you still mean to."
    )


def why_not_finish(
    appraisal: Appraisal, answer: AppraisalAnswer | None, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not note that the action of an answer is done, or None."""
    if reason := why_not_appraise(appraisal.partnership, appraisal.organisation, person, day):
        return reason
    if answer is None or not answer.action:
        return "There is no action to be done here."
    if answer.done_at is not None:
        return f"This was noted as done on {in_words(day_of(answer.done_at))}."
    if appraisal.followed_by.exists():
        return "A later appraisal has taken this action over. Note there that it is done."
    return None
