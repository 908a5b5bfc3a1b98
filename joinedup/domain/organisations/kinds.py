from datetime import timedelta

from django.db.models import TextChoices

from joinedup.domain.registers.schemes import SCHEMES as REGISTERS


class Sector(TextChoices):
    """The part of public life a body belongs to, as its neighbours would say it."""

    COUNCIL = "COUNCIL", "Council"
    PARISH = "PARISH", "Parish or town council"
    POLICE = "POLICE", "Police"
    FIRE = "FIRE", "Fire and rescue"
    HEALTH = "HEALTH", "Health body"
    EDUCATION = "EDUCATION", "School or college"
    JUSTICE = "JUSTICE", "Probation or justice body"
    PUBLIC = "PUBLIC", "Other public body"
    HOUSING = "HOUSING", "Housing association"
    CHARITY = "CHARITY", "Charity or voluntary group"
    COMMUNITY = "COMMUNITY", "Community or residents’ group"
    FAITH = "FAITH", "Faith group"
    EQUALITY = "EQUALITY", "Equality group"
    BUSINESS = "BUSINESS", "Business"
    UNTOLD = "UNTOLD", "Not yet told us"


class Side(TextChoices):
    """Two broad sides, shown when sectors are too small to be told apart."""

    PUBLIC = "PUBLIC", "Public bodies"
    VOLUNTARY = "VOLUNTARY", "Voluntary, community and faith groups"
    BUSINESS = "BUSINESS", "Businesses"
    UNTOLD = "UNTOLD", "Others"


SIDES = {
    Sector.COUNCIL: Side.PUBLIC,
    Sector.PARISH: Side.PUBLIC,
    Sector.POLICE: Side.PUBLIC,
    Sector.FIRE: Side.PUBLIC,
    Sector.HEALTH: Side.PUBLIC,
    Sector.EDUCATION: Side.PUBLIC,
    Sector.JUSTICE: Side.PUBLIC,
    Sector.PUBLIC: Side.PUBLIC,
    Sector.HOUSING: Side.VOLUNTARY,
    Sector.CHARITY: Side.VOLUNTARY,
    Sector.COMMUNITY: Side.VOLUNTARY,
    Sector.FAITH: Side.VOLUNTARY,
    Sector.EQUALITY: Side.VOLUNTARY,
    Sector.BUSINESS: Side.BUSINESS,
    Sector.UNTOLD: Side.UNTOLD,
}


class NameSort(TextChoices):
    FORMER = "FORMER", "Former name"
    ALIAS = "ALIAS", "Also known as"
    SHORT = "SHORT", "Short name"
    WELSH = "WELSH", "Welsh name"


class Form(TextChoices):
    """What sort of member a body could be (DESIGN 10.2)."""

    BODY = "BODY", "An organisation"
    PART = "PART", "A part of an organisation"
    CLASS = "CLASS", "All organisations of a sort"
    CONSORTIUM = "CONSORTIUM", "A consortium of several"
    PERSON = "PERSON", "A person in their own right"


FORM_SENTENCES = {
    Form.BODY: "A council, a police force, a charity, a business, a residents’ group.",
    Form.PART: "A department, a team or a branch that joins for itself.",
    Form.CLASS: "For example, all parish councils, where nobody names each of them.",
    Form.CONSORTIUM: "Several bodies, often small ones, that share a place and take turns in it.",
    Form.PERSON: "Somebody who takes part for nobody but themselves.",
}


class Group(TextChoices):
    """Whom a body serves or speaks for; who is missing is found by these."""

    RESIDENTS = "RESIDENTS", "Residents of one neighbourhood"
    TENANTS = "TENANTS", "Tenants and leaseholders"
    YOUNG = "YOUNG", "Children and young people"
    OLDER = "OLDER", "Older people"
    WOMEN = "WOMEN", "Women and girls"
    DISABLED = "DISABLED", "Disabled people"
    RACE = "RACE", "People of minority ethnic groups"
    TRAVELLERS = "TRAVELLERS", "Gypsies, Roma and Travellers"
    NEWCOMERS = "NEWCOMERS", "Refugees and other newcomers"
    LANGUAGES = "LANGUAGES", "People whose first language is not English"
    FAITH = "FAITH", "People of a faith"
    LGBT = "LGBT", "Lesbian, gay, bisexual and trans people"
    CARERS = "CARERS", "Unpaid carers"
    MINDS = "MINDS", "People with mental ill health"
    HOMELESS = "HOMELESS", "People without a home"
    SURVIVORS = "SURVIVORS", "People who have lived with abuse or violence"
    RECOVERY = "RECOVERY", "People in recovery from drugs or alcohol"
    OFFENDERS = "OFFENDERS", "Prisoners and people who have offended"
    POOR = "POOR", "People on low incomes"
    RURAL = "RURAL", "People in villages and remote places"
    FORCES = "FORCES", "Armed forces, veterans and their families"
    SELDOM = "SELDOM", "Others who are seldom heard"


class SuccessionSort(TextChoices):
    """How one body came after another, as the earlier one’s page says it."""

    REPLACED = "REPLACED", "Replaced by"
    MERGED = "MERGED", "Merged into"
    SPLIT = "SPLIT", "Split into"
    PART = "PART", "Part of its work went to"


# The same, as the later one's page says it.
CAME_FROM = {
    SuccessionSort.REPLACED: "Replaced",
    SuccessionSort.MERGED: "Took in",
    SuccessionSort.SPLIT: "Was split off from",
    SuccessionSort.PART: "Took over part of the work of",
}


class PostKind(TextChoices):
    """What a person is in an organisation, and so what they may do (docs/reference/access.toml)."""

    OFFICER = "OFFICER", "Partnership officer"
    MANAGER = "MANAGER", "Manager"
    DIRECTOR = "DIRECTOR", "Director or assistant director"
    LEADERSHIP = "LEADERSHIP", "Leadership team"
    AUDITOR = "AUDITOR", "Auditor"
    STEWARD = "STEWARD", "Steward of the installation"


# Who keep the records that their body leads, and run its rounds.
OFFICERS = (PostKind.OFFICER, PostKind.MANAGER)

# Who can change records of others, and so must set up a second step for signing in.
KEEPING = (PostKind.OFFICER, PostKind.MANAGER, PostKind.STEWARD)

# Who has which post is confirmed once a year, and asked for a month before.
CONFIRMED_FOR, TIME_TO_CONFIRM = timedelta(days=365), timedelta(days=28)

POWERS = {
    PostKind.OFFICER: "Registers partnerships for it, keeps their records, runs reviews.",
    PostKind.MANAGER: "The same, and says who works there.",
    PostKind.DIRECTOR: "Reads its partnerships and their draft results.",
    PostKind.LEADERSHIP: "Reads its partnerships and results that stand.",
    PostKind.AUDITOR: "Reads its partnerships and results that stand, and changes nothing.",
    PostKind.STEWARD: "Runs the service: says who works in any organisation, keeps the directory.",
}


SCHEMES = {code: scheme.label for code, scheme in REGISTERS.items()}
