from typing import Any

from django.http import Http404, HttpResponse

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.agreements.drafting import draft_of, draft_text, title_of
from joinedup.domain.agreements.missing import missing_to_offer
from joinedup.domain.agreements.models import Edition
from joinedup.domain.agreements.papers import blocks_of, draft_paper, paper_of
from joinedup.domain.agreements.queries import (
    agreement_of,
    editions_of,
    open_proposals,
    record_since,
    steps_of,
)
from joinedup.domain.agreements.rules import (
    why_not_begin,
    why_not_choose_anew,
    why_not_draft,
    why_not_propose_any,
    why_not_withdraw,
)
from joinedup.domain.clauses.catalogue import catalogue
from joinedup.domain.clauses.differences import compared_by_clause
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.signoffs.lines import draft_lines, signature_lines
from joinedup.web.agreements.finding import found, found_clause, found_edition
from joinedup.web.agreements.telling import (
    changed,
    clause_told,
    clauses_in,
    groups_told,
    proposals_told,
    standing_told,
)
from joinedup.web.evidence.telling import evidence_told
from joinedup.web.history import sentences_of
from joinedup.web.partnerships.finding import opened, tabs
from joinedup.web.reports.views import handed_over

STEPS_SHOWN = 20


@page(Audience.SIGNED_IN)
def partnership_agreement(request: Any, public_id: str) -> HttpResponse:
    """How far the agreement has come: its clauses, its dates, the texts there are."""
    partnership = opened(request, public_id)
    agreement = agreement_of(partnership)
    told = headed(partnership) | evidence_told(partnership, request.user, request.today)
    if agreement is None:
        why_not = why_not_begin(partnership, request.user, request.today)
        return render(request, "agreements/none.html", **told, why_not_begin=why_not)
    agreement.partnership = partnership
    draft = draft_of(agreement, request.today)
    editions = list(editions_of(agreement))
    groups = groups_told(draft)
    return render(
        request,
        "agreements/agreement.html",
        **told,
        agreement=agreement,
        groups=groups,
        done=sum(group["done"] for group in groups),
        of=sum(group["of"] for group in groups),
        missing=missing_to_offer(draft, request.today),
        editions=[(each, standing_told(each)) for each in editions],
        since=record_since(editions[0], draft) if editions else [],
        why_not_draft=why_not_draft(agreement, request.user, request.today),
        why_not_choose=why_not_choose_anew(agreement, request.user, request.today),
        steps=sentences_of(steps_of(agreement)[:STEPS_SHOWN]),
    )


@page(Audience.SIGNED_IN)
def agreement_clause(request: Any, public_id: str, code: str) -> HttpResponse:
    """One clause: what it is for, how it reads, and what members would change in it."""
    clause = found_clause(request, public_id, code)
    person, day = request.user, request.today
    draft = draft_of(clause.agreement, day)
    return render(
        request,
        "agreements/clause.html",
        **headed(clause.agreement.partnership),
        clause=clause,
        matter=catalogue()[code],
        blocks=clause_told(draft, code),
        from_record=draft.values.get(code, ""),
        proposals=proposals_told(clause, person, day),
        why_not_draft=why_not_draft(clause.agreement, person, day),
        why_not_propose=why_not_propose_any(clause.agreement, person, day),
    )


@page(Audience.SIGNED_IN)
def agreement_draft(request: Any, public_id: str) -> HttpResponse:
    """The whole text as it would read today."""
    agreement = found(request, public_id)
    text = draft_text(draft_of(agreement, request.today), request.today)
    return render(
        request,
        "agreements/draft.html",
        **headed(agreement.partnership),
        title=title_of(agreement),
        blocks=list(blocks_of(text)),
        waiting=open_proposals(agreement).count(),
    )


@page(Audience.SIGNED_IN)
def agreement_edition(request: Any, public_id: str, number: int) -> HttpResponse:
    """One exact text that was offered to sign, with its number, its day and its check code."""
    edition = found_edition(request, public_id, number)
    agreement = edition.agreement
    return render(
        request,
        "agreements/edition.html",
        **headed(agreement.partnership),
        edition=edition,
        standing=standing_told(edition),
        title=title_of(agreement),
        blocks=list(blocks_of(edition.text)),
        since=record_since(edition, draft_of(agreement, request.today)),
        others=[each for each in editions_of(agreement) if each != edition],
        why_not_withdraw=why_not_withdraw(edition, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def agreement_differences(request: Any, public_id: str, old: int, new: int) -> HttpResponse:
    """What differs between two texts, word by word; 0 stands for the draft of today."""
    before = found_edition(request, public_id, old)
    agreement = before.agreement
    after = agreement.editions.filter(number=new).first()
    if after is None and new:
        raise Http404
    later = text_after(after, before, request.today)
    altered = clauses_in(compared_by_clause(before.text, later))
    return render(
        request,
        "agreements/differences.html",
        **headed(agreement.partnership),
        before=before,
        after=after,
        altered=changed(altered),
        same=len(altered) - len(changed(altered)),
    )


def text_after(after: Edition | None, before: Edition, day: Any) -> str:
    """Return the later text of two: an edition, or the draft as it reads today."""
    return after.text if after else draft_text(draft_of(before.agreement, day), day)


@page(Audience.SIGNED_IN)
def agreement_draft_paper(request: Any, public_id: str, sort: str) -> HttpResponse:
    """Hand over the text as it stands as a file, marked as a draft."""
    agreement, day = found(request, public_id), request.today
    lines = draft_lines(agreement, day)
    return handed_over(draft_paper(draft_of(agreement, day), lines, day), sort)


@page(Audience.SIGNED_IN)
def agreement_paper(request: Any, public_id: str, number: int, sort: str) -> HttpResponse:
    """Hand over a text that was offered to sign as a file, with a line for each member."""
    edition = found_edition(request, public_id, number)
    return handed_over(paper_of(edition, signature_lines(edition, request.today)), sort)


def headed(partnership: Partnership) -> dict[str, Any]:
    """Return what the head of each page of an agreement takes."""
    return {"partnership": partnership, "tabs": tabs(partnership, "partnership_agreement")}
