from django.db.models import TextChoices


class Way(TextChoices):
    """By what way answers came that somebody entered for the person asked."""

    PAPER = "PAPER", "On paper"
    TELEPHONE = "TELEPHONE", "By telephone"
    SPREADSHEET = "SPREADSHEET", "In a spreadsheet"


TYPED = (Way.PAPER, Way.TELEPHONE)
"""The ways that are typed in; a spreadsheet is uploaded."""

WAY_IN_A_MAIL = {
    Way.PAPER: "from a sheet of paper",
    Way.TELEPHONE: "as they were told by telephone",
    Way.SPREADSHEET: "from a spreadsheet",
}
