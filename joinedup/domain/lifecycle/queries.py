from dataclasses import dataclass
from datetime import date

from joinedup.domain.authorisations.kinds import State as Put
from joinedup.domain.authorisations.models import Authorisation
from joinedup.domain.basics.days import in_words
from joinedup.domain.figures.wording import listed_or_counted
from joinedup.domain.leads.queries import lead_of
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import State, Tier
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import held_seats
from joinedup.domain.signoffs.queries import (
    edition_to_sign,
    must_sign,
    not_signed,
    signed_edition,
)

FEWEST = 2
# More members than these are counted; the page of signatures names them.
NAMED = 3


@dataclass(frozen=True)
class Gate:
    """One thing that has to be there before a partnership begins; no reason where it is."""

    text: str
    reason: str | None
    page: str


def goes_by_gate(partnership: Partnership) -> bool:
    """Tell whether it is carried from an idea here; what was agreed before comes as it is."""
    return partnership.state == State.PROPOSED and not partnership.agreed_before


def gates_of(partnership: Partnership, day: date) -> list[Gate]:
    """Return what has to be there before a proposed partnership begins, the first first."""
    way_to_sign = "signing" if edition_to_sign(partnership) else "partnership_agreement"
    gates = [
        Gate("How significant it is", why_no_tier(partnership), "partnership_tier"),
        Gate("Who sits for its members", why_nobody_sits(partnership, day), "partnership_members"),
        Gate(f"{paper_of(partnership)}, signed", why_unsigned(partnership, day), way_to_sign),
    ]
    if partnership.tier != Tier.NETWORK:
        undecided = why_undecided(partnership, day)
        gates.append(Gate("The yes of the lead host", undecided, "partnership_begin"))
    return gates


def paper_of(partnership: Partnership) -> str:
    """Return what members of this partnership sign, as pages call it."""
    return "Terms of reference" if partnership.tier == Tier.NETWORK else "Agreement"


def why_no_tier(partnership: Partnership) -> str | None:
    """Return that the tier is missing, or None."""
    if partnership.tier:
        return None
    return "Work out its tier first: it says what has to be agreed and decided."


def why_nobody_sits(partnership: Partnership, day: date) -> str | None:
    """Return that fewer than two members have somebody on a place, or None."""
    held = held_seats(Partnership.objects.filter(pk=partnership.pk), day)
    if len({each.seat.membership_id for each in held}) >= FEWEST:
        return None
    return "Fewer than two members have somebody on a place. Say who sits for them."


def why_unsigned(partnership: Partnership, day: date) -> str | None:
    """Return whose signature is missing, or that there is no text to sign or it ended, or None."""
    paper = paper_of(partnership)
    edition = signed_edition(partnership) or edition_to_sign(partnership)
    if edition is None:
        return f"{paper}: nothing has been offered to sign yet."
    if edition.ends_on is not None and edition.ends_on < day:
        return f"{paper}: it ended on {in_words(edition.ends_on)}."
    # The smaller its number, the more a tier asks: more clauses, and of tier 1 a second signer.
    if partnership.tier and partnership.tier < edition.tier:
        return f"{paper}: the tier has been raised since. Take up its clauses, and offer that text."
    if not must_sign(partnership, day).exists():
        return f"{paper}: all its members are observers, so nobody has signed it."
    missing = [member.member_name for member in not_signed(edition, day)]
    if not missing:
        return None
    who = listed_or_counted(missing, NAMED, "members")
    return f"{paper}: {who} {'has' if len(missing) == 1 else 'have'} not signed."


def why_undecided(partnership: Partnership, day: date) -> str | None:
    """Return that the lead host has not said yes, and nothing more of its own affairs, or None."""
    lead = lead_of(partnership, day)
    if lead is None:
        return "Nobody leads its record, so nobody has decided."
    return None if has_said_yes(partnership, lead, day) else "The lead host has not yet decided."


def has_said_yes(partnership: Partnership, organisation: Organisation, day: date) -> bool:
    """Tell whether the last that a body decided on a partnership is a yes that holds still."""
    decided = Authorisation.objects.filter(
        appraisal__partnership=partnership,
        appraisal__organisation=organisation,
        state__in=(Put.AUTHORISED, Put.REFUSED),
    ).order_by("-decided_at", "-pk")
    last = decided.first()
    return last is not None and last.ends_on is not None and last.ends_on >= day
