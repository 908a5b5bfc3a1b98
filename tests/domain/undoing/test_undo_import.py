from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.imports.actions import apply_import
from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.imports.queries import plan_of
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.organisations.actions import change_organisation
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import add_member, change_partnership, open_seat
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, Seat
from joinedup.domain.people.models import Person
from joinedup.domain.undoing.actions import undo_import
from joinedup.domain.undoing.queries import what_undoing_does
from joinedup.domain.undoing.rules import why_not_undo
from tests.cast import EVERYBODY
from tests.domain.imports.bringing import REGISTER, answered, brought_in, staged

KEPT = (Partnership, Organisation, Membership, Person, Seat, Holder)
SAFER = "Partnership|Organisation|Purpose\nSafer Places group|Warm Hearths Trust|To be safe.\n"


def register():
    """Return everything that stands in the register, without keys and versions."""
    return {table.__name__: sorted(map(str, table.objects.order_by("pk"))) for table in KEPT}


def green():
    return Partnership.objects.get(name="Green Thornford")


def undone(file, cast, now, **options):
    return undo_import(file, version=file.version, by=cast.priya, at=now, **options)


def reasons(undoing):
    return {stay.label: stay.why for stay in undoing.stays}


def test_a_file_taken_back_leaves_the_register_as_it_was(cast, now):
    before = register()
    file, _ = brought_in(cast, now)

    done = undone(file, cast, now)

    assert (register(), done.stays, file.state) == (before, [], "UNDONE")
    assert verbs_about(file) == ["import.staged", "import.applied", "import.undone"]
    assert ImportStep.objects.count() == 0


def test_a_file_taken_back_can_be_brought_in_again_with_the_same_outcome(cast, now):
    first, _ = brought_in(cast, now)
    after, counts = register(), first.outcome["counts"]
    undone(first, cast, now)

    again, _ = brought_in(cast, now)

    assert (register(), again.outcome["counts"]) == (after, counts)


def test_what_was_changed_since_stays_with_all_that_is_on_it(cast, now):
    file, _ = brought_in(cast, now)
    change_partnership(green(), version=1, purpose="Trees.", by=cast.priya, at=now)

    done = undone(file, cast, now)

    assert reasons(done) == {
        "Green Thornford": "It was changed after the file was brought in.",
        "Ann Lee": "They hold a place on a partnership that stays.",
    }
    assert green().memberships.count() == 3
    assert not Partnership.objects.filter(name="Warm Homes").exists()
    assert not Organisation.objects.filter(name="Warm Hearths Trust").exists()


def test_a_member_that_somebody_added_keeps_the_partnership(cast, now):
    file, _ = brought_in(cast, now)
    add_member(green(), cast.county, by=cast.priya, at=now)

    done = undone(file, cast, now)

    assert "Green Thornford" in reasons(done)
    assert "County" in " ".join(str(m) for m in green().memberships.order_by("pk"))


def test_a_body_that_somebody_changed_or_uses_stays(cast, now):
    file, _ = brought_in(cast, now)
    trust = Organisation.objects.get(name="Warm Hearths Trust")
    add_member(cast.safer, trust, by=cast.priya, at=now)

    done = undone(file, cast, now)

    assert reasons(done) == {"Warm Hearths Trust": "It is a member of a partnership that stays."}


def test_what_was_added_to_a_known_partnership_goes_and_its_history_says_so(cast, now):
    members = cast.safer.memberships.count()
    file, _ = brought_in(cast, now, SAFER)

    undone(file, cast, now)

    one = Partnership.objects.get(pk=cast.safer.pk)
    assert one.purpose == "We make the streets of Thornford safer by day and by night."
    assert one.memberships.count() == members
    assert verbs_about(one)[-2:] == ["member.withdrawn", "partnership.changed"]


