import pytest
from django.urls import reverse

from joinedup.domain.arrangements.actions import keep_arrangement
from joinedup.domain.arrangements.models import RelatedArrangement
from joinedup.web.partnerships.views import scoping
from tests.web.reading import errors_of, links_of, next_page, page_text, table_of

YES = {"parties": "yes", "free": "yes", "aim": "yes", "effort": "yes"}


def asked(cast, who="priya", **answers):
    return cast.client(who).get(reverse("partnership_scope"), answers)


def test_four_times_yes_goes_on_to_registering(cast):
    assert asked(cast, **YES)["Location"] == reverse("partnership_new")


@pytest.mark.parametrize(
    ("question", "reason", "mostly"),
    [
        ("parties", "One body alone does it.", "a contract"),
        ("free", "One of them cannot say no to the other.", "a company that one body owns"),
        ("aim", "Each is after something of its own.", "a contract"),
        ("effort", "Nothing is done together beyond buying,", "a grant"),
    ],
)
def test_one_no_says_what_it_mostly_is(cast, question, reason, mostly):
    response = asked(cast, **YES | {question: "no"})

    said = page_text(response)
    assert f"It does not look like a partnership. {reason}" in said
    assert f"Mostly such a thing is {mostly}." in said
    assert any(link.startswith("/arrangements/new/?kind=") for link in links_of(response))


def test_an_open_question_is_asked_for(cast):
    assert len(errors_of(asked(cast, parties="yes"))) == 3


def test_it_is_kept_on_the_list_and_put_right(cast):
    client = cast.client("priya")
    typed = {"name": "Van grant", "kind": "GRANT", "host": cast.thornford.public_id}

    client.post(reverse("arrangement_new"), typed)
    kept = RelatedArrangement.objects.get()
    change = reverse("arrangement_change", args=[kept.public_id])
    client.post(change, typed | {"version": 1, "with_whom": "Riverside Food Share"})

    page = cast.client("marcus").get(reverse("arrangements"))
    assert table_of(page)[1] == [
        "Van grant",
        "A grant",
        "Riverside Food Share",
        "Not yet told us",
        "Thornford District Council",
    ]


def test_others_do_not_see_it_and_empty_lists_teach(cast, now):
    kept = keep_arrangement(cast.thornford, "Van grant", kind="GRANT", by=cast.priya, at=now)
    ben = cast.client("ben")

    page = ben.get(reverse("arrangements"))

    assert "Nothing is on the list yet." in page_text(page)
    assert reverse("partnership_scope") in links_of(page)
    change = reverse("arrangement_change", args=[kept.public_id])
    assert ben.get(change).status_code == 404
    assert "Only a partnership officer" in page_text(cast.client("tom").get(change))


def test_who_may_not_register_is_told_why(cast):
    for name in ("partnership_scope", "arrangement_new"):
        said = page_text(cast.client("ade").get(reverse(name)))
        assert "Only a partnership officer or manager can register a partnership." in said


def test_a_long_list_of_arrangements_is_turned_in_pages(cast, now, monkeypatch):
    monkeypatch.setattr(scoping, "AT_ONCE", 2)
    for name in ("Van grant", "Advice contract", "Theatre company"):
        keep_arrangement(cast.thornford, name, kind="GRANT", by=cast.priya, at=now)
    client = cast.client("priya")

    first = client.get(reverse("arrangements"))
    second = client.get(reverse("arrangements") + next_page(first))

    shown = [[row[0] for row in table_of(page)[1:]] for page in (first, second)]
    assert shown == [["Advice contract", "Theatre company"], ["Van grant"]]
