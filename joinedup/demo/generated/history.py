"""The journal of a register that has been kept for years, as rows."""

from datetime import timedelta

from joinedup.demo.generated.bodies import Rows
from joinedup.demo.generated.naming import person_name
from joinedup.demo.generated.plan import BODIES, PARTNERSHIPS, PEOPLE, Plan
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.kinds import PostKind

# What is done to a partnership, again and again; the first is done to each once.
DONE = (
    ("partnership.changed", {"was": {"purpose": ""}}),
    ("members.confirmed", {}),
    ("partnership.changed", {"was": {"meeting_rhythm": "Monthly"}}),
    ("partnership.changed", {"was": {"risks_reviewed_on": "2023-05-04"}}),
)


def entries(plan: Plan, numbers: range) -> Rows:
    """Yield what was done, the oldest first: every partnership was registered, then kept."""
    many = plan.size.entries
    for n in numbers:
        partnership = n % plan.size.partnerships
        turn = n // plan.size.partnerships
        body = plan.host(partnership)
        officer = plan.worker(body, PostKind.OFFICER)
        verb, detail = DONE[(turn + partnership) % len(DONE)]
        if turn == 0:
            verb, detail = "partnership.registered", {"host": plan.public_id(BODIES, body)}
        before = timedelta(days=plan.size.years * 365) * (1 - n / many)
        yield Entry(
            at=plan.moment(plan.day - timedelta(days=1) - before, 40, n),
            verb=verb,
            kind="partnership",
            thing=plan.public_id(PARTNERSHIPS, partnership),
            by=plan.public_id(PEOPLE, officer),
            by_name=person_name(officer),
            detail=detail,
        )
