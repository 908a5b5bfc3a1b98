from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, months_after
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.people.models import Person
from joinedup.domain.promises.kinds import Deed, PromiseState, Rhythm
from joinedup.domain.promises.models import NothingPromised, Promise, PromiseStep
from joinedup.domain.promises.queries import speaks_for
from joinedup.domain.promises.rules import (
    why_not_again,
    why_not_amount,
    why_not_answer,
    why_not_change_promise,
    why_not_deliver,
    why_not_delivered_on,
    why_not_due,
    why_not_less,
    why_not_note,
    why_not_promise_for,
    why_not_promise_nothing,
    why_not_promise_to,
    why_not_promised_on,
    why_not_release,
    why_not_take_back,
    why_not_tell,
    why_not_worded,
)

_S = PromiseState
A_YEAR = 12


@transaction.atomic
def make_promise(
    membership: Membership,
    *,
    to: Membership | None = None,
    sort: str,
    words: str,
    amount: Decimal | None = None,
    rhythm: str = Rhythm.ONCE,
    promised_on: date,
    due_on: date | None = None,
    by: Person,
    at: datetime,
) -> Promise:
    """Promise something for a member; of somebody who does not speak for it, propose it only."""
    day = day_of(at)
    insist(why_not_promise_for(membership, by, day), "member")
    insist(why_not_promise_to(membership, to, day), "to")
    insist(why_not_promised_on(promised_on, day), "promised_on")
    _insist_on_words(membership, sort, words, amount)
    insist(why_not_due(rhythm, due_on, promised_on), "due_on")
    is_own = speaks_for(membership, by, day)
    promise = Promise.objects.create(
        membership=membership,
        to=to,
        sort=sort,
        words=words.strip(),
        amount=amount,
        rhythm=rhythm,
        promised_on=promised_on,
        due_on=due_on,
        noted_on=day,
        state=_S.OPEN if is_own else _S.PROPOSED,
    )
    NothingPromised.objects.filter(membership=membership).delete()
    _note(promise, Deed.MADE if is_own else Deed.PROPOSED, by=by, at=at)
    return promise


@transaction.atomic
def change_promise(
    promise: Promise,
    *,
    version: int,
    words: str,
    amount: Decimal | None,
    due_on: date | None,
    by: Person,
    at: datetime,
) -> None:
    """Put right how a promise is written; never smaller or later without the others."""
    day, was = day_of(at), promise.words
    insist(why_not_change_promise(promise, by, day))
    _insist_on_words(promise.membership, promise.sort, words, amount, promise)
    insist(why_not_due(promise.rhythm, due_on, promise.promised_on), "due_on")
    lowered = promise.amount is not None and (amount is None or amount < promise.amount)
    insist(why_not_less(promise, amount, due_on, day), "amount" if lowered else "due_on")
    told = {"words": words.strip(), "amount": amount, "due_on": due_on}
    change(promise, expecting=(promise.state, version), **told)
    note = f"Before: {was}" if was != promise.words else ""
    _note(promise, Deed.CHANGED, note, by=by, at=at)


@transaction.atomic
def deliver_promise(
    promise: Promise, *, version: int, on: date, note: str = "", by: Person, at: datetime
) -> None:
    """Say that it is delivered: the others are asked to confirm, unless it is they who say it."""
    day = day_of(at)
    insist(why_not_deliver(promise, by, day))
    insist(why_not_delivered_on(promise, on, day), "on")
    if speaks_for(promise.membership, by, day):
        change(promise, expecting=(_S.OPEN, version), state=_S.SAID, delivered_on=on)
        _note(promise, Deed.SAID, note, by=by, at=at)
    else:
        _confirm(promise, version, on, note, by=by, at=at)


@transaction.atomic
def release_promise(
    promise: Promise, *, version: int, because: str, by: Person, at: datetime
) -> None:
    """Ask to be released from a promise, or offer release; of a member that has left, let it go."""
    day = day_of(at)
    insist(why_not_release(promise, by, day))
    insist(why_not_note(because), "because")
    if speaks_for(promise.membership, by, day):
        to, deed = _S.ASKED, Deed.ASKED
    elif promise.membership.holds_on(day):
        to, deed = _S.OFFERED, Deed.OFFERED
    else:
        to, deed = _S.RELEASED, Deed.RELEASED
    change(promise, expecting=(_S.OPEN, version), state=to)
    _note(promise, deed, because, by=by, at=at)


