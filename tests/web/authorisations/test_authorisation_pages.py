from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.authorisations.models import Authorisation, Authoriser
from joinedup.domain.notices.models import Message
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.risks.models import ListedRisk
from tests.domain.appraisals.answering import completed
from tests.domain.authorisations.asking import asked, named
from tests.web.reading import errors_of, page_text

pytestmark = pytest.mark.django_db

UNTIL = {"ends_on-day": "1", "ends_on-month": "9", "ends_on-year": "2027"}
FROM = {"from_on-day": "15", "from_on-month": "6", "from_on-year": "2026"}


def home(cast, who):
    return page_text(cast.client(who).get(reverse("home")))


def page(name, asked):
    return reverse(name, args=[asked.public_id])


def test_from_a_finished_appraisal_to_a_yes_by_the_people_it_waits_for(cast, now):
    one, priya = completed(cast, now), cast.client("priya")
    ask = reverse("authorisation_ask", args=[one.public_id])
    named(cast, now)

    priya.post(ask, {"amount": "20000", "authoriser": Authoriser.objects.get().pk, "words": "Go."})
    waiting = Authorisation.objects.get()
    needs = {who: home(cast, who) for who in ("priya", "helen", "marcus", "ruth")}
    cast.client("marcus").post(
        page("authorisation_guide", waiting), {"guidance": "Mind VAT.", "version": 1}
    )
    decider = page_text(cast.client("helen").get(page("authorisation", waiting)))
    cast.client("helen").post(
        page("authorisation_grant", waiting), {"granted": "15000", "version": 1} | UNTIL
    )
    told = page_text(priya.get(page("authorisation", waiting)))

    assert "Decide whether to authorise Safer Places group" in needs["helen"]
    assert "Read what is to be authorised for Safer Places group" in needs["marcus"]
    assert "uthoris" not in needs["priya"] + needs["ruth"]
    assert "Marcus Webb 15 June 2026 at 10am 15 June 2026 at 10am Mind VAT." in decider
    assert "Authorise it Refuse it" in decider
    assert "Up to £15,000 Until 1 September 2027" in told
    assert list(Message.objects.order_by("id").values_list("kind", flat=True)) == [
        "authorisation.told",
        "authorisation.asked",
        "authorisation.decided",
    ]


def test_nothing_is_asked_where_no_risk_is_listed_any_more(cast, now):
    one = completed(cast, now)
    ListedRisk.objects.all().delete()

    told = page_text(cast.client("priya").get(reverse("authorisation_ask", args=[one.public_id])))

    assert "No risk of ours is listed yet." in told


def test_whoever_is_named_can_be_asked(cast, now):
    one, priya = completed(cast, now), cast.client("priya")
    ask = reverse("authorisation_ask", args=[one.public_id])
    way = reverse("authorisers", args=[cast.thornford.public_id])

    nobody = page_text(priya.get(ask))
    priya.post(way, {"person": cast.helen.pk, "up_to": "50000", "tier": "1"} | FROM)
    offered = page_text(priya.get(ask))

    assert "Nobody has been named who authorises for Thornford District Council." in nobody
    assert "Helen Castle: up to £50,000, every tier" in offered


def test_the_proposer_gets_a_clear_sentence(cast, now):
    waiting = asked(cast, now)

    for name in ("authorisation", "authorisation_grant"):
        told = page_text(cast.client("priya").get(page(name, waiting)))
        assert "You are the proposer here, and nobody authorises their own proposal." in told


def test_a_limit_changed_meanwhile_is_told_with_the_day_it_was_asked(cast, now, clock):
    waiting = asked(cast, now)
    priya, way = cast.client("priya"), page("authorisation", waiting)
    before = page_text(priya.get(way))
    named(cast, now, days=1, up_to=10)
    clock.move_to(now + timedelta(days=1))

    priya = cast.client("priya")
    after = page_text(priya.get(way))
    limits = page_text(priya.get(reverse("authorisers", args=[cast.thornford.public_id])))

    held = "This is what held on 15 June 2026, the day it was asked"
    assert f"{held}, and still holds." in before
    assert f"{held}. It has changed since, and this one is still decided by it." in after
    assert "Helen Castle up to £10, every tier 16 June 2026 No end" in limits
    assert "Helen Castle up to £50,000, every tier 15 June 2026 15 June 2026" in limits


