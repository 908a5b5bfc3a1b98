"""Every browser of a process asks one and the same service, as in real life."""

from collections.abc import Iterator

import pytest
from django.test.client import ClientHandler

CHAIN = (
    "_middleware_chain",
    "_view_middleware",
    "_template_response_middleware",
    "_exception_middleware",
)
KEPT: list[ClientHandler] = []
APART = {"settings", "middleware_of_its_own"}


@pytest.fixture
def middleware_of_its_own() -> None:
    """Ask for this where middleware itself is changed."""


@pytest.fixture(autouse=True)
def middleware_is_made_once(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give each browser the middleware that was made first; making it reads every static file.

    A test that changes settings has its own: middleware reads some when it is made.
    """
    if APART & set(request.fixturenames):
        yield
        return
    make = ClientHandler.load_middleware

    def load(handler: ClientHandler, is_async: bool = False) -> None:
        if not KEPT:
            make(handler, is_async)
            KEPT.append(handler)
        for name in CHAIN:
            setattr(handler, name, getattr(KEPT[0], name))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ClientHandler, "load_middleware", load)
        yield
