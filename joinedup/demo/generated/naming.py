"""What things and people are called: made up, and never twice the same for bodies."""

from joinedup.demo.made_register import BEGINNINGS, ENDINGS, FAMILY, GIVEN

# What a partnership is about, and what it is for.
ABOUT = {
    "Community Safety": "People feel safe at home and in the street, and offending falls.",
    "Youth": "Young people have somewhere to go, something to do and someone to talk to.",
    "Health and Wellbeing": "People live longer in good health, wherever they live.",
    "Flood Action": "Homes and roads flood less often, and neighbours know what to do.",
    "Homelessness": "Nobody has to sleep rough, and families keep their homes.",
    "Carers": "Unpaid carers are known, get a break and are listened to.",
    "Arts and Culture": "Everybody can make, see and hear something good near home.",
    "Domestic Abuse": "People who live with abuse are safe sooner, and those who abuse stop.",
    "Climate": "Homes, travel and food do less harm, and bills fall with it.",
    "Ageing Well": "Older people stay well, connected and at home for as long as they wish.",
    "Food": "Nobody goes hungry, and good food is grown and cooked here.",
    "Skills and Work": "People find work that pays, and firms find the people they need.",
    "Rural Transport": "People without a car get to work, school, shops and the doctor.",
    "Money Advice": "People in debt get free advice in a week, not in three months.",
    "Early Years": "Every child is ready for school at five.",
    "Mental Health": "People in distress find help before it becomes a crisis.",
    "Digital Inclusion": "Everybody who wants to can get online, safely and cheaply.",
    "Armed Forces": "People who serve or served lose nothing by it.",
    "Warm Homes": "Homes are warm and dry, and cost less to heat.",
    "Substance Misuse": "Fewer people die of drugs and drink, and more recover.",
}
THEMES = list(ABOUT)
SORTS = ("Partnership", "Board", "Forum", "Network", "Alliance", "Steering Group")
CHARITIES = {
    "Carers Trust": "CHARITY",
    "Citizens Advice": "CHARITY",
    "Food Share": "COMMUNITY",
    "Housing Association": "HOUSING",
    "Primary Care Network": "HEALTH",
    "Parish Council": "PARISH",
    "Academy": "EDUCATION",
    "Youth Club": "CHARITY",
    "Residents’ Association": "COMMUNITY",
    "Methodist Church": "FAITH",
    "Mosque": "FAITH",
    "Chamber of Trade": "BUSINESS",
    "Women’s Aid": "CHARITY",
    "Age Concern": "CHARITY",
    "Disability Forum": "EQUALITY",
    "Volunteer Centre": "CHARITY",
    "Police": "POLICE",
    "Community Transport": "CHARITY",
    "Hospice": "CHARITY",
    "College": "EDUCATION",
}
LONGER = ("", "East ", "West ", "Upper ", "Lower ", "Old ", "New ", "Great ", "Little ", "Far ")
PLACES = len(BEGINNINGS) * len(ENDINGS)
ENOUGH = PLACES * len(LONGER)


def place(number: int) -> str:
    """Return where something is: one of four thousand made-up places."""
    number %= ENOUGH
    # Neighbours in the table lie far apart in the alphabet, as they do in a real register.
    beginning = BEGINNINGS[(number * 7) % len(BEGINNINGS)]
    ending = ENDINGS[(number // len(BEGINNINGS) + number * 3) % len(ENDINGS)]
    return f"{LONGER[number // PLACES]}{beginning}{ending}"


def one_of_many(number: int, kinds: int) -> tuple[str, int]:
    """Return a place and one of so many kinds; no two numbers return the same."""
    name, round = place(number), number // ENOUGH
    kind = (round + number) % kinds
    if round >= kinds:
        name = f"{name} and {place(number + round // kinds)}"
    return name, kind


def partnership_name(number: int) -> tuple[str, str]:
    """Return what a partnership is called and what it is about."""
    where, kind = one_of_many(number, len(THEMES) * len(SORTS))
    theme, sort = kind % len(THEMES), kind // len(THEMES)
    return f"{where} {THEMES[theme]} {SORTS[(theme + sort) % len(SORTS)]}", THEMES[theme]


def charity_name(number: int) -> tuple[str, str]:
    """Return what a body that is no public body is called, and its sector."""
    where, kind = one_of_many(number, len(CHARITIES))
    what, sector = list(CHARITIES.items())[kind]
    return f"{where} {what}", sector


def public_body_name(number: int) -> tuple[str, str]:
    """Return what a public body is called, and its sector: a council, seldom anything else."""
    name = place(number * 3)
    if number % 10 == 7:
        return f"{name} Integrated Care Board", "HEALTH"
    if number % 10 == 9:
        return f"{name} Fire and Rescue Service", "FIRE"
    return f"{name} {'County' if number % 10 == 1 else 'District'} Council", "COUNCIL"


def person_name(number: int) -> str:
    """Return a person's name; people may share one, as they do."""
    given, family = GIVEN[number % len(GIVEN)], FAMILY[(number * 5 + number // 28) % len(FAMILY)]
    double = number // (len(GIVEN) * len(FAMILY)) % len(FAMILY)
    return f"{given} {family}-{FAMILY[double - 1]}" if double else f"{given} {family}"
