"""Score a spreadsheet of answers, with no database."""

import argparse
import json
import sys
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from joinedup.domain.instruments.catalogue import find, shipped
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.reading import DefinitionProblems, read_definition
from joinedup.domain.scoring.answer_file import AnswerProblems, read_answers
from joinedup.domain.scoring.comparing import views_differ
from joinedup.domain.scoring.outcome import as_json
from joinedup.domain.scoring.results import Result, View, printed, score, why_indicative
from joinedup.domain.workings.case import counted
from joinedup.domain.workings.working import why_capped

HELP = "score a spreadsheet of answers; needs no database"
NEEDS_DJANGO = False
UNUSABLE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file of answers, the questionnaire, and how to print."""
    parser.add_argument(
        "file", help="CSV with the columns respondent, organisation and one for each question"
    )
    parser.add_argument(
        "--instrument",
        required=True,
        metavar="NAME_OR_FILE",
        help="a questionnaire that comes with Joined Up, such as yearly-self-assessment, "
        "or a definition file",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object and nothing else"
    )


def run(options: argparse.Namespace) -> int:
    """Print the result; or say everything that is wrong, and return 2."""
    try:
        instrument = chosen(options.instrument)
        answers = read_answers(instrument, read(options.file))
    except (DefinitionProblems, AnswerProblems) as refused:
        return tell(refused.problems)
    except OSError as error:
        return tell([f"{error.filename}: this file cannot be read ({error.strerror})."])
    result = score(instrument, answers.sheets)
    tell(answers.notes)
    if options.json:
        print(json.dumps(as_json(result), indent=2))
    else:
        print("\n".join(lines(instrument, result)))
    return 0


def chosen(name: str) -> Instrument:
    """Return the questionnaire of this name or in this file."""
    instrument = find(name)
    if instrument is not None:
        return instrument
    if not Path(name).exists():
        names = ", ".join(each.id for each in shipped())
        message = f"There is no questionnaire and no file {name!r}. Joined Up comes with: {names}."
        raise DefinitionProblems([message])
    try:
        return read_definition(read(name).decode())
    except UnicodeDecodeError as error:
        raise DefinitionProblems([f"{name}: a definition file must be UTF-8 text."]) from error


def read(name: str) -> bytes:
    return Path(name).read_bytes()


def tell(problems: Iterable[object]) -> int:
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    return UNUSABLE


def lines(instrument: Instrument, result: Result) -> list[str]:
    """Return the result for a reader: the sentence first, then the table."""
    said = [headline(instrument, result), *why_capped(instrument, result.by_person)]
    if views_differ(result):
        said.append(f"By organisation it is {standing(instrument, result.by_organisation)}.")
    if result.indicative:
        reasons = why_indicative(
            instrument, people=result.respondents, organisations=result.organisations
        )
        said.append(" ".join(["Indicative only.", *reasons]))
    said += ["", *table(instrument, result), ""]
    said += named("Split views", [code for code, each in result.statements.items() if each.split])
    unsure = [code for code, each in result.statements.items() if each.cannot_tell]
    return said + named("What partners cannot tell", unsure)


def headline(instrument: Instrument, result: Result) -> str:
    people = counted(result.respondents, "person")
    organisations = counted(result.organisations, "organisation")
    start = instrument.title
    if instrument.scoring.overall != "none":
        start = standing(instrument, result.by_person)
    return f"{start}, from {people} in {organisations}."


def standing(instrument: Instrument, view: View) -> str:
    figure = "no overall score"
    if view.overall is not None:
        figure = f"{printed(view.overall, instrument.scoring.decimals)}{out_of(instrument)}"
    return f"{view.band}, {figure}" if view.band else figure


def out_of(instrument: Instrument) -> str:
    """Say what the most would be, where the score is a percentage."""
    scoring = instrument.scoring
    steps = [scoring.overall, scoring.section, scoring.statement]
    first = next((step for step in steps if step != "mean"), "mean")
    return " out of 100" if first == "percentage" else ""


def cell(result: Result, figure: Fraction | None, band: str | None) -> str:
    shown = "withheld" if figure is None else str(printed(figure, result.decimals))
    return f"{shown:>8}  {band or '':<12}"


def table(instrument: Instrument, result: Result) -> list[str]:
    views = (result.by_person, result.by_organisation)
    rows = [
        (section.title, [view.sections[section.id] for view in views])
        for section in instrument.sections
    ]
    width = max(len(title) for title, _ in [*rows, ("Overall", [])])
    printed_rows = [f"{'':<{width}}  {'By person':<22}  By organisation"]
    for title, found in rows:
        cells = "  ".join(cell(result, each.score, each.band) for each in found)
        printed_rows.append(f"{title:<{width}}  {cells}".rstrip())
    if instrument.scoring.overall != "none":
        cells = "  ".join(cell(result, view.overall, view.band) for view in views)
        printed_rows.append(f"{'Overall':<{width}}  {cells}".rstrip())
    return printed_rows


def named(what: str, codes: list[str]) -> list[str]:
    return [f"{what}: {', '.join(codes)}."] if codes else []
