"""A text of the Safer Places group to sign, who may sign it, and signing it for members.

The text is put in its table as it is: offering one asks that every clause is decided first, which
the tests of agreements do.
"""

from datetime import date
from typing import Any

from joinedup.domain.agreements.models import Agreement, Edition, digest_of
from joinedup.domain.basics.days import day_of
from joinedup.domain.signoffs.actions import (
    accept_signature,
    give_signature,
    name_signatory,
    refuse_edition,
)
from joinedup.domain.signoffs.models import Refusal, Signatory, SignOff

# Who says who signs for each member, and whom they name first; Thornford Academy observes.
NAMED = {
    "thornford": ("priya", "helen"),
    "county": ("ben", "ben"),
    "police": ("ruth", "ruth"),
    "riverside": ("ade", "ade"),
    "mosque": ("nadia", "nadia"),
}
TEXT = "# Agreement of the Safer Places group\n\nWe make the streets of Thornford safer.\n"


def offered(cast: Any, at: Any, **more: Any) -> Edition:
    """Put a text before the members, of tier 2 where nothing else is given."""
    told = {"partnership": cast.safer, "tier": 2, "text": TEXT, "by": cast.priya, "number": 1}
    told |= {"review_on": date(2027, 6, 15), "ends_on": date(2029, 6, 14)} | more
    partnership, by, tier = told.pop("partnership"), told.pop("by"), told["tier"]
    agreement, _ = Agreement.objects.get_or_create(
        partnership=partnership,
        defaults={"form": "FULL", "tier": tier, "begun_on": day_of(at), "by": by},
    )
    digest, today = digest_of(told["text"]), day_of(at)
    told |= {"digest": digest, "starts_on": min(today, told["review_on"])}
    edition = Edition.objects.create(
        agreement=agreement, binding=False, offered_at=at, offered_by=by, **told
    )
    return Edition.objects.select_related("agreement__partnership").get(pk=edition.pk)


def named(cast: Any, at: Any, body: str, who: str = "", by: str = "", **more: Any) -> Signatory:
    """Name who signs for a member."""
    first, second = NAMED[body]
    told = {"capacity": "Trustee", "from_on": day_of(at)} | more
    person, by = cast.people[who or second], cast.people[by or first]
    return name_signatory(cast.memberships[body], person, by=by, at=at, **told)


def all_named(cast: Any, at: Any) -> None:
    """Name one for each member that has to sign."""
    for body in NAMED:
        named(cast, at, body)


def signed(cast: Any, at: Any, edition: Edition, body: str, who: str = "", **more: Any) -> SignOff:
    """Sign for a member what its signatory was shown."""
    by = cast.people[who or NAMED[body][1]]
    told = {"digest": edition.digest} | more
    return give_signature(edition, cast.memberships[body], by=by, at=at, **told)


def refuse(
    cast: Any, at: Any, edition: Edition, body: str, reasons: str = "The boundary is wrong."
) -> Refusal:
    """Say for a member that it will not sign."""
    told = {"digest": edition.digest, "reasons": reasons, "by": cast.people[NAMED[body][1]]}
    return refuse_edition(edition, cast.memberships[body], at=at, **told)


def accepted(
    cast: Any, at: Any, edition: Edition, body: Any, by: str = "priya", **more: Any
) -> SignOff:
    """Write down a signature given on paper."""
    told = {
        "digest": edition.digest,
        "name": "Mary Flint",
        "capacity": "Treasurer",
        "paper": "Letter in the green folder",
        "paper_on": day_of(at),
    }
    told |= more
    member = cast.memberships.get(body, body)
    return accept_signature(edition, member, by=cast.people[by], at=at, **told)
