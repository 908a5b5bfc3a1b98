from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.agreements.models import Edition
from joinedup.domain.basics.days import day_of
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.actions import add_member
from joinedup.domain.signoffs.models import Refusal, Signatory, SignOff
from tests.domain.authorisations.asking import asked
from tests.domain.authorisations.test_authorisation_acts import granted
from tests.domain.signoffs.signing import (
    NAMED,
    TEXT,
    accepted,
    all_named,
    named,
    offered,
    refuse,
    signed,
)
from tests.web.reading import errors_of, links_of, page_text, table_of

pytestmark = pytest.mark.django_db

CHANGED = "This text has changed since you looked at it. Look again."


def address(name, cast, *things):
    return reverse(name, args=[cast.safer.public_id, *(each.public_id for each in things)])


def signing(cast, who):
    return cast.client(who).get(address("signing", cast))


def test_a_member_reads_the_text_signs_it_and_everybody_sees_who_signed(cast, now):
    edition = offered(cast, now)
    named(cast, now, "riverside", capacity="Chair of trustees")
    named(cast, now, "thornford", capacity="Chief executive")
    page = address("sign", cast, edition, cast.memberships["riverside"])
    form = cast.client("ade").get(page)

    made = cast.client("ade").post(page, {"digest": edition.digest}, follow=True)
    twice = cast.client("ade").post(page, {"digest": edition.digest})

    seen, ade = signing(cast, "nadia"), "Ade Okafor, Chair of trustees"
    shown = page_text(form).partition("what you see here. ")[2].partition(" Version 1, check")[0]
    assert (shown.split(), edition.digest in form.text) == (TEXT.replace("#", "").split(), True)
    assert "You have signed for Riverside Food Share." in page_text(made)
    assert (twice.status_code, SignOff.objects.count()) == (302, 1)
    assert "1 of 5 members has signed version 1." in page_text(seen)
    assert table_of(seen)[1:] == [
        ["Riverside Food Share", f"Signed {ade}, on 15 June 2026", ade],
        ["Thornford Central Mosque", "Not yet", "Nobody has been named"],
        ["Thornford District Council", "Not yet", "Helen Castle, Chief executive"],
        ["Wexmere County Council", "Not yet", "Nobody has been named"],
        ["Wexmere Police", "Not yet", "Nobody has been named"],
    ]


def test_it_waits_among_what_needs_one_and_is_told_in_the_history(cast, now):
    before = page_text(signing(cast, "ade"))
    edition = offered(cast, now)
    named(cast, now, "riverside")
    page = address("sign", cast, edition, cast.memberships["riverside"])
    waits = [page_text(cast.client(who).get(reverse("home"))) for who in ("ade", "nadia")]
    others = [page_text(cast.client(who).get(page)) for who in ("priya", "nadia")]
    signed(cast, now, edition, "riverside")

    after = page_text(cast.client("ade").get(reverse("home")))
    history = page_text(cast.client("nadia").get(address("partnership_history", cast)))

    need = "Sign the agreement of Safer Places group for Riverside Food Share"
    assert "Nothing has been offered to sign yet" in before
    assert [need in text for text in (*waits, after)] == [True, False, False]
    assert all("Nobody has named you to sign for Riverside Food Share" in page for page in others)
    assert "Ade Okafor signed version 1 of its agreement for Riverside Food Share." in history


def test_the_history_says_of_the_last_signature_until_when_the_text_holds(cast, now):
    edition = offered(cast, now)
    all_named(cast, now)
    for body in NAMED:
        signed(cast, now, edition, body)

    history = page_text(cast.client("nadia").get(address("partnership_history", cast)))

    assert (
        "Version 1 of its agreement is signed. It holds from 15 June 2026, until 14 June 2029, "
        "and members look at it again by 15 June 2027." in history
    )


