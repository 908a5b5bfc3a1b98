from datetime import date
from decimal import Decimal

from joinedup.domain.basics.days import in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.figures.wording import in_pounds
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.rules import ENDED, why_not_keep, why_not_member_still
from joinedup.domain.people.models import Person
from joinedup.domain.promises.balance import in_hours
from joinedup.domain.promises.kinds import (
    COUNTED,
    STANDING,
    WAITING,
    PromiseState,
    Rhythm,
    Sort,
)
from joinedup.domain.promises.models import NothingPromised, Promise
from joinedup.domain.promises.queries import is_receiver, speaks_for, spoken_for

_S = PromiseState
OVER_WITH = {
    _S.PROPOSED: "It is not promised yet: {member} has not accepted it.",
    _S.SAID: "It is said to be delivered. That is to be confirmed, or taken back, first.",
    _S.DELIVERED: "It is delivered.",
    _S.ASKED: "{member} asks to be released. That is to be answered first.",
    _S.OFFERED: "{member} is offered release. That is to be answered first.",
    _S.RELEASED: "It was released by agreement.",
    _S.WITHDRAWN: "It was withdrawn.",
}


def why_not_promise(partnership: Partnership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not write down any promise here, or None."""
    if partnership.state in OVER:
        return ENDED
    if spoken_for(person, partnership, day) or not why_not_keep(partnership, person, day):
        return None
    return "Only those who speak for a member, or keep the record, can write down a promise."


def why_not_promise_for(membership: Membership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not write down a promise of this member, or None.

    Those who keep the record may propose one; it is not promised before the member accepts it.
    """
    if reason := why_not_member_still(membership, day):
        return reason
    if reason := why_not_promise(membership.partnership, person, day):
        return reason
    if speaks_for(membership, person, day):
        return None
    if why_not_keep(membership.partnership, person, day):
        return f"You do not speak for {membership.member_name}."
    return None


def why_not_promise_to(membership: Membership, to: Membership | None, day: date) -> str | None:
    """Return why a member cannot promise something to this one, or None."""
    if to is None:
        return None
    if to.pk == membership.pk:
        return "Nobody promises something to itself. Choose the partnership, or another member."
    if to.partnership_id != membership.partnership_id:
        return f"{to.member_name} is not a member here."
    return why_not_member_still(to, day)


def why_not_worded(words: str) -> str | None:
    """Return why these words do not say what is promised, or None."""
    return None if folded(words) else "Say what is promised, in words that both sides would use."


def why_not_amount(sort: str, amount: Decimal | None) -> str | None:
    """Return why a promise of this sort cannot be of so much, or None."""
    if amount is None:
        return None
    if sort not in COUNTED:
        return "Only money and hours have an amount. Say how much in the words instead."
    return None if amount > 0 else "Enter more than 0, or leave it empty if you do not know."


def why_not_due(rhythm: str, due_on: date | None, promised_on: date) -> str | None:
    """Return why a promise cannot be due on this day, or None."""
    if rhythm == Rhythm.LASTING:
        return (
            "What lasts as long as the partnership has no day. Leave it empty." if due_on else None
        )
    if due_on is None:
        return "Enter the day by which it is to be delivered."
    if due_on < promised_on:
        return f"It was promised on {in_words(promised_on)}, so it cannot be due before that."
    return None


def why_not_promised_on(promised_on: date, day: date) -> str | None:
    """Return why it cannot have been promised on this day, or None."""
    return "Choose today or a day before it." if promised_on > day else None


def why_not_again(
    membership: Membership, sort: str, words: str, but: Promise | None = None
) -> str | None:
    """Return why the same promise cannot stand twice, or None."""
    there = Promise.objects.filter(
        membership=membership, sort=sort, words=words.strip(), state__in=WAITING
    )
    if (there.exclude(pk=but.pk) if but else there).exists():
        return f"{membership.member_name} has promised the same already. Change that promise."
    return None


def why_not_change_promise(promise: Promise, person: Person, day: date) -> str | None:
    """Return why ``person`` may not put right how a promise is written, or None."""
    if promise.partnership.state in OVER:
        return ENDED
    if promise.state == _S.PROPOSED:
        return why_not_keep(promise.partnership, person, day)
    if promise.state != _S.OPEN:
        return _over_with(promise)
    if speaks_for(promise.membership, person, day):
        return None
    return f"Only {promise.membership.member_name} can change what it promised."


def why_not_less(
    promise: Promise, amount: Decimal | None, due_on: date | None, day: date
) -> str | None:
    """Return why one side alone cannot make a promise smaller or later, or None.

    On the day it was written down it can be put right freely.
    """
    if promise.state != _S.OPEN or promise.noted_on == day:
        return None
    instead = "Ask to be released from it, and promise anew what you can do."
    if promise.amount is not None and (amount is None or amount < promise.amount):
        much = in_hours if promise.sort == Sort.HOURS else in_pounds
        return f"Others rely on {much(promise.amount)}. {instead}"
    if promise.due_on is not None and (due_on is None or due_on > promise.due_on):
        return f"Others rely on {in_words(promise.due_on)}. {instead}"
    return None


def why_not_deliver(promise: Promise, person: Person, day: date) -> str | None:
    """Return why ``person`` may not say now that it is delivered, or None.

    Of whoever made it, that is a word to be confirmed; of whoever it was made to, it confirms.
    """
    return why_not_open(promise) or why_not_side(promise, person, day)


def why_not_release(promise: Promise, person: Person, day: date) -> str | None:
    """Return why ``person`` may not ask for, or offer, release from a promise, or None."""
    return why_not_open(promise) or why_not_side(promise, person, day)


def why_not_open(promise: Promise) -> str | None:
    """Return why nothing can begin with a promise now, or None."""
    if promise.partnership.state in OVER:
        return ENDED
    return None if promise.state == _S.OPEN else _over_with(promise)


def why_not_side(promise: Promise, person: Person, day: date) -> str | None:
    """Return why ``person`` is on neither side of a promise, or None."""
    if speaks_for(promise.membership, person, day) or is_receiver(promise, person, day):
        return None
    other = promise.to.member_name if promise.to else "any other member"
    return f"Only those who speak for {promise.membership.member_name} or {other} can do this."


def why_not_delivered_on(promise: Promise, on: date, day: date) -> str | None:
    """Return why it cannot have been delivered on this day, or None."""
    if on > day:
        return "Choose today or a day before it."
    if on < promise.promised_on:
        since = in_words(promise.promised_on)
        return f"It was promised on {since}, so it cannot have been delivered before that."
    return None


def why_not_answer(promise: Promise, person: Person, day: date) -> str | None:
    """Return why ``person`` may not answer what is asked of a promise now, or None.

    Whoever is proposed a promise, or offered release, answers for its own side; that something is
    delivered, or may be left undone, is for the others to say.
    """
    if promise.partnership.state in OVER:
        return ENDED
    member = promise.membership.member_name
    if promise.state in (_S.PROPOSED, _S.OFFERED):
        own = speaks_for(promise.membership, person, day)
        return None if own else f"Only those who speak for {member} can answer this."
    if promise.state in (_S.SAID, _S.ASKED):
        if is_receiver(promise, person, day):
            return None
        other = promise.to.member_name if promise.to else f"a member other than {member}"
        return f"Only those who speak for {other} can answer this."
    return "Nothing is asked of it now." if promise.state == _S.OPEN else _over_with(promise)


def why_not_take_back(promise: Promise, person: Person, day: date) -> str | None:
    """Return why ``person`` may not take back what was done last with a promise, or None."""
    if promise.partnership.state in OVER:
        return ENDED
    if promise.state == _S.PROPOSED:
        return why_not_keep(promise.partnership, person, day)
    if promise.state == _S.OFFERED:
        return None if is_receiver(promise, person, day) else "Only the others can take that back."
    if promise.state == _S.OPEN and (promise.noted_on < day or promise.times):
        return "Others rely on it by now. Ask to be released from it."
    if promise.state not in (_S.OPEN, _S.SAID, _S.ASKED):
        return _over_with(promise)
    if speaks_for(promise.membership, person, day):
        return None
    return f"Only {promise.membership.member_name} can take that back."


def why_not_note(because: str) -> str | None:
    """Return why the other side needs words, or None."""
    return None if folded(because) else "Say why: the other side reads it."


def why_not_tell(membership: Membership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not say what a member brings and gains, or None."""
    return why_not_promise_for(membership, person, day)


def why_not_promise_nothing(membership: Membership, person: Person, day: date) -> str | None:
    """Return why it may not be said now that a member promises nothing, or None."""
    if reason := why_not_promise_for(membership, person, day):
        return reason
    member = membership.member_name
    if not speaks_for(membership, person, day):
        return f"Only those who speak for {member} can say that it promises nothing."
    if Promise.objects.filter(membership=membership, state__in=STANDING).exists():
        return f"{member} has promised something."
    if NothingPromised.objects.filter(membership=membership).exists():
        return f"{member} has said so already."
    return None


def _over_with(promise: Promise) -> str:
    """Return why a promise that is not open goes no further, in a sentence."""
    return OVER_WITH[_S(promise.state)].format(member=promise.membership.member_name)
