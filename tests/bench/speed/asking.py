"""Asking over HTTP: one request after another or sixteen at once, on connections kept open."""

import http.client
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

# One whole piece of work on a connection: it returns how many bytes came back.
Work = Callable[["Caller"], int]


class UnexpectedError(Exception):
    """An answer that is neither what was asked for nor a way there."""


class Caller:
    """One connection, with the cookies it sends."""

    def __init__(self, port: int, cookies: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.cookies = cookies
        self.first_byte = 0.0

    def ask(
        self, method: str, address: str, body: str = "", extra: str = ""
    ) -> http.client.HTTPResponse:
        """Send a request and return its answer, of which nothing has been read yet."""
        headers = {"Cookie": "; ".join(each for each in (self.cookies, extra) if each)}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, address, body or None, headers)
        answer = self.connection.getresponse()
        if not 200 <= answer.status < 400:
            raise UnexpectedError(f"{method} {address}: {answer.status}")
        return answer

    def get(self, address: str) -> int:
        """Read a page; how long its first byte took is kept."""
        began = time.perf_counter()
        answer = self.ask("GET", address)
        first = answer.read(1)
        self.first_byte = (time.perf_counter() - began) * 1000
        if answer.status != 200:
            raise UnexpectedError(f"GET {address}: {answer.status}, not a page")
        return len(first) + len(answer.read())


@dataclass(frozen=True)
class Target:
    """Some work, where it is done and how often in each round."""

    name: str
    port: int
    work: Work
    times: int = 20
    at_once: int = 1
    cookies: str = ""


@dataclass
class Taken:
    """What one target took, round by round, in milliseconds; and how much was done a second."""

    times: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    firsts: list[float] = field(default_factory=list)
    size: int = 0

    @property
    def ms(self) -> float:
        """The middle of the rounds' middles."""
        return statistics.median(self.times)

    @property
    def rate(self) -> float:
        """The middle of how much was done a second."""
        return statistics.median(self.rates)

    @property
    def first(self) -> float:
        """The middle of how long the first byte took."""
        return statistics.median(self.firsts)


def one_round(target: Target, taken: Taken) -> None:
    """Do the work as often as the target says, and keep what it took."""
    times: list[float] = []
    firsts: list[float] = []
    turns = iter(range(target.times))
    lock, failed = threading.Lock(), list[BaseException]()

    def go() -> None:
        caller = Caller(target.port, target.cookies)
        try:
            for _ in in_turn(turns, lock):
                began = time.perf_counter()
                taken.size = target.work(caller)
                times.append((time.perf_counter() - began) * 1000)
                firsts.append(caller.first_byte)
        except BaseException as problem:  # a thread cannot raise into the one that started it
            failed.append(problem)
        finally:
            caller.connection.close()

    began = time.perf_counter()
    threads = [threading.Thread(target=go) for _ in range(target.at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    taken.rates.append(len(times) / (time.perf_counter() - began))
    taken.times.append(statistics.median(times))
    taken.firsts.append(statistics.median(firsts))


def in_turn(turns: Iterator[int], lock: threading.Lock) -> Iterator[int]:
    """Share turns among threads."""
    while True:
        with lock:
            turn = next(turns, None)
        if turn is None:
            return
        yield turn


def interleaved(
    targets: list[Target], rounds: int, after_each: Callable[[], None]
) -> dict[str, Taken]:
    """Do some rounds, each with every target in turn, so that a slow minute hits all alike."""
    taken = {target.name: Taken() for target in targets}
    for target in targets:
        warm = Target(target.name, target.port, target.work, 4, 1, target.cookies)
        one_round(warm, Taken())
    for number in range(rounds):
        sys.stderr.write(f"round {number + 1} of {rounds} ...\n")
        for target in targets:
            one_round(target, taken[target.name])
            after_each()
    return taken
