import re

from django.urls import reverse

from joinedup.domain.tiers.kinds import YES_OR_NO
from tests.web.reading import errors_of, links_of, page_text

UNTOLD = dict.fromkeys([each.value for each in YES_OR_NO], "UNTOLD") | {"risk": "UNTOLD"}

MONTHS = {"months_of_1": "12", "months_of_2": "12", "months_of_3": "24"}


def address(cast, name="partnership_tier"):
    return reverse(name, args=[cast.safer.public_id])


def work_out(cast, who="priya", **answers):
    typed = UNTOLD | {"version": cast.safer.version} | answers
    return cast.client(who).post(address(cast, "tier_judge"), typed)


def shown(cast, who="ade"):
    return cast.client(who).get(address(cast))


def test_a_tier_that_came_with_the_record_is_told_as_reported(cast):
    said = page_text(shown(cast))

    assert "Tier 1, significant, as reported. It was decided elsewhere" in said
    assert "Only an officer or manager of the lead host decides its tier." in said


def test_every_question_is_left_at_nobody_has_told_us_until_somebody_answers_it(cast):
    form = cast.client("priya").get(address(cast, "tier_judge")).text

    chosen = re.findall(r'name="(\w+)" type="radio" value="UNTOLD" checked', form)

    assert set(chosen) == UNTOLD.keys()


def test_answers_work_it_out_and_everybody_reads_how_it_came_about(cast):
    response = work_out(cast, yearly_input="30000", OWN_NAME="YES", STATUTORY="NO")

    said = page_text(shown(cast))
    assert response.status_code == 302
    assert "Tier 2, key. How it was worked out On 15 June 2026 by Priya Nair" in said
    assert "by the figures of Thornford District Council, which were the usual ones" in said
    assert "We put in £30,000 a year; £10,000 or more counts for tier 2." in said
    assert "It has a public name of its own." in said
    assert "Nobody had answered: it is essential to one of our priorities;" in said
    assert "An answer could raise the tier." in said


def test_a_new_figure_changes_the_next_decision_and_never_the_last(cast):
    work_out(cast, yearly_input="30000")
    figures = {
        "from_on-day": "15",
        "from_on-month": "6",
        "from_on-year": "2026",
        "yearly_input": "25000",
        "smaller_input": "5000",
        "officer_days": "10",
        "risk_from": "HIGH",
        **MONTHS,
        "because": "Cabinet",
    }
    page = reverse("thresholds", args=[cast.thornford.public_id])
    client = cast.client("priya")

    told = page_text(client.post(page, figures, follow=True))
    cast.safer.refresh_from_db()
    work_out(cast, yearly_input="30000")

    assert "The figures have been set." in told
    assert "15 June 2026 £25,000 £5,000 10.0 High 12, 12, 24 Cabinet" in told
    said = page_text(shown(cast))
    assert "Tier 1, significant. How it was worked out" in said
    assert "by the figures of Thornford District Council from 15 June 2026" in said
    assert "Tier 3, network, worked out on 15 June 2026" in said


def test_a_tier_decided_elsewhere_is_noted(cast):
    typed = {"version": cast.safer.version, "tier": "", "because": ""}

    cast.client("priya").post(address(cast, "tier_report"), typed)

    assert "Nobody has told us its tier yet." in page_text(shown(cast))


def test_whoever_may_not_decide_is_told_why(cast):
    refused = work_out(cast, "ruth")

    assert errors_of(refused) == ["Only an officer or manager of the lead host decides its tier."]
    assert address(cast, "tier_judge") not in links_of(shown(cast, "ruth"))


def test_figures_that_cannot_be_are_refused_with_what_was_typed(cast):
    page = reverse("thresholds", args=[cast.thornford.public_id])
    typed = {"from_on-day": "1", "from_on-month": "1", "from_on-year": "2020"}
    typed |= {"yearly_input": "1", "smaller_input": "2", "officer_days": "1", "risk_from": "LOW"}
    typed |= MONTHS

    refused = cast.client("priya").post(page, typed)
    missing = cast.client("priya").post(page, typed | {"yearly_input": ""})

    assert (refused.status_code, missing.status_code) == (409, 422)
    assert errors_of(refused)[0].startswith("Choose today or a day to come.")


def test_figures_are_read_by_those_of_the_body_alone(cast):
    page = reverse("thresholds", args=[cast.thornford.public_id])

    assert cast.client("ade").get(page).status_code == 404
    assert "Only a partnership officer or manager" in page_text(cast.client("marcus").get(page))
    assert "These are the usual figures" in page_text(cast.client("priya").get(page))
