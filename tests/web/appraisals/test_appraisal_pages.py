from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.appraisals.queries import answers_of
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.partnerships.kinds import Tier
from tests.domain.appraisals.answering import ACTION, answered, begun, completed, say, section_of
from tests.domain.risks.listing import add
from tests.web.reading import errors_of, links_of, page_text

pytestmark = pytest.mark.django_db

QUERIES = 15

PARTLY = {"answer": "PARTLY"} | ACTION


def page(name, appraisal, *more):
    return reverse(name, args=[appraisal.public_id, *more])


def typed(code_and_numbers, version=1, **said):
    """What the form of a section holds: yes to everything but what is said."""
    return {f"{each}-answer": "YES" for each in code_and_numbers} | {"version": version} | said


def network(cast, now):
    tell_involvement(
        cast.safer, cast.thornford, version=1, by=cast.priya, at=now, tier=Tier.NETWORK
    )


def test_an_officer_begins_answers_and_finishes(cast, now):
    network(cast, now)
    priya, ids = cast.client("priya"), [cast.safer.public_id, cast.thornford.public_id]

    before = page_text(priya.get(reverse("appraisals", args=ids)))
    at = priya.post(reverse("appraisals", args=ids)).url
    one = Appraisal.objects.get()
    begun_page = page_text(priya.get(at))
    saved = priya.post(page("appraisal_section", one, "T"), typed(["T1", "T2", "T3"]))
    ready = page_text(priya.get(at))
    done = page_text(priya.post(page("appraisal_finish", one), {"shown": "PROCEED"}, follow=True))

    assert "Tier 3, network: 3 questions." in before
    assert "So far: not ready." in begun_page
    assert "T1 Can we say in a sentence what it is for? This has not been answered" in begun_page
    assert "Not begun" in begun_page
    assert saved.url == at
    assert "So far: proceed." in ready
    assert "Readiness: 100.0% of 3 questions. For information only" in ready
    assert "Proceed. Finished on 15 June 2026 by Priya Nair." in done
    assert "Ask for authorisation" in done


def test_all_questions_are_asked_section_by_section(cast, now):
    one, priya = begun(cast, now), cast.client("priya")
    add(cast, now, "thornford")
    sections = {code: page("appraisal_section", one, code) for code in "ABCDE"}

    read = {code: page_text(priya.get(way)) for code, way in sections.items()}
    for code, way in sections.items():
        numbers = [question.id for question in section_of(one, code).questions]
        priya.post(way, typed(numbers))
    told = page_text(priya.get(page("appraisal", one)))

    assert "N3. Can we name what the partners will achieve together" in read["A"]
    assert "N30. Do we know what would then happen to money, staff, assets" in read["E"]
    assert "So far: proceed." in told
    assert len(answers_of(one)) == 31


def test_every_reason_of_a_decision_is_on_the_page(cast, now):
    one = answered(cast, now, N17={"answer": "NO"}, N1={"answer": "UNKNOWN"})

    told = page_text(cast.client("priya").get(page("appraisal", one)))

    assert "So far: do not proceed." in told
    assert "Why: 1 reason" in told
    assert "would take on? This is required, and the answer is no." in told
    assert "Readiness: 93.5% of 31 questions." in told


def test_an_appraisal_knows_whether_risks_are_listed_and_leads_to_them(cast, now):
    one = answered(cast, now)
    ways = [
        page("appraisal", one),
        page("appraisal_finish", one),
        page("appraisal_section", one, "D"),
    ]
    before = [page_text(cast.client("priya").get(way)) for way in ways]
    none = [
        "The risk assessment must exist first, and there is none.",
        "It is not ready to be finished: see what is missing.",
        "N25 asks for a risk assessment. List the first risk",
    ]

    add(cast, now, "county", "ben")
    assert [said in text for said, text in zip(none, before, strict=True)] == [True] * 3
    assert none[0] in page_text(cast.client("priya").get(ways[0]))
    add(cast, now, "thornford")

    after = cast.client("priya").get(ways[0])
    assert "So far: proceed." in page_text(after)
    assert reverse("own_risks", args=[one.partnership.public_id, one.organisation.public_id]) in (
        links_of(after)
    )


