from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.agreements.models import Agreement, Edition, Proposal
from joinedup.domain.basics.days import day_of
from tests.domain.agreements.writing import (
    NOTICE,
    begun_on_one_page,
    clause_of,
    decide,
    offered,
    proposed,
    title,
    written,
)
from tests.web.reading import errors_of, links_of, page_text

pytestmark = pytest.mark.django_db


def address(name, cast, *more):
    return reverse(name, args=[cast.safer.public_id, *more])


def read(cast, who, name, *more):
    return cast.client(who).get(address(name, cast, *more))


def test_an_agreement_is_begun_written_and_read_by_all_members(cast, now):
    before = [page_text(read(cast, who, "partnership_agreement")) for who in ("ruth", "ade")]
    refused = cast.client("ade").post(address("agreement_begin", cast))
    agreement = begun_on_one_page(cast, now)
    change = address("agreement_clause_change", cast, "AG36")
    form = cast.client("ruth").get(change)
    typed = {"version": 1, "standing": "IN_AGREEMENT", "words": NOTICE.replace("\n", "\r\n")}
    made = cast.client("ruth").post(change, typed)
    clause = read(cast, "ade", "agreement_clause", "AG36")
    members = page_text(read(cast, "ade", "agreement_clause", "AG2"))
    overview = page_text(read(cast, "ade", "partnership_agreement"))

    assert all("Nobody has asked the members yet" in page for page in before[:1])
    assert refused.status_code == 409
    assert "A member may leave with three months’ notice" in page_text(form)
    assert (made.status_code, clause_of(agreement, "AG36").words) == (302, NOTICE)
    assert "In writing." in page_text(clause)
    assert address("agreement_propose", cast, "AG36") in links_of(clause)
    assert change not in links_of(clause)
    assert "Thornford Academy (school or college, observer): Owen Pryce" in members
    assert "What the record knows stands here by itself" in members
    assert "Terms of reference on one page" in overview
    assert "2 of 17 clauses are decided." in overview
    assert "Leaving In the agreement" in overview
    assert "Before it can be offered" not in overview
    assert "Ruth Bello decided on the clause “Leaving” of its agreement" in overview


def test_the_second_to_save_a_clause_sees_both_texts_and_keeps_what_was_typed(cast, now):
    agreement = begun_on_one_page(cast, now)
    change = address("agreement_clause_change", cast, "AG36")
    typed = {"version": 1, "standing": "IN_AGREEMENT", "words": "Mine, all of it."}
    decide(cast, agreement, now, "AG36", words="Hers.")

    late = cast.client("priya").post(change, typed)
    gap = cast.client("priya").post(
        address("agreement_clause_change", cast, "AG9"),
        {"version": 1, "standing": "IN_AGREEMENT", "words": "It will [what it does]."},
    )

    assert late.status_code == 409
    assert "What the record says now The words of the clause Hers." in page_text(late)
    assert "Mine, all of it.</textarea>" in late.text
    assert 'name="version" value="2"' in late.text
    assert errors_of(gap) == ["Fill in “[what it does]” first, or leave the clause to do."]


def test_a_member_proposes_and_all_see_word_by_word_what_would_change(cast, now):
    agreement = begun_on_one_page(cast, now)
    decide(cast, agreement, now, "AG36", words=NOTICE)
    propose = address("agreement_propose", cast, "AG36")
    member = cast.memberships["riverside"].public_id
    words = NOTICE.replace("Three", "Six")
    typed = {"version": 2, "member": member, "words": words, "why": "We are few."}
    bare = cast.client("ade").post(propose, typed | {"why": ""})
    made = cast.client("ade").post(propose, typed)
    one = Proposal.objects.get()
    seen = {who: read(cast, who, "agreement_clause", "AG36") for who in ("ruth", "ade", "owen")}
    take = address("proposal_take", cast, one.public_id)
    overview = page_text(read(cast, "owen", "partnership_agreement"))
    waiting = [page_text(cast.client(who).get(reverse("home"))) for who in ("colin", "ade")]
    asked = page_text(cast.client("ruth").get(take))
    taken = cast.client("ruth").post(take, {"version": 1, "clause_version": 2})

    assert (bare.status_code, made.status_code, taken.status_code) == (422, 302, 302)
    told = "[Taken out: Three ][Added: Six ]months’ notice."
    assert all(told in page_text(page).replace("] ", "]") for page in seen.values())
    assert [take in links_of(page) for page in seen.values()] == [True, False, False]
    back = address("proposal_withdraw", cast, one.public_id)
    assert [back in links_of(page) for page in seen.values()] == [False, True, False]
    assert "Leaving Change proposed" in overview
    need = "Decide on the change to “Leaving” that Riverside Food Share proposes"
    assert [need in page for page in waiting] == [True, False]
    assert "Riverside Food Share on “Leaving”: We are few." in asked
    assert clause_of(agreement, "AG36").words == words


