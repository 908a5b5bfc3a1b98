"""Make a real installation: its file of settings, its database, its first steward."""

import argparse
import getpass
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlparse

from joinedup.commands.main import main
from joinedup.configuration import FILE, find_file, read_configuration, write_file

HELP = "Make a real installation, or go on with one: asks what it is not told."
NEEDS_DJANGO = False  # The settings are what this command writes.

ASKED = {
    "address": "The https:// address people will type",
    "organisation": "The body that runs this installation",
    "name": "The first steward’s name",
    "email": "The first steward’s email address",
    "mail_from": "The address our mail comes from",
}
MORE_NEEDED = 2
PORTS = {"smtp+tls": "587", "smtps": "465"}


class Missing(Exception):
    """Something has to be told, and there is nobody to ask."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what would be asked, so that a script can answer."""
    for name, what in ASKED.items():
        parser.add_argument(f"--{name.replace('_', '-')}", help=what)
    parser.add_argument("--sector", default="UNTOLD", help="what the body is, such as COUNCIL")
    parser.add_argument("--mail", help="smtp+tls://user:password@mail.example.org:587")
    parser.add_argument("--data", help="the folder for the database; data beside the file")
    parser.add_argument("--database", help="postgresql://… where SQLite is outgrown")
    parser.add_argument("--port", type=int, help="where pages are served for the proxy; 8000")
    parser.add_argument("--config", type=Path, help=f"the file to write; {FILE} in this folder")
    parser.add_argument("--no-test-mail", action="store_true", help="send no test message")


def run(options: argparse.Namespace) -> int:
    """Ask, write the file, then have the other commands do their part; again without harm."""
    file = (options.config or find_file(os.environ) or Path.cwd() / FILE).absolute()
    try:
        told = ask_everything(options, file)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return MORE_NEEDED
    if told["values"] is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(file, told["values"])
        print(f"Wrote {file}, for your eyes alone.")
    os.environ |= {"JOINEDUP_CONFIG": str(file), "JOINEDUP_KIND": "real"}
    return carry_out(options, told)


def ask_everything(options: argparse.Namespace, file: Path) -> dict[str, Any]:
    """Return what the file is to say, None where it says so already, and who is steward."""
    known = read_configuration({"JOINEDUP_CONFIG": str(file)} if file.exists() else {})
    values = dict(known.values) if file.exists() else {}
    before = dict(values)
    for name in ("data", "database", "port"):
        if getattr(options, name) is not None:
            values[name] = getattr(options, name)
    values.setdefault("data", "data")
    values.setdefault("backups", "backups")
    values.setdefault("secret", secrets.token_urlsafe(48))
    values["address"] = found(options, "address", values).rstrip("/")
    who = {name: found(options, name, {}) for name in ("organisation", "name", "email")}
    values["mail"] = options.mail or values.get("mail") or ask_for_mail()
    values["mail_from"] = found(options, "mail_from", values)
    return {"values": None if values == before else values, "who": who, "mail": values["mail"]}


def found(options: argparse.Namespace, name: str, values: dict[str, Any]) -> str:
    """Return an option, what the file said, or the answer to a question."""
    return getattr(options, name) or values.get(name) or ask(ASKED[name], name)


def ask(question: str, option: str, how: Callable[[str], str] = input, *, or_else: str = "") -> str:
    """Ask until there is an answer."""
    if not sys.stdin.isatty():
        raise Missing(f"{question} is not known. Say it with --{option.replace('_', '-')}.")
    while True:
        given = how(f"{question}{f' [{or_else}]' if or_else else ''}: ").strip() or or_else
        if given:
            return given


def ask_for_mail() -> str:
    """Ask for the mail server piece by piece, and return it as one address."""
    host = ask("The mail server, such as mail.example.org", "mail")
    port = ask("Its port: 587, or 465", "mail", or_else="587")
    user = ask("Your user name there", "mail")
    password = ask("Your password there (it is not shown)", "mail", getpass.getpass)
    scheme = "smtps" if port == PORTS["smtps"] else "smtp+tls"
    return f"{scheme}://{quote(user, safe='')}:{quote(password, safe='')}@{host}:{port}"


def carry_out(options: argparse.Namespace, told: dict[str, Any]) -> int:
    """Make the database and the steward, try the mail, and say what is left to do."""
    who = told["who"]
    if status := joinedup("migrate", "--no-backup"):
        return status
    if not options.no_test_mail and joinedup("try-mail", who["email"]):
        print("Mend the mail setting and say joinedup try-mail; everything else goes on.")
    advise(told)
    if status := joinedup("check"):
        return status
    return joinedup(
        *("steward", who["email"], "--name", who["name"]),
        *("--organisation", who["organisation"], "--sector", options.sector),
    )


def joinedup(*words: str) -> int:
    """Do what another command does, in the new installation; return its exit status."""
    return main(words)


def advise(told: dict[str, Any]) -> None:
    """Say what has to be arranged outside this machine."""
    from joinedup.domain.upkeep.mail import advice_on_domain  # noqa: PLC0415 - loads Django

    known = read_configuration(os.environ)
    print()
    print("\n".join(advice_on_domain(known["mail_from"], urlparse(told["mail"]).hostname or "")))
    host = urlparse(known["address"]).hostname
    print(
        f"\nLet your proxy serve https://{host} from http://{known['listen']}:{known['port']}; "
        "docs/guide/installing.md shows how with Caddy, nginx and Apache.\n"
        "Then say: joinedup serve\n"
    )
