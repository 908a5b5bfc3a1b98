from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.pages import render
from joinedup.domain.reviews.actions.answering import (
    Given,
    forget_answers,
    mail_code,
    save_answers,
    send_answers,
    show_number,
    try_code,
)
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.reviews.queries.tickets import saved_answers
from joinedup.domain.reviews.rules import why_not_send, why_not_send_saved
from joinedup.public.answers.around import around
from joinedup.public.answers.forms import (
    CodeForm,
    NumberForm,
    OpenForm,
    SectionForm,
    as_given_before,
    as_typed,
)
from joinedup.public.answers.language import changes_language
from joinedup.public.answers.sheet import sheet_of, unanswered
from joinedup.public.answers.sitting import sit, sits, ticket_page


@ticket_page(sitting=False, asking=None)
def answer(request: Any, ticket: Ticket, token: str) -> HttpResponse:
    """Say who asks and why; begin only when the button is pressed."""
    if request.method == "POST" and ticket.review.round.is_anonymous:
        return redirect("answer_whole", token=token)
    if request.method != "POST":
        begun = bool(saved_answers(ticket))
        return render(request, "answers/start.html", begun=begun, **around(request, ticket, token))
    saved = saved_answers(ticket)
    if sits(request, ticket) or not saved:
        response = _first_page(request, ticket, token, begun=bool(saved))
        return sit(response, ticket, secure=settings.SESSION_COOKIE_SECURE)
    if ticket.person.email:
        mail_code(ticket, at=request.now)
    return redirect("answer_code", token=token)


def _first_page(request: Any, ticket: Ticket, token: str, *, begun: bool) -> HttpResponse:
    """Go on to the first questions; whoever has no address first gets a number to write down."""
    if ticket.person.email or begun:
        return redirect("answer_page", token=token, number=1)
    number = show_number(ticket, at=request.now)
    return render(request, "answers/number.html", number=number, **around(request, ticket, token))


@ticket_page(sitting=False)
def answer_code(request: Any, ticket: Ticket, token: str) -> HttpResponse:
    """Let somebody back to saved answers by the code mailed to them, or by their number."""
    page_one = reverse("answer_page", kwargs={"token": token, "number": 1})
    response = form_page(
        request,
        CodeForm if ticket.person.email else NumberForm,
        "answers/code.html",
        lambda typed: try_code(ticket, typed["code"], at=request.now),
        then=page_one,
        **around(request, ticket, token),
    )
    if response.status_code == 302:
        return sit(response, ticket, secure=settings.SESSION_COOKIE_SECURE)
    return response


@ticket_page(sitting=False, methods="POST")
def answer_afresh(request: Any, ticket: Ticket, token: str) -> HttpResponse:
    """Throw away what was saved by somebody who has lost the number, and lead to the start."""
    forget_answers(ticket, at=request.now)
    return redirect("answer", token=token)


@ticket_page()
def answer_page(request: Any, ticket: Ticket, token: str, number: int) -> HttpResponse:
    """One section of the questionnaire, saved when its button is pressed."""
    context = around(request, ticket, token)
    instrument, last = context["instrument"], context["pages"]
    if not 1 <= number <= last:
        return redirect("answer_check", token=token)
    sections = instrument.pages
    section = sections[number - 1] if number <= len(sections) else None
    options = {"instrument": instrument, "spoken": context["spoken"]}
    options |= {"section": section} if section else {}
    form_class = SectionForm if section else OpenForm
    return form_page(
        request,
        form_class,
        "answers/page.html",
        lambda given: _keep(request, ticket, given),
        then=_after(request, token, number, last),
        initial=as_typed(saved_answers(ticket)),
        form_options=options,
        section=section,
        number=number,
        **context,
    )


def _keep(request: Any, ticket: Ticket, given: dict[str, Given]) -> None:
    """Save a page; whoever only looks at it in another language has not begun to answer."""
    if changes_language(request) and given == as_given_before(given, saved_answers(ticket)):
        return
    save_answers(ticket, given, at=request.now)


def _after(request: Any, token: str, number: int, last: int) -> str:
    if changes_language(request):
        return reverse("answer_page", kwargs={"token": token, "number": number})
    if "check" in request.POST or number == last:
        return reverse("answer_check", kwargs={"token": token})
    return reverse("answer_page", kwargs={"token": token, "number": number + 1})


@ticket_page()
def answer_check(request: Any, ticket: Ticket, token: str) -> HttpResponse:
    """Show what will be sent; send it when the button is pressed."""
    if request.method == "POST":
        send_answers(ticket, at=request.now)
        return redirect("answer_sent", token=token)
    saved, context = saved_answers(ticket), around(request, ticket, token)
    return render(
        request,
        "answers/check.html",
        sheet=sheet_of(context["instrument"], saved),
        unanswered=unanswered(context["instrument"], saved),
        reason=why_not_send(ticket, request.now) or why_not_send_saved(has_answers=bool(saved)),
        **context,
    )


@ticket_page(methods="GET", sent=True)
def answer_sent(request: Any, ticket: Ticket, token: str) -> HttpResponse:
    """Say that it arrived, what happens next, and show what was sent, to be printed."""
    context = around(request, ticket, token)
    sheet = sheet_of(context["instrument"], saved_answers(ticket))
    return render(request, "answers/sent.html", sheet=sheet, **context)
