"""Acts that were performed once are brought about again, but never where code was changed."""

from collections.abc import Iterator

import pytest

from tests import kept

CHANGES = {"monkeypatch", "settings"}


@pytest.fixture(autouse=True)
def what_changes_the_code_performs_its_acts(request: pytest.FixtureRequest) -> Iterator[None]:
    """Perform every act for a test that changes code or settings: they may come out otherwise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "anew", bool(CHANGES & asked_for(request.node)))
        yield


def asked_for(item: pytest.Item) -> set[str]:
    """Return the fixtures that a test asks for, and those that these ask for."""
    info = item._fixtureinfo
    marked = [name for mark in item.iter_markers("usefixtures") for name in mark.args]
    waiting, found = [*info.argnames, *marked], set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [n for each in info.name2fixturedefs.get(name, ()) for n in each.argnames]
    return found
