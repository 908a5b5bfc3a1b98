"""What the bench of speed makes of figures; the figures here are made up, and so is the day."""

from datetime import date
from typing import Any

from tests.bench.speed.asking import Caller, Taken, Target, interleaved
from tests.bench.speed.goals import AT_LEAST, Line, causes_of
from tests.bench.speed.judging import inside, over_http
from tests.bench.speed.table import page_of, row_of
from tests.bench.speed.targets import Served

FAST = Line(1, "register page, 1,000", 5.0, 4.0, "ms", 2, cause="Unread.")
SLOW = Line(5, "thirty answers", 1234.5, 2.0, "ms", 4, cause="Seven requests.")
FEW = Line(5, "thirty answers, 16 at once", 30, 100, "a second", 0.25, AT_LEAST)
LIGHT = Line(10, "every later page", 14.25, None, "kB", 15)


def took(*times: float, rate: float = 1.0, first: float = 1.0) -> Taken:
    return Taken(times=list(times), rates=[rate], firsts=[first])


def test_a_line_says_figure_floor_ratio_goal_and_whether_it_is_met():
    assert [row_of(line) for line in (FAST, SLOW, FEW, LIGHT)] == [
        ("1", "register page, 1,000", "5.0 ms", "4.0 ms", "1.25", "at most 2x", "yes"),
        ("5", "thirty answers", "1,234 ms", "2.0 ms", "617.25", "at most 4x", "no"),
        (
            *("5", "thirty answers, 16 at once", "30.0 a second", "100 a second", "0.30"),
            *("at least 0.25x", "yes"),
        ),
        ("10", "every later page", "14.2 kB", "", "", "at most 15 kB", "yes"),
    ]


def test_only_what_is_missed_is_given_its_cause():
    assert causes_of([FAST, SLOW, FEW]) == ["**Goal 5, thirty answers.** Seven requests."]


def test_growth_is_the_largest_size_by_the_smallest_and_the_last_page_by_the_first():
    taken = {
        "register @ 10": took(9, 10, 30),
        "floor: register @ 10": took(4),
        "register @ 99": took(15),
        "floor: register @ 99": took(5),
        "register, last page @ 99": took(45),
    }

    lines = over_http(taken, [Served(10, 1, 2, {}), Served(99, 3, 4, {})])

    assert [(each.what, each.ratio, each.is_met) for each in lines] == [
        ("register page, 10", 2.5, False),
        ("register page, 99", 3.0, False),
        ("growth of the register page, 10 to 99", 1.5, True),
        ("last page of the register, 99", 3.0, False),
    ]


def test_work_inside_is_judged_by_its_middle_round():
    line = inside("closing", {"app": [900.0, 100.0, 200.0], "floor": [10.0, 11.0, 9.0]})

    assert (line.ratio, line.limit, line.is_met) == (20.0, 30, True)


def test_targets_take_turns_in_each_round():
    done: list[str] = []

    def work(name: str) -> Any:
        def note(caller: Caller) -> int:
            done.append(name)
            return 7

        return note

    targets = [Target(name, 1, work(name), times=2) for name in ("app", "floor")]
    taken = interleaved(targets, 2, lambda: done.append("|"))

    warmed = ["app"] * 4 + ["floor"] * 4
    assert done == warmed + ["app", "app", "|", "floor", "floor", "|"] * 2
    assert {name: (len(each.times), each.size) for name, each in taken.items()} == {
        "app": (2, 7),
        "floor": (2, 7),
    }


def test_the_page_says_when_on_what_and_why_not():
    page = page_of([FAST, SLOW], "SQLite", "The computer was shared.", date(2026, 1, 2))

    assert "2026-01-02, SQLite." in page
    assert "The computer was shared.\n\n| Goal | What |" in page
    assert "- **Goal 5, thirty answers.** Seven requests." in page
    assert "**not rerun**" in page
