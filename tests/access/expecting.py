"""What access.toml says somebody will meet at a route: never what the code would let them do."""

from enum import StrEnum

from tests.access.tables import Case, Table


class Relation(StrEnum):
    """Whose thing it is that somebody asks for."""

    OWN = "own"  # of the partnership, body or round the fixed cast stands round
    FOREIGN = "foreign"  # of another district's
    MISSING = "missing"  # nobody's: it never was
    MIXED = "mixed"  # one thing's address with another thing's part


class Meets(StrEnum):
    """What somebody meets."""

    SHOWN = "the page"
    OFFERED = "the page with its form"
    EXPLAINED = "the page with a reason in place of its form"
    DONE = "it was done"
    REFUSED = "a refusal with nothing written"
    MISSING = "the page for what never was"
    SIGN_IN = "the way to sign-in"
    NO_METHOD = "no such method"


# The fixed cast has one person with a part in the other district.
ABROAD = {"foreign body's officer": "lead host's officer"}
# A steward of the installation is one for every body there is.
EVERYWHERE = {thing: {"steward": "steward"} for thing in ("post", "places-of-host")}
LINK = "personal-link"
# Who has no business here is not sent to sign in: signing in would not help.
WITHOUT_SIGN_IN = (LINK, "demonstration", "public-record")


def stands(thing: str, kind: str, relation: Relation) -> str | None:
    """Return which kind of person somebody is towards a thing, or None for nobody at all."""
    if thing == LINK:
        # Whoever has the link holds it; having any other link makes nobody its holder.
        holds = relation == Relation.OWN
        return "ticket holder" if holds else (None if kind == "ticket holder" else kind)
    if relation == Relation.OWN:
        return kind
    abroad = ABROAD | EVERYWHERE.get(thing, {})
    return abroad.get(kind) if relation == Relation.FOREIGN else None


def expected(table: Table, case: Case, kind: str, relation: Relation, method: str) -> Meets:
    """Return what a kind of person meets who asks for a thing in one way."""
    if method not in case.methods | ({"HEAD"} if "GET" in case.methods else set()):
        return Meets.NO_METHOD
    who = stands(case.thing, kind, relation)
    # Whoever may act on the thing may open the page where they do.
    if not table.sees(case.shown_to, who) and who not in table.named(case.thing, case.right):
        signs_in = kind == "public" and case.shown_to not in WITHOUT_SIGN_IN
        return Meets.SIGN_IN if signs_in else Meets.MISSING
    if case.right == "see" or method == "HEAD":
        return Meets.SHOWN
    may = who in table.named(case.thing, case.right)
    if method == "POST":
        return Meets.DONE if may else Meets.REFUSED
    return Meets.OFFERED if may else Meets.EXPLAINED
