"""All results of a round in one zip: for who may read them all, and telling what pages tell."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest

from joinedup.domain.basics.pieces import bytes_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.organisations.actions import end_post
from joinedup.domain.parcels.actions import (
    ask_for_results,
    clear_old_parcels,
    make_parcel,
)
from joinedup.domain.parcels.kinds import KEPT, ParcelState
from joinedup.domain.parcels.models import Parcel
from joinedup.domain.parcels.queries import visible_to
from joinedup.domain.parcels.rules import why_not_take_results
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships
from joinedup.domain.reviews.models import Round, Ticket
from joinedup.domain.running.actions.extending import reopen_round
from tests.cast import EVERYBODY
from tests.domain.documents.reading import letters_of
from tests.domain.reporting.made import partnership
from tests.rounds import answered, opened, prepared, sealed

pytestmark = pytest.mark.django_db

CANARY = "Zanzibar"
FOR_THOSE = "This file is for those who may read the result of every partnership in the round."
STANDS, COUNTED = timedelta(days=30), timedelta(days=2)


@pytest.fixture
def counted(cast, now):
    """Two partnerships: in one three answered, in the other one alone, in words of their own."""
    partnership(cast, now, "Alder")
    round = prepared(cast, now)
    choose_partnerships(round, Partnership.objects.filter(state="ACTIVE"), by=cast.priya, at=now)
    open_round(round, by=cast.priya, at=now)
    for person in (cast.ruth, cast.colin, cast.ade):
        answered(round, person, 2, now, proudest=Given(words="=1+1"))
    alone = Ticket.objects.filter(review__partnership__name="Alder").first().person
    answered(round, alone, 3, now, SF1=Given(value=3, words=CANARY), proudest=Given(words=CANARY))
    seal_round(round, by=cast.priya, at=now)
    return round


def made(round, person, at):
    parcel = ask_for_results(round, by=person, at=at)
    make_parcel(public_id=parcel.public_id, version=parcel.version, at=at, hold=lambda: None)
    parcel.refresh_from_db()
    return parcel


def unpacked(parcel):
    whole = zipfile.ZipFile(io.BytesIO(b"".join(bytes_of(parcel.pieces))))
    return {name: whole.read(name) for name in whole.namelist()}


def rows_in(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_it_holds_the_paper_of_each_and_all_figures_and_says_how_far_it_is(cast, now, counted):
    parcel = made(counted, cast.priya, now)
    files = unpacked(parcel)

    assert (parcel.state, parcel.done, parcel.total) == (ParcelState.READY, 2, 2)
    assert parcel.ends_at == now + KEPT
    assert sorted(files) == [
        "README.txt",
        "findings.csv",
        "papers/alder-draft.pdf",
        "papers/safer-places-group-draft.pdf",
        "partnerships.csv",
    ]
    assert [row["Score"] for row in rows_in(files["partnerships.csv"])] == ["", "66.7"]
    assert {row["Standing"] for row in rows_in(files["findings.csv"])} == {
        "Draft until 29 June 2026"
    }


def test_what_one_wrote_alone_or_scored_is_in_no_file_and_no_cell_runs(cast, now, counted):
    files = unpacked(made(counted, cast.priya, now))

    alder = [row for row in rows_in(files["findings.csv"]) if row["Partnership"] == "Alder"]
    cells = [cell for row in rows_in(files["findings.csv"]) for cell in row.values()]
    paper = "".join(letters_of(files["papers/alder-draft.pdf"]))
    others = b"".join(c for name, c in files.items() if not name.endswith(".pdf")).decode()
    assert CANARY not in others + paper
    assert {row["Figure"] for row in alder} == {""}
    assert "Toofewpeopleansweredtoshowaresult." in paper
    assert [cell for cell in cells if cell.startswith("=")] == []
    assert [cell for cell in cells if cell.endswith("'=1+1") or " =1+1" in cell] != []
    assert [name for name in ("Ruth", "Colin", "Alder 0") if name in others + paper] == []


def test_once_it_stands_it_is_asked_for_anew_and_says_no_draft(cast, now, counted):
    draft = made(counted, cast.priya, now)
    final = made(counted, cast.priya, now + STANDS)

    names = sorted(unpacked(final))
    assert draft.pk != final.pk
    assert [name for name in names if "draft" in name] == []
    assert {row["Standing"] for row in rows_in(unpacked(final)["findings.csv"])} == {"Stands"}


def test_it_is_for_those_who_may_read_every_result(cast, now, counted):
    people = {kind: cast.people.get(name) for kind, name in EVERYBODY.items() if name}

    def may(at):
        return {
            kind
            for kind, person in people.items()
            if person and why_not_take_results(counted, person, at) is None
        }

    assert may(now) == {"lead host's officer", "director"}
    assert may(now + STANDS) >= {"lead host's officer", "director", "leadership", "auditor"}
    with pytest.raises(Refused, match=FOR_THOSE):
        ask_for_results(counted, by=cast.ade, at=now)


def test_a_round_that_is_not_counted_has_no_results_to_take(cast, now):
    round = opened(cast, now)

    assert why_not_take_results(round, cast.priya, now) == (
        "There are no results yet: this round is not closed and counted."
    )


def test_it_goes_with_the_post_and_after_seven_days(cast, now):
    parcel = made(sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1}), cast.priya, now + COUNTED)
    at = now + COUNTED
    seen = [visible_to(cast.priya, when).count() for when in (at, at + KEPT)]

    end_post(cast.priya.posts.get(), on=now.date(), because="Left.", by=cast.grace, at=at)
    seen.append(visible_to(cast.priya, at + COUNTED).count())
    clear_old_parcels(at=at + COUNTED)

    assert seen == [1, 0, 0]
    assert not Parcel.objects.filter(pk=parcel.pk).exists()


def test_it_goes_when_the_round_is_opened_again_and_is_made_anew_after_the_next_count(cast, now):
    round = sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    at = now + COUNTED
    made(round, cast.priya, at)
    later = at + timedelta(days=3)
    more = {"closes_on": (later + COUNTED).date(), "because": "Dead link."}

    reopen_round(round, **more, by=cast.priya, at=at)
    seen = [visible_to(cast.priya, at).count()]
    seal_round(Round.objects.get(), by=cast.priya, at=later)
    seen.append(visible_to(cast.priya, later).count())
    made(Round.objects.get(), cast.priya, later)
    seen.append(visible_to(cast.priya, later).count())

    assert seen == [0, 0, 1]
