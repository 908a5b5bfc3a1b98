import pytest
from django.urls import reverse

from joinedup.domain.partnerships.kinds import State
from tests.domain.authorisations.asking import asked
from tests.domain.authorisations.test_authorisation_acts import granted
from tests.domain.lifecycle.test_begin import all_signed, proposed
from tests.domain.signoffs.signing import offered
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db


def test_a_proposed_partnership_begins_on_its_own_page_once_nothing_is_missing(cast, now):
    youth = proposed(cast, now)
    begin = reverse("partnership_begin", args=[youth.public_id])
    state = reverse("partnership_state", args=[youth.public_id])
    priya = cast.client("priya")
    way = priya.get(state)
    around = priya.post(state, {"to": "ACTIVE", "because": "Now."})
    missing = page_text(priya.get(begin))
    early = priya.post(begin, {"because": ""})
    all_signed(cast, now, offered(cast, now))
    waiting = page_text(cast.client("ade").get(begin))
    granted(asked(cast, now), cast, now)
    ready = {who: page_text(cast.client(who).get(begin)) for who in ("priya", "ade")}

    made = priya.post(begin, {"because": "All is there."}, follow=True)

    youth.refresh_from_db()
    assert begin in way.text
    assert (around.status_code, early.status_code) == (422, 409)
    assert "2 things are missing before it can begin." in missing
    assert "Agreement: nothing has been offered to sign yet." in missing
    assert "1 thing is missing" in waiting
    assert "The lead host has not yet decided." in waiting
    assert "our own questions" not in waiting
    assert "Everything is there." in ready["ade"]
    assert "Only the lead host’s officers, the chair and the coordinator" in ready["ade"]
    assert "our own questions, and who says yes" in ready["priya"]
    assert (made.status_code, youth.state) == (200, State.ACTIVE)
    assert "It has begun." in page_text(made)
