from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.naming.actions import (
    answer_names_request,
    ask_for_names,
    name_people,
    read_names,
)
from joinedup.domain.notices.models import Message
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import add_member
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import held_seats, vacant_seats
from joinedup.domain.people.models import Person
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.preparing import withdraw_round
from joinedup.domain.reviews.links import digest_of, token_for
from joinedup.domain.reviews.models import NamesRequest
from joinedup.domain.reviews.queries.tickets import names_request_for
from tests.rounds import opened, prepared

HOW = "write a name, an email address and an organisation, with commas between."


def member(name, unit=""):
    return Membership(organisation=Organisation(name=name), unit=unit)


POLICE, FOOD = member("Wexmere Police"), member("Riverside Food Share")
ANN = ("Ann Bell", "ann@bridge.example", POLICE)


def read(text, *members):
    return [(n.name, n.email, n.membership) for n in read_names(text, list(members))]


def refusal(text, *members):
    with pytest.raises(Refused) as refused:
        read_names(text, list(members))
    return refused.value.reason, refused.value.field


@pytest.mark.parametrize(
    "line",
    [
        "Ann Bell, ann@bridge.example, Wexmere Police",
        "Ann Bell;ann@bridge.example;WEXMERE  police",
        "  Ann Bell\tann@bridge.example\tWexmere Police  ",
    ],
)
def test_a_line_is_parted_by_commas_semicolons_or_tabs(line):
    assert read(line, POLICE, FOOD) == [ANN]


def test_where_there_is_one_member_its_name_may_be_left_out():
    assert read("Ann Bell, ann@bridge.example", POLICE) == [ANN]


def test_a_name_with_a_comma_in_it_is_read_whole():
    trust = member("Food, Fuel and Friends")

    assert read("Ann, ann@bridge.example, Food, Fuel and Friends", trust, FOOD)[0][2] == trust


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Ann Bell", HOW),
        (", ann@bridge.example, Wexmere Police", HOW),
        ("Bell, Ann, Wexmere Police", "“Ann” is not an email address."),
        ("Ann, ann@bridge.example", "which member is it for?"),
        ("Ann, ann@bridge.example, Moon Base", "“Moon Base” is not one of the members."),
        (f"{'A' * 201}, ann@bridge.example, Wexmere Police", "a name has 200 characters at most."),
    ],
)
def test_what_is_wrong_with_a_line_is_said_in_words(line, problem):
    assert refusal(f"\n{line}", POLICE, FOOD) == (f"Line 2: {problem}", "names")


def test_an_address_too_long_to_keep_is_no_address():
    address = f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 20}.example"

    assert refusal(f"Ann, {address}", POLICE)[0] == f"Line 1: “{address}” is not an email address."


def test_a_wrong_member_is_told_of_even_where_there_is_only_one():
    reason, _ = refusal("Ann, ann@bridge.example, Moon Base", POLICE)

    assert reason == "Line 1: “Moon Base” is not one of the members."


def test_a_body_with_several_places_is_never_matched_silently():
    units = [member("Thornford", "Housing"), member("Thornford", "Planning")]
    names = " or ".join(f"“{unit.member_name}”" for unit in units)

    reason, _ = refusal("Ann, ann@bridge.example, Thornford", *units)

    assert reason == f"Line 1: “Thornford” has several places here. Write which: {names}."
    assert read(f"Ann, ann@bridge.example, {units[1].member_name}", *units)[0][2] == units[1]


def test_every_line_that_cannot_be_used_is_named_at_once():
    text = "Ann Bell\nBo Lee, bo@bridge.example, Wexmere Police\n\nCy, cy, Wexmere Police"

    assert refusal(text, POLICE, FOOD)[0] == f"Line 1: {HOW} Line 4: “cy” is not an email address."


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_nothing_typed_is_told_how_to_begin(text):
    assert refusal(text, POLICE)[0] == "Type at least one line: name, email address, organisation."


@given(st.text())
def test_whatever_is_pasted_is_read_or_refused_beside_its_box(text):
    try:
        read_names(text, [POLICE, FOOD])
    except Refused as refused:
        outcome = refused.field
    else:
        outcome = "read"

    assert outcome in ("read", "names")


@given(
    st.lists(
        st.tuples(
            st.from_regex(r"[A-Z][a-z]{1,9} [A-Z][a-z]{1,9}", fullmatch=True),
            st.from_regex(r"[a-z]{1,9}@[a-z]{1,9}\.example", fullmatch=True),
            st.sampled_from([POLICE, FOOD]),
        ),
        min_size=1,
    ),
    st.sampled_from([", ", ";", "\t", " ,  "]),
)
def test_what_was_written_is_what_is_read(people, between):
    lines = [between.join([name, email, m.organisation.name]) for name, email, m in people]

    assert read("\n".join(lines), POLICE, FOOD) == people


