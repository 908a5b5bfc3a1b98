from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.basics.folding import folded
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import found_by, listed_to, visible_to
from joinedup.domain.partnerships.rules import why_not_change
from joinedup.domain.structure.actions import end_link, link_partnership
from joinedup.domain.structure.kinds import FROM_ABOVE, LinkSort, Part
from joinedup.domain.structure.models import Link
from joinedup.domain.structure.queries import (
    MOST_LINKS,
    forest,
    links_around,
    links_between,
    links_down,
    links_of,
    links_up,
)
from joinedup.domain.structure.rules import why_not_unlink
from joinedup.web.partnerships.finding import opened, tabs
from joinedup.web.partnerships.link_forms import LinkForm, UnlinkForm

FEW = 20


@page(Audience.SIGNED_IN)
def structure(request: Any) -> HttpResponse:
    """What hangs together, of the partnerships this person may see; perhaps round a name."""
    among = listed_to(request.user, request.today)
    typed = request.GET.get("find", "").strip()
    if typed:
        named = [each.pk for each in found_by(typed, among)[:FEW]]
        links = links_around(named, among, request.today)
    else:
        links = links_between(among, request.today)
    return render(
        request,
        "partnerships/structure.html",
        branches=forest(links),
        find=typed,
        is_cut=len(links) >= MOST_LINKS,
        most=MOST_LINKS,
    )


@page(Audience.SIGNED_IN)
def partnership_links(request: Any, public_id: str) -> HttpResponse:
    """What stands above a partnership and what stands under it, as far as one may see both."""
    found = opened(request, public_id)
    among = visible_to(request.user, request.today)
    why_not = why_not_change(found, request.user, request.today)
    return render(
        request,
        "partnerships/links.html",
        partnership=found,
        tabs=tabs(found, "partnership_links"),
        up=[told(link, found) for link in links_up(found, among, request.today)],
        down=[told(link, found) for link in links_down(found, among, request.today)],
        why_not=why_not,
    )


def told(link: Link, here: Partnership) -> dict[str, Any]:
    """Return a link as it is said of the partnership whose page this is."""
    is_up = link.lower == here
    other = link.upper if is_up else link.lower
    words = LinkSort(link.sort).label if is_up else FROM_ABOVE[LinkSort(link.sort)]
    part = {Part.LEADS: "leads on", Part.SUPPORTS: "supports"}.get(Part(link.part))
    who = "It" if is_up else other.name
    return {
        "words": f"It {words}",
        "other": other,
        "theme": f"{who} {part} {link.theme}" if part else "",
        "since": link.from_on,
        "until": link.to_on,
        "end": reverse("link_end", args=[here.public_id, link.public_id]),
    }


@page(Audience.SIGNED_IN, methods="GET POST")
def link_new(request: Any, public_id: str) -> HttpResponseBase:
    """Find another partnership by any name, then say how the two hang together."""
    found = opened(request, public_id)
    typed_name = request.GET.get("find", "")
    others = others_named(request, found, typed_name)
    return form_page(
        request,
        LinkForm,
        "partnerships/link_new.html",
        lambda typed: link_partnership(
            typed.pop("lower"), typed.pop("upper"), **typed, by=request.user, at=request.now
        ),
        then=reverse("partnership_links", args=[public_id]),
        form_options={"found": others, "here": found},
        partnership=found,
        find=typed_name,
        others=others,
        why_not=why_not_change(found, request.user, request.today),
    )


def others_named(request: Any, here: Partnership, typed: str) -> dict[str, Partnership]:
    """Return the first few other partnerships this person may see with such a name."""
    if not folded(typed):
        return {}
    among = visible_to(request.user, request.today).exclude(pk=here.pk)
    return {other.public_id: other for other in found_by(typed, among)[:FEW]}


@page(Audience.SIGNED_IN, methods="GET POST")
def link_end(request: Any, public_id: str, link_id: str) -> HttpResponseBase:
    """End a link on a day."""
    found = opened(request, public_id)
    among = visible_to(request.user, request.today)
    link = get_object_or_404(links_of(found, among), public_id=link_id)
    return form_page(
        request,
        UnlinkForm,
        "partnerships/link_end.html",
        lambda typed: end_link(link, **typed, by=request.user, at=request.now),
        then=reverse("partnership_links", args=[public_id]),
        initial={"on": request.today},
        partnership=found,
        link=told(link, found),
        why_not=why_not_unlink(link, request.user, request.today),
    )
