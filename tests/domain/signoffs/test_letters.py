"""The letters about signing as they leave: who gets which, what it says, where its link leads."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail

from joinedup.domain.jobs.actions import run_due
from joinedup.domain.organisations.actions import end_post
from joinedup.domain.organisations.models import Post
from joinedup.domain.signoffs.actions import ask_to_sign
from tests.domain.signoffs.signing import all_named, named, offered, signed
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def sent(at):
    """Send all that waits, and return it by the name of whom it went to."""
    mail.outbox.clear()
    run_due(at)
    return {one.to[0].partition(" <")[0].strip('"'): one for one in mail.outbox}


def followed(cast, who, letter):
    """Return the page to which the one link of a letter leads."""
    [link] = re.findall(r"https?://\S+", letter.body)
    return page_text(cast.client(who).get(link.removeprefix(settings.ADDRESS)))


def test_who_may_sign_is_sent_the_way_to_the_text_and_who_says_who_the_way_to_say_so(cast, now):
    named(cast, now, "riverside")
    edition = offered(cast, now)
    ask_to_sign(edition, at=now)

    letters = sent(now)

    ade, ben = letters["Ade Okafor"], letters["Ben Whitlock"]
    assert set(letters) == {
        "Ade Okafor", "Ben Whitlock", "Nadia Rahman", "Priya Nair", "Ruth Bello"
    }  # fmt: skip
    assert ade.subject == "For you to read and sign: Safer Places group"
    assert ben.subject == "Who signs for Wexmere County Council?"
    assert "Priya Nair has offered version 1 of the agreement of Safer Places group" in ade.body
    assert "You were named to sign for Riverside Food Share. Read it" in ade.body
    assert f"Its check code is {edition.short_digest}" in ade.body
    assert "Read and sign for Riverside Food Share" in followed(cast, "ade", ade)
    assert "Say who signs for Wexmere County Council" in followed(cast, "ben", ben)


def test_whoever_is_named_for_a_later_day_is_told_from_when(cast, now):
    offered(cast, now)
    named(cast, now, "riverside", from_on=(now + DAY).date())

    letter = sent(now)["Ade Okafor"]

    assert "You were named to sign for Riverside Food Share, from 16 June 2026 on." in letter.body


def test_where_the_only_one_named_has_left_whoever_says_who_signs_is_asked_instead(cast, now):
    named(cast, now, "thornford")
    end_post(Post.objects.get(person=cast.helen), on=now.date(), because="", by=cast.grace, at=now)
    ask_to_sign(offered(cast, now + DAY), at=now + DAY)

    letters = sent(now + DAY)

    assert "Helen Castle" not in letters
    assert letters["Priya Nair"].subject == "Who signs for Thornford District Council?"


def test_when_all_have_signed_each_who_sits_is_sent_the_way_to_the_signatures(cast, now):
    edition = offered(cast, now)
    all_named(cast, now)
    sent(now)
    for body in ("thornford", "county", "police", "riverside", "mosque"):
        signed(cast, now, edition, body)

    letters = sent(now)

    owen = letters["Owen Pryce"]
    assert owen.subject == "Every member of Safer Places group has signed"
    assert "Every member has signed version 1. It stands." in followed(cast, "owen", owen)
    assert "Helen Castle" not in letters
