"""Templates parse, lead to pages that exist, hold nothing the content policy forbids, and use
the words that people use."""

import re

import pytest
from django.template import engines
from jinja2 import meta

from joinedup.delivery.audiences import routes
from tests.house.tree import files, text_of

FOLDER = "joinedup/templates/"
TEMPLATES = [path.removeprefix(FOLDER) for path in files(f"{FOLDER}*.html")]
FORBIDDEN = {
    "markup that is trusted": r"[^\"'\s]\s*\|\s*safe\b|autoescape false",
    "a script or style within the page": r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=",
    "an event handler within the page": r"<[^>]*\son[a-z]+=",
    "something from another place": r"(?:src|href)=[\"'](?:https?:)?//",
}
EXCEPTIONS = {
    "macros/charts.html": "pictures are drawn by figures/charts, which escapes what is told"
}
# Words of the code, which people outside it do not use; the glossary gives those they do use.
OF_THE_CODE = r"\b(?:seats?|instruments?|tickets?|cascades?|seal(?:ed)?|involvements?|r\*wg)\b"


def said_by(text: str) -> str:
    """Return what a template says to people: neither its code nor the code of its page."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.S)
    return re.sub(r"<[^>]*>", " ", text)


def quoted_by(text: str) -> str:
    """Return the phrases a template hands to its macros: strings of more than one word."""
    codes = " ".join(re.findall(r"\{%.*?%\}|\{\{.*?\}\}", text, flags=re.S))
    strings = re.findall(r"\"([^\"]*)\"|'([^']*)'", codes)
    return " | ".join(text for pair in strings for text in pair if " " in text)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_parses_and_finds_the_templates_it_uses(name):
    environment = engines["jinja2"].env
    used = meta.find_referenced_templates(environment.parse(text_of(FOLDER + name)))

    for other in used:
        assert other is not None, f"{name} chooses a template while it runs."
        environment.get_template(other)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what):
    found = [name for name in TEMPLATES if re.search(FORBIDDEN[what], text_of(FOLDER + name))]

    assert [name for name in found if name not in EXCEPTIONS] == []


def test_every_address_in_templates_and_views_is_that_of_a_page():
    known = {name for name, _, _ in routes()}
    calls = r"\b(?:url|reverse|redirect|href_of)\(\s*[\"']([a-z][a-z0-9_]*)[\"']"
    pages = files(f"{FOLDER}*.html", "joinedup/web/*.py", "joinedup/public/*.py", "joinedup/demo/*")

    unknown = {
        f"{path}: {name}"
        for path in pages
        for name in re.findall(calls, text_of(path))
        if name not in known
    }

    assert not unknown, "\n".join(sorted(unknown))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_page_uses_the_words_that_people_use(name):
    text = text_of(FOLDER + name)

    said = f"{said_by(text)} | {quoted_by(text)}"

    assert re.findall(OF_THE_CODE, said, re.I) == []


def test_a_word_of_the_code_is_noticed():
    text = '{# seat #}<p class="seat">Your {{ seat.name }} ticket</p>{{ link("Open seat") }}'

    assert re.findall(OF_THE_CODE, said_by(text), re.I) == ["ticket"]
    assert re.findall(OF_THE_CODE, quoted_by(text), re.I) == ["seat"]
