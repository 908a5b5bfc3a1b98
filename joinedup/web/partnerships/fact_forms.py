"""The facts of the shared record, a handful to a page, each group with why it is asked."""

import re
from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios, Text
from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.partnerships.kinds import LegalForm, Life, Openness, Told
from joinedup.web.partnerships.forms import told

NO_BODY = [(Told.UNTOLD.value, "Nobody has told us yet"), (Told.NO.value, "There is none")]


def words(label: str, help_text: str = "", *, limit: int = 2000, rows: int = 3) -> forms.CharField:
    """Return a box for a few sentences that may be left empty."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=limit,
        required=False,
        widget=LongText(rows=rows),
    )


def line(label: str, help_text: str = "", *, limit: int = 200) -> forms.CharField:
    """Return a box for one line that may be left empty."""
    return forms.CharField(label=label, help_text=help_text, max_length=limit, required=False)


class FactForm(Form):
    """A group of facts; ``version`` is the record as the person saw it."""

    title = ""
    why = ""
    version = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, bodies: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = bodies
        if "accountable" in self.fields:
            choices = [*NO_BODY, *((key, body.name) for key, body in bodies.items())]
            self.fields["accountable"].choices = choices


class AimsForm(FactForm):
    title = "What it is about"
    why = "So that people find it, and nobody starts a second one beside it."
    what_it_is_not = words(
        "What it is not", "What people may expect of it and will not get. It saves disappointment."
    )
    outcomes = words("What changes for residents", "What will be different because of it.")
    themes = line(
        "Themes",
        "A word or two each, with commas between: young people, housing, safety.",
        limit=600,
    )
    priorities = words(
        "Priorities it serves", "Of which plan or strategy, one to a line.", limit=1000
    )
    openness = forms.ChoiceField(
        label="Who may be shown its record?",
        choices=[
            (Openness.PUBLIC, "Anyone"),
            (Openness.RESTRICTED, "Only those on it and their organisations"),
            (Openness.UNTOLD, "Nobody has told us yet"),
        ],
        help_text="Records may be asked for under freedom of information law, whatever you choose.",
        widget=Radios(small=True),
    )

    def clean_themes(self) -> list[str]:
        """Return the themes one by one."""
        return [
            part
            for typed in re.split(r"[,;\n]", self.cleaned_data["themes"])
            if (part := " ".join(typed.split()))
        ]


class StandingForm(FactForm):
    title = "Law and standing"
    why = "Who may sign, employ, own and be sued depends on it."
    statutory = told("Does the law ask for it?", "For example a community safety partnership.")
    statutory_law = line("Which law?", "Only if it does.", limit=300)
    legal_form = forms.ChoiceField(
        label="What is it in law?",
        choices=[*LegalForm.choices[1:], (LegalForm.UNTOLD, "Nobody has told us yet")],
        widget=Radios(small=True),
    )
    joint_venture = told("Is it a joint venture?", "Its members share profit and loss.")
    accountable = forms.ChoiceField(
        label="Which body answers for its money?",
        help_text="Often called the accountable body. It is a member or host.",
        choices=[],
        widget=Radios(small=True),
    )

    def clean(self) -> dict[str, Any]:
        """Return whether a body answers for its money, and which."""
        typed = super().clean() or self.cleaned_data
        chosen = typed.pop("accountable", None)
        if chosen is not None:
            body = self.bodies.get(chosen)
            typed |= {
                "has_accountable_body": Told.YES if body else chosen,
                "accountable_body": body,
            }
        return typed


class LifeForm(FactForm):
    title = "Its life"
    why = "Partnerships fade when nobody looks at the dates."
    starts_on = DayField(label="When it started", required=False)
    expected_life = forms.ChoiceField(
        label="How long is it expected to be needed?",
        choices=[*Life.choices[1:], (Life.UNTOLD, "Nobody has told us yet")],
        widget=Radios(small=True),
    )
    ends_on = DayField(label="When it is to end", required=False)
    next_review_on = DayField(label="When it is next reviewed", required=False)
    ended_on = DayField(label="When it did end", help_text="Only if it has ended.", required=False)


class RunningForm(FactForm):
    title = "How it runs"
    why = "So that a newcomer knows when it meets and who hears of it."
    meeting_rhythm = line("How often it meets", "For example: every six weeks.", limit=100)
    reporting_line = line(
        "To whom it reports", "If it reports to nobody, say so: nobody.", limit=300
    )
    scrutiny_committee = line(
        "Which committee looks into it", "If none does, say so: none.", limit=200
    )
    beyond_area = told(
        "Does it reach beyond its place?", "Its place is the one named on the first page."
    )
    reach = line("How far?", "Only if it does. For example: the whole of the county.", limit=300)


class BudgetForm(FactForm):
    title = "Budget"
    why = "What it costs is the first thing a committee asks."
    total_budget = forms.DecimalField(
        label="Its whole budget for a year",
        help_text="In pounds. 0 if it has none; leave it empty if you do not know.",
        min_value=0,
        max_digits=12,
        decimal_places=2,
        required=False,
        widget=Text(width=10, prefix="£"),
    )


GROUPS: dict[str, type[FactForm]] = {
    "aims": AimsForm,
    "standing": StandingForm,
    "life": LifeForm,
    "running": RunningForm,
    "budget": BudgetForm,
}


class AmountForm(Form):
    """How much a member puts in, and what it is."""

    version = forms.IntegerField(widget=forms.HiddenInput())
    amount = forms.DecimalField(
        label="How much?",
        help_text=(
            "Pounds, or hours of work. For other things, what they would cost. "
            "Leave it empty if you do not know."
        ),
        min_value=0,
        max_digits=12,
        decimal_places=2,
        required=False,
        widget=Text(width=10),
    )
    words = line("What is it?", "For example: the community room, every second Tuesday.", limit=300)


class ContributionForm(AmountForm):
    """A line of what a member puts in."""

    field_order = ("member", "sort", "year", "amount", "words")
    version = None
    member = forms.ChoiceField(label="Which member?", choices=[], widget=Radios(small=True))
    sort = forms.ChoiceField(label="What sort?", choices=Sort.choices, widget=Radios())
    year = forms.IntegerField(
        label="Year",
        help_text="The one in which the financial year begins: 2026 for 2026 to 2027.",
        widget=Text(width=4),
    )

    def __init__(self, *args: Any, members: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        self.fields["member"].choices = [(key, each.member_name) for key, each in members.items()]

    def clean_member(self) -> Any:
        """Return the membership itself."""
        return self.members.get(self.cleaned_data["member"])
