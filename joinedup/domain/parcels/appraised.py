"""What a body asked itself before it entered partnerships, and who said yes, as two lists."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from joinedup.domain.appraisals.deciding import ANSWERS, DECISIONS
from joinedup.domain.appraisals.models import AppraisalAnswer
from joinedup.domain.appraisals.queries import visible_to as appraisals_visible_to
from joinedup.domain.authorisations.kinds import State
from joinedup.domain.authorisations.models import Authorisation
from joinedup.domain.basics.days import day_of
from joinedup.domain.exports.columns import Column
from joinedup.domain.exports.columns import in_words as labelled
from joinedup.domain.exports.contributions import plainly
from joinedup.domain.exports.rows import Sheet
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person


def on_its_day(at: datetime | None) -> Any:
    """Return the day of a moment, and nothing where there is none."""
    return day_of(at) if at else None


APPRAISALS = (
    Column("Partnership number", "appraisal__partnership__public_id"),
    Column("Partnership", "appraisal__partnership__name"),
    Column("Appraisal begun on", "appraisal__began_at", day_of),
    Column("Finished on", "appraisal__completed_at", on_its_day),
    Column("Decision", "appraisal__decision", DECISIONS.get),
    Column("Question", "question"),
    Column("Answer", "answer", ANSWERS.get),
    Column("Evidence, or why it does not apply", "evidence"),
    Column("To be done", "action"),
    Column("By whom", "action_owner"),
    Column("By when", "action_due_on"),
    Column("Done on", "done_at", on_its_day),
)
AUTHORISATIONS = (
    Column("Partnership number", "appraisal__partnership__public_id"),
    Column("Partnership", "appraisal__partnership__name"),
    Column("Asked on", "asked_at", day_of),
    Column("Asked by", "asked_by__name"),
    Column("Asked of", "authoriser__person__name"),
    Column("Pounds asked for", "amount"),
    Column("What became of it", "state", labelled(State)),
    Column("Decided on", "decided_at", on_its_day),
    Column("Pounds authorised", "granted"),
    Column("Until", "ends_on"),
    Column("Conditions", "conditions"),
    Column("Reasons against it", "reasons"),
)


def own_appraisals(body: Organisation, person: Person, at: datetime) -> QuerySet[Any]:
    """Return the keys of the body's appraisals that ``person`` may read."""
    own = appraisals_visible_to(person, day_of(at)).filter(organisation=body)
    return own.order_by().values("pk")


def appraisals_sheet(body: Organisation, person: Person, at: datetime) -> Sheet:
    """Return what was answered in each of the body's appraisals, a row for each question."""
    found = AppraisalAnswer.objects.filter(appraisal__in=own_appraisals(body, person, at))
    ordered = found.order_by("appraisal__partnership__folded_name", "appraisal", "pk")
    return plainly("Appraisals", APPRAISALS, ordered)


def authorisations_sheet(body: Organisation, person: Person, at: datetime) -> Sheet:
    """Return what was put to those who authorise for the body, and what they decided."""
    found = Authorisation.objects.filter(appraisal__in=own_appraisals(body, person, at))
    ordered = found.order_by("appraisal__partnership__folded_name", "asked_at", "pk")
    return plainly("Authorisations", AUTHORISATIONS, ordered)
