"""Where the bench keeps things: a folder and databases for each size."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[3]
START_WITHIN = 60


@dataclass(frozen=True)
class Place:
    """One size: its folder, and the environment of everything that runs on it."""

    size: int
    folder: Path
    server: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What the app and the floor are told."""
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("JOINEDUP_", "FLOOR_"))}
        kept |= {
            "DJANGO_SETTINGS_MODULE": "joinedup.settings",
            "JOINEDUP_KIND": "demonstration",
            "JOINEDUP_DATA": str(self.folder),
            "PYTHONPATH": str(ROOT),
        }
        if self.server:
            app = own_database(self.server, f"bench_app_{self.size}")
            floor = own_database(self.server, f"bench_floor_{self.size}")
            return kept | {"JOINEDUP_DATABASE": app, "FLOOR_DATABASE": floor}
        return kept | {"FLOOR_FILE": str(self.folder / "floor.sqlite3")}

    def run(self, *words: str, quiet: bool = False) -> str:
        """Run one of our commands to its end, and return what it says."""
        done = subprocess.run(
            [sys.executable, "-m", *words],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE if quiet else None,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(words)} failed at {self.size}.")
        return done.stdout or ""

    def fill(self) -> None:
        """Make the register and the floor's rows, or go on where that was stopped."""
        self.run("joinedup", "generate", "--partnerships", str(self.size))
        self.run("tests.bench.speed.inside", "floor", str(self.size))

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a server or a worker in a session of its own."""
        command = [sys.executable, "-m", *words]
        return subprocess.Popen(command, env=self.environment, cwd=ROOT, start_new_session=True)


def own_database(server: str, name: str) -> str:
    """Return the address of a database of this name, made unless it is there."""
    import psycopg  # noqa: PLC0415 - only where there is a server

    with psycopg.connect(server, autocommit=True) as connection:
        asked = "SELECT 1 FROM pg_database WHERE datname = %s"
        if not connection.execute(asked, [name]).fetchone():
            connection.execute(f"CREATE DATABASE {name}")  # a name of ours
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_port(port: int) -> None:
    """Wait until somebody listens on a port."""
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"Nobody listens on port {port}.")


def children_of(process: int) -> list[int]:
    """Return a process and all that it started, at any depth."""
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found


def memory_of(process: int) -> float:
    """Return the memory of a process and all that it started, in MiB: shared pages count once."""
    total = 0
    for one in children_of(process):
        try:
            told = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue  # it has just ended
        total += sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
    return total / 1024
