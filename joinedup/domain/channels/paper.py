"""Answer sheets to print: the questions with boxes to cross, a code, and no name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.channels.codes import as_printed, code_of, sheets_address
from joinedup.domain.channels.typed import SIGNS, lettered, numbered
from joinedup.domain.documents.blocks import (
    Block,
    BulletList,
    Document,
    Facts,
    Heading,
    InLanguage,
    Note,
    PageBreak,
    Paragraph,
)
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.instruments.definition import Instrument, OpenQuestion, Scale, Statement
from joinedup.domain.languages.texts import ENGLISH, Spoken
from joinedup.domain.reviews.models import Round, Ticket

BOX = "□"
ROOM = "\n" * 7
"""Empty lines to write on: seven, as on a postcard."""


@dataclass(frozen=True)
class Printing:
    """How sheets are printed: in large letters or not, with letters to each person or not."""

    instrument: Instrument
    back_to: str = ""
    large: bool = False
    letters: bool = True
    spoken: Spoken = ENGLISH


def printed_sheets(
    round: Round, tickets: Iterable[Ticket], how: Printing, at: datetime
) -> Document:
    """Return one document with a letter and a sheet for each of these people."""
    blocks: list[Block] = []
    for ticket in tickets:
        blocks += [PageBreak()] if blocks else []
        if how.letters:
            blocks += [*cover_letter(ticket, how), PageBreak()]
        blocks += sheet_of(ticket, how)
    return Document(
        title=f"Answer sheets: {round.title}" if how.letters else f"Answer sheet: {round.title}",
        organisation=round.host.name,
        date=in_words(day_of(at)),
        blocks=tuple(blocks),
        is_large=how.large,
        is_sideways=how.large,
    )


def printed_code(ticket: Ticket) -> str:
    """Return the code of a ticket that has been given one, in two halves."""
    return as_printed(code_of(ticket))


def cover_letter(ticket: Ticket, how: Printing) -> list[Block]:
    """Return the letter that goes with a sheet: it bears the name, so that the sheet need not."""
    review, round = ticket.review, ticket.review.round
    helper = round.opened_by
    reach = f" Write to {helper.email}." if helper and helper.email else ""
    return [
        Heading(1, f"To {ticket.person.name}"),
        Paragraph(
            f"{round.host.name} asks everyone on {review.partnership.name} how the partnership "
            f"is doing. You speak for {ticket.member_name}: say how things look from there."
        ),
        Paragraph(
            f"Please fill in the sheet that comes with this letter and send it back so that it "
            f"arrives by {in_words(round.closes_on)}. It takes about "
            f"{how.instrument.minutes or 10} minutes. Leave out what you like."
        ),
        *([Facts((("Send it to", how.back_to),))] if how.back_to else []),
        Paragraph(
            "The sheet does not bear your name. Its code tells that it is yours, so please use "
            "no other, and keep this letter to yourself. Whoever knows the code can find out "
            "whether answers have been sent with it, but not which."
        ),
        Paragraph(
            "You can also answer by telephone, or have help: tell "
            f"{helper.name if helper else round.host.name} that you would like that.{reach}"
        ),
        *who_sees_what(round, how.instrument),
    ]


def who_sees_what(round: Round, instrument: Instrument) -> list[Block]:
    """Return who will see what is written; sheets are printed for named rounds alone."""
    return [
        Heading(2, "Who sees what"),
        Paragraph(
            "Whoever opens your sheet types it in and then sees it no more. Who typed it in, and "
            "when, is kept with it. Nobody else can read your answers one by one, "
            f"{round.host.name} included. The result says how many gave each answer, never who, "
            f"and compares no group of fewer than {instrument.minimums.group} people. What you "
            "write in your own words may be shown, without your name."
        ),
    ]


def sheet_of(ticket: Ticket, how: Printing) -> list[Block]:
    """Return one sheet: its code, the statements with boxes, and room to write."""
    round, instrument = ticket.review.round, how.instrument
    told = [("Code", printed_code(ticket)), ("Send back by", in_words(round.closes_on))]
    told += [("To", how.back_to)] if how.back_to else []
    told += [("Or answer on the web at", sheets_address())]
    return [
        Heading(1, ticket.review.partnership.name),
        Facts(tuple(told)),
        Paragraph(
            f"How true is each of these of {ticket.review.partnership.name} today? Put one cross "
            "in each row. Leave a row empty if you would rather not say."
        ),
        Paragraph(
            "If you answer on the web, type the code there and keep this sheet: you can stop and "
            "go on another day, and need not send it back."
        ),
        *sections_of(instrument, printed_code(ticket), how.spoken),
        *own_words(instrument, how.spoken),
        *comments(instrument),
    ]


def told(block: Block, spoken: Spoken, *texts: str) -> Block:
    """Return a block with its language, where all that is said in it is in another."""
    if spoken.words and all(text in spoken.words for text in texts):
        return InLanguage(spoken.language, block)
    return block


def sections_of(instrument: Instrument, code: str, spoken: Spoken) -> Iterator[Block]:
    """Yield the statements section by section, with what the boxes mean where that is new.

    The code stands above every table: pages of several sheets may fall on the floor.
    """
    numbers = {each.id: number for number, each in numbered(instrument).items()}
    explained = None
    for section in instrument.sections:
        yield told(Heading(2, section.title), spoken, section.title)
        if section.why:
            yield told(Paragraph(section.why), spoken, section.why)
        for scale, statements in groupby(section.statements, instrument.scale_of):
            if scale != explained:
                rows = tuple(meanings(instrument, scale))
                yield told(Facts(rows), spoken, *(label for _, label in rows))
                explained = scale
            caption = f"{section.title}: one cross in each row (sheet {code})"
            asked = list(statements)
            table = boxes(caption, instrument, scale, asked, numbers)
            yield told(table, spoken, *(each.text for each in asked))


def meanings(instrument: Instrument, scale: Scale) -> Iterator[tuple[str, str]]:
    """Yield what each box means: the best first, then the answers without a score."""
    for each in reversed(scale.values):
        yield str(each.value), each.label
    for other in instrument.unscored:
        yield SIGNS[other.id], other.label


def boxes(
    caption: str,
    instrument: Instrument,
    scale: Scale,
    statements: list[Statement],
    numbers: dict[str, str],
) -> Table:
    """Return a table with a row of boxes for each statement."""
    signs = [sign for sign, _ in meanings(instrument, scale)]
    return Table(
        caption=caption,
        columns=(Column("Statement"), *(Column(sign, is_number=True) for sign in signs)),
        rows=tuple(
            (f"{numbers[each.id]}. {each.text}", *(f"{BOX} {sign}" for sign in signs))
            for each in statements
        ),
    )


def own_words(instrument: Instrument, spoken: Spoken) -> Iterator[Block]:
    """Yield the questions that carry no score, with room for words or boxes to cross."""
    if instrument.open_questions:
        yield Heading(2, "In your own words")
    for letter, question in lettered(instrument).items():
        yield told(Paragraph(f"{letter}. {question.text}"), spoken, question.text)
        if question.hint:
            yield told(Paragraph(question.hint), spoken, question.hint)
        room = answer_room(question)
        labels = [choice.label for choice in question.choices]
        yield told(room, spoken, *labels) if labels else room


def answer_room(question: OpenQuestion) -> Block:
    """Return where a question without a score is answered."""
    if question.kind == "text":
        return Note(f"Write here:{ROOM}")
    choices = enumerate(question.choices, start=1)
    return BulletList(tuple(f"{BOX} {number} {choice.label}" for number, choice in choices))


def comments(instrument: Instrument) -> Iterator[Block]:
    """Yield room for comments, where the questionnaire takes any."""
    if instrument.comments:
        yield Heading(2, "Comments")
        yield Paragraph(
            "If you would like to say more about a statement, begin with its number. For "
            "example: 3. Nobody has told us."
        )
        yield Note(f"Write here:{ROOM}")
