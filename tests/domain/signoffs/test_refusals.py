"""Who is asked what after a member refused: the keepers to settle it, the member again later."""

from datetime import timedelta

import pytest

from joinedup.domain.agreements.models import Edition
from joinedup.domain.needs.signing import LONG, signing_need
from joinedup.domain.organisations.actions import end_post
from joinedup.domain.organisations.models import Post
from joinedup.domain.partnerships.actions import vacate_seat
from joinedup.domain.signoffs.queries import members_to_sign_for, signatories_among
from tests.cast import EVERYBODY
from tests.domain.signoffs.signing import NAMED, all_named, named, offered, refuse, signed

pytestmark = pytest.mark.django_db

SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
DAY = timedelta(days=1)
ASKED = "Sign the agreement of Safer Places group for Riverside Food Share, or say why not"


def told(person, at):
    return [need.text for need in signing_need(person, at.date())]


def test_those_who_keep_the_record_are_asked_to_settle_a_refusal_until_another_text(cast, now):
    named(cast, now, "riverside")
    edition = offered(cast, now)
    refuse(cast, now, edition, "riverside", "The boundary\nis wrong.")
    said = "Riverside Food Share will not sign the agreement of Safer Places group: "
    said += "The boundary is wrong."
    asked = {kind for kind in SIGNED_IN if said in told(cast.who(kind), now)}
    again = told(cast.ade, now)
    [need] = signing_need(cast.priya, now.date())

    Edition.objects.update(state="SUPERSEDED")
    offered(cast, now, number=2, text="Another text.")

    assert asked == {"lead host's officer", "chair", "coordinator"}
    assert (need.page, need.args) == ("signing", (cast.safer.public_id,))
    assert again == []
    assert (told(cast.priya, now), told(cast.ade, now)) == ([], [ASKED])


def test_long_reasons_are_shortened_and_signing_settles_it(cast, now):
    named(cast, now, "riverside")
    edition = offered(cast, now)
    refuse(cast, now, edition, "riverside", "No. " * LONG)
    [before] = told(cast.priya, now)

    signed(cast, now, edition, "riverside")

    assert before.endswith("No. No.…")
    assert told(cast.priya, now) == []


def test_whoever_left_yesterday_is_not_asked_nor_named_among_those_who_may_sign(cast, now):
    edition, later = offered(cast, now), (now + DAY).date()
    all_named(cast, now)
    vacate_seat(cast.seats["nadia"], on=now.date(), by=cast.priya, at=now)
    end_post(Post.objects.get(person=cast.ben), on=now.date(), because="", by=cast.grace, at=now)

    members = [cast.memberships[body] for body in NAMED]
    may = {each.person for each in signatories_among(members, later)}

    assert may == {cast.helen, cast.ruth, cast.ade}
    assert told(cast.nadia, now + DAY) == told(cast.ben, now + DAY) == []
    assert not members_to_sign_for(edition, cast.ben, later).exists()
    assert told(cast.ade, now + DAY) == [ASKED]


def test_whoever_signed_first_of_two_is_not_asked_a_second_time(cast, now):
    edition = offered(cast, now, tier=1)
    named(cast, now, "riverside")
    before = list(members_to_sign_for(edition, cast.ade, now.date()))

    signed(cast, now, edition, "riverside")

    assert before == [cast.memberships["riverside"]]
    assert list(members_to_sign_for(edition, cast.ade, now.date())) == []
