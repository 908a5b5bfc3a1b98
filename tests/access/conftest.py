from collections.abc import Iterator

import pytest

from joinedup.domain.documents import word


# This does not ask for ``monkeypatch``: whatever does has all acts and questions made anew.
@pytest.fixture
def papers_unset() -> Iterator[None]:
    """Leave the setting of papers out, where it is asked who gets one and not what it says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word, "word_of", lambda document: document.title.encode())
        yield
