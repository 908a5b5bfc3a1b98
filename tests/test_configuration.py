"""What an installation is told: the file, the environment above it, and what is no setting."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.configuration import (
    SETTINGS,
    as_file,
    find_file,
    read_configuration,
    write_file,
)


@pytest.fixture
def told(tmp_path):
    """Write a file and return what is read from it, and from an environment beside it."""

    def told(text, **environment):
        file = tmp_path / "joinedup.toml"
        file.write_text(text)
        return read_configuration({"JOINEDUP_CONFIG": str(file)} | environment)

    return told


def test_a_file_makes_an_installation_real_and_its_paths_start_beside_it(told, tmp_path):
    read = told('address = "https://a.org"\nport = 9000\ndata = "kept"\nbackups = "/far"\n')

    assert (read.kind, read["address"], read["port"], read.problems) == (
        "real",
        "https://a.org",
        9000,
        [],
    )
    assert (read.folder("data"), str(read.folder("backups"))) == (tmp_path / "kept", "/far")
    assert (read["keep_daily"], read.folder("mail")) == (7, None)


def test_the_environment_wins_over_the_file(told):
    read = told(
        'address = "https://a.org"\nport = 9000\n',
        JOINEDUP_ADDRESS="https://b.org",
        JOINEDUP_PROXIES="10.0.0.1, 10.0.0.2",
        PORT="9001",
    )

    assert (read["address"], read["port"]) == ("https://b.org", 9001)
    assert read["proxies"] == ["10.0.0.1", "10.0.0.2"]


def test_a_demonstration_reads_no_file(told):
    read = told('data = "kept"\n', JOINEDUP_KIND="demonstration")

    assert (read.kind, read.file, read["data"]) == ("demonstration", None, "")


def test_with_nothing_told_it_is_a_test():
    assert read_configuration({}).kind == "test"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('adress = "x"', "is no setting. Did you mean address?"),
        ("colour = 1", "“colour” in"),
        ('port = "9000"', "must be a whole number."),
        ("port = true", "must be a whole number."),
        ("address = 1", "must be words in quotation marks."),
        ('proxies = "10.0.0.1"', "must be a list of words."),
        ("address = ", "is not in the TOML format"),
    ],
)
def test_what_cannot_be_understood_is_told(told, text, said):
    (problem,) = told(text).problems

    assert said in problem


def test_a_file_that_is_not_there_and_a_port_that_is_no_number_are_told(tmp_path):
    environment = {"JOINEDUP_CONFIG": str(tmp_path / "none"), "JOINEDUP_PORT": "http"}

    problems = read_configuration(environment).problems

    assert [problem.partition(" ")[2] for problem in problems] == [
        "cannot be read: No such file or directory.",
        "must be a whole number.",
    ]


@given(
    st.fixed_dictionaries(
        {
            "secret": st.text(),
            "mail": st.text(),
            "port": st.integers(),
            "proxies": st.lists(st.text()),
        }
    )
)
def test_what_is_written_is_what_is_read(values):
    read = tomllib.loads(as_file(values))

    assert {name: read[name] for name in values} == values
    assert list(read) == list(SETTINGS)


def test_the_file_is_for_its_owner_alone_and_says_what_each_thing_is(tmp_path):
    file = tmp_path / "joinedup.toml"
    write_file(file, {"port": 1})
    write_file(file, {"port": 2})

    assert (file.stat().st_mode & 0o777, [f.name for f in tmp_path.iterdir()]) == (
        0o600,
        ["joinedup.toml"],
    )
    assert "# The port there.\nport = 2\n" in file.read_text()


def test_the_file_is_found_where_one_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = find_file({})
    (tmp_path / "joinedup.toml").touch()

    assert (before, find_file({})) == (None, tmp_path / "joinedup.toml")
    assert find_file({"JOINEDUP_CONFIG": "/x"}) == find_file({"JOINEDUP_CONFIG": "/x"})
    assert find_file({"JOINEDUP_CONFIG": ""}) is None
