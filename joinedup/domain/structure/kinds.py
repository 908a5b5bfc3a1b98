from django.db.models import TextChoices


class LinkSort(TextChoices):
    """What the lower partnership is to the upper one."""

    REPORTS_TO = "REPORTS_TO", "reports to"
    PART_OF = "PART_OF", "is a part of"
    PROJECT_OF = "PROJECT_OF", "is a project group of"
    SERVES = "SERVES", "serves"
    ADVISES = "ADVISES", "advises"


# The same link, read from above.
FROM_ABOVE = {
    LinkSort.REPORTS_TO: "is reported to by",
    LinkSort.PART_OF: "has as a part",
    LinkSort.PROJECT_OF: "has as a project group",
    LinkSort.SERVES: "is served by",
    LinkSort.ADVISES: "is advised by",
}


class Part(TextChoices):
    """Its part in a theme: one leads, the others support."""

    NONE = "NONE", "It has no theme"
    LEADS = "LEADS", "It leads on the theme"
    SUPPORTS = "SUPPORTS", "It supports the theme"
