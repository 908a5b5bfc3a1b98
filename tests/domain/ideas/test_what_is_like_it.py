import pytest

from joinedup.domain.arrangements.actions import keep_arrangement
from joinedup.domain.arrangements.kinds import RelatedKind
from joinedup.domain.basics.days import day_of
from joinedup.domain.ideas.kinds import MOST_OVERLAPS
from joinedup.domain.ideas.likeness import MOST_LOOKED_FOR, Rarity, most_telling, telling_words
from joinedup.domain.ideas.queries import overlaps_of
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import State
from tests.cast import LEFT_ON
from tests.domain.ideas.stated import TOLD, answered, found, stated

SPEAK = "Both speak of “night”, “safer” and “street”."


def test_only_telling_words_count_and_what_few_have_weighs_twice():
    told = telling_words("The Streets’ access group", "will work with people on buses and a bus")
    assert told == {"street", "access", "buse"}
    rarity = Rarity(total=60)
    for words in [{"moped"}] * 3 + [{"night"}] * 4:
        rarity.note(words, ["Noise"])
    weights = [rarity.weight_of({word}, []) for word in ("moped", "night")]
    assert (weights, rarity.weight_of([], ["Noise"]), rarity.weight_of([], ["Dogs"])) == (
        [2, 1],
        2,
        4,
    )


def test_a_purpose_and_themes_of_any_length_are_compared_by_the_most_telling(cast, now):
    purpose = " ".join(f"meadow{number}" for number in range(300)) + " loud mopeds of summernights"
    told = {"host": cast.thornford, "by": cast.priya, "at": now}
    register_partnership("Mopeds", purpose="Loud summernights.", themes=["Dogs"], **told)

    idea = stated(cast, now, purpose=purpose, themes=[*map(str, range(300)), "Mopeds", "Dogs"])

    words = most_telling(["Quiet nights"], purpose)
    assert (len(words), "loud" in words, words >= {"quiet", "night", "summernight"}) == (
        MOST_LOOKED_FOR,
        False,
        True,
    )
    assert found(idea, cast.priya, now).keys() == {"Mopeds"}


def test_what_is_like_it_is_found_by_aim_theme_place_and_partners_with_the_reasons(cast, now):
    where = cast.safer.area
    register_partnership("Parks", host=cast.thornford, themes=["Noise"], by=cast.priya, at=now)
    van = keep_arrangement(
        cast.thornford,
        "Van",
        kind=RelatedKind.GRANT,
        with_whom="To Riverside Food Share",
        by=None,
        at=now,
    )
    keep_arrangement(
        cast.thornford, "Safer streets", kind=RelatedKind.GRANT, to_on=LEFT_ON, by=None, at=now
    )

    assert found(stated(cast, now), cast.priya, now) == {"Safer Places group": (SPEAK,)}
    other = {"purpose": "Hot meals.", "area": where}
    assert "Safer Places group" not in found(stated(cast, now, **other), cast.priya, now)
    asked = stated(cast, now, **other, likely_partners=[cast.riverside], themes=["noise"])
    told = found(asked, cast.priya, now)
    assert told["Safer Places group"] == (
        "Both speak of “night”.",
        "Both are in Thornford.",
        "You might ask Riverside Food Share, already on this one.",
    )
    assert told["Parks"] == ("Both have the theme “Noise”.",)
    assert told[van.name] == ("You have it with Riverside Food Share, which you might ask.",)
    # Whoever does not keep the record is not told whom it might be put to, nor by a reason.
    assert not [r for why in found(asked, cast.marcus, now).values() for r in why if "ask" in r]


def test_nothing_that_one_may_not_open_is_found_counted_or_told_of_an_answer(cast, now):
    words = {"host": cast.farhaven, "purpose": TOLD["purpose"], "state": State.ACTIVE}
    register_partnership("Farhaven nights", **words, by=cast.noor, at=now)
    for body in (cast.thornford, cast.county, cast.farhaven):
        name = f"Safer streets of {body.name}"
        keep_arrangement(body, name, kind=RelatedKind.GRANT, by=None, at=now)
    idea = stated(cast, now)

    assert found(idea, cast.priya, now) == {
        "Safer Places group": (SPEAK,),
        "Safer streets of Thornford District Council": ("Both speak of “safer” and “street”.",),
    }
    assert found(idea, cast.noor, now).keys() == {"Farhaven nights"}
    answered(cast, now, idea, cast.safer)
    assert [one.answer for one in overlaps_of(idea, cast.noor, day_of(now))] == [None]


@pytest.mark.parametrize("many", [1, MOST_OVERLAPS + 2])
def test_the_ten_most_alike_in_the_same_number_of_queries(
    cast, now, django_assert_num_queries, many
):
    told = {"host": cast.thornford, "by": cast.priya, "at": now}
    for number in range(many):
        state = State.ACTIVE if number else State.DECLINED
        purpose = "Safer streets" if number else ""
        register_partnership(f"Moped night {number}", purpose=purpose, state=state, **told)
    idea = stated(cast, now)
    day = day_of(now)

    with django_assert_num_queries(14):
        overlaps = overlaps_of(idea, cast.priya, day)

    # One that was given up is to learn from, as one that has closed is.
    ended = [one.thing.name for one in overlaps if one.has_ended]
    assert (len(overlaps), ended) == ((2, ["Moped night 0"]) if many == 1 else (MOST_OVERLAPS, []))
