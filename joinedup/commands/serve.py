"""Run the pages and the worker together, and stop both together."""

import argparse
import importlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import nullcontext
from typing import Any

from joinedup.configuration import FILE, read_configuration
from joinedup.domain.backups.in_use import in_use

HELP = "Serve the pages, and do the work that waits."
NEEDS_DJANGO = False  # This process only watches the others, so it stays small.

STOP_WITHIN = 5
REST_BEFORE_RESTART = 2.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the server."""
    told = read_configuration(os.environ)
    parser.add_argument("--port", type=int, default=told["port"], help="8000 unless told otherwise")
    parser.add_argument(
        "--host", default=told["listen"], help="127.0.0.1; 0.0.0.0 to be reached from elsewhere"
    )
    parser.add_argument("--processes", type=int, default=2, help="how many serve pages; 2")
    parser.add_argument("--threads", type=int, default=4, help="requests at once in each; 4")
    parser.add_argument("--no-worker", action="store_true", help="serve pages alone")
    parser.add_argument("--checked", action="store_true", help="trust that check found nothing")


def run(options: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT; refuse to start while something is wrong."""
    problem = why_not_here() or why_not_listen(options.host, options.port)
    if problem is not None:
        print(problem, file=sys.stderr)
        return 1
    if not options.checked and subprocess.call([sys.executable, "-m", "joinedup", "check"]) != 0:
        return 1
    data = read_configuration(os.environ).folder("data")
    with in_use(data) if data else nullcontext():
        worker = None if options.no_worker else Worker()
        try:
            return serve_pages(options)
        finally:
            if worker is not None:
                worker.stop()


def why_not_here() -> str | None:
    """Return why there is nothing to be served here, or None."""
    if read_configuration(os.environ).kind != "test":
        return None
    return (
        f"There is no installation here. Go to the folder of its {FILE}, or make one by joinedup "
        "setup; joinedup demo --serve shows one with made-up people."
    )


def why_not_listen(host: str, port: int) -> str | None:
    """Return why pages cannot be served at this address and port, or None."""
    try:
        with socket.create_server((host, port)):
            return None
    except OSError as problem:
        reason = os.strerror(problem.errno or 0)
        return f"Port {port} of {host} cannot be used: {reason}. Try --port with another."


def serve_pages(options: argparse.Namespace) -> int:
    """Run the web server in this process until it is told to stop."""
    from granian import Granian  # noqa: PLC0415 - other commands need no web server
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.http import HTTP1Settings  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    server = Granian(
        "joinedup.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.processes,
        blocking_threads=options.threads,
        # Slow clients are cut off; nobody needs longer to say which page they want.
        http1_settings=HTTP1Settings(header_read_timeout=10_000),
        # No access log: addresses of personal links would stand in it.
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_WITHIN,
    )
    try:
        server.serve(target_loader=load_pages)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def load_pages(target: str) -> Any:
    """Return what answers requests; called in each process that serves pages."""
    # A Ctrl-C is for the process that started this one, which then stops it in good order.
    os.setpgrp()
    parent = os.getppid()

    def end_with_parent() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGKILL)

    # Left alone, they would hold the port against the next start.
    threading.Thread(target=end_with_parent, daemon=True).start()
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


class Worker:
    """The worker's process, started again whenever it dies, until it is told to stop."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.process = self.start()
        self.watching = threading.Thread(target=self.watch, daemon=True)
        self.watching.start()

    def start(self) -> subprocess.Popen[bytes]:
        """Start a worker that ends when this process does, however this process ends."""
        # In a session of its own: a Ctrl-C is for this process, which then stops the worker.
        return subprocess.Popen(
            [sys.executable, "-m", "joinedup", "worker", "--with-parent"], start_new_session=True
        )

    def watch(self) -> None:
        """Start the worker again when it ends unasked."""
        while not self.stopping.is_set():
            status = self.process.wait()
            if self.stopping.wait(REST_BEFORE_RESTART):
                return
            print(f"The worker stopped ({status}); starting it again.", file=sys.stderr)
            self.process = self.start()

    def stop(self) -> None:
        """Let the worker finish the job it is doing; it is done again if it takes too long."""
        self.stopping.set()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
