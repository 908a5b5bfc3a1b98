from django.db.models import TextChoices


class Power(TextChoices):
    """How far a person's yes is the body's yes."""

    DECIDES = "DECIDES", "Can decide for it"
    RECOMMENDS = "RECOMMENDS", "Takes it back and recommends"
    LISTENS = "LISTENS", "Listens and passes it on"
    UNTOLD = "UNTOLD", "Not yet told us"


class About(TextChoices):
    """What a remark on a body is about."""

    AIMS = "AIMS", "What it is for and believes in"
    STRENGTHS = "STRENGTHS", "What it is good at"
    WAYS = "WAYS", "How it likes to work"
    PRESSURES = "PRESSURES", "What presses on it or holds it back"
    SUPPORT = "SUPPORT", "What help it needs to take part"


ABOUT_HINTS = {
    About.AIMS: "Its aims and its ethos, in its own words where you can.",
    About.STRENGTHS: "What others could learn from it or rely on it for.",
    About.WAYS: "How it decides, when it meets, how it wants to be spoken to.",
    About.PRESSURES: "Few staff, short money, a busy season, a duty it must put first.",
    About.SUPPORT: "Travel, papers in large print, a lift to the building, notice in good time.",
}
