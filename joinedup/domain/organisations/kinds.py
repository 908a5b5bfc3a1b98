from django.db.models import TextChoices


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


class PostKind(TextChoices):
    """What a person is in an organisation, and so what they may do (docs/reference/access.toml)."""

    OFFICER = "OFFICER", "Partnership officer"
    MANAGER = "MANAGER", "Manager"
    DIRECTOR = "DIRECTOR", "Director or assistant director"
    LEADERSHIP = "LEADERSHIP", "Leadership team"
    AUDITOR = "AUDITOR", "Auditor"
    STEWARD = "STEWARD", "Steward of the installation"


POWERS = {
    PostKind.OFFICER: "Registers partnerships for it, keeps their records, runs reviews.",
    PostKind.MANAGER: "The same, and says who works there.",
    PostKind.DIRECTOR: "Reads its partnerships and their draft results.",
    PostKind.LEADERSHIP: "Reads its partnerships and results that stand.",
    PostKind.AUDITOR: "Reads its partnerships and results that stand, and changes nothing.",
    PostKind.STEWARD: "Runs the service: says who works in any organisation, keeps the directory.",
}


SCHEMES = {
    "GSS": "Official area code (GSS)",
    "GB-CHC": "Charity number, England and Wales",
    "GB-SC": "Charity number, Scotland",
    "GB-NIC": "Charity number, Northern Ireland",
    "GB-COH": "Company number",
    "GB-LAE": "Local authority register, England",
    "GB-EDU": "School number",
}
