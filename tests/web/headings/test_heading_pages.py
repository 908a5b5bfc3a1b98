import pytest
from django.urls import reverse

from joinedup.domain.headings.models import Heading
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.models import Review
from tests.rounds import answered, opened
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def result(cast, now):
    """A result in which three people said what would help most."""
    round = opened(cast, now)
    for name, words in (("ruth", "Papers late."), ("ade", "Late papers."), ("colin", "Money.")):
        answered(round, getattr(cast, name), 2, now, **{"one-change": Given(words=words)})
    seal_round(round, by=cast.priya, at=now)
    return Review.objects.get().public_id


def test_answers_are_put_under_a_heading_counted_renamed_and_set_free_again(cast, result):
    client = cast.client("ruth")
    new = reverse("heading_new", args=[result, "one-change"])

    made = client.post(new, {"name": "Papers", "answers": ["0", "2"]})
    heading = Heading.objects.get()
    counted = page_text(cast.client("ade").get(reverse("result", args=[result])))
    change, remove = (
        reverse(name, args=[result, heading.public_id])
        for name in ("heading_change", "heading_remove")
    )
    shown = client.get(change)
    changed = client.post(change, {"name": "Earlier papers", "answers": "0", "version": 1})
    renamed = page_text(client.get(reverse("result", args=[result])))
    asked = page_text(client.get(remove))
    removed = client.post(remove)

    assert [page.status_code for page in (made, changed, removed)] == [302, 302, 302]
    assert "Papers: 2 Late papers. Papers late. Under no heading: 1 Money." in counted
    assert "Change the heading" not in counted
    assert (shown.text.count(" checked"), "Take this heading away" in shown.text) == (2, True)
    assert "Earlier papers: 1 Change the heading Earlier papers Late papers." in renamed
    assert "Take “Earlier papers” away?" in asked
    assert not Heading.objects.exists()


def test_a_question_to_which_nobody_wrote_has_nothing_to_sort(cast, result):
    page = cast.client("ruth").get(reverse("heading_new", args=[result, "proudest"]))

    assert page.status_code == 404
