"""Do the work that waits in the database, until told to stop."""

import argparse
import logging
import os
import pkgutil
import signal
import threading
from collections.abc import Collection
from importlib import import_module
from types import FrameType

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection

from joinedup import domain
from joinedup.delivery.clock import now
from joinedup.delivery.troubles import is_stopped, met
from joinedup.domain.backups.in_use import in_use
from joinedup.domain.jobs.actions import claim, enqueue_periodic, perform
from joinedup.domain.jobs.registry import long_work

HELP = "Do the work that waits: send mail, close rounds, make reports."
REST = 1.0
REST_AFTER_TROUBLE = 5.0

log = logging.getLogger("joinedup.worker")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of a worker."""
    parser.add_argument("--once", action="store_true", help="do what is due now, then stop")
    parser.add_argument(
        "--with-parent", action="store_true", help="stop when whoever started this worker ends"
    )


def run(options: argparse.Namespace) -> int:
    """Work until SIGTERM or SIGINT; a job that was begun is finished first."""
    learn()
    if options.once:
        do_what_is_due(threading.Event())
        return 0
    stop = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, on_signal)
    lanes = [
        threading.Thread(target=lane, args=(stop, True), name="any work"),
        threading.Thread(target=lane, args=(stop, False), name="short work"),
    ]
    with in_use(settings.DATA):
        work(lanes, stop, options)
    return 0


def work(lanes: list[threading.Thread], stop: threading.Event, options: argparse.Namespace) -> None:
    """Work in every lane until it is time to stop, and until what was begun is done."""
    for each in lanes:
        each.start()
    parent = os.getppid()
    while not stop.wait(REST):
        if options.with_parent and os.getppid() != parent:
            stop.set()
    for each in lanes:
        each.join()


def learn() -> None:
    """Import every package's acts, so that each kind of work is known by its name."""
    for module in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        if "actions" in module.name.split("."):
            import_module(module.name)


def lane(stop: threading.Event, takes_long_work: bool) -> None:  # noqa: FBT001 - a thread's word
    """Do one job after another; look for more once a second, and for periodic ones each minute."""
    minute = -1
    while not stop.is_set():
        rest = REST
        try:
            close_old_connections()
            at = now()
            if is_stopped():
                stop.wait(REST_AFTER_TROUBLE)
                continue
            if takes_long_work and minute != (minute := int(at.timestamp() // 60)):
                enqueue_periodic(at)
            do_what_is_due(stop, () if takes_long_work else long_work())
        except DatabaseError as problem:
            met(problem)
            # Away, locked or full: what was claimed comes back when its lease ends.
            log.exception("The database did not answer; trying again.")
            minute, rest = -1, REST_AFTER_TROUBLE
        stop.wait(rest)
    connection.close()


def do_what_is_due(stop: threading.Event, but_not: Collection[str] = ()) -> None:
    """Do jobs until none is due or it is time to stop."""
    while not stop.is_set() and (claimed := claim(now(), but_not=but_not)) is not None:
        perform(claimed, now(), now)