def test_a_proposal_that_touches_what_changed_meanwhile_is_shown_beside_it(cast, now):
    agreement = begun_on_one_page(cast, now)
    decide(cast, agreement, now, "AG36", words=NOTICE)
    six, two = (NOTICE.replace("Three", word) for word in ("Six", "Two"))
    take = address("proposal_take", cast, proposed(cast, agreement, now, six).public_id)
    decide(cast, agreement, now, "AG36", words=two)
    seen = {"version": 1, "clause_version": 2}

    late = cast.client("ruth").post(take, seen | {"words": "Half a year."})
    bare = cast.client("ruth").post(take, seen | {"clause_version": 3, "words": " "})
    made = cast.client("ruth").post(take, seen | {"clause_version": 3, "words": "Half a year."})

    assert (late.status_code, bare.status_code, made.status_code) == (409, 409, 302)
    assert "Two months’ notice." in page_text(late)
    assert "Six months’ notice." in page_text(late)
    assert "Half a year.</textarea>" in late.text
    assert 'name="clause_version" value="3"' in late.text
    assert errors_of(bare)[0].startswith("The clause has been changed in the same place")
    assert clause_of(agreement, "AG36").words == "Half a year."


def test_the_exact_text_is_read_offered_compared_and_handed_over(cast, now):
    agreement = written(cast, now)
    offer = address("agreement_offer", cast)
    shown = cast.client("ruth").get(offer)
    digest = shown.text.split('name="digest" value="')[1].split('"')[0]
    decide(cast, agreement, now, "AG36", words="Two months’ notice.")
    late = cast.client("ruth").post(offer, {"digest": digest})
    fresh = late.text.split('name="digest" value="')[1].split('"')[0]
    made = cast.client("ruth").post(offer, {"digest": fresh})
    decide(cast, agreement, now, "AG36", words="One month’s notice.")
    differing = page_text(read(cast, "ade", "agreement_differences", 1, 0))
    offered(cast, agreement, now)
    first = read(cast, "ade", "agreement_edition", 1)
    overview = page_text(read(cast, "ruth", "partnership_agreement"))
    papers = [read(cast, "ade", "agreement_paper", 2, sort) for sort in ("pdf", "docx", "odt")]
    draft = read(cast, "ade", "agreement_draft_paper", "docx")

    assert (late.status_code, made.status_code) == (409, 302)
    assert "The text has changed since you were shown it" in page_text(late)
    assert Edition.objects.get(number=1).digest == fresh
    assert "[Taken out: Two months’ ]" in differing
    assert "Version 1, offered to sign on 15 June 2026 by Ruth Bello" in page_text(first)
    assert f"Check code: {fresh[:8]}" in page_text(first)
    assert "Replaced by a later text" in page_text(first)
    assert "Two months’ notice." in page_text(first)
    assert address("agreement_differences", cast, 1, 2) in links_of(first)
    assert "Every clause is decided." in overview
    assert "Offered to sign Version 2 of 15 June 2026" in overview
    assert [paper.status_code for paper in papers] == [200, 200, 404]
    assert [paper.content[:2] for paper in papers[:2]] == [b"%P", b"PK"]
    assert "-draft.docx" in draft["Content-Disposition"]


