"""What stands beside the record of a partnership, read in one statement however much there is.

Written as SQL: put together by the layer above, this statement takes fifty times as long to write
as to answer, and a partnership's first page asks it.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection

from joinedup.domain.basics.days import day_of

# Only what all who may open the partnership read: the partnership's own list of risks; of reviews
# and what followed them what stands; of the map of stakeholders who is on it and how far each has
# come; of answers about its kind how many there are, and whether they differ. Of appraisals those
# of the bodies named: the latest of each, and the last that each decided, as has_said_yes reads it.
STATEMENT = """
WITH inside AS (
    SELECT organisation_id FROM joinedup_membership WHERE partnership_id = %(it)s
    AND (from_on IS NULL OR from_on <= %(day)s) AND (to_on IS NULL OR to_on >= %(day)s)
), on_map AS (
    SELECT stakeholder.wish, stakeholder.state,
        stakeholder.state NOT IN ('NOT_INVITED', 'DECLINED') AND NOT EXISTS (
            SELECT 1 FROM inside WHERE inside.organisation_id = stakeholder.organisation_id
        ) AND NOT EXISTS (
            SELECT 1 FROM joinedup_consortiummember part
            JOIN inside ON inside.organisation_id = part.consortium_id
            WHERE part.organisation_id = stakeholder.organisation_id
            AND (part.from_on IS NULL OR part.from_on <= %(day)s)
            AND (part.to_on IS NULL OR part.to_on >= %(day)s)
        ) AS is_to_come
    FROM joinedup_stakeholder stakeholder WHERE stakeholder.partnership_id = %(it)s
), standing AS (
    SELECT review.id, round.sealed_at FROM joinedup_review review
    JOIN joinedup_round round ON round.id = review.round_id
    WHERE review.partnership_id = %(it)s AND round.stands_at <= %(at)s
), deed AS (
    SELECT action.state, action.moved_at FROM joinedup_priorityaction action
    JOIN joinedup_priority priority ON priority.id = action.priority_id
    JOIN standing ON standing.id = priority.review_id
), own AS (
    SELECT appraisal.id, appraisal.organisation_id FROM joinedup_appraisal appraisal
    WHERE appraisal.partnership_id = %(it)s AND appraisal.organisation_id IN ({sides})
), latest AS (
    SELECT id FROM own WHERE NOT EXISTS (SELECT 1 FROM own later
        WHERE later.organisation_id = own.organisation_id AND later.id > own.id)
), decided AS (
    SELECT own.organisation_id, asking.id, asking.decided_at, asking.ends_on
    FROM own JOIN joinedup_authorisation asking ON asking.appraisal_id = own.id
    WHERE asking.state IN ('AUTHORISED', 'REFUSED')
), asked AS (
    SELECT id, closes_on, shown_at, differs, settled FROM joinedup_kindasking
    WHERE partnership_id = %(it)s ORDER BY asked_on DESC, id DESC LIMIT 1
)
SELECT
    (SELECT COUNT(*) FROM on_map) AS mapped,
    (SELECT COUNT(*) FROM on_map WHERE is_to_come AND wish = 'UNTOLD') AS unsorted,
    (SELECT COUNT(*) FROM on_map WHERE state = 'NOT_INVITED') AS left_out,
    (SELECT COUNT(*) FROM on_map WHERE is_to_come) AS to_come,
    (SELECT MIN(approach."on") FROM joinedup_approach approach
        JOIN joinedup_stakeholder met ON met.id = approach.stakeholder_id
        WHERE met.partnership_id = %(it)s AND approach."to" = 'MET') AS met_on,
    (SELECT COUNT(*) FROM joinedup_listedrisk WHERE partnership_id = %(it)s
        AND organisation_id IS NULL AND closed_at IS NULL) AS risks_listed,
    (SELECT MAX(starts_on) FROM joinedup_sharingarrangement arranged
        WHERE partnership_id = %(it)s AND withdrawn_at IS NULL AND starts_on <= %(day)s
        AND (ends_on IS NULL OR ends_on >= %(day)s) AND NOT EXISTS (
            SELECT 1 FROM joinedup_sharingparty party
            WHERE party.arrangement_id = arranged.id AND party.confirmed_at IS NULL
        )) AS sharing_on,
    (SELECT closes_on FROM asked) AS kind_closes_on,
    (SELECT shown_at FROM asked) AS kind_shown_at,
    (SELECT COUNT(*) FROM asked JOIN joinedup_kindanswer said ON said.asking_id = asked.id
        JOIN joinedup_membership speaker ON speaker.id = said.membership_id
        WHERE speaker.to_on IS NULL
        OR CAST(speaker.to_on AS text) >= SUBSTR(CAST(asked.shown_at AS text), 1, 10)
        ) AS kind_answers,
    (SELECT COUNT(*) FROM asked WHERE differs) AS kind_differs,
    (SELECT COUNT(*) FROM asked WHERE settled <> '') AS kind_is_settled,
    (SELECT MAX(sealed_at) FROM standing) AS reviewed_at,
    (SELECT COUNT(*) FROM joinedup_review open_review
        JOIN joinedup_round open_round ON open_round.id = open_review.round_id
        WHERE open_review.partnership_id = %(it)s AND open_round.state = 'OPEN') AS review_is_open,
    (SELECT MAX(decided_on) FROM joinedup_futuredecision
        WHERE partnership_id = %(it)s) AS decided_on,
    (SELECT MIN(moved_at) FROM deed WHERE state = 'DONE') AS acted_at,
    (SELECT COUNT(*) FROM deed) AS acts_planned,
    (SELECT COUNT(*) FROM latest
        JOIN joinedup_appraisalanswer answer ON answer.appraisal_id = latest.id
        WHERE answer.question = %(colleagues)s AND answer.answer = 'YES') AS own_colleagues,
    (SELECT COUNT(*) FROM latest) AS own_begun,
    (SELECT COUNT(*) FROM decided WHERE ends_on >= %(day)s AND NOT EXISTS (
        SELECT 1 FROM decided later WHERE later.organisation_id = decided.organisation_id
        AND (later.decided_at, later.id) > (decided.decided_at, decided.id)
        )) AS own_authorised
