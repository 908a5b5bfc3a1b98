"""The sign-in library's views, drawn in our frame."""

import json
from typing import Any

from allauth.account import views as theirs
from allauth.mfa.base import views as steps
from allauth.mfa.webauthn import views as passkeys

from joinedup.delivery.drawn import Drawn


class AskForCode(Drawn, theirs.RequestLoginCodeView):
    template = "account/request_login_code.html"

    def _redirect_to_pending_stage(self, request: Any, stage: Any) -> None:
        """Let somebody who mistyped their address, or lost the mail, ask again."""


class TypeCode(Drawn, theirs.ConfirmLoginCodeView):
    template = "account/confirm_login_code.html"


class SecondStep(Drawn, steps.AuthenticateView):
    """What a person with a passkey or an app is asked for after the code in the mail."""

    template = "account/second_step.html"
    shows = ("form", "options", "has_app", "passkey_failed")

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Return the form for a code, and what a browser needs to ask for a passkey."""
        ways = self.stage.login.user.authenticator_set.values_list("type", flat=True)
        shown: dict[str, Any] = super(Drawn, self).get_context_data(**context)
        passkey = "webauthn" in ways
        return {
            "form": shown["form"],
            "options": json.dumps(shown["js_data"]["request_options"]) if passkey else "",
            "has_app": "totp" in ways,
            "passkey_failed": bool(shown["webauthn_form"].errors),
        }


class SignInByPasskey(passkeys.LoginWebAuthnView):
    """A passkey alone signs in: it is something one has and a finger, a face or a PIN."""


class SignOut(Drawn, theirs.LogoutView):
    template = "account/logout.html"
