"""Two people's changes of one text put together, where they do not touch each other."""

from difflib import SequenceMatcher

Edit = tuple[int, int, list[str]]


def joined(base: str, ours: str, theirs: str) -> str | None:
    """Return the text with both changes in it, or None where they touch the same lines.

    A change beside another counts as touching it: neither side's words are ever guessed at.
    """
    lines = base.splitlines()
    mine, yours = edits_of(lines, ours), edits_of(lines, theirs)
    same = [edit for edit in mine if edit in yours]
    others = [edit for edit in yours if edit not in same]
    if any(touch(a, b) for a in mine for b in others):
        return None
    for first, last, put in sorted([*mine, *others], reverse=True):
        lines[first:last] = put
    return "\n".join(lines)


def edits_of(lines: list[str], changed: str) -> list[Edit]:
    """Return which lines a changed text has in place of which."""
    news = changed.splitlines()
    steps = SequenceMatcher(None, lines, news, autojunk=False).get_opcodes()
    return [(i1, i2, news[j1:j2]) for sort, i1, i2, j1, j2 in steps if sort != "equal"]


def touch(one: Edit, other: Edit) -> bool:
    """Tell whether no unchanged line stands between two changes."""
    return one[0] <= other[1] and other[0] <= one[1]
