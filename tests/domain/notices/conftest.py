from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.mail.backends.base import BaseEmailBackend

from joinedup.domain.notices.actions import post_message
from joinedup.domain.notices.models import Message


class Server(BaseEmailBackend):
    """A mail server that says what ``answers`` holds next; None is a yes."""

    answers: list[BaseException | None] = []
    asked: list[Any] = []

    def send_messages(self, messages: Any) -> int:
        self.asked.extend(mail.message() for mail in messages)
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            raise answer
        return len(messages)


@pytest.fixture
def server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> type[Server]:
    """A mail server whose next answers a test gives."""
    settings.EMAIL_BACKEND = "tests.domain.notices.conftest.Server"
    monkeypatch.setattr(Server, "answers", [])
    monkeypatch.setattr(Server, "asked", [])
    return Server


@pytest.fixture
def posted(now: datetime) -> Callable[..., Message]:
    """Post a message and return its row."""

    def post(subject: str = "Hello", **details: Any) -> Message:
        details = {"kind": "test", "about": None, "at": now} | details
        post_message("ann@bridge.example", subject, "Words", **details)
        return Message.objects.latest("id")

    return post
