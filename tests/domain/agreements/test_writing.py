from datetime import date, timedelta

import pytest

from joinedup.domain.agreements.actions import (
    begin_agreement,
    choose_clauses,
    date_agreement,
    decide_clause,
)
from joinedup.domain.agreements.drafting import draft_of, draft_text
from joinedup.domain.agreements.kinds import Form, Standing
from joinedup.domain.agreements.missing import missing_to_offer
from joinedup.domain.agreements.models import Agreement
from joinedup.domain.agreements.queries import visible_to
from joinedup.domain.agreements.record import values_of
from joinedup.domain.agreements.rules import (
    why_not_begin,
    why_not_dates,
    why_not_draft,
    why_not_propose_any,
)
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.clauses.catalogue import needed_by
from joinedup.domain.contributions.actions import add_contribution
from joinedup.domain.expectations.actions import settle_kind
from joinedup.domain.journal.models import Entry
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.kinds import Tier
from tests.cast import EVERYBODY
from tests.domain.agreements.writing import (
    TERMS,
    begun,
    begun_on_one_page,
    clause_of,
    decide,
    proposed,
)
from tests.domain.expectations.asking import all_answered

pytestmark = pytest.mark.django_db
SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
KEEPERS = {"chair", "coordinator", "lead host's officer"}
OUTSIDE = {"ticket holder", "former seat", "foreign body's officer"}
MEMBERS = {"core seat", "associate seat", "observer seat", "another host's officer"}


def refused(act, *args, **given):
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    return refusal.value.reason


def test_it_is_begun_by_those_who_keep_the_record_once_members_know_what_kind_it_is(cast, now):
    day = now.date()
    unasked = why_not_begin(cast.safer, cast.ruth, day)
    agreement = begun(cast, now)

    able = {k for k in SIGNED_IN if not why_not_draft(agreement, cast.who(k), day)}
    proposing = {k for k in SIGNED_IN if not why_not_propose_any(agreement, cast.who(k), day)}
    reading = {k for k in SIGNED_IN if agreement in visible_to(cast.who(k), day)}
    assert "Ask them before an agreement is drafted" in unasked
    assert (able, proposing) == (KEEPERS, KEEPERS | MEMBERS)
    assert reading == set(SIGNED_IN) - OUTSIDE
    assert refused(begin_agreement, cast.safer, by=cast.ruth, at=now).startswith("Its agreement")
    assert (agreement.form, agreement.tier, agreement.clauses.count()) == (Form.FULL, 1, 40)
    assert agreement.starts_on == date(2019, 4, 1)


def test_a_network_begins_on_one_page_and_takes_up_more_when_its_tier_grows(cast, now):
    agreement = begun_on_one_page(cast, now)
    first, form = {clause.code for clause in agreement.clauses.all()}, agreement.form
    decide(cast, agreement, now, "AG9", words="We walk the streets.")
    same = {"version": agreement.version, "by": cast.ruth, "at": now}
    early = refused(choose_clauses, agreement, **same)
    grown = {"tier": Tier.KEY, "by": cast.priya, "at": now}
    change_partnership(cast.safer, version=cast.safer.version, **grown)
    missing = missing_to_offer(draft_of(agreement, now.date()), now.date())
    choose_clauses(agreement, **same)

    assert (len(first), form, agreement.form) == (17, Form.ONE_PAGE, Form.FULL)
    assert early.startswith("Its clauses are those")
    assert "The tier is 2, key now. Take up its clauses first." in missing
    assert agreement.clauses.count() == 35
    assert clause_of(agreement, "AG9").words == "We walk the streets."


def test_fewer_clauses_lose_none_in_which_anything_was_written_or_proposed(cast, now):
    agreement = begun(cast, now)
    wide = sorted({m.code for m in needed_by(1)} - {m.code for m in needed_by(3)})
    where, why, asked, empty = wide[:4]
    decide(cast, agreement, now, where, Standing.TO_DO, where="Our money paper, part 2")
    decide(cast, agreement, now, why, Standing.TO_DO, because="We own nothing.")
    proposed(cast, agreement, now, "As Riverside would have it.", asked)
    small = {"tier": Tier.NETWORK, "by": cast.priya, "at": now}
    change_partnership(cast.safer, version=cast.safer.version, **small)
    agreement = Agreement.objects.get()

    choose_clauses(agreement, version=agreement.version, by=cast.ruth, at=now)

    left = {clause.code for clause in agreement.clauses.all()}
    assert left & set(wide) == {where, why, asked}
    assert empty not in left
    assert clause_of(agreement, where).where == "Our money paper, part 2"


def test_a_clause_is_written_settled_elsewhere_or_not_needed_for_a_reason(cast, now):
    agreement = begun(cast, now)
    in_it, not_needed = Standing.IN_AGREEMENT, Standing.NOT_NEEDED
    opening = "We meet in [town] on the first of the month. A complaint goes to [whom]."

    said = [
        refused(decide, cast, agreement, now, "AG7", in_it),
        refused(decide, cast, agreement, now, "AG32", in_it, words=opening),
        refused(decide, cast, agreement, now, "AG7", not_needed, because=" – "),
        refused(decide, cast, agreement, now, "AG36", not_needed, because="We are friends."),
    ]
    decide(cast, agreement, now, "AG32", Standing.TO_DO, words=opening)
    decide(cast, agreement, now, "AG36", in_it, where="our rules of 2024, part 3")
    decide(cast, agreement, now, "AG1", in_it)
    decide(cast, agreement, now, "AG7", in_it, words="Be kind.  \r\nBe clear.")

    assert said == [
        "Write the clause, or say where it is settled.",
        "Fill in “[whom]” first, or leave the clause to do.",
        "Say why it is not needed.",
        "Every agreement says how members leave and how it ends. Write this clause, or say where "
        "it is settled.",
    ]
    assert clause_of(agreement, "AG7").words == "Be kind.\nBe clear."
    verbs = Entry.objects.filter(verb="agreement.clause").values_list("detail__clause", flat=True)
    assert set(verbs) >= {"Name", "Leaving"}


