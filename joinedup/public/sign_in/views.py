"""The sign-in library's views, drawn in our frame."""

from typing import Any

from allauth.account import views as theirs
from django.http import HttpResponse

from joinedup.delivery.pages import render


class Drawn:
    """Draws a view of the library by our own way, with nothing but its form."""

    request: Any
    template = ""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Keep the form alone; the library's other names are for its own templates."""
        if "form" in context or not hasattr(self, "get_form"):
            return context
        return context | {"form": self.get_form()}

    def render_to_response(self, context: dict[str, Any], **_: Any) -> HttpResponse:
        """Answer with the page, 422 where what was typed is wrong."""
        form = context.get("form")
        status = 422 if form is not None and form.is_bound and form.errors else 200
        return render(self.request, self.template, status=status, form=form)


class AskForCode(Drawn, theirs.RequestLoginCodeView):
    template = "account/request_login_code.html"

    def _redirect_to_pending_stage(self, request: Any, stage: Any) -> None:
        """Let somebody who mistyped their address, or lost the mail, ask again."""


class TypeCode(Drawn, theirs.ConfirmLoginCodeView):
    template = "account/confirm_login_code.html"


class SignOut(Drawn, theirs.LogoutView):
    template = "account/logout.html"
