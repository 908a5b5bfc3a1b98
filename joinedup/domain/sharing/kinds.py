from django.db.models import TextChoices


class Purpose(TextChoices):
    """What information is shared for; an arrangement covers one."""

    SAFETY = "SAFETY", "to keep a child or an adult safe"
    HELP = "HELP", "to give people help that they asked for"
    CRIME = "CRIME", "to prevent crime or look into it"
    HEALTH = "HEALTH", "to care for people’s health"
    HOUSING = "HOUSING", "to find or keep a home for people"
    EMERGENCY = "EMERGENCY", "to act in an emergency"
    FRAUD = "FRAUD", "to protect public money"
    PLANNING = "PLANNING", "to plan services"
    LEARNING = "LEARNING", "to find out what works"


class Whom(TextChoices):
    """The people whom information is about, as a group and never by name."""

    ANYBODY = "ANYBODY", "anybody we work with"
    CHILDREN = "CHILDREN", "children and young people"
    AT_RISK = "AT_RISK", "adults at risk"
    HARMED = "HARMED", "people who were harmed"
    HARMING = "HARMING", "people said to have done harm"
    TENANTS = "TENANTS", "tenants and leaseholders"
    STAFF = "STAFF", "staff and volunteers"


class DataKind(TextChoices):
    """What sort of information."""

    FIGURES = "FIGURES", "Figures in which nobody can be recognised"
    REACH = "REACH", "Names and how to reach people"
    NEEDS = "NEEDS", "What help people need or get"
    EVENTS = "EVENTS", "What happened, where and when"
    HOME = "HOME", "Homes and households"
    MONEY = "MONEY", "Money and benefits"
    LEARNING = "LEARNING", "School, training and work"
    HEALTH = "HEALTH", "Health"
    ETHNICITY = "ETHNICITY", "Race or ethnic origin"
    BELIEF = "BELIEF", "Religion or belief"
    POLITICS = "POLITICS", "Political opinions"
    UNION = "UNION", "Membership of a trade union"
    GENES = "GENES", "Genetic data"
    BIOMETRY = "BIOMETRY", "Fingerprints, faces and the like, used to tell who somebody is"
    SEX = "SEX", "Sex life or sexual orientation"
    OFFENCES = "OFFENCES", "Offences, convictions and what somebody is accused of"


# Special categories (UK GDPR Article 9), and offences (Article 10): both ask for a condition.
SPECIAL = frozenset(
    (
        DataKind.HEALTH,
        DataKind.ETHNICITY,
        DataKind.BELIEF,
        DataKind.POLITICS,
        DataKind.UNION,
        DataKind.GENES,
        DataKind.BIOMETRY,
        DataKind.SEX,
    )
)
NEED_CONDITION = SPECIAL | {DataKind.OFFENCES}


class Basis(TextChoices):
    """What makes sharing lawful for whoever shares: UK GDPR Article 6(1), or DPA 2018 Part 3.

    Point (ea) was added by the Data (Use and Access) Act 2025, from 5 February 2026.
    """

    CONSENT = "CONSENT", "Consent: each person freely agreed to it, Article 6(1)(a)"
    CONTRACT = "CONTRACT", "Contract: an agreement with the person needs it, Article 6(1)(b)"
    LAW = "LAW", "Legal obligation: a law tells us to, Article 6(1)(c)"
    VITAL = "VITAL", "Vital interests: somebody’s life may depend on it, Article 6(1)(d)"
    TASK = "TASK", "Public task: a task that the law gives us needs it, Article 6(1)(e)"
    RECOGNISED = (
        "RECOGNISED",
        "Recognised legitimate interest: one of those listed in Annex 1, Article 6(1)(ea)",
    )
    INTERESTS = (
        "INTERESTS",
        "Legitimate interests: good reason, not outweighed by the person’s, Article 6(1)(f)",
    )
    POLICING = (
        "POLICING",
        "Law enforcement: the police or the like need it for that task, Part 3, section 35(2)(b)",
    )
    AGREED = (
        "AGREED",
        "Law enforcement, and the person consented to it, Part 3, section 35(2)(a)",
    )
    NONE = "NONE", "None is needed: nobody can be recognised in it"


LAW_ENFORCEMENT = frozenset((Basis.POLICING, Basis.AGREED))
# Part 3 is for law enforcement purposes alone (DPA 2018, sections 29 and 31).
ENFORCED = frozenset((Purpose.CRIME, Purpose.FRAUD))


