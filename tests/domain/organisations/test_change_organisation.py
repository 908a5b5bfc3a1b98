from datetime import date

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.organisations.actions import change_organisation, grant_post
from joinedup.domain.organisations.kinds import NameSort, PostKind, Sector
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import bearing
from joinedup.domain.organisations.rules import why_not_change_organisation
from tests.cast import EVERYBODY

ONLY = (
    "Only a partnership officer, manager or steward can correct what is said of "
    "Riverside Food Share."
)
MAY = {"lead host's officer", "another host's officer", "steward", "foreign body's officer"}


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_officers_managers_and_stewards_of_any_body_correct_an_entry(cast, now, kind):
    reason = why_not_change_organisation(cast.riverside, cast.who(kind), day_of(now))

    assert reason == (None if kind in MAY else ONLY)


def test_people_of_a_body_correct_its_entry_as_its_managers(cast, now):
    grant_post(cast.ade, cast.riverside, PostKind.AUDITOR, by=None, at=now)
    before = why_not_change_organisation(cast.riverside, cast.ade, day_of(now))

    grant_post(cast.ade, cast.riverside, PostKind.MANAGER, by=None, at=now)

    after = why_not_change_organisation(cast.riverside, cast.ade, day_of(now))
    assert (before, after) == (ONLY, None)


def test_a_new_name_keeps_the_old_one_which_still_finds_the_page(cast, now):
    body = cast.riverside

    change_organisation(
        body, version=body.version, by=cast.priya, at=now, name=" Riverside Larder "
    )

    kept = Organisation.objects.get(pk=body.pk)
    former = body.other_names.get()
    assert (kept.name, kept.folded_name) == ("Riverside Larder", "riverside larder")
    assert (former.name, former.sort, former.to_on) == (
        "Riverside Food Share",
        NameSort.FORMER,
        day_of(now),
    )
    assert list(bearing("riverside FOOD share")) == [body]
    assert verbs_about(body)[-1] == "organisation.changed"
    assert history_of(body)[0].detail == {"was": {"name": "Riverside Food Share"}}


def test_a_name_written_otherwise_leaves_no_former_name(cast, now):
    body = cast.riverside

    change_organisation(
        body, version=body.version, by=cast.priya, at=now, name="Riverside food-share"
    )

    assert (body.name, list(body.other_names.all())) == ("Riverside food-share", [])


def test_a_correction_that_changes_nothing_leaves_no_trace(cast, now):
    body = cast.riverside
    before = verbs_about(body)

    change_organisation(
        body, version=body.version, by=cast.priya, at=now, name=body.name, sector=body.sector
    )

    assert verbs_about(body) == before


def test_the_second_of_two_editors_is_told(cast, now):
    body = cast.riverside
    change_organisation(body, version=1, by=cast.priya, at=now, sector=Sector.COMMUNITY)

    with pytest.raises(Overtaken):
        change_organisation(body, version=1, by=cast.noor, at=now, sector=Sector.BUSINESS)

    assert Organisation.objects.get(pk=body.pk).sector == Sector.COMMUNITY


def test_a_stranger_cannot_correct(cast, now):
    with pytest.raises(Refused, match=ONLY):
        change_organisation(cast.riverside, version=1, by=cast.ade, at=now, name="Larder")

    assert Organisation.objects.get(pk=cast.riverside.pk).name == "Riverside Food Share"


def test_nobody_is_left_without_a_name(cast, now):
    with pytest.raises(Refused, match="letters or numbers"):
        change_organisation(cast.thornford, version=1, by=cast.priya, at=now, name="--")


def test_former_names_tell_until_when(cast, now):
    change_organisation(cast.riverside, version=1, by=cast.priya, at=now, name="Larder")

    assert cast.riverside.other_names.get().to_on == date(2026, 6, 15)
