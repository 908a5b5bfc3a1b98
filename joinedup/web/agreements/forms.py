from collections.abc import Iterator
from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form, VersionForm
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.agreements.kinds import LONGEST_WORDS, Standing
from joinedup.domain.agreements.models import Clause

BINDING = [
    ("yes", "Yes, it is meant to bind its members in law"),
    ("no", "No, it says what we intend, and we mean to keep to it"),
    ("", "This is not decided yet"),
]


class ClauseForm(Form):
    marks_optional = False
    standing = forms.ChoiceField(
        label="What do you decide?",
        choices=[
            (Standing.IN_AGREEMENT, "It is in the agreement"),
            (Standing.NOT_NEEDED, "It is not needed here"),
            (Standing.TO_DO, "Leave it to do"),
        ],
        widget=Radios(
            hints={
                Standing.IN_AGREEMENT: "Write it below, or say where else it is settled.",
                Standing.NOT_NEEDED: "Say why, at the end of this page.",
                Standing.TO_DO: "What you have written is kept.",
            }
        ),
    )
    words = forms.CharField(
        label="The words of the clause",
        help_text="An empty line begins a new paragraph. Begin a line with “- ” for a list.",
        max_length=LONGEST_WORDS,
        required=False,
        widget=LongText(rows=10),
    )
    where = forms.CharField(
        label="Or settled elsewhere",
        help_text="Name the paper, its date and the part of it.",
        max_length=500,
        required=False,
        widget=LongText(rows=2),
    )
    because = forms.CharField(
        label="Or not needed, because",
        help_text="It stands at the end of the agreement, so that nobody looks for it in vain.",
        max_length=500,
        required=False,
        widget=LongText(rows=2),
    )
    version = forms.IntegerField(widget=forms.HiddenInput())


def initial_of_clause(clause: Clause, opening: str) -> dict[str, Any]:
    """Return what the boxes hold at first: the words to begin with, where nothing is written."""
    kept = {name: getattr(clause, name) for name in ("words", "where", "because", "version")}
    is_new = clause.standing == Standing.TO_DO and not clause.words
    standing = Standing.IN_AGREEMENT if is_new else clause.standing
    return kept | {"standing": standing, "words": opening if is_new else clause.words}


class TermsForm(Form):
    starts_on = DayField(
        label="From when does it hold?", help_text="For example, 1 4 2027", required=False
    )
    ends_on = DayField(
        label="Until when?", help_text="Leave this empty if no end is planned.", required=False
    )
    review_on = DayField(
        label="By when do you look at it again?",
        help_text="Once a year is usual. No agreement is offered without this day.",
        required=False,
    )
    binding = forms.ChoiceField(
        label="Is it meant to be binding?", choices=BINDING, required=False, widget=Radios()
    )
    version = forms.IntegerField(widget=forms.HiddenInput())

    def clean_binding(self) -> bool | None:
        """Return yes or no, or nothing while nobody has decided."""
        return {"yes": True, "no": False}.get(self.cleaned_data["binding"])

    def differences(self) -> Iterator[tuple[str, str]]:
        """Yield what the record says where it differs from what was typed."""
        as_typed = {True: "yes", False: "no"}
        self.cleaned_data["binding"] = as_typed.get(self.cleaned_data.get("binding"), "")
        yield from super().differences()


class ProposeForm(Form):
    member = forms.ChoiceField(label="For which member?", widget=Radios())
    words = forms.CharField(
        label="How should it read?",
        help_text="Change the words as you would have them. Everybody sees exactly what differs.",
        max_length=LONGEST_WORDS,
        widget=LongText(rows=10),
    )
    why = forms.CharField(
        label="Why?",
        help_text="Everybody who may read the agreement can read this.",
        max_length=2000,
        widget=LongText(rows=3),
    )
    version = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, members: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        self.fields["member"].choices = [(key, each.member_name) for key, each in members.items()]
        if len(members) == 1:
            self.fields["member"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """Return the member itself."""
        typed = super().clean() or self.cleaned_data
        if "member" in typed:
            typed["membership"] = self.members[typed.pop("member")]
        return typed

    def differences(self) -> Iterator[tuple[str, str]]:
        """Yield how the clause reads now."""
        yield "How it reads now", self.initial["words"] or "Nothing"


class TakeForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput())
    clause_version = forms.IntegerField(widget=forms.HiddenInput())

    def renew(self) -> None:
        """Take up the clause as it stands now as well; the page shows it anew."""
        super().renew()
        self.data["clause_version"] = str(self.initial["clause_version"])


class JoinForm(TakeForm):
    marks_optional = False
    words = forms.CharField(
        label="Write the clause so that both are in it",
        max_length=LONGEST_WORDS,
        required=False,
        widget=LongText(rows=10),
    )

    def differences(self) -> Iterator[tuple[str, str]]:
        """Yield nothing: both texts stand on the page as it is."""
        yield from ()


class DeclineForm(Form):
    reason = forms.CharField(
        label="Why not?",
        help_text="The member is told this, and everybody who may read the agreement can.",
        max_length=2000,
        widget=LongText(rows=4),
    )
    version = forms.IntegerField(widget=forms.HiddenInput())


class WithdrawEditionForm(VersionForm):
    reason = forms.CharField(
        label="Why?",
        help_text="So that whoever was about to sign knows.",
        max_length=1000,
        required=False,
        widget=LongText(rows=3),
    )


class OfferForm(Form):
    digest = forms.CharField(widget=forms.HiddenInput())

    def renew(self) -> None:
        """Take up the text that is shown now."""
        self.data = self.data.copy()
        self.data["digest"] = self.initial["digest"]
