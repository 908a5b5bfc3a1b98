import pytest
from django.core import mail
from django.db import transaction

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.jobs.models import Job
from joinedup.domain.notices.actions import Letter, post_many, post_message
from joinedup.domain.notices.models import Message
from joinedup.domain.notices.queries import messages_about, messages_to
from joinedup.domain.people.actions import add_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann(now):
    return add_person("Ann Brown", email="Ann@bridge.example", by=None, at=now)


def test_a_message_leaves_and_is_kept_as_sent(now, ann):
    post_message(ann, "Your review", "Dear Ann …", kind="round.invitation", about=ann, at=now)

    run_due(now)

    [sent] = mail.outbox
    message = messages_to("ann@BRIDGE.example").get()
    assert (sent.subject, sent.body, sent.to, message.state, message.sent_at) == (
        "Your review",
        "Dear Ann …",
        ["Ann Brown <Ann@bridge.example>"],
        "SENT",
        now,
    )


def test_a_message_can_go_to_an_address_that_is_nobodys(now, ann):
    post_message("info@bridge.example", "Hello", "…", kind="test", about=None, at=now)

    run_due(now)

    assert mail.outbox[0].to == ["info@bridge.example"]


def test_a_message_of_an_act_that_failed_is_never_sent(now, ann):
    @transaction.atomic
    def act():
        post_message(ann, "Hello", "…", kind="test", about=None, at=now)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        act()

    assert (Message.objects.count(), Job.objects.count()) == (0, 0)


def test_the_same_key_writes_once(now, ann):
    letters = [Letter(ann, "Reminder", "…", "round.reminder", ann, key=key) for key in "aab"]

    counts = [post_many(letters, at=now), post_many(letters, at=now)]
    run_due(now)

    assert (counts, len(mail.outbox)) == ([2, 0], 2)


def test_many_are_written_all_or_none(now, ann):
    nobody = add_person("Bea Cole", email=None, by=None, at=now)
    letters = [Letter(person, "Hello", "…", "test") for person in (ann, nobody)]

    with pytest.raises(Refused, match=r"Bea Cole has no email address\."):
        post_many(letters, at=now)

    assert Message.objects.count() == 0


def test_messages_are_found_by_what_they_are_about(now, ann):
    post_message(ann, "One", "…", kind="round.invitation", about=ann, at=now)
    post_message(ann, "Two", "…", kind="round.reminder", about=ann, at=now)
    post_message(ann, "Three", "…", kind="test", about=None, at=now)

    found = [messages_about(ann), messages_about(ann, "round.reminder")]

    assert [[message.subject for message in some] for some in found] == [["Two", "One"], ["Two"]]


@pytest.mark.parametrize("breaking", ["\n", "\r", "\r\nBcc: all@evil.example", "\0", "\u2028"])
def test_a_subject_that_would_write_its_own_headers_is_refused(now, ann, breaking):
    with pytest.raises(Refused, match="The subject must be one line"):
        post_message(ann, f"Hello{breaking}", "…", kind="test", about=None, at=now)


def test_a_name_that_would_write_its_own_headers_is_refused(now, ann):
    ann.name = "Ann\r\nBcc: all@evil.example"

    with pytest.raises(Refused, match="The name must be one line"):
        post_message(ann, "Hello", "…", kind="test", about=None, at=now)


@pytest.mark.parametrize("address", ["ann", "a@b.example\nBcc: c@d.example", "a@b.example, c@d.x"])
def test_what_is_no_single_address_is_refused(now, address):
    with pytest.raises(Refused, match="is not an email address"):
        post_message(address, "Hello", "…", kind="test", about=None, at=now)


@pytest.mark.parametrize(
    ("subject", "reason"), [(" ", "Write a subject"), ("x" * 201, "200 characters or fewer")]
)
def test_a_subject_is_needed_and_short(now, ann, subject, reason):
    with pytest.raises(Refused, match=reason):
        post_message(ann, subject, "…", kind="test", about=None, at=now)
