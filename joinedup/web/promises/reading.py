from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.promises.balance import balance_told
from joinedup.domain.promises.models import Promise
from joinedup.domain.promises.queries import (
    accounts_of,
    is_receiver,
    speaks_for,
    spoken_for,
    visible_to,
)
from joinedup.domain.promises.rules import (
    why_not_answer,
    why_not_change_promise,
    why_not_deliver,
    why_not_promise,
    why_not_promise_for,
    why_not_promise_nothing,
    why_not_release,
    why_not_take_back,
    why_not_tell,
)
from joinedup.web.partnerships.finding import opened, opened_membership, tabs
from joinedup.web.promises.laying_out import (
    due_told,
    in_short,
    member_rows,
    much_told,
    put_in_rows,
    rows_of,
    standing_tag,
    waits_told,
)


def opened_promise(request: Any, public_id: str, promise_id: str) -> Promise:
    """Return a promise of a partnership this person may open."""
    among = visible_to(request.user, request.today)
    inside = among.filter(membership__partnership__public_id=public_id)
    return get_object_or_404(inside, public_id=promise_id)


@page(Audience.SIGNED_IN)
def promises(request: Any, public_id: str) -> HttpResponse:
    """Every promise: ours first, then those made to us, each member's sums, and the rest."""
    found, day = opened(request, public_id), request.today
    own = spoken_for(request.user, found, day)
    accounts = accounts_of(found, own, day)
    ours = [account for account in accounts if account.is_ours]
    others = [each for account in accounts if not account.is_ours for each in account.promised]
    return render(
        request,
        "promises/promises.html",
        partnership=found,
        tabs=tabs(found, ""),
        in_short=in_short(accounts, day),
        balance=balance_told([each.weighed(day) for each in accounts if not each.has_left]),
        ours=[
            {
                "name": account.membership.member_name,
                "promised": rows_of(account.promised, day, by=False),
                "received": rows_of(account.received, day, by=True),
            }
            for account in ours
        ],
        members=member_rows(accounts, day),
        others=rows_of([each for each in others if each.to_id not in own], day, by=True),
        why_not=why_not_promise(found, request.user, day),
    )


@page(Audience.SIGNED_IN)
def promises_of_member(request: Any, public_id: str, member_id: str) -> HttpResponse:
    """One member: what it brings and gains, its promises both ways, and what it really put in."""
    member, day = opened_membership(request, public_id, member_id), request.today
    own = spoken_for(request.user, member.partnership, day)
    accounts = accounts_of(member.partnership, own, day)
    account = next((each for each in accounts if each.membership.pk == member.pk), None)
    return render(
        request,
        "promises/member.html",
        partnership=member.partnership,
        member=member,
        is_ours=member.pk in own,
        says_nothing=bool(account and account.says_nothing),
        promised=rows_of(account.promised, day, by=False) if account else [],
        received=rows_of(account.received, day, by=True) if account else [],
        put_in=put_in_rows(account.put_in) if account else [],
        why_not=why_not_promise_for(member, request.user, day),
        why_not_tell=why_not_tell(member, request.user, day),
        why_not_nothing=why_not_promise_nothing(member, request.user, day),
    )


@page(Audience.SIGNED_IN)
def promise(request: Any, public_id: str, promise_id: str) -> HttpResponse:
    """One promise: what it is, where it stands, what was done with it, and what one may do."""
    found, person, day = opened_promise(request, public_id, promise_id), request.user, request.today
    return render(
        request,
        "promises/promise.html",
        partnership=found.partnership,
        promise=found,
        much=much_told(found),
        due=due_told(found),
        tag_of=standing_tag(found, day),
        waits=waits_told(found),
        steps=found.steps.select_related("made_by"),
        is_ours=speaks_for(found.membership, person, day),
        is_receiver=is_receiver(found, person, day),
        why_not_answer=why_not_answer(found, person, day),
        why_not_deliver=why_not_deliver(found, person, day),
        why_not_release=why_not_release(found, person, day),
        why_not_change=why_not_change_promise(found, person, day),
        why_not_back=why_not_take_back(found, person, day),
    )
