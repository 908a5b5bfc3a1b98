"""A resident finds who answers for mopeds at night, on a narrow screen and without signing in."""

from joinedup.domain.matters.actions import accept_matter
from tests.domain.matters.listing import mopeds, show
from tests.journeys.harness.browsers import NARROW
from tests.journeys.harness.looking import look
from tests.journeys.harness.pressing import go_by

MOST_PRESSES = 5


def test_a_resident_finds_the_post_that_answers_in_under_five_presses(cast, visit, now):
    accept_matter(mopeds(cast, now), version=1, by=cast.priya, at=now)
    show(cast.safer, cast.ruth, now)
    page, presses = visit(), 0
    page.set_viewport_size({"width": NARROW, "height": 800})

    page.goto("/")
    page.get_by_label("What is it about?").fill("mopeds at night")
    for role, name in (("button", "Search"), ("link", "Mopeds at night")):
        look(page)
        go_by(page.get_by_role(role, name=name).first)
        presses += 1
    look(page)

    assert "Neighbourhood Manager, Thornford District Council" in page.inner_text("main")
    assert presses < MOST_PRESSES
    assert page.context.cookies() == []
    go_by(page.get_by_role("link", name="Safer Places group"))
    look(page)