def test_clauses_one_person_decides_on_in_one_day_are_one_line_of_the_history(cast, now):
    agreement = begun_on_one_page(cast, now)
    decide(cast, agreement, now, "AG36", words="One month’s notice.")
    decide(cast, agreement, now, "AG37", words="When all agree.")
    decide(cast, agreement, now, "AG36", words="Two months’ notice.")
    decide(cast, agreement, now + timedelta(days=1), "AG9", "NOT_NEEDED", because="No need.")

    history = page_text(read(cast, "ade", "partnership_history"))

    assert (
        "Ruth Bello decided on 2 clauses of its agreement: “Leaving” (in the agreement) and "
        f"“{title('AG37')}” (in the agreement)." in history
    )
    assert f"decided on the clause “{title('AG9')}” of its agreement: not needed." in history
    assert history.count("“Leaving”") == 1


def test_words_joined_by_hand_stay_where_the_two_can_be_joined_by_then(cast, now):
    agreement = begun_on_one_page(cast, now)
    decide(cast, agreement, now, "AG36", words=NOTICE)
    proposal = proposed(cast, agreement, now, NOTICE.replace("Three", "Six"))
    decide(cast, agreement, now, "AG36", words=NOTICE.replace("Three", "Two"))
    seen = clause_of(agreement, "AG36").version
    decide(cast, agreement, now, "AG36", words=NOTICE)
    typed = {"version": 1, "clause_version": seen, "words": "Six months, or two by leave of all."}

    late = cast.client("ruth").post(address("proposal_take", cast, proposal.public_id), typed)

    assert late.status_code == 409
    assert "Six months, or two by leave of all." in late.text


def test_dates_are_set_and_contradictions_keep_what_was_typed(cast, now):
    agreement = begun_on_one_page(cast, now)
    terms = address("agreement_terms", cast)
    days = {
        f"{name}-{part}": value
        for name, typed in {"starts_on": "1 7 2026", "review_on": "1 7 2027"}.items()
        for part, value in zip(("day", "month", "year"), typed.split(), strict=True)
    }
    wrong = days | {"version": 1, "ends_on-day": "1", "ends_on-month": "1", "ends_on-year": "2026"}

    late = cast.client("colin").post(terms, wrong | {"binding": "no"})
    made = cast.client("colin").post(terms, days | {"version": 1, "binding": "no"})
    after = cast.client("colin").post(terms, days | {"version": 1, "binding": "yes"})

    agreement.refresh_from_db()
    assert errors_of(late) == ["An agreement cannot end before it starts."]
    assert (made.status_code, after.status_code, agreement.binding) == (302, 409, False)
    assert "No, it says what we intend" in page_text(after)
    assert day_of(now) < agreement.review_on


def test_an_agreement_of_strangers_is_not_there(cast, now):
    agreement = written(cast, now)
    one = proposed(cast, agreement, now, "Ten years.")
    pages = [
        address("partnership_agreement", cast),
        address("agreement_clause", cast, "AG36"),
        address("agreement_draft", cast),
        address("agreement_draft_paper", cast, "pdf"),
        address("proposal_take", cast, one.public_id),
    ]

    assert {cast.client(who).get(p).status_code for who in ("noor", "derek") for p in pages} == {
        404
    }
    assert read(cast, "ade", "agreement_clause", "AG41").status_code == 404
    assert read(cast, "ade", "agreement_edition", 7).status_code == 404
    assert Agreement.objects.count() == 1


@pytest.mark.parametrize("more", [1, 3])
def test_one_proposal_and_three_take_the_same_queries(cast, now, django_assert_num_queries, more):
    agreement = begun_on_one_page(cast, now)
    for number in range(more):
        proposed(cast, agreement, now, f"{number} months’ notice.")
    client = cast.client("ruth")

    with django_assert_num_queries(16):
        page = client.get(address("agreement_clause", cast, "AG36"))

    assert page_text(page).count("Take it") == more