def test_a_text_replaced_since_it_was_shown_is_not_signed(cast, now):
    edition = offered(cast, now)
    named(cast, now, "riverside")
    page = address("sign", cast, edition, cast.memberships["riverside"])
    Edition.objects.update(state="SUPERSEDED")
    offered(cast, now, number=2, text="Another text.")

    late = cast.client("ade").post(page, {"digest": edition.digest})
    forged = cast.client("ade").post(page, {"digest": "0" * 64})

    assert (late.status_code, forged.status_code) == (409, 409)
    assert errors_of(late) == [CHANGED]
    assert "A later text has taken the place of this one." in page_text(late)
    assert not SignOff.objects.exists()


def test_a_refusal_is_told_to_every_member_and_taken_back_by_signing(cast, now):
    edition = offered(cast, now)
    named(cast, now, "riverside")
    member = cast.memberships["riverside"]
    form = {"digest": edition.digest, "reasons": "Clause 9 is wrong."}
    empty = cast.client("ade").post(
        address("sign_refuse", cast, edition, member), form | {"reasons": ""}
    )
    cast.client("ade").post(address("sign_refuse", cast, edition, member), form)
    told = page_text(signing(cast, "owen"))

    cast.client("ade").post(address("sign", cast, edition, member), {"digest": edition.digest})

    after = page_text(signing(cast, "owen"))
    assert empty.status_code == 422
    assert "Riverside Food Share does not sign Ade Okafor, Trustee, on 15 June 2026:" in told
    assert "Clause 9 is wrong." in told
    assert "did not want to sign at first: Ade Okafor said so on 15 June 2026" in after
    assert Refusal.objects.get().taken_back_by == cast.ade


def test_a_refusal_that_a_paper_ended_does_not_say_that_who_wrote_it_down_signed(cast, now):
    edition = offered(cast, now)
    named(cast, now, "riverside")
    refuse(cast, now, edition, "riverside")

    accepted(cast, now, edition, "riverside")

    told = page_text(signing(cast, "owen"))
    assert (
        "Ade Okafor said so on 15 June 2026, and Priya Nair wrote down that it signed on paper "
        "on 15 June 2026." in told
    )


def test_before_a_text_is_offered_each_side_says_already_who_signs_for_it(cast, now):
    named(cast, now, "riverside")

    own, other = (signing(cast, who) for who in ("ade", "owen"))

    agreement = cast.client("nadia").get(address("partnership_agreement", cast))
    naming = address("signatories", cast, cast.memberships["riverside"])
    assert table_of(own)[1:3] == [
        ["Riverside Food Share", "Ade Okafor, Trustee"],
        ["Thornford Central Mosque", "Nobody has been named"],
    ]
    assert "Thornford Academy" not in [row[0] for row in table_of(other)]
    assert (naming in links_of(own), naming in links_of(other)) == (True, False)
    assert "Nothing has been offered to sign yet" in page_text(other)
    assert "No agreement has been begun here yet." in page_text(agreement)


def test_a_paper_is_told_as_accepted_on_behalf_of_its_signer(cast, now):
    edition = offered(cast, now)
    page = address("sign_on_paper", cast, edition, cast.memberships["police"])
    day = {"paper_on-day": "15", "paper_on-month": "6", "paper_on-year": "2026"}
    form = {"name": "Jo Hart", "capacity": "Chief constable", "paper": "Letter 7"} | day
    form |= {"digest": edition.digest}

    early = cast.client("priya").post(page, form | {"paper_on-day": "14"})
    cast.client("priya").post(page, form)

    told = page_text(signing(cast, "ade"))
    assert (early.status_code, len(errors_of(early))) == (409, 1)
    assert "Jo Hart" in early.text
    assert (
        "Signed Accepted on behalf of Jo Hart, Chief constable, by Priya Nair on 15 June 2026: "
        "Letter 7, signed on 15 June 2026" in told
    )


