from django.db.models import TextChoices


class Scope(TextChoices):
    """Four questions; a partnership answers yes to each (domain.md 5.1)."""

    PARTIES = "parties", "Are there two or more people or organisations in it?"
    FREE = "free", "Is each of them independent enough to say no?"
    AIM = "aim", "Do they share an aim?"
    EFFORT = "effort", "Do they do something together, beyond buying, funding or naming somebody?"


class RelatedKind(TextChoices):
    """What it is when it is not a partnership."""

    CONTRACT = "CONTRACT", "A contract"
    GRANT = "GRANT", "A grant"
    OUTSIDE = "OUTSIDE", "A place on an outside body"
    COMPANY = "COMPANY", "A company that one body owns"


RELATED_HINTS = {
    RelatedKind.CONTRACT: "One pays, the other delivers what was ordered.",
    RelatedKind.GRANT: "One funds what the other does anyway.",
    RelatedKind.OUTSIDE: "Somebody is named to the board of a body that runs by itself.",
    RelatedKind.COMPANY: "Its owner can tell it what to do, so it cannot say no.",
}
# What a “no” says, and what the thing then mostly is.
WHY_NOT = {
    Scope.PARTIES: "One body alone does it.",
    Scope.FREE: "One of them cannot say no to the other.",
    Scope.AIM: "Each is after something of its own.",
    Scope.EFFORT: "Nothing is done together beyond buying, funding or naming somebody.",
}
MOSTLY = {
    Scope.PARTIES: RelatedKind.CONTRACT,
    Scope.FREE: RelatedKind.COMPANY,
    Scope.AIM: RelatedKind.CONTRACT,
    Scope.EFFORT: RelatedKind.GRANT,
}
