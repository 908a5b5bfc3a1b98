"""What each column of a list of risks holds, by its heading."""

from collections.abc import Iterable

from joinedup.domain.basics.folding import folded

# Headings in common use, told from the whole heading; the first that is met in a list wins.
NAMES: dict[str, tuple[str, ...]] = {
    "cause": (
        "risk",
        "cause",
        "risk description",
        "description of risk",
        "description",
        "what could happen",
        "what could happen and why",
        "risk title",
        "title",
        "event",
        "risk event",
        "threat",
    ),
    "effect": (
        "effect",
        "consequence",
        "consequences",
        "risk effect",
        "impact description",
        "description of impact",
        "potential impact",
        "outcome",
        "result",
        "what would come of it",
    ),
    "category": ("category", "risk category", "type", "type of risk", "risk type", "kind of risk"),
    "controls": (
        "controls",
        "existing controls",
        "current controls",
        "control measures",
        "controls in place",
        "mitigation",
        "mitigations",
        "mitigating actions",
        "mitigating action",
        "what is done about it",
        "action",
        "actions",
        "response",
        "treatment",
    ),
    "owner": (
        "owner",
        "risk owner",
        "responsible",
        "responsible officer",
        "responsible person",
        "lead",
        "lead officer",
        "who answers for it",
        "owned by",
    ),
    "review_on": (
        "review date",
        "next review",
        "next review date",
        "review",
        "date of next review",
        "review by",
        "looked at again",
        "when it is looked at again",
    ),
}
STEPS = {
    "likelihood": ("likelihood", "probability", "chance", "how likely", "l", "p"),
    "impact": ("impact", "severity", "gravity", "how grave", "i", "s"),
    "rating": (
        "rating",
        "score",
        "level",
        "risk rating",
        "risk score",
        "risk level",
        "rag",
        "rank",
    ),
}
# Words before or after those that say which of the three scores it is.
STAGES = {
    "": ("inherent", "gross", "initial", "original", "raw", "uncontrolled", "before controls"),
    "residual_": ("residual", "net", "current", "managed", "controlled", "after controls", "now"),
    "target_": ("target", "desired", "planned", "aim"),
}
PLAIN = "plain_"


def fields_in(headings: Iterable[str]) -> dict[str, str]:
    """Return the field of each heading that is understood, each field once.

    Steps whose heading names no stage are ``plain_likelihood`` and so on.
    """
    found: dict[str, str] = {}
    for heading in headings:
        field = field_of(heading)
        if field and field not in found.values():
            found[heading] = field
    return found


def field_of(heading: str) -> str:
    """Return what a column so headed holds, or nothing."""
    words = folded(heading)
    for field, names in NAMES.items():
        if words in names:
            return field
    return stepped(words)


def stepped(words: str) -> str:
    """Return which step a heading is of: “Residual impact (1-5)” is ``residual_impact``."""
    bare = " ".join(word for word in words.split() if not word.isdigit())
    stage = next((s for s, names in STAGES.items() if any(n in bare for n in names)), PLAIN)
    for name in (each for each in STAGES.get(stage, ()) if each in bare):
        bare = bare.replace(name, " ")
    bare = " ".join(word for word in bare.split() if word not in ("of", "the", "risk"))
    for field, names in STEPS.items():
        if {bare, bare.removesuffix(" score"), bare.removesuffix(" level")} & set(names):
            return stage + field
    return f"{stage}rating" if stage != PLAIN and not bare else ""
