"""Officers look at questionnaires and load their own; what is wrong is named, nothing is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.instruments.actions import (
    add_version,
    freeze_instrument,
    load_instrument,
    ship_instruments,
)
from joinedup.domain.instruments.catalogue import texts
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.queries import latest
from joinedup.domain.reviews.actions.preparing import prepare_round
from tests.domain.instruments.made import small_text
from tests.domain.languages.made import PART, spoken_text
from tests.rounds import opened
from tests.web.reading import errors_of, links_of, page_text, table_of

pytestmark = pytest.mark.django_db
LOAD = "questionnaire_load"


def loaded(cast, now, text=""):
    return load_instrument(text or small_text(), owner=cast.thornford, by=cast.priya, at=now)


def test_the_list_tells_how_long_each_takes_and_which_gives_the_score(cast, now):
    ship_instruments(at=now)

    rows = table_of(cast.client("priya").get(reverse("questionnaires")))

    assert {row[0].split(" comes")[0]: (row[3], row[4]) for row in rows[1:]} == {
        "Barriers check": ("5", "No"),
        "Communications check": ("8", "No"),
        "Relationship pulse": ("2", "No"),
        "Signs of life": ("6", "No"),
        "Still needed?": ("2", "No"),
        "Ten ingredients": ("4", "No"),
        "Yearly self-assessment": ("10", "Yes"),
    }


def test_who_may_use_what_came_with_the_product_is_said_once_and_of_ones_own_beside_it(cast, now):
    ship_instruments(at=now)
    loaded(cast, now)

    page = cast.client("priya").get(reverse("questionnaires"))

    assert page_text(page).count("Original wording, written for Joined Up.") == 1
    assert [row[0] for row in table_of(page)[1:] if "Who may use it:" in row[5]] == [
        "A small one of Thornford District Council"
    ]


def test_one_is_shown_whole_with_its_scoring_in_words(cast, now):
    ship_instruments(at=now)
    page = reverse("questionnaire", args=[latest("barriers-check").public_id])

    said = page_text(cast.client("priya").get(page))

    assert "Too much rests on one person." in said
    assert said.count("Answers: Not at all; A little; Quite a lot; Seriously.") == 1
    assert "There is no overall score: what was asked is ranked, the worst first." in said
    assert "Something is to be done from an average of 1.5." in said


def test_a_file_that_cannot_be_used_is_named_line_by_line_and_stays_to_be_mended(cast, now):
    text = small_text(A1="weight = 0\nscale = 'six'")
    file = SimpleUploadedFile("own.toml", text.encode())
    typed = {"owner": cast.thornford.pk, "file": file}

    page = cast.client("priya").post(reverse(LOAD), typed)

    line = text.splitlines().index('id = "A1"') + 1
    assert (page.status_code, "One." in page.text) == (422, True)
    assert f"Line {line}: Statement A1: there is no scale 'six'." in errors_of(page)
    assert not InstrumentVersion.objects.filter(owner=cast.thornford).exists()


def test_what_is_typed_is_loaded_and_shown(cast, now):
    typed = {"owner": cast.thornford.pk, "text": small_text()}

    page = cast.client("priya").post(reverse(LOAD), typed)

    made = InstrumentVersion.objects.get(owner=cast.thornford)
    assert page.headers["Location"] == reverse("questionnaire", args=[made.public_id])


def test_a_version_never_asked_is_corrected_and_one_asked_is_not(cast, now):
    first = loaded(cast, now)
    again = loaded(cast, now, small_text().replace("One.", "One, mended."))
    freeze_instrument(again, at=now)

    with pytest.raises(Refused, match="has been asked in a round and stays as it is"):
        loaded(cast, now, small_text().replace("One.", "Another one."))

    kept = InstrumentVersion.objects.get(pk=first.pk)
    assert (again.pk, "One, mended." in kept.definition) == (first.pk, True)


def test_nobody_asks_what_belongs_to_another_body_nor_is_offered_it(cast, now):
    own = loaded(cast, now)
    days = {"opens_on": now.date(), "closes_on": now.date()}

    with pytest.raises(Refused, match="belongs to another organisation"):
        prepare_round(cast.farhaven, "Ours", instrument=own, **days, by=cast.noor, at=now)

    offered = {
        who: cast.client(who).get(reverse("round_prepare")).text for who in ("priya", "noor")
    }
    assert {who: "A small one" in text for who, text in offered.items()} == {
        "priya": True,
        "noor": False,
    }


@pytest.mark.parametrize("who", ["helen", "ade"])
def test_whoever_is_no_officer_finds_no_such_page(cast, now, who):
    pages = ["questionnaires", LOAD]

    assert [cast.client(who).get(reverse(name)).status_code for name in pages] == [404, 404]


@pytest.mark.parametrize("who", ["helen", "tom"])
def test_whoever_sees_a_round_reads_what_it_asked_and_takes_nothing_along(cast, now, who):
    round, client = opened(cast, now), cast.client(who)
    unasked = add_version(texts()["ten-ingredients"], at=now)
    way = reverse("questionnaire", args=[round.instrument.public_id])

    leads_there = way in links_of(client.get(reverse("round", args=[round.public_id])))
    said = page_text(client.get(way))

    others = [("questionnaire", unasked), ("questionnaire_file", round.instrument)]
    found = [client.get(reverse(name, args=[each.public_id])) for name, each in others]
    assert (leads_there, "How it is scored" in said, "Take it along" in said) == (True, True, False)
    assert [page.status_code for page in found] == [404, 404]


def test_it_is_told_how_far_a_questionnaire_is_translated_when_loaded_and_later(cast, now):
    typed = {"owner": cast.thornford.pk, "text": spoken_text(PART)}

    page = cast.client("priya").post(reverse(LOAD), typed, follow=True)

    told = "Cymraeg: 2 of 21 texts are translated; the others are shown in English."
    assert page_text(page).count(told) == 2


def test_only_an_officer_or_manager_loads_a_questionnaire_for_their_body(cast, now):
    for by, owner in ((cast.marcus, cast.thornford), (cast.priya, cast.county)):
        with pytest.raises(Refused, match=f"officer or manager of {owner} can load"):
            load_instrument(small_text(), owner=owner, by=by, at=now)

    assert loaded(cast, now).owner == cast.thornford
