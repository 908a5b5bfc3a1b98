"""Private words are planted, every file is fetched as everybody, and no word is out of place."""

from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from joinedup.domain.arrangements.actions import keep_arrangement
from joinedup.domain.contacts.actions import add_contact, make_remark, make_response
from joinedup.domain.contacts.kinds import About
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.involvements.models import Involvement
from joinedup.domain.partnerships.models import Partnership
from tests.access.breaches import breach
from tests.access.reading_exports import files_for
from tests.access.test_canaries import private_words
from tests.access.world import NOWADAYS, World
from tests.cast import EVERYBODY

pytestmark = pytest.mark.django_db
# Officers read what is known of bodies that anybody keeps the directory for.
OFFICERS = {"lead host's officer", "another host's officer", "foreign body's officer"}
KEEPERS = {"lead host's officer", "chair", "coordinator"}
TEXTS = (
    "accountable_officer",
    "deputy",
    "sponsor",
    "elected_member",
    "director",
    "tier_because",
    "risk_remark",
    "exit_words",
)
FIGURES = {
    "officer_days": Decimal("731.5"),
    "cost": Decimal("8271941.25"),
    "cost_in_kind": Decimal("6174932.75"),
    "notice_days": 7919,
}
SAMPLE = ["public", "core seat", "auditor", "lead host's officer", "another host's officer"]


@dataclass
class Planted:
    """A word, and the kinds of person in whose files it may stand."""

    words: dict[str, str] = field(default_factory=dict)
    read_by: dict[str, set[str]] = field(default_factory=dict)

    def add(self, what: str, word: str, read_by: set[str]) -> str:
        """Note a word that is planted."""
        self.words[what], self.read_by[what] = word, read_by
        return word


@pytest.fixture
def planted(world: World) -> Planted:
    """Plant a word in every private field that a file could come by."""
    found = Planted()
    cast = world.cast
    side(found, cast.safer, cast.thornford, cast.priya, {"lead host's officer"})
    side(found, cast.safer, cast.county, cast.ben, {"another host's officer"})
    side(found, cast.growth, cast.farhaven, cast.noor, {"foreign body's officer"})
    for body, name in ((cast.thornford, "host"), (cast.mosque, "member")):
        plant_known(found, world, body, name)
    plant_arrangements(found, world)
    # Addresses of those who sit there are told to those who keep the record (docs/guide/export.md).
    found.add("address of a seat", cast.ade.email, KEEPERS)
    return found


def side(found: Planted, partnership: Partnership, body, by, readers: set[str]) -> None:
    """Fill every field of a body's own side."""
    told = {
        name: found.add(f"{name} of {body}", f"skink-{name.replace('_', '')}-{body.pk}", readers)
        for name in TEXTS
    }
    figures = {name: value + body.pk for name, value in FIGURES.items()}
    for name, value in figures.items():
        found.add(f"{name} of {body}", str(value), readers)
    kept = Involvement.objects.filter(partnership=partnership, organisation=body).first()
    version = kept.version if kept else 1
    told |= {"tier": 2, "risk": "HIGH"}
    tell_involvement(partnership, body, version=version, **told, **figures, by=by, at=NOWADAYS)


def plant_known(found: Planted, world: World, body, name: str) -> None:
    """Fill every field of somebody to ask for, and of a remark with its response."""
    cast, at = world.cast, NOWADAYS
    told = {
        each: found.add(f"{each} of a contact, {name}", f"gecko-{each}-{body.pk}", OFFICERS)
        for each in ("title", "remit", "phone")
    }
    told["email"] = found.add(
        f"email of a contact, {name}", f"gecko-{body.pk}@mail.example", OFFICERS
    )
    called = found.add(f"name of a contact, {name}", f"Gecko Name {body.pk}", OFFICERS)
    add_contact(body, called, **told, by=cast.priya, at=at)
    said = found.add(f"remark, {name}", f"gecko-remark-{body.pk}", OFFICERS)
    remark = make_remark(body, About.WAYS, said, by=cast.priya, at=at)
    answer = found.add(f"response, {name}", f"gecko-response-{body.pk}", OFFICERS)
    make_response(remark, answer, by=cast.helen if name == "host" else cast.nadia, at=at)


def plant_arrangements(found: Planted, world: World) -> None:
    """Put a contract on the lead host's list."""
    mine = {"lead host's officer"}
    words = {
        each: found.add(f"{each} of an arrangement", f"anole-{each.replace('_', '')}", mine)
        for each in ("name", "with_whom", "note")
    }
    name = words.pop("name")
    cast = world.cast
    keep_arrangement(cast.thornford, name, kind="CONTRACT", **words, by=cast.priya, at=NOWADAYS)


def out_of_place(world: World, planted: Planted, kind: str) -> list[str]:
    """Return what stands in a file of somebody who may not come upon it."""
    secret = {w: word for w, word in planted.words.items() if kind not in planted.read_by[w]}
    secret |= private_words(world, kind)
    return [
        f"{what} in {file}"
        for file, words in files_for(world, EVERYBODY[kind])
        for what, word in secret.items()
        if word in words or word.replace(" ", "") in words
    ]


@pytest.mark.parametrize("kind", SAMPLE)
def test_no_canary_is_out_of_place_in_any_file(world, planted, kind):
    assert out_of_place(world, planted, kind) == []


@pytest.mark.deep
@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind not in SAMPLE])
def test_no_canary_is_out_of_place_in_any_file_of_anybody(world, planted, kind):
    assert out_of_place(world, planted, kind) == []


@pytest.mark.parametrize("kind", sorted(OFFICERS))
def test_an_officer_takes_along_every_word_that_is_theirs(world, planted, kind):
    words = dict(files_for(world, EVERYBODY[kind]))["everything.zip, made by a worker"]

    theirs = {what for what, readers in planted.read_by.items() if kind in readers}
    assert {what for what in theirs if planted.words[what] not in words} == set()


# Holes made on purpose, and somebody in whose files each must show.
HOLES = {
    "partnerships.queries.listed_to": "core seat",
    "partnerships.queries.kept_by": "core seat",
    "results.queries.results_visible_to": "auditor",
    "reviews.queries.rounds.rounds_visible_to": "core seat",
    "organisations.queries.organisations_where": "another host's officer",
    "parcels.queries.taken_along_by": "auditor",
}


@pytest.mark.parametrize("name", HOLES)
def test_a_hole_in_a_filter_shows_in_some_file(world, planted, monkeypatch, name):
    breach(monkeypatch, name)

    assert out_of_place(world, planted, HOLES[name]) != []
