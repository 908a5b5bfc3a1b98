"""Facts put aside until their turn, so that a long list takes little memory."""

import pickle
import tempfile
from collections.abc import Iterator, Sequence
from typing import Any

# A short list stays in memory; what is longer goes into a file without a name.
KEPT_IN_MEMORY = 1_000_000


class Aside:
    """A shelf of facts; each is known by its place."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115 - see __del__
        self._end = 0
        self._at_end = True
        self._last: tuple[Sequence[int], list[Any]] = ((), [])

    def __del__(self) -> None:
        self._file.close()

    def put(self, fact: Any) -> int:
        """Put a fact on the shelf and return its place."""
        if not self._at_end:
            self._file.seek(self._end)
            self._at_end = True
        place, packed = self._end, pickle.dumps(fact, pickle.HIGHEST_PROTOCOL)
        self._file.write(packed)
        self._end += len(packed)
        return place

    def take(self, places: Sequence[int]) -> Iterator[Any]:
        """Yield the facts at some places, one after another."""
        for place in places:
            self._at_end = False
            self._file.seek(place)
            yield pickle.load(self._file)  # noqa: S301 - nobody but us can have written it

    def all_at(self, places: Sequence[int]) -> list[Any]:
        """Return the facts at some places; those asked for last are still at hand."""
        asked, facts = self._last
        if asked is not places or len(facts) != len(places):
            facts = list(self.take(places))
            self._last = (places, facts)
        return facts
