from datetime import timedelta

from django.urls import reverse

from joinedup.domain.basics.days import day_of
from joinedup.domain.risks.actions import score_risk, set_risk_matrix
from joinedup.domain.risks.models import ListedRisk
from tests.domain.risks.listing import USUAL, add, marks
from tests.web.reading import errors_of, links_of, page_text

TYPED = {
    "size": "4",
    "category": "RK7",
    "cause": "The grant ends",
    "effect": "Nobody drives",
    "controls": "Another is asked for.",
    "owner_post": "Officer",
    "review_on-day": "1",
    "review_on-month": "4",
    "review_on-year": "2030",
} | {name: str(step) for name, step in USUAL.items()}


def shared(cast, name="risks"):
    return reverse(name, args=[cast.safer.public_id])


def own(cast, body="thornford", name="own_risks"):
    return reverse(name, args=[cast.safer.public_id, cast.bodies[body].public_id])


def of(risk, name="risk"):
    return reverse(name, args=[risk.public_id])


def test_a_risk_goes_from_its_first_score_to_its_end(cast):
    client = cast.client("priya")

    listed = page_text(client.post(shared(cast, "risk_new"), TYPED, follow=True))
    assert "Overall the risk is high." in listed
    assert "The highest of what is left decides: “The grant ends”, 9 of 16." in listed
    assert "1 risk: 1 high." in listed
    risk = ListedRisk.objects.get()
    scored = client.post(
        of(risk, "risk_score"),
        TYPED | {"version": 1, "residual_impact": "2", "remark": "A letter came."},
        follow=True,
    )
    assert "6 of 16" in page_text(scored)
    assert "A letter came." in page_text(scored)
    changed = client.post(
        of(risk, "risk_change"), TYPED | {"version": 2, "cause": "The grant stops"}, follow=True
    )
    assert "The grant stops" in page_text(changed)
    closed = client.post(of(risk, "risk_close"), {"version": 3, "because": "It came."}, follow=True)
    assert "It came." in page_text(closed)
    assert of(risk, "risk_score") not in links_of(closed)
    assert "No risk is open." in page_text(client.get(shared(cast)))


def test_what_is_amiss_stands_beside_its_field_and_nothing_typed_is_lost(cast):
    page = cast.client("priya").post(
        shared(cast, "risk_new"), TYPED | {"owner_post": "", "residual_impact": "4"}
    )

    assert (page.status_code, errors_of(page)) == (
        409,
        ["Choose a person, or name a post, that answers for it."],
    )
    assert "Another is asked for." in page.text


def test_no_page_of_another_shows_a_bodys_own_risk(cast, now):
    add(cast, now, "thornford", cause="They may leave us")
    add(cast, now, cause="The hall may close")

    seen = {}
    for name in ("priya", "marcus", "ben", "ruth", "grace"):
        client = cast.client(name)
        pages = [client.get(shared(cast)), client.get(own(cast)), client.get("/needs/")]
        pages += [client.get(reverse("partnership_history", args=[cast.safer.public_id]))]
        seen[name] = (
            pages[1].status_code,
            any("They may leave us" in page.text for page in pages),
            "The hall may close" in pages[0].text,
        )
    assert seen == {
        "priya": (200, True, True),
        "marcus": (200, True, True),
        "ben": (404, False, True),
        "ruth": (404, False, True),
        "grace": (404, False, True),
    }


def test_a_list_costs_the_same_however_long(cast, now, django_assert_max_num_queries):
    client, counts = cast.client("priya"), []
    for until in (1, 3):
        while ListedRisk.objects.count() < until:
            add(cast, now, cause=f"Risk {ListedRisk.objects.count()}")
        with django_assert_max_num_queries(60) as asked:
            client.get(shared(cast))
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_a_score_of_the_matrix_before_is_told_and_not_drawn(cast, now):
    risk = add(cast, now)
    add(cast, now, "thornford", cause="Ours")
    set_risk_matrix(
        cast.thornford, size=5, from_on=day_of(now), because="Cabinet", by=cast.priya, at=now
    )
    client = cast.client("priya")

    page = page_text(client.get(shared(cast)))
    assert "1 was scored on a matrix of another size and is not in the picture" in page
    assert "9 of 16" in page
    asked = client.get(of(risk, "risk_score"))
    assert "5: Almost certain" in asked.text

    score_risk(
        risk,
        marks(5, 5, 5, 4, 1, 1),
        size=5,
        review_on=day_of(now) + timedelta(days=9),
        version=1,
        by=cast.priya,
        at=now,
    )
    drawn = page_text(client.get(shared(cast)))
    assert "1 risk: 1 very high." in drawn
    assert "another size" not in drawn


def test_the_matrix_is_set_from_a_day_on(cast):
    client, page = cast.client("priya"), reverse("risk_matrix", args=[cast.thornford.public_id])
    typed = {"size": "5", "because": "Cabinet"}

    late = client.post(
        page, typed | {f"from_on-{p}": "1" for p in ("day", "month")} | {"from_on-year": "2020"}
    )
    set_on = {"from_on-day": "1", "from_on-month": "4", "from_on-year": "2030"}
    told = page_text(client.post(page, typed | set_on, follow=True))

    assert late.status_code == 409
    assert "Today it is 4 by 4." in told
    assert "1 April 2030" in told
    assert "Only a partnership officer" in page_text(cast.client("marcus").get(page))


def test_a_late_review_is_among_what_needs_you(cast, now):
    risk = add(cast, now - timedelta(days=200), "thornford", cause="They may leave us")
    far = "They may leave us"

    assert of(risk) in links_of(cast.client("priya").get("/needs/"))
    assert far not in cast.client("ben").get("/needs/").text
    assert "It should have been looked at again" in page_text(cast.client("priya").get(of(risk)))


def test_the_form_asks_what_could_happen_before_how_likely_it_is(cast):
    told = page_text(cast.client("priya").get(shared(cast, "risk_new")))

    asked = ("What could happen, and why", "What would come of it", "What kind of risk is it?")
    asked += ("How likely, if nothing were done", "What is done about it")
    asked += ("How likely we mean it to become", "Person who answers for it")
    places = [told.index(each) for each in asked]
    assert places == sorted(places)
