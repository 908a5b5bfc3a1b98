"""Whom a round asks: which partnerships, and who can be written to in each."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import NothingForm
from joinedup.delivery.pages import render
from joinedup.domain.basics.refusals import insist
from joinedup.domain.naming.actions import ask_for_names, name_people
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import (
    hosts_among,
    members_of,
    run_by,
    themes_among,
)
from joinedup.domain.partnerships.rules import why_not_change
from joinedup.domain.reviews.actions.preparing import (
    choose_partnerships,
    leave_out_small_partnerships,
)
from joinedup.domain.reviews.models import Review
from joinedup.domain.reviews.queries.anonymous import too_small
from joinedup.domain.reviews.queries.rounds import could_be_asked, without_anybody
from joinedup.domain.reviews.rules import why_not_choose, why_not_leave_out, why_not_prepare
from joinedup.domain.search.narrowing import narrowed_register
from joinedup.web.rounds.forms import AskForm, ChooseForm, NamesForm
from joinedup.web.rounds.views import MOST_SHOWN, found, signed_in

# More would not be read one by one, and a form takes a thousand answers at most.
MOST_TICKED = 400
# As many bodies and themes as a list can be chosen from; and how many themes are looked through.
MOST_OFFERED, MOST_LOOKED_AT = 50, 2000


@signed_in
def round_choose(request: Any, public_id: str) -> HttpResponseBase:
    """Find partnerships by what they are, then tick those to ask, or take all that fit."""
    round = found(request, public_id)
    running = could_be_asked(request.user, request.today)
    form = ChooseForm(
        request.GET,
        hosts=hosts_among(running, request.today, MOST_OFFERED).values_list("public_id", "name"),
        themes=sorted(themes_among(running, MOST_OFFERED, MOST_LOOKED_AT)),
    )
    fitting = fitting_for(form, request)
    if request.method == "POST":
        chosen = fitting if "all" in request.POST else ticked_by(request)
        choose_partnerships(round, chosen, by=request.user, at=request.now)
        return redirect("round_people", public_id)
    listed = list(fitting[: MOST_TICKED + 1])
    return render(
        request,
        "rounds/choose.html",
        round=round,
        search=form,
        listed=listed[:MOST_TICKED],
        all=fitting.order_by().count() if len(listed) > MOST_TICKED else 0,
        chosen=set(round.reviews.values_list("partnership_id", flat=True)),
        reason=why_not_prepare(round, request.user, request.today),
    )


def fitting_for(form: ChooseForm, request: Any) -> QuerySet[Partnership]:
    """Return the partnerships that fit; none where something was asked that cannot be."""
    if not form.is_valid():
        return Partnership.objects.none()
    also = ("host", "place", "theme")
    asked = {key: value for key, value in form.cleaned_data.items() if key not in also}
    narrowed = {key: form.cleaned_data[key] for key in also if form.cleaned_data[key]}
    among = could_be_asked(request.user, request.today, **asked)
    return narrowed_register(narrowed, among, request.today)


def ticked_by(request: Any) -> QuerySet[Partnership]:
    """Return the partnerships that were ticked; refuses when one of them is not there."""
    ticked = request.POST.getlist("partnership")
    chosen = run_by(request.user, request.today).filter(public_id__in=ticked)
    insist(why_not_choose(ticked, chosen))
    return chosen


@page(Audience.SIGNED_IN)
def round_people(request: Any, public_id: str) -> HttpResponse:
    """List the chosen partnerships with nobody to ask, and how to mend each."""
    round = found(request, public_id)
    nobody = without_anybody([round], request.today)
    return render(
        request,
        "rounds/people.html",
        round=round,
        nobody=list(nobody.prefetch_related("names_requests")[:MOST_SHOWN]),
        unasked=nobody.order_by().count(),
        partnerships=round.reviews.count(),
        small=len(too_small(round, request.today)) if round.is_anonymous else 0,
        reason=why_not_prepare(round, request.user, request.today),
    )


def review_in(request: Any, public_id: str, review_id: str) -> Review:
    """Return the review when it belongs to this round and this person may see it."""
    reviews = Review.objects.filter(round=found(request, public_id))
    return get_object_or_404(
        reviews.select_related("partnership", "round__host"), public_id=review_id
    )


@signed_in
def round_names(request: Any, public_id: str, review_id: str) -> HttpResponseBase:
    """Paste the people of a partnership that has nobody to ask."""
    review = review_in(request, public_id, review_id)
    return form_page(
        request,
        NamesForm,
        "rounds/names.html",
        lambda typed: name_people(
            review.partnership, typed["names"], by=request.user, at=request.now
        ),
        then=reverse("round_people", args=[public_id]),
        said=f"The people of {review.partnership.name} are in the register.",
        round=review.round,
        partnership=review.partnership,
        members=[m.member_name for m in members_of(review.partnership, request.today)],
        reason=why_not_change(review.partnership, request.user, request.today),
    )


@signed_in
def round_ask(request: Any, public_id: str, review_id: str) -> HttpResponseBase:
    """Mail a link to somebody who knows who sits on the partnership."""
    review = review_in(request, public_id, review_id)
    return form_page(
        request,
        AskForm,
        "rounds/ask.html",
        lambda typed: ask_for_names(review, **typed, by=request.user, at=request.now),
        then=reverse("round_people", args=[public_id]),
        said=f"We have mailed a link that asks who sits on {review.partnership.name}.",
        round=review.round,
        partnership=review.partnership,
        reason=why_not_prepare(review.round, request.user, request.today),
    )


@signed_in
def round_small(request: Any, public_id: str) -> HttpResponseBase:
    """List what is too small for an anonymous round, and leave it out at a press."""
    round = found(request, public_id)
    small = too_small(round, request.today) if round.is_anonymous else []
    return form_page(
        request,
        NothingForm,
        "rounds/small.html",
        lambda _: leave_out_small_partnerships(round, by=request.user, at=request.now),
        then=reverse("round_open", args=[public_id]),
        said=lambda left: f"{left} left out. The others stay in the round.",
        round=round,
        small=small[:MOST_SHOWN],
        count=len(small),
        reason=why_not_leave_out(round, request.user, request.today),
    )
