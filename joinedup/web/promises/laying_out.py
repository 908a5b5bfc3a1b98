"""Promises as rows of tables and sentences of pages."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse

from joinedup.domain.basics.days import in_words
from joinedup.domain.contributions.kinds import Sort as PutIn
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.contributions.queries import by_year
from joinedup.domain.figures.wording import counted, in_pounds, listed
from joinedup.domain.promises.balance import in_hours
from joinedup.domain.promises.kinds import STATE_COLOURS, PromiseState, Rhythm, Sort
from joinedup.domain.promises.models import Promise
from joinedup.domain.promises.queries import Account

UNTOLD, NONE_YET = "Not yet told us", "Nothing yet"
S = PromiseState
WAITS = {
    S.PROPOSED: "{member} has still to accept it.",
    S.SAID: "{others} has still to confirm it.",
    S.ASKED: "{member} asks to be released. {others} has still to answer.",
    S.OFFERED: "Release is offered. {member} has still to answer.",
}


def page_of(promise: Promise) -> str:
    """Return the address of a promise."""
    return reverse("promise", args=[promise.partnership.public_id, promise.public_id])


def rows_of(promises: Iterable[Promise], day: date, *, by: bool) -> list[list[Any]]:
    """Return promises as rows: what, of whom or to whom, by when, and where each stands."""
    return [
        [
            {"text": each.words, "href": page_of(each), "note": much_told(each)},
            each.membership.member_name if by else each.receiver_name,
            due_told(each),
            {"tags": [standing_tag(each, day)]},
        ]
        for each in promises
    ]


def standing_tag(promise: Promise, day: date) -> tuple[str, str]:
    """Return where a promise stands, as a tag with its colour."""
    state = PromiseState(promise.state)
    if promise.is_late(day):
        return ("Late" if state == S.OPEN else f"Late. {state.label}", "red")
    return state.label, STATE_COLOURS[state]


def much_told(promise: Promise) -> str:
    """Return the sort of thing, with how much where that is told."""
    sort = promise.get_sort_display()
    if promise.amount is None:
        return sort
    much = amount_told(promise.sort, promise.amount)
    each = " each year" if promise.rhythm == Rhythm.YEARLY else ""
    return f"{sort}: {much}{each}"


def amount_told(sort: str, amount: Decimal) -> str:
    """Return pounds or hours in words."""
    return in_hours(amount) if sort == Sort.HOURS else in_pounds(amount)


def due_told(promise: Promise) -> str:
    """Return by when it is to be delivered."""
    if promise.due_on is None:
        return "As long as the partnership lasts"
    if promise.rhythm == Rhythm.YEARLY:
        return f"Each year, next by {in_words(promise.due_on)}"
    return in_words(promise.due_on)


def waits_told(promise: Promise) -> str:
    """Return for whom a promise waits, in a sentence, or nothing."""
    member = promise.membership.member_name
    others = promise.to.member_name if promise.to else "Another member"
    return WAITS.get(PromiseState(promise.state), "").format(member=member, others=others)


def in_short(accounts: Iterable[Account], day: date) -> str:
    """Return how many promises there are and how they stand."""
    standing = [each for account in accounts for each in account.standing]
    if not standing:
        return ""
    delivered = sum(each.state == S.DELIVERED for each in standing)
    said = sum(each.state == S.SAID for each in standing)
    late = sum(each.is_late(day) for each in standing)
    told = [f"{delivered} delivered", f"{late} late"]
    if said:
        told.insert(1, f"{said} said to be delivered and not confirmed")
    return f"{counted(len(standing), 'promise', 'promises')}: {listed(told)}."


def member_rows(accounts: Iterable[Account], day: date) -> list[list[Any]]:
    """Return each member as a row: what it brings and gains, what became of it, what it put in."""
    return [
        [
            member_cell(account),
            account.membership.brings or UNTOLD,
            account.membership.gains or UNTOLD,
            promised_cell(account, day),
            sums_told(put_in_of(account.put_in)) or UNTOLD,
        ]
        for account in accounts
    ]


def member_cell(account: Account) -> dict[str, str]:
    """Return the name of a member, which leads to its own page."""
    args = [account.membership.partnership.public_id, account.membership.public_id]
    note = "Has left" if account.has_left else ""
    return {
        "text": account.membership.member_name,
        "href": reverse("promises_of_member", args=args),
        "note": note,
    }


def promised_cell(account: Account, day: date) -> dict[str, Any]:
    """Return what a member promised, of that what was delivered, and how many are late."""
    late, delivered = len(account.late(day)), sums_told(delivered_of(account.promised))
    note = f"Delivered: {delivered or 'nothing yet'}" if account.standing else ""
    tags = [(f"{late} late", "red")] if late else []
    return {"text": promised_told(account), "note": note, "tags": tags}


def promised_told(account: Account) -> str:
    """Return what a member promised in sums, or that it promises nothing, or has not told."""
    if account.says_nothing:
        return "Nothing, it says"
    if sums := sums_told([(each.sort, each.amount) for each in account.standing]):
        return sums
    return NONE_YET if account.weighed(date.max).has_told else UNTOLD


def delivered_of(promises: Iterable[Promise]) -> list[tuple[str, Decimal | None]]:
    """Return what was delivered and confirmed, each time counted."""
    return [
        (each.sort, each.amount * each.times if each.amount is not None else None)
        for each in promises
        if each.times
    ]


def put_in_of(lines: Iterable[Contribution]) -> list[tuple[str, Decimal | None]]:
    """Return what was really put in."""
    return [(line.sort, line.amount if line.sort != PutIn.KIND else None) for line in lines]


def sums_told(things: list[tuple[str, Decimal | None]]) -> str:
    """Return money, hours and the number of other things in a few words; nothing where none."""
    told = []
    for sort in (Sort.CASH, Sort.HOURS):
        if total := sum((much for what, much in things if what == sort and much), Decimal()):
            told.append(amount_told(sort, total))
    others = sum(much is None or what not in (Sort.CASH, Sort.HOURS) for what, much in things)
    if others:
        told.append(counted(others, "other thing", "other things") if told else str(others))
    if told == [str(others)]:
        return counted(others, "thing", "things")
    return listed(told)


def put_in_rows(lines: Iterable[Contribution]) -> list[list[Any]]:
    """Return what a member put in, year by year."""
    return [
        [
            year.name,
            {"text": line.get_sort_display().partition(":")[0], "note": line.words},
            UNTOLD if line.amount is None else put_in_told(line),
        ]
        for year in by_year(lines)
        for line in year.lines
    ]


def put_in_told(line: Contribution) -> str:
    """Return how much of it there was."""
    much = amount_told(line.sort, line.amount or Decimal())
    return f"worth {much}" if line.sort == PutIn.KIND else much
