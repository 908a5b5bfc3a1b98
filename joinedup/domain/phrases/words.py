"""The words people write for kinds, states, sectors and places, and the codes they stand for.

The codes are those of the register's own kinds; a test holds the two lists together.
"""

from joinedup.domain.basics.folding import folded
from joinedup.domain.registers.numbers import normalised, why_not_number
from joinedup.domain.registers.schemes import SCHEMES

UNTOLD = "UNTOLD"

# field: code: (how it reads, other words for it)
WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "state": {
        "IDEA": ("Idea", "concept"),
        "PROPOSED": ("Proposed", "planned, in development, developing, forming, new, emerging"),
        "ACTIVE": ("Active", "live, current, ongoing, operational, open, running, existing"),
        "CLOSING": ("Closing", "winding down, being wound up, ending"),
        "CLOSED": ("Closed", "ended, ceased, disbanded, dissolved, inactive, wound up, finished"),
        "DECLINED": ("Declined", "rejected, refused, not approved"),
    },
    "kind": {
        "COMMISSIONED": ("Commissioned", "secondment, commissioning, contractual"),
        "COOPERATIVE": ("Cooperative", "co-operative, cooperation, co-operation"),
        "COORDINATED": ("Coordinated", "co-ordinated, coordination, co-ordination"),
        "COLLABORATIVE": ("Collaborative", "collaboration"),
    },
    "level": {
        "STRATEGIC": ("Strategic", "strategy, executive"),
        "OPERATIONAL": ("Operational", "delivery, tactical, working group"),
    },
    "openness": {
        "PUBLIC": ("Public: anyone may be shown it", "public, open, anyone, published, yes"),
        "RESTRICTED": (
            "Restricted: only those on it and their organisations",
            "restricted, private, confidential, closed, internal only, not public, no",
        ),
    },
    "is_internal": {
        "INTERNAL": ("Internal: parts of one organisation", "internal, yes, in house, in-house"),
        "EXTERNAL": ("External: different organisations", "external, no, multi-agency"),
    },
    "legal_form": {
        "NONE": (
            "None of its own: its members act",
            "none, no, unincorporated, informal, no legal status, unincorporated association",
        ),
        "COMMITTEE": ("Joint committee", "committee, section 101, s101, s.101, section 102"),
        "STATUTORY": ("Body set up by law", "statutory, statutory body, statutory board"),
        "COMPANY": (
            "Company",
            "limited company, ltd, by guarantee, cic, llp, incorporated",
        ),
        "CHARITY": ("Charity or trust", "charity, trust, cio, charitable trust"),
        "OTHER": ("Something else", "other"),
    },
    "expected_life": {
        "SHORT": ("Less than a year", "short, short term, under a year, under 1 year, 6 months"),
        "MIDDLE": ("One to three years", "medium, medium term, 1 to 3 years, 1-3 years, 2 years"),
        "LONG": ("More than three years", "long, long term, over three years, 3+ years, 5 years"),
        "LASTING": (
            "Lasting: no end is planned",
            "lasting, permanent, ongoing, indefinite, no end, open ended",
        ),
    },
    "form": {
        "BODY": ("An organisation", "organisation, body"),
        "PART": ("A part of an organisation", "part, department, team, branch"),
        "CLASS": ("All organisations of a sort", "class, group of bodies, all of a sort"),
        "CONSORTIUM": ("A consortium of several", "consortium"),
        "PERSON": ("A person in their own right", "person, individual"),
    },
    "tier": {
        "1": ("1, significant", "tier 1, one, significant, major"),
        "2": ("2, key", "tier 2, two, key"),
        "3": ("3, network", "tier 3, three, network, minor"),
    },
    "standing": {
        "CORE": ("Core member", "core, full, member, full member, statutory, voting, yes, partner"),
        "ASSOCIATE": ("Associate", "assoc, associate member, invited, co-opted, coopted, advisory"),
        "OBSERVER": ("Observer", "in attendance, non voting, non-voting, for information"),
    },
    "capacity": {
        "CHAIR": ("Chair", "chairman, chairperson, chairwoman, independent chair, co-chair"),
        "COORDINATOR": ("Coordinator", "co-ordinator, lead officer, lead, partnership manager"),
        "REPRESENTATIVE": ("Representative", "rep, member, partner, attendee, delegate, voting"),
        "DEPUTY": ("Deputy", "vice chair, vice-chair, substitute, alternate"),
        "SECRETARY": ("Secretary", "clerk, secretariat, admin, administrator, minutes"),
    },
    "sector": {
        "COUNCIL": ("Council", "local authority, la, local government, district, county, unitary"),
        "PARISH": (
            "Parish or town council",
            "parish, parish council, town council, town, parishes",
        ),
        "POLICE": ("Police", "police force, police service, constabulary"),
        "FIRE": ("Fire and rescue", "fire, fire service, fire authority"),
        "HEALTH": ("Health body", "health, nhs, icb, ccg, health service"),
        "EDUCATION": ("School or college", "education, school, schools, college, university"),
        "JUSTICE": ("Probation or justice body", "probation, justice, criminal justice, courts"),
        "PUBLIC": ("Other public body", "public, public sector, statutory, government"),
        "HOUSING": ("Housing association", "housing, registered provider, social landlord, rsl"),
        "CHARITY": (
            "Charity or voluntary group",
            "charity, voluntary, vcs, vcse, third sector, voluntary sector, voluntary group",
        ),
        "COMMUNITY": ("Community or residents’ group", "community, residents, community group"),
        "FAITH": ("Faith group", "faith, religious, church"),
        "EQUALITY": ("Equality group", "equality, equalities"),
        "BUSINESS": ("Business", "private, private sector, company, commercial"),
    },
    "sort": {
        "CASH": ("Money", "cash, funding, grant, pounds"),
        "HOURS": ("Hours of work", "hours, time, staff time, officer time"),
        "KIND": (
            "Something else: rooms, equipment, information",
            "in kind, kind, something else, rooms, equipment, information",
        ),
    },
    "scheme": {code: (scheme.label, scheme.words) for code, scheme in SCHEMES.items()},
}
LOOKUP = {
    field: {
        folded(word): code
        for code, (label, others) in words.items()
        for word in (code, label, *others.split(","))
    }
    for field, words in WORDS.items()
}


def code_of(field: str, text: str) -> str | None:
    """Return the code that a word stands for in a field, or None when we do not know the word."""
    return LOOKUP[field].get(folded(text))


def label_of(field: str, code: str) -> str:
    """Return how a code reads."""
    return WORDS[field][code][0]


def read_identifier(scheme: str, text: str) -> tuple[str, str]:
    """Return an identifier as its register writes it, and what is wrong with it, if anything."""
    if reason := why_not_number(scheme, text):
        return "", f"“{text}” cannot be right. {reason}"
    return normalised(scheme, text), ""
