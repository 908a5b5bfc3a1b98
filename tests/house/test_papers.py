"""Decision records and the changelog keep their form."""

import re

import pytest

from tests.house.tree import ROOT, files, text_of

RECORDS = files("docs/adr/*.md")
SECTIONS = ["Question", "Facts", "Options", "Choice", "Price"]
AREAS = [
    "Register",
    "Import",
    "Export",
    "Approval",
    "Agreements",
    "Meetings",
    "Reviews",
    "Reports",
    "Public pages",
    "Sign-in and people",
    "Look and access",
    "API",
    "Running the service",
]


@pytest.mark.parametrize("path", RECORDS)
def test_a_decision_record_keeps_its_form(path):
    number, text = int(path.split("/")[-1][:4]), text_of(path)

    assert re.match(rf"# {number}\. \S.*\nDate: 20\d\d-\d\d-\d\d      Status: ", text)
    assert re.search(r"Status: (proposed|accepted|superseded by \d+)$", text, re.M)
    assert re.findall(r"^## (\w+)$", text, re.M) == SECTIONS
    assert 15 <= len(text.splitlines()) <= 45


def test_decision_records_have_numbers_of_their_own():
    numbers = [path.split("/")[-1][:4] for path in RECORDS]

    assert len(numbers) == len(set(numbers))


def test_the_changelog_keeps_its_form():
    text = text_of("CHANGELOG.md")
    releases = re.findall(r"^## (.+)$", text, re.M)
    areas = re.findall(r"^### (.+)$", text, re.M)
    entries = re.findall(r"^- ((?:.+\n)(?:  .+\n)*)", text, re.M)

    assert releases[0] == "Unreleased"
    assert [area for area in areas if area not in AREAS] == []
    assert [entry for entry in entries if not entry.rstrip().endswith(".")] == []


@pytest.mark.parametrize("path", files("*.md"))
def test_every_link_within_the_repository_leads_somewhere(path):
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text_of(path))

    lost = [target for target in targets if not (ROOT / path).parent.joinpath(target).exists()]

    assert lost == []
