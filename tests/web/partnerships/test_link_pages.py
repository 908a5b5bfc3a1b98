from django.urls import reverse

from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.structure.actions import link_partnership
from joinedup.domain.structure.models import Link
from joinedup.web.partnerships.views import links
from tests.web.reading import errors_of, links_of, page_text


def page(cast, name="partnership_links", partnership=None):
    return reverse(name, args=[(partnership or cast.safer).public_id])


def linked(cast, now, **other):
    core = register_partnership("Core Group", host=cast.thornford, by=cast.priya, at=now)
    said = {"sort": "REPORTS_TO", "part": "LEADS", "theme": "Safety"} | other
    return core, link_partnership(cast.safer, core, **said, by=cast.priya, at=now)


def test_a_link_is_made_by_name_and_told_on_both_pages(cast, now):
    core = register_partnership("Core Group", host=cast.thornford, by=cast.priya, at=now)
    client, new = cast.client("priya"), page(cast, "link_new")

    found = page_text(client.get(new, {"find": "core"}))
    typed = {"way": "up-REPORTS_TO", "other": core.public_id, "part": "LEADS", "theme": "Safety"}
    response = client.post(f"{new}?find=core", typed)

    assert "It reports to …" in found
    assert response.status_code == 302
    below, above = (page_text(client.get(page(cast, partnership=p))) for p in (cast.safer, core))
    assert "Above it It reports to Core Group , since 15 June 2026. It leads on Safety." in below
    assert (
        "Under it It is reported to by Safer Places group , since 15 June 2026. "
        "Safer Places group leads on Safety."
    ) in above


def test_the_other_way_round_and_a_circle(cast, now):
    core, _ = linked(cast, now)
    typed = {"way": "down-ADVISES", "other": core.public_id, "part": "NONE"}

    response = cast.client("priya").post(f"{page(cast, 'link_new')}?find=core", typed)

    assert response.status_code == 409
    assert errors_of(response) == [
        "Safer Places group hangs under Core Group already. This would make a circle."
    ]


def test_who_may_not_see_the_other_learns_nothing_of_it(cast, now):
    linked(cast, now)
    ade, priya = cast.client("ade"), cast.client("priya")

    for address in (page(cast), reverse("structure"), page(cast, "partnership_history")):
        assert "Core Group" not in page_text(ade.get(address))

    assert "Core Group" in page_text(priya.get(reverse("structure")))
    assert "Priya Nair linked it with another partnership." in page_text(
        ade.get(page(cast, "partnership_history"))
    )


def test_a_link_ends_on_a_day(cast, now):
    linked(cast, now)
    client = cast.client("priya")
    address = reverse("link_end", args=[cast.safer.public_id, Link.objects.get().public_id])

    offered = links_of(client.get(page(cast)))
    typed = {"on-day": "15", "on-month": "6", "on-year": "2026"}
    client.post(address, typed)

    assert address in offered
    assert "until 15 June 2026" in page_text(client.get(page(cast)))
    assert "This link has an end already." in page_text(client.get(address))


def test_the_structure_is_a_nested_list_and_says_so_when_there_is_none(cast, now):
    before = page_text(cast.client("priya").get(reverse("structure")))
    linked(cast, now)

    after = page_text(cast.client("priya").get(reverse("structure")))

    assert "Nobody has linked any partnership" in before
    assert "Core Group Safer Places group reports to it, and leads on Safety" in after


def test_many_links_take_the_queries_of_one(cast, now, django_assert_num_queries):
    linked(cast, now)
    for number in range(10):
        other = register_partnership(f"P {number}", host=cast.thornford, by=cast.priya, at=now)
        link_partnership(other, cast.safer, sort="SERVES", by=cast.priya, at=now)
    client = cast.client("priya")

    with django_assert_num_queries(7):
        client.get(reverse("structure"))


def test_a_search_that_finds_nothing_says_so(cast):
    said = page_text(cast.client("priya").get(page(cast, "link_new"), {"find": "growth board"}))

    assert "No partnership that you may see has “growth board”" in said


def test_a_name_shows_all_that_hangs_together_with_it_and_nothing_else(cast, now):
    core, _ = linked(cast, now)
    parts = {
        name: register_partnership(name, host=cast.thornford, by=cast.priya, at=now)
        for name in ("Youth", "Heritage", "Museum")
    }
    link_partnership(parts["Youth"], core, sort="SERVES", by=cast.priya, at=now)
    link_partnership(parts["Museum"], parts["Heritage"], sort="PART_OF", by=cast.priya, at=now)
    priya = cast.client("priya")

    said = page_text(priya.get(reverse("structure"), {"find": "safer"}))
    nothing = page_text(priya.get(reverse("structure"), {"find": "growth board"}))

    assert "Core Group Safer Places group reports to it" in said
    assert "Youth serves it" in said
    assert "Museum" not in said
    assert "No partnership that you may see has “growth board”" in nothing


def test_a_page_of_many_links_shows_the_first_and_says_so(cast, now, monkeypatch):
    linked(cast, now)
    monkeypatch.setattr(links, "MOST_LINKS", 1)

    said = page_text(cast.client("priya").get(reverse("structure")))

    assert "These are the first 1 links; find a partnership to see all of its own." in said
