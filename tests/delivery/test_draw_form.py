"""Every kind of field is drawn, and every error leads to the box that mends it."""

from datetime import date

import pytest
from django import forms
from django.template import engines

from joinedup.delivery import widgets
from joinedup.delivery.forms import DayField, Form
from tests.delivery.markup import Markup

LEVELS = [("S", "Strategic"), ("O", "Operational"), ("dk", "I do not know")]


class EveryForm(Form):
    """One field of each kind that a page can draw."""

    name = forms.CharField(label="Name", help_text="As people say it")
    email = forms.EmailField(label="Email address")
    hours = forms.IntegerField(label="Hours", widget=widgets.Text(width=3, suffix="a month"))
    cost = forms.DecimalField(label="Cost")
    purpose = forms.CharField(label="What is it for?", widget=widgets.LongText(limit=400))
    comment = forms.CharField(label="Comment", widget=forms.Textarea)
    from_on = DayField(label="First day")
    level = forms.ChoiceField(
        label="Level",
        choices=LEVELS,
        widget=widgets.Radios(divider_before="dk", hints={"S": "Sets the course"}),
    )
    asked = forms.MultipleChoiceField(label="Who is asked", choices=LEVELS)
    hosts = forms.MultipleChoiceField(label="Hosts", choices=LEVELS, widget=widgets.Checkboxes)
    lead = forms.ChoiceField(label="Lead host", choices=[("", "Choose one"), *LEVELS])
    paper = forms.FileField(label="Paper")
    agreed = forms.BooleanField(label="The members have agreed", help_text="All of them")
    version = forms.CharField(widget=forms.HiddenInput)


class OneForm(Form):
    level = forms.ChoiceField(label="Level", choices=LEVELS, widget=widgets.Radios)
    from_on = DayField(label="First day", required=False)
    page_heading = "level"


def draw(form):
    source = (
        '{% from "macros/forms.html" import draw_form, error_summary %}'
        '{{ error_summary(form) }}{{ draw_form(form, "", "Save", cancel="/register/") }}'
    )
    return Markup(engines["jinja2"].from_string(source).render({"form": form}))


def test_every_link_of_the_error_summary_lands_on_a_box():
    page = draw(EveryForm({}, {}))

    links = [attrs["href"] for tag, attrs in page.elements if tag == "a" and "#" in attrs["href"]]
    boxes = {
        attrs.get("id") for tag, attrs in page.elements if tag in {"input", "textarea", "select"}
    }
    assert len(links) == len(EveryForm.base_fields) - 1
    assert [link for link in links if link.removeprefix("#") not in boxes] == []


@pytest.mark.parametrize("data", [None, {}])
def test_labels_and_descriptions_point_at_what_is_there(data):
    page = draw(EveryForm(data, {} if data is not None else None))

    ids = page.values("id")
    assert sorted(set(ids)) == sorted(ids)
    assert set(page.values("for") + page.values("aria-describedby")) - set(ids) == set()


def test_each_box_has_its_error_beside_it():
    page = draw(EveryForm({}, {}))

    beside = [attrs["id"] for tag, attrs in page.elements if attrs.get("id", "").endswith("-error")]
    assert beside == [f"id_{n}-error" for n in EveryForm.base_fields if n != "version"]


def test_a_form_with_nothing_wrong_has_no_summary():
    page = draw(EveryForm(initial={"name": "Safer Places group"}))

    assert "There is a problem" not in page.text
    assert [attrs["value"] for _, attrs in page.elements if attrs.get("id") == "id_name"] == [
        "Safer Places group"
    ]


def test_what_was_typed_is_still_there():
    page = draw(OneForm({"level": "O", "from_on-day": "31", "from_on-month": "2"}))

    checked = [attrs["value"] for _, attrs in page.elements if "checked" in attrs]
    typed = {
        attrs["name"]: attrs.get("value", "")
        for tag, attrs in page.elements
        if attrs.get("name", "").startswith("from_on")
    }
    assert checked == ["O"]
    assert typed == {"from_on-day": "31", "from_on-month": "2", "from_on-year": ""}


def test_a_known_day_is_shown_in_its_three_boxes():
    page = draw(OneForm(initial={"from_on": date(2026, 3, 27)}))

    assert [attrs["value"] for tag, attrs in page.elements if attrs.get("type") == "text"] == [
        "27",
        "3",
        "2026",
    ]


def test_only_the_wrong_box_of_a_day_is_marked():
    page = draw(OneForm({"level": "O", "from_on-day": "3", "from_on-year": "2026"}))

    marked = [a["name"] for _, a in page.elements if "govuk-input--error" in a.get("class", "")]
    assert marked == ["from_on-month"]


def test_the_one_question_of_a_page_is_its_heading():
    page = draw(OneForm())

    heading = page.pieces.index(("h1", {"class": "govuk-fieldset__heading"}))
    assert page.pieces[heading + 1 : heading + 3] == ["Level", "/h1"]


def test_what_need_not_be_answered_says_so():
    assert "First day (optional)" in draw(OneForm()).text


def test_a_divider_stands_before_the_choice_named():
    text = draw(EveryForm()).text

    assert "Strategic Sets the course Operational or I do not know" in text


def test_a_form_with_a_file_can_carry_it():
    _, attributes = draw(EveryForm()).elements[0]

    assert attributes == {
        "method": "post",
        "enctype": "multipart/form-data",
        "novalidate": "",
    }


def test_hidden_fields_travel_and_are_escaped():
    page = draw(EveryForm(initial={"version": '3"><script>'}))

    hidden = ("input", {"type": "hidden", "name": "version", "value": '3"><script>'})
    assert hidden in page.elements


def test_numbers_are_typed_in_boxes_that_keep_what_is_typed():
    page = draw(EveryForm({"hours": "about ten"}, {}))

    box = next(attrs for _, attrs in page.elements if attrs.get("name") == "hours")
    assert box == {
        "class": "govuk-input govuk-input--width-3 govuk-input--error",
        "id": "id_hours",
        "name": "hours",
        "type": "text",
        "value": "about ten",
        "aria-describedby": "id_hours-error",
        "inputmode": "numeric",
    }


def test_line_ends_count_once_as_they_do_on_the_page():
    class NoteForm(Form):
        note = forms.CharField(widget=widgets.LongText(limit=3), max_length=3)

    form = NoteForm({"note": "a\r\nb"})

    assert form.is_valid()
    assert form.cleaned_data == {"note": "a\nb"}
