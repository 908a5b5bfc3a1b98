"""An empty folder becomes an installation, and again without harm."""

import re
import sqlite3
import tomllib
from argparse import Namespace

from joinedup.commands import setup
from joinedup.domain.upkeep.mail import advice_on_domain
from tests.commands.answers import WHO, words


def modes(folder):
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


def rows(folder, sql):
    with sqlite3.connect(folder / "data" / "joinedup.sqlite3") as database:
        return database.execute(sql).fetchall()


def test_an_empty_folder_becomes_an_installation_and_again_without_harm(typed, tmp_path, postbox):
    done = typed("setup", *words(postbox.address))
    file = (tmp_path / "joinedup.toml").read_bytes()
    entries = rows(tmp_path, "SELECT count(*) FROM joinedup_entry")
    again = typed("setup", *words(postbox.address)[:8], "--no-test-mail")

    told = tomllib.loads(file.decode())
    assert (done.returncode, done.stderr, again.returncode, again.stderr) == (0, "", 0, "")
    assert (told["address"], len(told["secret"]) >= 40) == (WHO["address"], True)
    assert modes(tmp_path) == {"joinedup.toml": 0o600, "data": 0o700}
    assert ["Subject: Joined Up can send mail" in mail for mail in postbox.taken] == [True]
    assert "took the message" in done.stdout
    assert "_dmarc.thornford.gov.uk" in done.stdout
    assert re.search(rf"{WHO['address']}/let-in/[\w-]+/", again.stdout)
    posts = "SELECT p.name, kind FROM joinedup_post JOIN joinedup_person p ON p.id = person_id"
    assert sorted(rows(tmp_path, posts)) == [("Priya Nair", "OFFICER"), ("Priya Nair", "STEWARD")]
    assert rows(tmp_path, "SELECT count(*) FROM joinedup_instrumentversion")[0][0] > 0
    assert (tmp_path / "joinedup.toml").read_bytes() == file
    assert rows(tmp_path, "SELECT count(*) FROM joinedup_entry") == entries


def test_with_nobody_to_ask_it_says_what_is_missing_and_makes_nothing(typed, tmp_path):
    done = typed("setup", "--name", "Priya Nair")

    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert done.stderr == (
        "The https:// address people will type is not known. Say it with --address.\n"
    )


def test_a_mail_server_that_refuses_is_told_and_the_rest_goes_on(typed, folder, postbox):
    postbox.refuses = True

    done = typed("setup", *words(postbox.address))

    assert done.returncode == 0
    assert "did not take the message. It refuses to write to that address." in done.stdout
    assert "It said: 550 No such person here" in done.stdout
    assert "/let-in/" in done.stdout


def test_an_unsafe_answer_is_told_and_nobody_is_let_in(typed, folder, postbox):
    done = typed("setup", *words(postbox.address, address="http://thornford.gov.uk"))

    assert (done.returncode, "/let-in/" in done.stdout) == (1, False)
    assert "Set it to an https:// address" in done.stderr


def test_there_is_no_demonstration_in_a_real_installation(typed, folder):
    beside = typed("check", JOINEDUP_KIND="demonstration", JOINEDUP_DATA="data")

    assert (beside.returncode, "lets anybody sign in as anybody" in beside.stderr) == (1, True)


def test_a_person_at_a_terminal_is_asked(monkeypatch, tmp_path):
    typed = ["", *(WHO[name] for name in ("address", "organisation", "name", "email"))]
    answers = iter([*typed, "mail.example.org", "", "me@example.org", WHO["mail-from"]])
    monkeypatch.setattr(setup.sys, "stdin", Namespace(isatty=lambda: True))
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    monkeypatch.setattr(setup.getpass, "getpass", lambda question: "p@ss:w/rd")
    # The way of asking is bound when the module is read.
    monkeypatch.setattr(setup.ask, "__defaults__", (lambda question: next(answers),))
    options = dict.fromkeys((*setup.ASKED, "mail", "data", "database", "port"))

    told = setup.ask_everything(Namespace(**options), tmp_path / "joinedup.toml")

    assert told["mail"] == "smtp+tls://me%40example.org:p%40ss%3Aw%2Frd@mail.example.org:587"
    assert told["who"]["name"] == "Priya Nair"
    assert told["values"]["mail_from"] == WHO["mail-from"]


def test_the_owner_of_the_mail_domain_is_told_three_lines():
    advice = advice_on_domain("Partnerships <p@thornford.gov.uk>", "mail.example.org")

    assert [line.split()[0] for line in advice[1:]] == ["SPF", "DKIM", "DMARC"]
    assert all("thornford.gov.uk" in line for line in advice)
