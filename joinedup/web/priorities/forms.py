from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.people.models import Person
from joinedup.domain.priorities.kinds import ACTION_MOVES, ActionState

BECAME = {
    ActionState.TODO: "It is still to be done",
    ActionState.DONE: "It is done",
    ActionState.DROPPED: "It is dropped",
}


class PriorityForm(Form):
    about = forms.ChoiceField(
        label="Which weak point comes first?", choices=[], widget=Radios(small=True)
    )
    reason = forms.CharField(
        label="Why this one?",
        help_text="Say what it holds up, and what would be better once it is mended.",
        max_length=2000,
        widget=LongText(rows=4),
    )

    def __init__(self, *args: Any, weak: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = list(weak.items())  # type: ignore[attr-defined]


class ActionForm(Form):
    what = forms.CharField(
        label="What is to be done", help_text="One thing that one person can do.", max_length=300
    )
    owner = forms.ModelChoiceField(
        label="Who does it",
        help_text="Somebody with a place on the partnership.",
        queryset=Person.objects.none(),
        to_field_name="public_id",
    )
    due_on = DayField(label="By when", help_text="For example, 27 3 2027")

    def __init__(self, *args: Any, sitting: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = sitting  # type: ignore[attr-defined]


class MoveForm(Form):
    state = forms.ChoiceField(label="What became of it?", choices=[], widget=Radios())
    because = forms.CharField(
        label="What people should know",
        help_text="Needed where it is dropped: say why.",
        max_length=1000,
        required=False,
        widget=LongText(rows=3),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, now: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        moves = ACTION_MOVES[ActionState(now)]
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            (state.value, BECAME[state]) for state in moves
        ]
