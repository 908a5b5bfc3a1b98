from datetime import date

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.actions import change_partnership, move_partnership
from joinedup.domain.partnerships.kinds import State, Tier, Told
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import found_by
from joinedup.domain.partnerships.rules import ENDED, why_not_change, why_not_keep
from tests.cast import EVERYBODY

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
KEEPERS = {"lead host's officer", "chair", "coordinator"}
SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]


def end(partnership, by, at):
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(partnership, state, because="Done.", by=by, at=at)


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_only_those_who_keep_the_record_change_it(cast, now, kind):
    reason = why_not_change(cast.safer, cast.who(kind), day_of(now))

    assert reason == (None if kind in KEEPERS else ONLY)


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_a_record_that_has_ended_is_kept_as_it_was(cast, now, kind):
    end(cast.safer, cast.priya, now)

    assert why_not_change(cast.safer, cast.who(kind), day_of(now)) == ENDED
    assert why_not_keep(cast.safer, cast.who(kind), day_of(now)) == (
        None if kind in KEEPERS else ONLY
    )


@pytest.mark.parametrize("ended", [True, False])
def test_the_service_itself_may_always_change(cast, now, ended):
    if ended:
        end(cast.safer, cast.priya, now)

    assert why_not_change(cast.safer, None, day_of(now)) is None


def test_a_new_name_keeps_the_old_one_which_still_finds_the_page(cast, now):
    change_partnership(
        cast.safer, version=cast.safer.version, by=cast.ruth, at=now, name=" Safer Thornford "
    )

    kept = Partnership.objects.get(pk=cast.safer.pk)
    former = kept.other_names.get()
    assert (kept.name, kept.folded_name) == ("Safer Thornford", "safer thornford")
    assert (former.name, former.sort, former.to_on) == (
        "Safer Places group",
        NameSort.FORMER,
        day_of(now),
    )
    assert list(found_by("places", Partnership.objects.all())) == [kept]


def test_the_history_tells_what_was_there_before(cast, now):
    change_partnership(
        cast.safer,
        version=cast.safer.version,
        by=cast.priya,
        at=now,
        name=cast.safer.name,
        tier=Tier.KEY,
        ends_on=date(2030, 3, 31),
        exit_plan=Told.NO,
    )

    entry = history_of(cast.safer)[0]
    assert entry.verb == "partnership.changed"
    assert entry.detail == {"was": {"tier": "1", "ends_on": "", "exit_plan": "UNTOLD"}}


def test_a_change_that_changes_nothing_leaves_no_trace(cast, now):
    before = verbs_about(cast.safer)

    change_partnership(
        cast.safer, version=cast.safer.version, by=cast.priya, at=now, tier=1, area=cast.safer.area
    )

    assert verbs_about(cast.safer) == before


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(cast, now):
    seen = cast.safer.version
    change_partnership(cast.safer, version=seen, by=cast.ruth, at=now, purpose="Safe by night.")

    with pytest.raises(Overtaken):
        change_partnership(cast.safer, version=seen, by=cast.priya, at=now, purpose="By day.")

    assert Partnership.objects.get(pk=cast.safer.pk).purpose == "Safe by night."


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"name": "--"}, "name", "Enter a name with letters or numbers in it."),
        (
            {"ends_on": date(2019, 3, 31)},
            "ends_on",
            "A partnership cannot end before it starts.",
        ),
        (
            {"agreement_signed_on": date(2024, 5, 1), "agreement_ends_on": date(2024, 4, 30)},
            "agreement_ends_on",
            "An agreement cannot end before it was signed.",
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(cast, now, values, field, reason):
    with pytest.raises(Refused) as refusal:
        change_partnership(cast.safer, version=cast.safer.version, by=cast.priya, at=now, **values)

    assert (refusal.value.field, refusal.value.reason) == (field, reason)


def test_a_member_without_a_say_over_the_record_is_refused(cast, now):
    with pytest.raises(Refused, match=ONLY):
        change_partnership(
            cast.safer, version=cast.safer.version, by=cast.ade, at=now, purpose="Mine."
        )


def test_a_partnership_keeps_its_own_reference(cast, now):
    for purpose in ("One.", "Two."):
        change_partnership(
            cast.safer,
            version=cast.safer.version,
            by=cast.priya,
            at=now,
            reference="P-7",
            purpose=purpose,
        )

    assert (cast.safer.reference, cast.safer.purpose) == ("P-7", "Two.")