"""
COLLEAGUES_AGREE = "N13"
"""The question of an appraisal that asks whether our own colleagues agree (domain.md 5.2)."""
TRUTHS = ("kind_differs", "kind_is_settled", "review_is_open", "acts_planned")


def shown_beside(partnership: int, sides: Sequence[int], at: datetime) -> dict[str, Any]:
    """Return what was found by name: counts, whether something is there, and days."""
    given: dict[str, Any] = {f"side_{place}": key for place, key in enumerate(sides)}
    named = ", ".join(f"%({name})s" for name in given) or "NULL"
    moment = connection.ops.adapt_datetimefield_value(at)
    given |= {"it": partnership, "at": moment, "day": day_of(at), "colleagues": COLLEAGUES_AGREE}
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT.replace("{sides}", named), given)
        names = [column[0] for column in cursor.description]
        row = dict(zip(names, cursor.fetchone(), strict=True))
    row |= {name: bool(row[name]) for name in TRUTHS}
    row |= {name: day_told(row[name]) for name in names if name.endswith("_on")}
    moments = [name for name in names if name.endswith("_at")]
    return row | {f"{name.removesuffix('_at')}_on": day_within(row.pop(name)) for name in moments}


def day_told(value: Any) -> date | None:
    """Return a day as SQLite hands it over, in letters, or as PostgreSQL does."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def day_within(value: Any) -> date | None:
    """Return the day in London of a moment, which SQLite hands over in letters and without zone."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value).replace(tzinfo=UTC)
    return day_of(value) if value else None
