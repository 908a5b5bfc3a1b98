"""A scan is kept beside the agreement, told of, handed over byte for byte, and taken away."""

from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from joinedup.domain.evidence.models import KeptPaper
from tests.domain.agreements.writing import begun_on_one_page
from tests.domain.evidence.scans import JPEG, LOCKED, PDF, kept
from tests.web.reading import errors_of, links_of, page_text

pytestmark = pytest.mark.django_db
TOLD = {
    "what": "The agreement as it was signed",
    "dated_on-day": "27",
    "dated_on-month": "3",
    "dated_on-year": "2022",
    "signed_by": "R. Bello, chief inspector, for Wexmere Police",
    "note": "The original is in the strong room.",
}
PUBLIC_OR_STRANGER = ("invited", "derek", "noor")


def agreement(cast):
    return reverse("partnership_agreement", args=[cast.safer.public_id])


def of(name, paper):
    return reverse(name, args=[paper.partnership.public_id, paper.public_id])


def press(cast, data=PDF, who="priya", name="scan.pdf", **told):
    file = {"file": SimpleUploadedFile(name, data)} if data is not None else {}
    way = reverse("paper_new", args=[cast.safer.public_id])
    return cast.client(who).post(way, TOLD | told | file, follow=True)


def test_a_scan_is_kept_and_everybody_on_the_partnership_reads_and_downloads_it(cast):
    new = reverse("paper_new", args=[cast.safer.public_id])
    offered = [new in links_of(cast.client(who).get(agreement(cast))) for who in ("ruth", "ade")]
    done = press(cast)
    paper = KeptPaper.objects.get()
    listed = cast.client("ade").get(agreement(cast))
    seen = cast.client("ade").get(of("paper", paper))
    file = cast.client("ade").get(of("paper_file", paper))

    assert offered == [True, False]
    assert "The paper is kept." in page_text(done)
    assert "Papers kept as evidence The agreement as it was signed , 27" in page_text(listed)
    told = page_text(seen)
    assert "Bears the day 27 March 2022 Signed by R. Bello, chief inspector" in told
    assert "Note The original is in the strong room. File scan.pdf, PDF, 1 kB" in told
    assert f"Kept by Priya Nair on 15 June 2026 SHA-256 of the file {paper.digest}" in told
    assert sha256(file.getvalue()).hexdigest() == paper.digest
    assert [of("paper_away", paper) in links_of(page) for page in (done, seen)] == [True, False]


def test_the_file_is_saved_as_what_its_bytes_are_and_can_do_nothing_in_a_browser(cast, now):
    paper = kept(cast, now, JPEG, name="<script>.html", what="../a\r\nSet-Cookie: x")

    answer = cast.client("ade").get(of("paper_file", paper))

    wanted = {
        "Content-Type": "image/jpeg",
        "Content-Disposition": f'attachment; filename="paper-{paper.public_id}-2022-03-27.jpg"',
        "Content-Length": str(len(JPEG)),
        "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    assert {name: answer.headers[name] for name in wanted} == wanted
    assert answer.getvalue() == JPEG


def test_what_was_typed_stays_where_a_file_is_refused(cast):
    none = press(cast, None)
    page = press(cast, b"<html><p>Signed</p>", name="scan.pdf")
    undated = press(cast, what="", **{"dated_on-year": "2099"})

    assert (none.status_code, page.status_code, undated.status_code) == (422, 409, 422)
    assert errors_of(none) == ["Choose a file"]
    assert errors_of(page) == [
        "Whatever it is called, this file is neither a PDF nor a picture (JPEG, PNG or TIFF). "
        "Scan the paper, or save it as a PDF."
    ]
    assert errors_of(undated) == ["Give an answer to “What is it?”"]
    for refused in (none, page):
        assert 'value="The agreement as it was signed"' in refused.text
        assert "The original is in the strong room.</textarea>" in refused.text
    assert not KeptPaper.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(cast, monkeypatch):
    monkeypatch.setattr("joinedup.domain.evidence.rules.LARGEST", 50)

    refused = press(cast)

    assert refused.status_code == 422
    assert "is larger than 0 MB, as large as a paper may be." in errors_of(refused)[0]


def test_a_locked_file_is_kept_and_said_to_be_locked(cast):
    assert "It is locked: whoever opens it may be asked for a password." in page_text(
        press(cast, LOCKED)
    )


def test_whoever_may_not_read_the_agreement_meets_nothing_at_all(cast, now):
    paper = kept(cast, now)
    elsewhere = kept(cast, now, of="growth", by="noor")
    names = ("paper", "paper_file", "paper_away")

    met = {
        who: [cast.client(who).get(of(name, paper)).status_code for name in names]
        for who in PUBLIC_OR_STRANGER
    }
    anybody = [cast.client("anybody").get(of(name, paper)).status_code for name in names]
    crossed = reverse("paper_file", args=[cast.safer.public_id, elsewhere.public_id])

    assert met == {who: [404, 404, 404] for who in PUBLIC_OR_STRANGER}
    assert anybody == [302, 302, 302]
    assert cast.client("priya").get(crossed).status_code == 404
    assert cast.client("priya").get(of("paper", elsewhere)).status_code == 404


def test_a_paper_is_taken_away_with_a_reason_and_nothing_leads_to_it_any_more(cast, now):
    begun_on_one_page(cast, now)
    paper = kept(cast, now)
    away = of("paper_away", paper)
    refused = cast.client("ade").post(away, {"version": 1, "because": "I want to."})
    bare = cast.client("ruth").post(away, {"version": 1, "because": ""})
    before = page_text(cast.client("ruth").get(agreement(cast)))
    done = cast.client("ruth").post(away, {"version": 1, "because": "Not ours."}, follow=True)
    left = [cast.client("priya").get(of(n, paper)).status_code for n in ("paper", "paper_file")]

    assert (refused.status_code, bare.status_code, done.status_code) == (409, 422, 200)
    assert of("paper", paper) not in links_of(done)
    assert left == [404, 404]
    assert "Priya Nair kept a paper as evidence: The agreement as it was signed." in before
    gone = "Ruth Bello took away a paper that was kept as evidence: The agreement as it was signed."
    assert f"{gone} Why: Not ours." in page_text(done)
