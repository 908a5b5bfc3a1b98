from joinedup.domain.journal.actions import entry_of, record, record_many
from joinedup.domain.journal.queries import history_of, verbs_about


def test_an_entry_says_who_did_what_to_which_thing_when_and_why(cast, now):
    record("partnership.praised", cast.safer, by=cast.priya, at=now, because="Good.", stars=5)

    entry = history_of(cast.safer)[0]
    assert (entry.at, entry.verb, entry.kind, entry.thing) == (
        now,
        "partnership.praised",
        "partnership",
        cast.safer.public_id,
    )
    assert (entry.by, entry.by_name) == (cast.priya.public_id, "Priya Nair")
    assert (entry.because, entry.detail) == ("Good.", {"stars": 5})


def test_the_service_itself_leaves_no_name(cast, now):
    record("partnership.praised", cast.safer, by=None, at=now)

    entry = history_of(cast.safer)[0]
    assert (entry.by, entry.by_name) == ("", "")


def test_histories_of_two_things_do_not_mix(cast, now):
    record("partnership.praised", cast.growth, by=cast.noor, at=now)

    assert "partnership.praised" not in verbs_about(cast.safer)
    assert verbs_about(cast.growth)[-1] == "partnership.praised"


def test_many_entries_are_written_in_their_order(cast, now):
    verbs = ["partnership.praised", "partnership.sung", "partnership.danced"]

    record_many([entry_of(verb, cast.safer, by=None, at=now) for verb in verbs])

    assert verbs_about(cast.safer)[-3:] == verbs
