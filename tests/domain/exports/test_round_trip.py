"""A register that is handed out and brought in again changes nothing, whatever is in it."""

from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from joinedup.domain.deputies.actions import open_chosen_seat
from joinedup.domain.exports.formats import KINDS, in_format
from joinedup.domain.exports.rows import memberships_sheet, register_sheet
from joinedup.domain.imports.queries import known_register
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.actions import (
    add_partnership_name,
    change_partnership,
    open_seat,
    register_partnership,
)
from joinedup.domain.partnerships.kinds import State, Told
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.rolls.planning import plan
from joinedup.domain.rolls.shipping import mapping_for
from joinedup.domain.spreadsheets.reading import read_table
from tests.bench.clock import NOW

pytestmark = pytest.mark.django_db
WORDS = st.text(
    st.sampled_from("=+-@'\"＝;,|&<> abŵé\u200b\u00a0./N0"), min_size=1, max_size=20
).map(lambda text: f"{text}x")
NAMES = (
    "=HYPERLINK(1)",
    "+44 Group",
    "@home; and | away",
    "“TBC”",
    "TBC",
    "Total",
    "2025-04-03",
    'The "Quoted" Group',
    "'-Tis",
    "Tŷ Gwyn & St. Mary’s",
    "＝wide",
    "Group\u200b Hidden",
)


def planned(cast, sort, sheet):
    """Return what bringing a list in again would do."""
    data = b"".join(in_format(sort, sheet.title, sheet.headings, sheet.rows))
    table = read_table(data, f"list.{sort}")
    known = known_register(cast.priya, NOW.date(), host=cast.thornford)
    return plan(table, mapping_for(table), known, {})


def registered(cast, name, other="", **details):
    by, at = cast.priya, NOW
    one = register_partnership(name, host=cast.thornford, by=by, at=at, **details)
    if other:
        add_partnership_name(one, other, sort=NameSort.ALIAS, by=by, at=at)
    return one


def changes(found):
    """Return all that would not stay as it is."""
    happening = [
        (step.thing, step.label, step.values) for step in found.steps if step.outcome != "unchanged"
    ]
    return happening, found.problems, found.questions


@pytest.mark.parametrize("sort", KINDS)
def test_a_register_of_nasty_names_brought_in_again_changes_nothing(cast, sort):
    for number, name in enumerate(NAMES):
        registered(
            cast,
            name,
            other=f"{name}; too",
            purpose=f"{name}\r\nand {name}  ",
            state=State.values[number % 4],
            tier=number % 3 + 1,
            starts_on=date(2020, 1, number + 1),
            reference=f"=R{number}",
        )
    mine = Partnership.objects.exclude(pk=cast.growth.pk)

    found = planned(cast, sort, register_sheet(mine, NOW))

    assert changes(found) == ([], (), ())
    assert len(found.steps_of("partnerships")) == len(NAMES) + 1


@pytest.mark.parametrize("sort", KINDS)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.generate],
    max_examples=5,
)
@given(name=WORDS, other=WORDS, purpose=WORDS)
def test_whatever_a_name_is_made_of_it_changes_nothing(cast, sort, name, other, purpose):
    one = registered(cast, name, other=f"{other} too", purpose=purpose)

    found = planned(cast, sort, register_sheet(Partnership.objects.filter(pk=one.pk), NOW))

    assert changes(found) == ([], (), ())


def test_two_of_one_name_are_told_apart_by_their_numbers(cast):
    first, second = (registered(cast, "Youth", purpose=words) for words in ("One.", "Two."))

    found = planned(cast, "csv", register_sheet(Partnership.objects.filter(name="Youth"), NOW))

    assert changes(found) == ([], (), ())
    assert {s.ref for s in found.steps} >= {first.public_id, second.public_id}


def test_what_was_changed_in_the_file_is_changed_in_the_register_and_nothing_else(cast):
    one = registered(cast, "Youth", purpose="One.")
    sheet = register_sheet(Partnership.objects.filter(pk=one.pk), NOW)
    change_partnership(one, version=1, exit_plan=Told.NO, by=cast.priya, at=NOW)
    rows = [[{"One.": "Two.", "No": "Yes"}.get(cell, cell) for cell in row] for row in sheet.rows]

    found = planned(cast, "csv", type(sheet)("Register", sheet.columns, iter(rows)))

    happening, _, _ = changes(found)
    assert happening == [("partnerships", "Youth", {"purpose": "Two.", "exit_plan": "YES"})]


@pytest.mark.parametrize("sort", KINDS)
def test_members_and_places_brought_in_again_change_nothing(cast, sort):
    mine = Partnership.objects.filter(pk=cast.safer.pk)
    vacant = open_seat(cast.memberships["county"], by=cast.priya, at=NOW)
    for other, name in ((cast.seats["ruth"], "Bo Hill"), (vacant, "Cy Dean"), (None, "Di Eve")):
        told = {"name": name, "email": f"{name[0]}@t.example", "stands_in_for": other}
        told["capacity"] = "DEPUTY"
        open_chosen_seat(cast.memberships["county"], **told, by=cast.priya, at=NOW)

    found = planned(cast, sort, memberships_sheet(mine, cast.priya, NOW))

    assert changes(found) == ([], (), ())
    assert len(found.steps_of("seats")) == 8
    assert [step.values["stands_in_for"] for step in found.steps_of("deputies")] == [
        "Ruth Bello, chair, for Wexmere Police",
        "Nobody yet, representative, for Wexmere County Council",
    ]
