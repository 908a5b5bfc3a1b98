"""Write the people of a plan, their places and the scores reported."""

from joinedup.domain.imports.actions.writing import BATCH, Writing
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.partnerships.actions import seat_person
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, ReportedScore, Seat
from joinedup.domain.people.models import Person


class Seating(Writing):
    """The second half of entering a plan."""

    def enter(
        self, partnerships: dict[str, Partnership], memberships: dict[str, Membership]
    ) -> None:
        """Write people, then places, then scores."""
        people = self.enter_people()
        self.enter_seats(people, memberships)
        self.enter_scores(partnerships)

    def enter_people(self) -> dict[str, Person]:
        """Put new people in the directory; nobody known is renamed."""
        created = self.steps("people", Outcome.CREATED)
        people = [
            Person(name=step.values["name"], email=step.values["email"] or None) for step in created
        ]
        Person.objects.bulk_create(people, batch_size=BATCH)
        for step, person in zip(created, people, strict=True):
            self.note("person.added", person, step)
        known = [step.ref for step in self.steps("people", Outcome.UNCHANGED)]
        there: dict[str, Person] = Person.objects.in_bulk(known, field_name="public_id")
        return there | {step.ref: person for step, person in zip(created, people, strict=True)}

    def enter_seats(self, people: dict[str, Person], memberships: dict[str, Membership]) -> None:
        """Open new places for whoever holds them; fill vacant ones, and those of successors."""
        created = self.steps("seats", Outcome.CREATED)
        seats = [
            Seat(
                membership=memberships[f"{v['partnership']}|{v['organisation']}"],
                capacity=v["capacity"],
            )
            for v in (step.values for step in created)
        ]
        Seat.objects.bulk_create(seats, batch_size=BATCH)
        held = list(zip(created, seats, (people[s.values["person"]] for s in created), strict=True))
        holders = (Holder(seat=seat, person=person) for _, seat, person in held)
        Holder.objects.bulk_create(holders, batch_size=BATCH)
        for step, seat, person in held:
            self.note_seat(step, seat, person)
        for step in self.steps("seats", Outcome.UPDATED):
            seat = Seat.objects.select_related("membership__partnership").get(public_id=step.ref)
            seat_person(seat, people[step.values["person"]], by=self.by, at=self.at)

    def note_seat(self, step: Step, seat: Seat, person: Person) -> None:
        """Keep a line for the journal of the partnership."""
        detail = {"seat": seat.public_id, "capacity": seat.capacity, "person": person.public_id}
        member = seat.membership
        self.note("seat.held", member.partnership, step, member=member.member_name, **detail)

    def enter_scores(self, partnerships: dict[str, Partnership]) -> None:
        """Keep the scores of earlier years as reported; another report of a year replaces it."""
        steps = [s for s in self.planned.steps_of("scores") if s.outcome != Outcome.UNCHANGED]
        for step in steps:
            one = partnerships[step.values["partnership"]]
            told = {"overall": step.values["overall"], "band": step.values["band"]}
            year = step.values["year"]
            ReportedScore.objects.update_or_create(partnership=one, year=year, defaults=told)
            self.note("score.reported", one, step, year=year)
