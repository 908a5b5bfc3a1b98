from datetime import date, datetime

from django.db.models import QuerySet

from joinedup.domain.basics.days import day_of
from joinedup.domain.challenges.models import ResultChallenge
from joinedup.domain.counting.heard import is_withheld
from joinedup.domain.counting.record import what_the_record_shows
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import results_visible_to
from joinedup.domain.results.sentences import quoted
from joinedup.domain.reviews.models import Review
from joinedup.domain.scoring.outcome import from_stored
from joinedup.domain.standpoints.seldom import seldom

OVERALL, RESPONSE = "overall", "response"


def challenges_visible_to(person: Person, at: datetime) -> QuerySet[ResultChallenge]:
    """Return the challenges ``person`` may read: those to results they may read."""
    results = results_visible_to(person, at).order_by()
    return ResultChallenge.objects.filter(review__in=results.values("pk")).select_related(
        "organisation", "review__round__host", "review__round__instrument", "review__partnership"
    )


@seldom
def challenges_to_answer(person: Person, day: date) -> QuerySet[ResultChallenge]:
    """Return the challenges nobody has answered to results of rounds that ``person`` may run."""
    hosts = works_for(person, day, *OFFICERS)
    waiting = ResultChallenge.objects.filter(
        answered_at__isnull=True, review__round__host__in=hosts
    )
    return waiting.select_related("organisation", "review__round", "review__partnership").order_by(
        "review__round__stands_at", "made_at", "id"
    )


def open_to_challenge(review: Review, at: datetime) -> dict[str, str]:
    """Return what of a result may be challenged, each by its code, as people would name it."""
    instrument, sealed = definition_of(review.round.instrument), review.result or {}
    named = {RESPONSE: "Who was asked, and how many answered"}
    if not is_withheld(from_stored(sealed["figures"]), instrument):
        named |= figures_of(instrument)
    named |= {
        f"conflict:{each['statement']}": f"Where the record disagrees with “"
        f"{quoted(instrument, each['statement'])}”"
        for each in sealed["conflicts"]
    }
    shown = what_the_record_shows(review.partnership, day_of(at))
    named |= {f"record:{fact}": f"What the record says: {shown[fact].sentence}" for fact in shown}
    return named


def figures_of(instrument: Instrument) -> dict[str, str]:
    """Return the figures of a questionnaire that may be challenged: of one that ranks, no score."""
    if instrument.scoring.overall == "none":
        return {OVERALL: "The averages, and the order they give"}
    sections = {f"section:{s.id}": f"The score of {s.title}" for s in instrument.sections}
    return {OVERALL: "The overall score", **sections}


def named_in(review: Review, challenge: ResultChallenge, at: datetime) -> str:
    """Return what a challenge is about; the record may have been put right since."""
    fact = challenge.about.removeprefix("record:")
    gone = f"What the record said of its {fact}"
    return open_to_challenge(review, at).get(challenge.about, gone)
