from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form, VersionForm
from joinedup.delivery.widgets import LongText, Radios, Text
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.promises.kinds import LONGEST_WORDS, PromiseState, Rhythm, Sort

EVERYBODY = "all"
YES, NO = "yes", "no"
NOTE_ROWS, LONGEST_NOTE = 3, 1000
S = PromiseState
# What the other side is asked, the two answers, and when words are needed.
QUESTIONS = {
    S.PROPOSED: ("Do you promise this?", "Yes, we promise it", "No"),
    S.SAID: ("Is it delivered?", "Yes, it is delivered", "Not yet"),
    S.ASKED: ("May they leave it undone?", "Yes, they are released", "No, we rely on it"),
    S.OFFERED: ("Do you want to be released?", "Yes", "No, we will deliver it"),
}


def noted(label: str, hint: str = "", *, required: bool = False) -> forms.CharField:
    """Return a box for a sentence or two that both sides read."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST_NOTE,
        required=required,
        widget=LongText(rows=NOTE_ROWS, limit=LONGEST_NOTE),
    )


def worded() -> forms.CharField:
    """Return the box for what is promised."""
    return forms.CharField(
        label="What is promised?",
        help_text="So that both sides would know when it is done. For example: the community "
        "room, every second Tuesday evening.",
        max_length=LONGEST_WORDS,
        widget=LongText(rows=2, limit=LONGEST_WORDS),
    )


def counted_in() -> forms.DecimalField:
    """Return the box for how much."""
    return forms.DecimalField(
        label="How much?",
        help_text="Only for money and work: pounds, or hours. If it is each year, of one year.",
        max_digits=12,
        decimal_places=2,
        required=False,
        widget=Text(width=10),
    )


def due() -> DayField:
    """Return the boxes for the day by which."""
    return DayField(
        label="By when?",
        help_text="If it is each year, the day it is due next. For example, 27 3 2027",
        required=False,
    )


class ChangeForm(VersionForm):
    """How a promise is written."""

    words, amount, due_on = worded(), counted_in(), due()


class NewForm(Form):
    """A promise: whose, what, to whom and by when."""

    field_order = ("member", "words", "sort", "amount", "to", "rhythm", "due_on", "promised_on")
    member = forms.ChoiceField(label="Who promises it?", choices=[])
    words = worded()
    sort = forms.ChoiceField(label="What sort of thing?", choices=Sort.choices, widget=Radios())
    amount = counted_in()
    to = forms.ChoiceField(label="To whom?", choices=[], initial=EVERYBODY)
    rhythm = forms.ChoiceField(
        label="Once, or each year?",
        choices=Rhythm.choices,
        initial=Rhythm.ONCE,
        widget=Radios(),
    )
    due_on = due()
    promised_on = DayField(label="When was it promised?", help_text="For example, 27 3 2026")

    def __init__(
        self,
        *args: Any,
        makers: dict[str, Membership],
        members: dict[str, Membership],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.makers, self.members = makers, members
        maker: Any = self.fields["member"]
        maker.widget = Radios(small=True)
        maker.choices = [(key, member.member_name) for key, member in makers.items()]
        to: Any = self.fields["to"]
        to.widget = Radios(small=True)
        others = [(key, member.member_name) for key, member in members.items()]
        to.choices = [(EVERYBODY, "The partnership as a whole"), *others]
        if len(makers) == 1:
            del self.fields["member"]

    def clean(self) -> dict[str, Any]:
        """Return the memberships themselves."""
        typed = super().clean() or self.cleaned_data
        only = next(iter(self.makers), "")
        typed["member"] = self.makers.get(typed.get("member", only))
        typed["to"] = self.members.get(typed.get("to", EVERYBODY))
        return typed


class DeliverForm(VersionForm):
    """On which day it was delivered."""

    on = DayField(label="When was it delivered?", help_text="For example, 27 3 2026")
    note = noted("Anything to add?", "For example, where to see it.")


class ReleaseForm(VersionForm):
    """Why it is to be left undone."""

    because = noted("Why?", "The other side reads it.", required=True)


class AnswerForm(VersionForm):
    """Yes or no to what the other side asks."""

    field_order = ("agrees", "note")
    agrees = forms.ChoiceField(label="", choices=[], widget=Radios())
    note = noted("Anything to add?", "If no, say why: the other side reads it.")

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        question, yes, no = QUESTIONS.get(PromiseState(state), ("Do you agree?", "Yes", "No"))
        field: Any = self.fields["agrees"]
        field.label, field.choices = question, [(YES, yes), (NO, no)]
        field.error_messages["required"] = f"Give an answer to “{question}”"

    def clean_agrees(self) -> bool:
        """Return whether it is a yes."""
        return self.cleaned_data["agrees"] == YES


class TellForm(VersionForm):
    """What a member brings and gains, in words."""

    brings = noted("What does it bring?", "People, money, rooms, knowledge, trust.")
    gains = noted("What does it gain?", "What it wants for itself and for those it serves.")
