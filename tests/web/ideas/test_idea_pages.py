import re

from django.urls import reverse

from joinedup.domain.arrangements.actions import keep_arrangement
from joinedup.domain.ideas.models import Idea
from joinedup.domain.partnerships.actions import (
    change_partnership,
    move_partnership,
    register_partnership,
)
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.tiers.kinds import YES_OR_NO
from tests.web.reading import errors_of, links_of, page_text

TYPED = {
    "name": "Quiet nights",
    "purpose": "Safer streets for mopeds at night.",
    "for_whom": "People by the park",
    "need": "Forty complaints",
    "asked_of_partner": "Two evenings a week",
    "likely_partners": "Riverside Food Share",
    "themes": "Noise, Streets",
}
YES = {"parties": "yes", "free": "yes", "aim": "yes", "effort": "yes"}


def written(cast, **other):
    client = cast.client("priya")
    typed = TYPED | {"host": cast.thornford.public_id} | other
    return client, client.post(reverse("idea_new"), typed)


def at(name, idea, *more):
    return reverse(name, args=[idea.public_id, *more])


def answer(client, idea, thing, choice, words):
    version = Idea.objects.get(pk=idea.pk).version
    typed = {"version": version, "choice": choice, "words": words}
    return client.post(at("idea_answer", idea, thing.public_id), typed)


def ready(client, cast, idea):
    answer(client, idea, cast.safer, "FITS", "They work by day.")
    client.post(at("idea_scope", idea), YES | {"version": Idea.objects.get().version})
    asked = dict.fromkeys([*YES_OR_NO, "risk"], "UNTOLD")
    return client.post(at("tier_judge", idea.partnership), asked | {"version": 1})


def test_what_is_like_an_idea_is_told_with_reasons_and_lessons(cast, now):
    keep_arrangement(cast.farhaven, "Safer streets", kind="GRANT", by=cast.noor, at=cast.at)
    old = register_partnership("Moped nights", host=cast.thornford, by=cast.priya, at=now)
    move_partnership(old, State.DECLINED, because="Nobody had a van.", by=cast.priya, at=now)
    client, _ = written(cast, place_name="thornford")
    idea = Idea.objects.get()
    home = at("idea", idea)

    said = page_text(client.get(home))
    assert "Both speak of “night”, “safer” and “street”. Both are in Thornford." in said
    assert "Declined on 15 June 2026: Nobody had a van." in said
    assert "0 of 2 answered To do" in said
    assert "Whom we might ask Riverside Food Share" in said
    assert "Related arrangement" not in said
    assert at("idea_propose", idea) not in links_of(client.get(home))
    wrong = client.post(at("idea_propose", idea), {"because": "Go"})
    assert errors_of(wrong) == [
        "Say first how your idea stands to Safer Places group and Moped nights."
    ]
    assert "Nobody had a van" in page_text(client.get(at("idea_answer", idea, old.public_id)))
    assert cast.client("noor").get(home).status_code == 404


def test_an_idea_is_written_compared_asked_of_and_proposed(cast):
    client, _ = written(cast)
    idea = Idea.objects.get()
    home = at("idea", idea)
    assert ready(client, cast, idea)["Location"] == home

    said = page_text(client.get(home))
    assert "The idea fits beside it. They work by day. Priya Nair, 15 June 2026" in said
    assert "1 of 1 answered Done" in said
    assert "Riverside Food Share" in page_text(client.get(at("idea_propose", idea)))
    told = page_text(cast.client("marcus").get(home))
    assert ("They work by day." in told, "Riverside" in told) == (True, False)
    assert "Only the lead host’s officers, the chair and the coordinator" in told
    client.post(at("idea_propose", idea), {"because": "Nobody else does it by night."})

    record = Idea.objects.get().partnership
    assert record.state == State.PROPOSED
    assert "It has been proposed." in page_text(client.get(home))
    assert home in links_of(client.get(at("partnership", record)))
    circle = at("stakeholders", record)
    for page in (home, at("partnership", record)):
        assert circle in links_of(client.get(page))
    assert circle not in links_of(client.get(at("partnership", cast.safer)))


