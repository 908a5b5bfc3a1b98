from joinedup.domain.expectations.comparing import Compared, Said, compare
from joinedup.domain.expectations.kinds import COLUMNS, QUESTIONS
from joinedup.domain.partnerships.kinds import Kind


def said(member: str, columns: str) -> Said:
    """Return six answers told as six figures, 1 to 4, of the columns."""
    picked = [COLUMNS[int(figure) - 1] for figure in columns]
    return Said(member, dict(zip(QUESTIONS, picked, strict=True)))


def compared(**answers: str) -> Compared:
    return compare(said(member, columns) for member, columns in answers.items())


def test_a_members_view_is_the_column_it_chose_most_and_a_tie_is_told_as_one():
    told = {c: said("A", c).view_told for c in ("444433", "111234", "333444", "112233")}

    assert told == {
        "444433": "Collaborative",
        "111234": "Commissioned",
        "333444": "No single view: coordinated and collaborative alike",
        "112233": "No single view: commissioned, cooperative and coordinated alike",
    }


def test_what_was_found_is_told_in_a_sentence_with_or_without_an_alert():
    cases = [
        ({}, "No member answered.", False, None),
        ({"A": "333333"}, "Only A answered, so there is nothing to compare.", False, None),
        (
            {"A": "333333", "B": "333332"},
            "Both members who answered see a coordinated partnership.",
            False,
            Kind.COORDINATED,
        ),
        (
            {"A": "444444", "B": "444443", "C": "444444"},
            "All members who answered see a collaborative partnership.",
            False,
            Kind.COLLABORATIVE,
        ),
        # The views differ though no answer lies more than a column away.
        (
            {"A": "333333", "B": "444444"},
            "Members see different kinds of partnership.",
            True,
            None,
        ),
        # One view, and one question that reaches over three columns.
        ({"A": "333333", "B": "333313"}, "Members lie far apart on one question.", True, None),
        ({"A": "333333", "B": "313331"}, "Members lie far apart on 2 questions.", True, None),
        ({"A": "333333", "B": "333222"}, "Not every member has a single view.", False, None),
    ]

    found = [compared(**answers) for answers, *_ in cases]

    assert [(f.sentence, f.is_alert, f.agreed) for f in found] == [tuple(c[1:]) for c in cases]


def test_differences_are_told_in_sentences_the_largest_first():
    found = compared(Council="111112", Club="344442", Police="333331")

    assert found.differences == (
        "Council sees a commissioned partnership; Police sees a coordinated one; "
        "Club sees a collaborative one.",
        "How much is planned together? Council says “The commissioner plans”; "
        "Police says “Some, around a project”; Club says “Most of it”.",
        "How are roles shared? Council says “Buyer and deliverer”; Police says “Some shared”; "
        "Club says “Shared, with leadership”.",
        "How are money and people held? Council says “Paid across for a set task”; "
        "Police says “Some pooled”; Club says “Largely pooled”.",
        "Who carries the risk? Council says “As the contract says”; Police says “Some shared”; "
        "Club says “Shared”.",
        "Who sets the objectives? Council says “One body, for another to carry out”; "
        "Club and Police say “Partly together, for a project”.",
    )


def test_a_tie_is_told_beside_the_views_and_two_columns_that_read_the_same_are_no_difference():
    found = compared(A="111222", B="111111")

    assert found.differences[0] == (
        "A has no single view: as many of its answers speak for a commissioned one "
        "and a cooperative one."
    )
    assert not any("inside each organisation" in told for told in found.differences)


def test_more_than_three_members_are_counted_in_a_sentence_and_named_in_the_table():
    found = compared(A="444444", B="444444", C="444444", D="444444", E="333333")

    assert found.differences[0] == (
        "E sees a coordinated partnership; 4 members see a collaborative one."
    )
