"""What is allowed and still risky is told in plain words (trust.md T30)."""

from types import SimpleNamespace

import pytest

from joinedup.configuration import Configuration
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.upkeep.risks import risks, risky_settings


@pytest.mark.django_db
def test_who_may_do_everything_is_told(cast, now):
    alone = list(risks(now.date()))
    for name in ("priya", "ben", "tom"):
        grant_post(cast.people[name], cast.county, PostKind.STEWARD, by=None, at=now)

    many = list(risks(now.date()))

    assert alone[:2] == [
        "Grace Lin is the only steward. Give somebody else that post, for bad days.",
        "Grace Lin may do everything here and sign in by mail alone.",
    ]
    assert many[0].startswith("4 people may do everything here: Ben Whitlock, Grace Lin, Priya")


@pytest.mark.parametrize(
    ("listen", "kind", "start"),
    [
        ("127.0.0.1", "real", []),
        ("10.0.0.4", "real", ["Pages are served at 10.0.0.4"]),
        ("127.0.0.1", "demonstration", ["This is a demonstration"]),
    ],
)
def test_settings_that_are_allowed_and_risky_are_told(tmp_path, listen, kind, start):
    told = SimpleNamespace(
        DATA=tmp_path / "data",
        BACKUPS=tmp_path / "backups",
        REAL=kind == "real",
        DEMONSTRATION=kind == "demonstration",
        CONFIGURATION=Configuration(kind, None, {"listen": listen}),
    )

    said = list(risky_settings(told))

    assert said[0].startswith("Backups lie on the same disk as the records")
    assert [any(words in line for line in said) for words in start] == [True] * len(start)
    assert len(said) == 1 + len(start)