def test_a_change_that_somebody_changed_again_stays(cast, now):
    file, _ = brought_in(cast, now, SAFER)
    one = Partnership.objects.get(pk=cast.safer.pk)
    change_partnership(one, version=one.version, purpose="Mine.", by=cast.priya, at=now)

    done = undone(file, cast, now)

    assert reasons(done) == {"Safer Places group": "It has been given another value since."}
    assert Partnership.objects.get(pk=one.pk).purpose == "Mine."


def test_a_place_given_to_a_new_member_keeps_the_member(cast, now):
    file, _ = brought_in(cast, now, SAFER)
    member = Membership.objects.get(organisation__name="Warm Hearths Trust")
    open_seat(member, by=cast.priya, at=now)

    done = undone(file, cast, now)

    assert set(reasons(done)) == {"Warm Hearths Trust in Safer Places group", "Warm Hearths Trust"}


def test_what_a_later_file_changed_is_put_back(cast, now):
    brought_in(cast, now)
    later = REGISTER.replace("71.2", "74").replace("|Yes|", "|No|")
    file, _ = brought_in(cast, now, later)

    undone(file, cast, now)

    one = green()
    assert (one.agreement, str(one.reported_scores.get().overall)) == ("YES", "71.2")


def test_names_numbers_sectors_and_standings_are_put_back(cast, now):
    text = (
        "Partnership|Organisation|Sector|Charity number|Standing|Joined|Ref|GSS code|Area\n"
        "Warm Homes|Warm Hearths Trust|Charity|7654321|Associate|2020-01-02|R1|E07000123|T\n"
    )
    brought_in(cast, now)
    before = Organisation.objects.values_list("sector").get(name="Warm Hearths Trust")
    file, _ = brought_in(cast, now, text)

    undone(file, cast, now)

    trust = Organisation.objects.get(name="Warm Hearths Trust")
    member, one = trust.memberships.get(), Partnership.objects.get(name="Warm Homes")
    assert ((trust.sector,), trust.identifiers.count()) == (before, 0)
    assert (member.standing, member.from_on, one.reference, one.area) == ("CORE", None, "", None)


def test_a_place_that_changed_hands_is_told_and_left(cast, now):
    brought_in(cast, now)
    file = staged(cast, now, REGISTER.replace("Ann Lee|ann@t.example", "Bob Day|bob@t.example"))
    planned = [q.id for q in plan_of(file, cast.priya, day_of(now)).questions]
    answered(file, cast, now, **dict.fromkeys(planned, "replace"))
    apply_import(file, version=file.version, by=cast.priya, at=now)

    done = undone(file, cast, now + timedelta(days=1))

    assert set(reasons(done).values()) == {
        "Somebody took over a place. Say who holds it on the partnership’s page.",
        "They hold a place on a partnership that stays.",
    }


def test_a_file_is_taken_back_once_and_as_it_was_shown(cast, now):
    file, _ = brought_in(cast, now)
    seen = what_undoing_does(file).digest()
    change_organisation(
        Organisation.objects.get(name="Warm Hearths Trust"),
        version=1,
        website="https://w.example",
        by=cast.priya,
        at=now,
    )

    with pytest.raises(Overtaken, match="Something has changed since you looked"):
        undone(file, cast, now, seen=seen)
    other = Import.objects.get(pk=file.pk)
    undone(file, cast, now)
    with pytest.raises(Overtaken):
        undone(other, cast, now)
    with pytest.raises(Refused, match="This file was taken back already"):
        undone(file, cast, now)


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_those_who_may_bring_in_for_a_body_take_back(cast, now, kind):
    file, _ = brought_in(cast, now)

    why_not = why_not_undo(file, cast.who(kind), day_of(now))

    assert (why_not is None) == (kind == "lead host's officer")


def test_a_file_that_is_not_in_cannot_be_taken_back(cast, now):
    with pytest.raises(Refused, match="there is nothing to take back"):
        undone(staged(cast, now), cast, now)
