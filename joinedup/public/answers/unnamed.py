"""Answering in an anonymous round: one long page, sent at once, nothing kept before."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.ballots.actions import send_unnamed
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.kinds import Asking
from joinedup.domain.reviews.models import Ticket
from joinedup.public.answers.around import around
from joinedup.public.answers.forms import WORDS, SpokenForm, as_given, fields_of, open_field
from joinedup.public.answers.language import changes_language
from joinedup.public.answers.sitting import close_to_others, ticket_page


class WholeForm(SpokenForm):
    """The whole questionnaire on one page: every statement may be left unanswered."""

    # Each question may be left out, and the page says so once.
    marks_optional = False

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        self.instrument = instrument
        for statement in instrument.statements:
            self.base_fields = self.base_fields | fields_of(instrument, statement)
        for question in instrument.open_questions:
            self.base_fields = self.base_fields | {question.id: open_field(question)}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Given]:
        """Return what was put down, by question."""
        typed = self.cleaned_data
        scored = {
            statement.id: as_given(typed.get(statement.id, ""), typed.get(statement.id + WORDS, ""))
            for statement in self.instrument.statements
        }
        words = {q.id: Given(words=typed.get(q.id, "")) for q in self.instrument.open_questions}
        return scored | words


@ticket_page(sitting=False, asking=Asking.ANONYMOUS)
def answer_whole(request: Any, ticket: Ticket, token: str) -> HttpResponse:
    """Ask everything on one page; it is sent, for good, when the button is pressed.

    In another language it is shown again with what was put down, and nothing is kept here.
    """
    context = around(request, ticket, token)
    options = {"instrument": context["instrument"], "spoken": context["spoken"]}
    if changes_language(request):
        form = WholeForm(initial=request.POST.dict(), **options)
        return render(request, "answers/whole.html", form=form, **context)
    return form_page(
        request,
        WholeForm,
        "answers/whole.html",
        lambda given: send_unnamed(ticket, given, today=request.today),
        then=reverse("answer_thanks", kwargs={"token": token}),
        form_options=options,
        **context,
    )


@page(Audience.TICKET)
def answer_thanks(request: Any, token: str) -> HttpResponse:
    """Thank whoever comes; looks nothing up, so that it tells nobody whether a link was used."""
    return close_to_others(render(request, "answers/thanks.html"))
