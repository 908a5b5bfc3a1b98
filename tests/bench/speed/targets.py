"""What is asked of the app and of the floor over HTTP, for each size."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tests.bench.speed.asking import Caller, Target, Work
from tests.bench.speed.inside import CSRF

SECTIONS, IN_A_SECTION, AT_ONCE = ("SF", "SP", "SI", "SM"), 8, 16
LEFT_OUT = {"SF8", "SP8", "SI8", "SM8"}
OPEN = {"proudest": "That we meet.", "future": "continue"}


@dataclass(frozen=True)
class Served:
    """One size with both of its servers, and what was found out about its pages."""

    size: int
    app: int
    floor: int
    told: dict[str, Any]

    def name(self, what: str) -> str:
        """Return the name of a target at this size."""
        return f"{what} @ {self.size}"


def page(address: str) -> Work:
    """Return the work of reading one page."""
    return lambda caller: caller.get(address)


def pages_of(served: Served, goals: set[int], often: int) -> Iterator[Target]:
    """Yield the pages that the goals ask for, one after another and sixteen at once."""
    wanted = {
        "register": ({1, 3}, "/list"),
        "register, last page": ({3}, ""),
        "detail, 20": ({4}, "/detail"),
        "detail, 200": ({4}, ""),
        "members, 20": ({4}, "/detail"),
        "members, 200": ({4}, ""),
        "search, common": ({6}, "/search?q=safety"),
        "search, rare": ({6}, "/search?q=zebrafish"),
        "export": ({7}, "/export.csv"),
    }
    cookies, pages = served.told["cookies"], served.told["pages"]
    for what, (of, floor) in wanted.items():
        if not of & goals:
            continue
        times = 2 if what == "export" else often
        yield Target(served.name(what), served.app, page(pages[what]), times, 1, cookies)
        if floor:
            yield Target(served.name(f"floor: {what}"), served.floor, page(floor), times)
    if 1 in goals:
        many = max(often * 4, AT_ONCE)
        read = page(pages["register"])
        name = "register at once"
        yield Target(served.name(name), served.app, read, many, AT_ONCE, cookies)
        yield Target(served.name(f"floor: {name}"), served.floor, page("/list"), many * 3, AT_ONCE)


class Sittings:
    """Whole questionnaires, each by a personal link of its own."""

    def __init__(self, links: list[str]) -> None:
        self.links = iter(links)
        self.sent = 0

    def __call__(self, caller: Caller) -> int:
        """Begin, save each page and send, as a browser posts them; count what was sent."""
        at = f"/answer/{next(self.links)}/"
        begun = caller.ask("POST", at, form({}), f"csrftoken={CSRF}")
        begun.read()
        sitting = begun.headers["Set-Cookie"].partition(";")[0]
        cookies = f"csrftoken={CSRF}; {sitting}"
        for number, section in enumerate(SECTIONS, start=1):
            codes = [f"{section}{n}" for n in range(1, IN_A_SECTION + 1)]
            given = {code: "2" for code in codes if code not in LEFT_OUT}
            caller.ask("POST", f"{at}page/{number}/", form(given), cookies).read()
        caller.ask("POST", f"{at}page/{len(SECTIONS) + 1}/", form(OPEN), cookies).read()
        done = caller.ask("POST", f"{at}check/", form({}), cookies)
        done.read()
        if not done.headers["Location"].endswith("/sent/"):
            raise RuntimeError(f"{at} was not sent.")
        self.sent += 1
        return 0


def form(given: dict[str, str]) -> str:
    """Return what a browser posts."""
    return urlencode(given | {"csrfmiddlewaretoken": CSRF})


def set_on_floor(caller: Caller) -> int:
    """Post thirty answers to the floor."""
    given = urlencode({f"q{n}": n % 4 for n in range(30)})
    return len(caller.ask("POST", "/answer", given).read())


def answers_of(served: Served, often: int) -> Iterator[Target]:
    """Yield whole questionnaires and their floor, one after another and sixteen at once."""
    work = Sittings(served.told["links"])
    yield Target(served.name("sitting"), served.app, work, one_by_one(often))
    yield Target(served.name("floor: sitting"), served.floor, set_on_floor, 20)
    yield Target(served.name("sitting at once"), served.app, work, AT_ONCE, AT_ONCE)
    yield Target(
        served.name("floor: sitting at once"), served.floor, set_on_floor, AT_ONCE * 6, AT_ONCE
    )


def one_by_one(often: int) -> int:
    """Return how many whole questionnaires are sent one after another in a round."""
    return max(2, often // 4)


def links_needed(rounds: int, often: int) -> int:
    """Return how many fresh links all of that uses up, with the warming."""
    return 8 + rounds * (one_by_one(often) + AT_ONCE)
