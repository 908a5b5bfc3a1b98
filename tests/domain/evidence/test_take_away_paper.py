"""A paper that was taken away: its bytes are gone for good, that it was there is not."""

import json

import pytest

from joinedup.domain.backups.erasures import erased_in
from joinedup.domain.backups.restoring import make_fit
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.evidence.actions import take_away_paper
from joinedup.domain.evidence.models import KeptPaper, KeptPaperPiece
from joinedup.domain.evidence.queries import papers_of, papers_visible_to
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.journal.models import Entry
from joinedup.domain.journal.queries import history_of
from tests.domain.evidence.scans import JPEG, PDF, kept

pytestmark = pytest.mark.django_db
WHY = "It is of another partnership."


@pytest.fixture
def folders(tmp_path, settings):
    """Where records and backups lie, with room for the list of what was erased."""
    settings.DATA, settings.BACKUPS = tmp_path / "data", tmp_path / "backups"
    settings.DATA.mkdir()
    return [settings.DATA, settings.BACKUPS]


def take(cast, paper, at, because=WHY, by="priya", **more):
    version = more.get("version", paper.version)
    take_away_paper(paper, because=because, version=version, by=cast.people[by], at=at)


def test_its_bytes_go_and_the_record_says_that_it_was_there_and_why_it_went(cast, now):
    paper, other = kept(cast, now), kept(cast, now, JPEG)

    take(cast, paper, now)

    assert list(papers_of(cast.safer)) == [other]
    assert list(papers_visible_to(cast.priya, now.date())) == [other]
    assert {piece.whole for piece in KeptPaperPiece.objects.all()} == {other}
    row = KeptPaper.objects.get(pk=paper.pk)
    assert (row.taken_away_at, row.taken_away_by, row.because) == (now, cast.priya, WHY)
    entry = history_of(cast.safer).first()
    assert (entry.verb, entry.because) == ("agreement.paper_taken_away", WHY)
    assert entry.detail == {"what": row.what, "digest": row.digest}
    kept(cast, now, PDF)


def test_it_goes_once_with_a_reason_by_whoever_keeps_the_record_and_saw_it(cast, now):
    paper = kept(cast, now)
    for wrong, reason in (
        ({"because": " . "}, "Say why"),
        ({"by": "ade"}, "Only the lead host’s officers"),
        ({"version": 7}, "Somebody else changed this"),
    ):
        with pytest.raises(Overtaken if "version" in wrong else Refused, match=reason):
            take(cast, paper, now, **wrong)
    assert KeptPaperPiece.objects.count() == 1
    take(cast, paper, now)

    with pytest.raises(Refused, match="was taken away on 15 June 2026"):
        take(cast, paper, now)


def test_a_backup_of_before_does_not_bring_it_back(cast, now, folders):
    gone, other = kept(cast, now), kept(cast, now, JPEG)
    before = list(KeptPaperPiece.objects.filter(whole=gone))
    take(cast, gone, now)
    run_due(now)
    # As the backup has it, which was made before.
    as_it_was = {"taken_away_at": None, "taken_away_by": None, "because": ""}
    KeptPaper.objects.filter(pk=gone.pk).update(**as_it_was)
    KeptPaperPiece.objects.bulk_create(before)

    again = make_fit(erased_in(folders), now)

    assert (again, list(KeptPaper.objects.all())) == (1, [other])
    assert {piece.whole for piece in KeptPaperPiece.objects.all()} == {other}
    entry = Entry.objects.filter(verb="agreement.paper_erased").get()
    assert (entry.by_name, entry.thing) == ("", cast.safer.public_id)


def test_what_is_written_down_beside_the_records_names_no_paper(cast, now, folders):
    paper = kept(cast, now)
    take(cast, paper, now)
    run_due(now)

    (line,) = (folders[0] / "erased.jsonl").read_text().splitlines()
    assert json.loads(line) == {
        "kind": "keptpaper",
        "public_id": paper.public_id,
        "at": now.isoformat(),
    }
    assert not folders[1].exists()
    assert make_fit(erased_in(folders), now) == 1
    assert KeptPaper.objects.get().because == WHY
