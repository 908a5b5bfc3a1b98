"""The matrix bites: a hole in the code fails it, and so does a hole in the access table."""

import copy
import zlib
from collections.abc import Iterable
from typing import Any

import pytest
from django.test import Client

from joinedup.delivery.middleware import audiences
from joinedup.public.answers import sitting
from tests.access import probing
from tests.access.breaches import breach, filters, rules
from tests.access.probing import Prober, mismatches, undone
from tests.access.tables import Case, Table, about, access_table, cases
from tests.access.world import World

TABLE, CASES = access_table(), cases()
pytestmark = pytest.mark.usefixtures("papers_unset")
deep = pytest.mark.deep

# A breach, and a case that must notice it; the deep run tries every rule and filter there is.
SAMPLE = {
    "partnerships.queries.visible_to": "partnership",
    "partnerships.queries.led_by": "partnership_change",
    "partnerships.seats.sits_on": "partnership",
    "organisations.queries.works_for": "partnership",
    "partnerships.rules.why_not_keep": "partnership_state",
    "partnerships.rules.why_not_seat": "place_fill-1",
    "organisations.queries.bodies_with_posts_for": "organisation_posts",
    "organisations.rules.why_not_change_organisation": "organisation_change-1",
    "organisations.rules.why_not_grant_post": "post_new",
    "imports.queries.files.visible_to": "import",
    "reviews.queries.rounds.rounds_visible_to": "round-2",
    "reviews.rules.why_not_run_rounds": "round_open",
    "reviews.rules.why_not_answer": "answer-1",
    "results.queries.results_visible_to": "result-1",
    "results.queries.partnerships_with_drafts_for": "result_working-1",
    "results.rules.why_not_reply": "result_reply-1",
    "reporting.portfolio.hosts_reported_to": "portfolio",
    "parcels.queries.visible_to": "parcel_file",
    "parcels.queries.taken_along_by": "everything_take",
}
# What no page can show to be broken, and why that is so.
UNSEEN = {
    "partnerships.queries.listed_to": "shows in lists, which are one's own page: canaries notice",
    "parcels.rules.why_not_take": "its page offers one's own bodies alone: tests of the act notice",
    "challenges.queries.challenges_to_answer": "shows in what needs one: tests of needs notice",
    "priorities.queries.actions_waiting": "shows in what needs one: tests of needs notice",
    "futures.rules.why_not_disagree_for": "its page offers one's own members alone: tests notice",
    "organisations.rules.why_not_hold": "asks of whoever is given a post, not of whoever gives it",
}
# The things whose pages a package of the domain answers for, to begin the search with.
NEAREST = {
    "arrangements": ["arrangement", "register-entry"],
    "challenges": ["result-challenge", "draft-result"],
    "channels": ["printed-sheets", "keyed-answers"],
    "committees": ["kept-report", "portfolio", "check"],
    "confirmations": ["own-word", "partnership", "places-of-host"],
    "contacts": ["known-of-host", "known-of-member", "response-of-member", "own-remark"],
    "contributions": ["own-place", "partnership"],
    "deputies": ["own-place"],
    "futures": ["future-decision"],
    "headings": ["follow-up"],
    "imports": ["import", "register-entry"],
    "instruments": ["own-questionnaire", "questionnaire-list"],
    "involvements": ["own-side"],
    "leads": ["lead", "record-nobody-leads"],
    "merging": ["joined-host", "joined-member"],
    "organisations": ["post", "organisation"],
    "parcels": ["parcel", "everything"],
    "partnerships": ["partnership", "own-place", "register-entry"],
    "priorities": ["follow-up", "own-action"],
    "reporting": ["portfolio"],
    "rereading": ["import"],
    "results": ["draft-result", "standing-result", "portfolio"],
    "reviews": ["round", "personal-link"],
    "running": ["round"],
    "searches": ["own-search"],
    "second_looks": ["follow-up"],
    "structure": ["partnership"],
    "thresholds": ["figures"],
    "tiers": ["tier"],
    "undoing": ["import"],
    "upkeep": ["installation"],
}


