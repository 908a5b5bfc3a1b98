"""Make ready what a file enters, some hundred things at a time; nobody sees it before the flip."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Any

from joinedup.domain.basics.arriving import Arriving, reserve
from joinedup.domain.basics.days import not_over
from joinedup.domain.basics.folding import folded
from joinedup.domain.contacts.arriving import contact_of
from joinedup.domain.contributions.arriving import contribution_of
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.deputies.arriving import seat_of
from joinedup.domain.imports.actions.keeping import TABLES, kept_steps, keys_of, referred_to
from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.intake.steps import Outcome
from joinedup.domain.matching.known import place_on
from joinedup.domain.organisations.arriving import organisation_of
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.models import (
    Identifier,
    Organisation,
    OtherOrganisationName,
    Succession,
)
from joinedup.domain.partnerships.models import (
    Holder,
    Hosting,
    Membership,
    OtherPartnershipName,
    Partnership,
    ReportedScore,
    Seat,
    Theme,
)
from joinedup.domain.people.arriving import person_of
from joinedup.domain.places.arriving import area_of
from joinedup.domain.places.models import Area

FACTS = ("sector", "website", "contact", "from_on", "to_on")
OF_MEMBERS = ("standing", "from_on", "to_on", "brings", "gains")
NOT_FIELDS = {"other_names", "area", "themes", "accountable_body"}
# A name that somebody added meanwhile is no reason to stop.
ONCE = (Area, OtherOrganisationName, OtherPartnershipName, Theme)
NEW_OR_CHANGED = (Outcome.CREATED, Outcome.UPDATED)


class Entering:
    """Makes one file ready to be moved into the register."""

    def __init__(self, staged: Import, day: date) -> None:
        self.staged, self.day = staged, day
        self.arriving = Arriving()
        self.areas: dict[str, int] = {}

    def make_ready(self, reached: Any = None) -> Arriving:
        """Make everything ready, lowest things first; ``reached`` is told how many steps are."""
        for thing in TABLES:
            for steps in kept_steps(self.staged, thing, *NEW_OR_CHANGED):
                created = [step for step in steps if step.outcome == Outcome.CREATED]
                updated = [step for step in steps if step.outcome == Outcome.UPDATED]
                getattr(self, f"enter_{thing}")(created, updated)
                if reached:
                    reached(len(steps))
        return self.arriving

    def enter_organisations(self, created: list[ImportStep], updated: list[ImportStep]) -> None:
        """Enter new bodies; add names, numbers and sectors to known ones."""
        parents = referred_to(self.staged, created)["part_of"]
        bodies = [organisation_of(s.made, s.public_id, s.values, parents) for s in created]
        self.arriving.add(bodies)
        known = Organisation.objects.in_bulk([step.made for step in updated])
        for step in updated:
            facts = {name: step.values[name] for name in FACTS if step.values.get(name)}
            for name, value in facts.items():
                setattr(known[step.made], name, value)
            if facts:
                self.arriving.change(known[step.made], *facts)
        numbers = [
            Identifier(organisation_id=step.made, scheme=scheme, value=value)
            for step in (*created, *updated)
            for scheme, value in step.values.get("identifiers", ())
        ]
        self.add_with_keys(numbers)
        self.add_names(OtherOrganisationName, "organisation_id", [*created, *updated])
        self.add_with_keys(
            [
                OtherOrganisationName(
                    organisation_id=step.made,
                    name=name,
                    folded_name=folded(name),
                    sort=NameSort.FORMER,
                    to_on=until,
                )
                for step in (*created, *updated)
                for name, until in step.values.get("former_names", ())
            ]
        )

    def enter_successions(self, created: list[ImportStep], _updated: list[ImportStep]) -> None:
        """Note what came after whom."""
        keys = referred_to(self.staged, created)
        self.arriving.add(
            [
                Succession(
                    pk=step.made,
                    public_id=step.public_id,
                    predecessor_id=keys["predecessor"][step.values["predecessor"]],
                    successor_id=keys["successor"][step.values["successor"]],
                    sort=step.values["sort"],
                    on=step.values["on"],
                )
                for step in created
            ]
        )

    def enter_contacts(self, created: list[ImportStep], _updated: list[ImportStep]) -> None:
        """Say whom to ask for at a body; nobody is given access by it."""
        keys = referred_to(self.staged, created)["organisation"]
        self.arriving.add([contact_of(s.made, s.public_id, keys, s.values) for s in created])

    def enter_partnerships(self, created: list[ImportStep], updated: list[ImportStep]) -> None:
        """Enter new shared records; change what a list tells otherwise of known ones."""
        self.enter_areas([*created, *updated])
        bodies = referred_to(self.staged, [*created, *updated])["accountable_body"]
        records = [
            Partnership(pk=step.made, public_id=step.public_id, **self.fields_of(step, bodies))
            for step in created
        ]
        self.arriving.add(records)
        known = Partnership.objects.in_bulk([step.made for step in updated])
        for step in updated:
            one, fields = known[step.made], self.fields_of(step, bodies)
            for name, value in fields.items():
                setattr(one, name, value)
            self.arriving.change(one, *fields)
        self.add_names(OtherPartnershipName, "partnership_id", [*created, *updated])
        self.add_names(Theme, "partnership_id", [*created, *updated], "themes")

    def enter_areas(self, steps: Sequence[ImportStep]) -> None:
        """Enter the places that are not known yet."""
        told = dict(step.values["area"] for step in steps if "area" in step.values)
        told = {code: name for code, name in told.items() if code not in self.areas}
        known = Area.objects.filter(code__in=told).order_by()
        self.areas |= dict(known.values_list("code", "pk"))
        missing = [area_of(code, name) for code, name in told.items() if code not in self.areas]
        self.add_with_keys(missing)
        self.areas |= {area.code: area.pk for area in missing}

    def fields_of(self, step: ImportStep, bodies: dict[str, int]) -> dict[str, Any]:
        """Return the fields of a shared record that a step tells."""
        fields = {name: value for name, value in step.values.items() if name not in NOT_FIELDS}
        if "name" in fields:
            fields["folded_name"] = folded(fields["name"])
        if "tier" in fields:
            fields["tier"] = int(fields["tier"])
        if "area" in step.values:
            fields["area_id"] = self.areas[step.values["area"][0]]
        if body := step.values.get("accountable_body"):
            fields["accountable_body_id"] = bodies[body]
        return fields

    def enter_hosts(self, created: list[ImportStep], _updated: list[ImportStep]) -> None:
        """Enter who administers the records."""
        keys = referred_to(self.staged, created)
        self.arriving.add(
            [
                Hosting(
                    pk=step.made,
                    partnership_id=keys["partnership"][step.values["partnership"]],
                    organisation_id=keys["organisation"][step.values["organisation"]],
                    is_lead=step.values["is_lead"],
                )
                for step in created
            ]
        )

    def enter_memberships(self, created: list[ImportStep], updated: list[ImportStep]) -> None:
        """Enter new members; correct the standing and dates of known ones."""
        keys = referred_to(self.staged, created)
        members = [
            Membership(
                pk=step.made,
                public_id=step.public_id,
                partnership_id=keys["partnership"][step.values["partnership"]],
                organisation_id=keys["organisation"][step.values["organisation"]],
                unit=step.values.get("unit", ""),
                **told_of(step),
            )
            for step in created
        ]
        self.arriving.add(members)
        known = self.known_memberships([step.ref for step in updated])
        for step in updated:
            told = told_of(step)
            for name, value in told.items():
                setattr(known[step.ref], name, value)
            self.arriving.change(known[step.ref], *told)
            step.made = known[step.ref].pk
        ImportStep.objects.bulk_update(updated, ["made"])

    def known_memberships(self, refs: Sequence[str]) -> dict[str, Membership]:
        """Return the members that were there already, by the references of a plan."""
        if not refs:
            return {}
        keys = {ref.partition("|")[0] for ref in refs}
        found = Membership.objects.filter(not_over(self.day), partnership__public_id__in=keys)
        return {
            place_on(
                member.partnership.public_id, member.organisation.public_id, member.unit
            ): member
            for member in found.select_related("partnership", "organisation").order_by("-id")
        }

    def enter_people(self, created: list[ImportStep], _updated: list[ImportStep]) -> None:
        """Put new people in the directory; nobody known is renamed."""
        self.arriving.add([person_of(s.made, s.public_id, s.values) for s in created])

    def enter_seats(self, created: list[ImportStep], _updated: list[ImportStep]) -> None:
        """Open new places for whoever holds them; those of successors change hands in the flip."""
        people = keys_of(self.staged, "people", {step.values["person"] for step in created})
        others = self.stood_in(created)
        seats = [
            seat_of(step.made, step.public_id, member, other, step.values["capacity"], self.day)
            for step, member, other in zip(created, self.members_at(created), others, strict=True)
        ]
        self.arriving.add(seats)
        held = ((step.made, people[step.values["person"]]) for step in created)
        self.add_with_keys([Holder(seat_id=seat, person_id=person) for seat, person in held])

    def stood_in(self, steps: Sequence[ImportStep]) -> list[int | None]:
        """Return the key of the place that each step says is stood in for, new or known."""
        told = [step.values.get("seat") for step in steps]
        keys = keys_of(self.staged, "seats", {ref for ref in told if isinstance(ref, str)})
        return [keys.get(ref, ref) for ref in told]

    def enter_deputies(self, _created: list[ImportStep], updated: list[ImportStep]) -> None:
        """Say for which places deputies who were there stand in now."""
        known = Seat.objects.in_bulk([step.made for step in updated])
        for step, other in zip(updated, self.stood_in(updated), strict=True):
            known[step.made].stands_in_for_id = step.values["seat"] = other
            self.arriving.change(known[step.made], "stands_in_for")
        # From here on by its key: what a file calls a place can hold an address.
        ImportStep.objects.bulk_update(updated, ["values"])

    def members_at(self, steps: Sequence[ImportStep]) -> list[int]:
        """Return the key of the member that each step is about, new or known."""
        told = ("partnership", "organisation", "unit")
        places = [place_on(*(step.values.get(name, "") for name in told)) for step in steps]
        keys = keys_of(self.staged, "memberships", places)
        there = [place for place in places if place not in keys]
        keys |= {ref: member.pk for ref, member in self.known_memberships(there).items()}
        return [keys[place] for place in places]

    def enter_contributions(self, created: list[ImportStep], updated: list[ImportStep]) -> None:
        """Enter what members put in; correct how much it is."""
        told = zip(created, self.members_at(created), strict=True)
        self.arriving.add([contribution_of(s.made, s.public_id, m, s.values) for s, m in told])
        known = Contribution.objects.in_bulk([step.made for step in updated])
        for step in updated:
            known[step.made].amount = step.values["amount"]
            self.arriving.change(known[step.made], "amount")

    def enter_scores(self, created: list[ImportStep], updated: list[ImportStep]) -> None:
        """Keep the scores of earlier years as reported; another report of a year replaces it."""
        keys = referred_to(self.staged, [*created, *updated])["partnership"]
        told = ("year", "overall", "band")
        scores = [
            ReportedScore(
                pk=step.made,
                partnership_id=keys[step.values["partnership"]],
                **{name: step.values[name] for name in told},
            )
            for step in created
        ]
        self.arriving.add(scores)
        known = {
            (score.partnership_id, score.year): score
            for score in ReportedScore.objects.filter(
                partnership__in=[keys[step.values["partnership"]] for step in updated]
            )
        }
        for step in updated:
            score = known[keys[step.values["partnership"]], step.values["year"]]
            score.overall, score.band = step.values["overall"], step.values["band"]
            self.arriving.change(score, "overall", "band")
            step.made = score.pk
        ImportStep.objects.bulk_update(updated, ["made"])

    def add_names(
        self, table: Any, of: str, steps: Sequence[ImportStep], told: str = "other_names"
    ) -> None:
        """Add the other names, or the themes, that steps tell."""
        names = chain.from_iterable(
            ((step, name) for name in step.values.get(told, ())) for step in steps
        )
        self.add_with_keys(
            [table(name=name, folded_name=folded(name), **{of: step.made}) for step, name in names]
        )

    def add_with_keys(self, things: Sequence[Any]) -> None:
        """Add things that no step stands for, with keys of their own."""
        if things:
            for thing, key in zip(things, reserve(type(things[0]), len(things)), strict=True):
                thing.pk = key
            self.arriving.add(things)


def told_of(step: ImportStep) -> dict[str, Any]:
    """Return the facts of a membership that a step tells."""
    return {name: step.values[name] for name in OF_MEMBERS if name in step.values}
