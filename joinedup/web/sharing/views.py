from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import members_of
from joinedup.domain.sharing.actions import (
    amend_sharing,
    arrange_sharing,
    confirm_sharing,
    withdraw_sharing,
)
from joinedup.domain.sharing.kinds import COLOURS
from joinedup.domain.sharing.models import SharingArrangement
from joinedup.domain.sharing.queries import (
    decisions_in,
    members_answered_for,
    members_asked_for,
    sharing_visible_to,
    source_of,
    state_on,
    unconfirmed,
)
from joinedup.domain.sharing.rules import (
    why_not_amend,
    why_not_arrange,
    why_not_confirm_any,
    why_not_withdraw,
)
from joinedup.web.partnerships.finding import opened
from joinedup.web.sharing.forms import (
    ArrangementForm,
    ChangeArrangementForm,
    ConfirmForm,
    WithdrawForm,
)

ASKED = (
    *("whom", "purpose", "words", "basis", "condition", "limits", "safeguards", "assessment"),
    *("assessed_on", "not_needed_because", "starts_on", "ends_on", "review_on", "version"),
)
MOST = 50
ASKED_AGAIN = "Every body named in it is asked to confirm it again."
NOBODY_ASKED = "It says the same as before, so nobody is asked to confirm it again."


def found(request: Any, public_id: str, sharing_id: str) -> SharingArrangement:
    """Return an arrangement of a partnership this person may open."""
    among = sharing_visible_to(request.user, request.today)
    return get_object_or_404(among, partnership__public_id=public_id, public_id=sharing_id)


def told(arrangement: SharingArrangement, request: Any) -> dict[str, Any]:
    """Return what pages say of an arrangement: how it stands, whose it is and who gets it."""
    state, source = state_on(arrangement, request.today), source_of(arrangement)
    return {
        "arrangement": arrangement,
        "state": (state.label, COLOURS[state]),
        "source": source.membership.member_name,
        "recipients": [
            party.membership.member_name
            for party in arrangement.parties.all()
            if party.pk != source.pk
        ],
    }


def members(partnership: Partnership, request: Any) -> list[Membership]:
    """Return who can be named in an arrangement."""
    return list(members_of(partnership, request.today))


@page(Audience.SIGNED_IN)
def partnership_sharing(request: Any, public_id: str) -> HttpResponse:
    """What the members of a partnership arranged to share, and what one's own body decided."""
    partnership = opened(request, public_id)
    among = sharing_visible_to(request.user, request.today).filter(partnership=partnership)
    own = members_asked_for(request.user, request.today).filter(partnership=partnership)
    return render(
        request,
        "sharing/list.html",
        partnership=partnership,
        arrangements=[told(each, request) for each in among],
        own=list(own),
        decisions=list(decisions_in(partnership, request.user, request.today)[:MOST]),
        most=MOST,
        why_not=why_not_arrange(partnership, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def sharing_arrangement(request: Any, public_id: str, sharing_id: str) -> HttpResponse:
    """All that one arrangement says, and who has confirmed it."""
    arrangement = found(request, public_id, sharing_id)
    asked = (arrangement, request.user, request.today)
    return render(
        request,
        "sharing/arrangement.html",
        partnership=arrangement.partnership,
        **told(arrangement, request),
        why_not=why_not_amend(*asked),
        why_not_withdraw=why_not_withdraw(*asked),
        why_not_confirm=why_not_confirm_any(*asked),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def sharing_new(request: Any, public_id: str) -> HttpResponseBase:
    """Write down what one member may share with others."""
    partnership = opened(request, public_id)
    return form_page(
        request,
        ArrangementForm,
        "sharing/new.html",
        lambda typed: arrange_sharing(partnership, **typed, by=request.user, at=request.now),
        then=lambda made: reverse("sharing_arrangement", args=[public_id, made.public_id]),
        said="It is a draft until every body named in it has confirmed it.",
        form_options={"members": members(partnership, request)},
        partnership=partnership,
        why_not=why_not_arrange(partnership, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def sharing_change(request: Any, public_id: str, sharing_id: str) -> HttpResponseBase:
    """Change an arrangement, so that every body is asked to confirm it again."""
    arrangement = found(request, public_id, sharing_id)
    initial = {name: getattr(arrangement, name) for name in ASKED}
    source = source_of(arrangement)
    initial |= {
        "joint_controllers": "yes" if arrangement.joint_controllers else "no",
        "kinds": [each.kind for each in arrangement.kinds.all()],
        "source": source.membership.public_id,
        "recipients": [
            each.membership.public_id for each in arrangement.parties.all() if each != source
        ],
    }
    return form_page(
        request,
        ChangeArrangementForm,
        "sharing/change.html",
        lambda typed: amend_sharing(arrangement, **typed, by=request.user, at=request.now),
        then=reverse("sharing_arrangement", args=[public_id, sharing_id]),
        said=lambda has_changed: ASKED_AGAIN if has_changed else NOBODY_ASKED,
        initial=initial,
        form_options={"members": members(arrangement.partnership, request)},
        partnership=arrangement.partnership,
        arrangement=arrangement,
        why_not=why_not_amend(arrangement, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def sharing_confirm(request: Any, public_id: str, sharing_id: str) -> HttpResponseBase:
    """Read the whole text and confirm it for one's own body."""
    arrangement = found(request, public_id, sharing_id)
    own = {*members_answered_for(request.user, request.today).values_list("pk", flat=True)}
    parties = [each for each in unconfirmed(arrangement) if each.membership_id in own]
    first = parties[0] if parties else None
    return form_page(
        request,
        ConfirmForm,
        "sharing/confirm.html",
        lambda typed: confirm_sharing(**typed, by=request.user, at=request.now),
        then=reverse("sharing_arrangement", args=[public_id, sharing_id]),
        initial={
            "edition": arrangement.edition,
            "party": first.membership.public_id if first else "",
            "contact": first.contact if first else "",
        },
        form_options={"parties": parties},
        partnership=arrangement.partnership,
        **told(arrangement, request),
        why_not=why_not_confirm_any(arrangement, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def sharing_withdraw(request: Any, public_id: str, sharing_id: str) -> HttpResponseBase:
    """Withdraw an arrangement, with the reason."""
    arrangement = found(request, public_id, sharing_id)
    return form_page(
        request,
        WithdrawForm,
        "sharing/withdraw.html",
        lambda typed: withdraw_sharing(arrangement, **typed, by=request.user, at=request.now),
        then=reverse("sharing_arrangement", args=[public_id, sharing_id]),
        initial={"version": arrangement.version},
        partnership=arrangement.partnership,
        arrangement=arrangement,
        why_not=why_not_withdraw(arrangement, request.user, request.today),
    )
