"""P3, P4: whatever is published taken together, no set of one to four people is left over."""

from itertools import combinations

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.counting.heard import Case, Heard
from joinedup.domain.counting.sealing import sealed_result
from joinedup.domain.instruments.catalogue import texts
from joinedup.domain.instruments.reading import read_definition
from joinedup.domain.organisations.kinds import Side
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.kinds import FEWEST
from joinedup.domain.reviews.models import Review
from joinedup.domain.scoring.groups import groups_that_hide
from joinedup.domain.scoring.sheets import Sheet
from tests.rounds import leave_place
from tests.unnamed import FIVE, opened_unnamed, sent_unnamed
from tests.web.reading import page_text

SET = read_definition(texts()["yearly-self-assessment"])
STATEMENT = SET.statements[0].id
SIDES = ["", *Side.values]
ANSWERS = st.sampled_from([0, 1, 2, 3, "dk", None])
SENT = st.lists(st.tuples(st.sampled_from(SIDES), ANSWERS), min_size=FEWEST, max_size=60)


def result_of(sent):
    """Return what is sealed of answers by people of these sides, each side as it was fixed."""
    hiding = groups_that_hide([(side, "") for side, _ in sent], FEWEST, organisations=1)
    heard = [
        Heard(
            Sheet(str(number), "", {STATEMENT: said, "SF2": 2}),
            side if side in hiding else "",
            {STATEMENT: f"words {number}"},
        )
        for number, (side, said) in enumerate(sent)
    ]
    asked = [(f"Member {number}", "COUNCIL") for number in range(len(sent) + 3)]
    return sealed_result(Case(SET, "PERSON", heard, asked, 0, {}, unnamed=len(sent)))


@given(SENT)
def test_no_pair_or_triple_of_shown_groups_leaves_one_to_four_people(sent):
    result = result_of(sent)
    scored = sum(isinstance(said, int) for _, said in sent)

    for difference in result["differences"]:
        if difference["statement"] != STATEMENT or not difference["sides"]:
            continue
        groups = [side["people"] for side in difference["sides"]]
        assert sum(groups) == scored
        seen = [sum(some) for size in (1, 2, 3) for some in combinations(groups, size)]
        left_over = [*seen, *(scored - each for each in seen)]
        assert [size for size in left_over if 0 < size < FEWEST] == []


@given(SENT)
def test_counting_by_organisation_tells_nothing_that_counting_by_person_does_not(sent):
    figures = result_of(sent)["figures"]

    assert figures["by_organisation"] == figures["by_person"]
    assert figures["organisations"] == 0


@given(SENT)
def test_words_come_from_ten_up_and_in_an_order_of_their_own(sent):
    words = result_of(sent)["words"].get(STATEMENT)

    everybody = sorted(f"words {number}" for number in range(len(sent)))
    assert words == (everybody if len(sent) >= 10 else None)


@given(
    st.lists(st.tuples(st.sampled_from(SIDES), st.sampled_from("ABCD")), min_size=0, max_size=40)
)
def test_a_group_is_fixed_only_where_it_and_all_left_over_hide_everybody(people):
    hiding = groups_that_hide(people, FEWEST)

    groups = {name: [each for each in people if each[0] == name] for name in hiding}
    rest = [each for each in people if each[0] not in hiding]
    for group in (*groups.values(), *([rest] if rest else [])):
        if hiding:
            assert len(group) >= FEWEST
            assert len({body for _, body in group}) > 1
    assert len(hiding) != 1 or rest


READ = ("round", "round_close", "round_remind", "rounds")


def told_to_the_officer(cast, round):
    """Return all that the pages and the file of an open round say."""
    client = cast.client("priya")
    pages = [reverse(n, args=[] if n == "rounds" else [round.public_id]) for n in READ]
    said = [page_text(client.get(page)) for page in pages]
    file = client.get(reverse("round_export", args=[round.public_id, "csv"]))
    return [*said, b"".join(file).decode()]


@pytest.mark.django_db
def test_while_it_is_open_the_same_is_told_whoever_has_answered(cast, now):
    told = []
    for name in ("ade", "ruth"):
        round = opened_unnamed(cast, now)
        sent_unnamed(round, getattr(cast, name), 3, now)
        pages = told_to_the_officer(cast, round)
        told.append([page.replace(round.public_id, "") for page in pages])
        round.delete()

    assert told[0] == told[1]
    assert "1 of 5 answers have come in, nobody knows from whom." in told[0][0]


@pytest.mark.django_db
def test_a_result_looked_at_later_is_the_same_whoever_has_left_since(cast, now, clock):
    round = opened_unnamed(cast, now)
    for value, name in enumerate(FIVE):
        sent_unnamed(round, getattr(cast, name), value % 4, now)
    seal_round(round, by=cast.priya, at=now)
    review = Review.objects.get(round=round)
    client = cast.client("colin")
    addresses = [
        reverse("result", args=[review.public_id]),
        *(
            reverse("result_working", args=[review.public_id, figure])
            for figure in ("overall", "SF", "SF1")
        ),
    ]

    before = [page_text(client.get(address)) for address in addresses]
    leave_place(cast, cast.ade, now)
    clock.move_to(now.replace(day=now.day + 2))
    after = [page_text(cast.client("colin").get(address)) for address in addresses]

    assert before == after
    assert "5 of 5 people answered. Nobody knows which." in before[0]
    assert "organisation" not in before[1]
