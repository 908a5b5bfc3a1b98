from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render

anyone = page(Audience.ANYONE)


@anyone
def front(request: HttpRequest) -> HttpResponseBase:
    """Say what this is; whoever has signed in goes on to what needs them."""
    if request.user.is_authenticated:
        return redirect("home")
    return render(request, "front/front.html")


@anyone
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how accessible the service is, and what to do where it is not."""
    return render(request, "front/accessibility.html")


@anyone
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept about people, why, and who sees it."""
    return render(request, "front/privacy.html")
