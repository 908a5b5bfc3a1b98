from datetime import date
from urllib.parse import urlencode

import pytest
from django import forms
from django.http import QueryDict

from joinedup.delivery.forms import DayField, Form


class StartForm(Form):
    name = forms.CharField(label="Name", max_length=5)
    email = forms.EmailField(label="Email address")
    members = forms.IntegerField(label="How many members?", min_value=2, required=False)
    level = forms.ChoiceField(label="Level", choices=[("S", "Strategic"), ("O", "Operational")])
    agreed = forms.BooleanField(label="The members have agreed")
    paper = forms.FileField(label="Paper")
    from_on = DayField(label="First day")


class DateForm(Form):
    from_on = DayField(label="First day", required=False)


def dated(day="", month="", year=""):
    return DateForm({"from_on-day": day, "from_on-month": month, "from_on-year": year})


def test_errors_say_what_to_do():
    form = StartForm({})

    assert form.errors == {
        "name": ["Enter the name"],
        "email": ["Enter the email address"],
        "level": ["Choose the level"],
        "agreed": ["Tick “The members have agreed” to go on"],
        "paper": ["Choose a file"],
        "from_on": ["Enter the first day"],
    }


def test_errors_about_a_value_name_the_limit():
    form = StartForm({"name": "Safer Places", "email": "amira", "members": "1", "level": "X"})

    assert {name: form.errors[name] for name in ("name", "email", "members", "level")} == {
        "name": ["Name must be 5 characters or fewer"],
        "email": ["Enter an email address in the right form, like name@example.org"],
        "members": ["Your answer must be 2 or more"],
        "level": ["Choose the level from the list"],
    }


def test_a_label_that_asks_when_stands_in_the_sentence_as_it_is():
    class CommitteeForm(Form):
        meets_on = DayField(label="When the committee meets")

    assert CommitteeForm({}).errors == {"meets_on": ["Enter when the committee meets"]}


def test_a_sentence_of_the_form_itself_is_kept():
    class AskForm(Form):
        name = forms.CharField(error_messages={"required": "Tell us what people call it"})

    assert AskForm({}).errors == {"name": ["Tell us what people call it"]}


@pytest.mark.parametrize("month", ["3", "03", "March", "mar"])
def test_a_day_is_three_numbers_and_the_month_may_be_a_word(month):
    form = dated(" 3 ", month, "2026")

    assert form.is_valid()
    assert form.cleaned_data == {"from_on": date(2026, 3, 3)}


def test_a_day_that_is_not_needed_may_be_empty():
    form = dated()

    assert form.is_valid()
    assert form.cleaned_data == {"from_on": None}


@pytest.mark.parametrize(
    ("typed", "sentence", "box"),
    [
        (("3", "", "2026"), "First day must include a month", "month"),
        (("", "", "2026"), "First day must include a day and a month", "day"),
        (("31", "2", "2026"), "First day must be a real date, like 27 3 2026", "day"),
        (("3", "Mai", "2026"), "First day: the month must be a number", "month"),
        (("3", "3", "26"), "First day: the year must have 4 figures, like 2026", "year"),
        (("३", "3", "2026"), "First day: the day must be a number", "day"),
    ],
)
def test_a_wrong_day_says_which_box_to_mend(typed, sentence, box):
    form = dated(*typed)

    assert form.error_links() == [{"text": sentence, "href": f"#id_from_on-{box}"}]


def test_an_error_of_the_whole_form_links_nowhere():
    form = dated("3", "3", "2026")
    form.add_error(None, "The round has closed.")

    assert form.error_links() == [{"text": "The round has closed."}]


class EditForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput())
    name = forms.CharField(label="Name", required=False)
    tier = forms.ChoiceField(label="Tier", choices=[("1", "1, significant"), ("2", "2, key")])
    from_on = DayField(label="First day", required=False)


@pytest.mark.parametrize(
    ("now", "differences"),
    [
        ({"name": "Mine", "tier": "1"}, []),
        ({"name": "Theirs", "tier": "1"}, [("Name", "Theirs")]),
        ({"name": None, "tier": "2"}, [("Name", "Nothing"), ("Tier", "2, key")]),
        (
            {"name": "Mine", "tier": "1", "from_on": date(2026, 3, 3)},
            [("First day", "3 March 2026")],
        ),
    ],
)
def test_after_somebody_else_was_first_the_form_says_what_the_record_says(now, differences):
    form = EditForm({"version": "1", "name": "Mine", "tier": "1"}, initial=now | {"version": 2})
    assert form.is_valid()
    form.data = QueryDict(urlencode(form.data))

    form.renew()

    assert form.reads_now == differences
    assert (form["version"].value(), form["name"].value()) == ("2", "Mine")
