from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from joinedup.delivery.attempts import asked_too_often
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render, too_often
from joinedup.domain.matters.kinds import OPENNESS_SENTENCES, Openness
from joinedup.domain.matters.queries import (
    MOST_FOUND,
    MOST_TYPED,
    matters_found,
    matters_nearly,
    members_shown,
    partnerships_found,
    people_shown,
    public_in,
    public_matters,
    public_partnerships,
)
from joinedup.domain.places.queries import areas_called
from joinedup.public.matters.rows import answer_of, gaps_told, sayable, unnamed_in

SEARCH = "public_search"


# Reading counts how often anybody searched.
@page(Audience.ANYONE, writes_on_get=True)
def who_answers(request: Any) -> HttpResponse:
    """Search by what it is about, by a name and by a place; without a word, list who is public."""
    about, place = (request.GET.get(key, "")[:MOST_TYPED] for key in ("about", "place"))
    is_asked = bool(about.strip() or place.strip())
    if is_asked and asked_too_often(request, SEARCH):
        return too_often(request)
    areas = areas_called(place) if place.strip() else None
    among, day = public_in(areas), request.today
    partnerships = partnerships_found(about, among, day)
    matters = matters_found(about, among, day) if is_asked else []
    is_near = is_asked and not matters and not partnerships
    matters = matters or (matters_nearly(about, among, day) if is_near else [])
    return render(
        request,
        "who_answers/search.html",
        about=about,
        place=place,
        is_asked=is_asked,
        is_place_known=areas != [],
        is_near=is_near,
        matters=[(matter, answer_of(matter, day)) for matter in matters],
        partnerships=partnerships,
        most=MOST_FOUND,
    )


@page(Audience.ANYONE)
def partnership_for_all(request: Any, public_id: str) -> HttpResponse:
    """What a public partnership is for, who is in it, and what it deals with."""
    found = get_object_or_404(public_partnerships(), public_id=public_id)
    matters = public_matters(request.today).filter(partnership=found)
    members, are_others = members_shown(found, request.today)
    chosen, unnamed = found.public_page, unnamed_in(found, request.today)
    return render(
        request,
        "who_answers/partnership.html",
        partnership=found,
        purpose=sayable(chosen.purpose, unnamed),
        joining=sayable(chosen.joining, unnamed),
        chosen=chosen,
        openness=OPENNESS_SENTENCES[Openness(chosen.openness)],
        missing=gaps_told(found, unnamed, request.today) if chosen.tells_missing else [],
        members=members,
        are_others=are_others,
        people=people_shown(found, request.today),
        matters=[(matter, answer_of(matter, request.today)) for matter in matters],
    )


@page(Audience.ANYONE)
def matter_for_all(request: Any, public_id: str, matter_id: str) -> HttpResponse:
    """Who answers for a matter, how to reach them, and what to do if that does not help."""
    matter = get_object_or_404(
        public_matters(request.today), partnership__public_id=public_id, public_id=matter_id
    )
    return render(
        request,
        "who_answers/matter.html",
        matter=matter,
        partnership=matter.partnership,
        joining=sayable(
            matter.partnership.public_page.joining, unnamed_in(matter.partnership, request.today)
        ),
        answer=answer_of(matter, request.today),
    )
