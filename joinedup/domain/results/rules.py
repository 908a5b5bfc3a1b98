from datetime import date, datetime

from joinedup.domain.basics.days import day_of, in_words, last_day_before
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.representing.queries import members_represented_by
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.reviews.rules import why_not_run_rounds


def why_not_seal(round: Round, person: Person | None, day: date) -> str | None:
    """Return why the round may not be closed and counted now, or None."""
    if round.state != RoundState.OPEN:
        return "Only an open round can be closed."
    if person is None:
        return None if round.closes_on < day else "The round’s last day has not passed."
    return why_not_run_rounds(round.host, person, day)


def why_not_close_early(round: Round, because: str, day: date) -> str | None:
    """Return why the round may not be closed by hand for this reason, or None."""
    if round.closes_on < day or because.strip():
        return None
    return "Say why the round closes before its last day is over. Everybody asked is told."


def why_not_reply(review: Review, person: Person, at: datetime) -> str | None:
    """Return why ``person`` may not reply to this result now, or None."""
    return why_not_speak_of(review, person, at, "reply to")


def why_not_speak_of(review: Review, person: Person, at: datetime, how: str) -> str | None:
    """Return why ``person`` may not “reply to” or “challenge” a draft result now, or None."""
    stands_at = review.round.stands_at
    if stands_at is None:
        return "There is no result yet."
    if stands_at <= at:
        last = last_day_before(stands_at)
        return f"The last day to {how} it was {in_words(last)}. The result stands."
    if not members_represented_by(person, review.partnership, day_of(at)).exists():
        return f"Only the members of the partnership can {how} its result."
    return None


def why_not_tell(host: Organisation, person: Person, day: date) -> str | None:
    """Return why ``person`` may not send the five lines to a director of ``host``, or None."""
    return why_not_run_rounds(host, person, day, "can mail the five lines")
