import re

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.channels import actions
from joinedup.domain.channels.actions import print_sheets
from joinedup.domain.channels.codes import SIGNS, as_printed, as_typed, code_for, digest_of
from joinedup.domain.channels.models import SheetCode
from joinedup.domain.channels.queries import ticket_with_code
from joinedup.domain.channels.rules import NAMED_ALONE, why_not_key_in
from joinedup.domain.journal.models import Entry
from joinedup.domain.partnerships.actions import open_seat
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.kinds import Asking
from joinedup.domain.reviews.models import Ticket
from tests.rounds import opened, prepared, ticket_of

pytestmark = pytest.mark.django_db


def seat_without_address(cast, now):
    """Give the police a second place, for somebody who has no email address."""
    walter = add_person("Walter Pike", email=None, by=None, at=now)
    open_seat(cast.memberships["police"], person=walter, by=cast.priya, at=now)
    return walter


def test_a_code_reads_aloud_safely_and_finds_its_sheet_however_it_is_typed(cast, now):
    round = opened(cast, now)
    review = round.reviews.get()
    print_sheets(round, review=review.public_id, by=cast.priya, at=now)
    ticket = ticket_of(round, cast.ade)
    code = code_for(ticket, 0)

    typed = [as_printed(code), code.lower(), f" {code[:4]}-{code[4:].lower()} "]

    assert re.fullmatch(f"[{SIGNS}]{{10}}", code)
    assert {as_typed(each) for each in typed} == {code}
    assert [ticket_with_code(each, Ticket.objects.all()) for each in typed] == [ticket] * 3
    assert ticket_with_code(code[:9], Ticket.objects.all()) is None


def test_only_a_digest_is_kept_and_a_sheet_printed_again_bears_the_same_code(cast, now):
    round = opened(cast, now)
    review = round.reviews.get().public_id

    print_sheets(round, review=review, by=cast.priya, at=now)
    first = list(SheetCode.objects.values_list("ticket", "digest", "turn"))
    print_sheets(round, review=review, by=cast.priya, at=now)

    assert list(SheetCode.objects.values_list("ticket", "digest", "turn")) == first
    assert sorted(first) == [
        (ticket.pk, digest_of(code_for(ticket, 0)), 0) for ticket in Ticket.objects.order_by("pk")
    ]


def test_two_sheets_never_bear_the_same_code(cast, now, monkeypatch):
    def alike(ticket, turn):
        return "CFHJKMPR" if turn == 0 else code_for(ticket, turn)

    monkeypatch.setattr(actions, "code_for", alike)
    round = opened(cast, now)

    print_sheets(round, review=round.reviews.get().public_id, by=cast.priya, at=now)

    turns = sorted(SheetCode.objects.values_list("turn", flat=True))
    assert turns == [0, 1, 1, 1, 1]


def test_those_without_an_address_are_printed_together_and_it_is_noted(cast, now):
    walter = seat_without_address(cast, now)
    round = opened(cast, now)

    tickets = print_sheets(round, by=cast.priya, at=now, sort="pdf", large=True)

    assert [ticket.person for ticket in tickets] == [walter]
    noted = Entry.objects.get(verb="sheets.printed")
    assert (noted.thing, noted.by, noted.detail) == (
        round.public_id,
        cast.priya.public_id,
        {"sheets": 1, "review": "", "sort": "pdf", "large": True},
    )


def test_an_anonymous_round_has_no_sheets_with_codes_and_nobody_enters_answers_in_it(cast, now):
    round = prepared(cast, now, asking=Asking.ANONYMOUS)
    review = round.reviews.get().public_id

    with pytest.raises(Refused, match="a code on a sheet would tell whose it is"):
        print_sheets(round, review=review, by=cast.priya, at=now)

    assert why_not_key_in(round, cast.priya, now.date()) == NAMED_ALONE


def test_nothing_is_printed_where_it_would_lead_nowhere(cast, now):
    draft = prepared(cast, now)
    open_one = opened(cast, now)
    review = open_one.reviews.get().public_id

    for round, chosen, by, reason in (
        (draft, draft.reviews.get().public_id, cast.priya, "while a round is open"),
        (open_one, review, cast.colin, "Only a partnership officer or manager"),
        (open_one, "", cast.priya, "nobody to print a sheet for"),
    ):
        with pytest.raises(Refused, match=reason):
            print_sheets(round, review=chosen, by=by, at=now)

    assert not SheetCode.objects.exists()
