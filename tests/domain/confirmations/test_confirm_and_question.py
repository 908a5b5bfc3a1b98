from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.confirmations.actions import (
    answer_challenge,
    challenge_change,
    confirm_record,
    say_of_record,
    tell_changes,
)
from joinedup.domain.confirmations.kinds import WINDOW
from joinedup.domain.confirmations.models import Challenge
from joinedup.domain.confirmations.queries import (
    confirmations_wanted,
    latest_confirmations,
    questions_to_answer,
    reported_lately,
)
from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import change_partnership, register_partnership


def changed(cast, at, by="priya", **values):
    version = cast.safer.version
    values = values or {"purpose": f"Safer {at:%H:%M}."}
    change_partnership(cast.safer, version=version, by=cast.people[by], at=at, **values)
    return reported_lately(cast.safer, at).first()


def question(cast, entry, at, who="ade", member="riverside"):
    return challenge_change(
        cast.memberships[member], entry, words="Not so.", by=cast.people[who], at=at
    )


def test_a_change_may_be_questioned_for_fourteen_days_and_then_stands(cast, now):
    entry = changed(cast, now)
    last = now + WINDOW - timedelta(minutes=1)

    asked = question(cast, entry, last)
    answer_challenge(asked, answer="Put right.", by=cast.ruth, at=last)

    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("Put right.", cast.ruth)
    assert list(reported_lately(cast.safer, last)) == [entry]
    assert list(reported_lately(cast.safer, now + WINDOW)) == []
    with pytest.raises(Refused, match="and stands now"):
        question(cast, entry, now + WINDOW + timedelta(days=1), "nadia", "mosque")


@pytest.mark.parametrize(
    ("who", "member", "reason"),
    [
        ("ade", "police", "Only those who sit for Wexmere Police"),
        ("derek", "thornford", "Only those who sit for Thornford"),
        ("priya", "thornford", "Only those who sit for Thornford"),
        ("noor", "riverside", "Only those who sit for Riverside"),
    ],
)
def test_a_member_is_spoken_for_by_those_who_sit_for_it(cast, now, who, member, reason):
    entry = changed(cast, now)

    with pytest.raises(Refused, match=reason):
        question(cast, entry, now, who, member)
    with pytest.raises(Refused, match=reason):
        confirm_record(cast.memberships[member], by=cast.people[who], at=now)


def test_a_member_questions_a_change_once_and_only_keepers_answer_once(cast, now):
    entry = changed(cast, now)
    asked = question(cast, entry, now)

    with pytest.raises(Refused, match="has questioned this already"):
        question(cast, entry, now)
    with pytest.raises(Refused, match="Only the lead host’s officers"):
        answer_challenge(asked, answer="No.", by=cast.ade, at=now)
    waiting = [list(questions_to_answer(who, day_of(now))) for who in (cast.priya, cast.ade)]
    assert waiting == [[asked], []]
    answer_challenge(asked, answer="Yes.", by=cast.priya, at=now)
    with pytest.raises(Refused, match="has been answered"):
        answer_challenge(asked, answer="Again.", by=cast.priya, at=now)
    assert not Challenge.objects.filter(answered_at__isnull=True).exists()
    assert list(questions_to_answer(cast.priya, day_of(now))) == []


def test_the_last_to_confirm_is_told_and_asked_again_a_year_later(cast, now):
    member = cast.memberships["riverside"]
    confirm_record(cast.memberships["police"], by=cast.ruth, at=now - timedelta(days=9))
    confirm_record(member, by=cast.ade, at=now)

    latest = latest_confirmations([cast.safer.pk, cast.growth.pk])

    assert {pk: each.membership for pk, each in latest.items()} == {cast.safer.pk: member}
    assert confirmations_wanted(cast.ade, day_of(now)) == [
        (member, day_of(now) + timedelta(days=365))
    ]


def test_saying_that_something_is_wrong_is_a_question_and_no_confirmation(cast, now):
    member = cast.memberships["riverside"]

    with pytest.raises(Refused, match="Say what is wrong"):
        say_of_record(member, is_right=False, words=" ", by=cast.ade, at=now)
    say_of_record(member, is_right=False, words="We left in May.", by=cast.ade, at=now)

    assert latest_confirmations([cast.safer.pk]) == {}
    assert [each.words for each in cast.safer.challenges.all()] == ["We left in May."]


def test_one_mail_a_day_tells_each_person_what_others_changed(cast, now):
    changed(cast, now)
    changed(cast, now + timedelta(minutes=5))
    changed(cast, now, "ruth")
    later = now + timedelta(days=1)

    for _ in range(2):
        tell_changes(at=later)

    mails = Message.objects.filter(kind="partnership.changes").order_by("name")
    assert [mail.name for mail in mails] == [
        "Ade Okafor",
        "Colin Marsh",
        "Nadia Rahman",
        "Owen Pryce",
        "Ruth Bello",
    ]
    assert "Safer Places group" in mails[0].body
    assert "You can question it until 29 June 2026." in mails[0].body


def test_nobody_is_told_of_what_they_changed_themselves_or_of_other_partnerships(cast, now):
    changed(cast, now, "ruth")
    register_partnership("Quiet", host=cast.thornford, by=cast.priya, at=now)

    tell_changes(at=now + timedelta(days=1))

    told = Message.objects.filter(kind="partnership.changes")
    assert "Ruth Bello" not in {mail.name for mail in told}
    assert not any("Quiet" in mail.body for mail in told)
