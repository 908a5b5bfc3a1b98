"""The macros that draw GOV.UK components agree with the examples their makers publish."""

import json
import re
from pathlib import Path

import pytest
from django.template import engines

from tests.delivery.markup import pieces_of

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / ".venv/frontend/node_modules/govuk-frontend/dist/govuk/components"
TEMPLATES = ROOT / "joinedup/templates"

# Examples of the kept package that differ from version 6.6.0, none of them used by our pages.
DIFFERENT = {
    "button": {"start link with html"},
    "character-count": {
        "with maxwords",
        "with count type 'length'",
        "with count type 'characters'",
        "with count type 'characters' and value",
        "with count type 'characters' and error message",
        "with count type 'characters' and threshold",
        "with count type 'words'",
        "with count type 'words' and value",
        "with count type 'words' and error message",
        "with count type 'words' and threshold",
    },
    "panel": {
        "interruption",
        "interruption-with-content-with-long-line-length",
        "interruption-with-headings-content-and-lists",
        "interruption with custom classes",
        "interruption, with actions classes and attributes",
        "interruption, submit action",
        "interruption, button link",
        "interruption, no actions",
        "interruption, no actions items",
    },
    "service-navigation": {
        "with right-aligned language navigation",
        "with `inline` end slot",
    },
}
# What our own date input takes; examples that ask for more are not ours to draw.
OF_A_DAY = {"name", "value", "error"}
OF_DATES = {
    "id": None,
    "namePrefix": None,
    "fieldset": {"legend"},
    "hint": {"text"},
    "errorMessage": {"text"},
    "day": OF_A_DAY,
    "month": OF_A_DAY,
    "year": OF_A_DAY,
}


def components_used():
    """Return the components of the kept package that our templates ask for."""
    text = "".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    return sorted(set(re.findall(r"govuk_frontend_jinja/components/([a-z-]+)/macro", text)))


def examples_of(component):
    if not EXAMPLES.is_dir():
        pytest.skip("The front-end packages are not installed; run “make test” once.")
    return json.loads((EXAMPLES / component / "fixtures.json").read_text())["fixtures"]


def draw(template, macro, options):
    source = f'{{% from "{template}" import {macro} %}}{{{{ {macro}(options) }}}}'
    return engines["jinja2"].from_string(source).render({"options": options})


@pytest.mark.parametrize("component", components_used())
def test_a_kept_component_is_drawn_as_its_makers_draw_it(component):
    template = f"govuk_frontend_jinja/components/{component}/macro.html"
    macro = "govuk" + component.title().replace("-", "")

    different = {
        example["name"]
        for example in examples_of(component)
        if pieces_of(draw(template, macro, example["options"])) != pieces_of(example["html"])
    }

    assert different == DIFFERENT.get(component, set())


def is_ours(options):
    """Tell whether our date input knows every option of an example."""
    known = options.keys() <= OF_DATES.keys()
    return known and all(
        OF_DATES[name] is None or (isinstance(value, dict) and value.keys() <= OF_DATES[name])
        for name, value in options.items()
    )


def test_our_date_input_is_drawn_as_its_makers_draw_it():
    ours = [example for example in examples_of("date-input") if is_ours(example["options"])]

    different = [
        example["name"]
        for example in ours
        if pieces_of(draw("macros/date_input.html", "date_input", example["options"]))
        != pieces_of(example["html"])
    ]

    assert different == []
    assert len(ours) >= 10