def noticed(
    table: Table, world: World, among: Iterable[Case], kinds: Iterable[str] = TABLE.persons
) -> str:
    """Return the first thing amiss that the matrix finds, or nothing.

    What one case needs is undone before the next, as if each were asked by itself.
    """
    for case in among:
        with undone():
            prober = Prober(copy.deepcopy(world), case)
            if said := next(mismatches(table, prober, kinds), ""):
                return said
    return ""


def case_of(name: str) -> Case:
    return next(case for case in CASES if case.id == name)


@pytest.mark.parametrize("name", SAMPLE)
def test_a_hole_in_a_rule_or_filter_fails_the_matrix(world, monkeypatch, name):
    breach(monkeypatch, name)

    assert noticed(TABLE, world, [case_of(SAMPLE[name])]) != ""


def test_a_door_left_open_fails_the_matrix(world, monkeypatch, middleware_of_its_own):
    monkeypatch.setattr(audiences, "process_view", lambda *_: None)
    monkeypatch.setattr(probing, "BROWSER", Client())  # with doors of its own

    assert "public, GET partnership" in noticed(TABLE, world, [case_of("partnership")])


def test_a_sitting_anybody_may_go_on_with_fails_the_matrix(world, monkeypatch):
    monkeypatch.setattr(sitting, "sits", lambda *_: True)

    assert "POST answer_page-2" in noticed(TABLE, world, [case_of("answer_page-2")])


@pytest.mark.deep
@pytest.mark.parametrize("name", [*rules(), *filters()])
def test_no_hole_in_any_rule_or_filter_goes_unnoticed(world, monkeypatch, name):
    nearest = NEAREST.get(name.partition(".")[0], [])
    among = sorted(CASES, key=lambda case: case.thing not in nearest)
    breach(monkeypatch, name)

    assert (noticed(TABLE, world, among) == "") == (name in UNSEEN)


def one_more() -> list[tuple[str, str, str]]:
    """Return every kind of person that could wrongly be named, with the thing and the right."""
    return [
        (thing, right, kind)
        for thing, rights in TABLE.things.items()
        for right, named in rights.items()
        for kind in TABLE.persons
        if kind not in named and not (thing == "personal-link" and kind == "ticket holder")
    ]


def one_less() -> list[tuple[str, str, str]]:
    """Return every kind of person that is named, with the thing and the right."""
    return [
        (thing, right, kind)
        for thing, rights in TABLE.things.items()
        for right, named in rights.items()
        for kind in TABLE.persons
        if kind in named
    ]


def first_of_each_right(listed: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return list({(thing, right): (thing, right, kind) for thing, right, kind in listed}.values())


def by_lot(listed: list[tuple[str, str, str]]) -> list[Any]:
    """Leave three in four to the deep run, always the same ones."""
    first = first_of_each_right(listed)
    return [
        pytest.param(*each, marks=[] if zlib.crc32(" ".join(each).encode()) % 4 == 0 else deep)
        for each in first
    ]


def notices_table(table: Table, world: World, thing: str, kind: str) -> bool:
    """Tell whether the matrix finds a table wrong about a thing."""
    return noticed(table, world, about(thing, CASES), [kind]) != ""


@pytest.mark.parametrize(("thing", "right", "kind"), by_lot(one_more()))
def test_one_person_too_many_in_the_table_fails_the_matrix(world, thing, right, kind):
    assert notices_table(TABLE.with_one_more(thing, right, kind), world, thing, kind)


@pytest.mark.parametrize(("thing", "right", "kind"), by_lot(one_less()))
def test_one_person_too_few_in_the_table_fails_the_matrix(world, thing, right, kind):
    assert notices_table(TABLE.with_one_less(thing, right, kind), world, thing, kind)


@pytest.mark.deep
@pytest.mark.parametrize("thing", TABLE.things)
def test_anybody_too_many_or_too_few_fails_the_matrix(world, thing):
    more = [TABLE.with_one_more(*each) for each in one_more() if each[0] == thing]
    less = [TABLE.with_one_less(*each) for each in one_less() if each[0] == thing]
    kinds = [each[2] for each in (*one_more(), *one_less()) if each[0] == thing]

    unnoticed = [
        kind
        for table, kind in zip((*more, *less), kinds, strict=False)
        if not notices_table(table, world, thing, kind)
    ]

    assert unnoticed == []
