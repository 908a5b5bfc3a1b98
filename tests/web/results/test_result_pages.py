"""A result on its own pages: who opens them, what a few answers hide, replying."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.results.models import Reply
from joinedup.domain.reviews.models import Review
from tests.cast import EVERYBODY
from tests.rounds import sealed
from tests.web.reading import links_of, page_text, table_of

pytestmark = pytest.mark.django_db

DRAFTS = {
    "core seat",
    "associate seat",
    "observer seat",
    "chair",
    "coordinator",
    "lead host's officer",
    "another host's officer",
    "director",
}
STANDING = DRAFTS | {"leadership", "auditor", "steward"}


def address(name, *parts):
    return reverse(name, args=[Review.objects.get().public_id, *parts])


@pytest.mark.parametrize(("days", "readers"), [(3, DRAFTS), (30, STANDING)])
@pytest.mark.parametrize("kind", EVERYBODY)
def test_each_person_opens_every_page_of_a_result_or_none(cast, now, clock, kind, days, readers):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + timedelta(days=days))
    client = cast.client(EVERYBODY[kind])
    pages = [
        ("result",),
        ("result_reply",),
        ("result_working", "overall"),
        ("result_working", "SF1"),
    ]

    statuses = {client.get(address(*page)).status_code for page in pages}

    assert statuses == {302 if kind == "public" else 200 if kind in readers else 404}


@pytest.mark.parametrize("sort", ["pdf", "docx"])
def test_the_report_is_handed_over_as_a_file_to_keep(cast, now, sort):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})

    paper = cast.client("priya").get(address("result_paper", sort))

    assert (paper.status_code, paper["Cache-Control"]) == (200, "no-store")
    assert paper["Content-Disposition"].startswith("attachment; filename=")
    assert paper["Content-Disposition"].endswith(f'.{sort}"')


@pytest.mark.parametrize("page", [("result_paper", "odt"), ("result_working", "SF99")])
def test_a_paper_or_a_figure_that_is_not_there_is_not_found(cast, now, page):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})

    assert cast.client("priya").get(address(*page)).status_code == 404


@pytest.mark.parametrize("values", [{}, {"ruth": 3}, {"ruth": 3, "ade": 3}])
def test_under_three_answers_no_page_tells_a_figure(cast, now, clock, values):
    sealed(cast, now, values)
    clock.move_to(now + timedelta(days=30))
    client = cast.client("priya")

    result = page_text(client.get(address("result")))
    portfolio = client.get(reverse("portfolio", args=[cast.thornford.public_id]))
    others = [
        portfolio,
        client.get(reverse("partnership_reviews", args=[cast.safer.public_id])),
        client.get(reverse("partnership", args=[cast.safer.public_id])),
        client.get(reverse("register")),
        client.get(reverse("home")),
    ]

    assert "Too few people answered to show a result." in result
    assert f"{len(values)} of 5 people answered" in result
    hidden = ["100.0", "Strong, ", "Every statement", "How this was worked out"]
    assert [each for each in hidden if each in result] == []
    assert [page.status_code for page in others if "100.0" in page_text(page)] == []
    assert client.get(address("result_working", "overall")).status_code == 404


def test_a_reply_is_put_beside_the_result_by_its_button_once(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    client = cast.client("ade")
    typed = {"organisation": cast.riverside.pk, "words": "Too rosy."}

    replies = [client.post(address("result_reply"), typed) for _ in range(2)]

    said = page_text(client.get(address("result")))
    assert [reply.status_code for reply in replies] == [302, 302]
    assert (said.count("Too rosy."), Reply.objects.count()) == (1, 1)


def test_a_reply_is_changed_by_whoever_speaks_for_its_member_and_nothing_is_lost(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    page = f"{address('result_reply')}?for={cast.county.public_id}"
    typed = {"organisation": cast.county.pk, "version": 0}
    cast.client("colin").post(page, typed | {"words": "Well done."})

    late = cast.client("ben").post(page, typed | {"words": "Too rosy."})
    again = cast.client("ben").post(page, typed | {"words": "Too rosy.", "version": 1})

    read = page_text(cast.client("ben").get(address("result")))
    other = page_text(cast.client("ade").get(address("result")))
    assert (late.status_code, again.status_code) == (409, 302)
    assert "What the record says now Your reply Well done." in page_text(late)
    assert ("Too rosy. Change this reply" in read, "Change this reply" in other) == (True, False)
    assert Reply.objects.get().words == "Too rosy."


def test_a_conflict_leads_to_where_it_is_mended_and_says_once_it_is(cast, now):
    papers = {"agreement": "NO"}
    change_partnership(cast.safer, version=cast.safer.version, by=cast.priya, at=now, **papers)
    sealed(cast, now, {"ruth": 3, "colin": 3, "ade": 3})
    mended = reverse("partnership_papers_change", args=[cast.safer.public_id])

    keeper, member = (cast.client(who).get(address("result")) for who in ("priya", "ade"))
    papers = {"agreement": "YES", "agreement_signed_on": now.date()}
    change_partnership(cast.safer, version=cast.safer.version, by=cast.priya, at=now, **papers)
    after = page_text(cast.client("priya").get(address("result")))

    assert f"{mended}#id_agreement" in links_of(keeper)
    assert f"{mended}#id_agreement" not in links_of(member)
    assert reverse("partnership_papers", args=[cast.safer.public_id]) in links_of(member)
    assert 'id="id_agreement"' in cast.client("priya").get(mended).text
    assert "Put right since: The agreement was signed on 15 June 2026." in after


def test_more_than_five_differences_are_told_in_the_same_order(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 0, "ade": 0})

    said = page_text(cast.client("priya").get(address("result")))

    assert "27 more, in the same order" in said
    assert said.count("they are split") == 33


@pytest.mark.parametrize(
    ("who", "days", "status"), [("marcus", 3, 422), ("ade", 30, 422), ("helen", 3, 404)]
)
def test_a_reply_that_may_not_be_is_not_taken(cast, now, clock, who, days, status):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + timedelta(days=days))
    typed = {"organisation": cast.thornford.pk, "words": "My own opinion."}

    page = cast.client(who).post(address("result_reply"), typed)

    assert page.status_code == status
    assert not Reply.objects.exists()


def test_a_late_reply_is_refused_and_says_why(cast, now, clock):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + timedelta(days=30))

    page = cast.client("ade").post(
        address("result_reply"), {"organisation": cast.riverside.pk, "words": "Late."}
    )

    assert page.status_code == 409
    assert "The last day to reply to it was 1 July 2026." in page_text(page)


def test_the_reviews_of_a_partnership_hide_a_draft_from_those_it_is_not_for(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    page = reverse("partnership_reviews", args=[cast.safer.public_id])

    rows = table_of(cast.client("ade").get(page))
    hidden = page_text(cast.client("tom").get(page))

    assert rows[1][1:] == ["Sound", "66.7", "3 of 5 people, 3 of 5 members"]
    assert ("66.7" in hidden, "It has not been reviewed here yet." in hidden) == (False, True)
