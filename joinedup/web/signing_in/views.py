"""The sign-in library's pages for whoever has signed in, drawn in our frame."""

import hashlib
import json
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base import views as steps
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as apps
from allauth.mfa.webauthn import views as passkeys
from allauth.mfa.webauthn.internal import auth
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.drawn import Drawn
from joinedup.delivery.forms import Form
from joinedup.delivery.pages import render
from joinedup.delivery.second_step import due_on, has_second_step, kept, note_change
from joinedup.domain.people.actions import end_sessions
from joinedup.domain.people.queries import sessions_of


def ways_of(person: Any, kind: str) -> list[Authenticator]:
    """Return the second steps of one kind that a person has set up, the oldest first."""
    return list(Authenticator.objects.filter(user=person, type=kind).order_by("pk"))


def name_in_address(way: Authenticator) -> str:
    """Return what stands for a passkey in an address, so that row numbers stay unknown."""
    told = f"{way.pk}.{way.user_id}.{way.created_at.timestamp()}"
    return hashlib.sha256(told.encode()).hexdigest()[:20]


@page(Audience.SIGNED_IN)
def signing_in(request: Any) -> HttpResponse:
    """Show how somebody signs in, and what they could add."""
    found = [(way, name_in_address(way)) for way in ways_of(request.user, "webauthn")]
    due = None if has_second_step(request.user) else due_on(request.user, request.today)
    return render(
        request,
        "signing_in/ways.html",
        passkeys=[{"name": way.wrap().name, "way": way, "id": name} for way, name in found],
        app=next(iter(ways_of(request.user, "totp")), None),
        codes=next(iter(ways_of(request.user, "recovery_codes")), None),
        due=due,
        put_off=kept(request),
    )


class Changes(Drawn):
    """A page that changes how somebody signs in; ``what`` says it in the mail about it."""

    what = ""

    def form_valid(self, form: Any) -> HttpResponse:
        """Do it, end the person's other visits and tell them."""
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        note_change(self.request, self.what)
        return response


class Adds(Changes):
    """A page that sets up a second step; whoever has just done so has just shown that it works."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Set it up, and count it as taken."""
        response = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa")
        return response


class AddPasskey(Adds, passkeys.AddWebAuthnView):
    template = "signing_in/passkey_new.html"
    what = "A passkey was added."

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Return the form, and what the browser needs to make a passkey that signs in alone."""
        form = context.get("form") or self.get_form()
        options = auth.begin_registration(self.request.user, passwordless=True)
        return {"form": form, "options": json.dumps(options)}


class RemovePasskey(Changes, passkeys.RemoveWebAuthnView):
    template = "signing_in/passkey_remove.html"
    what = "A passkey was removed."
    shows = ("object",)

    def get_object(self, queryset: Any = None) -> Authenticator:
        """Return one's own passkey by what stands for it in the address."""
        wanted = self.kwargs["passkey"]
        for way in ways_of(self.request.user, "webauthn"):
            if name_in_address(way) == wanted:
                return way
        raise Http404


class AddApp(Adds, apps.ActivateTOTPView):
    template = "signing_in/app_new.html"
    what = "An authenticator app was set up."
    shows = ("form", "totp_svg_data_uri", "totp_url")

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Return the form, the picture for the app, and its secret in groups of four to type."""
        shown = super().get_context_data(**context)
        secret = shown["form"].secret
        groups = [secret[place : place + 4] for place in range(0, len(secret), 4)]
        return shown | {"secret": " ".join(groups)}


class RemoveApp(Changes, apps.DeactivateTOTPView):
    template = "signing_in/app_remove.html"
    what = "The authenticator app was removed."
    shows = ()

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Lead back whoever has no app to remove."""
        if not ways_of(request.user, "totp"):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)


class RecoveryCodes(Drawn, codes.ViewRecoveryCodesView):
    template = "signing_in/codes.html"
    shows = ("unused_codes", "total_count")

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Lead back whoever has no codes yet."""
        if not ways_of(request.user, "recovery_codes"):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)


class NewRecoveryCodes(Changes, codes.GenerateRecoveryCodesView):
    template = "signing_in/codes_new.html"
    what = "New recovery codes were made, and the old ones no longer work."
    shows = ("unused_code_count",)

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Lead back whoever has no second step to recover from losing."""
        if not has_second_step(request.user):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)


class Confirming(Drawn):
    """The second step once more, after which the session has a new identity."""

    template = "signing_in/confirm.html"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Lead back whoever has no second step to take."""
        if not has_second_step(request.user):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Return the form, the browser's options for a passkey, and where else one can confirm."""
        shown = super(Drawn, self).get_context_data(**context)  # type: ignore[misc]
        told = shown.get("js_data", {}).get("request_options")
        return {
            "form": shown["form"],
            "options": json.dumps(told) if told else "",
            "others": [other["url"] for other in shown["reauthentication_alternatives"]],
        }

    def form_valid(self, form: Any) -> HttpResponse:
        """Go on with a new session id, so that an old one that was overheard is worth nothing."""
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        self.request.session.cycle_key()
        return response


class ConfirmByCode(Confirming, steps.ReauthenticateView):
    """Confirming with the app's code, or a recovery code."""


class ConfirmByPasskey(Confirming, passkeys.ReauthenticateWebAuthnView):
    """Confirming with a passkey."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the page again, with what went wrong."""
        return self.render_to_response(self.get_context_data(form=form))


@page(Audience.SIGNED_IN)
def go_on(request: Any) -> HttpResponse:
    """Hand back what was typed before the second step was asked for."""
    return render(request, "signing_in/go_on.html", put_off=kept(request))


@page(Audience.SIGNED_IN, methods="GET POST")
def browsers(request: Any) -> HttpResponse:
    """Show where somebody is signed in, and sign them out everywhere but here."""
    here = request.session.session_key
    return form_page(
        request,
        Form,
        "signing_in/browsers.html",
        lambda _: end_sessions(request.user, but=here, by=request.user, at=request.now),
        then=reverse("browsers"),
        said="You are signed out everywhere but here.",
        visits=list(sessions_of(request.user, request.now)),
        here=here,
    )
