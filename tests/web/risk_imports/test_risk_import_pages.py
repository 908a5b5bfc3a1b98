"""A list of risks from a spreadsheet: chosen, looked at on our matrix, added in one press."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from joinedup.domain.basics.days import day_of
from joinedup.domain.journal.models import Entry
from joinedup.domain.risk_imports.models import RiskFile
from joinedup.domain.risks.actions import set_risk_matrix
from joinedup.domain.risks.models import ListedRisk
from tests.web.reading import errors_of, page_text

FIVE = """Risk,Consequence,Category,Owner,Likelihood,Impact
The van fails,No food on Friday,Financial,Treasurer,5,4
Volunteers leave,Nobody drives,Staff,Ruth Bello,2,3
"""


def chosen(cast, text, who="priya", body=None):
    ids = [cast.safer.public_id, *([cast.bodies[body].public_id] if body else [])]
    way = reverse("own_risks_import" if body else "risks_import", args=ids)
    file = SimpleUploadedFile("risks.csv", text.encode())
    return cast.client(who).post(way, {"file": file}, follow=True)


def press(cast, who="priya", **more):
    file = RiskFile.objects.latest("pk")
    held = {"version": file.version, "ours": 4} | more
    way = reverse("risk_file", args=[file.public_id])
    return cast.client(who).post(way, held, follow=True)


def reread(cast, **said):
    file = RiskFile.objects.latest("pk")
    held = {"version": file.version, "category": "", "size": "0"} | said
    held |= {"review_on-day": "1", "review_on-month": "9", "review_on-year": "2027"}
    way = reverse("risk_file_reading", args=[file.public_id])
    return cast.client("priya").post(way, held, follow=True)


def listed():
    risks = ListedRisk.objects.order_by("id")
    return [(risk.cause, risk.owned_by, str(risk.scores.get().residual)) for risk in risks]


def test_a_list_on_five_steps_is_shown_on_four_before_it_is_saved_and_twice_changes_nothing(cast):
    shown = page_text(chosen(cast, FIVE))
    before = ListedRisk.objects.count()
    done = page_text(press(cast))
    again = page_text(chosen(cast, FIVE.replace("The van", "the  VAN")))

    assert "risks.csv. Nothing is saved yet. 2 risks would be added." in shown
    assert "4 of 5 3: Likely 3: Major 5 of 5 4: Almost certain 4: Severe" in shown
    assert "The van fails Row 2. Money 5 × 4 12 of 16 4 × 3 Very high Treasurer" in shown
    assert "Row 3. Staff and volunteers 2 × 3 6 of 16 2 × 3 Moderate Ruth Bello" in shown
    assert before == 0
    assert "2 risks from your list were added." in done
    assert listed() == [
        ("The van fails", "Treasurer", "12 of 16"),
        ("Volunteers leave", "Ruth Bello", "6 of 16"),
    ]
    assert ListedRisk.objects.get(cause="Volunteers leave").owner == cast.ruth
    assert "Nothing would change. 2 risks on the list already: left as it stands there." in again
    assert "Every risk in this file has been on the list before." in again


def test_where_figures_fit_several_scales_nobody_guesses(cast):
    asked = page_text(chosen(cast, FIVE.replace("5,4", "3,4")))
    refused = press(cast)
    four = page_text(reread(cast, size="4"))
    five = page_text(reread(cast, size="5"))
    chosen(cast, FIVE.replace("5,4", "4,4"))
    moved = page_text(reread(cast, size="5"))

    assert "We cannot tell how your list is scored." in asked
    assert "Say how it is scored" in asked
    assert (refused.status_code, errors_of(refused)) == (
        409,
        ["Say first how many steps your list is scored on: its figures fit several."],
    )
    assert "3 × 4 12 of 16 3 × 4 Very high Treasurer" in four
    assert "How each step" not in four
    assert "4 × 4 9 of 16 3 × 3; it was very high on 5 by 5 High" in moved
    assert "3 × 4 9 of 16 3 × 3 High Treasurer" in five
    assert "2 × 3 6 of 16 2 × 3 Moderate" in five


def test_every_problem_is_named_and_nothing_is_saved(cast):
    wrong = FIVE.replace("Treasurer", "").replace("2,3", "2,often").replace("Staff", "")
    shown = page_text(chosen(cast, wrong))
    refused = press(cast)
    unreadable = chosen(cast, "")
    mended = page_text(chosen(cast, FIVE.replace("Staff", "")))
    kind = page_text(reread(cast, category="RK9"))

    assert "There are 3 problems in your list." in shown
    assert "Row 2 Owner Nobody answers for this risk. Name a person or a post." in shown
    assert "Row 3 Impact “often” is no step from 1 to 5." in shown
    assert (refused.status_code, ListedRisk.objects.count()) == (409, 0)
    assert unreadable.status_code in (409, 422)
    assert "There is 1 problem in your list." in mended
    assert "What would be added" not in mended
    assert "Volunteers leave Row 3. Staff and volunteers" in kind


def test_a_list_for_a_body_alone_is_seen_and_told_to_nobody_else(cast):
    shown = page_text(chosen(cast, FIVE, body="thornford"))
    file = RiskFile.objects.get()
    way = reverse("risk_file", args=[file.public_id])
    read = {who: cast.client(who).get(way).status_code for who in ("marcus", "ben", "ruth", "ade")}
    director = page_text(cast.client("marcus").get(way))
    refused = press(cast, "marcus")
    press(cast)
    done = page_text(cast.client("priya").get(way))

    assert "Only Thornford District Council’s own people see it." in shown
    assert read == {"marcus": 200, "ben": 404, "ruth": 404, "ade": 404}
    assert "Only a partnership officer or manager of Thornford District Council" in director
    assert refused.status_code == 409
    assert {risk.organisation for risk in ListedRisk.objects.all()} == {cast.thornford}
    assert "This list has been brought in. By Priya Nair" in done
    assert "van" not in "".join(f"{each.detail}{each.because}" for each in Entry.objects.all())
    file.refresh_from_db()
    assert (file.rows, file.added) == ([], 2)


def test_a_matrix_that_changed_meanwhile_is_told_and_its_scores_are_turned_to_it(cast, now):
    chosen(cast, FIVE)
    set_risk_matrix(
        cast.thornford, size=5, from_on=day_of(now), because="Cabinet", by=cast.priya, at=now
    )

    refused = press(cast)
    shown = page_text(refused)
    press(cast, ours=5)

    assert "The matrix has become 5 by 5 while you had this open." in shown
    assert "How each step" not in shown
    assert [score for _, _, score in listed()] == ["20 of 25", "6 of 25"]
    assert ListedRisk.objects.first().review_on == day_of(now) + timedelta(days=90)


def test_words_are_turned_and_a_closed_risk_stays_closed(cast, now):
    chosen(cast, "Risk,Owner,RAG\nThe hall closes,Chair,Red\n")
    shown = page_text(reread(cast, category="RK15"))
    press(cast)
    risk = ListedRisk.objects.get()
    closing = reverse("risk_close", args=[risk.public_id])
    cast.client("priya").post(closing, {"version": 1, "because": "It is ours."})
    again = page_text(chosen(cast, "Risk,Owner,RAG\nThe hall closes,Chair,Red\n"))
    kind = page_text(reread(cast, category="RK15"))

    assert "The hall closes Row 2. Assets, property and insurance Red 9 of 16 3 × 3 High" in shown
    assert "Your list rates each risk in one go." in shown
    assert "There is 1 problem in your list." in again
    assert "1 risk on the list before and closed: left closed." in kind
