"""From an empty folder to the first register, and back from the loss of everything."""

import http.client
import re
import shutil
import signal
import socket
import subprocess
import sys
from urllib.parse import urlencode, urlparse

import pytest

from tests.commands.answers import WHO, words
from tests.commands.conftest import environment_for, typed_in
from tests.commands.postbox import postbox
from tests.commands.test_serve import wait_until

__all__ = ["postbox"]
HOST = urlparse(WHO["address"]).hostname
REGISTER = """Group,Body,Email
Safer Streets,Holt Council,ann@holt.example
Safer Streets,Wexmere Police,bo@police.example
Flood Wardens,Holt Council,
"""


class Visitor:
    """A browser without windows, behind the proxy of the installation."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, method, path, body=""):
        """Ask as the proxy hands it on; return status and page."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = {"Host": HOST, "X-Forwarded-Proto": "https", "Cookie": cookies}
        head |= {"Referer": WHO["address"], "Content-Type": "application/x-www-form-urlencoded"}
        try:
            line.request(method, path, body, head)
            answer = line.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    self.cookies |= [value.split(";")[0].split("=", 1)]
            return answer.status, answer.read().decode()
        except OSError:
            return 0, ""
        finally:
            line.close()

    def open(self, path):
        return self.ask("GET", path)

    def press(self, path):
        """Open a page and press its one button."""
        _, page = self.open(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        return self.ask("POST", path, urlencode({"csrfmiddlewaretoken": token}))[0]


@pytest.fixture
def serving(tmp_path):
    """Serve the installation in a folder: ``with serving() as visitor``."""
    running = []

    def serve():
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "joinedup", "serve", "--port", str(port)]
        running.append(subprocess.Popen(command, cwd=tmp_path / "home", env=environment_for()))
        visitor = Visitor(port)
        assert wait_until(lambda: visitor.open("/")[0] == 200)
        return visitor

    def stop():
        for process in running:
            process.send_signal(signal.SIGTERM)
            process.wait(20)
        running.clear()

    yield serve, stop
    stop()


def link_in(text):
    """The path of the link by which a steward is let in."""
    return re.search(r"(/let-in/[\w-]+/)", text)[1]


def test_an_installation_gets_its_register_loses_everything_and_has_it_back(
    tmp_path, postbox, serving
):
    (serve, stop), home, elsewhere = serving, tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    typed = typed_in(home)
    (elsewhere / "list.csv").write_text(REGISTER)
    set_up = typed("setup", *words(postbox.address))
    visitor = serve()
    assert visitor.press(link_in(set_up.stdout)) == 302
    brought_in = typed("import", "memberships", elsewhere / "list.csv", "--by", WHO["email"])
    status, register = visitor.open("/partnerships/")
    saved = typed("backup", elsewhere / "kept.zip")
    stop()

    shutil.rmtree(home)
    home.mkdir()
    restored = typed("restore", elsewhere / "kept.zip")

    assert [done.returncode for done in (set_up, brought_in, saved, restored)] == [0] * 4
    assert (status, "Safer Streets" in register, "Flood Wardens" in register) == (200, True, True)
    again = serve()
    again.cookies = dict(visitor.cookies)
    assert again.open("/partnerships/")[0] == 302  # sessions do not come back
    steward = typed(
        "steward", WHO["email"], "--name", "Priya Nair", "--organisation", WHO["organisation"]
    )
    assert again.press(link_in(steward.stdout)) == 302
    assert rows_of(again.open("/partnerships/")[1]) == rows_of(register)
    twice = typed("import", "memberships", elsewhere / "list.csv", "--by", WHO["email"])
    assert "Created: nothing." in twice.stdout


def rows_of(page):
    """What a page's table says."""
    return re.sub(r"<[^>]*>|\s+", " ", page[page.index("<table") : page.index("</table>")])
