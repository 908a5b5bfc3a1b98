import random

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.imports.actions import apply_import
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Identifier, Organisation
from joinedup.domain.partnerships.models import Holder, Hosting, Membership, Partnership, Seat
from joinedup.domain.people.models import Person
from joinedup.domain.undoing.actions import undo_import
from tests.domain.imports.bringing import staged

REGISTERED = (Partnership, Organisation, Identifier, Hosting, Membership, Person, Seat, Holder)
HEADINGS = "Partnership|Organisation|Sector|Charity number|Representative|Email|Standing|Joined"
NAMES = ("Alder", "Birch", "Cedar", "Damson", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper")
ODD = ("", "tbc", "n/k", "-")


def made_up(chance, rows=60):
    """Return a list as it might be: gaps, repeated rows, one body in many partnerships."""
    lines = []
    for _ in range(rows):
        group, body = chance.randrange(8), chance.randrange(10)
        who = chance.randrange(12)
        lines.append(
            "|".join(
                [
                    f"{NAMES[group]} Board",
                    f"{NAMES[body]} Trust",
                    chance.choice(["Charity", *ODD]),
                    chance.choice([str(1_100_000 + body), *ODD]),
                    *chance.choice([(f"Person {who:c<3}", f"p{who}@t.example"), ("", "")]),
                    chance.choice(["Core", *ODD]),
                    chance.choice(["2020-01-02", *ODD]),
                ]
            )
        )
    return "\n".join([HEADINGS, *lines])


def everything():
    return {
        table: sorted(table.objects.order_by().values_list("pk", flat=True)) for table in REGISTERED
    }


@pytest.mark.parametrize("seed", range(6))
def test_the_same_made_up_file_twice_changes_nothing(cast, now, seed):
    text = made_up(random.Random(seed))
    first = staged(cast, now, text)
    apply_import(first, version=1, by=cast.priya, at=now)
    before, entries = everything(), Entry.objects.count()

    again = staged(cast, now, text)
    planned = apply_import(again, version=1, by=cast.priya, at=now)

    assert planned.changes_nothing
    assert (everything(), Entry.objects.count()) == (before, entries + 2)


@pytest.mark.parametrize("seed", range(6))
def test_a_made_up_file_taken_back_leaves_no_trace(cast, now, seed):
    before = everything()
    file = staged(cast, now, made_up(random.Random(seed)))
    apply_import(file, version=1, by=cast.priya, at=now)

    done = undo_import(file, version=file.version, by=cast.priya, at=now)

    assert (everything(), done.stays) == (before, [])


@pytest.mark.parametrize("seed", range(4))
def test_one_bad_date_anywhere_in_a_made_up_file_saves_nothing(cast, now, seed):
    chance = random.Random(seed)
    lines = made_up(chance).splitlines()
    bad = chance.randrange(1, len(lines))
    lines[bad] = f"{lines[bad].rpartition('|')[0]}|31 February 2020"
    file = staged(cast, now, "\n".join(lines))
    before = everything()

    with pytest.raises(Refused, match=f"Row {bad + 1}, Joined: "):
        apply_import(file, version=1, by=cast.priya, at=now)

    assert everything() == before
