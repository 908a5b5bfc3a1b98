from decimal import Decimal

from django.urls import reverse

from joinedup.domain.contributions.actions import add_contribution
from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.partnerships.actions import register_partnership
from tests.web.reading import errors_of, links_of, page_text, table_of


def new(cast):
    return reverse("contribution_new", args=[cast.safer.public_id])


def record(cast, who="ade"):
    return cast.client(who).get(reverse("partnership_facts", args=[cast.safer.public_id]))


def test_a_members_officer_adds_what_it_puts_in_and_everybody_reads_it(cast):
    client = cast.client("ben")

    offered = page_text(client.get(new(cast)))
    response = client.post(
        new(cast),
        {
            "member": cast.memberships["county"].public_id,
            "sort": "HOURS",
            "year": "2026",
            "amount": "120",
            "words": "The analyst",
        },
    )

    assert ("Wexmere County Council" in offered, "Wexmere Police" in offered) == (True, False)
    assert response.status_code == 302
    assert table_of(record(cast))[1] == [
        "Wexmere County Council",
        "Hours of work The analyst",
        "120 hours",
        "",
    ]
    assert "Together: £0 in money, 120 hours of work and £0 worth of other things." in page_text(
        record(cast)
    )


def test_a_line_is_corrected_and_the_unknown_stays_unknown(cast, now):
    member = cast.memberships["riverside"]
    line = add_contribution(
        member, year=2026, sort=Sort.KIND, amount=Decimal(300), words="Van", by=None, at=now
    )
    address = reverse("contribution_change", args=[cast.safer.public_id, line.public_id])
    client = cast.client("priya")

    asked = page_text(client.get(address))
    client.post(address, {"version": 1, "amount": "", "words": "The van"})

    assert "Change what Riverside Food Share puts in" in asked
    assert address in links_of(record(cast, "priya"))
    said = page_text(record(cast))
    assert "Something else The van Not yet told us" in said
    assert "One line does not say how much." in said


def test_whoever_may_not_is_told_why(cast):
    response = cast.client("ade").get(new(cast))

    assert "Only the lead host’s officers, the chair and the coordinator" in page_text(response)
    assert new(cast) not in links_of(record(cast))


def test_a_partnership_without_members_is_told_to_add_them_first(cast, now):
    alone = register_partnership("Youth", host=cast.thornford, by=cast.priya, at=now)

    page = cast.client("priya").get(reverse("contribution_new", args=[alone.public_id]))

    assert "Add its members first." in page_text(page)


def test_something_that_is_no_money_and_no_work_needs_words(cast):
    member = cast.memberships["police"].public_id
    typed = {"member": member, "sort": "KIND", "year": "2026", "amount": "5"}

    response = cast.client("priya").post(new(cast), typed)

    assert errors_of(response) == ["Say what it is: for example, a room each month."]
    assert Contribution.objects.count() == 0
