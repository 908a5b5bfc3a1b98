import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.ideas.actions import change_idea, explain_idea
from joinedup.domain.ideas.models import Idea
from joinedup.domain.ideas.queries import ideas_visible_to, ideas_waiting, likely_partners_of
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.partnerships.actions import change_partnership, register_partnership
from joinedup.domain.partnerships.kinds import State
from tests.cast import EVERYBODY
from tests.domain.ideas.stated import TOLD, stated


def test_an_idea_is_a_record_at_the_state_of_idea_told_whole_for_ones_own_body(cast, now):
    for part in TOLD:
        with pytest.raises(Refused, match="Say ") as refusal:
            stated(cast, now, **{part: " – "})
        assert refusal.value.field == part
    for who in ["ben", "marcus", "tom", "ruth", "noor"]:
        with pytest.raises(Refused, match="Only a partnership officer or manager of Thornford"):
            stated(cast, now, by=cast.people[who])
    assert not Idea.objects.exists()

    place = ("E07000999", "Thornford")
    idea = stated(cast, now, likely_partners=[cast.riverside], place=place, themes=["Noise"])

    record = idea.partnership
    assert (record.name, record.state, record.purpose, record.area, str(idea)) == (
        "Quiet nights",
        State.IDEA,
        TOLD["purpose"],
        cast.safer.area,
        "Quiet nights",
    )
    assert [str(theme) for theme in record.themes.all()] == ["Noise"]
    assert (idea.stated_at, idea.stated_by) == (now, cast.priya)
    assert verbs_about(record) == ["partnership.registered", "idea.stated"]
    day = day_of(now)
    seen = [kind for kind in EVERYBODY if ideas_visible_to(cast.who(kind), day)]
    assert seen == ["lead host's officer", "director", "leadership", "auditor", "steward"]
    told = [kind for kind in EVERYBODY if likely_partners_of(idea, cast.who(kind), day)]
    waits = [kind for kind in EVERYBODY if ideas_waiting(cast.who(kind), day)]
    assert told == waits == ["lead host's officer"]


def test_a_record_registered_as_an_idea_is_thought_out_once(cast, now):
    host = {"host": cast.thornford, "by": cast.priya, "at": now}
    plain = register_partnership("Quiet", **host)
    version = plain.version
    told = {"record_version": version, "by": cast.priya, "at": now} | TOLD

    with pytest.raises(Refused, match="Only the lead host’s officers"):
        explain_idea(plain, **told | {"by": cast.marcus})
    with pytest.raises(Refused, match="It is no idea any more"):
        explain_idea(cast.safer, **told)
    idea = explain_idea(plain, name="Quiet nights", **told)
    with pytest.raises(Refused, match="has been written down already"):
        explain_idea(plain, **told)

    assert (idea.partnership.name, idea.partnership.purpose, idea.for_whom) == (
        "Quiet nights",
        TOLD["purpose"],
        TOLD["for_whom"],
    )


def test_neither_the_words_of_an_idea_nor_of_its_record_are_overwritten_unseen(cast, now):
    idea = stated(cast, now)
    both = {"version": 1, "record_version": 1, "by": cast.priya, "at": now}
    change_idea(idea, **both, need="Sixty.", name="Quiet", likely_partners=[cast.county])

    with pytest.raises(Overtaken):
        change_idea(Idea.objects.get(), **both | {"record_version": 2}, need="Mine.")
    # An officer puts the record right on its own page, while another has the idea open.
    record = Idea.objects.get().partnership
    change_partnership(record, version=2, purpose="Theirs.", by=cast.priya, at=now)
    stale = both | {"version": 2, "record_version": 2}
    with pytest.raises(Overtaken):
        change_idea(Idea.objects.get(), **stale, purpose="Mine.", need="Mine.")

    kept = Idea.objects.get()
    assert (kept.need, kept.partnership.name, kept.partnership.purpose, kept.version) == (
        "Sixty.",
        "Quiet",
        "Theirs.",
        2,
    )
    assert list(kept.likely_partners.all()) == [cast.county]
