"""What a list of risks proposes where somebody is asked how much risk is left."""

from django.urls import reverse

from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.tiers.actions import judge_tier
from tests.domain.risks.listing import add, marks
from tests.web.reading import page_text

CHOSEN = 'value="{}" checked'


def test_the_shared_list_proposes_the_risk_of_the_tier_and_the_own_one_is_told_alone(cast, now):
    way = reverse("tier_judge", args=[cast.safer.public_id])
    nothing = cast.client("priya").get(way)
    add(cast, now, cause="The hall may close", steps=marks(4, 2, 2, 2, 1, 1))
    add(cast, now, "thornford", cause="They may leave us", steps=marks(4, 4, 4, 4, 1, 1))

    asked = cast.client("priya").get(way)
    said = page_text(asked)
    other = cast.client("ruth").get(way)

    assert CHOSEN.format("UNTOLD") in nothing.text
    assert "list of risks" not in page_text(nothing)
    assert CHOSEN.format("MODERATE") in asked.text
    assert (
        "The partnership’s list of risks comes to moderate: “The hall may close”, 4 of 16. "
        "We have chosen that below; choose another if it is not so. "
        "Thornford District Council’s own list, which only Thornford District Council reads, "
        "comes to very high: “They may leave us”, 16 of 16. "
        "Whatever you choose here, all members can read."
    ) in said
    assert "They may leave us" not in other.text

    judge_tier(cast.safer, {"risk": "LOW"}, version=cast.safer.version, by=cast.priya, at=now)
    again = cast.client("priya").get(way)
    assert CHOSEN.format("LOW") in again.text
    assert "We have chosen that below" not in again.text


def test_a_bodys_own_list_proposes_its_own_risk_until_it_has_said_otherwise(cast, now):
    ids = [cast.safer.public_id, cast.thornford.public_id]
    way = reverse("partnership_side_change", args=[*ids, "risk"])
    before = cast.client("priya").get(way)
    add(cast, now, "thornford", cause="They may leave us")

    asked = cast.client("priya").get(way)
    tell_involvement(cast.safer, cast.thornford, version=1, by=cast.priya, at=now, risk="LOW")
    kept = cast.client("priya").get(way)

    assert CHOSEN.format("UNTOLD") in before.text
    assert CHOSEN.format("HIGH") in asked.text
    assert "Our own list of risks comes to high: “They may leave us”, 9 of 16. We have" in (
        page_text(asked)
    )
    assert CHOSEN.format("LOW") in kept.text
    assert "comes to high" in page_text(kept)
    assert "We have chosen" not in kept.text
