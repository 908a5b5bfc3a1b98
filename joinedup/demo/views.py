from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.delivery.sessions import begin_anew
from joinedup.demo.made_register import FILE, made_register
from joinedup.demo.making import made_at
from joinedup.demo.reading import paragraphs
from joinedup.demo.sign_in import person_behind, players
from joinedup.demo.spreadsheet import ugly_register
from joinedup.domain.notices.models import Message
from joinedup.domain.notices.queries import messages_naming, older_than
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Round

PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
demonstration = page(Audience.DEMONSTRATION)


@demonstration
def people(request: HttpRequest) -> HttpResponse:
    """Show whom one can be here, and what to look at as each of them."""
    open_round = Round.objects.filter(state=RoundState.OPEN).order_by("closes_on").first()
    letters = {words: letter_to(words, open_round) for words in ("okafor", "bishop", "marsh")}
    return render(
        request,
        "demo/people.html",
        players=players(),
        is_district=made_at() is not None,
        open_round=open_round,
        letters=letters,
    )


def letter_to(words: str, asked_in: Round | None) -> str:
    """Return the address of the newest mail that asks somebody to answer, or of all their mail."""
    if asked_in is not None:
        found = messages_naming(words).filter(subject__contains=asked_in.title).defer("body")
        if mail := found.first():
            return reverse("mailbox_message", args=[mail.public_id])
    return reverse("mailbox", query={"to": words})


@page(Audience.DEMONSTRATION, writes_on_get=True)
def sign_in(request: HttpRequest, token: str) -> HttpResponseBase:
    """Sign in as somebody of the demonstration, by the link alone."""
    person = person_behind(token)
    if person is None:
        raise Http404
    begin_anew(request)
    login(request, person)
    return redirect("home")


@demonstration
def spreadsheet(request: HttpRequest) -> HttpResponse:
    """Hand out the spreadsheet the council kept before, to be brought in."""
    name, workbook = ugly_register()
    return as_file(name, workbook, XLSX)


@demonstration
def large_register(request: HttpRequest) -> HttpResponse:
    """Hand out a register of 314 partnerships, to be brought in."""
    return as_file(FILE, made_register().encode(), "text/csv; charset=utf-8")


def as_file(name: str, content: bytes, kind: str) -> HttpResponse:
    """Answer with a file to keep."""
    said = {"Content-Disposition": content_disposition_header(True, name)}  # noqa: FBT003 - Django's
    return HttpResponse(content, content_type=kind, headers=said)


@demonstration
def mailbox(request: HttpRequest) -> HttpResponse:
    """Show the mail that would have been sent, newest first."""
    words = request.GET.get("to", "").strip()
    found = messages_naming(words)
    if before := request.GET.get("before"):
        found = found.filter(older_than(get_object_or_404(Message, public_id=before)))
    shown = list(found.defer("body")[: PAGE + 1])
    return render(
        request,
        "demo/mailbox.html",
        messages=shown[:PAGE],
        older=shown[PAGE - 1].public_id if len(shown) > PAGE else "",
        words=words,
    )


@demonstration
def message(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show one mail as its reader would have seen it."""
    mail = get_object_or_404(Message, public_id=public_id)
    body = paragraphs(mail.body, settings.ADDRESS)
    return render(
        request, "demo/message.html", message=mail, body=body, sender=settings.DEFAULT_FROM_EMAIL
    )