@pytest.mark.django_db
def test_an_empty_place_is_taken_first_and_then_places_are_added(cast, now):
    text = (
        "Zoe Hart, zoe@bridge.example, Thornford District Council\n"
        "Yan Li, yan@bridge.example, Thornford District Council"
    )

    new = name_people(cast.safer, text, by=cast.priya, at=now)

    just_this = Partnership.objects.filter(pk=cast.safer.pk)
    assert (new, list(vacant_seats(just_this, day_of(now)))) == (2, [])
    assert verbs_about(cast.safer)[-4:] == [
        "seat.held",
        "seat.opened",
        "seat.held",
        "people.named",
    ]


@pytest.mark.django_db
def test_who_is_named_twice_or_sits_there_already_gets_no_second_place(cast, now):
    zoe = "Zoe Hart, zoe@bridge.example, Wexmere Police"
    ruth = f"Ruth B, {cast.ruth.email.upper()}, Wexmere Police"

    new = name_people(cast.safer, "\n".join([zoe, ruth, zoe]), by=cast.priya, at=now)

    held = held_seats(Partnership.objects.filter(pk=cast.safer.pk), day_of(now))
    assert new == 1
    assert [h.person.name for h in held if h.seat.membership == cast.memberships["police"]] == [
        "Ruth Bello",
        "Zoe Hart",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("second", ["nonsense", "Al, al@bridge.example, Moon Base"])
def test_one_bad_line_and_nothing_is_done(cast, now, second):
    text = f"Zoe Hart, zoe@bridge.example, Wexmere Police\n{second}"

    with pytest.raises(Refused, match="Line 2"):
        name_people(cast.safer, text, by=cast.priya, at=now)

    assert not Person.objects.filter(name="Zoe Hart").exists()


@pytest.mark.django_db
def test_whoever_may_not_keep_the_record_names_nobody(cast, now):
    with pytest.raises(Refused, match="can change this record"):
        name_people(cast.safer, "Zoe, zoe@bridge.example, Wexmere Police", by=cast.tom, at=now)

    assert not Person.objects.filter(name="Zoe").exists()


def asked(cast, round, now):
    """A request for names sent to Dee about the Safer Places group."""
    return ask_for_names(
        round.reviews.get(), name=" Dee ", email="dee@bridge.example", by=cast.priya, at=now
    )


@pytest.mark.django_db
def test_somebody_who_knows_gets_one_link_of_which_only_a_digest_is_kept(cast, now):
    request = asked(cast, prepared(cast, now), now)

    token = token_for(request)
    mail = Message.objects.get(kind="round.names")
    assert (mail.address, f"/names/{token}/" in mail.body, mail.carries_secret) == (
        "dee@bridge.example",
        True,
        True,
    )
    assert (request.name, request.token_digest) == ("Dee", digest_of(token))
    assert names_request_for(token) == request


@pytest.mark.django_db
def test_the_link_is_spent_with_the_names(cast, now):
    request = asked(cast, prepared(cast, now), now)
    line = "Zoe, zoe@bridge.example, Wexmere Police"
    stale = NamesRequest.objects.select_related("review__round").get()

    new = answer_names_request(request, line, at=now)

    assert (new, request.answered_at, names_request_for(token_for(request))) == (1, now, None)
    for late, said in [(request, "already been given"), (stale, "Somebody else changed this")]:
        with pytest.raises(Refused, match=said):
            answer_names_request(late, line, at=now)
    assert verbs_about(request.review)[-2:] == ["names.asked", "names.given"]


@pytest.mark.django_db
def test_a_refused_line_leaves_the_link_good(cast, now):
    request = asked(cast, prepared(cast, now), now)

    with pytest.raises(Refused, match="Line 1"):
        answer_names_request(request, "nonsense", at=now)

    assert names_request_for(token_for(request)) == request


@pytest.mark.django_db
def test_the_link_dies_with_its_round(cast, now):
    withdrawn, closed = prepared(cast, now), opened(cast, now)
    requests = [asked(cast, withdrawn, now)]
    withdraw_round(withdrawn, because="No.", by=cast.priya, at=now)
    seal_round(closed, by=cast.priya, at=now + timedelta(days=1))

    assert [names_request_for(token_for(request)) for request in requests] == [None]
    with pytest.raises(Refused, match="This round has closed"):
        answer_names_request(NamesRequest.objects.get(), "Zoe, zoe@bridge.example", at=now)


@pytest.mark.django_db
def test_nobody_is_asked_for_names_once_the_round_is_open(cast, now):
    with pytest.raises(Refused, match="is settled"):
        asked(cast, opened(cast, now), now)


@pytest.mark.django_db
def test_a_new_member_can_be_spoken_for_at_once(cast, now):
    add_member(cast.safer, cast.farhaven, by=cast.priya, at=now)

    line = "Zoe, zoe@bridge.example, Farhaven Borough Council"

    assert name_people(cast.safer, line, by=None, at=now) == 1


def test_a_waiting_link_is_not_sent_to_the_same_address_again(cast, now):
    round = prepared(cast, now)
    asked(cast, round, now)

    with pytest.raises(Refused, match="already, and waits for its answer"):
        asked(cast, round, now)
