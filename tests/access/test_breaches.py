"""The matrix bites: a hole in the code fails it, and so does a hole in the access table."""

import zlib
from collections.abc import Iterable
from typing import Any

import pytest
from django.test import Client

from joinedup.delivery.middleware import audiences
from joinedup.domain.basics.refusals import Refused
from joinedup.public.answers import sitting
from tests.access import probing
from tests.access.breaches import breach, filters, rules
from tests.access.calling import cases_asking
from tests.access.probing import mismatches
from tests.access.tables import Case, Table, about, access_table, cases
from tests.access.world import World

TABLE, CASES = access_table(), cases()
pytestmark = pytest.mark.usefixtures("papers_unset")
deep = pytest.mark.deep

# A breach, and a case that must notice it; the deep run tries every rule and filter there is.
SAMPLE = {
    "partnerships.queries.visible_to": "partnership",
    "partnerships.rules.why_not_change": "partnership_change",
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
# Holes that no page can show, and why not. Other tests notice each.
FILTERED = "whoever is refused never comes so far: a filter hides the page from them"
OWN_ALONE = "its pages offer and take one's own alone, and ask nobody who they are"
IN_NEEDS = "shows in what needs one, which is one's own page"
UNSEEN = {
    "agreements.queries.proposals_to_decide": IN_NEEDS,
    "appraisals.queries.actions_due": IN_NEEDS,
    "appraisals.queries.open_appraisals_of": IN_NEEDS,
    "authorisations.queries.receipts_to_sign": IN_NEEDS,
    "authorisations.queries.to_ask": IN_NEEDS,
    "authorisations.queries.to_decide": IN_NEEDS,
    "authorisations.queries.to_take_up": IN_NEEDS,
    "challenges.queries.challenges_to_answer": IN_NEEDS,
    "channels.queries.tickets_keyed_by": FILTERED,
    "channels.rules.why_not_key": FILTERED,
    "channels.rules.why_not_key_in": FILTERED,
    "confirmations.queries.questions_to_answer": IN_NEEDS,
    "confirmations.queries.sat_for": IN_NEEDS,
    "confirmations.rules.why_not_challenge": OWN_ALONE,
    "confirmations.rules.why_not_confirm": OWN_ALONE,
    "expectations.queries.askings_to_repeat": IN_NEEDS,
    "expectations.queries.askings_to_settle": IN_NEEDS,
    "expectations.queries.askings_unanswered": "members one answers for are looked up once more",
    "expectations.queries.latest_on_records_of": IN_NEEDS,
    "expectations.rules.why_not_put_kind": "changing the record asks once more who may",
    "futures.rules.why_not_disagree_for": OWN_ALONE,
    "ideas.queries.ideas_waiting": IN_NEEDS,
    "ideas.rules.why_not_propose_record": "moving the record asks once more who may",
    "imports.rules.why_not_discard": FILTERED,
    "imports.rules.why_not_import_for": FILTERED,
    "imports.rules.why_not_work_on": FILTERED,
    "instruments.rules.why_not_load": OWN_ALONE,
    "intervals.queries.overdue_for": IN_NEEDS,
    "leads.queries.to_take_on": IN_NEEDS,
    "lifecycle.rules.why_not_move_on": "moving the record asks once more who may",
    "matters.queries.matters_waiting": IN_NEEDS,
    "matters.rules.why_not_name_member": FILTERED,
    "matters.rules.why_not_read_reasons": "a part of a page of many; tests of that page notice",
    "needs.coming.places_ending": IN_NEEDS,
    "needs.coming.records_coming_up": IN_NEEDS,
    "needs.coming.rounds_closing": IN_NEEDS,
    "needs.needs.drafts_to_reply_to": IN_NEEDS,
    "needs.needs.posts_confirmed_by": IN_NEEDS,
    "needs.needs.rounds_of": IN_NEEDS,
    "needs.needs.rounds_to_close": IN_NEEDS,
    "needs.needs.rounds_to_open": IN_NEEDS,
    "organisations.queries.confirmed_by": IN_NEEDS,
    "organisations.queries.posts_of": OWN_ALONE,
    "organisations.queries.visible_to": "everybody who has signed in knows of every body",
    "organisations.rules.why_not_hold": "asks of whoever is given a post, not of whoever gives it",
    "parcels.rules.why_not_take": OWN_ALONE,
    "parcels.rules.why_not_take_results": FILTERED,
    "partnerships.queries.listed_to": "shows in lists, which are one's own page",
    "partnerships.queries.run_by": "shows in lists, which are one's own page",
    "partnerships.rules.why_not_register": OWN_ALONE,
    "partnerships.seats.seated": OWN_ALONE,
    "people.queries.sessions_of": OWN_ALONE,
    "priorities.queries.actions_waiting": IN_NEEDS,
    "promises.queries.promises_waiting": IN_NEEDS,
    "promises.rules.why_not_promise": OWN_ALONE,
    "representing.queries.memberships_to_answer_for": IN_NEEDS,
    "rereading.rules.why_not_reread": FILTERED,
    "reviews.queries.rounds.could_be_asked": OWN_ALONE,
    "reviews.queries.tickets.open_tickets_of": IN_NEEDS,
    "risks.queries.risks_to_look_at": IN_NEEDS,
    "searches.rules.why_not_call_search": OWN_ALONE,
    "searches.rules.why_not_keep_search": OWN_ALONE,
    "second_looks.queries.looked_at_least_ago": IN_NEEDS,
    "sharing.queries.decisions_visible_to": "a part of a page of many; tests of that page notice",
    "sharing.queries.due_for": IN_NEEDS,
    "sharing.queries.first_that_need": IN_NEEDS,
    "sharing.queries.waiting_for": IN_NEEDS,
    "sharing.rules.why_not_confirm_part": OWN_ALONE,
    "sharing.rules.why_not_decide": FILTERED,
    "signoffs.watching.refusals_to_settle": IN_NEEDS,
    "signoffs.watching.waiting_for": IN_NEEDS,
    "stakeholders.queries.long_invited": IN_NEEDS,
    "stakeholders.rules.why_not_cover": FILTERED,
    "stakeholders.rules.why_not_map": FILTERED,
    "undoing.rules.why_not_undo": FILTERED,
    "vacancies.queries.first_empty": IN_NEEDS,
    "vacancies.queries.vacancies_for": IN_NEEDS,
}


def noticed(
    table: Table, world: World, among: Iterable[Case], kinds: Iterable[str] = TABLE.persons
) -> str:
    """Return the first thing amiss that the matrix finds, or nothing.

    What one case needs is undone before the next, as if each were asked by itself.
    """
    return next((said for case in among if (said := amiss_in(table, world, case, kinds))), "")


def amiss_in(table: Table, world: World, case: Case, kinds: Iterable[str]) -> str:
    """Return the first thing amiss with one case, or nothing."""
    with probing.probing(world, case) as prober:
        return next(mismatches(table, prober, kinds), "")


def shows_in(world: World, case: Case) -> bool:
    """Tell whether a hole shows in a case: somebody meets what they should not.

    Refusals do not come out of pages: that is a case whose things cannot be made with the hole.
    """
    try:
        return amiss_in(TABLE, world, case, TABLE.persons) != ""
    except Refused:
        return False


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
    asking = cases_asking(TABLE, world, CASES)[name]
    breach(monkeypatch, name)

    assert any(shows_in(world, case_of(each)) for each in sorted(asking)) == (name not in UNSEEN)


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
