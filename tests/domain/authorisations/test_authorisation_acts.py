from datetime import date, timedelta
from decimal import Decimal

import pytest

from joinedup.domain.appraisals.deciding import Decision
from joinedup.domain.authorisations.actions import (
    ask_for_authorisation,
    end_authoriser,
    give_guidance,
    grant_authorisation,
    refuse_authorisation,
    withdraw_authorisation,
)
from joinedup.domain.authorisations.models import Authorisation, Receipt
from joinedup.domain.authorisations.queries import (
    receipts_to_sign,
    to_ask,
    to_decide,
    to_take_up,
    visible_to,
)
from joinedup.domain.authorisations.rules import why_not_ask, why_not_decide, why_not_guide
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.notices.models import Message
from joinedup.domain.organisations.actions import end_post, grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Post
from joinedup.domain.partnerships.kinds import Tier
from tests.cast import EVERYBODY
from tests.domain.appraisals.answering import begun, completed
from tests.domain.authorisations.asking import asked, named

ENDS = date(2027, 6, 15)
NO = {"N17": {"answer": "NO"}}


def granted(waiting, cast, now, by="helen", amount=20_000, **more):
    told = {"granted": Decimal(amount), "ends_on": ENDS, "conditions": " Report in May. "} | more
    grant_authorisation(waiting, version=1, by=cast.people[by], at=now, **told)


def test_only_the_named_authoriser_decides_and_only_the_bodys_people_read(cast, now):
    waiting, today = asked(cast, now), now.date()

    decides = {
        k for k in EVERYBODY if k != "public" and not why_not_decide(waiting, cast.who(k), today)
    }
    reads = {k for k in EVERYBODY if visible_to(cast.who(k), today).exists()}

    assert decides == {"leadership"}
    assert reads == {"lead host's officer", "director", "leadership", "auditor"}
    assert [list(to_decide(cast.people[who], today)) for who in ("helen", "marcus")] == [
        [waiting],
        [],
    ]


def test_the_authoriser_authorises_up_to_an_amount_until_a_day_on_conditions(cast, now):
    waiting = asked(cast, now)

    granted(waiting, cast, now, amount=15_000)

    told = Authorisation.objects.get()
    assert (told.state, told.granted, told.ends_on) == ("AUTHORISED", 15_000, ENDS)
    assert (told.conditions, told.decided_by) == ("Report in May.", cast.helen)
    assert verbs_about(told) == ["authorisation.asked", "authorisation.granted"]
    assert list(to_decide(cast.helen, now.date())) == []


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        ({"amount": 20_001}, "No more was asked for than £20,000"),
        ({"ends_on": date(2026, 6, 15)}, "Choose a day to come"),
    ],
)
def test_limits_that_cannot_be_are_refused(cast, now, limits, reason):
    with pytest.raises(Refused, match=reason):
        granted(asked(cast, now), cast, now, **limits)


def test_nobody_authorises_their_own_proposal(cast, now):
    grant_post(cast.helen, cast.thornford, PostKind.OFFICER, by=None, at=now)
    own = named(cast, now, "priya", by=cast.helen)
    done = completed(cast, now)

    with pytest.raises(Refused, match="Priya Nair is the proposer"):
        ask_for_authorisation(done, own, amount=Decimal(1), words="", by=cast.helen, at=now)
    with pytest.raises(Refused, match="Nobody gives this to themselves"):
        named(cast, now, "priya", days=9)


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ({"up_to": 19_999}, "Helen Castle authorises up to £19,999, and this is £20,000"),
        ({"tier": Tier.KEY}, "does not authorise partnerships of tier 1, only from tier 2 down"),
        ({"days": 1}, "Helen Castle does not authorise for Thornford District Council today"),
    ],
)
def test_what_is_beyond_a_limit_cannot_be_asked(cast, now, limit, reason):
    with pytest.raises(Refused, match=reason):
        asked(cast, now, named(cast, now, **limit), N1={"answer": "YES"})


def test_a_limit_changed_meanwhile_leaves_what_was_asked_to_its_own_day(cast, now):
    limit = named(cast, now)
    asked(cast, now, limit)
    later = now + timedelta(days=3)
    named(cast, now, days=2, up_to=100)
    limit.refresh_from_db()

    granted(Authorisation.objects.get(), cast, later)

    assert limit.to_on == date(2026, 6, 16)
    assert Authorisation.objects.get().authoriser.up_to == 50_000


def test_whoever_has_left_decides_nothing_and_somebody_else_can_be_asked(cast, now):
    waiting = asked(cast, now)
    post = Post.objects.get(person=cast.helen)
    end_post(post, on=now.date(), because="Retired.", by=cast.grace, at=now)
    later = now + timedelta(days=1)

    with pytest.raises(Refused, match="You no longer work for Thornford District Council"):
        granted(waiting, cast, later)
    withdraw_authorisation(waiting, version=1, by=cast.priya, at=later)
    again = ask_for_authorisation(
        waiting.appraisal,
        named(cast, later, "marcus"),
        amount=Decimal(1),
        words="",
        by=cast.priya,
        at=later,
    )

    assert [each.state for each in Authorisation.objects.order_by("id")] == ["WITHDRAWN", "ASKED"]
    assert list(to_decide(cast.marcus, later.date())) == [again]


