"""Sheets for people who do not answer by link: to print, to read on a screen, to fill in."""

from typing import Any

from django.http import Http404, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.channels.actions import print_sheets
from joinedup.domain.channels.answer_sheets import headings, rows_to_fill
from joinedup.domain.channels.kinds import Way
from joinedup.domain.channels.paper import Printing, printed_code, printed_sheets
from joinedup.domain.channels.queries import entered_in, tickets_on_paper, tickets_printed
from joinedup.domain.channels.rules import why_not_print
from joinedup.domain.exports.formats import KINDS, in_format
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.languages.texts import in_language, languages_of, spoken_in
from joinedup.domain.languages.wordings import ORIGINAL
from joinedup.domain.reviews.models import Review, Round, Ticket
from joinedup.domain.reviews.queries.rounds import rounds_visible_to
from joinedup.web.exports.views import as_download
from joinedup.web.keying.asked import as_asked, signed
from joinedup.web.keying.forms import HTML, PaperForm, ShowForm
from joinedup.web.reports.views import handed_over

MOST_LISTED = 200


@page(Audience.SIGNED_IN, methods="GET POST")
def round_paper(request: Any, public_id: str) -> HttpResponseBase:
    """Choose whose sheets to print; see who has no address and could be rung."""
    visible = rounds_visible_to(request.user, request.today)
    round = get_object_or_404(visible.select_related("opened_by"), public_id=public_id)
    review, choices = request.GET.get("review", ""), choices_in(round)
    people = tickets_on_paper(round, review)
    return form_page(
        request,
        PaperForm,
        "keying/paper.html",
        lambda typed: printed(request, round, typed),
        then=lambda made: reverse("round_sheets", args=[public_id, *made]),
        initial={"review": review, "sort": "pdf", "letters": True, "language": ORIGINAL},
        form_options={
            "choices": choices,
            "languages": languages_of(definition_of(round.instrument)),
        },
        show=ShowForm(initial={"review": review}, choices=choices),
        round=round,
        people=list(people[:MOST_LISTED]),
        counted=people.count(),
        chosen=Review.objects.filter(round=round, public_id=review).first(),
        entered=entered_in(round),
        ways=dict(Way.choices),
        reason=why_not_print(round, 1, request.user, request.today),
    )


def choices_in(round: Round) -> list[tuple[str, str]]:
    """Return whose sheets can be printed together."""
    reviews = round.reviews.values_list("public_id", "partnership__name")
    everybody = ("", "Everybody who has no email address")
    return [everybody, *reviews.order_by("partnership__folded_name", "pk")]


def printed(request: Any, round: Round, typed: dict[str, Any]) -> tuple[str, str]:
    """Have the sheets printed; return the address of the file, good for an hour, and its sort."""
    print_sheets(
        round,
        review=typed["review"],
        sort=typed["sort"],
        large=typed["large"],
        by=request.user,
        at=request.now,
    )
    return signed(round.public_id, typed | {"by": request.user.public_id}), typed["sort"]


@page(Audience.SIGNED_IN)
def round_sheets(request: Any, public_id: str, printing: str, sort: str) -> HttpResponseBase:
    """Hand over the sheets whose printing was just noted, to whoever had them printed."""
    visible = rounds_visible_to(request.user, request.today)
    round = get_object_or_404(visible, public_id=public_id)
    asked = as_asked(public_id, printing, request.user.public_id)
    if asked is None or asked["sort"] != sort:
        raise Http404
    people = list(tickets_printed(round, asked["review"]))
    whole, language = definition_of(round.instrument), asked.get("language", "")
    instrument = in_language(whole, language)
    if sort in KINDS:
        return to_fill_in(instrument, people, sort)
    how = Printing(
        instrument,
        asked["back_to"],
        large=asked["large"],
        letters=asked["letters"],
        spoken=spoken_in(whole, language),
    )
    document = printed_sheets(round, people, how, request.now)
    if sort == HTML:
        return render(request, "keying/printed.html", document=document)
    return handed_over(document, sort)


def to_fill_in(instrument: Instrument, people: list[Ticket], sort: str) -> HttpResponseBase:
    """Answer with a spreadsheet to fill in: a row for each question, a column for each sheet."""
    codes = [printed_code(ticket) for ticket in people]
    rows = rows_to_fill(instrument, codes)
    pieces = in_format(sort, "Answers", headings(codes), rows)
    return as_download(
        StreamingHttpResponse(pieces, content_type=KINDS[sort]), f"answers-to-fill-in.{sort}"
    )
