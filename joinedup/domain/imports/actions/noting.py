"""Write into the journal what a file did, thing by thing, from which of its rows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.intake.steps import Outcome
from joinedup.domain.journal.actions import entry_of
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person

BODIES = ("organisation", "predecessor", "successor")
Line = tuple[str, Identified, dict[str, Any]]


def make_entries(
    staged: Import, steps: Sequence[ImportStep], *, by: Person | None, at: datetime
) -> list[Entry]:
    """Return a line, not yet written, for each thing that some steps made or changed."""
    return list(Noting(staged, steps, by=by, at=at).entries())


class Noting:
    """The lines of some steps; the names they need are fetched once."""

    def __init__(
        self, staged: Import, steps: Sequence[ImportStep], *, by: Person | None, at: datetime
    ) -> None:
        self.staged, self.by, self.at = staged, by, at
        self.steps = [step for step in steps if step.outcome != Outcome.UNCHANGED]
        bodies = {s.values[as_] for s in self.steps for as_ in BODIES if as_ in s.values}
        self.bodies = self.public_ids("organisations", bodies)
        found = Organisation.objects.filter(public_id__in=self.bodies.values()).order_by()
        self.names = dict(found.values_list("public_id", "name"))
        of = {s.values["partnership"] for s in self.steps if "partnership" in s.values}
        self.partnerships = self.public_ids("partnerships", of)
        people = {s.values["person"] for s in self.steps if "person" in s.values}
        self.people = self.public_ids("people", people)

    def public_ids(self, thing: str, refs: Iterable[str]) -> dict[str, str]:
        """Return the public identifiers that references mean: of known things, their own."""
        wanted = set(refs)
        fresh = [ref for ref in wanted if ref.startswith("new:")]
        steps = ImportStep.objects.filter(whole=self.staged, thing=thing, ref__in=fresh).order_by()
        return {ref: ref for ref in wanted} | dict(steps.values_list("ref", "public_id"))

    def entries(self) -> Iterator[Entry]:
        """Yield the lines of all steps."""
        for step in self.steps:
            lines: Iterator[Line] = getattr(self, f"of_{step.thing}")(step)
            for verb, thing, detail in lines:
                yield entry_of(
                    verb,
                    thing,
                    by=self.by,
                    at=self.at,
                    because=f"Brought in from {self.staged.file_name}, row {step.row}.",
                    imported=self.staged.public_id,
                    **detail,
                )

    def of_organisations(self, step: ImportStep) -> Iterator[Line]:
        """Yield the lines of a body: entered, or told more of."""
        body = Organisation(public_id=step.public_id or step.ref)
        if step.outcome == Outcome.CREATED:
            yield "organisation.added", body, {}
            return
        if step.before:
            yield "organisation.changed", body, {"was": dict.fromkeys(step.before, "")}
        former = [name for name, _ in step.values.get("former_names", ())]
        for name in (*step.values.get("other_names", ()), *former):
            yield "organisation.named", body, {"name": name}
        for scheme, value in step.values.get("identifiers", ()):
            yield "organisation.identified", body, {"scheme": scheme, "value": value}

    def of_successions(self, step: ImportStep) -> Iterator[Line]:
        """Yield the lines of both bodies, the one that ended and the one that came after it."""
        before, after = (self.bodies[step.values[as_]] for as_ in ("predecessor", "successor"))
        sort = {"sort": step.values["sort"]}
        yield "organisation.succeeded", Organisation(public_id=before), sort | {"body": after}
        yield "organisation.inherited", Organisation(public_id=after), sort | {"body": before}

    def of_contacts(self, step: ImportStep) -> Iterator[Line]:
        """Yield the line of somebody to ask for, in the history of their body."""
        body = Organisation(public_id=self.bodies[step.values["organisation"]])
        yield "contact.added", body, {"contact": step.public_id}

    def of_partnerships(self, step: ImportStep) -> Iterator[Line]:
        """Yield the line of a shared record."""
        one = Partnership(public_id=step.public_id or step.ref)
        if step.outcome == Outcome.CREATED:
            yield "partnership.imported", one, {}
        else:
            was = {name: str(value or "") for name, value in step.before.items()}
            yield "partnership.changed", one, {"was": was}

    def partnership(self, step: ImportStep) -> Partnership:
        """Return the partnership in whose history a step stands."""
        return Partnership(public_id=self.partnerships[step.values["partnership"]])

    def of_hosts(self, step: ImportStep) -> Iterator[Line]:
        """Yield the line of a host."""
        verb = "partnership.led" if step.values["is_lead"] else "partnership.hosted"
        yield verb, self.partnership(step), {"host": self.bodies[step.values["organisation"]]}

    def of_memberships(self, step: ImportStep) -> Iterator[Line]:
        """Yield the line of a member."""
        verb = "member.added" if step.outcome == Outcome.CREATED else "member.changed"
        yield verb, self.partnership(step), {"member": self.member(step)}

    def member(self, step: ImportStep) -> str:
        """Return the name of the member that a step is about."""
        name = self.names.get(self.bodies[step.values["organisation"]], "")
        return f"{step.values['unit']}, {name}" if "unit" in step.values else name

    def of_people(self, step: ImportStep) -> Iterator[Line]:
        """Yield the line of somebody new."""
        yield "person.added", Person(public_id=step.public_id), {}

    def of_seats(self, step: ImportStep) -> Iterator[Line]:
        """Yield the line of a new place; one that changed hands has its line already."""
        if step.outcome == Outcome.CREATED:
            yield (
                "seat.held",
                self.partnership(step),
                {
                    "seat": step.public_id,
                    "capacity": step.values["capacity"],
                    "person": self.people[step.values["person"]],
                    "member": self.member(step),
                },
            )
            if "stands_in_for" in step.values:
                yield from self.of_deputies(step)

    def of_deputies(self, step: ImportStep) -> Iterator[Line]:
        """Yield the line that says for whom a deputy stands in."""
        detail = {"member": self.member(step), "place": step.values["stands_in_for"]}
        yield (
            "seat.stands_in",
            self.partnership(step),
            detail | {"seat": step.public_id or step.ref},
        )

    def of_contributions(self, step: ImportStep) -> Iterator[Line]:
        """Yield the line of what a member puts in."""
        verb = "added" if step.outcome == Outcome.CREATED else "changed"
        detail = {name: step.values[name] for name in ("year", "sort")}
        detail |= {"member": self.member(step), "amount": str(step.values["amount"] or "")}
        yield f"contribution.{verb}", self.partnership(step), detail

    def of_scores(self, step: ImportStep) -> Iterator[Line]:
        """Yield the line of a reported score."""
        yield "score.reported", self.partnership(step), {"year": step.values["year"]}
