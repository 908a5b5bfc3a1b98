from datetime import timedelta

import pytest

from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import open_seat
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.kinds import Asking, RoundState
from joinedup.domain.reviews.links import answer_link
from joinedup.domain.reviews.models import Round
from joinedup.domain.running.actions.handing_out import hand_out_invitations
from joinedup.domain.running.rules import why_not_hand_out
from tests.rounds import answered, in_state, opened, ticket_of

pytestmark = pytest.mark.django_db

HEADINGS = ["Name", "For", "Round", "Last day to answer", "Minutes", "Partnership 1", "Link 1"]


def test_a_file_for_letters_has_those_without_an_address_and_is_written_down(cast, now):
    zoe = add_person("Zoe Hart", email=None, by=None, at=now)
    open_seat(cast.memberships["police"], person=zoe, by=cast.priya, at=now)
    round = opened(cast, now)

    headings, rows = hand_out_invitations(
        round, everybody=False, because="Letters.", by=cast.priya, at=now
    )

    assert headings == HEADINGS
    link = answer_link(ticket_of(round, zoe))
    assert rows == [
        [
            "Zoe Hart",
            "Wexmere Police",
            "Yearly review 2026",
            "13 July 2026",
            10,
            "Safer Places group",
            link,
        ]
    ]
    entry = history_of(round)[0]
    assert (entry.verb, entry.because, entry.detail) == (
        "invitations.taken",
        "Letters.",
        {"people": 1, "which": "those without an email address"},
    )
    assert link not in str(vars(entry))


def test_everybody_is_in_it_whether_they_have_answered_or_not(cast, now):
    round = opened(cast, now)
    before = hand_out_invitations(round, everybody=True, because="x", by=cast.priya, at=now)
    answered(round, cast.ruth, 3, now)

    after = hand_out_invitations(round, everybody=True, because="x", by=cast.priya, at=now)

    assert (before == after, len(after[1])) == (True, 5)


def test_only_the_hosts_officer_takes_links_and_never_of_an_anonymous_round(cast, now):
    for state in RoundState:
        reason = why_not_hand_out(in_state(cast, now, state), cast.priya, now.date())
        assert (reason is None) == (state == RoundState.OPEN)
    round = opened(cast, now)
    assert why_not_hand_out(round, cast.marcus, now.date())
    assert why_not_hand_out(round, cast.priya, round.closes_on + timedelta(days=1))
    anonymous = why_not_hand_out(Round(asking=Asking.ANONYMOUS), cast.priya, now.date())
    assert anonymous.startswith("In an anonymous round only the person asked")
