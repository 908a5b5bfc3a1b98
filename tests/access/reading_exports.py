"""Every file that one person can take along, as the words in it."""

import html
import io
import re
import zipfile
from collections.abc import Iterator

from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from joinedup.domain.parcels import queries
from joinedup.domain.parcels.actions import (
    ask_for_everything,
    ask_for_parcel,
    ask_for_results,
    make_parcel,
)
from joinedup.domain.parcels.kinds import SORTS, What
from joinedup.domain.parcels.rules import why_not_take_results
from tests.access.world import World
from tests.bench.clock import NOW
from tests.domain.documents.reading import letters_of

LISTS = ("register", "memberships", "directory")
SHEETS = ("csv", "xlsx", "ods")


def words_of(data: bytes, sort: str) -> str:
    """Return all that a file says, of whatever sort, with its parts and their names."""
    if sort == "pdf":
        return "".join(letters_of(data))
    if sort in ("csv", "html", "txt"):
        text = data.decode("utf-8-sig")
        return html.unescape(strip_tags(text)) if sort == "html" else text
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if sort == "zip":
            told = [(n, words_of(parts.read(n), n.rpartition(".")[2])) for n in parts.namelist()]
        else:
            told = [(n, in_xml(parts.read(n))) for n in parts.namelist()]
    return "\n".join(f"{name}\n{said}" for name, said in told)


def in_xml(data: bytes) -> str:
    """Return the words of a part of a spreadsheet, marks and what stands in them included."""
    text = data.decode("utf-8", errors="replace")
    return html.unescape(f"{re.sub('<[^>]*>', '', text)} {text}")


def files_for(world: World, name: str) -> Iterator[tuple[str, str]]:
    """Yield every file that somebody of the cast can take along, with its words."""
    client = world.cast.client(name)
    for what in LISTS:
        for sort in (*SHEETS, *(["pdf"] if what == What.REGISTER else [])):
            yield from fetched(client, reverse(f"{what}_export", args=[sort]), sort)
    for rounds in (world.rounds, world.abroad):
        for stage, round in rounds.items():
            for sort in SHEETS:
                address = reverse("round_export", args=[round.public_id, sort])
                for told, words in fetched(client, address, sort):
                    yield f"{told} ({stage})", words
    yield from results_for(world, client)
    if name != "anybody":
        yield from made_for(world, client, name)


def results_for(world: World, client: Client) -> Iterator[tuple[str, str]]:
    """Yield the result of each round that was counted, as CSV, for whoever may read it."""
    for stage in ("standing", "counted"):
        for abroad in (False, True):
            number = world.review(stage, abroad=abroad).public_id
            yield from fetched(client, reverse("result_export", args=[number, "csv"]), "csv")


def fetched(client: Client, address: str, sort: str) -> Iterator[tuple[str, str]]:
    """Yield what comes back where something does: its headers and its words."""
    came = client.get(address)
    if came.status_code == 200:
        headers = " ".join(f"{name}: {value}" for name, value in came.headers.items())
        yield address, f"{headers}\n{words_of(came.getvalue(), sort)}"


def made_for(world: World, client: Client, name: str) -> Iterator[tuple[str, str]]:
    """Yield what a worker makes for somebody: each list, and everything of each of their bodies."""
    person = world.cast.people[name]
    asked = [
        ask_for_parcel(what, sort, by=person, at=NOW) for what in LISTS for sort in SORTS[what]
    ]
    bodies = queries.taken_along_by(person, NOW.date())
    asked += [ask_for_everything(body, by=person, at=NOW) for body in bodies.order_by("pk")]
    asked += [
        ask_for_results(round, by=person, at=NOW)
        for round in (*world.rounds.values(), *world.abroad.values())
        if why_not_take_results(round, person, NOW) is None
    ]
    for parcel in asked:
        make_parcel(public_id=parcel.public_id, version=parcel.version, at=NOW, hold=lambda: None)
        address = reverse("parcel_file", args=[parcel.public_id])
        for _, words in fetched(client, address, parcel.sort):
            yield f"{parcel.what}.{parcel.sort}, made by a worker", words
