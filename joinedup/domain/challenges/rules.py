from collections.abc import Mapping
from datetime import date, datetime

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.challenges.models import ResultChallenge
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.results.rules import why_not_speak_of
from joinedup.domain.reviews.models import Review
from joinedup.domain.reviews.rules import why_not_run_rounds


def why_not_challenge(review: Review, person: Person, at: datetime) -> str | None:
    """Return why ``person`` may not challenge this result now, or None."""
    return why_not_speak_of(review, person, at, "challenge")


def why_not_about(about: str, named: Mapping[str, str]) -> str | None:
    """Return why this cannot be what a challenge is about, or None."""
    return None if about in named else "Choose what is wrong from the list."


def why_not_again(review: Review, organisation: Organisation, about: str) -> str | None:
    """Return why the same member may not challenge the same thing again, or None."""
    made = ResultChallenge.objects.filter(review=review, organisation=organisation, about=about)
    if made.exists():
        return f"{organisation} has challenged this already. Both it and its answer stay here."
    return None


def why_not_say(words: str, missing: str) -> str | None:
    """Return why this says nothing, or None."""
    return None if folded(words) else missing


def why_not_rule(challenge: ResultChallenge, person: Person, day: date) -> str | None:
    """Return why ``person`` may not answer this challenge, or None."""
    if challenge.answered_at is not None:
        return f"This was answered on {in_words(day_of(challenge.answered_at))}."
    host = challenge.review.round.host
    return why_not_run_rounds(host, person, day, "can answer a challenge to its result")
