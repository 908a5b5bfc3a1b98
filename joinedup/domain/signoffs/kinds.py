from datetime import timedelta

from django.db.models import TextChoices

from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.kinds import Standing, Tier

# Whose signature an agreement needs; observers listen and do not sign.
SIGNING = (Standing.CORE, Standing.ASSOCIATE)
# Whom a body can let sign for it.
CAN_SIGN = (PostKind.OFFICER, PostKind.MANAGER, PostKind.DIRECTOR, PostKind.LEADERSHIP)
# How many people of each member sign: for a significant partnership one is not enough.
SIGNERS = {Tier.SIGNIFICANT: 2, Tier.KEY: 1, Tier.NETWORK: 1}
# How long before its last day, or before a fresh look is due, an agreement comes up.
WATCHED_FOR = timedelta(days=90)


class Watch(TextChoices):
    """Why somebody should look at an agreement."""

    ENDED = "ENDED", "Ended"
    ENDING = "ENDING", "Ends within 90 days"
    LOOK = "LOOK", "Due for a fresh look within 90 days"
    GAP = "GAP", "Not signed by every member"
