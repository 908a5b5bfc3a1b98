from datetime import date

from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import runs
from joinedup.domain.partnerships.rules import ENDED
from joinedup.domain.people.models import Person
from joinedup.domain.tiers.queries import lead_host


def why_not_judge(partnership: Partnership, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say what tier the partnership is of, or None.

    The lead host's tier is the one all share (DESIGN 10.4).
    """
    if lead_host(partnership, day) is None:
        return "No organisation leads its record, so nobody’s figures decide its tier."
    if person is None:
        return None
    if partnership.state in OVER:
        return ENDED
    if runs(person, partnership, day):
        return None
    return "Only an officer or manager of the lead host decides its tier."
