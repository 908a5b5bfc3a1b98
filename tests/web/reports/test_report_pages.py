"""The portfolio of a host: who reads it, mailing its lines, and its paper."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.notices.models import Message
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.results.actions import tell_director
from tests.cast import EVERYBODY
from tests.rounds import sealed
from tests.web.reading import errors_of, links_of, page_text

pytestmark = pytest.mark.django_db

READERS = {"lead host's officer", "director", "leadership", "auditor"}


def address(cast, name, *parts):
    return reverse(name, args=[cast.thornford.public_id, *parts])


@pytest.mark.parametrize("kind", EVERYBODY)
def test_each_person_opens_every_page_of_a_portfolio_or_none(cast, kind):
    client = cast.client(EVERYBODY[kind])
    pages = [("portfolio",), ("portfolio_tell",)]

    statuses = {client.get(address(cast, *page)).status_code for page in pages}

    assert statuses == {302 if kind == "public" else 200 if kind in READERS else 404}


@pytest.mark.parametrize("sort", ["pdf", "docx"])
def test_the_committee_paper_is_for_those_who_read_the_portfolio(cast, sort):
    page = address(cast, "portfolio_paper", sort)

    statuses = {who: cast.client(who).get(page).status_code for who in ("helen", "ben", "ade")}

    assert statuses == {"helen": 200, "ben": 404, "ade": 404}


def test_there_is_no_other_sort_of_paper(cast):
    assert cast.client("priya").get(address(cast, "portfolio_paper", "odt")).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("priya", 302), ("tom", 302), ("ade", 200)])
def test_reports_lead_straight_to_the_one_portfolio_there_is(cast, who, status):
    page = cast.client(who).get(reverse("reports"))

    assert page.status_code == status
    if status == 200:
        assert "There is no report for you here." in page_text(page)


def test_whoever_works_for_two_hosts_chooses(cast, now):
    grant_post(cast.priya, cast.county, PostKind.OFFICER, by=None, at=now)

    page = cast.client("priya").get(reverse("reports"))

    choices = {reverse("portfolio", args=[h.public_id]) for h in (cast.thornford, cast.county)}
    assert choices <= set(links_of(page))


def test_a_portfolio_without_partnerships_says_where_to_begin(cast):
    page = cast.client("ben").get(reverse("portfolio", args=[cast.county.public_id]))

    assert "There is no running partnership to report on yet." in page_text(page)


@pytest.mark.parametrize(("days", "told"), [(3, False), (30, True)])
def test_a_draft_is_in_no_portfolio(cast, now, clock, days, told):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + timedelta(days=days))

    page = cast.client("priya").get(address(cast, "portfolio"))

    assert ("66.7" in page_text(page)) == told


@pytest.mark.parametrize("more", [0, 2])
def test_one_partnership_and_three_take_the_same_queries(
    cast, now, django_assert_num_queries, more
):
    for number in range(more):
        register_partnership(
            f"Net {number}", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
        )
    client = cast.client("priya")

    with django_assert_num_queries(15):
        page = client.get(address(cast, "portfolio"))

    assert ("Net 1" in page_text(page)) == bool(more)


def test_the_five_lines_go_in_the_body_of_one_mail(cast):
    page = address(cast, "portfolio_tell")

    sent = cast.client("priya").post(page, {"to": cast.marcus.pk})

    mail = Message.objects.get(kind="portfolio.told")
    assert (sent.status_code, mail.to) == (302, cast.marcus)
    assert "1. 1 partnership is running;" in mail.body
    assert "5. " in mail.body


@pytest.mark.parametrize("who", ["ade", "grace", "noor"])
def test_the_lines_go_to_directors_and_leadership_alone(cast, who):
    page = address(cast, "portfolio_tell")

    refused = cast.client("priya").post(page, {"to": cast.people[who].pk})

    assert refused.status_code == 422
    assert errors_of(refused)
    assert not Message.objects.exists()


@pytest.mark.parametrize("who", ["marcus", "helen", "tom"])
def test_whoever_only_reads_the_portfolio_mails_nothing(cast, who):
    refused = cast.client(who).post(address(cast, "portfolio_tell"), {"to": cast.marcus.pk})

    assert refused.status_code == 409
    assert not Message.objects.exists()


def test_the_same_lines_are_mailed_once_a_day(cast, now):
    for lines in (["One."], ["One."], ["Another."]):
        tell_director(cast.thornford, cast.marcus, lines=lines, by=cast.priya, at=now)

    assert Message.objects.count() == 2
