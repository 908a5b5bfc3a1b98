import pytest

from joinedup.domain.documents import word


@pytest.fixture
def papers_unset(monkeypatch):
    """Leave the setting of papers out, where it is asked who gets one and not what it says."""
    monkeypatch.setattr(word, "word_of", lambda document: document.title.encode())
