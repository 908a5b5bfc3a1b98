"""Papers kept as evidence go along with everything of a body: what each is, and its file."""

import io
import zipfile

import pytest

from joinedup.domain.evidence.actions import take_away_paper
from joinedup.domain.evidence.queries import file_name_of
from joinedup.domain.exports.everything import everything, write_whole
from joinedup.domain.parcels.own import everything_of
from tests.domain.evidence.scans import JPEG, PDF, PNG, SAID, kept
from tests.domain.parcels.test_appraised import rows_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def papers(cast, now):
    """One paper here, one that was taken away, and one of another district."""
    here, gone = kept(cast, now), kept(cast, now, JPEG, what="A wrong one")
    by = {"by": cast.priya, "at": now}
    take_away_paper(gone, because="Not ours.", version=gone.version, **by)
    return here, gone, kept(cast, now, PNG, by="noor", of="growth", what="Theirs")


def files_in(whole, now):
    """Return the files of papers that a zip holds, by name."""
    held = io.BytesIO()
    write_whole(held, whole, now)
    with zipfile.ZipFile(held) as parts:
        names = [name for name in parts.namelist() if name.startswith("papers/")]
        first = parts.read("index.html").decode()
        assert all(f'href="{name}"' in first for name in names)
        return {name.removeprefix("papers/"): parts.read(name) for name in names}


def test_a_body_takes_along_what_its_partnerships_kept_and_nobody_elses(cast, now, papers):
    here, _, theirs = papers
    rows = rows_of(cast, "priya", "thornford", "papers", now)
    told = [(row["Paper"], row["File"], row["Why it was taken away"]) for row in rows]
    taken = {
        who: files_in(everything_of(cast.bodies[body], cast.people[who], now), now)
        for who, body in (("priya", "thornford"), ("noor", "farhaven"))
    }

    assert told == [
        (SAID["what"], f"papers/{file_name_of(here)}", ""),
        ("A wrong one", None, "Not ours."),
    ]
    assert (rows[0]["SHA-256 of the file"], rows[1]["Taken away on"]) == (here.digest, now.date())
    assert taken == {"priya": {file_name_of(here): PDF}, "noor": {file_name_of(theirs): PNG}}


def test_a_whole_installation_hands_every_paper_out(cast, now, papers):
    here, _, theirs = papers

    assert files_in(everything(now), now) == {file_name_of(here): PDF, file_name_of(theirs): PNG}
