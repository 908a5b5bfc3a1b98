"""What is kept as evidence and what is not, by whom, and that it is the same file afterwards."""

from datetime import timedelta
from hashlib import sha256

import pytest

from joinedup.domain.basics.pieces import bytes_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.evidence import rules
from joinedup.domain.evidence.kinds import LARGEST, PIECE, Doubt, Sort
from joinedup.domain.evidence.models import KeptPaper, KeptPaperPiece
from joinedup.domain.evidence.queries import file_name_of, papers_visible_to
from joinedup.domain.evidence.recognising import doubt_of, sort_of
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import move_partnership
from joinedup.domain.partnerships.kinds import State
from tests.cast import EVERYBODY
from tests.domain.evidence.scans import JPEG, LOCKED, PDF, PNG, SAID, TIFF, kept

KEEPERS = {"chair", "coordinator", "lead host's officer"}
READERS = KEEPERS | {"core seat", "associate seat", "observer seat", "another host's officer"}
READERS |= {"director", "leadership", "auditor", "steward"}
SCANS = {
    "PDF": (PDF, Sort.PDF, Doubt.NONE),
    "a locked PDF": (LOCKED, Sort.PDF, Doubt.LOCKED),
    "half of a PDF": (PDF[:30], Sort.PDF, Doubt.CUT_OFF),
    "JPEG": (JPEG, Sort.JPEG, Doubt.NONE),
    "JPEG with some bytes after it": (JPEG + bytes(9), Sort.JPEG, Doubt.NONE),
    "half of a JPEG": (JPEG[:20], Sort.JPEG, Doubt.CUT_OFF),
    "PNG": (PNG, Sort.PNG, Doubt.NONE),
    "half of a PNG": (PNG[:30], Sort.PNG, Doubt.CUT_OFF),
    "TIFF": (TIFF, Sort.TIFF, Doubt.NONE),
    "TIFF of the other order": (b"MM\x00*" + TIFF[4:], Sort.TIFF, Doubt.NONE),
}
NOT_KEPT = {
    "nothing": (b"", "The file is empty."),
    "a page": (b"<html><script>alert(1)</script>", "neither a PDF nor a picture"),
    "a page with a PDF in it": (b"<html>" + PDF, "neither a PDF nor a picture"),
    "a Word file": (b"PK\x03\x04" + bytes(40), "neither a PDF nor a picture"),
    "a GIF": (b"GIF89a" + bytes(40), "neither a PDF nor a picture"),
    "a picture in words": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither a PDF"),
    "too much": (PDF + bytes(LARGEST), "is larger than 20 MB"),
}


@pytest.mark.parametrize("scan", SCANS)
def test_a_file_is_told_by_its_bytes_and_doubted_by_its_end(scan):
    data, sort, doubt = SCANS[scan]

    assert (rules.why_not_file(data), sort_of(data), doubt_of(data, sort)) == (None, sort, doubt)


@pytest.mark.parametrize("scan", NOT_KEPT)
def test_any_other_file_is_refused_with_its_reason(scan):
    data, reason = NOT_KEPT[scan]

    assert reason in (rules.why_not_file(data) or "")


@pytest.mark.django_db
@pytest.mark.parametrize("size", [len(PDF), PIECE, 3 * PIECE + 1])
def test_what_was_kept_is_the_same_file_byte_for_byte(cast, now, size):
    data = PDF + bytes(number % 251 for number in range(size - len(PDF)))

    paper = kept(cast, now, data)

    read = KeptPaper.objects.get()
    assert b"".join(bytes_of(read.pieces)) == data
    assert (read.digest, read.size) == (sha256(data).hexdigest(), size)
    assert {name: getattr(read, name) for name in SAID} == SAID
    assert (read.kept_at, read.kept_by, read.name) == (now, cast.priya, "scan.pdf")
    assert file_name_of(read) == f"paper-{paper.public_id}-2022-03-27.pdf"
    entry = history_of(cast.safer).first()
    assert (entry.verb, entry.by_name) == ("agreement.paper_kept", "Priya Nair")
    assert entry.detail == {"what": SAID["what"], "digest": read.digest}


@pytest.mark.django_db
def test_those_who_keep_the_record_keep_and_take_away_papers_and_all_of_it_read_them(cast, now):
    paper, day = kept(cast, now), now.date()
    people = {kind: cast.who(kind) for kind in EVERYBODY if kind != "public"}

    may = {k for k, who in people.items() if not rules.why_not_keep_paper(cast.safer, who, day)}
    may_take = {k for k, who in people.items() if not rules.why_not_take_away(paper, who, day)}
    read = {k for k, who in people.items() if papers_visible_to(who, day).exists()}

    assert (may, may_take, read) == (KEEPERS, KEEPERS, READERS)
    with pytest.raises(Refused, match="Only the lead host’s officers"):
        kept(cast, now, by="ade")


@pytest.mark.django_db
def test_what_is_said_of_a_paper_must_be_possible(cast, now):
    wrong = {
        "what": ({"what": " – "}, "Say what the paper is"),
        "dated_on": ({"dated_on": now.date() + timedelta(days=1)}, "still to come"),
        "file": ({"data": b"GIF89a"}, "neither a PDF"),
    }
    for field, (said, reason) in wrong.items():
        with pytest.raises(Refused, match=reason) as refused:
            kept(cast, now, **said)
        assert refused.value.field == field
    assert (KeptPaper.objects.count(), KeptPaperPiece.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_the_same_file_is_kept_once_in_each_partnership(cast, now):
    kept(cast, now)
    kept(cast, now, of="growth", by="noor", dated_on=None)

    with pytest.raises(Refused, match="kept here already, as “The agreement as it was signed”"):
        kept(cast, now, what="Another name")


@pytest.mark.django_db
def test_there_is_an_end_to_how_many_are_kept(cast, now, monkeypatch):
    monkeypatch.setattr(rules, "MOST", 1)
    kept(cast, now)

    with pytest.raises(Refused, match="1 papers are kept here, and there is no room for more"):
        kept(cast, now, JPEG)


@pytest.mark.django_db
def test_nothing_is_added_to_a_record_that_is_over_and_a_wrong_paper_still_goes(cast, now):
    paper = kept(cast, now)
    for to in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, to, because="Done.", by=cast.priya, at=now)

    reasons = [
        rules.why_not_keep_paper(cast.safer, cast.priya, now.date()),
        rules.why_not_take_away(paper, cast.priya, now.date()),
    ]

    assert reasons == ["This partnership has ended. Its record is kept as it was.", None]
