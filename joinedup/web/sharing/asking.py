"""The question: can our body share this with them?"""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.sharing.actions import record_sharing_decision
from joinedup.domain.sharing.answering import Question
from joinedup.domain.sharing.kinds import DataKind, Purpose, Whom
from joinedup.domain.sharing.queries import answer_for, members_asked_for, other_members
from joinedup.web.sharing.forms import DecisionForm, QuestionForm


def own_member(request: Any, member_id: str) -> Membership:
    """Return a member for which this person may ask."""
    among = members_asked_for(request.user, request.today)
    return get_object_or_404(among, public_id=member_id)


@page(Audience.SIGNED_IN)
def can_share(request: Any) -> HttpResponse:
    """Choose for which of one's own bodies, and in which partnership, to ask."""
    return render(
        request, "sharing/own.html", members=list(members_asked_for(request.user, request.today))
    )


@page(Audience.SIGNED_IN)
def sharing_question(request: Any, member_id: str) -> HttpResponse:
    """Ask in one sentence, and read the answer with its reasons on the same page."""
    member = own_member(request, member_id)
    others = other_members(member, request.today)
    form = QuestionForm(request.GET or None, others=others)
    answered = answered_to(member, form, request) if form.is_valid() else {}
    return render(request, "sharing/question.html", member=member, form=form, **answered)


def answered_to(member: Membership, form: QuestionForm, request: Any) -> dict[str, Any]:
    """Return the answer, the arrangement it rests on and whom to ask."""
    typed = form.cleaned_data
    other = form.others[typed["recipient"]]
    answer, arrangement = answer_for(member, question_in(typed, other), request.today)
    parties = list(arrangement.parties.all()) if arrangement else []
    contacts = [
        (party.membership.member_name, party.contact)
        for party in parties
        if party.contact and party.membership_id in (member.pk, other.pk)
    ]
    kind = DataKind(typed["kind"]).label
    return {
        "answer": answer,
        "arrangement": arrangement,
        "contacts": contacts,
        "asked": f"Can {member.member_name} share “{kind}” about {Whom(typed['whom']).label} "
        f"with {other.member_name} {Purpose(typed['purpose']).label}?",
        "decide": f"{reverse('sharing_decide', args=[member.public_id])}?{request.GET.urlencode()}",
    }


def question_in(typed: dict[str, Any], other: Membership) -> Question:
    """Return the question that was put together."""
    return Question(other.pk, typed["kind"], typed["whom"], typed["purpose"])


@page(Audience.SIGNED_IN, methods="GET POST")
def sharing_decide(request: Any, member_id: str) -> HttpResponseBase:
    """Record that one's own body shared or refused something, and why."""
    member = own_member(request, member_id)
    others = list(other_members(member, request.today))
    by_id = {each.public_id: each for each in others}

    def act(typed: dict[str, Any]) -> Any:
        told = {name: typed[name] for name in ("outcome", "because", "on")}
        question = question_in(typed, by_id[typed["recipient"]])
        return record_sharing_decision(member, question, **told, by=request.user, at=request.now)

    asked = {name: request.GET.get(name, "") for name in ("kind", "whom", "recipient", "purpose")}
    return form_page(
        request,
        DecisionForm,
        "sharing/decide.html",
        act,
        then=f"{reverse('partnership_sharing', args=[member.partnership.public_id])}#decisions",
        said="It is recorded. Only people of your own organisation see it.",
        initial=asked | {"on": request.today},
        form_options={"others": others},
        member=member,
        partnership=member.partnership,
        why_not=None,
    )
