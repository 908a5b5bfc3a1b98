"""What an installation is told: one commented file or the environment, and the environment wins.

The file is ``joinedup.toml`` (docs/adr/0013). Plain Python, so that a command that only watches
others, or that writes the file, need not load Django.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

FILE = "joinedup.toml"
EVERYWHERE = Path("/etc/joinedup") / FILE
Value = str | int | list[str]


@dataclass(frozen=True)
class Setting:
    """One thing an installation can be told; ``about`` stands above it in the file."""

    name: str
    about: str
    default: Value = ""

    @property
    def variable(self) -> str:
        """Return the name of its variable in the environment."""
        return f"JOINEDUP_{self.name.upper()}"


SETTINGS = {
    each.name: each
    for each in (
        Setting(
            "address",
            "The address people type. Every link in every mail is made from it and nothing else.",
        ),
        Setting(
            "secret",
            "Signs sessions and personal links. Made by joinedup setup. Keep it to yourself: a\n"
            "new one signs everybody out, and links mailed before no longer fit their reminders.",
        ),
        Setting(
            "data",
            "The folder for the database and what is kept beside it, on a disk of this machine.\n"
            "A path that does not begin with / starts at the folder of this file.",
        ),
        Setting(
            "database",
            "Empty for SQLite in the folder above, which serves a district well. Otherwise\n"
            "postgresql://user:password@host:5432/name",
        ),
        Setting(
            "mail",
            "The server that sends our mail: smtp+tls://user:password@mail.example.org:587, or\n"
            "smtps://user:password@mail.example.org:465. In user and password, write @ as %40,\n"
            ": as %3A and / as %2F.",
        ),
        Setting("mail_from", "Who our mail comes from: Partnerships <partnerships@example.org>"),
        Setting(
            "listen",
            "Where pages are served for the proxy that stands before them: this machine alone.",
            "127.0.0.1",
        ),
        Setting("port", "The port there.", 8000),
        Setting(
            "proxies",
            "The machines whose word we take for where a request came from and that it came by\n"
            "https. Never everybody.",
            ["127.0.0.1", "::1"],
        ),
        Setting(
            "backups",
            "The folder for the nightly backups. Copy what is in it to another building.",
        ),
        Setting("backup_at", "The hour of the night, in London, after which one is made.", 2),
        Setting("keep_daily", "How many backups of single days are kept,", 7),
        Setting("keep_weekly", "the last one of how many weeks,", 4),
        Setting("keep_monthly", "and the last one of how many months.", 12),
    )
}


@dataclass
class Configuration:
    """What was told, and what of it cannot be understood."""

    kind: str
    file: Path | None
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def __getitem__(self, name: str) -> Any:
        """Return what a setting says, or its default."""
        return self.values.get(name, SETTINGS[name].default)

    def folder(self, name: str) -> Path | None:
        """Return the folder a setting names, counted from the folder of the file."""
        if not self[name]:
            return None
        beside = self.file.parent if self.file else Path.cwd()
        return beside.absolute() / str(self[name])


def read_configuration(environment: Mapping[str, str]) -> Configuration:
    """Return what the environment says, and below it the file that JOINEDUP_CONFIG names.

    A demonstration reads no file: what stands there is for real records.
    """
    named = environment.get("JOINEDUP_CONFIG", "")
    kind = environment.get("JOINEDUP_KIND", "real" if named else "test")
    told = Configuration(kind, Path(named).absolute() if named and kind == "real" else None)
    if told.file is not None:
        _take_file(told, told.file)
    for setting in SETTINGS.values():
        words = environment.get(setting.variable)
        if words is not None:
            _take(told, setting.name, _as_typed(setting, words), setting.variable)
    if environment.get("PORT") and "JOINEDUP_PORT" not in environment:
        _take(told, "port", _as_typed(SETTINGS["port"], environment["PORT"]), "PORT")
    return told


def _take_file(told: Configuration, file: Path) -> None:
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as problem:
        told.problems.append(f"{file} cannot be read: {problem.strerror}.")
        return
    except ValueError as problem:
        told.problems.append(f"{file} is not in the TOML format: {problem}.")
        return
    for name, value in read.items():
        if name in SETTINGS:
            _take(told, name, value, f"{name} in {file}")
            continue
        close = get_close_matches(name, SETTINGS, 1)
        meant = f" Did you mean {close[0]}?" if close else ""
        told.problems.append(f"“{name}” in {file} is no setting.{meant}")


def _as_typed(setting: Setting, words: str) -> Value:
    if isinstance(setting.default, list):
        return [part.strip() for part in words.split(",") if part.strip()]
    if isinstance(setting.default, int) and words.strip().isdecimal():
        return int(words)
    return words


def _take(told: Configuration, name: str, value: Any, where: str) -> None:
    """Keep a value, or say why it cannot be one."""
    default = SETTINGS[name].default
    if type(value) is not type(default):
        wanted = {int: "a whole number", list: "a list of words", str: "words in quotation marks"}
        told.problems.append(f"{where} must be {wanted[type(default)]}.")
        return
    told.values[name] = value


def find_file(environment: Mapping[str, str]) -> Path | None:
    """Return the file to read: the one named, the one in this folder, or the machine's."""
    if "JOINEDUP_CONFIG" in environment:
        return Path(environment["JOINEDUP_CONFIG"]) if environment["JOINEDUP_CONFIG"] else None
    return next((file for file in (Path.cwd() / FILE, EVERYWHERE) if file.is_file()), None)


def as_file(values: Mapping[str, Value]) -> str:
    """Return the text of a file that says these values, each below what it is for."""
    return "\n".join(_lines(values)) + "\n"


def _lines(values: Mapping[str, Value]) -> Iterator[str]:
    yield "# How this installation of Joined Up runs. After a change: joinedup check, then restart."
    yield "# A variable in the environment, such as JOINEDUP_ADDRESS, wins over what stands here."
    for setting in SETTINGS.values():
        yield ""
        yield from (f"# {line}" for line in setting.about.splitlines())
        yield f"{setting.name} = {_written(values.get(setting.name, setting.default))}"


def _written(value: Value) -> str:
    """Return a value as TOML has it."""
    if isinstance(value, list):
        return f"[{', '.join(_written(each) for each in value)}]"
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


def write_file(file: Path, values: Mapping[str, Value]) -> None:
    """Write the file for its owner's eyes alone, wholly or not at all."""
    beside = file.with_name(f".{file.name}.new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as new:
        new.write(as_file(values))
        new.flush()
        os.fsync(new.fileno())
    beside.replace(file)
