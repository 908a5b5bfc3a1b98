"""What needs a person so that promises are kept, confirmed, or let go by agreement."""

from collections.abc import Iterator
from datetime import date

from joinedup.domain.figures.wording import shortened
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person
from joinedup.domain.promises.queries import promises_waiting

FEW, SHORT = 5, 80
TEXTS = {
    "PROPOSED": ("Say whether {member} promises “{what}” to {name}", "Answer"),
    "OPEN": ("Deliver what {member} promised to {name}: “{what}”", "Look"),
    "SAID": ("Confirm that {member} delivered “{what}” to {name}", "Confirm"),
    "ASKED": ("Say whether {name} releases {member} from “{what}”", "Answer"),
    "OFFERED": ("Say whether {member} is released from “{what}” to {name}", "Answer"),
}


def promises_need(person: Person, day: date) -> Iterator[Need]:
    """Yield which promises wait for ``person``: late or soon due, to confirm, or to answer."""
    for promise in promises_waiting(person, day)[:FEW]:
        text, verb = TEXTS[promise.state]
        name = promise.partnership.name
        yield Need(
            text.format(
                member=promise.membership.member_name,
                what=shortened(promise.words, SHORT),
                name=promise.to.member_name if promise.to else name,
            ),
            # Whoever is only asked for an answer is not late with anything.
            promise.due_on if promise.state == "OPEN" else None,
            verb,
            "promise",
            (promise.partnership.public_id, promise.public_id),
        )
