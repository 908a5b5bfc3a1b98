"""The sign-in library's forms, drawn and worded as ours."""

from typing import Any

from allauth.account import forms as theirs

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
