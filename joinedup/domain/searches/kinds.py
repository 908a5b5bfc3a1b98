from django.db.models import TextChoices


class Searched(TextChoices):
    """The list that a search looks through."""

    REGISTER = "register", "Register"
    DIRECTORY = "organisations", "Directory"


# So many that nobody misses one, and few enough to be read through.
MOST_KEPT = 50
LONGEST = 2000
