from datetime import date, timedelta

import pytest

from joinedup.domain.agreements.models import Edition
from joinedup.domain.agreements.queries import editions_visible_to
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.notices.models import Message
from joinedup.domain.organisations.actions import end_post
from joinedup.domain.organisations.models import Post
from joinedup.domain.partnerships.actions import add_member, end_membership, vacate_seat
from joinedup.domain.partnerships.kinds import Told
from joinedup.domain.signoffs.actions import (
    ask_to_sign,
    complete_signed,
    end_signatory,
    name_signatory,
)
from joinedup.domain.signoffs.models import Refusal, Signatory, SignOff
from joinedup.domain.signoffs.queries import (
    members_to_sign_for,
    not_signed,
)
from joinedup.domain.signoffs.rules import why_not_accept, why_not_sign
from joinedup.domain.signoffs.watching import waiting_for
from tests.cast import EVERYBODY
from tests.domain.signoffs.signing import (
    NAMED,
    accepted,
    all_named,
    named,
    offered,
    refuse,
    signed,
)

SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
DAY = timedelta(days=1)


def refused(act, *args, **given):
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    return refusal.value.reason


def test_the_last_signature_lets_the_text_stand_in_the_record(cast, now):
    edition, day = offered(cast, now), now.date()
    all_named(cast, now)
    for body in ("thornford", "county", "police", "riverside"):
        signed(cast, now, edition, body)
    cast.safer.refresh_from_db()
    before = (cast.safer.agreement, [m.member_name for m in not_signed(edition, day)])

    signed(cast, now + DAY, edition, "mosque")

    cast.safer.refresh_from_db()
    edition.refresh_from_db()
    record = cast.safer
    assert before == (Told.UNTOLD, ["Thornford Central Mosque"])
    assert (edition.state, record.agreement, record.agreement_version) == ("SIGNED", "YES", "1")
    assert (record.agreement_signed_on, record.agreement_ends_on, record.agreement_review_on) == (
        date(2026, 6, 16),
        date(2029, 6, 14),
        date(2027, 6, 15),
    )
    assert verbs_about(cast.safer)[-3:] == [
        "agreement.signed_for",
        "agreement.signed",
        "partnership.changed",
    ]
    told = {m.to for m in Message.objects.all() if "has signed" in m.subject}
    assert told == {cast.ruth, cast.colin, cast.ade, cast.nadia, cast.owen}


def test_a_later_text_takes_the_place_of_the_signed_one_and_late_looks_are_due_at_once(cast, now):
    all_named(cast, now)
    first = offered(cast, now)
    for body in NAMED:
        signed(cast, now, first, body)
    late = {"review_on": date(2026, 6, 1), "ends_on": None}
    second = offered(cast, now, number=2, text="Another text.", **late)
    waiting = [waiting_for(cast.people[who], now.date()).get() for who in ("ade", "nadia")]
    old = refused(signed, cast, now, first, "riverside", digest=second.digest)

    for body in NAMED:
        signed(cast, now, second, body)

    cast.safer.refresh_from_db()
    assert [one.edition for one in waiting] == [second.pk] * 2
    assert old == "This text has changed since you looked at it. Look again."
    assert list(Edition.objects.order_by("number").values_list("state", flat=True)) == [
        "SUPERSEDED",
        "SIGNED",
    ]
    record = cast.safer
    assert (record.agreement_version, record.agreement_ends_on) == ("2", None)
    assert record.agreement_review_on == now.date()


def test_whoever_was_not_shown_this_very_text_signs_nothing(cast, now):
    edition = offered(cast, now)
    all_named(cast, now)
    other = refused(signed, cast, now, edition, "riverside", digest="0" * 64)
    Edition.objects.filter(pk=edition.pk).update(text="Quietly changed.")
    changed = refused(signed, cast, now, edition, "riverside")
    Edition.objects.filter(pk=edition.pk).update(state="WITHDRAWN")

    with pytest.raises(Overtaken, match="has changed since you looked at it"):
        signed(cast, now, edition, "riverside")

    assert other == changed
    assert not SignOff.objects.exists()
    assert (
        why_not_sign(
            Edition.objects.get(pk=edition.pk), cast.memberships["riverside"], cast.ade, now.date()
        )
        == "This text was taken back, so nobody signs it."
    )


