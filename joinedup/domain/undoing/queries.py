"""What taking a file back would withdraw, put back and leave: DESIGN 10.23."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.contacts.models import Contact
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.intake.steps import Outcome
from joinedup.domain.journal.models import Entry
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
from joinedup.domain.people.models import Person
from joinedup.domain.undoing.deputies import stood_in_since, told_in
from joinedup.domain.undoing.kinds import (
    CHANGED,
    GIVEN_SINCE,
    HANDED_OVER,
    HAS_PARTS,
    HAS_PLACES,
    HOLDS_PLACES,
    IS_ANSWERING,
    IS_ASKED_FOR,
    IS_FOLLOWED,
    IS_HOST,
    IS_MEMBER,
    OTHERWISE_NOW,
    SIGNED_IN,
)
from joinedup.domain.undoing.uses import same, used

# What a body belongs to, as what, and why it stays when that does.
BELONGING: tuple[tuple[Any, str, str], ...] = (
    (Membership, "organisation", IS_MEMBER),
    (Hosting, "organisation", IS_HOST),
    (Partnership, "accountable_body", IS_ANSWERING),
    (Contact, "organisation", IS_ASKED_FOR),
    (Succession, "predecessor", IS_FOLLOWED),
    (Succession, "successor", IS_FOLLOWED),
)


@dataclass(frozen=True)
class Stay:
    """Something that a file brought and that stays when the file is taken back, and why."""

    thing: str
    label: str
    row: int
    why: str
    partnership: str = ""
    organisation: str = ""


@dataclass
class Undoing:
    """Everything that taking one file back would do."""

    goes: dict[str, list[int]] = field(default_factory=dict)
    put_back: list[ImportStep] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """Return how many of each thing would go."""
        return {thing: len(keys) for thing, keys in self.goes.items()}

    def digest(self) -> str:
        """Return what changes when anything of what would happen does."""
        told = [sorted(self.goes.items()), [s.pk for s in self.put_back], self.stays]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def what_undoing_does(applied: Import) -> Undoing:
    """Return what taking a file back would do now; what somebody has used or changed stays."""
    return Tracing(applied).trace()


class Tracing:
    """Finds out what became of all that one file made, in a fixed number of queries."""

    def __init__(self, applied: Import) -> None:
        self.applied = applied
        self.undoing = Undoing()
        self.going: dict[type[Model], set[int]] = {}

    def trace(self) -> Undoing:
        """Return the whole; things that others refer to come after those."""
        self.partnerships()
        self.contributions()
        self.seats()
        self.memberships()
        self.hosts_and_scores()
        self.people()
        self.contacts_and_successions()
        self.organisations()
        self.changes()
        return self.undoing

    def steps(self, thing: str, outcome: Outcome = Outcome.CREATED) -> QuerySet[ImportStep]:
        """Return the steps of one thing."""
        steps = ImportStep.objects.filter(whole=self.applied, thing=thing, outcome=outcome)
        return steps.order_by("pk")

    def made(self, thing: str) -> QuerySet[ImportStep, Any]:
        """Return the keys of what the file made, to ask the database with."""
        return self.steps(thing).order_by().values("made")

    def settle(self, thing: str, table: type[Model], reasons: dict[int, Stay | None]) -> None:
        """Let go what has no reason to stay; None is a reason told elsewhere."""
        rows = table._base_manager.filter(pk__in=self.made(thing)).order_by()
        there = set(rows.values_list("pk", flat=True))
        self.going[table] = there - reasons.keys()
        self.undoing.goes[thing] = sorted(self.going[table])
        self.undoing.stays += [stay for key, stay in reasons.items() if stay and key in there]

    def why(self, thing: str, reasons: dict[int, str], **page: str) -> dict[int, Stay | None]:
        """Return reasons with what they are about; ``page`` says whose page shows it."""
        return {
            step.made: Stay(
                thing,
                step.label,
                step.row,
                reasons[step.made],
                **dict.fromkeys(page, step.public_id),
            )
            for step in self.steps(thing)
            if step.made in reasons
        }

    def partnerships(self) -> None:
        """Keep what somebody changed or uses, with everything on it."""
        made = self.made("partnerships")
        own = {Membership, Hosting, ReportedScore, OtherPartnershipName, Theme}
        reasons = used(Partnership, "pk", made, own)
        reasons |= used(Membership, "partnership", made, {Seat, Contribution})
        reasons |= self.given_since("membership__partnership", made)
        reasons |= used(Seat, "membership__partnership", made, {Holder, Seat})
        reasons |= self.touched("partnerships", Partnership)
        self.settle("partnerships", Partnership, self.why("partnerships", reasons, partnership=""))

    def touched(self, thing: str, table: Any) -> dict[int, str]:
        """Return what was changed since, by its version or by what the journal says of it."""
        made = self.made(thing)
        moved = table._base_manager.filter(pk__in=made).exclude(version=1)
        names = self.steps(thing).order_by().values("public_id")
        entries = Entry.objects.filter(kind=table.__name__.lower(), thing__in=names).order_by()
        others = {
            about
            for about, detail in entries.values_list("thing", "detail").iterator()
            if detail.get("imported") != self.applied.public_id
        }
        told = self.steps(thing).filter(public_id__in=others).values_list("made", flat=True)
        return dict.fromkeys([*moved.values_list("pk", flat=True), *told], CHANGED)

    def beside(self, thing: str, table: Any, path: str) -> list[tuple[int, int, str, str]]:
        """Return what was made on partnerships that do not go: key, version, label, page."""
        labels = dict(self.steps(thing).values_list("made", "label"))
        of = f"{path}__public_id"
        versioned = issubclass(table, Versioned)
        rows = table._base_manager.filter(pk__in=self.made(thing)).order_by("pk")
        told = rows.values_list("pk", "version" if versioned else "pk", path, of)
        return [
            (key, version if versioned else 1, labels[key], page)
            for key, version, whose, page in told.iterator()
            if whose not in self.going[Partnership]
        ]

    def on_known(
        self, thing: str, table: Any, path: str, reasons: dict[int, str]
    ) -> dict[int, Stay | None]:
        """Return why things stay that were made on partnerships which were there before.

        What was made on a partnership that stays, stays with it.
        """
        ours = set(self.steps("partnerships").values_list("public_id", flat=True))
        rows = dict(self.steps(thing).values_list("made", "row"))
        stays: dict[int, Stay | None] = {}
        for key, version, label, page in self.beside(thing, table, path):
            if page in ours:
                stays[key] = None
            elif why := reasons.get(key, "" if version == 1 else CHANGED):
                stays[key] = Stay(thing, label, rows[key], why, partnership=page)
        return stays

    def given_since(self, path: str, made: Any) -> dict[int, str]:
        """Return why things stay on which more is put in than the file said."""
        lines = Contribution.objects.filter(**{f"{path}__in": made}).order_by()
        others = lines.exclude(pk__in=self.made("contributions")).values_list(path, flat=True)
        return dict.fromkeys(others, GIVEN_SINCE)

    def contributions(self) -> None:
        """Keep lines of what members put in that were changed."""
        path = "membership__partnership"
        stays = self.on_known("contributions", Contribution, path, {})
        self.settle("contributions", Contribution, stays)

    def seats(self) -> None:
        """Keep places that changed hands or that others refer to."""
        made, path = self.made("seats"), "membership__partnership"
        reasons = used(Seat, "pk", made, {Holder, Seat})
        stays = self.on_known("seats", Seat, path, reasons)
        if stood_in := stood_in_since(self.applied, made, stays):
            stays = self.on_known("seats", Seat, path, stood_in | reasons)
        self.settle("seats", Seat, stays)

    def memberships(self) -> None:
        """Keep members that were changed, or that others refer to or hold places for."""
        made = self.made("memberships")
        reasons = used(Membership, "pk", made, {Seat, Contribution})
        reasons |= self.given_since("membership", made)
        others = Seat.objects.filter(membership__in=made).order_by()
        for key, seat in others.values_list("membership", "pk").iterator():
            if seat not in self.going[Seat]:
                reasons[key] = HAS_PLACES
        stays = self.on_known("memberships", Membership, "partnership", reasons)
        self.settle("memberships", Membership, stays)

    def hosts_and_scores(self) -> None:
        """Keep scores that were reported anew."""
        self.settle("hosts", Hosting, self.on_known("hosts", Hosting, "partnership", {}))
        told = {s.made: s.values for s in self.steps("scores")}
        scores = ReportedScore.objects.filter(pk__in=self.made("scores")).order_by()
        anew = {
            score.pk: OTHERWISE_NOW
            for score in scores
            if not same(score, told[score.pk], ("overall", "band"))
        }
        stays = self.on_known("scores", ReportedScore, "partnership", anew)
        self.settle("scores", ReportedScore, stays)

    def people(self) -> None:
        """Keep people who have come to be something else here."""
        made = self.made("people")
        reasons = used(Person, "pk", made, {Holder}) | self.touched("people", Person)
        signed_in = Person.objects.filter(pk__in=made, last_login__isnull=False).order_by()
        reasons |= dict.fromkeys(signed_in.values_list("pk", flat=True), SIGNED_IN)
        held = Holder.objects.filter(person__in=made).order_by().values_list("person", "seat")
        for key, seat in held.iterator():
            if seat not in self.going[Seat]:
                reasons[key] = HOLDS_PLACES
        self.settle("people", Person, self.why("people", reasons))

    def contacts_and_successions(self) -> None:
        """Keep people to ask for whose entry was put right."""
        moved = Contact.objects.filter(pk__in=self.made("contacts")).exclude(version=1).order_by()
        changed = dict.fromkeys(moved.values_list("pk", flat=True), CHANGED)
        self.settle("contacts", Contact, self.why("contacts", changed))
        self.settle("successions", Succession, {})

    def organisations(self) -> None:
        """Keep bodies that were changed or have come to belong anywhere else."""
        made = self.made("organisations")
        own = {Identifier, OtherOrganisationName, Membership, Hosting, Contact, Succession}
        own |= {Partnership, Organisation}
        reasons = used(Organisation, "pk", made, own)
        reasons |= self.touched("organisations", Organisation)
        for table, of, why in BELONGING:
            rows = table._base_manager.filter(**{f"{of}__in": made}).order_by()
            for key, row in rows.values_list(of, "pk").iterator():
                if row not in self.going[table]:
                    reasons.setdefault(key, why)
        while parents := self.of_parts(reasons) - reasons.keys():
            reasons |= dict.fromkeys(parents, HAS_PARTS)
        self.settle(
            "organisations", Organisation, self.why("organisations", reasons, organisation="")
        )

    def of_parts(self, reasons: dict[int, str]) -> set[int]:
        """Return the bodies of which a part, or an entry joined with them, stays."""
        found: set[int] = set()
        for of in ("part_of", "merged_into"):
            made = self.made("organisations")
            parts = Organisation._base_manager.filter(**{f"{of}__in": made}).order_by()
            stays = parts.exclude(pk__in=self.made("organisations"))
            found |= set(stays.values_list(of, flat=True))
            found |= set(parts.filter(pk__in=list(reasons)).values_list(of, flat=True))
        return found

    def changes(self) -> None:
        """Put back what the file changed and nobody has changed since."""
        tables = {
            "partnerships": Partnership,
            "organisations": Organisation,
            "memberships": Membership,
            "scores": ReportedScore,
            "contributions": Contribution,
            "deputies": Seat,
        }
        bodies = dict(self.steps("organisations").values_list("ref", "public_id"))
        for thing, table in tables.items():
            steps = self.steps(thing, Outcome.UPDATED)
            rows = table._base_manager.in_bulk([step.made for step in steps])
            for step in steps:
                told = told_in(step)
                if (body := told.get("accountable_body")) in bodies:
                    told["accountable_body"] = bodies[body]
                if step.made in rows and same(rows[step.made], told, told):
                    self.undoing.put_back.append(step)
                else:
                    self.leave(step, OTHERWISE_NOW)
        for step in self.steps("seats", Outcome.UPDATED):
            self.leave(step, HANDED_OVER)

    def leave(self, step: ImportStep, why: str) -> None:
        """Tell of a change that stays."""
        partnership = step.values.get("partnership", "")
        page = {"partnerships": "partnership", "organisations": "organisation"}.get(step.thing)
        where = {page: step.ref} if page else {"partnership": partnership}
        self.undoing.stays.append(Stay(step.thing, step.label, step.row, why, **where))
