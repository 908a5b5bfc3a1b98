from django.db.models import TextChoices

from joinedup.domain.partnerships.kinds import State

FORMING = (State.IDEA, State.PROPOSED)


class Stands(TextChoices):
    """How far a part of a step has come, or the step as a whole."""

    DONE = "DONE", "Done"
    BEFORE = "BEFORE", "Done before Joined Up"
    NOT_ASKED = "NOT_ASKED", "Not needed"
    UNTOLD = "UNTOLD", "Not yet told us"
    BEGUN = "BEGUN", "Begun"
    NOT_YET = "NOT_YET", "Not yet"
    # We know that it is not there, which is more than not having been told.
    LACKING = "LACKING", "Missing"


OVER_AND_DONE = (Stands.DONE, Stands.BEFORE, Stands.NOT_ASKED)
COLOURS = {
    Stands.DONE: "",
    Stands.BEFORE: "",
    Stands.NOT_ASKED: "",
    Stands.UNTOLD: "grey",
    Stands.BEGUN: "light-blue",
    Stands.NOT_YET: "grey",
    Stands.LACKING: "orange",
}
