"""Questionnaires that bodies have loaded for their own rounds."""

from joinedup.domain.instruments.actions import load_instrument
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.reviews.actions.preparing import prepare_round
from tests.access.made import Made, Maker
from tests.access.world import World
from tests.domain.instruments.made import small_text


def of_questionnaire(*, abroad: bool = False, **more: str) -> Maker:
    def make(world: World) -> Made:
        cast = world.cast
        owner, by = (cast.farhaven, cast.noor) if abroad else (cast.thornford, cast.priya)
        kept = load_instrument(small_text(), owner=owner, by=by, at=cast.at)
        return Made({"public_id": kept.public_id, **more}, ("public_id",))

    return make


def asked(*, abroad: bool = False) -> Maker:
    """A questionnaire that a round asks, which is in preparation."""

    def make(world: World) -> Made:
        cast, day = world.cast, world.cast.at.date()
        made = of_questionnaire(abroad=abroad)(world)
        version = InstrumentVersion.objects.get(public_id=made.args["public_id"])
        host, by = (cast.farhaven, cast.noor) if abroad else (cast.thornford, cast.priya)
        days = {"opens_on": day, "closes_on": day}
        prepare_round(host, "Ours", instrument=version, **days, by=by, at=cast.at)
        return made

    return make


def to_load(world: World) -> Made:
    """The text of a questionnaire, to be loaded for one's own body."""
    return Made({}, fill={"definition": small_text()})


OF_QUESTIONNAIRES: dict[str, Maker] = {
    "questionnaire": of_questionnaire(),
    "questionnaire_abroad": of_questionnaire(abroad=True),
    "questionnaire_asked": asked(),
    "questionnaire_asked_abroad": asked(abroad=True),
    "questionnaire_as_csv": of_questionnaire(sort="csv"),
    "questionnaire_as_csv_abroad": of_questionnaire(abroad=True, sort="csv"),
    "questionnaire_to_load": to_load,
}
