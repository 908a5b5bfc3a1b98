import smtplib
from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.queries import open_jobs
from joinedup.domain.notices.actions import (
    hold_messages,
    queue_again,
    send_message,
    send_waiting,
)
from joinedup.domain.notices.kinds import GIVE_UP_AFTER, MOVES, OUTAGE_WAIT, State
from joinedup.domain.notices.models import Message
from joinedup.domain.notices.rules import why_not_move
from joinedup.domain.people.actions import add_person

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
AWAY = ConnectionRefusedError("Connection refused")


def states():
    return list(Message.objects.order_by("id").values_list("state", flat=True))


def test_the_mail_carries_the_identifier_that_was_recorded_before(now, server, posted):
    message = posted()

    run_due(now)

    [mail] = server.asked
    assert (mail["Message-ID"], mail["Date"], mail["Auto-Submitted"], mail["From"]) == (
        message.message_id,
        "Mon, 15 Jun 2026 09:00:00 +0000",
        "auto-generated",
        "Joined Up <no-reply@joinedup.example>",
    )


def test_a_worker_killed_after_the_servers_yes_sends_the_same_mail_again(now, server, posted):
    posted()
    server.answers[:] = [SystemExit("killed after the server said yes")]
    with pytest.raises(SystemExit):
        run_due(now)

    run_due(now + 3 * MINUTE)

    identifiers = {mail["Message-ID"] for mail in server.asked}
    assert (len(server.asked), len(identifiers), states()) == (2, 1, ["SENT"])


def test_while_the_server_is_away_nothing_is_lost_and_nothing_doubled(now, server, posted):
    for number in range(5):
        posted(f"Number {number}")
    server.answers[:] = [AWAY] * 2000

    for minute in range(0, 24 * 60, 2):
        run_due(now + minute * MINUTE)
        send_waiting(at=now + minute * MINUTE)
    away = states()
    server.answers.clear()
    server.asked.clear()
    for minute in range(24 * 60, 26 * 60, 2):
        run_due(now + minute * MINUTE)

    subjects = sorted(mail["Subject"] for mail in server.asked)
    assert (away, subjects, states()) == (
        ["QUEUED"] * 5,
        [f"Number {number}" for number in range(5)],
        ["SENT"] * 5,
    )


def test_one_message_asks_for_all_while_the_server_is_away(now, server, posted):
    for _ in range(3):
        posted()
    server.answers[:] = [AWAY]

    run_due(now)

    assert (len(server.asked), open_jobs().filter(run_at=now + OUTAGE_WAIT).count()) == (1, 2)


@pytest.mark.parametrize(
    "problem",
    [
        smtplib.SMTPRecipientsRefused({"ann@bridge.example": (550, b"No such user")}),
        smtplib.SMTPDataError(554, b"Not wanted"),
    ],
)
def test_what_the_server_will_never_take_fails_at_once_and_stops_no_other(
    now, server, posted, problem
):
    posted()
    posted()
    server.answers[:] = [problem]

    run_due(now)

    failed = Message.objects.get(state=State.FAILED)
    assert (states(), failed.problem[:4]) == (["FAILED", "SENT"], "SMTP")


def test_what_the_server_does_not_take_now_is_tried_again(now, server, posted):
    posted()
    server.answers[:] = [smtplib.SMTPRecipientsRefused({"a": (450, b"Try later")})]

    run_due(now)
    first = states()
    run_due(now + MINUTE)

    assert (first, states()) == (["QUEUED"], ["SENT"])


def test_after_days_without_a_server_the_message_fails_with_its_problem(now, server, posted):
    posted()
    server.answers[:] = [AWAY] * 2

    run_due(now)
    run_due(now + GIVE_UP_AFTER + MINUTE)

    message = Message.objects.get()
    assert (message.state, message.attempts, message.problem) == (
        "FAILED",
        2,
        "ConnectionRefusedError: Connection refused",
    )


def test_a_failed_message_can_be_queued_again(now, server, posted):
    message = posted()
    server.answers[:] = [smtplib.SMTPDataError(554, b"Not wanted")]
    run_due(now)
    message.refresh_from_db()

    queue_again(message, at=now + MINUTE)
    run_due(now + MINUTE)

    assert states() == ["SENT"]


def test_a_message_nobody_is_about_to_send_is_found_by_the_sweeper(now, server, posted):
    posted()
    Job.objects.all().delete()

    send_waiting(at=now + MINUTE)
    run_due(now + MINUTE)

    assert states() == ["SENT"]


def test_the_sweeper_leaves_alone_what_is_on_its_way(now, server, posted):
    posted()

    send_waiting(at=now + MINUTE)

    assert open_jobs().count() == 1


def test_held_messages_stay_until_they_are_queued_again(now, server, posted):
    ann = add_person("Ann", email="ann@x.example", by=None, at=now)
    posted("About her", about=ann)
    posted("About nobody")

    held = hold_messages(ann)
    run_due(now)

    assert (held, states()) == (1, ["HELD", "SENT"])


@pytest.mark.parametrize(("here", "there"), [(a, b) for a in State for b in State])
def test_a_message_moves_only_as_the_table_says(here, there):
    reason = why_not_move(Message(state=here), there)

    assert (reason is None) == (there in MOVES[here])


def test_a_sent_message_is_not_sent_again(now, server, posted):
    posted()
    run_due(now)

    with pytest.raises(Refused, match="This message cannot become “sent”: it is “sent”"):
        send_message(Message.objects.get(), at=now)
