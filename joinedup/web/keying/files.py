"""Spreadsheets of answers that came back: all of it is taken, or nothing."""

from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.domain.basics.refusals import insist
from joinedup.domain.channels.actions import key_sheets
from joinedup.domain.channels.answer_sheets import Filled
from joinedup.domain.channels.queries import ticket_with_code, tickets_keyed_by
from joinedup.domain.channels.rules import UNKNOWN, why_not_key_in
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.reviews.models import Ticket
from joinedup.web.keying.forms import FileForm
from joinedup.web.keying.views import found, signed_in


@signed_in
def keying_file(request: Any, public_id: str) -> HttpResponseBase:
    """Take a spreadsheet that was filled in, for one person or for many."""
    round = found(request, public_id)
    theirs = tickets_keyed_by(request.user, request.today).filter(review__round=round)

    def known(code: str) -> Instrument | None:
        return definition_of(round.instrument) if ticket_with_code(code, theirs) else None

    return form_page(
        request,
        FileForm,
        "keying/file.html",
        lambda typed: key_sheets(filled(typed["file"], theirs), by=request.user, at=request.now),
        then=reverse("round_keying", args=[public_id]),
        said=lambda entered: f"{counted(entered)} entered and sent.",
        form_options={"known": known},
        round=round,
        reason=why_not_key_in(round, request.user, request.today),
    )


def filled(columns: list[Filled], theirs: Any) -> list[tuple[Ticket, dict[str, Any]]]:
    """Return whose answers the columns hold."""
    found = [(ticket_with_code(each.code, theirs), each.answers) for each in columns]
    insist(None if all(ticket for ticket, _ in found) else UNKNOWN, "file")
    return found  # type: ignore[return-value]


def counted(sheets: int) -> str:
    """Return how many sheets there were, in words."""
    return "1 sheet was" if sheets == 1 else f"{sheets} sheets were"
