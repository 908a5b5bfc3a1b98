from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.second_looks.actions import take_second_look
from joinedup.domain.second_looks.models import SecondLook
from joinedup.domain.second_looks.queries import looks_at
from joinedup.domain.second_looks.rules import why_not_look_again
from joinedup.web.results.finding import found
from joinedup.web.second_looks.forms import LookForm


@page(Audience.SIGNED_IN, methods="GET POST")
def second_look(request: Any, public_id: str) -> HttpResponseBase:
    """Write down what has changed since a result below Sound, and whether it is better."""
    review = found(request, public_id)

    def then(look: SecondLook) -> str:
        if look.decide_again:
            return reverse("future_new", args=[review.partnership.public_id])
        return f"{reverse('result', args=[public_id])}#second-look"

    return form_page(
        request,
        LookForm,
        "second_looks/look.html",
        lambda typed: take_second_look(review, **typed, by=request.user, at=request.now),
        then=then,
        review=review,
        partnership=review.partnership,
        look=next(iter(looks_at([review], request.today)), None),
        why_not=why_not_look_again(review, request.user, request.now),
    )
