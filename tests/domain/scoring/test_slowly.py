"""Every way of scoring the format allows, held against an implementation of its own."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.scoring.results import printed, score
from joinedup.domain.scoring.sheets import Sheet
from joinedup.domain.workings.working import working
from tests.bench.depth import DEEP
from tests.domain.instruments.made import small
from tests.domain.scoring import slowly

UNSCORED = '[[unscored]]\nid = "dk"\nlabel = "Cannot tell"\n[[unscored]]\nid = "na"\nlabel = "No"'
LIVE = "[thresholds]\nlive_from = 2.5\nlive_for_one = 4"
METHODS = ["mean", "sum", "percentage"]
MISSING = ["leave out", "need all", "treat as lowest", "need a share", "carry forward"]
KEPT_FOR = ["", "roles = ['chair']", "tiers = [1]"]
ANSWERS = [1, 2, 3, 4, 5, 5, 1, "dk", "na", None]
CODES = ("A1", "A2", "B1", "B2")


@st.composite
def questionnaires(draw: Any) -> Instrument:
    """A small questionnaire scored in any way that fits together."""
    section, overall = draw(st.sampled_from(METHODS)), draw(st.sampled_from([*METHODS, "none"]))
    policy = draw(st.sampled_from(MISSING[1:3] if "sum" in (section, overall) else MISSING))
    statement = draw(st.sampled_from(["mean", "percentage", "share choosing"]))
    missing = f'policy = "{policy}"' + (', share = "2/3"' if policy == "need a share" else "")
    lines = {
        "statement": f'"{statement}"',
        "section": f'"{section}"',
        "overall": f'"{overall}"',
        "average": draw(
            st.sampled_from(['"item first"', '"person first"', '"organisation first"'])
        ),
        "direction": draw(st.sampled_from(['"high is good"', '"low is good"'])),
        "missing": f"{{ {missing} }}",
    }
    for_some = KEPT_FOR if "sum" not in (section, overall) else KEPT_FOR[:1]
    kept = {code: draw(st.sampled_from(for_some)) for code in ("B1", "B2")}
    if statement == "share choosing":
        lines["choosing"] = str(sorted(draw(st.sets(st.integers(1, 5), min_size=1))))
    elif draw(st.booleans()):
        return small(A1="reverse = true\nweight = 3", B="weight = 2", **kept, **parts(lines))
    return small(A2="weight = 2", **kept, **parts(lines))


def parts(lines: dict[str, str]) -> dict[str, str]:
    scoring = "\n".join(f"{key} = {value}" for key, value in lines.items())
    return {"SCORING": scoring, "MORE": f"{UNSCORED}\n{LIVE}"}


@st.composite
def rounds(draw: Any) -> list[Sheet]:
    """Up to seven people of up to three organisations, some of whom speak for nobody else."""
    count = draw(st.integers(0, 7))
    return [
        Sheet(
            f"p{number}",
            draw(st.sampled_from(["a", "b", "c", ""])),
            {code: draw(st.sampled_from(ANSWERS)) for code in CODES},
        )
        for number in range(count)
    ]


@settings(max_examples=10_000 if DEEP else 30)
@given(questionnaires(), rounds())
def test_every_figure_is_the_one_worked_out_slowly(instrument, sheets):
    result = score(instrument, sheets)

    for view, by in ((result.by_person, "person"), (result.by_organisation, "organisation")):
        shown = {code: found.score for code, found in view.sections.items()}
        assert {"overall": view.overall, **shown} == slowly.figures(instrument, sheets, by)
        assert set(view.live) == slowly.live(instrument, sheets, by)


@given(questionnaires(), rounds())
def test_the_working_of_every_figure_ends_in_the_figure(instrument, sheets):
    result = score(instrument, sheets)

    for name in ("by_person", "by_organisation"):
        view = getattr(result, name)
        figures = {code: found.score for code, found in view.sections.items()}
        for code, figure in {"overall": view.overall, **figures}.items():
            lines = " ".join(working(instrument, sheets, code, view=name))
            told = "" if figure is None else f"printed as {printed(figure, 1)}."
            assert (told in lines, "printed as" in lines) == (True, figure is not None)


@given(questionnaires(), rounds())
def test_the_working_of_every_statement_can_be_told(instrument, sheets):
    for code in CODES:
        assert working(instrument, sheets, code)[0].startswith(f"{code}: ")
