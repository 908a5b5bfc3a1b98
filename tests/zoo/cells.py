"""Cells as people type them, and what is read: a value, nothing told, or a sentence to ask by."""

from datetime import date
from decimal import Decimal

ASSUMED, ASKED, NOT_TOLD = "assumed", "asked", "not told"

# what was typed: (the day, or why there is none)
DATES = {
    "3 April 2019": date(2019, 4, 3),
    "3rd of April 2019": date(2019, 4, 3),
    "April 3, 2019": date(2019, 4, 3),
    "3-Apr-19": date(2019, 4, 3),
    "25/4/19": date(2019, 4, 25),
    "25.04.2019": date(2019, 4, 25),
    "2019-04-03": date(2019, 4, 3),
    "2019-04-03 00:00:00": date(2019, 4, 3),
    "Wed 3 April 2019": date(2019, 4, 3),
    "since 3 April 2019": date(2019, 4, 3),
    "43558": date(2019, 4, 3),
    "April 2019": date(2019, 4, 1),
    "Apr-19": date(2019, 4, 1),
    "04/2019": date(2019, 4, 1),
    "Spring 2024": date(2024, 3, 1),
    "winter '23": date(2023, 12, 1),
    "Sept 21": date(2021, 9, 1),
    "2023/24": date(2023, 4, 1),
    "2023-2024": date(2023, 4, 1),
    "1998": date(1998, 1, 1),
    "31/02/2019": ASKED,
    "ongoing": ASKED,
    "n/a": NOT_TOLD,
    "-": NOT_TOLD,
    "TBC": NOT_TOLD,
    "": NOT_TOLD,
}
# Alone in its column, a date of two small numbers is asked.
AMBIGUOUS = ["3/4/19", "03/04/2019", "3.4.2019", "3-4-19"]
# A date that says less than a day is read as its first, and that is said.
SAID_SO = ["43558", "April 2019", "Spring 2024", "Sept 21", "2023/24", "1998"]

MONEY = {
    "£1.2m": Decimal(1_200_000),
    "10k": Decimal(10_000),
    "£12,500": Decimal(12_500),
    "12500.50": Decimal("12500.50"),
    "about £3 million": Decimal(3_000_000),
    "£900 p.a.": Decimal(900),
    "nil": Decimal(0),
    "£0": Decimal(0),
    "n/a": NOT_TOLD,
    "-": NOT_TOLD,
    "TBC": NOT_TOLD,
    "unknown": NOT_TOLD,
    "£10k to £20k": ASKED,
    "in kind": ASKED,
}

YES_NO = {
    "Yes": True,
    "y": True,
    "✓": True,
    "Signed 3 April 2019": True,
    "No": False,
    "nil": False,
    "not yet": False,
    "TBC": NOT_TOLD,
    "n/k": NOT_TOLD,
    "": NOT_TOLD,
    "partly": ASKED,
}

# a cell of members: (names proposed, words that come back)
MEMBERS = {
    "Police, Fire Service, NHS Trust": (["Police", "Fire Service", "NHS Trust"], []),
    "Police; Fire Service; NHS Trust;": (["Police", "Fire Service", "NHS Trust"], []),
    "Police\nFire Service\n\nNHS Trust": (["Police", "Fire Service", "NHS Trust"], []),
    "• Police\n• Fire Service": (["Police", "Fire Service"], []),
    "1. Police\n2. Fire Service": (["Police", "Fire Service"], []),
    "Police and Fire Service": (["Police", "Fire Service"], []),
    "Police, Fire and Rescue Service and Age UK": (
        ["Police", "Fire and Rescue Service", "Age UK"],
        [],
    ),
    "Police & Age UK": (["Police", "Age UK"], []),
    "Police (Insp. Roe), Age UK (chair)": (["Police", "Age UK"], ["(Insp. Roe)", "(chair)"]),
    "Police - lead, Age UK": (["Police", "Age UK"], ["lead"]),
    "Police, Age UK etc.": (["Police", "Age UK"], ["etc"]),
    "Parish councils x28, Police": (["Police"], ["Parish councils x28"]),
    "28 parish councils": ([], ["28 parish councils"]),
    "see plan": ([], ["see plan"]),
    "Various": ([], ["Various"]),
    "various partners": ([], ["various partners"]),
    "TBC": ([], ["TBC"]),
    "n/a": ([], ["n/a"]),
    "All schools": ([], ["All schools"]),
    "Cllr Jo Lee, Police": (["Police"], ["Cllr Jo Lee"]),
    "jo@example.org": ([], ["jo@example.org"]),
    "Core: Police, Age UK": (["Police", "Age UK"], ["Core"]),
    "Police / Age UK": (["Police", "Age UK"], []),
    "Police, police": (["Police"], []),
    "St John (North, South), Police": (["St John", "Police"], ["(North, South)"]),
}
# Known names are kept whole and told apart, with no comma or one too many.
KNOWN = ("Thornford Council", "Thornshire Police", "Barrow, Crake and Holt Council")
MEMBERS_KNOWN = {
    "Thornford Council Thornshire Police": ["Thornford Council", "Thornshire Police"],
    "Barrow, Crake and Holt Council, Age UK": ["Barrow, Crake and Holt Council", "Age UK"],
}
