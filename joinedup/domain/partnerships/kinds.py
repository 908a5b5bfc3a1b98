from django.db.models import IntegerChoices, TextChoices


class State(TextChoices):
    """Where a record stands, from an idea to its end."""

    IDEA = "IDEA", "Idea"
    PROPOSED = "PROPOSED", "Proposed"
    ACTIVE = "ACTIVE", "Active"
    CLOSING = "CLOSING", "Closing"
    CLOSED = "CLOSED", "Closed"
    DECLINED = "DECLINED", "Declined"


MOVES: dict[State, tuple[State, ...]] = {
    State.IDEA: (State.PROPOSED, State.DECLINED),
    State.PROPOSED: (State.ACTIVE, State.DECLINED, State.IDEA),
    State.ACTIVE: (State.CLOSING,),
    State.CLOSING: (State.CLOSED, State.ACTIVE),
    State.CLOSED: (),
    State.DECLINED: (State.IDEA,),
}
RUNNING = (State.ACTIVE, State.CLOSING)
OVER = (State.CLOSED, State.DECLINED)


class Kind(TextChoices):
    """How much is shared. No kind is better than another (domain.md 5.10)."""

    COMMISSIONED = "COMMISSIONED", "Commissioned"
    COOPERATIVE = "COOPERATIVE", "Cooperative"
    COORDINATED = "COORDINATED", "Coordinated"
    COLLABORATIVE = "COLLABORATIVE", "Collaborative"
    UNTOLD = "UNTOLD", "Not yet told us"


KIND_SENTENCES = {
    Kind.COMMISSIONED: "One body sets the task and another carries it out.",
    Kind.COOPERATIVE: "Each body keeps its own plans and helps the others.",
    Kind.COORDINATED: "Some planning, roles and resources are shared around a project.",
    Kind.COLLABORATIVE: "Aims, planning, resources and risk are shared for the long term.",
    Kind.UNTOLD: "Nobody has told us yet what kind of partnership this is.",
}


class Level(TextChoices):
    STRATEGIC = "STRATEGIC", "Strategic"
    OPERATIONAL = "OPERATIONAL", "Operational"
    UNTOLD = "UNTOLD", "Not yet told us"


class Tier(IntegerChoices):
    SIGNIFICANT = 1, "1, significant"
    KEY = 2, "2, key"
    NETWORK = 3, "3, network"


class Standing(TextChoices):
    CORE = "CORE", "Core member"
    ASSOCIATE = "ASSOCIATE", "Associate"
    OBSERVER = "OBSERVER", "Observer"


class Capacity(TextChoices):
    CHAIR = "CHAIR", "Chair"
    COORDINATOR = "COORDINATOR", "Coordinator"
    REPRESENTATIVE = "REPRESENTATIVE", "Representative"
    DEPUTY = "DEPUTY", "Deputy"
    SECRETARY = "SECRETARY", "Secretary"


LEADING = (Capacity.CHAIR, Capacity.COORDINATOR)


class Told(TextChoices):
    """A fact somebody told us, and not the same as nobody having said (DESIGN 10.20)."""

    UNTOLD = "UNTOLD", "Not yet told us"
    YES = "YES", "Yes"
    NO = "NO", "No"


class LegalForm(TextChoices):
    """What the partnership is in law, and so who may contract, employ, own and be sued."""

    UNTOLD = "UNTOLD", "Not yet told us"
    NONE = "NONE", "None of its own: its members act"
    COMMITTEE = "COMMITTEE", "Joint committee"
    STATUTORY = "STATUTORY", "Body set up by law"
    COMPANY = "COMPANY", "Company"
    CHARITY = "CHARITY", "Charity or trust"
    OTHER = "OTHER", "Something else"


class Life(TextChoices):
    """How long the members expect it to be needed."""

    UNTOLD = "UNTOLD", "Not yet told us"
    SHORT = "SHORT", "Less than a year"
    MIDDLE = "MIDDLE", "One to three years"
    LONG = "LONG", "More than three years"
    LASTING = "LASTING", "Lasting: no end is planned"


class Openness(TextChoices):
    """Whether the record may be shown to anyone, or to those on the partnership alone."""

    UNTOLD = "UNTOLD", "Not yet told us"
    PUBLIC = "PUBLIC", "Public: anyone may be shown it"
    RESTRICTED = "RESTRICTED", "Restricted: only those on it and their organisations"
