"""All that a text lacks before it can be offered to sign, told at once and in sentences."""

from datetime import date

from joinedup.domain.agreements.drafting import Draft
from joinedup.domain.agreements.kinds import Standing
from joinedup.domain.agreements.models import Agreement
from joinedup.domain.agreements.queries import open_proposals, tier_of
from joinedup.domain.basics.days import in_words
from joinedup.domain.figures.wording import counted, listed

# More than these are counted in a sentence.
NAMED = 4


def missing_to_offer(draft: Draft, day: date) -> list[str]:
    """Return all that is missing before the text can be offered to sign."""
    agreement = draft.agreement
    to_do = [matter.title for matter in draft.of_standing(Standing.TO_DO)]
    named = f": {listed(to_do)}" if len(to_do) <= NAMED else ""
    waiting = open_proposals(agreement).count()
    told = [
        f"{counted(len(to_do), 'clause is', 'clauses are')} still to be decided{named}."
        if to_do
        else "",
        f"{counted(waiting, 'proposed change is', 'proposed changes are')} still open. "
        "Take or decline what members proposed."
        if waiting
        else "",
        exit_missing(draft),
        *dates_missing(agreement, day),
        f"The tier is {tier_of(agreement.partnership).label} now. Take up its clauses first."
        if agreement.tier != tier_of(agreement.partnership)
        else "",
    ]
    return [sentence for sentence in told if sentence]


def exit_missing(draft: Draft) -> str:
    """Return that the way out is not settled, or nothing where it is or still to do."""
    if not any(matter.is_exit for matter in draft.of_standing(Standing.NOT_NEEDED)):
        return ""
    return "No agreement is whole without a way out. Write how members leave and how it ends."


def dates_missing(agreement: Agreement, day: date) -> list[str]:
    """Return what is missing or contradictory of its dates and its status."""
    told = [
        "" if agreement.starts_on else "Say from when it holds.",
        "" if agreement.review_on else "Say when members look at it again.",
        "Say whether it is meant to bind in law." if agreement.binding is None else "",
    ]
    wrong = contradicted(agreement.starts_on, agreement.ends_on, agreement.review_on)
    told.append(wrong[1] if wrong else "")
    for last, sentence in (
        (agreement.ends_on, "The day on which it ends has passed."),
        (agreement.review_on, "The day to look at it again has passed."),
    ):
        told.append(sentence if last and last <= day else "")
    ends_on = agreement.partnership.ends_on
    if ends_on and agreement.starts_on and ends_on < agreement.starts_on:
        told.append(f"By the record the partnership ends on {in_words(ends_on)}, before it starts.")
    return told


def contradicted(
    starts_on: date | None, ends_on: date | None, review_on: date | None
) -> tuple[str, str] | None:
    """Return in which field and how these days contradict each other; None where they do not."""
    if starts_on and ends_on and ends_on < starts_on:
        return "ends_on", "An agreement cannot end before it starts."
    if starts_on and review_on and review_on < starts_on:
        return "review_on", "Members cannot look at it again before it starts."
    if ends_on and review_on and review_on > ends_on:
        return "review_on", "Choose a day before it ends, so that members look at it in time."
    return None
