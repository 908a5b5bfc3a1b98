from collections.abc import Callable
from typing import Any

import pytest

from joinedup.domain.jobs import registry
from joinedup.domain.places.models import Area


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Register work for this test alone: ``work(name, function, **options)``."""
    monkeypatch.setattr(registry, "TASKS", registry.TASKS)
    for name in list(registry.TASKS):
        monkeypatch.delitem(registry.TASKS, name)

    def register(name: str, does: Any, **options: Any) -> None:
        monkeypatch.delitem(registry.TASKS, name, raising=False)
        registry.job(name, **options)(does)

    return register


@pytest.fixture
def noting(work: Callable[..., None]) -> Callable[[], list[str]]:
    """Register ``note``, whose effect is a row; return what reads the effects."""
    work("note", lambda *, at, words: Area.objects.create(code=words, name=str(at)))
    return lambda: list(Area.objects.order_by("id").values_list("code", flat=True))
