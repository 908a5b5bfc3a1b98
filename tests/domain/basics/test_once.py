import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import UniqueConstraint

from joinedup.domain.basics.once import NOTHING_LOST, Once, overtaken_by
from joinedup.domain.basics.refusals import Overtaken
from joinedup.domain.partnerships.models import Hosting, Membership, Theme
from joinedup.domain.people.models import Person

# Which no two people meet at one moment: the rows of a file that one worker reads, work of the
# service itself, and what an act finds or makes.
MET_BY_NOBODY = {
    *("job_key_once", "import_piece_once", "import_row_once", "instrument_version_once"),
    *("one_lead_host", "trigger_fires_once"),
    *("partnership_name_once", "theme_once", "reported_once_a_year"),
    *("involvement_once", "threshold_once_a_day", "parcel_once", "parcel_piece_once"),
    *("appraisal_section_once", "appraisal_answer_once", "receipt_once_a_director"),
    *("riskmatrix_once_a_day", "one_source", "clause_once", "likely_once"),
    "kept_paper_piece_once",
}


def refused(table, **values):
    """Write a row that is there already; return what its failure stands for."""
    with pytest.raises(IntegrityError) as failed, transaction.atomic():
        table.objects.create(**values)
    return overtaken_by(failed.value)


@pytest.mark.django_db
def test_a_row_that_may_be_there_once_says_so(cast):
    same = {"partnership": cast.safer, "organisation": cast.riverside}

    refusal = refused(Membership, **same)

    assert isinstance(refusal, Overtaken)
    assert refusal.reason == (
        "This member was added a moment ago, by somebody else or by a second press. " + NOTHING_LOST
    )


@pytest.mark.django_db
def test_an_address_is_one_however_it_is_written(cast):
    refusal = refused(Person, name="Priya", email=cast.priya.email.upper())

    assert refusal.reason.startswith("A person with this email address was added a moment ago.")


@pytest.mark.django_db
def test_the_row_that_failed_is_told_from_others_of_its_table(cast):
    refusal = refused(Hosting, partnership=cast.safer, organisation=cast.thornford)

    assert refusal.reason.startswith("Somebody else let this organisation keep the record")


@pytest.mark.django_db
def test_a_fault_of_ours_is_no_refusal(cast):
    Theme.objects.create(partnership=cast.safer, name="Safety", folded_name="safety")

    assert refused(Theme, partnership=cast.safer, name="Safety", folded_name="safety") is None
    assert overtaken_by(ValueError("membership_open_once")) is None


def test_every_row_that_two_people_can_add_at_once_has_its_sentence():
    unique = [
        each
        for table in apps.get_app_config("joinedup").get_models()
        for each in table._meta.constraints
        if isinstance(each, UniqueConstraint)
    ]

    silent = {each.name for each in unique if not isinstance(each, Once) or not each.taken}

    assert silent == MET_BY_NOBODY
    assert all("a moment ago" in each.taken for each in unique if isinstance(each, Once))
