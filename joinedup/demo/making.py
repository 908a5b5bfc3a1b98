"""The whole of the demonstration, made in one go or not at all."""

from datetime import datetime

from django.core.management import call_command
from django.db import transaction

from joinedup.demo.agreeing import write_agreements
from joinedup.demo.appraising import appraise
from joinedup.demo.asking import ask
from joinedup.demo.circle import draw_circles
from joinedup.demo.district import District
from joinedup.demo.evidencing import keep_evidence
from joinedup.demo.founding import found
from joinedup.demo.keeping import keep
from joinedup.demo.kinds_asked import ask_kinds
from joinedup.demo.matters import list_matters
from joinedup.demo.moments import Present
from joinedup.demo.own_questions import ask_own_questions
from joinedup.demo.promising import promise
from joinedup.demo.risks import list_risks
from joinedup.demo.sharing import keep_sharing
from joinedup.demo.sides import keep_sides
from joinedup.demo.signing import sign_agreements
from joinedup.demo.thinking import think
from joinedup.demo.unnamed import ask_unnamed
from joinedup.domain.journal.actions import record
from joinedup.domain.journal.models import Entry

MADE = "demonstration.made"


@transaction.atomic
def make_district(at: datetime) -> District:
    """Make the district as it stands at ``at``: three years of acts, each done at its moment."""
    district = District(Present(at))
    found(district)
    keep(district)
    keep_sides(district)
    draw_circles(district)
    appraise(district)
    keep_sharing(district)
    list_matters(district)
    list_risks(district)
    ask(district)
    ask_unnamed(district)
    ask_own_questions(district)
    ask_kinds(district)
    think(district)
    promise(district)
    write_agreements(district)
    sign_agreements(district)
    keep_evidence(district)
    district.live()
    record(MADE, district.bodies["thornford"], by=None, at=at)
    return district


@transaction.atomic
def make_anew(at: datetime) -> District:
    """Forget everything in this demonstration and make it afresh."""
    call_command("flush", interactive=False, verbosity=0)
    return make_district(at)


def made_at() -> datetime | None:
    """Return when the district in this database was made, or None where there is none."""
    entry = Entry.objects.filter(verb=MADE).first()
    return entry.at if entry else None
