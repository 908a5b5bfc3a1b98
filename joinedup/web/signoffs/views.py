from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.delivery.paging import leaf_of
from joinedup.domain.agreements.models import Edition
from joinedup.domain.agreements.queries import editions_visible_to
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.partnerships.queries import listed_to
from joinedup.domain.partnerships.rules import why_not_keep
from joinedup.domain.signoffs.actions import accept_signature, give_signature, refuse_edition
from joinedup.domain.signoffs.kinds import Watch
from joinedup.domain.signoffs.queries import (
    edition_to_sign,
    is_of_member,
    members_to_sign_for,
)
from joinedup.domain.signoffs.rules import (
    why_not_accept,
    why_not_name,
    why_not_open_to_sign,
    why_not_refuse,
    why_not_sign,
)
from joinedup.domain.signoffs.watching import gaps_of, watched, why_watched
from joinedup.web.partnerships.finding import opened, opened_membership, tabs
from joinedup.web.signoffs.forms import PaperForm, RefuseForm, SignForm
from joinedup.web.signoffs.telling import naming_of, own_yes, progress_of, taken_back, whole_text


@page(Audience.SIGNED_IN)
def signing(request: Any, public_id: str) -> HttpResponse:
    """Who has signed the agreement, who has not, who may, and who will not and why."""
    found, person, day = opened(request, public_id), request.user, request.today
    edition = edition_to_sign(found)
    progress = progress_of(edition, day) if edition else None
    naming = [] if edition else naming_of(found, day)
    rows = progress.rows if progress else []
    members = [row.member for row in rows if row.is_member] or [member for member, _ in naming]
    earlier = editions_visible_to(person, day).filter(
        agreement__partnership=found, state="SUPERSEDED", signoffs__isnull=False
    )
    return render(
        request,
        "signoffs/signing.html",
        partnership=found,
        tabs=tabs(found, "partnership_agreement"),
        progress=progress,
        own=list(members_to_sign_for(edition, person, day)) if edition else [],
        naming=naming,
        theirs=[
            each
            for each in members
            if is_of_member(each, person, day) and not why_not_name(each, person, day)
        ],
        keeps=why_not_keep(found, person, day) is None,
        why_not_open=why_not_open_to_sign(edition, day) if edition else None,
        taken_back=taken_back(edition) if edition else [],
        earlier=[progress_of(each, day) for each in earlier.distinct()],
    )


def shown(
    request: Any, public_id: str, edition_id: str, member_id: str
) -> tuple[Edition, Membership]:
    """Return a text of a partnership this person may open, and one of its members."""
    editions = editions_visible_to(request.user, request.today)
    edition = get_object_or_404(
        editions, public_id=edition_id, agreement__partnership__public_id=public_id
    )
    return edition, opened_membership(request, public_id, member_id)


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def sign(request: Any, public_id: str, edition_id: str, member_id: str) -> HttpResponseBase:
    """Read the exact text, and sign it for a member."""
    edition, member = shown(request, public_id, edition_id, member_id)
    reads_side, yes = own_yes(member, request.user, request.today)
    return form_page(
        request,
        SignForm,
        "signoffs/sign.html",
        lambda typed: give_signature(edition, member, **typed, by=request.user, at=request.now),
        then=reverse("signing", args=[public_id]),
        said=f"You have signed for {member.member_name}.",
        initial={"digest": edition.digest},
        partnership=edition.agreement.partnership,
        edition=edition,
        member=member,
        text=whole_text(edition),
        reads_side=reads_side,
        yes=yes,
        yes_ended=yes is not None and yes.ends_on is not None and yes.ends_on < request.today,
        why_not=why_not_sign(edition, member, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def sign_on_paper(
    request: Any, public_id: str, edition_id: str, member_id: str
) -> HttpResponseBase:
    """Write down that somebody signed for a member on paper."""
    edition, member = shown(request, public_id, edition_id, member_id)
    return form_page(
        request,
        PaperForm,
        "signoffs/paper.html",
        lambda typed: accept_signature(edition, member, **typed, by=request.user, at=request.now),
        then=reverse("signing", args=[public_id]),
        said=lambda signed: f"Accepted on behalf of {signed.name}, for {member.member_name}.",
        initial={"digest": edition.digest},
        partnership=edition.agreement.partnership,
        edition=edition,
        member=member,
        text=whole_text(edition),
        why_not=why_not_accept(edition, member, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def sign_refuse(request: Any, public_id: str, edition_id: str, member_id: str) -> HttpResponseBase:
    """Say for a member that it will not sign, and why."""
    edition, member = shown(request, public_id, edition_id, member_id)
    return form_page(
        request,
        RefuseForm,
        "signoffs/refuse.html",
        lambda typed: refuse_edition(edition, member, **typed, by=request.user, at=request.now),
        then=reverse("signing", args=[public_id]),
        said=f"You have said why {member.member_name} does not sign.",
        initial={"digest": edition.digest},
        partnership=edition.agreement.partnership,
        edition=edition,
        member=member,
        why_not=why_not_refuse(edition, member, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def agreements_watched(request: Any) -> HttpResponse:
    """Agreements that ended, end soon, are due for a fresh look, or that some have not signed."""
    day, why = request.today, request.GET.get("why", "")
    among = listed_to(request.user, day)
    found = watched(among, day, why if why in Watch.values else "")
    leaf = leaf_of(found, request, among)
    gaps = gaps_of(leaf.rows, day)
    return render(
        request,
        "signoffs/watched.html",
        leaf=leaf,
        why=why,
        ways=Watch.choices,
        rows=[(each, why_watched(each, gaps.get(each.pk, []), day)) for each in leaf.rows],
    )