def test_a_refusal_has_reasons_and_it_can_be_appraised_again(cast, now):
    waiting = asked(cast, now)
    with pytest.raises(Refused, match="Say why"):
        refuse_authorisation(waiting, reasons=" . ", version=1, by=cast.helen, at=now)
    refuse_authorisation(waiting, reasons="No budget.", version=1, by=cast.helen, at=now)
    seen = list(to_take_up(cast.priya, now.date()))
    old = waiting.appraisal
    refused = why_not_ask(old, Decision.PROCEED, cast.priya, now.date())

    begun(cast, now)

    assert seen == [waiting]
    assert refused == "This was refused. Begin a new appraisal: its answers are carried over."
    assert list(to_take_up(cast.priya, now.date())) == []
    assert Authorisation.objects.get().reasons == "No budget."


def test_of_two_decisions_at_one_moment_the_first_stands(cast, now):
    waiting = asked(cast, now)
    same = Authorisation.objects.get()
    granted(waiting, cast, now)

    with pytest.raises(Overtaken):
        refuse_authorisation(same, reasons="No budget.", version=1, by=cast.helen, at=now)

    assert Authorisation.objects.get().state == "AUTHORISED"


def test_the_director_is_told_can_guide_and_the_receipt_stays(cast, now):
    waiting, later = asked(cast, now), now + timedelta(hours=2)
    told = list(Message.objects.order_by("id").values_list("to__name", "kind"))
    receipt = receipts_to_sign(cast.marcus, now.date()).get()

    give_guidance(receipt, waiting, guidance=" Mind the VAT. ", version=1, by=cast.marcus, at=later)

    kept = Receipt.objects.get()
    assert told == [("Marcus Webb", "authorisation.told"), ("Helen Castle", "authorisation.asked")]
    assert (kept.told_at, kept.read_at, kept.guidance) == (now, later, "Mind the VAT.")
    assert not receipts_to_sign(cast.marcus, now.date()).exists()
    assert verbs_about(waiting)[-1] == "authorisation.guided"
    assert why_not_guide(waiting, None, cast.helen, now.date()) == (
        "Only the directors of Thornford District Council who were told of this give guidance."
    )
    granted(waiting, cast, now)
    assert why_not_guide(waiting, kept, cast.marcus, now.date()) == (
        "This was decided on 15 June 2026: authorised."
    )


def test_only_what_went_well_is_put_to_an_authoriser_and_only_once(cast, now):
    stopped = completed(cast, now, **NO)
    with pytest.raises(Refused, match="The appraisal says no"):
        ask_for_authorisation(
            stopped, named(cast, now), amount=Decimal(1), words="", by=cast.priya, at=now
        )
    fine = completed(cast, now, N17={"answer": "YES"})
    limit = named(cast, now, "marcus")
    waiting = list(to_ask(cast.priya, now.date()))
    for _ in range(2):
        reason = why_not_ask(fine, Decision.PROCEED, cast.priya, now.date())
        if reason is None:
            ask_for_authorisation(fine, limit, amount=Decimal(1), words="", by=cast.priya, at=now)

    assert waiting == [fine]
    assert reason == "This was asked on 15 June 2026."
    assert list(to_ask(cast.priya, now.date())) == []


def test_what_ends_within_a_month_is_looked_at_again(cast, now):
    waiting = asked(cast, now)
    granted(waiting, cast, now, ends_on=date(2026, 9, 30))

    seen = [bool(to_take_up(cast.priya, day)) for day in (date(2026, 8, 30), date(2026, 8, 31))]

    assert seen == [False, True]


def test_an_authoriser_ends_on_a_day_to_come_and_stays_in_the_list(cast, now):
    limit = named(cast, now)
    with pytest.raises(Refused, match="Choose today or a day to come"):
        end_authoriser(limit, on=date(2026, 6, 14), version=1, by=cast.priya, at=now)
    with pytest.raises(Refused, match="Only a partnership officer or manager"):
        end_authoriser(limit, on=date(2026, 6, 15), version=1, by=cast.helen, at=now)

    end_authoriser(limit, on=date(2026, 6, 15), version=1, by=cast.priya, at=now)

    assert limit.to_on == date(2026, 6, 15)
    assert verbs_about(limit) == ["authoriser.named", "authoriser.ended"]


def test_an_end_only_ever_comes_earlier(cast, now):
    limit = named(cast, now)
    end_authoriser(limit, on=date(2026, 6, 20), version=1, by=cast.priya, at=now)

    with pytest.raises(Refused, match="It ends on 20 June 2026 already") as refused:
        end_authoriser(limit, on=date(2027, 6, 20), version=2, by=cast.priya, at=now)
    end_authoriser(limit, on=date(2026, 6, 18), version=2, by=cast.priya, at=now)

    assert (refused.value.field, limit.to_on) == ("on", date(2026, 6, 18))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"up_to": -1}, "up_to"), ({"days": -1}, "from_on"), ({"who": "ruth"}, "person")],
)
def test_what_cannot_be_of_an_authoriser_is_said_beside_its_own_box(cast, now, wrong, field):
    with pytest.raises(Refused) as refused:
        named(cast, now, **wrong)

    assert refused.value.field == field
