"""P2, P9: sending leaves no trace but that a link was used and that a closed box has changed."""

from pathlib import Path

import pytest
from django.db import connection
from django.urls import reverse

from joinedup.domain.jobs.actions import run_due
from joinedup.domain.jobs.models import Job
from joinedup.domain.notices.models import Message
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Review, Ticket
from tests.attacks.taking import dump, tables_with
from tests.rounds import ticket_of
from tests.unnamed import FIVE, crowd, opened_unnamed, sent_unnamed

WORDS = "thylacine-1936"


def changed_by(act):
    """Return how many rows of each table an act has changed or added."""
    before = dump()
    act()
    after = dump()
    return {
        table: len(set(after[table]) ^ set(before[table]))
        for table in after
        if after[table] != before[table]
    }


@pytest.mark.django_db
def test_sending_changes_one_ticket_and_one_box_also_of_somebody_signed_in(cast, now, clock):
    round = opened_unnamed(cast, now)
    sent_unnamed(round, cast.ruth, 1, now)
    client, token = cast.client("ade"), token_for(ticket_of(round, cast.ade))
    client.get(reverse("home"))
    clock.move_to(now.replace(hour=10))
    before = Ticket.objects.filter(person=cast.ade).values().get()

    def answer():
        client.get(reverse("answer", args=[token]))
        client.post(reverse("answer", args=[token]))
        client.get(reverse("answer_whole", args=[token]))
        page = client.post(reverse("answer_whole", args=[token]), {"SF1": "3", "SF1_words": WORDS})
        assert page.status_code == 302

    # Each changed row counts twice: as it was and as it is.
    assert changed_by(answer) == {"joinedup_answerbox": 2, "joinedup_ticket": 2}
    after = Ticket.objects.filter(person=cast.ade).values().get()
    assert {name for name in after if after[name] != before[name]} == {"state", "version"}
    assert tables_with(WORDS) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("more", "places"), [(4, []), (5, ["joinedup_review"])])
def test_words_stand_in_the_result_alone_and_only_from_ten_answers_up(cast, now, more, places):
    people = [*(getattr(cast, name) for name in FIVE), *crowd(cast, now, more, 0)]
    round = opened_unnamed(cast, now)
    for person in people:
        sent_unnamed(round, person, 2, now, SF1=Given(value=2, words=WORDS))

    seal_round(round, by=cast.priya, at=now)

    assert tables_with(WORDS) == places


@pytest.mark.django_db
def test_no_mail_is_written_when_somebody_sends_and_none_names_who_did(cast, now):
    round = opened_unnamed(cast, now)
    asked = Message.objects.count()
    sent_unnamed(round, cast.ade, 2, now)
    written = Message.objects.count()

    seal_round(round, by=cast.priya, at=now)

    told = Message.objects.filter(kind="round.drafts")
    assert (written, told.count()) == (asked, 5)
    assert [mail for mail in told if mail.to != cast.ade and "Ade" in mail.body] == []


def on_disk():
    """Return all that lies in the files of the database."""
    name = str(connection.settings_dict["NAME"])
    return b"".join(path.read_bytes() for path in Path(name).parent.glob(f"{Path(name).name}*"))


@pytest.mark.django_db(transaction=True)
def test_no_file_of_the_database_ever_holds_the_words_of_too_few(cast, now):
    round = opened_unnamed(cast, now)
    review = Review.objects.select_related("partnership").get(round=round)
    for name in FIVE:
        sent_unnamed(round, getattr(cast, name), 2, now, SF1=Given(value=2, words=WORDS))
    review.refresh_from_db()
    envelope = review.answer_box.envelope[:200].encode()
    files = [on_disk()] if connection.vendor == "sqlite" else []

    seal_round(round, by=cast.priya, at=now)
    # What else is due then is somebody else's test.
    Job.objects.exclude(name="ballots.sweep").delete()
    swept = run_due(now)

    assert (swept, list(Job.objects.values_list("problem", flat=True).order_by())) == (1, [""])
    if files:
        assert (envelope in files[0], envelope in on_disk()) == (True, False)
        assert [WORDS.encode() in each for each in (*files, on_disk())] == [False, False]
