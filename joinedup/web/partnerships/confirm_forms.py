from typing import Any

from django import forms

from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import LongText, Radios


class ForMemberForm(Form):
    """Something said for a member that the person sits for; asked only where there are several."""

    member = forms.ChoiceField(label="For which member?", choices=[], widget=Radios())

    def __init__(self, *args: Any, members: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        self.fields["member"].choices = [(key, each.member_name) for key, each in members.items()]
        if len(members) == 1:
            self.fields["member"].widget = forms.HiddenInput()
            self.fields["member"].initial = next(iter(members))
            self.fields["member"].required = False

    def clean_member(self) -> Any:
        """Return the membership itself; the one there is where only one is."""
        if len(self.members) == 1:
            return next(iter(self.members.values()))
        return self.members.get(self.cleaned_data["member"])


class ConfirmForm(ForMemberForm):
    is_right = forms.TypedChoiceField(
        label="Is what the record says right?",
        choices=[("yes", "Yes, it is right"), ("no", "No, something is wrong")],
        coerce=lambda answer: answer == "yes",
        widget=Radios(),
    )
    words = forms.CharField(
        label="What is wrong?",
        help_text="Only if something is. Everybody on the partnership can read this.",
        max_length=2000,
        required=False,
        widget=LongText(rows=4),
    )


class QuestionForm(ForMemberForm):
    words = forms.CharField(
        label="What do you question?",
        help_text="Everybody on the partnership can read this, and the answer.",
        max_length=2000,
        widget=LongText(rows=4),
    )


class AnswerForm(Form):
    answer = forms.CharField(
        label="Your answer",
        help_text="Say what you put right, or why it stays as it is. Everybody can read this.",
        max_length=2000,
        widget=LongText(rows=4),
    )