def test_of_two_who_write_one_section_the_second_keeps_what_was_typed(cast, now):
    network(cast, now)
    one = begun(cast, now)
    say(one, "T", cast.priya, now)
    late = typed(["T1", "T2"], **{"T3-answer": "NO", "T3-evidence": "Nobody booked it."})

    way, priya = page("appraisal_section", one, "T"), cast.client("priya")

    refused = priya.post(way, late)
    again = priya.post(way, late | {"version": 2})

    told = page_text(refused)
    assert refused.status_code == 409
    assert "Somebody else changed this while you had it open." in told
    assert "What the record says now T3." in told
    assert 'name="version" value="2"' in refused.text
    assert "Nobody booked it." in told
    assert (again.status_code, answers_of(one)["T3"].evidence) == (302, "Nobody booked it.")


def test_what_cannot_stand_is_said_beside_its_box_and_nothing_is_lost(cast, now):
    network(cast, now)
    one = begun(cast, now)
    half = typed(["T1", "T2"], **{"T3-answer": "NO", "T3-action": "Book it.", "T1-evidence": "So."})

    refused = cast.client("priya").post(page("appraisal_section", one, "T"), half)

    assert refused.status_code == 409
    assert errors_of(refused) == [
        "Say what is to be done, by whom and by when, or leave all three empty."
    ]
    assert "Book it." in refused.text
    assert answers_of(one) == {}


def test_an_action_is_noted_as_done_by_a_press(cast, now):
    one = completed(cast, now, N17=PARTLY)
    priya = cast.client("priya")

    before = page_text(priya.get(page("appraisal", one)))
    asked = page_text(priya.get(page("appraisal_action", one, "N17")))
    done = page_text(priya.post(page("appraisal_action", one, "N17"), follow=True))

    told = "Its action has not been done yet. Sign it. Kim Lee, by 1 September 2026. Say that it is"
    assert told in before
    assert "Sign it. Kim Lee, by 1 September 2026." in asked
    assert "Since then every condition has been met." in done
    assert "Done, noted on 15 June 2026 by Priya Nair." in done


def test_no_other_member_meets_a_word_of_it(cast, now, clock):
    one = completed(cast, now, N1={"answer": "YES", "evidence": "marsupial-77"})
    ids = [cast.safer.public_id, cast.thornford.public_id]
    clock.move_to(now + timedelta(days=1))
    ways = [
        page("appraisal", one),
        reverse("appraisals", args=ids),
        page("appraisal_section", one, "A"),
        reverse("partnership_history", args=[cast.safer.public_id]),
        reverse("partnership", args=[cast.safer.public_id]),
    ]

    seen = {who: [cast.client(who).get(way) for way in ways] for who in ("ruth", "ben", "derek")}
    own = [cast.client("helen").get(way) for way in ways]

    assert {who: [each.status_code for each in pages] for who, pages in seen.items()} == {
        "ruth": [404, 404, 404, 200, 200],
        "ben": [404, 404, 404, 200, 200],
        "derek": [404, 404, 404, 404, 404],
    }
    everything = [each.text for pages in seen.values() for each in pages]
    assert not [text for text in everything if "ppraisal" in text or "marsupial-77" in text]
    assert "marsupial-77" in own[0].text


def test_there_is_no_page_for_a_section_that_is_not_asked(cast, now):
    network(cast, now)
    one = begun(cast, now)

    assert cast.client("priya").get(page("appraisal_section", one, "A")).status_code == 404


def test_the_list_asks_the_same_few_queries_however_many_there_are(
    cast, now, django_assert_num_queries
):
    network(cast, now)
    way = reverse("appraisals", args=[cast.safer.public_id, cast.thornford.public_id])
    priya = cast.client("priya")
    completed(cast, now)
    priya.get(way)

    with django_assert_num_queries(QUERIES):
        priya.get(way)
    completed(cast, now + timedelta(days=1))
    completed(cast, now + timedelta(days=2))
    with django_assert_num_queries(QUERIES):
        told = page_text(priya.get(way))

    assert told.count("finished on") == 3


def test_a_decision_that_changed_while_it_was_read_is_shown_before_it_is_kept(cast, now):
    network(cast, now)
    one, priya = begun(cast, now), cast.client("priya")
    say(one, "T", cast.priya, now)
    way = page("appraisal_finish", one)
    before = priya.get(way)
    say(one, "T", cast.priya, now, T1={"answer": "NO"})

    refused = priya.post(way, {"shown": "PROCEED"})
    again = priya.post(way, {"shown": "STOP"})

    assert 'name="shown" value="PROCEED"' in before.text
    assert (refused.status_code, again.status_code) == (409, 302)
    assert "what follows now is: do not proceed." in page_text(refused)
    assert 'name="shown" value="STOP"' in refused.text
    assert Appraisal.objects.get().decision == "STOP"
