"""Whether a condition of the law reaches a sort of information, and which law that is.

UK GDPR Article 9 asks for one before special categories are shared, Article 10 before offences
are. Under Part 3 of the Data Protection Act 2018, section 35(8) asks for one of its own, and
offences are its ordinary matter. What conditions demand besides, no rule here can know.
"""

from collections.abc import Collection

from joinedup.domain.sharing.kinds import (
    LAW_ENFORCEMENT,
    OF_ARTICLE_9,
    OF_OFFENCES,
    OF_PART_3,
    SPECIAL,
    Condition,
    DataKind,
)


def unconditioned(basis: str, condition: str, kinds: Collection[str]) -> frozenset[str]:
    """Return the kinds that need a condition which this one is not."""
    return frozenset(kind for kind in kinds if not is_conditioned(basis, condition, kind))


def is_conditioned(basis: str, condition: str, kind: str) -> bool:
    """Tell whether a kind has the condition it needs, or needs none."""
    enforced = basis in LAW_ENFORCEMENT
    if kind in SPECIAL:
        fits = condition in OF_PART_3 if enforced else condition not in OF_PART_3 | OF_OFFENCES
        return fits and condition != Condition.UNTOLD
    if kind == DataKind.OFFENCES and not enforced:
        return condition not in OF_ARTICLE_9 | OF_PART_3 | {Condition.UNTOLD}
    return True
