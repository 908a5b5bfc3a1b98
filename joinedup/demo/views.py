from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.demo.reading import paragraphs
from joinedup.domain.notices.models import Message
from joinedup.domain.notices.queries import messages_naming, older_than

PAGE = 50
demonstration = page(Audience.DEMONSTRATION)


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
