"""Where a file being brought in stands, and the one page that comes next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from joinedup.domain.imports.kinds import ImportState
from joinedup.domain.imports.models import Import
from joinedup.domain.imports.queries import is_long, sample_of
from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.steps import THINGS, Outcome
from joinedup.domain.journal.models import Entry
from joinedup.domain.mappings.mapping import mapping_of, problems_with
from joinedup.domain.undoing.queries import Stay

CONFIRMED, MEMBERS = "confirmed", "members"
ONE = {
    "partnerships": "partnership",
    "organisations": "organisation",
    "memberships": "membership",
    "people": "person",
    "seats": "place on a partnership",
    "deputies": "deputy said to stand in for somebody",
    "hosts": "host",
    "scores": "reported score",
    "contributions": "line of what members put in",
}
MANY = {thing: label.lower() for thing, label in THINGS.items()}
TOLD_AT_MOST = 4
OUTCOMES = {Outcome.CREATED: "added", Outcome.UPDATED: "changed"}
STORY = {
    "import.staged": "{by} chose the file.",
    "import.reread": "{by} had it read in another way.",
    "import.applied": "{by} brought it in.",
    "import.discarded": "{by} put it aside.",
    "import.undone": "{by} took it back.",
}
NOBODY = "The service"


@dataclass(frozen=True)
class Place:
    """How far one file has come."""

    staged: Import
    planned: Plan | None

    @property
    def next_page(self) -> str:
        """Return the address of what comes next."""
        if self.planned is None:
            return self.address("import_columns")
        if self.planned.problems:
            return self.address("import_problems")
        if self.planned.questions:
            return self.address("import_questions")
        return self.address("import_check" if self.members_confirmed else "import_members")

    @property
    def members_confirmed(self) -> bool:
        """Say whether a person has looked at the members read from prose, where there are any."""
        prose = self.planned is not None and bool(self.planned.proposals)
        return not prose or self.staged.answers.get(MEMBERS) == CONFIRMED

    def address(self, name: str) -> str:
        """Return the address of a page of this file."""
        return reverse(name, args=[self.staged.public_id])

    def tasks(self) -> list[dict[str, Any]]:
        """Return the steps as a task list draws them; what cannot be begun yet has no link."""
        check, planned = "Check what will happen", self.planned
        if planned is None:
            return [self.to_do("Say what each column is", "import_columns"), not_yet(check)]
        tasks = [self.done("Say what each column is", "import_columns")]
        if count := len(planned.problems):
            tasks.append(self.to_do("Mend what cannot be read", "import_problems", count))
        if count := len(planned.questions):
            tasks.append(self.to_do("Answer questions", "import_questions", count))
        if planned.proposals:
            step = self.done if self.members_confirmed else self.to_do
            tasks.append(step("Confirm the members", "import_members"))
        ready = planned.may_be_applied and self.members_confirmed
        return [*tasks, self.to_do(check, "import_check") if ready else not_yet(check)]

    def to_do(self, text: str, page: str, left: int = 0) -> dict[str, Any]:
        """Return a step that waits for a person."""
        state = f"{left} left" if left else "To do"
        return {"text": text, "href": self.address(page), "state": state, "colour": "blue"}

    def done(self, text: str, page: str) -> dict[str, Any]:
        """Return a step that was taken, and can be taken again."""
        return {"text": text, "href": self.address(page), "state": "Done", "colour": ""}


def not_yet(text: str) -> dict[str, Any]:
    """Return a step that cannot be taken before the others."""
    return {"text": text, "state": "Cannot start yet", "colour": "grey"}


def place_of(staged: Import, request: Any, planner: Any) -> Place:
    """Return how far a file has come; it is planned once its columns can be read."""
    table = sample_of(staged)
    ready = not problems_with(mapping_of(staged.mapping), table)
    ready = ready and (bool(staged.planned) or not is_long(staged))
    return Place(staged, planner(staged, request.user, request.today) if ready else None)


def in_a_sentence(things: dict[str, int]) -> str:
    """Return what matters most of the counts: 2 partnerships, 5 organisations and 1 person."""
    counts = {thing: things.get(thing, 0) for thing in ONE}
    told = [f"{n:,} {ONE[thing] if n == 1 else MANY[thing]}" for thing, n in counts.items() if n]
    told = told[:TOLD_AT_MOST]
    if len(told) < 2:
        return told[0] if told else "nothing"
    return f"{', '.join(told[:-1])} and {told[-1]}"


def rows_of_counts(counts: dict[str, dict[str, int]]) -> list[list[Any]]:
    """Return the counts as a table: one row for each thing that the file tells of."""
    return [
        [label, *(counts[outcome][thing] for outcome in ("created", "updated", "unchanged"))]
        for thing, label in THINGS.items()
        if any(counts[outcome][thing] for outcome in counts)
    ]


def what_came_in(applied: Import) -> list[dict[str, Any]]:
    """Return what a file added and changed, each sort with its count and the page that lists it."""
    counts = applied.outcome.get("counts", {})
    return [
        {
            "text": f"{THINGS[thing]} {word}",
            "count": count,
            "href": reverse("import_made", args=[applied.public_id, word, thing]),
        }
        for outcome, word in OUTCOMES.items()
        for thing in THINGS
        if (count := counts.get(outcome, {}).get(thing, 0))
    ]


def told(entries: list[Entry]) -> list[tuple[datetime, str]]:
    """Return what was done to a file, as sentences with their moments."""
    return [
        (entry.at, STORY[entry.verb].format(by=entry.by_name or NOBODY))
        for entry in entries
        if entry.verb in STORY
    ]


def address_of(partnership: str, organisation: str) -> str:
    """Return the page that shows a thing, or nothing where there is none."""
    if partnership:
        return reverse("partnership", args=[partnership])
    return reverse("organisation", args=[organisation]) if organisation else ""


def rows_of(stays: list[Stay]) -> list[list[Any]]:
    """Return what stays as a table draws it, with links."""
    return [
        [
            {"text": stay.label, "href": address_of(stay.partnership, stay.organisation)},
            stay.row,
            stay.why,
        ]
        for stay in stays
    ]


def came_of(file: Import) -> str:
    """Return what came of a file, in a few words."""
    if file.state == ImportState.APPLIED:
        return f"Added {in_a_sentence(file.outcome.get('counts', {}).get('created', {}))}"
    if file.state == ImportState.UNDONE:
        stays = file.outcome.get("undone", {}).get("left", 0)
        return f"Taken back; {stays} stayed" if stays else "Taken back whole"
    return "Nothing yet" if file.state == ImportState.STAGED else "Nothing"
