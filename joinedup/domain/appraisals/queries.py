from datetime import date

from django.db.models import F, QuerySet

from joinedup.domain.appraisals.deciding import Decided, Given, decided
from joinedup.domain.appraisals.kinds import TOLD_BEFORE, State
from joinedup.domain.appraisals.models import Appraisal, AppraisalAnswer
from joinedup.domain.appraisals.questions import all_in, asked_of
from joinedup.domain.involvements.models import Involvement
from joinedup.domain.involvements.queries import READERS
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import OVER, Tier
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import visible_to as partnerships_visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.risks.queries import is_assessed
from joinedup.domain.standpoints.seldom import seldom


def visible_to(person: Person, day: date) -> QuerySet[Appraisal]:
    """Return the appraisals ``person`` may read: those of their own bodies, as with our side."""
    if not person.is_authenticated:
        return Appraisal.objects.none()
    theirs = works_for(person, day, *READERS)
    return Appraisal.objects.filter(
        organisation__in=theirs, partnership__in=partnerships_visible_to(person, day)
    ).select_related("partnership", "organisation", "began_by", "completed_by")


def appraisals_of(partnership: Partnership, organisation: Organisation) -> QuerySet[Appraisal]:
    """Return the body's appraisals of a partnership, the latest first. Ask ``sides_of`` first."""
    of_both = Appraisal.objects.filter(partnership=partnership, organisation=organisation)
    return of_both.select_related("began_by", "completed_by")


def tier_for(partnership: Partnership, organisation: Organisation) -> int:
    """Return how much is asked: by the body's own tier, else the shared one, else everything."""
    own = Involvement.objects.filter(partnership=partnership, organisation=organisation)
    told = own.values_list("tier", flat=True).first()
    return told or partnership.tier or Tier.SIGNIFICANT.value


def answers_of(appraisal: Appraisal) -> dict[str, AppraisalAnswer]:
    """Return what has been answered, by question."""
    return {each.question: each for each in appraisal.answers.select_related("done_by")}


def as_given(answers: dict[str, AppraisalAnswer]) -> dict[str, Given]:
    """Return answers as the rule reads them."""
    return {
        question: Given(told.answer, bool(told.action), told.done_at is not None)
        for question, told in answers.items()
    }


def has_risks(appraisal: Appraisal, day: date) -> bool | None:
    """Return whether the body has assessed the risks.

    None of a network, which is not asked for a risk assessment (domain.md 5.1).
    """
    if appraisal.tier == Tier.NETWORK:
        return None
    return is_assessed(appraisal.partnership, appraisal.organisation, day)


def decision_on(
    appraisal: Appraisal, day: date, answers: dict[str, AppraisalAnswer] | None = None
) -> Decided:
    """Return what follows on ``day`` from what has been answered, and from the risks listed."""
    given = as_given(answers_of(appraisal) if answers is None else answers)
    asked = all_in(asked_of(appraisal.tier))
    return decided(asked, given, has_risks=has_risks(appraisal, day))


@seldom
def open_appraisals_of(person: Person, day: date) -> QuerySet[Appraisal]:
    """Return the appraisals being answered that wait for ``person`` as an officer or manager."""
    bodies = works_for(person, day, *OFFICERS)
    waiting = visible_to(person, day).filter(state=State.OPEN, organisation__in=bodies)
    waiting = waiting.exclude(partnership__state__in=OVER)
    return waiting.order_by("began_at", "id")


@seldom
def actions_due(person: Person, day: date) -> QuerySet[AppraisalAnswer]:
    """Return the actions of finished appraisals that are soon due and not done, for officers.

    Those of an appraisal that another has followed are carried over into it.
    """
    bodies = works_for(person, day, *OFFICERS)
    waiting = AppraisalAnswer.objects.filter(
        appraisal__in=visible_to(person, day),
        appraisal__organisation__in=bodies,
        appraisal__state=State.COMPLETE,
        appraisal__followed_by__isnull=True,
        action_due_on__lte=day + TOLD_BEFORE,
        done_at__isnull=True,
    ).exclude(appraisal__partnership__state__in=OVER)
    waiting = waiting.select_related("appraisal__partnership")
    return waiting.order_by(F("action_due_on").asc(), "id")
