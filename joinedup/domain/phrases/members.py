"""Propose the members that a cell of prose names; what is not proposed comes back to be asked.

Every word of the cell is in exactly one proposal or one leftover: nothing is lost silently.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from joinedup.domain.basics.folding import folded
from joinedup.domain.phrases.values import ADDRESS, is_told


class Certainty(StrEnum):
    """How sure we are that the words name one member."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class Sort(StrEnum):
    """Why words were left over."""

    COUNT = "These are several bodies under one word."
    ELSEWHERE = "This points elsewhere and names nobody."
    ASIDE = "These words stand in brackets or beside a name."
    PERSON = "This looks like a person, not an organisation."
    NOTE = "This reads like a note."


@dataclass(frozen=True)
class Proposed:
    """One member we think the cell names, and why."""

    name: str
    certainty: Certainty
    reason: str


@dataclass(frozen=True)
class Leftover:
    """Words that were not proposed, and why."""

    text: str
    sort: Sort


@dataclass(frozen=True)
class Prose:
    """What a cell of prose came to."""

    proposed: tuple[Proposed, ...]
    leftovers: tuple[Leftover, ...]


IsKnown = Callable[[str], bool]

BODY_WORDS = frozenset(
    """academy agency alliance area aid assembly association authority authorities board borough
    business centre centres chamber charity church city club college commission committee community
    company constabulary consortium cooperative coroner council councils county court department
    diocese directorate district enterprise federation fire forum foundation friends group health
    home homes hospice hospital hospitals housing inspectorate institute jobcentre league limited
    ministry mission mosque network nhs office organisation organisations parish partnership police
    practice prison probation project rescue school schools service services society surgery
    synagogue temple town trust union university voluntary volunteers watch youth council's advice
    mind age uk citizens ccg icb cab dwp""".split()  # noqa: SIM905 - reads as the list of words it is
)
# "Fire and Rescue" is one thing, "Police and Fire" are two: words that stay joined.
JOINED = re.compile(
    r"(fire|health|search|families|mental health|children|adults?|police|women|schools?"
    r"|housing|drugs?|advice|arts?|parks|learning|research|trade|education|sport)"
    r" (?:and|&) "
    r"(rescue|wellbeing|well-being|well being|social care|care|crime|young people|girls|families"
    r"|support|alcohol|leisure|culture|heritage|open spaces|skills|development|industry"
    r"|information|guidance|safety|community|recreation|training)\b",
    re.IGNORECASE,
)
COUNT = re.compile(r"\(?\bx ?\d+\)?|\b\d+ ?x\b|^\d+ (?=\w)|\(\d+\)$", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"(?:please )?(?:see|refer to|as per|as in|as above|as listed|as before|listed|contained"
    r"|set out|various|many|several|numerous|all|too many|others?|etc|and others|to be|tbc"
    r"|same as|ditto"
    r"|not known|unknown|n/?a|none|nil)\b(?!\s+saints)",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|cllr|councillor|prof|professor|rev|revd|sir|dame)\b\.?"
)
TRAILING = re.compile(r"\s+(?:etc\.?|and others|amongst others|among others)$", re.IGNORECASE)
LABEL = re.compile(r"([^\W\d_][\w /&-]{2,40}):\s")
BULLET = re.compile(r"^\s*(?:[•·▪●*‣–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
STRONG = re.compile(r"[;\n\t]|\s[•·▪●‣]\s|\s\|\s|\s/\s")
COMMA = re.compile(r",")
ASIDE = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
DASHED = re.compile(r"\s[-–—]\s")
AND = re.compile(r"\s+(?:and|&|\+|plus|as well as)\s+", re.IGNORECASE)
LEADING_AND = re.compile(r"^(?:and|&|\+|plus)\s+", re.IGNORECASE)
LONGEST_NAME = 120
LONGEST_PROSE = 5_000
MOST_WORDS = 14
MOST_COMMAS_IN_A_NAME = 3


def nobody_known(_: str) -> bool:
    """Know nobody: for lists read before there is a register."""
    return False


def propose_members(text: str, is_known: IsKnown = nobody_known, separator: str = "") -> Prose:
    """Return the members a cell names, each with a reason, and every word that names none."""
    if len(text) > LONGEST_PROSE:
        return Prose((), (Leftover(text, Sort.NOTE),))
    proposed: list[Proposed] = []
    leftovers: list[Leftover] = []
    divide = [re.compile(re.escape(separator))] if separator else [STRONG, COMMA]
    for piece in pieces(text, divide, is_known):
        for found in judge(piece, is_known, split_on_and=not separator):
            if isinstance(found, Proposed):
                if all(folded(found.name) != folded(other.name) for other in proposed):
                    proposed.append(found)
            elif found not in leftovers:
                leftovers.append(found)
    return Prose(tuple(proposed), tuple(leftovers))


def pieces(text: str, divide: list[re.Pattern[str]], is_known: IsKnown) -> Iterator[str]:
    """Yield what stands between separators, leaving brackets and known names whole."""
    if not divide or is_known(text.strip()):
        yield from filter(None, [text.strip()])
        return
    parts = split_outside_brackets(text, divide[0])
    for part in rejoined(parts, is_known) if divide[0] is COMMA else parts:
        part = BULLET.sub("", part).strip()
        if label := LABEL.match(part):
            yield label[0].strip()
            part = part[label.end() :]
        yield from pieces(part, divide[1:], is_known)


def rejoined(parts: list[str], is_known: IsKnown) -> Iterator[str]:
    """Yield parts, putting together again those of a known name that has commas inside."""
    start = 0
    while start < len(parts):
        for end in range(min(len(parts), start + MOST_COMMAS_IN_A_NAME + 1), start + 1, -1):
            if is_known(name := ",".join(parts[start:end]).strip()):
                yield name
                start = end
                break
        else:
            yield parts[start]
            start += 1


def split_outside_brackets(text: str, separator: re.Pattern[str]) -> list[str]:
    """Split where a separator stands outside every pair of brackets."""
    covered = [match.span() for match in ASIDE.finditer(text)]
    found, start = [], 0
    for match in separator.finditer(text):
        if not any(begin <= match.start() < end for begin, end in covered):
            found.append(text[start : match.start()])
            start = match.end()
    return [*found, text[start:]]


def judge(piece: str, is_known: IsKnown, *, split_on_and: bool) -> list[Proposed | Leftover]:
    """Return what one piece comes to: proposals, leftovers or both."""
    is_label = piece.endswith(":")
    piece = LEADING_AND.sub("", piece).strip(" .,;:")
    if not re.search(r"\w", piece):
        return [Leftover(piece, Sort.NOTE)] if is_told(piece) else []
    if is_known(piece):
        return [Proposed(piece, Certainty.CERTAIN, "It is in the directory under this name.")]
    if sort := Sort.NOTE if is_label else why_no_name(piece):
        return [Leftover(piece, sort)]
    bare, asides = without_asides(piece)
    if asides:
        rest = judge(bare, is_known, split_on_and=split_on_and) if bare else []
        return [*rest, *(Leftover(aside, Sort.ASIDE) for aside in asides)]
    halves = split_pair(piece, is_known) if split_on_and else ()
    if parts := halves or run_together(piece, is_known):
        return [found for part in parts for found in judge(part, is_known, split_on_and=True)]
    return [as_proposed(piece)]


def why_no_name(piece: str) -> Sort | None:
    """Return why a piece names no single body, or None."""
    if COUNT.search(piece):
        return Sort.COUNT
    if not is_told(piece) or ELSEWHERE.match(piece):
        return Sort.ELSEWHERE
    if PERSON.match(piece.casefold()) or ADDRESS.search(piece):
        return Sort.PERSON
    if len(piece) > LONGEST_NAME or len(piece.split()) > MOST_WORDS:
        return Sort.NOTE
    return None


def without_asides(piece: str) -> tuple[str, list[str]]:
    """Return a name without what stands in brackets or after a dash, and those words."""
    asides = [aside.strip() for aside in ASIDE.findall(piece)]
    bare = " ".join(ASIDE.sub(" ", piece).split())
    name, *rest = DASHED.split(bare, maxsplit=1)
    if match := TRAILING.search(name):
        rest.append(match[0].strip())
        name = name[: match.start()]
    return name.strip(" ,;:"), asides + [words.strip() for words in rest if words.strip()]


def split_pair(piece: str, is_known: IsKnown) -> tuple[str, ...]:
    """Return the two bodies that "and" joins, where both sides read like bodies."""
    for match in AND.finditer(piece):
        left, right = piece[: match.start()].strip(), piece[match.end() :].strip()
        if is_known(left) and (is_known(right) or reads_like_a_body(right)):
            return left, right
        whole = any(
            joined.start() <= match.start() < joined.end() for joined in JOINED.finditer(piece)
        )
        if not whole and reads_like_a_body(left) and (is_known(right) or reads_like_a_body(right)):
            return left, right
    return ()


def run_together(piece: str, is_known: IsKnown) -> tuple[str, ...]:
    """Return known bodies written one after another with nothing between, or nothing."""
    words, found = piece.split(), []
    while words:
        for end in range(len(words), 0, -1):
            if is_known(name := " ".join(words[:end])):
                found.append(name)
                words = words[end:]
                break
        else:
            return ()
    return tuple(found)


def reads_like_a_body(words: str) -> bool:
    """Say whether words hold one that bodies have in their names."""
    return bool(BODY_WORDS & set(folded(words).split()))


def as_proposed(piece: str) -> Proposed:
    """Return a piece as a proposal, with how sure we are."""
    if AND.search(piece) and not JOINED.search(piece):
        return Proposed(piece, Certainty.UNSURE, "It may be one body or two joined by “and”.")
    words = folded(piece).split()
    if sum(word in {"council", "police", "trust", "constabulary"} for word in words) > 1:
        return Proposed(piece, Certainty.UNSURE, "It may be several bodies with no comma between.")
    if reads_like_a_body(piece):
        return Proposed(piece, Certainty.LIKELY, "It stands between separators, like a name.")
    if len(words) > 6 or piece[:1].islower():
        return Proposed(piece, Certainty.UNSURE, "It may be a remark and not a name.")
    return Proposed(piece, Certainty.LIKELY, "It stands between separators, like a name.")
