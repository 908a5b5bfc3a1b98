from typing import Any

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.basics.pieces import bytes_of
from joinedup.domain.evidence.actions import keep_paper, take_away_paper
from joinedup.domain.evidence.kinds import TYPES, Sort
from joinedup.domain.evidence.models import KeptPaper
from joinedup.domain.evidence.queries import file_name_of, papers_visible_to
from joinedup.domain.evidence.rules import why_not_keep_paper, why_not_take_away
from joinedup.web.evidence.forms import PaperForm, TakeAwayForm
from joinedup.web.evidence.telling import told_of
from joinedup.web.exports.views import as_download
from joinedup.web.partnerships.finding import opened

# Whatever is in the file: it is saved and not shown, is what we say it is, and may do nothing.
SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def found(request: Any, public_id: str, paper_id: str) -> KeptPaper:
    """Return a paper this person may read; foreign, missing and taken away look the same."""
    papers = papers_visible_to(request.user, request.today)
    return get_object_or_404(papers, partnership__public_id=public_id, public_id=paper_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def paper_new(request: Any, public_id: str) -> HttpResponseBase:
    """Choose the scan of a paper, and say what it is."""
    partnership = opened(request, public_id)
    return form_page(
        request,
        PaperForm,
        "evidence/new.html",
        lambda typed: keep_paper(
            partnership,
            typed.pop("file").read(),
            request.FILES["file"].name,
            **typed,
            by=request.user,
            at=request.now,
        ),
        then=lambda kept: reverse("paper", args=[public_id, kept.public_id]),
        said="The paper is kept.",
        partnership=partnership,
        why_not=why_not_keep_paper(partnership, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def paper(request: Any, public_id: str, paper_id: str) -> HttpResponse:
    """What a paper is, who signed it, and by what its file is known from any other."""
    kept = found(request, public_id, paper_id)
    return render(
        request,
        "evidence/paper.html",
        partnership=kept.partnership,
        paper=kept,
        facts=told_of(kept),
        why_not_take_away=why_not_take_away(kept, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def paper_file(request: Any, public_id: str, paper_id: str) -> HttpResponseBase:
    """Hand the scan over as it came, to be saved and never to be shown as a page of ours."""
    kept = found(request, public_id, paper_id)
    response = StreamingHttpResponse(bytes_of(kept.pieces), content_type=TYPES[Sort(kept.sort)])
    response["Content-Length"] = str(kept.size)
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return as_download(response, file_name_of(kept))


@page(Audience.SIGNED_IN, methods="GET POST")
def paper_away(request: Any, public_id: str, paper_id: str) -> HttpResponseBase:
    """Take a paper away for good, and say why."""
    kept = found(request, public_id, paper_id)
    return form_page(
        request,
        TakeAwayForm,
        "evidence/away.html",
        lambda typed: take_away_paper(kept, **typed, by=request.user, at=request.now),
        then=reverse("partnership_agreement", args=[public_id]),
        said="The paper has been taken away.",
        initial={"version": kept.version},
        partnership=kept.partnership,
        paper=kept,
        why_not=why_not_take_away(kept, request.user, request.today),
    )
