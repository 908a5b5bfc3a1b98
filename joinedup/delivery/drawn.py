"""The sign-in library's views, drawn in our frame and with our words."""

from typing import Any

from django.http import HttpResponse

from joinedup.delivery.pages import render


class Drawn:
    """Draws a view of the library by our own way, with what ``shows`` names and nothing else."""

    request: Any
    template = ""
    shows: tuple[str, ...] = ("form",)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Return what the page shows; the library's other names are for its own templates."""
        whole = super().get_context_data(**context)  # type: ignore[misc]
        return {name: whole[name] for name in self.shows if name in whole}

    def render_to_response(self, context: dict[str, Any], **_: Any) -> HttpResponse:
        """Answer with the page, 422 where what was typed is wrong."""
        form = context.get("form")
        wrong = form is not None and form.is_bound and form.errors
        return render(self.request, self.template, status=422 if wrong else 200, **context)
