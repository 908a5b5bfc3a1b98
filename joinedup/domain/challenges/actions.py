from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.challenges.models import ResultChallenge
from joinedup.domain.challenges.queries import open_to_challenge
from joinedup.domain.challenges.rules import (
    why_not_about,
    why_not_again,
    why_not_challenge,
    why_not_rule,
    why_not_say,
)
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.representing.queries import members_represented_by
from joinedup.domain.reviews.models import Review


@transaction.atomic
def challenge_result(
    review: Review, organisation: Organisation, about: str, words: str, *, by: Person, at: datetime
) -> ResultChallenge:
    """Say for a member that something in a draft result is wrong; the host answers it."""
    insist(why_not_challenge(review, by, at))
    spoken_for = members_represented_by(by, review.partnership, day_of(at))
    insist(
        None
        if spoken_for.filter(pk=organisation.pk).exists()
        else f"You do not speak for {organisation} in this partnership.",
        "organisation",
    )
    insist(why_not_about(about, open_to_challenge(review, at)), "about")
    insist(why_not_say(words, "Say what is wrong, and what would be right."), "words")
    said = {"review": review, "organisation": organisation, "about": about, "words": words.strip()}
    if pressed := ResultChallenge.objects.filter(**said).first():
        return pressed
    insist(why_not_again(review, organisation, about), "about")
    challenge = ResultChallenge.objects.create(**said, made_at=at, made_by=by)
    record("result.challenged", review, by=by, at=at, organisation=organisation.public_id)
    return challenge


@transaction.atomic
def answer_result_challenge(
    challenge: ResultChallenge, *, ruling: str, answer: str, by: Person, at: datetime
) -> None:
    """Answer a challenge: what was put right in the record, or why it stays as it is."""
    insist(why_not_rule(challenge, by, day_of(at)))
    missing = "Say what you put right in the record, or why it stays as it is."
    insist(why_not_say(answer, missing), "answer")
    change(
        challenge,
        expecting=(None, challenge.version),
        ruling=ruling,
        answer=answer.strip(),
        answered_at=at,
        answered_by=by,
    )
    organisation = challenge.organisation.public_id
    record("result.answered", challenge.review, by=by, at=at, organisation=organisation)
