"""Reports on pages and as files: who opens them, where figures lead, keeping, noting, checking."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.committees.actions import keep_report
from joinedup.domain.committees.kinds import Reader
from joinedup.domain.committees.models import Report
from joinedup.domain.committees.queries import Addressed
from joinedup.domain.parcels.actions import make_parcel
from joinedup.domain.parcels.models import Parcel
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.reviews.models import Review
from joinedup.web.committees import views
from tests.cast import EVERYBODY
from tests.rounds import sealed
from tests.web.reading import links_of, page_text

pytestmark = pytest.mark.django_db

READERS = {"lead host's officer", "director", "leadership", "auditor"}
LATER = timedelta(days=30)


@pytest.fixture
def standing(cast, now, clock):
    """A result that stands, below Sound."""
    sealed(cast, now, {"ruth": 1, "colin": 1, "ade": 0})
    clock.move_to(now + LATER)
    return cast


def of(cast, name, *parts):
    return reverse(name, args=[cast.thornford.public_id, *parts])


def kept(cast, now):
    addressed = Addressed(Reader.COMMITTEE, "committee")
    return keep_report(cast.thornford, addressed, by=cast.priya, at=now + LATER)


def test_each_person_opens_every_page_of_reports_or_none(standing, now):
    report = kept(standing, now)
    check = report.checks.get()
    pages = [
        of(standing, "reports_kept"),
        *(of(standing, "report", key) for key in ("leadership", standing.marcus.public_id)),
        of(standing, "report_file", "committee", "csv"),
        of(standing, "report_keep", "committee"),
        reverse("report_kept", args=[report.public_id]),
        reverse("kept_file", args=[report.public_id, "csv"]),
        reverse("report_note", args=[report.public_id]),
        reverse("check_tell", args=[check.public_id]),
    ]
    met = {
        kind: {standing.client(name).get(page).status_code for page in pages}
        for kind, name in EVERYBODY.items()
    }

    assert met == {
        kind: {302 if kind == "public" else 200 if kind in READERS else 404} for kind in EVERYBODY
    }


def test_there_is_no_report_for_somebody_who_is_no_director_nor_of_another_sort(cast):
    client = cast.client("priya")

    pages = [
        of(cast, "report", cast.helen.public_id),
        of(cast, "report_file", "committee", "exe"),
        of(cast, "report_take", "committee", "csv"),
    ]

    assert [client.get(page).status_code for page in pages] == [404, 404, 404]


def test_a_name_leads_to_the_partnership_and_a_score_to_how_it_was_worked_out(standing):
    review = Review.objects.get()

    leads_to = links_of(standing.client("helen").get(of(standing, "report", "committee")))

    assert reverse("partnership", args=[standing.safer.public_id]) in leads_to
    assert reverse("result_working", args=[review.public_id, "overall"]) in leads_to


def test_the_same_report_is_a_page_and_three_files(standing):
    client = standing.client("helen")

    files = {
        sort: client.get(of(standing, "report_file", "leadership", sort))
        for sort in ("pdf", "docx", "csv")
    }

    assert {sort: file.status_code for sort, file in files.items()} == dict.fromkeys(files, 200)
    assert b"".join(files["csv"].streaming_content).decode().splitlines()[1].split(",")[1:6] == [
        "Safer Places group",
        "1",
        "2026",
        "At risk",
        "22.2",
    ]


def test_a_report_is_kept_noted_and_listed_with_who_noted_it(standing):
    client = standing.client("priya")

    page = client.post(of(standing, "report_keep", "committee"), follow=True)
    report = Report.objects.get()
    typed = {"version": "1", "noted_body": "Audit Committee", "minute": "14"}
    typed |= {"noted_on-day": "15", "noted_on-month": "7", "noted_on-year": "2026"}
    client.post(reverse("report_note", args=[report.public_id]), typed)

    assert "Nobody has said yet that it was noted." in page_text(page)
    said = page_text(client.get(reverse("report_kept", args=[report.public_id])))
    assert "Noted by Audit Committee On 15 July 2026 Minute 14" in said
    assert "Noted by Audit Committee on 15 July 2026" in page_text(
        client.get(of(standing, "reports_kept"))
    )


def test_a_file_of_a_kept_report_is_as_it_was_given(standing, now):
    report = kept(standing, now)
    register_partnership(
        "New", host=standing.thornford, state=State.ACTIVE, by=standing.priya, at=now
    )

    file = standing.client("tom").get(reverse("kept_file", args=[report.public_id, "csv"]))

    assert len(b"".join(file.streaming_content).decode().splitlines()) == 2


def test_an_auditor_writes_down_what_papers_show_and_says_what_differs(standing, now):
    check = kept(standing, now).checks.get()
    page, client = reverse("check_tell", args=[check.public_id]), standing.client("tom")

    asked = page_text(client.get(reverse("home")))
    bare = client.post(page, {"version": "1", "outcome": "OTHER"})
    done = client.post(page, {"version": "1", "outcome": "OTHER", "words": "Of 2019."}, follow=True)

    need = "Hold what was said of 1 partnership against the papers"
    told = [need in each for each in (asked, page_text(client.get(reverse("home"))))]
    assert (told, need in page_text(standing.client("priya").get(reverse("home")))) == (
        [True, False],
        False,
    )
    assert (bare.status_code, "Say what differs" in page_text(bare)) == (422, True)
    assert "The papers show something else Tom Ellery" in page_text(done)
    assert "Of 2019." in page_text(standing.client("priya").get(page))


def test_a_long_report_is_made_by_a_worker(standing, now, monkeypatch):
    monkeypatch.setattr(views, "LONG", 0)
    client = standing.client("helen")

    asked = client.get(of(standing, "report_file", "committee", "docx"))
    client.post(asked.url)
    parcel = Parcel.objects.get()
    make_parcel(
        public_id=parcel.public_id, version=parcel.version, at=now + LATER, hold=lambda: None
    )

    assert asked.url == of(standing, "report_take", "committee", "docx")
    file = client.get(reverse("parcel_file", args=[parcel.public_id]))
    assert b"".join(file.streaming_content)[:2] == b"PK"
    assert "PDF" not in page_text(client.get(reverse("parcel", args=[parcel.public_id])))


def test_a_file_asked_for_by_somebody_who_has_since_lost_the_host_is_not_made(standing, now):
    client = standing.client("helen")
    client.post(of(standing, "report_take", "committee", "docx"))
    parcel = Parcel.objects.get()
    standing.helen.posts.update(to_on=now.date())

    make_parcel(
        public_id=parcel.public_id, version=parcel.version, at=now + LATER, hold=lambda: None
    )

    assert not Parcel.objects.exists()
