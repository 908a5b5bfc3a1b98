from joinedup.domain.clauses.texts import (
    heading,
    parts_of,
    passages_of,
    points,
    put_together,
    tidied,
)


def test_a_text_is_read_back_as_it_was_put_together():
    text = put_together(
        [
            heading(1, "Agreement of\nthe group"),
            "Version 1",
            heading(2, "Who"),
            heading(3, "1. Members"),
            points(["Moss Town\nCouncil", "Police"]),
            "",
            tidied("Two lines,\r\none paragraph.  \r\n\r\n\r\n\r\n- A point\r\n# 1 priority"),
        ]
    )

    told = [(part.sort, part.level, part.lines) for part in parts_of(text)]
    assert told == [
        ("heading", 1, ("Agreement of the group",)),
        ("paragraph", 0, ("Version 1",)),
        ("heading", 2, ("Who",)),
        ("heading", 3, ("1. Members",)),
        ("points", 0, ("Moss Town Council", "Police")),
        ("paragraph", 0, ("Two lines,", "one paragraph.")),
        ("points", 0, ("A point",)),
        ("paragraph", 0, ("# 1 priority",)),
    ]
    assert list(parts_of("\n")) == []
    assert [passage.title for passage in passages_of(text)] == ["", "Members"]
    assert passages_of(text)[0].text == "Agreement of the group\n\nVersion 1"


def test_words_that_nobody_sees_do_not_reach_a_text():
    hidden = "Pay \u202eeno\u202c pound\x00\x07"

    assert tidied(hidden) == "Pay eno\u202c pound"
    assert tidied("# Not a heading") == " # Not a heading"
    assert tidied(tidied("# Not a heading")) == " # Not a heading"
    assert tidied("#1 stays as it is") == "#1 stays as it is"
