import pytest

from joinedup.commands.main import command_names, constants, main, modules_by_command


def test_every_command_says_in_a_sentence_what_it_does():
    sentences = [constants(module)["HELP"] for module in modules_by_command().values()]

    assert all(sentence.strip() for sentence in sentences)


def test_words_that_are_no_command_are_refused(capsys):
    with pytest.raises(SystemExit) as end:
        main(["conjure"])

    assert (end.value.code, "invalid choice: 'conjure'" in capsys.readouterr().err) == (2, True)


@pytest.mark.parametrize("name", command_names())
def test_every_command_explains_its_words(name, capsys):
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])

    assert (end.value.code, f"usage: joinedup {name}" in capsys.readouterr().out) == (0, True)
