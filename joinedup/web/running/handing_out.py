"""Personal links as a file, for letters: secrets that leave the service."""

from typing import Any

from django.http import HttpResponseBase, StreamingHttpResponse

from joinedup.delivery.acts import form_page
from joinedup.domain.exports.formats import KINDS, in_format
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.running.actions.handing_out import hand_out_invitations
from joinedup.domain.running.rules import why_not_hand_out
from joinedup.web.rounds.views import found, grave
from joinedup.web.running.forms import EVERYBODY, LettersForm


@grave
def round_letters(request: Any, public_id: str) -> HttpResponseBase:
    """Say what a personal link lets its holder do; then hand the file over."""
    round = found(request, public_id)
    form = LettersForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid() and not _reason(round, request):
        typed = form.cleaned_data
        headings, rows = hand_out_invitations(
            round,
            everybody=typed["which"] == EVERYBODY,
            because=typed["because"],
            by=request.user,
            at=request.now,
        )
        return _file(typed["sort"], headings, rows, request)
    without = Ticket.objects.filter(review__round=round, person__email__isnull=True)
    return form_page(
        request,
        LettersForm,
        "running/letters.html",
        lambda typed: hand_out_invitations(
            round, everybody=False, because=typed["because"], by=request.user, at=request.now
        ),
        then="",
        initial={"which": "without", "sort": "xlsx"},
        round=round,
        without=without.values("person").distinct().count(),
        reason=_reason(round, request),
    )


def _reason(round: Any, request: Any) -> str | None:
    return why_not_hand_out(round, request.user, request.today)


def _file(sort: str, headings: Any, rows: Any, request: Any) -> HttpResponseBase:
    """Answer with the file; no browser or proxy keeps it but its reader."""
    pieces = in_format(sort, "Personal links", headings, rows)
    response = StreamingHttpResponse(pieces, content_type=KINDS[sort])
    name = f"personal-links-{request.today.isoformat()}.{sort}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
