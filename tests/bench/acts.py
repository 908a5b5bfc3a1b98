"""Acts that were performed once are brought about again, but never where code was changed."""

from collections.abc import Iterator

import pytest

from joinedup.domain.standpoints import seldom
from tests import kept

CHANGES = {"monkeypatch", "settings"}
# Hardly two tests of the world act on the same rows: to look for those takes longer than the acts.
NEVER_TWICE = {"world"}


@pytest.fixture(autouse=True)
def what_changes_the_code_performs_its_acts(request: pytest.FixtureRequest) -> Iterator[None]:
    """Perform every act for a test that changes code or settings: they may come out otherwise.

    What was kept of questions is left aside with them: changed code asks something else.
    """
    fixtures = asked_for(request.node)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "anew", bool((CHANGES | NEVER_TWICE) & fixtures))
        if CHANGES & fixtures:
            patch.setattr(seldom, "KNOWN", {})
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
