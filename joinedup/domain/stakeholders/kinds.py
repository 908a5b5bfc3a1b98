from datetime import timedelta

from django.db.models import TextChoices

from joinedup.domain.organisations.kinds import Sector

# An invitation that nobody has answered for so long is asked about.
LONG_AGO = timedelta(days=30)


class Weight(TextChoices):
    """How much influence or interest somebody has, as those who keep the record see it."""

    LOW = "LOW", "Low"
    MIDDLE = "MIDDLE", "Medium"
    HIGH = "HIGH", "High"
    UNTOLD = "UNTOLD", "Not yet told us"


class Wish(TextChoices):
    """Whether we want them, they want in, or nobody is sure."""

    NEEDED = "NEEDED", "Needed"
    WANTED = "WANTED", "Wanted"
    WILLING = "WILLING", "Wants to take part"
    UNSURE = "UNSURE", "Uncertain"
    UNTOLD = "UNTOLD", "Not yet told us"


WISH_HINTS = {
    Wish.NEEDED: "We cannot do it without them.",
    Wish.WANTED: "It would go better with them.",
    Wish.WILLING: "They have shown interest, or asked.",
    Wish.UNSURE: "Not now, or we cannot tell yet.",
}


class Source(TextChoices):
    """How we came to think of them."""

    KNOWN = "KNOWN", "We knew them"
    SHARED = "SHARED", "They work with our members elsewhere"
    TALK = "TALK", "A conversation"
    ASKED = "ASKED", "They asked"
    GAP = "GAP", "A gap showed: nobody spoke for these people or this place"
    UNTOLD = "UNTOLD", "Not yet told us"


class ApproachState(TextChoices):
    """How far it has come with somebody who could be a member."""

    IDENTIFIED = "IDENTIFIED", "Identified"
    CONTACTED = "CONTACTED", "Contacted"
    MET = "MET", "Met informally"
    INVITED = "INVITED", "Invited"
    JOINED = "JOINED", "Joined"
    DECLINED = "DECLINED", "Declined"
    NOT_INVITED = "NOT_INVITED", "Not invited"


_S = ApproachState
# Nobody types that a body has joined: the list of members tells it.
MOVES: dict[ApproachState, tuple[ApproachState, ...]] = {
    _S.IDENTIFIED: (_S.CONTACTED, _S.MET, _S.INVITED, _S.NOT_INVITED),
    _S.CONTACTED: (_S.MET, _S.INVITED, _S.DECLINED, _S.NOT_INVITED),
    _S.MET: (_S.CONTACTED, _S.INVITED, _S.DECLINED, _S.NOT_INVITED),
    _S.INVITED: (_S.JOINED, _S.MET, _S.CONTACTED, _S.DECLINED),
    _S.JOINED: (),
    _S.DECLINED: (_S.CONTACTED, _S.MET, _S.INVITED),
    _S.NOT_INVITED: (_S.IDENTIFIED, _S.CONTACTED, _S.MET, _S.INVITED),
}
TYPED = tuple(state for state in ApproachState if state != ApproachState.JOINED)
STATE_HINTS = {
    _S.CONTACTED: "A letter, a call or a message: they know that we think of them.",
    _S.MET: "A conversation before anything is drafted. Note what was said.",
    _S.INVITED: "They were asked to join.",
    _S.DECLINED: "They said no, or not now.",
    _S.NOT_INVITED: "We decided not to ask. The reason is theirs to read when they ask.",
    _S.IDENTIFIED: "Back to the beginning: we look again.",
}
STATE_COLOURS = {
    _S.IDENTIFIED: "grey",
    _S.CONTACTED: "light-blue",
    _S.MET: "light-blue",
    _S.INVITED: "yellow",
    _S.JOINED: "green",
    _S.DECLINED: "orange",
    _S.NOT_INVITED: "grey",
}


class YardstickSort(TextChoices):
    """By what a partnership judges whether somebody is missing."""

    SECTOR = "SECTOR", "Sector"
    SIDE = "SIDE", "Kind of body"
    GROUP = "GROUP", "People served or spoken for"
    PLACE = "PLACE", "Place"
    SERVICE = "SERVICE", "Service"


# Nothing in the directory tells who speaks for these: people say it.
BY_HAND = (YardstickSort.PLACE, YardstickSort.SERVICE)

# To follow “nobody is here from”.
SECTOR_WORDS = {
    Sector.COUNCIL: "a council",
    Sector.PARISH: "a parish or town council",
    Sector.POLICE: "the police",
    Sector.FIRE: "fire and rescue",
    Sector.HEALTH: "a health body",
    Sector.EDUCATION: "a school or college",
    Sector.JUSTICE: "probation or another justice body",
    Sector.PUBLIC: "any other public body",
    Sector.HOUSING: "a housing association",
    Sector.CHARITY: "a charity or voluntary group",
    Sector.COMMUNITY: "a community or residents’ group",
    Sector.FAITH: "a faith group",
    Sector.EQUALITY: "an equality group",
    Sector.BUSINESS: "a business",
}