@transaction.atomic
def answer_promise(
    promise: Promise, *, version: int, agrees: bool, note: str = "", by: Person, at: datetime
) -> None:
    """Accept a promise, confirm its delivery or agree to a release; or say no to it, and why."""
    insist(why_not_answer(promise, by, day_of(at)))
    if not agrees:
        insist(why_not_note(note), "note")
    state = PromiseState(promise.state)
    if state == _S.SAID and agrees and promise.delivered_on:
        _confirm(promise, version, promise.delivered_on, note, by=by, at=at)
        return
    to, deed = {
        (_S.PROPOSED, True): (_S.OPEN, Deed.ACCEPTED),
        (_S.PROPOSED, False): (_S.WITHDRAWN, Deed.DECLINED),
        (_S.SAID, False): (_S.OPEN, Deed.NOT_YET),
        (_S.ASKED, True): (_S.RELEASED, Deed.AGREED),
        (_S.ASKED, False): (_S.OPEN, Deed.HELD),
        (_S.OFFERED, True): (_S.RELEASED, Deed.AGREED),
        (_S.OFFERED, False): (_S.OPEN, Deed.HELD),
    }[state, agrees]
    change(promise, expecting=(state, version), state=to, **_said_no_more(state))
    _note(promise, deed, note, by=by, at=at)


@transaction.atomic
def take_back_promise(promise: Promise, *, version: int, by: Person, at: datetime) -> None:
    """Withdraw a promise that nobody relies on yet, or take back what was last said of one."""
    insist(why_not_take_back(promise, by, day_of(at)))
    state = PromiseState(promise.state)
    is_withdrawn = state in (_S.PROPOSED, _S.OPEN)
    to = _S.WITHDRAWN if is_withdrawn else _S.OPEN
    change(promise, expecting=(state, version), state=to, **_said_no_more(state))
    _note(promise, Deed.WITHDRAWN if is_withdrawn else Deed.TAKEN_BACK, by=by, at=at)


@transaction.atomic
def promise_nothing(membership: Membership, *, by: Person, at: datetime) -> NothingPromised:
    """Say for a member that it promises nothing for now, so that nobody has to guess."""
    day = day_of(at)
    insist(why_not_promise_nothing(membership, by, day))
    said = NothingPromised.objects.create(membership=membership, said_on=day, said_by=by)
    name = membership.member_name
    record("promise.nothing", membership.partnership, by=by, at=at, member=name)
    return said


@transaction.atomic
def tell_membership(
    membership: Membership, *, version: int, brings: str, gains: str, by: Person, at: datetime
) -> None:
    """Say in words what a member brings and what it gains."""
    insist(why_not_tell(membership, by, day_of(at)))
    told = {"brings": brings.strip(), "gains": gains.strip()}
    change(membership, expecting=(None, version), **told)
    name = membership.member_name
    record("member.told", membership.partnership, by=by, at=at, member=name)


def _insist_on_words(
    membership: Membership,
    sort: str,
    words: str,
    amount: Decimal | None,
    but: Promise | None = None,
) -> None:
    insist(why_not_worded(words), "words")
    insist(why_not_amount(sort, amount), "amount")
    insist(why_not_again(membership, sort, words, but), "words")


def _said_no_more(state: PromiseState) -> dict[str, Any]:
    """Return what falls away with a delivery that was only said: the day given for it."""
    return {"delivered_on": None} if state == _S.SAID else {}


def _confirm(
    promise: Promise, version: int, on: date, note: str, *, by: Person, at: datetime
) -> None:
    """Count one delivery; a yearly promise is due again a year later."""
    state = PromiseState(promise.state)
    told: dict[str, Any] = {"delivered_on": on, "times": promise.times + 1}
    if promise.rhythm == Rhythm.YEARLY and promise.due_on:
        told |= {"state": _S.OPEN, "due_on": months_after(promise.due_on, A_YEAR)}
    else:
        told |= {"state": _S.DELIVERED}
    change(promise, expecting=(state, version), **told)
    _note(promise, Deed.CONFIRMED, note, by=by, at=at)


def _note(promise: Promise, deed: Deed, note: str = "", *, by: Person, at: datetime) -> None:
    PromiseStep.objects.create(
        promise=promise, deed=deed, note=note.strip(), made_at=at, made_by=by
    )
    member, what = promise.membership.member_name, promise.words
    verb = f"promise.{deed.value.lower()}"
    record(verb, promise.partnership, by=by, at=at, because=note, member=member, what=what)
