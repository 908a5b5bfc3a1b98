from django.db.models import TextChoices


class Ruling(TextChoices):
    """What the host answers to a challenge."""

    UPHELD = "UPHELD", "Upheld: the record has been put right"
    STAYS = "STAYS", "Not upheld: it stays as it is"
