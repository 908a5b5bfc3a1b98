import pytest
from django.urls import reverse

from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.thresholds.actions import set_thresholds
from joinedup.domain.thresholds.kinds import Figures
from tests.web.reading import links_of, page_text


def side(cast, body="thornford"):
    return reverse("partnership_side", args=[cast.safer.public_id, cast.bodies[body].public_id])


def change(cast, group, body="thornford"):
    return side(cast, body) + f"{group}/"


def overview(cast, who):
    return cast.client(who).get(reverse("partnership", args=[cast.safer.public_id]))


GROUPS = {
    "who": {"accountable_officer": "Dawn Fletcher", "sponsor": "Marcus Webb"},
    "cost": {"officer_days": "12", "cost": "5000", "cost_in_kind": "", "tier": "2"},
    "risk": {"risk": "HIGH", "risk_remark": "They may leave."},
    "leaving": {"exit_words": "Hand it to the county.", "notice_days": "90"},
}


def test_an_officer_tells_our_side_group_by_group_and_our_leaders_read_it(cast, now):
    officer, figures = cast.client("priya"), Figures(day_rate=250)
    set_thresholds(cast.thornford, figures, from_on=now.date(), because="", by=cast.priya, at=now)

    for version, (group, typed) in enumerate(GROUPS.items(), start=1):
        assert officer.post(change(cast, group), typed | {"version": version}).status_code == 302

    for who in ("priya", "marcus", "helen", "tom"):
        said = page_text(cast.client(who).get(side(cast)))
        assert "Only Thornford District Council sees this It costs us £8,000 a year" in said
        assert "Accountable officer Dawn Fletcher Deputy Not yet told us" in said
        assert "How much risk is left? High Remark They may leave." in said
        assert "Our own tier for it 2, key" in said
        assert "Days of our officers’ time in a year 12 days" in said


@pytest.mark.parametrize("who", ["ade", "ruth", "colin", "ben", "grace", "derek", "noor"])
def test_to_everybody_else_there_is_no_such_page(cast, who):
    client = cast.client(who)

    answers = [client.get(side(cast)), client.post(change(cast, "risk"), GROUPS["risk"])]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_an_unknown_group_is_no_page(cast):
    assert cast.client("priya").get(change(cast, "secrets")).status_code == 404


def test_the_first_page_leads_only_to_ones_own_side(cast):
    assert side(cast) in links_of(overview(cast, "priya"))
    assert side(cast, "county") in links_of(overview(cast, "ben"))
    assert side(cast) not in links_of(overview(cast, "ben"))
    assert "our-side" not in overview(cast, "ade").text


def test_a_director_reads_and_is_told_who_writes(cast):
    client = cast.client("marcus")

    refused = client.post(change(cast, "risk"), GROUPS["risk"] | {"version": 1})

    assert "Only a partnership officer or manager of Thornford" in page_text(client.get(side(cast)))
    assert refused.status_code == 409


def test_days_without_a_rate_are_not_counted_in_money(cast, now):
    tell_involvement(cast.safer, cast.thornford, version=1, officer_days=3, by=cast.priya, at=now)

    page = cast.client("priya").get(side(cast))

    assert "nobody has said what a day costs" in page_text(page)
    assert reverse("thresholds", args=[cast.thornford.public_id]) in links_of(page)
