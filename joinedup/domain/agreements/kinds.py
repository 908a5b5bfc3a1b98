from django.db.models import TextChoices


class Form(TextChoices):
    """How much is written: a network needs one page."""

    FULL = "FULL", "Agreement"
    ONE_PAGE = "ONE_PAGE", "Terms of reference on one page"


class Standing(TextChoices):
    """What has been decided about a clause."""

    TO_DO = "TO_DO", "To do"
    IN_AGREEMENT = "IN_AGREEMENT", "In the agreement"
    NOT_NEEDED = "NOT_NEEDED", "Not needed"


class ProposalState(TextChoices):
    """What became of a member's proposed change."""

    OPEN = "OPEN", "Open"
    TAKEN = "TAKEN", "Taken"
    DECLINED = "DECLINED", "Declined"
    WITHDRAWN = "WITHDRAWN", "Taken back"


class EditionState(TextChoices):
    """Where a text that was offered to sign stands."""

    OFFERED = "OFFERED", "Offered to sign"
    SIGNED = "SIGNED", "Signed"
    SUPERSEDED = "SUPERSEDED", "Replaced by a later text"
    WITHDRAWN = "WITHDRAWN", "Taken back"


PROPOSAL_MOVES: dict[ProposalState, tuple[ProposalState, ...]] = {
    ProposalState.OPEN: (ProposalState.TAKEN, ProposalState.DECLINED, ProposalState.WITHDRAWN),
    ProposalState.TAKEN: (),
    ProposalState.DECLINED: (),
    ProposalState.WITHDRAWN: (),
}
EDITION_MOVES: dict[EditionState, tuple[EditionState, ...]] = {
    EditionState.OFFERED: (
        EditionState.SIGNED,
        EditionState.SUPERSEDED,
        EditionState.WITHDRAWN,
    ),
    EditionState.SIGNED: (EditionState.SUPERSEDED,),
    EditionState.SUPERSEDED: (),
    EditionState.WITHDRAWN: (),
}
LONGEST_WORDS = 10_000
"""As many signs as one clause may have."""
