"""Questions put to authorisers, reached by the acts of people."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from joinedup.domain.authorisations.actions import ask_for_authorisation, name_authoriser
from joinedup.domain.authorisations.models import Authorisation, Authoriser
from joinedup.domain.basics.days import day_of
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.partnerships.kinds import Tier
from tests.domain.appraisals.answering import completed

ANY_TIER = Tier.SIGNIFICANT


def named(
    cast: Any, at: Any, who: str = "helen", up_to: int | None = 50_000, days: int = 0, **more: Any
) -> Authoriser:
    """Let one of Thornford's people authorise."""
    told = {"tier": ANY_TIER, "because": "Cabinet", "by": cast.priya} | more
    from_on = day_of(at) + timedelta(days=days)
    amount = Decimal(up_to) if up_to else None
    return name_authoriser(
        cast.thornford, cast.people[who], up_to=amount, from_on=from_on, at=at, **told
    )


def asked(cast: Any, at: Any, authoriser: Authoriser | None = None, **said: Any) -> Authorisation:
    """Finish an appraisal and ask for 20,000 pounds; of a network where nothing is ``said``."""
    if not said:
        network = {"tier": Tier.NETWORK, "version": 1, "by": cast.priya, "at": at}
        tell_involvement(cast.safer, cast.thornford, **network)
    amount = said.pop("amount", Decimal(20_000))
    authoriser = authoriser or named(cast, at)
    return ask_for_authorisation(
        completed(cast, at, **said), authoriser, amount=amount, words="", by=cast.priya, at=at
    )
