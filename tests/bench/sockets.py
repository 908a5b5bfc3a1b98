"""Nothing leaves the machine: only loopback and local sockets can be reached from a test."""

import ipaddress
import socket
from typing import Any

import pytest

REACH = pytest.StashKey[pytest.MonkeyPatch]()


class UnreachableError(AssertionError):
    """A test tried to reach a machine that is not this one."""


def insist_on_here(host: object) -> None:
    """Refuse every host but this one."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return
    try:
        here = ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        here = False
    if not here:
        raise UnreachableError(f"A test tried to reach {name}. Tests reach this machine alone.")


def guarded(original: Any) -> Any:
    """Return ``socket.connect`` or its like, refusing addresses elsewhere."""

    def connect(here: socket.socket, address: Any, *rest: Any) -> Any:
        if here.family in (socket.AF_INET, socket.AF_INET6):
            insist_on_here(address[0])
        return original(here, address, *rest)

    return connect


def guarded_lookup(original: Any) -> Any:
    """Return ``socket.getaddrinfo``, refusing to ask after names elsewhere."""

    def look_up(host: Any, *rest: Any, **named: Any) -> Any:
        insist_on_here(host)
        return original(host, *rest, **named)

    return look_up


def pytest_configure(config: pytest.Config) -> None:
    patch = config.stash[REACH] = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    patch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
    patch.setattr(socket, "getaddrinfo", guarded_lookup(socket.getaddrinfo))


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[REACH].undo()
