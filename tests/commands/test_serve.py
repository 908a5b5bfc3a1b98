import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from joinedup.commands import serve
from joinedup.commands.serve import Worker, why_not_listen


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.fixture
def installation(tmp_path, port):
    """Run a command in a demonstration of its own; what it says goes to ``said``."""
    environment = os.environ | {
        "JOINEDUP_KIND": "demonstration",
        "JOINEDUP_DATA": str(tmp_path / "data"),
        "JOINEDUP_DATABASE": "",
        "PORT": str(port),
    }

    def command(*words):
        with (tmp_path / "said").open("w") as said:
            return subprocess.Popen(
                [sys.executable, "-m", "joinedup", *words], env=environment, stderr=said
            )

    return command


def status(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def children(pid):
    found = subprocess.run(["pgrep", "-P", str(pid)], stdout=subprocess.PIPE, check=False)
    return [int(child) for child in found.stdout.split()]


def wait_until(true, seconds=30):
    for _ in range(seconds * 10):
        if true():
            return True
        time.sleep(0.1)
    return False


def test_pages_and_worker_start_together_and_stop_together(installation, port, tmp_path):
    assert installation("migrate").wait() == 0
    server = installation("serve")

    began = wait_until(lambda: status(port, "/static/joinedup.css") == 200)
    all_of_them = children(server.pid)
    server.send_signal(signal.SIGTERM)

    assert (began, len(all_of_them) >= 3, server.wait(20)) == (True, True, 0)
    assert wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in all_of_them))


def test_a_worker_that_dies_is_started_again(monkeypatch, capfd):
    short = [sys.executable, "-c", ""]
    long = [sys.executable, "-c", "import time; time.sleep(60)"]
    commands = iter([short, long])
    monkeypatch.setattr(Worker, "start", lambda self: subprocess.Popen(next(commands)))
    monkeypatch.setattr(serve, "REST_BEFORE_RESTART", 0.1)

    worker = Worker()
    again = wait_until(lambda: worker.process.args == long)
    worker.stop()

    assert (again, worker.process.returncode) == (True, -signal.SIGTERM)
    assert capfd.readouterr().err == "The worker stopped (0); starting it again.\n"


def test_a_server_does_not_start_without_its_tables(installation, tmp_path):
    status = installation("serve").wait(60)

    assert (status, "joinedup migrate" in (tmp_path / "said").read_text()) == (1, True)


def test_a_port_in_use_is_said_in_a_sentence(port):
    with socket.create_server(("127.0.0.1", port)):
        problem = why_not_listen("127.0.0.1", port)

    assert problem == (
        f"Port {port} of 127.0.0.1 cannot be used: Address already in use. Try --port with another."
    )
