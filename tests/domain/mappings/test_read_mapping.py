import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.mappings.mapping import (
    FIELDS,
    Mapping,
    Part,
    UnusableMapping,
    as_plain,
    mapping_of,
    problems_with,
    read_mapping,
)
from joinedup.domain.spreadsheets.reading import read_table

TEXT = """
kind = "memberships"
[partnership]
name = "Group"
name_suffix = "Partnership"
default = { level = "STRATEGIC", lead_host = "Thornford District Council" }
[[member]]
name = "Body"
identifier = "Code"
default = { scheme = "GSS", sector = "police" }
[[seat]]
name = "Chair"
for = "brackets"
default = { capacity = "CHAIR" }
[options]
member_separator = "/"
month_first = false
[rename]
"Old" = "New"
"""


def test_a_mapping_is_read_from_toml():
    assert read_mapping(TEXT) == Mapping(
        kind="memberships",
        partnership=Part(
            {"name": "Group"},
            {"level": "STRATEGIC", "lead_host": "Thornford District Council"},
            "Partnership",
        ),
        members=(
            Part({"name": "Body", "identifier": "Code"}, {"scheme": "GSS", "sector": "police"}),
        ),
        seats=(Part({"name": "Chair"}, {"capacity": "CHAIR"}, "", "brackets"),),
        separator="/",
        month_first=False,
        rename={"Old": "New"},
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("kind = ", "This mapping is not in the TOML format"),
        ("", "Say kind = "),
        ('kind = "groups"', "not “groups”"),
        ('kind = "memberships"\ncolour = 1', "“colour” is not a part of a mapping"),
        ('kind = "memberships"\n[partnership]\nnmae = "x"', "“nmae” is not a field of a partner"),
        ('kind = "memberships"\n[partnership]\nname = 3', "must be the heading of a column"),
        (
            'kind = "memberships"\n[partnership]\ndefault = { level = "high" }',
            "“high” cannot be the default level of a partnership. Choose one of: Strategic, Opera",
        ),
        ('kind = "memberships"\n[[member]]\ndefault = { nme = "x" }', "can have no default"),
        ('kind = "memberships"\n[[seat]]\nfor = "me"', "not “me”"),
        ('kind = "memberships"\n[options]\nfoo = 1', "“foo” is not an option"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_said_in_sentences(text, sentence):
    with pytest.raises(UnusableMapping) as refusal:
        read_mapping(text)

    assert any(sentence in problem for problem in refusal.value.problems)


def test_columns_that_the_list_lacks_are_named_with_those_it_has():
    table = read_table(b"GROUP,Code\nA,b\n")

    assert problems_with(read_mapping(TEXT), table) == [
        "There is no column headed “Body”. The columns are: GROUP, Code.",
        "There is no column headed “Chair”. The columns are: GROUP, Code.",
    ]
    assert problems_with(Mapping("memberships"), table) == [
        "Say which column holds the name of the partnership.",
        "Say which column holds the member organisation.",
    ]


columns = st.dictionaries(st.sampled_from(list(FIELDS["member"])), st.text(min_size=1), max_size=4)


@given(st.lists(columns, max_size=3), st.text(), st.sampled_from([None, True, False]))
def test_a_mapping_kept_as_data_comes_back_whole(members, separator, month_first):
    mapping = Mapping(
        "memberships",
        Part({"name": "Group"}, {"level": "STRATEGIC"}, "Partnership"),
        tuple(Part(columns) for columns in members),
        separator=separator,
        month_first=month_first,
    )

    assert mapping_of(as_plain(mapping)) == mapping
