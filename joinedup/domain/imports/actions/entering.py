"""Write what a plan says, many rows at a time, each with its line in the journal."""

from datetime import datetime
from typing import Any

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, not_over
from joinedup.domain.basics.folding import folded
from joinedup.domain.imports.actions.seating import Seating
from joinedup.domain.imports.actions.writing import BATCH, Writing
from joinedup.domain.imports.models import Import
from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.journal.actions import record_many
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.organisations.models import Identifier, Organisation, OtherOrganisationName
from joinedup.domain.partnerships.kinds import Standing
from joinedup.domain.partnerships.models import (
    Hosting,
    Membership,
    OtherPartnershipName,
    Partnership,
)
from joinedup.domain.people.models import Person
from joinedup.domain.places.actions import note_areas
from joinedup.domain.places.models import Area

NOT_FIELDS = {"other_names", "area"}


class Entering(Writing):
    """Enters one plan; what it needs is fetched once and kept by the references of the plan."""

    def __init__(self, planned: Plan, staged: Import, *, by: Person | None, at: datetime) -> None:
        super().__init__(planned, staged, by=by, at=at)
        self.organisations = there(Organisation, planned, "organisation")
        self.partnerships = there(Partnership, planned, "partnership")
        self.memberships: dict[str, Membership] = {}

    def enter(self) -> None:
        """Write everything, lowest things first."""
        self.enter_organisations()
        self.enter_partnerships()
        self.enter_hosts()
        self.enter_memberships()
        seating = Seating(self.planned, self.staged, by=self.by, at=self.at)
        seating.enter(self.partnerships, self.memberships)
        record_many([*self.entries, *seating.entries])

    def enter_organisations(self) -> None:
        """Enter new bodies; add names, numbers and sectors to known ones."""
        created = self.steps("organisations", Outcome.CREATED)
        bodies = [
            Organisation(
                name=step.values["name"],
                folded_name=folded(step.values["name"]),
                sector=step.values["sector"] or Sector.UNTOLD,
            )
            for step in created
        ]
        Organisation.objects.bulk_create(bodies, batch_size=BATCH)
        for step, body in zip(created, bodies, strict=True):
            self.organisations[step.ref] = body
            self.note("organisation.added", body, step)
        updated = self.steps("organisations", Outcome.UPDATED)
        for step in updated:
            body = self.organisations[step.ref]
            if sector := step.values.get("sector"):
                change(body, expecting=(None, body.version), sector=sector)
                self.note("organisation.changed", body, step, was={"sector": ""})
            for name in step.values.get("other_names", ()):
                self.note("organisation.named", body, step, name=name)
            for scheme, value in step.values.get("identifiers", ()):
                self.note("organisation.identified", body, step, scheme=scheme, value=value)
        self.enter_names_and_numbers([*created, *updated])

    def enter_names_and_numbers(self, steps: list[Step]) -> None:
        """Add the other names and the numbers of bodies."""
        Identifier.objects.bulk_create(
            (
                Identifier(organisation=self.organisations[step.ref], scheme=scheme, value=value)
                for step in steps
                for scheme, value in step.values.get("identifiers", ())
            ),
            batch_size=BATCH,
        )
        OtherOrganisationName.objects.bulk_create(
            (
                OtherOrganisationName(
                    organisation=self.organisations[step.ref], name=name, folded_name=folded(name)
                )
                for step in steps
                for name in step.values.get("other_names", ())
            ),
            batch_size=BATCH,
            ignore_conflicts=True,
        )

    def enter_partnerships(self) -> None:
        """Enter new shared records; change what a list tells otherwise of known ones."""
        created = self.steps("partnerships", Outcome.CREATED)
        updated = self.steps("partnerships", Outcome.UPDATED)
        told = (step.values["area"] for step in (*created, *updated) if "area" in step.values)
        areas = note_areas(dict(told))
        fields = {step.ref: fields_of(step, areas) for step in (*created, *updated)}
        records = [Partnership(**fields[step.ref]) for step in created]
        Partnership.objects.bulk_create(records, batch_size=BATCH)
        for step, one in zip(created, records, strict=True):
            self.partnerships[step.ref] = one
            self.note("partnership.imported", one, step)
        for step in updated:
            one = self.partnerships[step.ref]
            change(one, expecting=(one.state, one.version), **fields[step.ref])
            was = {name: str(value or "") for name, value in step.before.items()}
            self.note("partnership.changed", one, step, was=was)
        OtherPartnershipName.objects.bulk_create(
            (
                OtherPartnershipName(
                    partnership=self.partnerships[step.ref], name=name, folded_name=folded(name)
                )
                for step in (*created, *updated)
                for name in step.values.get("other_names", ())
            ),
            batch_size=BATCH,
            ignore_conflicts=True,
        )

    def enter_hosts(self) -> None:
        """Enter who administers the records."""
        created = self.steps("hosts", Outcome.CREATED)
        Hosting.objects.bulk_create(
            (
                Hosting(
                    partnership=self.partnerships[step.values["partnership"]],
                    organisation=self.organisations[step.values["organisation"]],
                    is_lead=step.values["is_lead"],
                )
                for step in created
            ),
            batch_size=BATCH,
        )
        for step in created:
            body = self.organisations[step.values["organisation"]]
            one = self.partnerships[step.values["partnership"]]
            verb = "partnership.led" if step.values["is_lead"] else "partnership.hosted"
            self.note(verb, one, step, host=body.public_id)

    def enter_memberships(self) -> None:
        """Enter new members; correct the standing and dates of known ones."""
        created = self.steps("memberships", Outcome.CREATED)
        members = [
            Membership(
                partnership=self.partnerships[step.values["partnership"]],
                organisation=self.organisations[step.values["organisation"]],
                standing=step.values.get("standing", Standing.CORE),
                from_on=step.values.get("from_on"),
            )
            for step in created
        ]
        Membership.objects.bulk_create(members, batch_size=BATCH)
        for step, member in zip(created, members, strict=True):
            self.memberships[step.ref] = member
            self.note("member.added", member.partnership, step, member=member.member_name)
        self.fetch_memberships()
        for step in self.steps("memberships", Outcome.UPDATED):
            member = self.memberships[step.ref]
            told = {k: v for k, v in step.values.items() if k in ("standing", "from_on")}
            change(member, expecting=(None, member.version), **told)
            self.note("member.changed", member.partnership, step, member=member.member_name)

    def fetch_memberships(self) -> None:
        """Fetch the members that were there already."""
        known = [s for s in self.planned.steps_of("memberships") if s.ref not in self.memberships]
        keys = {step.values["partnership"] for step in known}
        found = Membership.objects.filter(
            not_over(day_of(self.at)), partnership__public_id__in=keys, unit=""
        )
        for member in found.select_related("partnership", "organisation").order_by("-id"):
            ref = f"{member.partnership.public_id}|{member.organisation.public_id}"
            self.memberships[ref] = member


def there(table: Any, planned: Plan, name: str) -> dict[str, Any]:
    """Return the things of one table that a plan refers to and the register holds already."""
    refs = {step.values[name] for step in planned.steps if name in step.values}
    refs |= {step.ref for step in planned.steps_of(f"{name}s")}
    known = [ref for ref in refs if not ref.startswith("new:")]
    found: dict[str, Any] = table.objects.in_bulk(known, field_name="public_id")
    return found


def fields_of(step: Step, areas: dict[str, Area]) -> dict[str, Any]:
    """Return the fields of a shared record that a step tells."""
    fields = {name: value for name, value in step.values.items() if name not in NOT_FIELDS}
    if "name" in fields:
        fields["folded_name"] = folded(fields["name"])
    if "tier" in fields:
        fields["tier"] = int(fields["tier"])
    if "area" in step.values:
        fields["area"] = areas[step.values["area"][0]]
    return fields
