"""The questions the matrix asks of one case: some of them each time, all in the deep run."""

import zlib

from tests.access.expecting import Relation
from tests.access.probing import Prober, mismatches
from tests.access.tables import Case, Table
from tests.access.world import World

# Who could do most here and in the next district: whoever mixes addresses is one of these.
MIGHTIEST = ("lead host's officer", "foreign body's officer")
# Of all the ways nobody is sure to ask in; the mightiest alone make two dozen of each case.
ONE_IN = 32
# Of the others: with hundreds of cases everybody asks a hundred times for what is there.
ONE_PERSON_IN = 3
# The matrix stands in two files, which are run side by side: each takes half of the things.
OF_REGISTER = {
    "public-page",
    "own-page",
    "own-sharing",
    "own-part-of-sharing",
    "organisation",
    "known-of-host",
    "known-of-member",
    "response-of-host",
    "response-of-member",
    "own-remark",
    "joined-host",
    "joined-member",
    "partnership",
    "own-place",
    "lead",
    "record-nobody-leads",
    "places-of-host",
    "stakeholder",
    "own-reason",
    "own-appraisal",
    "own-authorisation",
    "own-guidance",
    "own-yes",
    "authorisers",
    "own-side",
    "tier",
    "figures",
    "own-word",
    "signatures",
    "own-signature",
    "paper-signature",
    "signatories",
    "arrangement",
    "register-entry",
    "import",
    "parcel",
    "everything",
    "post",
}
OTHER_METHODS = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")


def asked_once(table: Table, world: World, case: Case) -> list[str]:
    """Ask as the mightiest and a third of the others once, and by lot in one of 32 other ways.

    Returns what was amiss. Once is: for an own thing, by the button where there is one and
    otherwise by the page. Whoever could do most asks so for what is mixed up or never was, and in
    each way for what is another's. The lot falls on the same ways each time, so that a red run can
    be repeated; all are asked in the deep run.
    """

    def is_sure(kind: str, relation: Relation) -> bool:
        return relation == Relation.OWN and chosen_by_lot(case.id, kind, one_in=ONE_PERSON_IN)

    def is_asked(kind: str, relation: Relation, method: str) -> bool:
        if method == telling(case) and (kind in MIGHTIEST or is_sure(kind, relation)):
            return True
        if kind in MIGHTIEST and relation == Relation.FOREIGN and method in ("GET", "POST"):
            return True
        return chosen_by_lot(case.id, kind, relation, method)

    methods = ("GET", "POST", *OTHER_METHODS)
    return list(mismatches(table, Prober(world, case), table.persons, methods, is_asked=is_asked))


def telling(case: Case) -> str:
    """Return the method that tells most of who may do what."""
    return "POST" if "POST" in case.methods else "GET"


def chosen_by_lot(*names: str, one_in: int = ONE_IN) -> bool:
    """Tell whether the lot falls on this way of asking."""
    return zlib.crc32(" ".join(names).encode()) % one_in == 0


def asked_wholly(table: Table, world: World, case: Case) -> list[str]:
    """Ask as everybody in every way for everything; return what was amiss."""
    prober = Prober(world, case)
    methods = ("GET", "POST", *OTHER_METHODS)
    return list(mismatches(table, prober, table.persons, methods))
