from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import Refused, insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.risk_imports.models import RiskFile
from joinedup.domain.risk_imports.queries import owners_by_name, plan_of_risks
from joinedup.domain.risk_imports.rules import why_not_reread_risks, why_not_take_risks
from joinedup.domain.risk_lists.reading import MOST_RISKS
from joinedup.domain.risks.actions import add_risk
from joinedup.domain.risks.rules import why_not_list_risk, why_not_look_on
from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import Unreadable

LONGEST_NAME = 200


@transaction.atomic
def stage_risk_file(
    partnership: Partnership,
    organisation: Organisation | None,
    data: bytes,
    name: str,
    *,
    by: Person,
    at: datetime,
) -> RiskFile:
    """Read a list of risks and keep it apart; it takes the place of one the same person left."""
    insist(why_not_list_risk(partnership, organisation, by, day_of(at)))
    try:
        table = read_table(data, name)
    except Unreadable as refused:
        raise Refused(str(refused), "file") from None
    if len(table.rows) > MOST_RISKS:
        said = f"This list has {len(table.rows):,} rows; one of risks takes {MOST_RISKS}."
        raise Refused(said, "file")
    here = {"partnership": partnership, "organisation": organisation}
    RiskFile.objects.filter(**here, begun_by=by, taken_at=None).delete()
    staged = RiskFile.objects.create(
        **here,
        name=name[-LONGEST_NAME:],
        columns=list(table.columns),
        rows=[[row.number, list(row.cells)] for row in table.rows],
        begun_at=at,
        begun_by=by,
    )
    record("risk-file.chosen", staged, by=by, at=at)
    return staged


@transaction.atomic
def reread_risk_file(
    file: RiskFile,
    *,
    size: int,
    category: str,
    review_on: date,
    version: int,
    by: Person,
    at: datetime,
) -> None:
    """Read a list on another scale, or with another kind and day where it tells none."""
    insist(why_not_reread_risks(file, by, day_of(at)))
    insist(why_not_look_on(review_on, day_of(at)), "review_on")
    told = {"size": size, "category": category, "review_on": review_on}
    change(file, expecting=(None, version), **told)
    record("risk-file.reread", file, by=by, at=at)


@transaction.atomic
def take_risk_file(file: RiskFile, *, ours: int, version: int, by: Person, at: datetime) -> int:
    """Put every new risk of a list on ours, scored on the matrix ``ours`` that was shown.

    What has been on the list before stays as it is, so the same file twice changes nothing.
    """
    day = day_of(at)
    plan = plan_of_risks(file, day)
    insist(why_not_take_risks(file, plan, by, day))
    taken = {"taken_at": at, "taken_by": by, "added": len(plan.new)}
    change(file, expecting=(None, version), columns=[], rows=[], **taken)
    owners = owners_by_name(file, day)
    for line in plan.new:
        owner = owners.get(folded(line.owner))
        said = {name: getattr(line, name) for name in ("category", "cause", "effect", "controls")}
        said |= {"owner": owner, "owner_post": "" if owner else line.owner}
        said |= {"review_on": line.review_on}
        of = (file.partnership, file.organisation)
        add_risk(*of, said, line.marks, size=ours, by=by, at=at)
    record("risk-file.taken", file, by=by, at=at, added=len(plan.new))
    return len(plan.new)
