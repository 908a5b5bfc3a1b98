"""The one next step of a partnership, and the way to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.papers import facts_of
from joinedup.domain.steps.evidence import Evidence
from joinedup.domain.steps.judging import JudgedStep, next_part
from joinedup.domain.steps.record import Standing, next_step

LEAD = "partnership_lead"
GATE = "partnership_begin"
# What the record itself wants, by the kind of ``record.Step``: page and button.
OF_RECORD = {
    "lead": (LEAD, "Take the record on"),
    "purpose": ("partnership_change", "Say what it is for"),
    "member": ("member_new", "Add a member"),
    "place": ("partnership_members", "See the places"),
    "confirm": ("partnership_members", "Check the members"),
    "papers": ("partnership_papers_change", "Tell us about its papers"),
}


@dataclass(frozen=True)
class Next:
    """What to do next: the sentence, and the page and button for whoever may do it."""

    sentence: str
    page: str
    verb: str
    group: str = ""
    is_own: bool = False


def what_next(evidence: Evidence, steps: Sequence[JudgedStep]) -> Next | None:
    """Return the one next step, or None where nothing is left to do or all is over.

    At work, what the record lacks itself comes before the steps: an empty place, a list of members
    nobody has confirmed, a paper.
    """
    if evidence.record.state in OVER:
        return None
    if wanted := wanted_by_record(evidence):
        return wanted
    found = next_part(steps, evidence)
    if found is None:
        return None
    part, seen = found[1].part, found[1].found
    if seen.page == GATE:
        return Next("All that comes before is done: let it begin.", GATE, "See what is missing")
    page = seen.page or part.act or part.page
    return Next(seen.because, page, part.verb, part.group, part.is_own)


def wanted_by_record(evidence: Evidence) -> Next | None:
    """Return what the record itself wants: of one that forms, only somebody to lead it."""
    members = evidence.members
    standing = Standing(
        purpose=evidence.record.purpose,
        members=len(members),
        unseated=[each.name for each in members if not each.places],
        vacant=[each.name for each in members for place in each.places if not place.holder],
        facts=facts_of(evidence.record),
        is_led=evidence.is_led,
    )
    step = next_step(standing, evidence.day)
    if step is None or (evidence.is_forming and step.kind != "lead"):
        return None
    return Next(step.sentence, *OF_RECORD[step.kind])
