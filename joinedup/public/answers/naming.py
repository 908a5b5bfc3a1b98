from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.naming.actions import answer_names_request
from joinedup.domain.partnerships.queries import members_of
from joinedup.domain.reviews.queries.tickets import names_request_for
from joinedup.public.answers.forms import NamesForm
from joinedup.public.answers.sitting import close_to_others, finished


@page(Audience.TICKET, methods="GET POST")
def names(request: Any, token: str) -> HttpResponseBase:
    """Let somebody who knows say who sits on a partnership."""
    asked = names_request_for(token)
    if asked is None:
        return finished(request)
    partnership = asked.review.partnership
    return close_to_others(
        form_page(
            request,
            NamesForm,
            "answers/names.html",
            lambda typed: answer_names_request(asked, typed["names"], at=request.now),
            then=reverse("names_thanks", kwargs={"token": token}),
            asked=asked,
            partnership=partnership,
            members=[m.member_name for m in members_of(partnership, request.today)],
        )
    )


@page(Audience.TICKET)
def names_thanks(request: Any, token: str) -> HttpResponseBase:
    """Thank them; says nothing of the partnership, since the link is spent."""
    return close_to_others(render(request, "answers/names_thanks.html"))
