from collections.abc import Iterable
from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import Checkboxes, LongText, Radios
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.sharing.kinds import (
    NEED_CONDITION,
    Assessment,
    Basis,
    Condition,
    DataKind,
    Outcome,
    Purpose,
    Whom,
)
from joinedup.domain.sharing.models import SharingParty

MORE = " (protected more)"
CHOOSE = ("", "Choose")
NOBODY = "Say nothing about a single person."


def untold(what: str) -> dict[str, str]:
    """Return what is said where a part of the question is left out."""
    return {"required": f"Choose {what}"}


def kinds() -> list[tuple[str, str]]:
    """Return the sorts of information, with those marked that the law protects more."""
    return [
        (kind.value, f"{kind.label}{MORE if kind in NEED_CONDITION else ''}") for kind in DataKind
    ]


class ArrangementForm(Form):
    """What one member may share with others."""

    source = forms.ChoiceField(label="Whose information is it?", choices=[])
    recipients = forms.MultipleChoiceField(
        label="Which bodies get it?", choices=[], widget=Checkboxes(small=True)
    )
    kinds = forms.MultipleChoiceField(
        label="What kinds of information?", choices=[], widget=Checkboxes(small=True)
    )
    whom = forms.ChoiceField(label="About whom?", choices=[CHOOSE, *Whom.choices])
    purpose = forms.ChoiceField(label="What for?", choices=[CHOOSE, *Purpose.choices])
    words = forms.CharField(label="The purpose in your own words", help_text=NOBODY, max_length=300)
    basis = forms.ChoiceField(
        label="On what lawful basis may it be shared?",
        help_text="Article 6 of the UK GDPR; for the police and others who enforce the law, Part 3 "
        "of the Data Protection Act 2018. A public body cannot use (ea) or (f) for its own tasks. "
        "Ask your data protection officer.",
        choices=Basis.choices,
        widget=Radios(small=True),
    )
    condition = forms.ChoiceField(
        label="Which condition allows what the law protects more?",
        help_text="Article 9 of the UK GDPR, or Schedule 1 of the Data Protection Act 2018; for "
        "law enforcement, its section 35 and Schedule 8.",
        choices=Condition.choices,
        initial=Condition.UNTOLD,
    )
    limits = forms.CharField(
        label="Limits: what may not be shared, and how much is enough",
        max_length=2000,
        required=False,
        widget=LongText(rows=3),
    )
    safeguards = forms.CharField(
        label="Safeguards: how it is sent, kept and deleted",
        max_length=2000,
        required=False,
        widget=LongText(rows=3),
    )
    assessment = forms.ChoiceField(
        label="Has somebody assessed what it could do to people?",
        help_text="A data protection impact assessment.",
        choices=Assessment.choices,
        widget=Radios(small=True),
    )
    assessed_on = DayField(label="Day of the assessment", required=False)
    not_needed_because = forms.CharField(
        label="Why the assessment is not needed", max_length=300, required=False
    )
    joint_controllers = forms.TypedChoiceField(
        label="Do the bodies decide together what is done with it?",
        help_text="Then the law calls them joint controllers.",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda answer: answer == "yes",
        widget=Radios(inline=True),
    )
    starts_on = DayField(label="First day")
    ends_on = DayField(label="Last day", help_text="Leave it empty if it has none.", required=False)
    review_on = DayField(label="Day of the next review")

    def __init__(self, *args: Any, members: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = {each.public_id: each for each in members}
        named = [(key, each.member_name) for key, each in self.members.items()]
        self.fields["source"].choices = [CHOOSE, *named]  # type: ignore[attr-defined]
        self.fields["recipients"].choices = named  # type: ignore[attr-defined]
        self.fields["kinds"].choices = kinds()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Return the members themselves."""
        typed = super().clean() or self.cleaned_data
        if self.errors:
            return typed
        members = [self.members[key] for key in typed["recipients"]]
        return typed | {"source": self.members[typed["source"]], "recipients": members}


class ChangeArrangementForm(ArrangementForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class ConfirmForm(Form):
    """A body's word on the text shown above."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    party = forms.ChoiceField(label="For which body?", choices=[])
    contact = forms.CharField(
        label="Whom to ask there",
        help_text="A post or a team and how to reach it, rather than a person’s name.",
        max_length=200,
    )

    def __init__(self, *args: Any, parties: Iterable[SharingParty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # By member: of an arrangement that is changed meanwhile, each part is another.
        self.parties = {each.membership.public_id: each for each in parties}
        named = [(key, each.membership.member_name) for key, each in self.parties.items()]
        self.fields["party"].choices = named  # type: ignore[attr-defined]

    def clean_party(self) -> SharingParty:
        """Return the part itself."""
        return self.parties[self.cleaned_data["party"]]

    def renew(self) -> None:
        """Take up the edition that the page now shows, so that it can be confirmed as it is."""
        super().renew()
        self.data = self.data.copy()
        self.data[self.add_prefix("edition")] = str(self.initial["edition"])


class WithdrawForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    because = forms.CharField(
        label="Why is it withdrawn?", help_text="Every member reads it.", max_length=300
    )


class QuestionForm(Form):
    """One sentence, made of four choices."""

    kind = forms.ChoiceField(label="share", choices=[], error_messages=untold("what to share"))
    whom = forms.ChoiceField(
        label="about",
        choices=[CHOOSE, *Whom.choices],
        error_messages=untold("whom it is about"),
    )
    recipient = forms.ChoiceField(
        label="with", choices=[], error_messages=untold("the body that would get it")
    )
    purpose = forms.ChoiceField(
        label="for this purpose",
        choices=[CHOOSE, *Purpose.choices],
        error_messages=untold("what it is for"),
    )

    def __init__(self, *args: Any, others: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {each.public_id: each for each in others}
        named = [(key, each.member_name) for key, each in self.others.items()]
        self.fields["recipient"].choices = [CHOOSE, *named]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [CHOOSE, *kinds()]  # type: ignore[attr-defined]


class DecisionForm(QuestionForm):
    """What was asked, and what one's own body did."""

    LABELS = {
        "kind": "What kind of information?",
        "whom": "About whom?",
        "recipient": "With which body?",
        "purpose": "What for?",
    }
    outcome = forms.ChoiceField(
        label="What did your organisation do?", choices=Outcome.choices, widget=Radios(inline=True)
    )
    because = forms.CharField(label="Why?", help_text=NOBODY, max_length=300)
    on = DayField(label="On which day?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.LABELS.items():
            self.fields[name].label = label
