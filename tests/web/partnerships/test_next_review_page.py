from datetime import date, timedelta

from django.urls import reverse

from joinedup.domain.basics.days import day_of
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.models import Partnership
from tests.web.reading import links_of, page_text, table_of


def page(cast, name="review_plan"):
    return reverse(name, args=[cast.safer.public_id])


def due_yesterday(cast, now):
    values = {"next_review_on": day_of(now) - timedelta(days=1)}
    change_partnership(cast.safer, version=cast.safer.version, by=cast.priya, at=now, **values)


def test_the_day_that_its_tier_proposes_is_put_down_with_two_presses(cast):
    client = cast.client("priya")
    said = page_text(client.get(page(cast, "partnership_reviews")))

    asked = page_text(client.get(page(cast)))
    told = client.post(page(cast), {"version": cast.safer.version}, follow=True)

    assert "Tier 1 is reviewed every 12 months. Put down 15 June 2027" in said
    assert "it has not been reviewed here yet. That makes 15 June 2027" in asked
    assert "It is to be reviewed next on 15 June 2027." in page_text(told)
    assert page(cast) not in links_of(told)
    assert Partnership.objects.get(pk=cast.safer.pk).next_review_on == date(2027, 6, 15)


def test_a_member_reads_it_and_is_not_offered_to_put_it_down(cast):
    response = cast.client("ade").get(page(cast, "partnership_reviews"))

    assert "Nobody has told us when it is reviewed next." in page_text(response)
    assert page(cast) not in links_of(response)


def test_an_overdue_review_stands_in_the_register_and_among_what_needs_the_officer(cast, now):
    due_yesterday(cast, now)
    client = cast.client("priya")

    row = table_of(client.get(reverse("register") + "?missing=review"))[1]
    home = page_text(client.get(reverse("home")))

    assert row[4] == "14 June 2026 review was due"
    assert "1 overdue for review" in page_text(client.get(reverse("register")))
    assert "Review Safer Places group, or say when it is reviewed next 1 day late" in home
    assert "Review Safer Places" not in page_text(cast.client("ruth").get(reverse("home")))


def test_where_nothing_is_overdue_nothing_is_found(cast):
    response = cast.client("priya").get(reverse("register") + "?missing=review")

    assert "No partnership was found" in page_text(response)
