"""Words other lists use for a kind of risk, with the code of ours (domain.md 5.3)."""

from joinedup.domain.basics.folding import folded

WORDS = {
    "RK1": "strategic|strategy|purpose|objectives",
    "RK2": "governance|accountability",
    "RK3": "legal|compliance|regulatory|legal and regulatory|statutory",
    "RK4": "financial|finance|funding|budget|economic",
    "RK5": "fraud|corruption|conflict of interest|fraud and corruption",
    "RK6": "delivery|operational|performance|operations|project|service delivery|programme",
    "RK7": "partner|partners|partnership|capacity|withdrawal|supplier",
    "RK8": "key person|leadership|dependency",
    "RK9": "staff|staffing|workforce|hr|people|human resources|employment|volunteers",
    "RK10": "information|data|data protection|information governance|ict|it|cyber|technology",
    "RK11": "safeguarding|health and safety|safety|harm",
    "RK12": "equality|community|equalities|cohesion|equality and diversity",
    "RK13": "reputation|reputational|trust|public relations",
    "RK14": "political|policy|external|environment|change|reorganisation",
    "RK15": "property|assets|insurance|physical|asset|premises",
    "RK16": "exit|closure|end",
}


def category_of(text: str, ours: dict[str, str]) -> str | None:
    """Return the code of a kind of risk; ``ours`` are labels by code."""
    words = folded(text)
    for code, label in ours.items():
        if words in (code.casefold(), folded(label)) or words in WORDS[code].split("|"):
            return code
    return None
