"""A round answered on paper, by telephone or in spreadsheets comes to what links come to."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from joinedup.domain.channels.actions import print_sheets
from joinedup.domain.channels.answer_sheets import headings, rows_to_fill
from joinedup.domain.channels.paper import printed_code
from joinedup.domain.channels.typed import SIGNS, lettered, numbered
from joinedup.domain.exports.formats import in_format
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.reporting.papers import partnership_report
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from tests.rounds import opened, ticket_of

pytestmark = pytest.mark.django_db

VALUES = {"ruth": 3, "colin": 2, "ade": 0}


def answers_of(instrument, value: int) -> dict[str, Given]:
    """Answers of every sort: figures, both without a score, nothing, comments, words."""
    given = {each.id: Given(value=value) for each in instrument.statements}
    given |= {
        "SF1": Given(value=value, words=f"We said {value}.\nTwice."),
        "SF2": Given(unscored="dk"),
        "SF3": Given(unscored="na"),
        "SF4": Given(),
    }
    for question in instrument.open_questions:
        choice = question.choices[0].id if question.choices else f"Words, and more: {value}"
        given[question.id] = Given(words=choice)
    return given


def by_link(cast, round, instrument, at):
    for name, value in VALUES.items():
        ticket = ticket_of(round, cast.people[name])
        save_answers(ticket, answers_of(instrument, value), at=at)
        send_answers(ticket, at=at)


def cells_of(instrument, given: dict[str, Given]) -> dict[str, str]:
    """What stands on a sheet: figures and signs by question, words, and comments by number."""
    cells = {}
    for each in instrument.statements:
        answer = given[each.id]
        sign = SIGNS.get(answer.unscored, "")
        cells[each.id] = str(answer.value) if answer.value is not None else sign
    for question in instrument.open_questions:
        cells[question.id] = "1" if question.choices else given[question.id].words
    numbers = {each.id: number for number, each in numbered(instrument).items()}
    comments = [
        f"{number}. {given[code].words}" for code, number in numbers.items() if given[code].words
    ]
    return cells | {"comments": "\n".join(comments)}


def typed_in(cast, round, instrument, at):
    client = cast.client("priya")
    for name, value in VALUES.items():
        ticket = ticket_of(round, cast.people[name])
        code = reverse("round_keying", args=[round.public_id])
        there = client.post(code, {"code": printed_code(ticket), "way": "PAPER"})
        sheet = cells_of(instrument, answers_of(instrument, value)) | {"way": "PAPER"}
        sent = client.post(there.headers["Location"], sheet | {"send": "yes"})
        assert sent.status_code == 302


def in_one_file(cast, round, instrument, at):
    tickets = [ticket_of(round, cast.people[name]) for name in VALUES]
    codes = [printed_code(ticket) for ticket in tickets]
    columns = [cells_of(instrument, answers_of(instrument, value)) for value in VALUES.values()]
    names = [each.id for each in (*instrument.statements, *lettered(instrument).values())]
    rows = [
        [*row[:3], *(column[name] for column in columns)]
        for row, name in zip(rows_to_fill(instrument, codes), [*names, "comments"], strict=True)
    ]
    data = b"".join(in_format("xlsx", "Answers", headings(codes), rows))
    page = cast.client("priya").post(
        reverse("keying_file", args=[round.public_id]),
        {"file": SimpleUploadedFile("answers.xlsx", data)},
    )
    assert page.status_code == 302, page.text


def counted(cast, now, answer) -> tuple:
    """Run the round with the answers brought in by ``answer``, and undo it all."""
    with transaction.atomic():
        round = opened(cast, now)
        review = round.reviews.select_related("round__host", "partnership").get()
        print_sheets(round, review=review.public_id, by=cast.priya, at=now)
        answer(cast, round, definition_of(round.instrument), now)
        seal_round(round, by=cast.priya, at=now + timedelta(days=1))
        review.refresh_from_db()
        report = partnership_report(review, now + timedelta(days=2))
        transaction.set_rollback(True)
    return review.result, review.overall, review.band, report


def test_every_way_of_answering_gives_the_same_result_and_report(cast, now):
    by_links = counted(cast, now, by_link)

    assert by_links[1] is not None
    assert counted(cast, now, typed_in) == by_links
    assert counted(cast, now, in_one_file) == by_links
