"""Each macro of ours is drawn once and read as a person would hear it."""

from pathlib import Path

import pytest
from django.template import engines

from joinedup.delivery.forms import Form
from joinedup.domain.documents.blocks import Document
from joinedup.domain.figures.charts import Section, SectionProfile
from tests.delivery.markup import Markup

MACROS = Path(__file__).resolve().parents[2] / "joinedup/templates/macros"
LANGUAGES = '[("en", "English"), ("cy", "Cymraeg")]'
NAMES = '[{"text": "Name"}, {"text": "Members", "numeric": true}]'

# (file, macro, what a template writes, what a person reads)
SAID = [
    ("blocks", "document", "document(report)", None),  # read in test_draw_document
    ("blocks", "blocks", "blocks(report.blocks)", None),
    ("charts", "chart", 'chart(picture, "sections")', None),
    ("date_input", "date_input", 'date_input({"id": "on"})', "Day Month Year"),
    ("forms", "draw_form", 'draw_form(form, "", "Save", "/", cancel_text="Stop")', "Save Stop"),
    ("forms", "draw_fields", "draw_fields(form)", ""),
    ("forms", "buttons", 'buttons("Save", also={"text": "Later"})', "Save Later"),
    ("forms", "press", 'press("/close/", "", "Close the round")', "Close the round"),
    ("forms", "link_button", 'link_button("Begin", "/", start=true)', "Begin"),
    ("forms", "error_summary", "error_summary(form)", ""),
    ("lists", "summary", 'summary([("Host", "A & B", "/", "Change")])', "Host A & B Change host"),
    ("lists", "tasks", 'tasks([{"text": "Sign", "state": "Next"}])', "Sign Next"),
    ("lists", "tag", 'tag("No exit plan", "orange")', "No exit plan"),
    ("notices", "lead", 'lead("Sound.", "11 of 14 answered.")', "Sound. 11 of 14 answered."),
    ("notices", "heading", 'heading("Review", "Safer", "3 March")', "Safer Review 3 March"),
    ("notices", "notice", 'notice("Only you & us")', "Only you & us"),
    ("notices", "warning", 'warning("For good")', "! Warning For good"),
    ("notices", "banner", 'banner("<Sent>", success=true)', "Done <Sent>"),
    ("notices", "panel", 'panel("Sent", "Thank you")', "Sent Thank you"),
    ("notices", "empty", 'empty("Nothing yet", "/", "Import")', "Nothing yet Import"),
    (
        "notices",
        "todo",
        'todo([{"text": "Sign it", "due": "late", "late": true, "href": "/", "verb": "Sign"}])',
        "Sign it late Sign : Sign it",
    ),
    ("results", "pager", 'pager("/a", "/b", "26 to 50")', "26 to 50 Previous Next"),
    ("results", "counts", 'counts([{"text": "Ideas", "count": 1007, "href": "/"}])', "1,007 Ideas"),
    (
        "documents",
        "point",
        'point("Alder: Sound, 61.0 of 100", {"Alder": {"name": "/a", "score": "/s", '
        '"score_text": "61.0"}})',
        "Alder : Sound, 61.0 of Alder: how it was worked out of 100",
    ),
    ("results", "in_a_word", 'in_a_word({"band": "Sound", "overall": 61.5})', "Sound, 61.5"),
    ("documents", "inline", 'inline("Sound & well")', "Sound & well"),
    ("exports", "take_along", "take_along([])", None),  # read in tests/web/exports
    (
        "searches",
        "kept_searches",
        'kept_searches([{"searched": "register", "asked": "?tier=1", "name": "Weak"}])',
        "Your searches Weak",
    ),
    (
        "tables",
        "table",
        f'table("All", {NAMES}, [[{{"text": "Safer", "note": "Old", "tags": [("New", "")]}}, 3]])',
        "All Name Members Safer Old New 3",
    ),
    (
        "languages",
        "choose",
        f'choose({LANGUAGES}, "")',
        "Questions in: English | Cymraeg",
    ),
    (
        "languages",
        "change",
        f'change({LANGUAGES}, "cy", "Save")',
        "Save The questions are in Cymraeg . English The words around the questions, and what "
        "nobody has translated, are in English.",
    ),
    ("told", "told_list", "told_list([])", "Nothing has happened here yet."),
    ("ways", "back", 'back("/", "Back to the register")', "Back to the register"),
    ("ways", "trail", 'trail([("Register", "/")])', "Register"),
    ("ways", "parts", 'parts("Safer", [("Members", "/", true)])', "Members"),
]
# Macros that stand round what a page writes between call and endcall.
ROUND = [
    ("forms", "form_tag", 'form_tag(form, "<token>")', "<token> inside"),
    ("passkeys", "passkey", 'passkey("show", "", "<token>", "Use it")', "<token> inside Use it"),
    ("notices", "private", 'private("The council")', "Only The council sees this inside"),
    ("notices", "more", 'more("How this was worked out")', "How this was worked out inside"),
]
# Parts of the macros above, not for pages.
PARTS = {"draw_field", "record_now", "described_by", "boxes", "content", "colour_class"}
PARTS |= {"standing", "block", "points", "figures", "said", "lines", "around_is_english"}


def draw(file, macro, use):
    source = f'{{% from "macros/{file}.html" import {macro} %}}{use}'
    picture = SectionProfile("Scores by section", (Section("Foundations", 71.2),), "2026")
    report = Document("Review", "Thornford Council", "3 April 2026", ())
    context = {"form": Form(), "picture": picture, "report": report}
    return Markup(engines["jinja2"].from_string(source).render(context))


@pytest.mark.parametrize(("file", "macro", "use", "said"), SAID)
def test_a_macro_says_what_it_was_given(file, macro, use, said):
    page = draw(file, macro, f"{{{{ {use} }}}}")

    assert said is None or page.text == said


@pytest.mark.parametrize(("file", "macro", "use", "said"), ROUND)
def test_a_macro_stands_round_what_the_page_writes(file, macro, use, said):
    page = draw(file, macro, f"{{% call {use} %}}inside{{% endcall %}}")

    assert page.text == said


def test_every_macro_is_drawn_here():
    there = {
        name
        for path in MACROS.glob("*.html")
        for name in vars(engines["jinja2"].env.get_template(f"macros/{path.name}").module)
        if f"macro {name}(" in path.read_text()
    }

    assert there == {macro for _, macro, *_ in SAID + ROUND} | PARTS


def test_a_chart_is_drawn_for_both_widths_with_its_table_behind():
    page = draw("charts", "chart", '{{ chart(picture, "sections") }}')

    tags = [tag for tag, _ in page.elements]
    assert (tags.count("svg"), tags.count("figcaption"), tags.count("table")) == (2, 1, 1)
    assert sorted(set(page.values("id"))) == sorted(page.values("id"))


def test_a_table_without_rows_says_so():
    assert draw("tables", "table", '{{ table("All", [], []) }}').text == "Nothing to show."


def test_a_cell_on_a_narrow_screen_says_its_column():
    page = draw("tables", "table", f'{{{{ table("All", {NAMES}, [["Safer", 3]]) }}}}')

    assert page.values("data-label") == ["Members"]
