"""The questions the matrix asks of one case: some of them each time, all in the deep run."""

from tests.access.expecting import Relation
from tests.access.probing import Prober, mismatches
from tests.access.tables import Case, Table
from tests.access.world import World

# Who could do most here and in the next district: whoever mixes addresses is one of these.
MIGHTIEST = ("lead host's officer", "foreign body's officer")
RELATIONS = (Relation.OWN, Relation.FOREIGN, Relation.MISSING)
# The matrix stands in two files, which are run side by side: each takes half of the things.
OF_REGISTER = {
    "public-page",
    "own-page",
    "organisation",
    "partnership",
    "own-place",
    "own-side",
    "tier",
    "figures",
    "register-entry",
    "import",
    "post",
}
OTHER_METHODS = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")


def asked_once(table: Table, world: World, case: Case) -> list[str]:
    """Ask as everybody for an own, a foreign and a missing thing; return what was amiss."""
    prober = Prober(world, case)
    return [
        *mismatches(table, prober, table.persons, relations=RELATIONS),
        *mismatches(table, prober, MIGHTIEST, relations=[Relation.MIXED]),
        *mismatches(table, prober, MIGHTIEST, OTHER_METHODS, [Relation.OWN]),
    ]


def asked_wholly(table: Table, world: World, case: Case) -> list[str]:
    """Ask as everybody in every way for everything; return what was amiss."""
    prober = Prober(world, case)
    methods = ("GET", "POST", *OTHER_METHODS)
    return list(mismatches(table, prober, table.persons, methods))
