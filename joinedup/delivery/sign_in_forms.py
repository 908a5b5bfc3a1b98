"""The sign-in library's forms, drawn and worded as ours."""

from typing import Any

from allauth.account import forms as theirs
from allauth.mfa.base import forms as steps
from allauth.mfa.totp import forms as apps
from allauth.mfa.webauthn import forms as passkeys

from joinedup.delivery.forms import Form


class RequestCodeForm(Form, theirs.RequestLoginCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "Email address"
        self.fields["email"].widget.attrs.pop("placeholder", None)


class ConfirmCodeForm(Form, theirs.ConfirmLoginCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code"
        self.fields["code"].widget.attrs.pop("placeholder", None)
        self.fields["code"].help_text = "From the mail we have just sent"


class CodeForm(Form):
    """What the forms that take a code of six figures, or a recovery code, have in common."""

    hint = "Six figures from your authenticator app, or one of your recovery codes."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label, code.help_text = "Code", self.hint
        code.widget.attrs.pop("placeholder", None)
        code.widget.attrs |= {"inputmode": "numeric", "spellcheck": "false"}


class SecondStepForm(CodeForm, steps.AuthenticateForm):
    """The second step of signing in."""


class ConfirmForm(CodeForm, steps.ReauthenticateForm):
    """The second step once more, before a grave act."""


class AddAppForm(CodeForm, apps.ActivateTOTPForm):
    hint = "Six figures, which the app shows for this service. They change every half minute."


class AddPasskeyForm(Form, passkeys.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Every passkey here can sign in by itself: there is nothing to choose.
        self.fields.pop("passwordless")
        self.fields["name"].label = "What to call it"
        self.fields["name"].help_text = "For example, Work laptop. Only you see this."
        missing = "Your device did not hand over a passkey. Press the button and follow its steps."
        self.fields["credential"].error_messages["required"] = missing