def test_who_may_sign_and_who_may_write_down_a_paper(cast, now):
    edition, day = offered(cast, now), now.date()
    all_named(cast, now)

    may = {
        body: {
            kind
            for kind in SIGNED_IN
            if not why_not_sign(edition, cast.memberships[body], cast.who(kind), day)
        }
        for body in ("thornford", "county", "riverside", "academy")
    }
    papers = {
        kind
        for kind in SIGNED_IN
        if not why_not_accept(edition, cast.memberships["riverside"], cast.who(kind), day)
    }

    assert may == {
        "thornford": {"leadership"},
        "county": {"another host's officer"},
        "riverside": {"core seat"},
        "academy": set(),
    }
    assert papers == {"core seat", "chair", "coordinator", "lead host's officer"}
    assert list(members_to_sign_for(edition, cast.ade, day)) == [cast.memberships["riverside"]]
    assert why_not_sign(edition, cast.memberships["academy"], cast.owen, day) == (
        "Thornford Academy is an observer, and observers do not sign."
    )
    sees = {kind for kind in SIGNED_IN if edition in editions_visible_to(cast.who(kind), day)}
    assert sees == set(SIGNED_IN) - {"ticket holder", "former seat", "foreign body's officer"}


def test_of_a_significant_partnership_two_different_people_of_each_member_sign(cast, now):
    edition = offered(cast, now, tier=1)
    named(cast, now, "thornford")
    named(cast, now, "thornford", "marcus")
    first = signed(cast, now, edition, "thornford")
    again = signed(cast, now, edition, "thornford")
    alone = why_not_sign(edition, cast.memberships["thornford"], cast.helen, now.date())
    waits = [waiting_for(cast.people[who], now.date()).count() for who in ("helen", "marcus")]
    on_paper = refused(accepted, cast, now, edition, "thornford", name="helen CASTLE")

    second = signed(cast, now, edition, "thornford", "marcus")

    third = refused(accepted, cast, now, edition, "thornford")
    assert (first, first.position, second.position) == (again, 1, 2)
    assert alone == "You signed this for Thornford District Council on 15 June 2026."
    assert waits == [0, 1]
    assert on_paper == "helen CASTLE has signed already. A second person has to sign as well."
    assert third == "Thornford District Council has signed already: Helen Castle and Marcus Webb."


def test_whoever_left_yesterday_signs_nothing_and_what_they_signed_stays(cast, now):
    edition, later = offered(cast, now), now + DAY
    all_named(cast, now)
    kept = signed(cast, now, edition, "riverside")
    vacate_seat(cast.seats["ade"], on=now.date(), by=cast.priya, at=now)
    vacate_seat(cast.seats["nadia"], on=now.date(), by=cast.priya, at=now)
    end_post(Post.objects.get(person=cast.ben), on=now.date(), because="", by=cast.grace, at=now)
    post, seat = (
        refused(signed, cast, later, edition, "county"),
        refused(signed, cast, later, edition, "mosque"),
    )
    helen = Signatory.objects.get(person=cast.helen)
    end_signatory(helen, on=now.date(), version=1, by=cast.priya, at=now)
    ended = refused(signed, cast, later, edition, "thornford")

    kept.refresh_from_db()
    assert post == (
        "You no longer work for Wexmere County Council or sit for it, so you cannot sign for it."
    )
    assert seat == (
        "You no longer work for Thornford Central Mosque or sit for it, so you cannot sign for it."
    )
    assert ended == (
        "You could sign for Thornford District Council until 15 June 2026. "
        "Somebody who is named today can sign."
    )
    assert (kept.name, kept.capacity) == ("Ade Okafor", "Trustee")
    assert cast.memberships["riverside"] not in not_signed(edition, later.date())


def test_a_paper_is_accepted_on_behalf_of_its_signer_openly_and_the_member_is_told(cast, now):
    edition, later = offered(cast, now), now + DAY
    named(cast, now, "riverside")
    wrong = [
        refused(accepted, cast, later, edition, "riverside", paper_on=now.date() - DAY),
        refused(accepted, cast, later, edition, "riverside", paper_on=later.date() + DAY),
        refused(accepted, cast, later, edition, "riverside", name=" . "),
        refused(accepted, cast, later, edition, "riverside", capacity=" "),
        refused(accepted, cast, later, edition, "riverside", paper=" "),
        refused(accepted, cast, later, edition, "riverside", by="ben"),
    ]

    one = accepted(cast, later, edition, "riverside")

    assert wrong == [
        "This text was offered on 15 June 2026. A paper of an earlier day is under another text.",
        "Choose today or an earlier day: the day on the paper.",
        "Enter the name of whoever signed.",
        "Say as what they sign: their post or place.",
        "Say on which paper, so that somebody finds it.",
        "Only the lead host’s officers, the chair, the coordinator and Riverside Food Share "
        "itself write down what was signed on paper.",
    ]
    assert (one.name, one.capacity, one.person, one.is_on_paper) == (
        "Mary Flint",
        "Treasurer",
        cast.priya,
        True,
    )
    letter = Message.objects.get(to=cast.ade, subject__startswith="A signature for")
    assert "Priya Nair wrote down that Mary Flint, Treasurer, signed version 1" in letter.body
    assert verbs_about(cast.safer)[-1] == "agreement.accepted"


