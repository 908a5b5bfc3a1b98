from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from joinedup.domain.agreements.actions import offer_edition, sign_edition, withdraw_edition
from joinedup.domain.agreements.drafting import draft_of
from joinedup.domain.agreements.kinds import EditionState
from joinedup.domain.agreements.models import Edition, digest_of
from joinedup.domain.agreements.papers import ROOM_TO_SIGN, SignatureLine, paper_of
from joinedup.domain.agreements.queries import editions_visible_to, record_since
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.actions import add_member
from tests.domain.agreements.test_writing import OUTSIDE, SIGNED_IN, refused
from tests.domain.agreements.writing import NOTICE, decide, offered, shown, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement(cast, now):
    """An agreement that lacks nothing."""
    return written(cast, now)


def test_the_text_is_frozen_with_its_digest_and_never_changes(cast, now, agreement):
    edition = offered(cast, agreement, now)
    text = edition.text
    reading = {k for k in SIGNED_IN if edition in editions_visible_to(cast.who(k), now.date())}
    moss = add_organisation("Moss Town Council", sector=Sector.PARISH, by=cast.priya, at=now)
    add_member(cast.safer, moss, by=cast.priya, at=now)
    decide(cast, agreement, now, "AG36", words="None.")
    kept = Edition.objects.get()

    assert text.startswith(
        "# Safer Places group: terms of reference\n\n"
        "Version 1, offered to the members on 15 June 2026.\n\n"
        "## 1. Name\n\nThe partnership is called Safer Places group.\n\n## 2. Members"
    )
    assert f"## 4. Leaving\n\n{NOTICE}\n\n## 5. Ending" in text
    assert "## Left out, and why\n\n- Aims: It is small." in text
    assert (kept.text, kept.digest, kept.is_whole) == (text, digest_of(text), True)
    assert (kept.number, kept.tier, kept.binding, kept.state) == (1, 3, False, "OFFERED")
    assert record_since(kept, draft_of(agreement, now.date())) == ["Members"]
    assert reading == set(SIGNED_IN) - OUTSIDE


def test_only_the_text_that_was_shown_is_offered_and_the_same_one_only_once(cast, now, agreement):
    seen = shown(agreement, now)
    decide(cast, agreement, now, "AG36", words="None.")
    with pytest.raises(Overtaken):
        offer_edition(agreement, digest=seen, by=cast.ruth, at=now)
    first = offered(cast, agreement, now)
    twice = refused(offered, cast, agreement, now + timedelta(days=1))
    decide(cast, agreement, now, "AG36", words=NOTICE)
    second = offered(cast, agreement, now)
    first.refresh_from_db()

    assert twice == "This is version 1, letter by letter. Nothing has changed since."
    assert (first.state, second.state, second.number) == ("SUPERSEDED", "OFFERED", 2)
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(pk=first.pk).update(state=EditionState.OFFERED)


def test_a_signed_text_stands_until_the_next_is_signed_and_an_offered_one_can_be_taken_back(
    cast, now, agreement
):
    first = offered(cast, agreement, now)
    sign_edition(first, version=1, by=None, at=now)
    decide(cast, agreement, now, "AG36", words="One month.")
    second = offered(cast, agreement, now)
    first.refresh_from_db()
    meanwhile = first.state
    withdraw_edition(second, version=1, reason="A word is missing.", by=cast.ruth, at=now)
    gone = refused(withdraw_edition, second, version=2, reason="", by=cast.ruth, at=now)
    third = offered(cast, agreement, now)
    sign_edition(third, version=1, by=cast.ruth, at=now)
    with pytest.raises(Refused):
        sign_edition(second, version=2, by=None, at=now)

    states = list(Edition.objects.order_by("number").values_list("state", flat=True))
    assert meanwhile == EditionState.SIGNED
    assert gone == "This version is not on offer: taken back."
    assert states == ["SUPERSEDED", "WITHDRAWN", "SIGNED"]


def test_the_paper_says_the_exact_text_and_ends_with_a_line_for_each_member(cast, now, agreement):
    edition = offered(cast, agreement, now)
    lines = (SignatureLine("Wexmere Police", "Ruth Bello, chair", "16 June 2026"),)
    paper = paper_of(edition, (*lines, SignatureLine("Riverside Food Share")))

    said = [block.text for block in paper.blocks if block.kind in ("heading", "paragraph")]
    table = paper.blocks[-2]
    assert (paper.title, paper.draft) == ("Safer Places group: terms of reference", None)
    assert NOTICE.split("\n\n")[1] in said
    assert [part for part in said if part in edition.text] == said[:-1]
    assert table.caption == "Who signs"
    assert table.rows == (
        ("Wexmere Police", "Ruth Bello, chair", "Signed here", "16 June 2026"),
        ("Riverside Food Share", "", ROOM_TO_SIGN, ""),
    )
    assert edition.short_digest in paper.blocks[-1].text
