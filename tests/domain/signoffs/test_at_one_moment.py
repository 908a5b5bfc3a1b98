"""The race on sign-off (A8): people who sign, refuse and take back at one moment.

Each time exactly one is kept of what can only be once, nobody has signed bytes they were not shown,
and whoever was slower is told in a sentence.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import DatabaseError, connection

from joinedup.domain.agreements.actions import withdraw_edition
from joinedup.domain.agreements.models import Edition, digest_of
from joinedup.domain.basics.once import overtaken_by
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.signoffs.models import SignOff
from tests.bench.depth import DEEP
from tests.domain.signoffs.signing import NAMED, accepted, all_named, named, offered, signed

pytestmark = pytest.mark.django_db(transaction=True)

# So that the deep run ends within three minutes on a busy machine of two cores: a round of fifty
# takes some seconds there, as each waits for the others' writes.
THREADS, ROUNDS, ROUNDS_OF_TWO = (50, 5, 20) if DEEP else (4, 1, 1)
SECONDS = 60


def at_once(*acts):
    """Begin all acts at one moment, and return what each came to: None, or why it was refused."""
    ready = Barrier(len(acts))

    def do(act):
        try:
            ready.wait(SECONDS)
            act()
        except Refused as refusal:
            return refusal.reason
        except DatabaseError as problem:
            overtaken = overtaken_by(problem)
            if overtaken is None:
                raise
            return overtaken.reason
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(do, acts))


def texts(cast, now, rounds):
    """Put a text before the members as often as the race is run."""
    for number in range(1, rounds + 1):
        Edition.objects.filter(state="OFFERED").update(state="SUPERSEDED")
        edition = offered(cast, now, number=number, text=f"Text {number}.")
        yield edition


def nobody_signed_what_was_not_shown():
    return all(each.digest == digest_of(each.edition.text) for each in SignOff.objects.all())


def test_the_same_person_who_signs_many_times_has_signed_once(cast, now):
    named(cast, now, "riverside")
    for edition in texts(cast, now, ROUNDS):
        said = at_once(*[partial(signed, cast, now, edition, "riverside")] * THREADS)

        assert set(said) == {None}
        assert edition.signoffs.count() == 1
    assert Entry.objects.filter(verb="agreement.signed_for").count() == ROUNDS
    assert nobody_signed_what_was_not_shown()


def test_of_several_who_sign_for_one_member_one_is_kept_and_the_others_are_told(cast, now):
    named(cast, now, "thornford")
    grant_post(cast.invited, cast.thornford, PostKind.DIRECTOR, by=None, at=now)
    for who in ("marcus", "invited"):
        named(cast, now, "thornford", who)
    people = ["helen", "marcus", "invited"]
    for edition in texts(cast, now, ROUNDS):
        acts = [partial(signed, cast, now, edition, "thornford", who) for who in people]
        acts.append(partial(accepted, cast, now, edition, "thornford"))

        said = at_once(*(acts * THREADS)[:THREADS])

        assert None in said
        assert edition.signoffs.count() == 1
        assert all("signed" in reason for reason in said if reason)
    assert nobody_signed_what_was_not_shown()


def test_a_text_taken_back_while_somebody_signs_is_signed_before_or_not_at_all(cast, now):
    named(cast, now, "riverside")
    for edition in texts(cast, now, ROUNDS_OF_TWO):
        take = {"version": edition.version, "reason": "Clause 9.", "by": cast.priya, "at": now}

        signs, takes = at_once(
            partial(signed, cast, now, edition, "riverside"),
            partial(withdraw_edition, edition, **take),
        )

        edition.refresh_from_db()
        assert (takes, edition.state) == (None, "WITHDRAWN")
        assert signs in (None, "This text has changed since you looked at it. Look again.")
        assert edition.signoffs.count() == (signs is None)
    assert nobody_signed_what_was_not_shown()


def test_of_two_last_members_at_one_moment_exactly_one_lets_the_text_stand(cast, now):
    all_named(cast, now)
    for edition in texts(cast, now, ROUNDS_OF_TWO):
        first, last = list(NAMED)[:-2], list(NAMED)[-2:]
        for body in first:
            signed(cast, now, edition, body)

        said = at_once(*[partial(signed, cast, now, edition, body) for body in last])

        edition.refresh_from_db()
        assert (said, edition.state, edition.signoffs.count()) == ([None, None], "SIGNED", 5)
        partnership = Partnership.objects.get(pk=cast.safer.pk)
        assert partnership.agreement_version == str(edition.number)
    assert Entry.objects.filter(verb="agreement.signed").count() == ROUNDS_OF_TWO