def test_a_refusal_says_why_and_signing_takes_it_back(cast, now):
    edition, later = offered(cast, now), now + DAY
    all_named(cast, now)
    vague = refused(refuse, cast, now, edition, "riverside", " ")
    refuse(cast, now, edition, "riverside")
    twice = refused(refuse, cast, now, edition, "riverside")
    asked = waiting_for(cast.ade, now.date()).exists()

    signed(cast, later, edition, "riverside")

    refusal = Refusal.objects.get()
    assert vague == "Say why, so that the others know what would help."
    assert twice == "Riverside Food Share has said already that it will not sign."
    assert not asked
    assert (refusal.reasons, refusal.taken_back_at, refusal.taken_back_by) == (
        "The boundary is wrong.",
        later,
        cast.ade,
    )
    assert refused(refuse, cast, later, edition, "riverside") == (
        "Riverside Food Share has signed already: Ade Okafor."
    )


def test_whoever_joins_later_is_asked_to_sign_the_same_text(cast, now):
    edition, later = offered(cast, now), now + DAY
    all_named(cast, now)
    for body in NAMED:
        signed(cast, now, edition, body)
    joined = add_member(cast.safer, cast.farhaven, by=cast.priya, at=later)
    cast.memberships["farhaven"] = joined
    edition.refresh_from_db()
    gap = list(not_signed(edition, later.date()))
    name_signatory(
        joined, cast.noor, capacity="Officer", from_on=later.date(), by=cast.noor, at=later
    )
    waits = waiting_for(cast.noor, later.date()).get()

    signed(cast, later, edition, "farhaven", "noor")

    assert (gap, waits.edition) == ([joined], edition.pk)
    assert list(not_signed(edition, later.date())) == []
    assert Edition.objects.get().state == "SIGNED"
    assert verbs_about(cast.safer).count("agreement.signed") == 1


def test_a_text_stands_when_the_last_missing_member_leaves(cast, now):
    edition, later = offered(cast, now), now + DAY
    all_named(cast, now)
    for body in ("thornford", "county", "police", "riverside"):
        signed(cast, now, edition, body)
    complete_signed(at=now)
    before = Edition.objects.get().state
    mosque = cast.memberships["mosque"]
    end_membership(mosque, on=now.date(), because="Moved.", by=cast.priya, at=now)

    complete_signed(at=later)

    assert (before, Edition.objects.get().state) == ("OFFERED", "SIGNED")


def test_a_text_that_was_tampered_with_does_not_keep_others_from_standing(cast, now):
    later = now + DAY
    all_named(cast, now)
    spoilt = offered(cast, now, partnership=cast.growth)
    SignOff.objects.create(
        edition=spoilt, membership=cast.memberships["police"], position=1, person=cast.ruth,
        name="Ruth", capacity="Chair", digest=spoilt.digest, at=now,
    )  # fmt: skip
    Edition.objects.update(text="Quietly changed.")
    edition = offered(cast, now)
    for body in ("thornford", "county", "police", "riverside"):
        signed(cast, now, edition, body)
    mosque = cast.memberships["mosque"]
    end_membership(mosque, on=now.date(), because="Moved.", by=cast.priya, at=now)

    complete_signed(at=later)

    states = dict(Edition.objects.values_list("pk", "state"))
    assert states == {spoilt.pk: "OFFERED", edition.pk: "SIGNED"}


def test_a_text_whose_time_is_over_is_signed_by_nobody(cast, now):
    edition = offered(cast, now, ends_on=date(2026, 7, 1))
    named(cast, now, "riverside")

    late = refused(signed, cast, now + timedelta(days=20), edition, "riverside")

    assert late == (
        "What this text agrees ended on 1 July 2026. A text with later dates has to be offered."
    )


def test_those_who_may_sign_are_written_to_once_and_where_nobody_may_those_who_say_who(cast, now):
    named(cast, now, "thornford")
    named(cast, now, "riverside")
    edition = offered(cast, now)

    ask_to_sign(edition, at=now)
    ask_to_sign(edition, at=now)
    named(cast, now, "mosque")

    told = {(m.to.name, m.subject.split(":")[0]) for m in Message.objects.all()}
    sign = "For you to read and sign"
    assert told == {
        ("Helen Castle", sign),
        ("Ade Okafor", sign),
        ("Nadia Rahman", sign),
        ("Nadia Rahman", "Who signs for Thornford Central Mosque?"),
        ("Ben Whitlock", "Who signs for Wexmere County Council?"),
        ("Ruth Bello", "Who signs for Wexmere Police?"),
    }
    assert Message.objects.count() == len(told)
