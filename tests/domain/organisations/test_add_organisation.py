import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.organisations.actions import add_organisation, end_post
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.rules import why_not_add_organisation, why_not_called
from tests.cast import EVERYBODY

ONLY = "Only a partnership officer, manager or steward can add to the directory."
MAY = {"lead host's officer", "another host's officer", "steward", "foreign body's officer"}


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_officers_managers_and_stewards_add_to_the_directory(cast, now, kind):
    assert why_not_add_organisation(cast.who(kind), day_of(now)) == (None if kind in MAY else ONLY)


def test_the_service_itself_may_add(now):
    assert why_not_add_organisation(None, day_of(now)) is None


def test_adding_keeps_the_name_and_the_fold_that_finds_it(cast, now):
    added = add_organisation(
        " St. Anne's & Co ", sector=Sector.FAITH, by=cast.priya, at=now, website="https://a.example"
    )

    kept = Organisation.objects.get(pk=added.pk)
    assert (kept.name, kept.folded_name, kept.sector, kept.website) == (
        "St. Anne's & Co",
        "saint annes and company",
        Sector.FAITH,
        "https://a.example",
    )
    assert verbs_about(added) == ["organisation.added"]


def test_a_representative_cannot_add(cast, now):
    bodies = Organisation.objects.count()

    with pytest.raises(Refused, match=ONLY):
        add_organisation("Riverside Choir", by=cast.ade, at=now)

    assert Organisation.objects.count() == bodies


def test_an_officer_whose_post_has_ended_cannot_add(cast, now):
    end_post(cast.priya.posts.get(), on=day_of(cast.at), because="", by=cast.grace, at=now)

    assert why_not_add_organisation(cast.priya, day_of(now)) == ONLY


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Riverside Choir", None),
        ("7", None),
        ("…", "Enter a name with letters or numbers in it."),
        ("  ", "Enter a name with letters or numbers in it."),
    ],
)
def test_a_name_has_letters_or_numbers(name, reason):
    assert why_not_called(name) == reason


def test_a_body_without_a_name_is_refused_beside_the_name(cast, now):
    with pytest.raises(Refused) as refusal:
        add_organisation("…", by=cast.priya, at=now)

    assert refusal.value.field == "name"
