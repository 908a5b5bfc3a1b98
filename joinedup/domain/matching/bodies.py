"""Decide which body each name in a list means: a known one, a new one, or a question to ask."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from joinedup.domain.basics.folding import folded
from joinedup.domain.mappings.asking import (
    LEAVE_OUT,
    NEW,
    Choice,
    Decisions,
    LeftOut,
    Question,
    in_rows,
)
from joinedup.domain.mappings.facts import Named
from joinedup.domain.matching.known import Known, KnownOrganisation
from joinedup.domain.matching.lookalikes import LookAlikes, why_alike
from joinedup.domain.phrases.members import AND, Certainty
from joinedup.domain.phrases.words import UNTOLD, label_of

SPLIT = "split"
AS = "as:"
FILE = "file:"
UNTOLD_SECTORS = ("", UNTOLD)

Mention = tuple[str, tuple[str, str] | None]


@dataclass
class Body:
    """One body of the list: what its rows say of it, and whom we take it to be."""

    name: str
    column: str
    identifier: tuple[str, str] | None = None
    sector: str = ""
    rows: list[int] = field(default_factory=list)
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""
    refs: tuple[str, ...] = ()
    is_alias: bool = False

    @property
    def mention(self) -> Mention:
        """What tells this body from others in the list."""
        return folded(self.name), self.identifier

    @property
    def new_ref(self) -> str:
        """The reference under which the body is entered when it is new."""
        if self.identifier:
            return "new:" + "-".join(self.identifier)
        return f"new:{folded(self.name)}"


class Bodies:
    """All bodies a list names, each resolved once."""

    def __init__(self, mentions: Iterable[Named], known: Known, decisions: Decisions) -> None:
        self.known, self.decisions = known, decisions
        self.questions: list[Question] = []
        self.left_out: list[LeftOut] = []
        self.notes: list[str] = []
        self.new: dict[str, Body] = {}
        self._alike = LookAlikes()
        self._bodies = gathered(mentions)
        self._numbered: dict[str, list[Body]] = {}
        self._resolve_all()

    def refs_of(self, named: Named) -> tuple[str, ...]:
        """Return the bodies a mention means: one as a rule, two for a pair, none when left out."""
        return self._body(named.name, named.identifier).refs

    def name_of(self, ref: str) -> str:
        """Return the name of a body, known or new."""
        known = self.known.organisation.get(ref)
        return known.name if known else self.new[ref].name

    def told_of(self) -> dict[str, list[Body]]:
        """Return for each body meant, known or new, what the list says of it."""
        found: dict[str, list[Body]] = {}
        for body in self._bodies.values():
            if len(body.refs) == 1:
                found.setdefault(body.refs[0], []).append(body)
        return found

    def _body(self, name: str, identifier: tuple[str, str] | None) -> Body:
        if identifier:
            return self._bodies["", identifier]
        return self._bodies[folded(name), None]

    def _resolve_all(self) -> None:
        for known in self.known.organisations:
            for name in (known.name, *known.other_names):
                self._alike.add(known.key, name)
        waiting: list[Body] = []
        for body in self._bodies.values():
            if body.identifier:
                self._numbered.setdefault(folded(body.name), []).append(body)
                self._resolve_numbered(body)
        for body in self._bodies.values():
            if not body.identifier and not self._resolve_exactly(body):
                waiting.append(body)
        # The fuller names first: a short one is asked about them, not they about it.
        waiting.sort(key=lambda body: (-len(folded(body.name).split()), -len(body.rows)))
        for body in waiting:
            self._resolve_alike(body)

    def _resolve_numbered(self, body: Body) -> None:
        assert body.identifier is not None  # noqa: S101 - for the type checker
        if known := self.known.identified.get(body.identifier):
            body.refs = (known.key,)
            return
        scheme = body.identifier[0]
        bearers = [
            known
            for known in self.known.organisations_named.get(folded(body.name), [])
            if all(other != scheme for other, _ in known.identifiers)
        ]
        if not bearers:
            self._enter_numbered(body)
        elif len(bearers) == 1 and not sectors_differ(bearers[0], body):
            body.refs = (bearers[0].key,)
        else:
            self._ask_which(body, [(known.key, shown(known)) for known in bearers])

    def _enter_numbered(self, body: Body) -> None:
        """Enter a numbered body, unless an unnumbered known one is a slip of the keys away."""
        assert body.identifier is not None  # noqa: S101 - for the type checker
        slips = [
            (ref, name)
            for ref, name in self._alike.mistyped(body.name)
            if (known := self.known.organisation.get(ref))
            and all(scheme != body.identifier[0] for scheme, _ in known.identifiers)
        ]
        if slips:
            self._ask_which(body, slips)
        else:
            self._enter(body)
            self._alike.add(body.new_ref, body.name)

    def _resolve_exactly(self, body: Body) -> bool:
        """Settle a body whose very name is known or numbered in the list; say whether it was."""
        bearers = self.known.organisations_named.get(folded(body.name), [])
        choices = {known.key: shown(known) for known in bearers}
        for other in self._numbered.get(folded(body.name), ()):
            number = other.identifier[1] if other.identifier else ""
            choices |= dict.fromkeys(other.refs, f"{other.name} ({number})")
        if not choices:
            return False
        differ = len(bearers) == 1 and sectors_differ(bearers[0], body)
        if len(choices) > 1 or differ:
            self._ask_which(body, list(choices.items()), exactly=len(choices) > 1)
        else:
            body.refs = tuple(choices)
            self._note_other_name(body, bearers)
        return True

    def _note_other_name(self, body: Body, bearers: list[KnownOrganisation]) -> None:
        for known in bearers:
            if folded(known.name) != folded(body.name):
                self.notes.append(
                    f"{in_rows(tuple(body.rows))}: “{body.name}” is another name of {known.name}."
                )

    def _resolve_alike(self, body: Body) -> None:
        alike = self._alike.like(body.name)
        if alike or body.certainty == Certainty.UNSURE:
            self._ask_which(body, alike)
        else:
            self._enter(body)
        self._alike.add(FILE + folded(body.name), body.name)

    def _enter(self, body: Body) -> None:
        body.refs = (body.new_ref,)
        self.new.setdefault(body.new_ref, body)

    def _ask_which(
        self, body: Body, choices: list[tuple[str, str]], *, exactly: bool = False
    ) -> None:
        number = f":{body.identifier[1]}" if body.identifier else ""
        key = f"organisation:{folded(body.name).replace(' ', '-')}{number}"
        yes = "" if exactly or len(choices) > 1 else "Yes, it is "
        offered = (
            *(
                Choice(AS + ref, yes + label + self._why(body, ref, label))
                for ref, label in choices
            ),
            *other_choices(body),
        )
        answer = self.decisions.get(key, "")
        if answer not in {choice.value for choice in offered}:
            rows = tuple(body.rows)
            sentence = f"{in_rows(rows)}: {sentence_for(body, choices, exactly=exactly)}"
            self.questions.append(Question(key, rows[0], body.column, sentence, offered, rows))
        elif answer == LEAVE_OUT:
            self.left_out += [
                LeftOut(row, body.column, body.name, "You left it out.") for row in body.rows
            ]
        elif answer == NEW:
            self._enter(body)
        elif answer == SPLIT:
            self._split(body)
        else:
            self._take_as(body, answer.removeprefix(AS))

    def _why(self, body: Body, ref: str, label: str) -> str:
        """Return why a body is offered, in brackets: what is alike, and whose old name it was."""
        known = self.known.organisation.get(ref)
        if known and label.startswith(known.name):
            label = known.name
        reasons = [why_alike(body.name, label)]
        if known and folded(known.name) != folded(label):
            reasons.append(f"a name of {known.name}")
        told = ", ".join(filter(None, reasons))
        return f" ({told})" if told else ""

    def _take_as(self, body: Body, ref: str) -> None:
        body.is_alias = True
        if not ref.startswith(FILE):
            body.refs = (ref,)
            return
        other = self._bodies.get((ref.removeprefix(FILE), None))
        body.refs = other.refs if other else ()

    def _split(self, body: Body) -> None:
        refs: list[str] = []
        for half in halves(body.name):
            found = self._bodies.get((folded(half), None))
            if found is None:
                found = Body(half, body.column, rows=list(body.rows))
                self._bodies[found.mention] = found
                if not self._resolve_exactly(found):
                    self._resolve_alike(found)
            refs += found.refs
        body.refs = tuple(dict.fromkeys(refs))


def gathered(mentions: Iterable[Named]) -> dict[Mention, Body]:
    """Return one body for each number, and for each name that comes without one."""
    bodies: dict[Mention, Body] = {}
    for named in mentions:
        mention: Mention = ("" if named.identifier else folded(named.name), named.identifier)
        body = bodies.get(mention)
        if body is None:
            body = Body(named.name, named.column, named.identifier)
            body.certainty, body.reason = named.certainty, named.reason
            bodies[mention] = body
        body.sector = body.sector or named.sector
        if named.certainty != Certainty.UNSURE:
            body.certainty = named.certainty
        if named.row not in body.rows[-1:]:
            body.rows.append(named.row)
    return bodies


def halves(name: str) -> list[str]:
    """Return the two names that the first "and" of a name joins."""
    return [half.strip() for half in AND.split(name, maxsplit=1)]


def other_choices(body: Body) -> tuple[Choice, ...]:
    """Return the choices besides being one of the bodies offered."""
    pair = halves(body.name) if body.certainty == Certainty.UNSURE else []
    split = (Choice(SPLIT, f"It is two: “{pair[0]}” and “{pair[1]}”"),) if len(pair) == 2 else ()
    new = Choice(NEW, f"Enter “{body.name}” as an organisation of its own")
    return (*split, new, Choice(LEAVE_OUT, "Leave it out"))


def sentence_for(body: Body, choices: list[tuple[str, str]], *, exactly: bool) -> str:
    """Return the question about a body as one plain sentence."""
    if not choices:
        return f"is “{body.name}” one organisation? {body.reason}"
    if len(choices) == 1:
        return f"is “{body.name}” the same as “{choices[0][1]}”?"
    if exactly:
        return f"more than one organisation is or was called “{body.name}”. Which is meant?"
    return f"which organisation is “{body.name}”?"


def shown(known: KnownOrganisation) -> str:
    """Return a known body as it is told apart from others of its name."""
    sector = [label_of("sector", known.sector)] if known.sector not in UNTOLD_SECTORS else []
    details = ", ".join([*sector, *(value for _, value in known.identifiers)])
    return f"{known.name} ({details})" if details else known.name


def sectors_differ(known: KnownOrganisation, body: Body) -> bool:
    """Say whether the list puts a body in another sector than the register does."""
    return known.sector not in UNTOLD_SECTORS and body.sector not in ("", known.sector)
