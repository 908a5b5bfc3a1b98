"""What followed a result, as blocks of its report: challenges, priorities, what was decided."""

from datetime import date, datetime

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.challenges.models import ResultChallenge
from joinedup.domain.challenges.queries import open_to_challenge
from joinedup.domain.documents.blocks import Block, BulletList, Facts, Heading, Paragraph
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.futures.models import FutureDecision
from joinedup.domain.headings.models import Heading as Sorted
from joinedup.domain.headings.queries import said_in
from joinedup.domain.priorities.kinds import ActionState
from joinedup.domain.priorities.models import Priority, PriorityAction
from joinedup.domain.priorities.queries import points_named
from joinedup.domain.results.queries import standing_before
from joinedup.domain.reviews.models import Review
from joinedup.domain.second_looks.queries import looks_at


def headings_told(review: Review) -> list[Block]:
    """Return how many said what, where somebody sorted what people wrote."""
    said = said_in(review, list(Sorted.objects.filter(review=review)))
    blocks: list[Block] = []
    for each in said:
        if each.under:
            counts = tuple((heading.name, str(len(texts))) for heading, texts in each.under)
            blocks += [Heading(2, f"How many said what: {each.question}"), Facts(counts)]
    return blocks


def challenges_told(review: Review, at: datetime) -> list[Block]:
    """Return what members challenged in a result and what the host answered; nothing if none."""
    challenges = list(ResultChallenge.objects.filter(review=review).select_related("organisation"))
    if not challenges:
        return []
    named = open_to_challenge(review, at)
    blocks: list[Block] = [Heading(1, "Challenges")]
    for each in challenges:
        about = named.get(each.about, "What the record said")
        blocks.append(Heading(2, f"{each.organisation.name}: {about}"))
        blocks.append(Paragraph(each.words))
        answered = f"{each.get_ruling_display()}. {each.answer}" if each.answered_at else ""
        blocks.append(Paragraph(answered or "It has not been answered yet."))
    return blocks


def what_followed(review: Review, at: datetime) -> list[Block]:
    """Return priorities with their actions, those of the year before, decisions, a second look."""
    before = standing_before(review, at)
    told = [*priorities_told(review, "Priorities chosen", day_of(at))]
    if before:
        title = f"What became of the priorities of {before.round.year}"
        told += priorities_told(before, title, day_of(at))
    return [*told, *_decisions(review), *_second_look(review, day_of(at))]


def priorities_told(review: Review, title: str, day: date) -> list[Block]:
    """Return the priorities chosen from a result with what is done about each; nothing if none."""
    chosen = list(
        Priority.objects.filter(review=review).prefetch_related("actions__owner").order_by("pk")
    )
    if not chosen:
        return []
    points, blocks = points_named(review), [Heading(1, title)]
    columns = (Column("Action"), Column("Who"), Column("By when"), Column("What became of it"))
    told: list[Block] = [*blocks]
    for priority in chosen:
        told += [Heading(2, points[priority.about]), Paragraph(priority.reason)]
        rows = tuple(
            (each.what, each.owner.name, in_words(each.due_on), _became(each, day))
            for each in priority.actions.all()
        )
        told.append(
            Table(f"Actions: {points[priority.about]}", columns, rows)
            if rows
            else Paragraph("Nobody has said what is to be done.")
        )
    return told


def _became(action: PriorityAction, day: date) -> str:
    if action.state == ActionState.TODO:
        return "Late" if action.due_on < day else "To do"
    return f"{action.get_state_display()}. {action.because}".strip()


def _decisions(review: Review) -> list[Block]:
    decisions = FutureDecision.objects.filter(review=review).prefetch_related(
        "dissents__membership__organisation"
    )
    blocks: list[Block] = []
    for each in decisions:
        blocks += [
            Heading(1, "What was decided"),
            Paragraph(
                f"{each.sentence}. Decided on {in_words(each.decided_on)} by {each.deciders}."
            ),
            Paragraph(each.reason),
            Facts(tuple(each.answers)),
        ]
        said = [f"{d.membership.member_name} disagrees. {d.words}" for d in each.dissents.all()]
        none = Paragraph("No member has said that it disagrees.")
        blocks.append(BulletList(tuple(said)) if said else none)
    return blocks


def _second_look(review: Review, day: date) -> list[Block]:
    look = next(iter(looks_at([review], day)), None)
    if look is None:
        return []
    blocks: list[Block] = [Heading(1, "Second look")]
    if look.taken is None:
        state = look.state.label.lower()
        due = f"It is below Sound and is looked at again by {in_words(look.due_on)}: {state}."
        return [*blocks, Paragraph(due)]
    taken = in_words(day_of(look.taken.taken_at))
    better = f"{look.taken.get_better_display()}, on {taken}."
    return [*blocks, Paragraph(better), Paragraph(look.taken.changed)]
