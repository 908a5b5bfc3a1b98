from joinedup.domain.mappings.facts import Named
from joinedup.domain.matching.bodies import Bodies
from joinedup.domain.matching.known import Known, KnownOrganisation
from joinedup.domain.phrases.members import Certainty

ADVICE = KnownOrganisation("a1", "Citizens Advice Thornford", "CHARITY")
POLICE = KnownOrganisation("p1", "Thornshire Police", "POLICE", (), (("GSS", "E23000001"),))
OLD_HOLT = KnownOrganisation("h1", "Holt Town Council", "PARISH", ("Holt Council",))
NEW_HOLT = KnownOrganisation("h2", "Holt and Crake Council", "COUNCIL", ("Holt Council",))
BRIDGE = KnownOrganisation("b1", "The Bridge", "CHARITY", ("Bridge House",))
REGISTER = Known((ADVICE, POLICE, OLD_HOLT, NEW_HOLT, BRIDGE))


def named(name, row=2, identifier=None, sector="", certainty=Certainty.CERTAIN):
    reason = "It may be one body or two joined by “and”."
    return Named(name, row, "Members", identifier, sector, certainty, reason)


def bodies(*mentions, known=REGISTER, **decisions):
    return Bodies(mentions, known, decisions)


def asked(found):
    return [
        (question.id, question.sentence, [choice.value for choice in question.choices])
        for question in found.questions
    ]


def test_a_name_the_register_knows_is_that_body():
    found = bodies(named("thornshire police"), named("Bridge House", 3))

    assert found.refs_of(named("thornshire police")) == ("p1",)
    assert found.refs_of(named("Bridge House")) == ("b1",)
    assert found.notes == ["Row 3: “Bridge House” is another name of The Bridge."]
    assert (found.new, found.questions) == ({}, [])


def test_a_number_outranks_the_name():
    found = bodies(named("West Police", identifier=("GSS", "E23000001")))

    assert found.refs_of(named("x", identifier=("GSS", "E23000001"))) == ("p1",)


def test_a_name_without_number_takes_the_number_of_the_list():
    mention = named("Citizens Advice Thornford", identifier=("GB-CHC", "123456"))

    found = bodies(mention)

    assert found.refs_of(mention) == ("a1",)


def test_bodies_of_one_name_are_told_apart_by_their_numbers():
    council = named("Dorset", identifier=("GSS", "E06000059"), sector="COUNCIL")
    police = named("Dorset", identifier=("GSS", "E23000039"), sector="POLICE")

    found = bodies(council, police)

    assert [body.sector for body in found.new.values()] == ["COUNCIL", "POLICE"]
    assert found.questions == []


def test_a_name_that_two_numbered_bodies_of_the_list_bear_is_asked():
    council = named("Dorset", identifier=("GSS", "E06000059"))
    police = named("Dorset", identifier=("GSS", "E23000039"))

    found = bodies(council, police, named("Dorset", 5))

    assert asked(found) == [
        (
            "organisation:dorset",
            "Row 5: more than one organisation is or was called “Dorset”. Which is meant?",
            ["as:new:GSS-E06000059", "as:new:GSS-E23000039", "new", "leave-out"],
        )
    ]


def test_an_old_name_that_several_bear_is_asked_and_never_guessed():
    found = bodies(named("Holt Council", 4), named("Holt Council", 9))

    assert asked(found) == [
        (
            "organisation:holt-council",
            "Row 4 and 1 more: more than one organisation is or was called “Holt Council”. "
            "Which is meant?",
            ["as:h1", "as:h2", "new", "leave-out"],
        )
    ]
    assert found.refs_of(named("Holt Council")) == ()


def test_a_look_alike_is_asked_and_the_answer_kept_as_another_name():
    asking = bodies(named("Citizens Advice", 12))
    told = bodies(named("Citizens Advice", 12), **{"organisation:citizens-advice": "as:a1"})

    assert asked(asking) == [
        (
            "organisation:citizens-advice",
            "Row 12: is “Citizens Advice” the same as “Citizens Advice Thornford”?",
            ["as:a1", "new", "leave-out"],
        )
    ]
    assert told.refs_of(named("Citizens Advice")) == ("a1",)
    assert told.told_of()["a1"][0].is_alias


def test_look_alikes_within_the_list_are_asked_of_the_shorter_name():
    names = (named("Holt Youth"), named("Holt Youth Club", 3))

    asking = bodies(*names)
    told = bodies(*names, **{"organisation:holt-youth": "as:file:holt youth club"})

    assert [question.id for question in asking.questions] == ["organisation:holt-youth"]
    assert told.refs_of(named("Holt Youth")) == ("new:holt youth club",)
    assert list(told.new) == ["new:holt youth club"]


def test_a_name_can_be_new_or_left_out():
    new = bodies(named("Citizens Advice"), **{"organisation:citizens-advice": "new"})
    out = bodies(named("Citizens Advice", 7), **{"organisation:citizens-advice": "leave-out"})

    assert new.refs_of(named("Citizens Advice")) == ("new:citizens advice",)
    assert out.refs_of(named("Citizens Advice")) == ()
    assert [(left.row, left.text) for left in out.left_out] == [(7, "Citizens Advice")]


def test_an_unsure_name_can_be_two():
    mention = named("Sun and The Bridge", certainty=Certainty.UNSURE)

    asking = bodies(mention, known=Known())
    told = bodies(mention, **{"organisation:sun-and-the-bridge": "split"})

    assert asked(asking)[0][1:] == (
        "Row 2: is “Sun and The Bridge” one organisation? "
        "It may be one body or two joined by “and”.",
        ["split", "new", "leave-out"],
    )
    assert told.refs_of(mention) == ("new:sun", "b1")


def test_an_unsure_name_that_another_row_names_plainly_is_not_asked():
    found = bodies(named("Sun and Moon", certainty=Certainty.UNSURE), named("Sun and Moon", 3))

    assert found.questions == []


def test_a_body_in_another_sector_than_the_register_says_is_asked():
    found = bodies(named("The Bridge", sector="BUSINESS"))

    assert asked(found) == [
        (
            "organisation:the-bridge",
            "Row 2: is “The Bridge” the same as “The Bridge (Charity or voluntary group)”?",
            ["as:b1", "new", "leave-out"],
        )
    ]


def test_a_numbered_body_a_slip_away_from_an_unnumbered_one_is_asked():
    found = bodies(named("Citizens Advise Thornford", identifier=("GB-CHC", "123456")))

    assert asked(found)[0][0] == "organisation:citizens-advise-thornford:123456"


def test_an_answer_that_was_not_offered_leaves_the_question_open():
    found = bodies(named("Citizens Advice"), **{"organisation:citizens-advice": "as:zz"})

    assert len(found.questions) == 1


def test_a_look_alike_is_offered_with_what_is_alike_and_whose_name_it_was():
    found = bodies(named("Brigde House"), named("Police Thornshire", 3))

    labels = {question.id: question.choices[0].label for question in found.questions}
    assert labels == {
        "organisation:brigde-house": (
            "Yes, it is Bridge House (a letter or two differ, a name of The Bridge)"
        ),
        "organisation:police-thornshire": (
            "Yes, it is Thornshire Police (the same words in another order)"
        ),
    }
