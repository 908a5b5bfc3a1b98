from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.notices.actions import forget_bodies, hold_messages, queue_again
from joinedup.domain.notices.kinds import FORGOTTEN, KEEP_SECRETS
from joinedup.domain.notices.models import Message
from joinedup.domain.people.actions import add_person

pytestmark = pytest.mark.django_db


def bodies():
    return list(Message.objects.order_by("id").values_list("body", flat=True))


def test_words_with_a_personal_link_are_blanked_a_week_after_sending(now, posted):
    posted("Your link", carries_secret=True)
    posted("No link")
    run_due(now)

    forget_bodies(at=now + KEEP_SECRETS - timedelta(seconds=1))
    before = bodies()
    forget_bodies(at=now + KEEP_SECRETS)

    assert (before, bodies()) == (["Words", "Words"], [FORGOTTEN, "Words"])


def test_words_still_to_be_sent_are_kept(now, posted):
    posted("Your link", carries_secret=True)

    forget_bodies(at=now + 2 * KEEP_SECRETS)

    assert bodies() == ["Words"]


def test_the_demonstration_keeps_its_mail(now, posted, settings):
    settings.DEMONSTRATION = True
    posted("Your link", carries_secret=True)
    run_due(now)

    forget_bodies(at=now + KEEP_SECRETS)

    assert bodies() == ["Words"]


def test_a_message_whose_words_are_gone_cannot_be_sent_after_all(now, posted):
    ann = add_person("Ann", email="ann@x.example", by=None, at=now)
    posted("Your link", carries_secret=True, about=ann)
    hold_messages(ann)
    forget_bodies(at=now + KEEP_SECRETS)

    with pytest.raises(Refused, match="no longer kept"):
        queue_again(Message.objects.get(), at=now)
