from typing import Any

from django.contrib.auth import login
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.delivery.sessions import begin_anew
from joinedup.domain.upkeep import actions
from joinedup.domain.upkeep.links import person_behind


@page(Audience.TICKET, methods="GET POST")
def let_in(request: Any, token: str) -> HttpResponseBase:
    """Sign in by a link that the server printed; opening it uses nothing up."""
    person = person_behind(token, request.now)
    if person is None:
        raise Http404
    if request.method != "POST":
        return render(request, "letting_in/let_in.html", who=person)
    begin_anew(request)
    login(request, actions.let_in(token, at=request.now))
    return redirect("home")