def test_a_refusal_keeps_its_reasons_and_leads_back_to_the_questions(cast, now):
    waiting = asked(cast, now)
    helen = cast.client("helen")

    empty = helen.post(page("authorisation_refuse", waiting), {"reasons": "", "version": 1})
    helen.post(page("authorisation_refuse", waiting), {"reasons": "No budget.", "version": 1})
    told = page_text(cast.client("priya").get(page("authorisation", waiting)))

    assert empty.status_code == 422
    assert "Refused By Helen Castle on 15 June 2026, because: No budget." in told
    assert "It can be appraised again" in told
    assert "Safer Places group was refused: appraise it again, or let it go" in home(cast, "priya")


def test_what_was_asked_can_be_taken_back(cast, now):
    waiting = asked(cast, now)

    told = page_text(
        cast.client("priya").post(
            page("authorisation_withdraw", waiting), {"version": 1}, follow=True
        )
    )

    assert "It has been taken back." in told
    assert "Asked of Helen Castle on 15 June 2026 Taken back" in told
    assert "Ask for authorisation" in told


def test_where_there_is_no_director_the_page_says_that_nobody_was_told(cast, now):
    waiting = asked(cast, now)
    waiting.receipts.all().delete()

    told = page_text(cast.client("helen").get(page("authorisation", waiting)))

    assert "Nobody holds the post of director or assistant director" in told


def test_an_authoriser_ends_on_a_day(cast, now):
    limit = named(cast, now)
    way = reverse("authoriser_end", args=[cast.thornford.public_id, limit.public_id])
    ends = {"on-day": "1", "on-month": "7", "on-year": "2026", "version": "1"}

    asked_page = page_text(cast.client("priya").get(way))
    done = page_text(cast.client("priya").post(way, ends, follow=True))

    assert "Helen Castle authorises no longer" in asked_page
    assert "Helen Castle up to £50,000, every tier 15 June 2026 1 July 2026" in done


def test_a_limit_of_nothing_is_said_beside_its_box(cast):
    way = reverse("authorisers", args=[cast.thornford.public_id])
    typed = {"person": cast.helen.pk, "up_to": "0", "tier": "1"} | FROM

    refused = cast.client("priya").post(way, typed)

    assert refused.status_code == 409
    assert errors_of(refused) == ["Give an amount above £0, or leave it empty for any amount."]
    assert not Authoriser.objects.exists()


def test_whoever_asks_their_own_proposal_of_its_proposer_reads_why_not(cast, now):
    grant_post(cast.helen, cast.thornford, PostKind.OFFICER, by=None, at=now)
    limit, one = named(cast, now, "priya", by=cast.helen), completed(cast, now)
    typed = {"amount": "1", "authoriser": limit.pk, "words": "Go."}

    refused = cast.client("helen").post(reverse("authorisation_ask", args=[one.public_id]), typed)

    assert refused.status_code == 409
    assert errors_of(refused) == [
        "Priya Nair is the proposer here, and nobody authorises their own proposal."
    ]
    assert "Go." in refused.text


def test_a_limit_that_changed_while_somebody_was_asking_is_chosen_anew(cast, now):
    old, one = named(cast, now - timedelta(days=5)), completed(cast, now)
    named(cast, now, up_to=10)
    typed = {"amount": "20000", "authoriser": old.pk, "words": "Go."}

    refused = cast.client("priya").post(reverse("authorisation_ask", args=[one.public_id]), typed)

    assert refused.status_code == 422
    assert errors_of(refused) == ["Choose an answer from the list"]
    assert "Helen Castle: up to £10, every tier" in page_text(refused)
    assert not Authorisation.objects.exists()