class Condition(TextChoices):
    """What allows sharing special categories or offences: UK GDPR Article 9(2), or DPA 2018.

    Article 9(2)(d) is left out: it lets a body keep such information, and not pass it on.
    """

    UNTOLD = "UNTOLD", "None yet, or none is needed"
    CONSENT = "CONSENT", "Explicit consent, Article 9(2)(a)"
    CARE_LAW = "CARE_LAW", "Employment and social protection law, Schedule 1 paragraph 1"
    VITAL = "VITAL", "The life of somebody who cannot consent, Article 9(2)(c)"
    PUBLIC = "PUBLIC", "The person made it public, Article 9(2)(e)"
    CLAIMS = "CLAIMS", "Legal claims or courts, Article 9(2)(f)"
    CARE = "CARE", "Health or social care, Schedule 1 paragraph 2"
    PUBLIC_HEALTH = "PUBLIC_HEALTH", "Public health, Schedule 1 paragraph 3"
    RESEARCH = "RESEARCH", "Research and statistics, Schedule 1 paragraph 4"
    STATUTE = "STATUTE", "A task given by law or government, Schedule 1 paragraph 6"
    EQUALITY = "EQUALITY", "Equal chances and treatment, Schedule 1 paragraph 8"
    CRIME = "CRIME", "Preventing or finding unlawful acts, Schedule 1 paragraph 10"
    FRAUD = "FRAUD", "Preventing fraud, Schedule 1 paragraph 14"
    SUPPORT = "SUPPORT", "Support with a disability or illness, Schedule 1 paragraph 16"
    COUNSELLING = "COUNSELLING", "Confidential counselling or advice, Schedule 1 paragraph 17"
    SAFEGUARDING = "SAFEGUARDING", "Children and people at risk, Schedule 1 paragraph 18"
    WELL_BEING = "WELL_BEING", "Money of people at risk, Schedule 1 paragraph 19"
    OFF_CONSENT = "OFF_CONSENT", "Offences: consent, Schedule 1 paragraph 29"
    OFF_VITAL = "OFF_VITAL", "Offences: somebody’s life, Schedule 1 paragraph 30"
    OFF_PUBLIC = "OFF_PUBLIC", "Offences: the person made it public, Schedule 1 paragraph 32"
    OFF_CLAIMS = "OFF_CLAIMS", "Offences: legal claims or courts, Schedule 1 paragraph 33"
    LE_CONSENT = "LE_CONSENT", "Law enforcement: consent, section 35(4)"
    LE_STATUTE = "LE_STATUTE", "Law enforcement: a task given by law, Schedule 8 paragraph 1"
    LE_JUSTICE = "LE_JUSTICE", "Law enforcement: justice, Schedule 8 paragraph 2"
    LE_VITAL = "LE_VITAL", "Law enforcement: somebody’s life, Schedule 8 paragraph 3"
    LE_SAFE = "LE_SAFE", "Law enforcement: children and people at risk, Schedule 8 paragraph 4"
    LE_PUBLIC = "LE_PUBLIC", "Law enforcement: the person made it public, Schedule 8 paragraph 5"
    LE_CLAIMS = "LE_CLAIMS", "Law enforcement: legal claims or courts, Schedule 8 paragraph 6"
    LE_FRAUD = "LE_FRAUD", "Law enforcement: preventing fraud, Schedule 8 paragraph 8"
    LE_RESEARCH = "LE_RESEARCH", "Law enforcement: research, Schedule 8 paragraph 9"


OF_ARTICLE_9 = frozenset((Condition.CONSENT, Condition.VITAL, Condition.PUBLIC, Condition.CLAIMS))
OF_OFFENCES = frozenset(each for each in Condition if each.name.startswith("OFF_"))
OF_PART_3 = frozenset(each for each in Condition if each.name.startswith("LE_"))


class Assessment(TextChoices):
    """Whether somebody has looked at what it could do to people (a DPIA)."""

    TO_DO = "TO_DO", "It is still to do"
    DONE = "DONE", "It has been done"
    NOT_NEEDED = "NOT_NEEDED", "It is not needed"


class SharingState(TextChoices):
    """How an arrangement stands on a day; worked out, never typed."""

    DRAFT = "DRAFT", "Draft"
    AHEAD = "AHEAD", "Begins later"
    IN_FORCE = "IN_FORCE", "In force"
    OVERDUE = "OVERDUE", "Review overdue"
    EXPIRED = "EXPIRED", "Expired"
    WITHDRAWN = "WITHDRAWN", "Withdrawn"


COLOURS = {
    SharingState.DRAFT: "grey",
    SharingState.AHEAD: "blue",
    SharingState.IN_FORCE: "green",
    SharingState.OVERDUE: "yellow",
    SharingState.EXPIRED: "red",
    SharingState.WITHDRAWN: "grey",
}


class Outcome(TextChoices):
    """What was decided when information was asked for or offered."""

    SHARED = "SHARED", "We shared it"
    REFUSED = "REFUSED", "We refused"
