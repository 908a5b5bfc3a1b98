from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review
from joinedup.domain.second_looks.models import SecondLook
from joinedup.domain.second_looks.rules import why_not_changed, why_not_look_again


@transaction.atomic
def take_second_look(
    review: Review, *, changed: str, better: str, decide_again: bool, by: Person, at: datetime
) -> SecondLook:
    """Write down what has changed since a result below standard, and whether it is better."""
    said = {"review": review, "changed": changed.strip(), "better": better}
    if pressed := SecondLook.objects.filter(**said, taken_by=by).first():
        return pressed
    insist(why_not_look_again(review, by, at))
    insist(why_not_changed(changed), "changed")
    look = SecondLook.objects.create(**said, decide_again=decide_again, taken_at=at, taken_by=by)
    told = look.get_better_display().lower()
    record("look.taken", review.partnership, by=by, at=at, year=review.round.year, better=told)
    return look
