"""An officer prepares, opens and closes an anonymous round on its pages."""

import pytest
from django.urls import reverse

from joinedup.domain.partnerships.actions import open_seat, register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.actions.preparing import choose_partnerships
from joinedup.domain.reviews.models import Round
from tests.rounds import prepared
from tests.unnamed import FIVE, crowd, opened_unnamed, prepared_unnamed, sealed_unnamed
from tests.web.reading import page_text, table_of

pytestmark = pytest.mark.django_db


def dates(round, **values):
    """What the form of a round's dates holds, as it was shown."""
    days = {
        name: getattr(round, name) or round.closes_on
        for name in ("opens_on", "closes_on", "replies_end_on", "papers_due_on", "committee_on")
    }
    typed = {
        f"{name}-{part}": getattr(day, part)
        for name, day in days.items()
        for part in ("day", "month", "year")
    }
    return typed | {"version": round.version, "official_view": "ORGANISATION"} | values


def test_a_round_is_made_anonymous_where_its_dates_are_set(cast, now):
    round = prepared(cast, now)
    client = cast.client("priya")

    saved = client.post(
        reverse("round_dates", args=[round.public_id]), dates(round, asking="ANONYMOUS")
    )
    page = page_text(client.get(reverse("round", args=[round.public_id])))

    kept = Round.objects.get()
    assert (saved.status_code, kept.asking, kept.official_view) == (302, "ANONYMOUS", "PERSON")
    assert "Anonymous: nothing joins an answer to whoever gave it" in page
    assert "Every person counts the same" in page


def test_what_is_too_small_is_named_and_left_out_before_the_round_opens(cast, now):
    round = prepared_unnamed(cast, now)
    register_partnership("Tiny", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now)
    choose_partnerships(round, Partnership.objects.all(), by=cast.priya, at=now)
    client = cast.client("priya")
    where = reverse("round_open", args=[round.public_id])

    refused = page_text(client.get(where))
    people = page_text(client.get(reverse("round_people", args=[round.public_id])))
    small = page_text(client.get(reverse("round_small", args=[round.public_id])))
    left = client.post(reverse("round_small", args=[round.public_id]), follow=True)
    client.post(where)

    assert "Too few: Tiny (0)." in refused
    assert "See what is too small, and leave it out" in refused
    assert "1 partnership has fewer than five people we can write to, too few for" in people
    assert "1 partnership has fewer than five people we can write to." in small
    assert "The round is anonymous: nothing joins an answer to whoever gave it." in page_text(left)
    assert Round.objects.get().state == "OPEN"


def test_an_open_round_offers_nobody_to_be_asked_later_and_tells_no_sectors(cast, now):
    crowd(cast, now, 5, 5)
    round = opened_unnamed(cast, now)
    open_seat(cast.memberships["riverside"], person=cast.noor, by=cast.priya, at=now)
    client = cast.client("priya")

    page = client.get(reverse("round", args=[round.public_id]))
    more = client.get(reverse("round_ask_more", args=[round.public_id]))
    quiet = page_text(client.get(reverse("round_chase", args=[round.public_id])))

    said = page_text(page)
    assert "0 of 15 answers have come in, nobody knows from whom." in said
    assert [words for words in ("by sector", "taken a place", "members.") if words in said] == []
    assert "Personal links for letters" not in said
    assert table_of(page)[1] == ["Safer Places group", "0 of 15"]
    assert ("Safer Places group" in quiet, "Sectors that are quiet" in quiet) == (True, False)
    assert "could be told from the others" in page_text(more)


@pytest.mark.parametrize(("many", "score"), [(5, "66.7"), (4, "None")])
def test_the_result_and_its_papers_tell_no_members_and_nothing_of_too_few(cast, now, many, score):
    review = sealed_unnamed(cast, now, dict.fromkeys(FIVE[:many], 2))
    client = cast.client("priya")

    page = page_text(client.get(reverse("result", args=[review.public_id])))
    working = client.get(reverse("result_working", args=[review.public_id, "overall"]))
    reviews = client.get(reverse("partnership_reviews", args=[cast.safer.public_id]))
    paper = client.get(reverse("result_paper", args=[review.public_id, "docx"]))
    file = client.get(reverse("round_export", args=[review.round.public_id, "csv"]))

    told = b"".join(file).decode().splitlines()[1].split(",")
    assert f"{many} of 5 people answered. Nobody knows which." in page
    assert working.status_code == (200 if many == 5 else 404)
    assert (score in page, "from 5 members" in page) == (many == 5, False)
    assert f"{many} of 5 people" in page_text(reviews)
    assert "members" not in table_of(reviews)[1][3]
    assert (paper.status_code, told[2:4], told[7]) == (200, ["5", str(many)], "")


def test_somebody_without_an_address_is_not_said_to_be_helped(cast, now):
    zoe = add_person("Zoe Hart", email=None, by=None, at=now)
    open_seat(cast.memberships["police"], person=zoe, by=cast.priya, at=now)
    rounds = [prepared_unnamed(cast, now), prepared(cast, now)]
    client = cast.client("priya")

    told = [page_text(client.get(reverse("round_open", args=[r.public_id]))) for r in rounds]

    assert ["They cannot answer, since" in page for page in told] == [True, False]
    assert [
        "helped to answer on paper or by telephone once it is open: Zoe Hart." in page
        for page in told
    ] == [False, True]


def test_somebody_without_an_address_is_not_counted_among_those_asked_and_it_is_said(cast, now):
    zoe = add_person("Zoe Hart", email=None, by=None, at=now)
    open_seat(cast.memberships["police"], person=zoe, by=cast.priya, at=now)
    client = cast.client("priya")
    waiting = prepared_unnamed(cast, now)
    before = page_text(client.get(reverse("round_open", args=[waiting.public_id])))
    review = sealed_unnamed(cast, now, dict.fromkeys(FIVE, 2))

    places = [("round", review.round.public_id), ("result", review.public_id)]
    round_page, result = [page_text(client.get(reverse(name, args=[key]))) for name, key in places]

    assert "5 answers in all" in before
    assert "5 of 5 answers came in, nobody knows from whom." in round_page
    assert "1 person has no email address and could not be asked: only a mailed" in round_page
    told = "5 of 5 people answered. Nobody knows which. 1 person has no email address and could"
    assert told in result
