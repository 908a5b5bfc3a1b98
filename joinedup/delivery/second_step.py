"""The second step of sign-in: who has one, how fresh it is, and what waits until it is taken.

Grave acts ask for it anew where it was last taken more than half an hour ago (DESIGN 10.14,
trust.md A13). What was typed is kept meanwhile in the session and handed back afterwards.
"""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from joinedup.delivery.pages import render
from joinedup.domain.notices.actions import post_message
from joinedup.domain.notices.wording import letter
from joinedup.domain.organisations.queries import keeping_posts_began
from joinedup.domain.people.actions import note_second_step
from joinedup.domain.people.models import Person

FRESH = timedelta(seconds=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)
PUT_OFF = "put_off"
# How long somebody who may do grave things has to set up a second step.
TIME_TO_SET_UP = timedelta(days=28)


def has_second_step(person: Person) -> bool:
    """Tell whether a passkey or an authenticator app is set up."""
    steps = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return Authenticator.objects.filter(user=person, type__in=steps).exists()


def is_fresh(request: Any) -> bool:
    """Tell whether the second step was taken in this browser within the last half hour."""
    taken = [
        record["at"]
        for record in get_authentication_records(request, request.user)
        if record.get("method") == "mfa"
    ]
    return bool(taken) and 0 <= request.now.timestamp() - max(taken) < FRESH.total_seconds()


def due_on(person: Person, day: date) -> date | None:
    """Return the day by which ``person`` must have a second step, or None where none is asked.

    Officers, managers and stewards are asked; nobody is where an installation only pretends.
    """
    if not settings.SECOND_STEP_REQUIRED:
        return None
    began = keeping_posts_began(person, day)
    return began + TIME_TO_SET_UP if began else None


def why_not_without(person: Person, day: date) -> str | None:
    """Return why ``person`` may do nothing grave before setting up a second step, or None."""
    due = due_on(person, day)
    if due is None or day <= due:
        return None
    return "You have to set up a second step for signing in before you can do this."


def put_off(request: Any) -> HttpResponseBase | None:
    """Return the page that stands between a person and a grave act, or None for go ahead."""
    if is_fresh(request):
        request.session.pop(PUT_OFF, None)
        return None
    has_one = has_second_step(request.user)
    reason = None if has_one else why_not_without(request.user, request.today)
    if not has_one and reason is None:
        return None
    keep(request)
    if reason:
        return render(request, "signing_in/required.html", status=409, reason=reason)
    ways = get_adapter().get_reauthentication_methods(request.user)
    then = reverse("go_on") if request.method == "POST" else request.get_full_path()
    return redirect(f"{ways[0]['url']}?{urlencode({'next': then})}")


def keep(request: Any) -> None:
    """Keep what was typed until the second step has been taken."""
    if request.method == "POST":
        typed = [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name != "csrfmiddlewaretoken"
        ]
        request.session[PUT_OFF] = {"address": request.get_full_path(), "typed": typed}


def kept(request: Any) -> dict[str, Any] | None:
    """Return what was put off in this browser: its ``address`` and the ``typed`` pairs."""
    found: dict[str, Any] | None = request.session.get(PUT_OFF)
    return found


@transaction.atomic
def note_change(request: Any, what: str) -> None:
    """End a person's other visits once how they sign in was changed, and tell them by mail."""
    person, at = request.user, request.now
    request.session.cycle_key()
    note_second_step(person, what, but=request.session.session_key, by=person, at=at)
    subject, body = letter("sign_in_changed", name=person.name, what=what, at=at)
    post_message(person, subject, body, kind="sign-in.changed", about=person, at=at)
