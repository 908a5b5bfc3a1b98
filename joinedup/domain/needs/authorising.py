"""What needs a person before a partnership is entered: appraisals, guidance, decisions."""

from collections.abc import Iterator
from datetime import date, datetime

from joinedup.domain.appraisals.queries import actions_due, open_appraisals_of
from joinedup.domain.authorisations.kinds import State
from joinedup.domain.authorisations.queries import (
    receipts_to_sign,
    to_ask,
    to_decide,
    to_take_up,
)
from joinedup.domain.basics.days import day_of
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person

FEW = 5


def authorising_need(person: Person, at: datetime) -> list[Need]:
    """Return what of appraisals and authorisations waits for ``person``."""
    day = day_of(at)
    return [
        *_to_decide(person, day),
        *_to_guide(person, day),
        *_to_go_on(person, day),
        *_to_do(person, day),
        *_to_take_up(person, day),
    ]


def _to_decide(person: Person, day: date) -> Iterator[Need]:
    for asked in to_decide(person, day)[:FEW]:
        text = f"Decide whether to authorise {asked.appraisal.partnership.name}"
        yield Need(text, None, "Decide", "authorisation", (asked.public_id,))


def _to_guide(person: Person, day: date) -> Iterator[Need]:
    for receipt in receipts_to_sign(person, day)[:FEW]:
        asked = receipt.authorisation
        name = asked.appraisal.partnership.name
        text = f"Read what is to be authorised for {name}, and guide if you wish"
        yield Need(text, None, "Read", "authorisation_guide", (asked.public_id,))


def _to_go_on(person: Person, day: date) -> Iterator[Need]:
    for one in open_appraisals_of(person, day)[:FEW]:
        text = f"Go on with the appraisal of {one.partnership.name}"
        yield Need(text, None, "Go on", "appraisal", (one.public_id,))
    for one in to_ask(person, day)[:FEW]:
        text = f"Ask for {one.partnership.name} to be authorised: its appraisal is finished"
        yield Need(text, None, "Ask", "authorisation_ask", (one.public_id,))


def _to_do(person: Person, day: date) -> Iterator[Need]:
    for answer in actions_due(person, day)[:FEW]:
        one = answer.appraisal
        what = answer.action.rstrip(".")
        text = f"Ask {answer.action_owner} about “{what}”, a condition of {one.partnership.name}"
        where = (one.public_id, answer.question)
        yield Need(text, answer.action_due_on, "Say what is done", "appraisal_action", where)


def _to_take_up(person: Person, day: date) -> Iterator[Need]:
    for asked in to_take_up(person, day)[:FEW]:
        one = asked.appraisal
        name = one.partnership.name
        where = (one.partnership.public_id, one.organisation.public_id)
        if asked.state == State.REFUSED:
            text = f"{name} was refused: appraise it again, or let it go"
            yield Need(text, None, "Read why", "authorisation", (asked.public_id,))
        else:
            text = f"Appraise {name} again: its authorisation ends"
            yield Need(text, asked.ends_on, "Look", "appraisals", where)
