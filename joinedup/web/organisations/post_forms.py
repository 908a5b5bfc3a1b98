"""Posts in a body and the places it looks after: giving, ending and confirming them."""

from datetime import date
from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import Checkboxes, LongText, Radios
from joinedup.domain.basics.days import in_words
from joinedup.domain.organisations.kinds import POWERS, PostKind
from joinedup.domain.organisations.models import Post


class PostForm(Form):
    name = forms.CharField(label="Full name", max_length=200)
    email = forms.EmailField(
        label="Email address",
        help_text="The address this person signs in with.",
        max_length=254,
    )
    kind = forms.TypedChoiceField(
        label="What are they there?",
        choices=PostKind.choices,
        coerce=PostKind,
        widget=Radios(hints=dict(POWERS)),
    )
    title = forms.CharField(label="Their title", max_length=200, required=False)
    unit = forms.CharField(label="Their team or department", max_length=200, required=False)
    from_on = DayField(
        label="First day in this post",
        help_text="From today when you leave this empty. It may be a day to come.",
        required=False,
    )
    to_on = DayField(
        label="Last day, if it is known",
        help_text="What the post lets them see and do ends with this day.",
        required=False,
    )


class EndPostForm(Form):
    on = DayField(label="Last day in this post")
    because = forms.CharField(label="Why does it end?", max_length=1000, widget=LongText(rows=3))


class ConfirmPostsForm(Form):
    marks_optional = False
    posts = forms.ModelMultipleChoiceField(
        Post.objects.none(),
        label="Which of these still hold?",
        help_text="Tick each that does. What you leave out stays as it is, and is asked again.",
        to_field_name="public_id",
        required=False,
        widget=Checkboxes(),
    )

    def __init__(self, *args: Any, posts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["posts"]
        choice.queryset = posts
        choice.label_from_instance = in_a_line


def in_a_line(post: Post) -> str:
    """Return who holds a post, as what, and since when that was last confirmed."""
    who = ", ".join(
        part for part in (post.person.name, post.get_kind_display(), post.title) if part
    )
    since: date | None = getattr(post, "since", None)
    return f"{who}; last confirmed {in_words(since) if since else 'never'}"


class ConfirmPlacesForm(Form):
    marks_optional = False
    places = forms.MultipleChoiceField(
        label="Who of these still sits there?",
        help_text="Tick each who does. What you leave out stays as it is, and is asked again.",
        choices=[],
        required=False,
        widget=Checkboxes(small=True),
    )

    def __init__(self, *args: Any, places: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.holders = {held.seat.public_id: held for held in places}
        told = [(key, place_in_a_line(held)) for key, held in self.holders.items()]
        self.fields["places"].choices = told

    def clean_places(self) -> list[Any]:
        """Return who holds the places that were ticked."""
        return [self.holders[key] for key in self.cleaned_data["places"]]


def place_in_a_line(held: Any) -> str:
    """Return who sits where, for whom, and since when that was last confirmed."""
    seat = held.seat
    where = f"{seat.membership.partnership.name}, for {seat.membership.member_name}"
    since = f"last confirmed {in_words(held.since)}" if held.since else "never confirmed"
    return f"{held.person.name}, {seat.get_capacity_display().lower()}: {where}; {since}"