def test_what_is_there_comes_first_wherever_a_partnership_is_begun(cast, now):
    for name in ("register", "partnership_new"):
        assert reverse("idea_new") in links_of(cast.client("priya").get(reverse(name)))
        assert reverse("idea_new") not in links_of(cast.client("marcus").get(reverse(name)))
    plain = register_partnership(
        "Quiet", host=cast.thornford, purpose=TYPED["purpose"], by=cast.priya, at=now
    )
    client, begin = cast.client("priya"), at("idea_begin", plain)
    for name in ("partnership", "partnership_state"):
        assert begin in links_of(client.get(at(name, plain)))
    moved = client.post(at("partnership_state", plain), {"to": "PROPOSED", "because": "Go"})
    assert errors_of(moved) == [
        "It looks like Safer Places group. Think the idea out first, beside that."
    ]

    client.post(begin, TYPED | {"record_version": plain.version})

    idea = Idea.objects.get()
    for name in ("partnership", "partnership_state"):
        assert at("idea", idea) in links_of(client.get(at(name, plain)))
    assert at("idea", idea) in links_of(client.get(reverse("home")))
    assert "has been written down already" in page_text(client.get(begin))


def test_what_one_would_rather_join_and_what_is_no_partnership_is_given_up(cast):
    client, _ = written(cast)
    idea = Idea.objects.get()
    answer(client, idea, cast.safer, "JOIN", "It does this.")
    assert at("idea_join", idea) in links_of(client.get(at("idea", idea)))
    client.post(at("idea_join", idea), {"because": "We join."})
    assert "It is no longer an idea." in page_text(client.get(at("idea", idea)))

    written(cast, name="Van")
    other = Idea.objects.last()
    client.post(at("idea_scope", other), YES | {"version": 1, "effort": "no"})
    assert at("idea_keep", other) in links_of(client.get(at("idea", other)))
    asked = client.get(at("idea_scope", other)).text
    assert re.findall(r'name="(\w+)" type="radio" value="no" checked', asked) == ["effort"]
    kept = client.post(at("idea_keep", other), {"kind": "GRANT"}, follow=True)
    assert "Van" in page_text(kept)

    states = {each.partnership.state for each in Idea.objects.all()}
    assert states == {State.DECLINED}


def test_words_typed_are_kept_when_the_idea_or_its_record_changed_meanwhile(cast, now):
    client, _ = written(cast, place_code="E07000123", place_name="Northgate")
    idea = Idea.objects.get()
    change = at("idea_change", idea)
    boxes = client.get(change).text
    assert "Riverside Food Share</textarea>" in boxes
    assert 'value="Noise, Streets"' in boxes
    place = {"place_code": "E07000123", "place_name": "Northgate"}
    both = TYPED | place | {"version": 1, "record_version": 1}
    client.post(change, both | {"need": "Sixty"})
    record = Idea.objects.get().partnership
    change_partnership(record, version=2, purpose="Theirs.", by=cast.priya, at=now)

    wrong = client.post(change, both | {"need": "Mine", "version": 2, "record_version": 2})

    assert wrong.status_code == 409
    assert "Somebody else changed this" in errors_of(wrong)[0]
    said = page_text(wrong)
    now_says = "What would it do? Theirs. How do you know that it is needed? Sixty What you typed"
    assert now_says in said
    assert "Mine</textarea>" in wrong.text
    assert re.findall(r'name="(?:record_)?version" value="(\d)"', wrong.text) == ["2", "3"]
    _, unknown = written(cast, likely_partners="Nobody at all", place_name="Here")
    assert errors_of(unknown) == [
        "“Nobody at all” is not in the directory. Type its whole name.",
        "Enter the official code of Here",
    ]
    elsewhere = client.get(at("idea_answer", idea, cast.growth.public_id))
    assert elsewhere.status_code == 404