def test_only_its_own_side_is_told_whether_a_member_has_authorised(cast, now):
    edition = offered(cast, now)
    all_named(cast, now)
    page = address("sign", cast, edition, cast.memberships["thornford"])
    before = page_text(cast.client("helen").get(page))
    granted(asked(cast, now), cast, now)
    after = page_text(cast.client("helen").get(page))
    others = [
        cast.client(who).get(at).text
        for who in ("ruth", "ben", "ade")
        for at in (page, address("signing", cast))
    ]

    assert "Nobody has authorised this for us yet. Ask before you sign" in before
    assert "Our own yes: authorised until" in after
    assert not any("Our own yes" in text or "uthoris" in text for text in others)


def test_a_member_names_who_signs_and_ends_it_and_all_see_it(cast, now):
    member = cast.memberships["thornford"]
    page = address("signatories", cast, member)
    day = {"from_on-day": "15", "from_on-month": "6", "from_on-year": "2026"}
    form = {"person": cast.helen.pk, "capacity": "Chief executive"} | day
    foreign = cast.client("ruth").post(page, form)

    made = page_text(cast.client("priya").post(page, form, follow=True))
    one = Signatory.objects.get()
    end = address("signatory_end", cast, member, one)
    ended = cast.client("priya").post(
        end, {"on-day": "15", "on-month": "6", "on-year": "2026", "version": 1}
    )

    seen = page_text(cast.client("nadia").get(page))
    assert "Who signs for Thornford District Council is said by its officers" in page_text(foreign)
    assert "Helen Castle signs for Thornford District Council." in made
    assert (foreign.status_code, ended.status_code) == (409, 302)
    assert "Helen Castle Chief executive 15 June 2026 15 June 2026" in seen
    assert "Name somebody" not in seen


def test_somebody_named_by_two_members_signs_for_both_openly(cast, now):
    edition = offered(cast, now)
    all_named(cast, now)
    grant_post(cast.ben, cast.thornford, PostKind.DIRECTOR, by=None, at=now)
    named(cast, now, "thornford", "ben")
    for body in ("county", "thornford"):
        signed(cast, now, edition, body, "ben")

    told = page_text(signing(cast, "ade"))

    assert (
        "Ben Whitlock signed for Thornford District Council and Wexmere County Council, "
        "and was named by each of them." in told
    )


def test_agreements_to_look_at_are_listed_with_why_and_narrowed(
    cast, now, django_assert_num_queries
):
    edition = offered(cast, now, review_on=day_of(now) + timedelta(days=60))
    all_named(cast, now)
    for body in NAMED:
        signed(cast, now, edition, body)
    client, page = cast.client("ade"), reverse("agreements_watched")
    client.get(page)
    with django_assert_num_queries(7):
        look = page_text(client.get(page))
    ended = page_text(client.get(page, {"why": "ENDED"}))
    add_member(cast.safer, cast.farhaven, by=cast.priya, at=now)

    with django_assert_num_queries(7):
        gap = page_text(client.get(page, {"why": "GAP"}))
    joined = page_text(signing(cast, "ade"))

    assert "Safer Places group A fresh look is due on 14 August 2026." in look
    assert "None of them needs a look." in ended
    assert "Farhaven Borough Council has not signed it." in gap
    assert "5 of 6 members have signed version 1. It stands." in joined
    assert "Safer Places" not in page_text(cast.client("derek").get(page))


def test_signatures_under_an_earlier_text_stay_to_be_read(cast, now):
    all_named(cast, now)
    first = offered(cast, now)
    for body in NAMED:
        signed(cast, now, first, body)
    second = offered(cast, now, number=2, text="Another text.")
    for body in NAMED:
        signed(cast, now, second, body)
    client = cast.client("nadia")

    page = client.get(address("signing", cast))

    text = page_text(page)
    assert "Every member has signed version 2. It stands." in text
    assert text.index("Version 1, offered on 15 June 2026") < text.index("Who signed version 1")
    assert address("sign", cast, second, cast.memberships["mosque"]) not in links_of(page)
