"""A register as large as the real one of England and Wales, with every name in it made up.

Its shape is that of the official list of districts, community safety partnerships and police
forces: 342 rows, 314 partnerships, 339 councils and 43 forces. It adds what that list lacks: who
keeps each record, who speaks for whom, and where to write to them.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from joinedup.demo.chance import chance

FILE = "community-safety-partnerships.csv"
HOST = "Thornford District Council"
COLUMNS = (
    *("Partnership", "Area code", "Lead host", "Other host", "Set up"),
    *("Council", "Council code", "Council representative", "Council role", "Council email"),
    *("Police force", "Force code", "Police representative", "Police role", "Police email"),
)
PARTNERSHIPS, COUNCILS, FORCES = 314, 339, 43
# How many councils those partnerships have that have more than one, as in the real list.
LARGER = (2, 2, 2, 2, 2, 2, 3, 3, 7, 4, 3, 3, 2, 3, 3)
# Rows whose council is that of the row before: one council in two partnerships, one in three.
SAME_COUNCIL = {120, 250, 251}
BEGINNINGS = (
    *("Aldren", "Brind", "Corve", "Dunmar", "Elver", "Farrow", "Gorsel", "Hazle", "Ivel", "Jessa"),
    *("Kelder", "Lorn", "Marrow", "Nyeth", "Oster", "Pell", "Quill", "Rook", "Sedge", "Tarrow"),
)
ENDINGS = (
    *("mere", "haven", "wick", "combe", "stead", "holt", "ridge", "barrow", "thorpe", "beck"),
    *("garth", "lode", "mead", "ness", "pool", "reach", "sley", "tye", "wold", "yate"),
)
SHIRES = (
    *("Ald", "Brae", "Cam", "Dene", "Eld", "Fosk", "Glen", "Har", "Isk", "Jar", "Kest", "Lind"),
    *("Murn", "Nar", "Orm", "Pen", "Quor", "Ryd", "Sker", "Tav", "Ulv"),
)
GIVEN = (
    *("Adaeze", "Alan", "Bethan", "Bilal", "Carys", "Chloe", "Dafydd", "Deepa", "Ewan", "Farah"),
    *("George", "Hannah", "Idris", "Jacob", "Kofi", "Leila", "Megan", "Niamh", "Omar", "Poppy"),
    *("Rhian", "Simon", "Tamsin", "Uma", "Victor", "Wanda", "Yasmin", "Zack"),
)
FAMILY = (
    *("Abara", "Bowen", "Castle", "Dhillon", "Eastwood", "Fenwick", "Garrick", "Hussain", "Ingle"),
    *("Jarvis", "Kaur", "Lomas", "Mensah", "Nash", "Odell", "Peake", "Quigley", "Rees", "Sandhu"),
    *("Tranter", "Umpleby", "Vance", "Whitby", "Yeoman"),
)


@dataclass(frozen=True)
class Partner:
    """A body with somebody who speaks for it."""

    name: str
    code: str
    person: str
    mail: str


def made_register(host: str = HOST) -> str:
    """Return the register as the text of a CSV file; always the same for the same host."""
    memory = io.StringIO()
    writer = csv.writer(memory, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(host))
    return memory.getvalue()


def rows(host: str) -> Iterator[list[str]]:
    """Yield one row for each place of a council on a partnership."""
    slot = council = 0
    for number in range(PARTNERSHIPS):
        size = LARGER[number] if number < len(LARGER) else 1
        members = []
        for _ in range(size):
            council += slot > 0 and slot not in SAME_COUNCIL
            members.append(council_of(council))
            slot += 1
        force = force_of(number * FORCES // PARTNERSHIPS, number)
        yield from rows_of(number, members, force, host)


def rows_of(number: int, members: list[Partner], force: Partner, host: str) -> Iterator[list[str]]:
    """Yield the rows of one partnership."""
    first = members[0]
    set_up = f"01/04/{1998 + int(chance('set up', number) * 20)}"
    record = [name_of(number, members), f"Q22{number:06}", host, first.name, set_up]
    for member in members:
        role = "Coordinator" if member is first else "Representative"
        chairs = chance("chair", number) < 0.5 and member is first
        yield [
            *record,
            *(member.name, member.code, member.person, role if member.person else "", member.mail),
            *(force.name, force.code, force.person, "Chair" if chairs else "", force.mail),
        ]


def name_of(number: int, members: list[Partner]) -> str:
    """Return what a partnership is called: after its council, or its part of the county."""
    place = members[0].name.removesuffix(" District Council")
    if len(members) == 2:
        place = f"{place} and {members[1].name.removesuffix(' District Council')}"
    elif len(members) > 2:
        place = f"Greater {place}"
    elif (slot := slot_of(number)) in SAME_COUNCIL:
        place = f"{place} {'Hills' if slot - 1 in SAME_COUNCIL else 'Coast'}"
    return f"{place} Community Safety Partnership"


def slot_of(number: int) -> int:
    """Return the row in which a partnership of one council stands."""
    return number + sum(LARGER) - len(LARGER)


def council_of(number: int) -> Partner:
    """Return a council; one in twenty-five has told us no address, one in sixty nobody."""
    place = f"{BEGINNINGS[number % 20]}{ENDINGS[(number // 20 + number) % 20]}"
    person = somebody("council", number)
    mail = address(person, place)
    if chance("nobody", number) < 1 / 60:
        person = mail = ""
    elif chance("no address", number) < 1 / 25:
        mail = ""
    return Partner(f"{place} District Council", f"Q07{number:06}", person, mail)


def force_of(number: int, partnership: int) -> Partner:
    """Return a police force, with one of the two who sit on its partnerships."""
    shire = f"{SHIRES[number % 21]}{('shire', 'land', 'marsh')[number // 21]}"
    person = somebody("force", number, partnership % 2)
    mail = address(person, f"{shire}-police")
    return Partner(f"{shire} Police", f"Q23{number:06}", person, mail)


def somebody(*words: object) -> str:
    """Return a name that these words decide."""
    given = GIVEN[int(chance("given", *words) * len(GIVEN))]
    return f"{given} {FAMILY[int(chance('family', *words) * len(FAMILY))]}"


def address(person: str, place: str) -> str:
    """Return where a person is written to."""
    return f"{person.replace(' ', '.')}@{place}.example".lower()
