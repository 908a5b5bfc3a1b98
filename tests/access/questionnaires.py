"""Questionnaires that bodies have loaded for their own rounds."""

from joinedup.domain.instruments.actions import load_instrument
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


def to_load(world: World) -> Made:
    """The text of a questionnaire, to be loaded for one's own body."""
    return Made({}, fill={"definition": small_text()})


OF_QUESTIONNAIRES: dict[str, Maker] = {
    "questionnaire": of_questionnaire(),
    "questionnaire_abroad": of_questionnaire(abroad=True),
    "questionnaire_as_csv": of_questionnaire(sort="csv"),
    "questionnaire_as_csv_abroad": of_questionnaire(abroad=True, sort="csv"),
    "questionnaire_to_load": to_load,
}
