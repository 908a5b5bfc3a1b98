"""A mail server for installations under test: it takes, or refuses, and keeps what it took."""

import socketserver
import threading
from collections.abc import Iterator

import pytest


class Session(socketserver.StreamRequestHandler):
    """One conversation, as far as mail programs need it."""

    def handle(self) -> None:
        self.say("220 here")
        for line in iter(self.rfile.readline, b""):
            word = line[:4].upper().strip()
            if word == b"QUIT":
                break
            if word == b"RCPT" and self.server.refuses:
                self.say("550 No such person here")
            elif word == b"DATA":
                self.say("354 go on")
                self.take()
            else:
                self.say("250 yes")

    def take(self) -> None:
        """Keep the message that follows."""
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        self.server.taken.append(b"".join(lines).decode())
        self.say("250 taken")

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class Postbox(socketserver.ThreadingTCPServer):
    """Listens on this machine alone; ``taken`` holds the messages."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.taken: list[str] = []
        self.refuses = False

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with Postbox() as box:
        threading.Thread(target=box.serve_forever, args=(0.05,), daemon=True).start()
        yield box
        box.shutdown()
