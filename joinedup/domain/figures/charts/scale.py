"""Colours, bands and scales that every chart shares."""

from dataclasses import dataclass

INK = "#0b0c0c"
SOFT_INK = "#505a5f"
LINE = "#858b8f"
PAPER = "#ffffff"
PINE = "#0b4f4c"
LEAF = "#2f9e7e"
PLUM = "#801650"
AMBER = "#d9730d"
GREY = "#6f777b"


@dataclass(frozen=True)
class Fill:
    """A colour with a pattern over it, so that no two depend on colour alone."""

    colour: str
    pattern: str = ""  # "", "slope", "dots" or "bars"
    ink: str = PAPER


@dataclass(frozen=True)
class Band:
    name: str
    starts_at: float


BANDS = (
    Band("At risk", 0.0),
    Band("Developing", 40.0),
    Band("Sound", 60.0),
    Band("Strong", 80.0),
)
BAND_FILLS = {
    "Strong": Fill(PINE),
    "Sound": Fill(LEAF, "bars"),
    "Developing": Fill(AMBER, "slope"),
    "At risk": Fill(PLUM),
    "Incomplete": Fill(PAPER, "dots", INK),
}
ANSWER_FILLS = (
    Fill(PLUM),
    Fill(AMBER, "slope"),
    Fill(LEAF, "bars"),
    Fill(PINE),
    Fill(PAPER, "dots", INK),
)
NOW_FILL = Fill(PINE)
BEFORE_FILL = Fill(PAPER, "slope", SOFT_INK)