def test_the_second_of_two_who_write_one_clause_is_told_and_loses_nothing(cast, now):
    agreement = begun(cast, now)
    clause = clause_of(agreement, "AG7")
    typed = {"version": clause.version, "standing": Standing.IN_AGREEMENT, "at": now}
    decide_clause(clause_of(agreement, "AG7"), **typed, words="Hers.", by=cast.ruth)

    with pytest.raises(Overtaken):
        decide_clause(clause, **typed, words="Mine.", by=cast.priya)
    decide_clause(clause, **typed | {"version": 2}, words="Hers.", by=cast.priya)

    assert clause_of(agreement, "AG7").words == "Hers."


def test_dates_that_contradict_each_other_are_refused(cast, now):
    first, middle, last = date(2026, 7, 1), date(2027, 7, 1), date(2028, 7, 1)
    told = [why_not_dates(*days) for days in [(middle, first, None), (middle, None, first)]]
    agreement = begun(cast, now)
    late = {"starts_on": first, "ends_on": middle, "review_on": last, "binding": None}

    assert [field for field, _ in told] == ["ends_on", "review_on"]
    assert why_not_dates(first, last, middle) is why_not_dates(None, None, None) is None
    assert (
        refused(date_agreement, agreement, version=1, **late, by=cast.ruth, at=now)
        == "Choose a day before it ends, so that members look at it in time."
    )


def test_what_the_record_says_flows_into_the_clauses_until_the_text_is_offered(cast, now):
    agreement = begun(cast, now)
    date_agreement(agreement, version=1, **TERMS, by=cast.ruth, at=now)
    before = draft_of(agreement, now.date()).values
    told = {"what_it_is_not": "A lender.", "outcomes": "# Calm streets"}
    change_partnership(cast.safer, version=cast.safer.version, **told, by=cast.priya, at=now)
    gift = {"year": 2026, "sort": "CASH", "amount": 500, "words": "lamps", "by": cast.priya}
    add_contribution(cast.memberships["police"], **gift, at=now)
    agreement.partnership.refresh_from_db()
    after = values_of(agreement, now.date())

    assert before["AG1"] == "The partnership is called Safer Places group."
    assert before["AG2"].split("\n")[:2] == [
        "- Riverside Food Share (charity or voluntary group): Ade Okafor (representative)",
        "- Thornford Academy (school or college, observer): Owen Pryce (representative)",
    ]
    assert "Thornford District Council (council): nobody sits for it yet" in before["AG2"]
    assert before["AG8"].startswith("It is a coordinated partnership. Some planning")
    assert before["AG12"] == (
        "This agreement holds from 1 July 2026, until 30 June 2029. "
        "The members look at it again by 1 July 2027."
    )
    assert before["AG14"].split("\n") == [
        "- Chair: Ruth Bello, Wexmere Police",
        "- Coordinator: Colin Marsh, Wexmere County Council",
        "- Leads the record: Thornford District Council",
        "- Keeps the record: Wexmere County Council",
    ]
    assert {code for code in after if after[code] != before.get(code)} == {"AG3", "AG5", "AG20"}
    assert (after["AG3"], after["AG5"]) == ("What it is not: A lender.", " # Calm streets")
    assert after["AG20"] == "- Wexmere Police: £500 in 2026 to 2027 (lamps)"


def test_that_members_differ_on_the_kind_stands_in_the_text(cast, now):
    asking = all_answered(cast, now, riverside="444444", thornford="111111")
    differ = {"settled": "DIFFER", "kind": "", "because": "We serve two masters."}
    settle_kind(asking, version=asking.version, **differ, by=cast.ruth, at=now)
    agreement = begin_agreement(cast.safer, by=cast.ruth, at=now)

    text = draft_text(draft_of(agreement, now.date()), now.date())

    assert "# Safer Places group: agreement\n\nDraft of 15 June 2026. Nobody" in text
    assert "### 8. What kind of partnership it is\n\nWe see differently what kind" in text
    assert "We serve two masters." in text
    assert text.count("This is still to be decided.") == 39


def test_all_that_is_missing_is_told_at_once(cast, now):
    agreement = begun(cast, now)
    late = now.date() + timedelta(days=1)
    told = {"ends_on": now.date(), "by": cast.ruth, "at": now}
    decide(cast, agreement, now, "AG36", Standing.IN_AGREEMENT, where="our rules")
    first = missing_to_offer(draft_of(agreement, late), late)
    change_partnership(cast.safer, version=cast.safer.version, **told)
    terms = {"starts_on": late, "ends_on": None, "review_on": late, "binding": True}
    date_agreement(agreement, version=agreement.version, **terms, by=cast.ruth, at=now)
    agreement.partnership.refresh_from_db()

    assert first == [
        "38 clauses are still to be decided.",
        "Say when members look at it again.",
        "Say whether it is meant to bind in law.",
    ]
    assert missing_to_offer(draft_of(agreement, late), late)[1:] == [
        "The day to look at it again has passed.",
        "By the record the partnership ends on 15 June 2026, before it starts.",
    ]
