"""Run a command with a PostgreSQL of its own: ``python -m tests.bench.postgresql COMMAND …``.

It takes the server at JOINEDUP_TEST_DATABASE_URL or makes one of the machine's binaries. Where
there are none it says so and succeeds, except in CI.
"""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# The cluster is thrown away, so nothing need reach the disk.
# Tests undo what they write: the server would learn that tables are empty, and then take minutes
# over a list of a thousand rows by a plan made for one.
CARELESS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}


def main(command: list[str]) -> int:
    """Run the command and return its exit status."""
    with contextlib.ExitStack() as running:
        address = os.environ.get("JOINEDUP_TEST_DATABASE_URL", "")
        if not address:
            binaries = find_binaries()
            if binaries is None:
                return without_postgresql()
            address = running.enter_context(cluster(binaries))
        environment = os.environ | {"JOINEDUP_DATABASE": address}
        return subprocess.call(command, env=environment)


def without_postgresql() -> int:
    """Say that the run is left out and why; in CI that is a failure."""
    sys.stdout.write(
        "Skipped: there is no PostgreSQL here. Install it (Debian: apt install postgresql) or "
        "name a server in JOINEDUP_TEST_DATABASE_URL.\n"
    )
    return 1 if os.environ.get("CI") else 0


def find_binaries() -> Path | None:
    """Return the folder that holds ``initdb``: of the newest version Debian put in, or on PATH."""
    debian = [p for p in Path("/usr/lib/postgresql").glob("*/bin") if (p / "initdb").exists()]
    if debian:
        return max(debian, key=lambda folder: float(folder.parent.name))
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def somebody_else() -> dict[str, Any]:
    """Return how to run a process as an ordinary user, since the server refuses to be root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """Make a server in a temporary folder, give its address, and throw it away."""
    folder, port, user = Path(tempfile.mkdtemp(prefix="joinedup-")), free_port(), somebody_else()
    if user:
        os.chown(folder, user["user"], user["group"])
    data, log = str(folder / "data"), str(folder / "log")
    options = CARELESS | {"port": str(port), "listen_addresses": "127.0.0.1"}
    options |= {"unix_socket_directories": "", "max_connections": "60"}

    def postgres(program: str, *words: str) -> None:
        done = subprocess.run(
            [str(binaries / program), *words],
            cwd=folder,
            stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **user,
        )
        if done.returncode:
            raise SystemExit(f"{program} failed.\n{done.stdout or Path(log).read_text()}")

    try:
        postgres("initdb", "-D", data, "-U", "joinedup", "-A", "trust", "-E", "UTF8", "--no-sync")
        settings = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        postgres("pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", settings)
        try:
            yield f"postgresql://joinedup@127.0.0.1:{port}/postgres"
        finally:
            postgres("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
