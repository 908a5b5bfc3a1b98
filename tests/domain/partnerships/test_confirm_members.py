import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.partnerships.actions import change_partnership, confirm_members
from joinedup.domain.partnerships.models import Partnership


@pytest.mark.parametrize("who", ["priya", "ruth", "colin"])
def test_those_who_keep_the_record_confirm_its_members(cast, now, who):
    confirm_members(cast.safer, by=cast.people[who], at=now)

    kept = Partnership.objects.get(pk=cast.safer.pk)
    assert kept.members_confirmed_on == day_of(now)
    assert verbs_about(kept)[-1] == "members.confirmed"


def test_a_member_without_a_say_over_the_record_is_refused(cast, now):
    with pytest.raises(Refused, match="Only the lead host’s officers"):
        confirm_members(cast.safer, by=cast.ade, at=now)


def test_confirming_a_record_that_has_changed_meanwhile_is_refused(cast, now):
    stale = Partnership.objects.get(pk=cast.safer.pk)
    change_partnership(cast.safer, version=cast.safer.version, by=cast.ruth, at=now, purpose="New.")

    with pytest.raises(Overtaken):
        confirm_members(stale, by=cast.priya, at=now)
