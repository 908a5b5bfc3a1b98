"""The rows of the register: light, and drawn up in as many queries for one as for many."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.confirmations.models import Confirmation
from joinedup.domain.confirmations.queries import latest_confirmations
from joinedup.domain.intervals.queries import overdue
from joinedup.domain.leads.queries import without_lead_among
from joinedup.domain.partnerships.kinds import State, Tier
from joinedup.domain.partnerships.models import Partnership, ReportedScore
from joinedup.domain.partnerships.papers import FIELDS, lacking, next_date, untold
from joinedup.domain.partnerships.queries import latest_reported, member_counts, other_names_of
from joinedup.domain.results.queries import told_in_register
from joinedup.domain.reviews.kinds import RoundState

PURPOSE = 90
Cell = dict[str, str]
COLUMNS = ("pk", "public_id", "folded_name", "name", "purpose", "tier", *FIELDS)


def light(found: QuerySet[Partnership]) -> QuerySet[Any, Any]:
    """Return the partnerships as plain rows with no more than the register shows."""
    return found.values(*COLUMNS)


def rows_of(found: list[dict[str, Any]], at: datetime, *, with_names: bool) -> list[dict[str, Any]]:
    """Return each row as the table draws it; other names are told where names were searched."""
    pks, day = [row["pk"] for row in found], day_of(at)
    members, (bands, closing) = member_counts(pks, day), reviews_of(pks, at)
    names = other_names_of(pks) if with_names else {}
    confirmed = latest_confirmations(pks)
    leaderless, late = set(without_lead_among(pks, day)), overdue_among(pks, day)
    return [
        {
            "name": row["name"],
            "href": reverse("partnership", args=[row["public_id"]]),
            "purpose": shortened(row["purpose"]),
            "also": names.get(row["pk"], []),
            "state": "" if row["state"] == State.ACTIVE else State(row["state"]).label,
            "is_led": row["pk"] not in leaderless,
            "members": {
                "text": members.get(row["pk"], 0),
                "note": confirmed_told(confirmed.get(row["pk"])),
            },
            "tier": tier_told(row["tier"]),
            "band": bands.get(row["pk"], {"note": "None yet"}),
            "next_date": late.get(row["pk"])
            or date_told(soonest(next_date(row, day), closing.get(row["pk"]))),
            "lacking": [(tag, "orange") for tag in lacking(row, day)],
            "untold": bool(untold(row)),
        }
        for row in found
    ]


def overdue_among(pks: list[int], day: date) -> dict[int, Cell]:
    """Return a cell for each of these partnerships whose review is overdue."""
    late = Partnership.objects.filter(overdue(day), pk__in=pks).order_by()
    due = late.values_list("pk", "next_review_on")
    return {pk: {"text": in_words(on), "note": "review was due"} for pk, on in due if on}


def confirmed_told(confirmation: Confirmation | None) -> str:
    """Return which member last said that the record is right, and when."""
    if confirmation is None:
        return ""
    day = in_words(day_of(confirmation.confirmed_at))
    return f"confirmed {day} by {confirmation.membership.member_name}"


def reviews_of(pks: list[int], at: datetime) -> tuple[dict[int, Cell], dict[int, date]]:
    """Return the latest band of each partnership as a cell, and when an open review closes.

    The band is of our own reviews that stand or, where there is none, the one reported from
    elsewhere.
    """
    bands = {pk: reported_told(score) for pk, score in latest_reported(pks).items()}
    results: dict[int, list[Any]] = {}
    closing: dict[int, date] = {}
    for row in told_in_register(pks, at):
        if row["round__state"] == RoundState.OPEN:
            closing.setdefault(row["partnership"], row["round__closes_on"])
        else:
            results.setdefault(row["partnership"], []).append(row)
    return bands | {pk: result_told(*found[:2]) for pk, found in results.items()}, closing


def reported_told(score: ReportedScore) -> Cell:
    """Return a reported score as a cell: the band and figure, and where they come from."""
    text = in_one(score.band, score.overall)
    return {"text": text or "Not told", "note": f"{score.year}, reported"}


def result_told(latest: dict[str, Any], before: dict[str, Any] | None = None) -> Cell:
    """Return a result as a cell, with the change where the same questions were asked before."""
    note = f"{latest['round__year']}"
    if before and before["round__instrument"] == latest["round__instrument"]:
        note += change_told(latest["overall"], before["overall"])
    text = in_one(latest["band"], latest["overall"])
    return {"text": text, "note": note, "href": reverse("result", args=[latest["public_id"]])}


def change_told(now: Decimal | None, before: Decimal | None) -> str:
    """Return how a figure moved, in words."""
    if now is None or before is None:
        return ""
    if now == before:
        return ", as before"
    return f", {'up' if now > before else 'down'} {abs(now - before)}"


def in_one(band: str, overall: Decimal | None) -> str:
    """Return a band and its figure, or the one of them that is known."""
    return " ".join(part for part in (band, "" if overall is None else str(overall)) if part)


def tier_told(tier: int | None) -> Cell:
    """Return a tier as a cell: the figure, and its word below."""
    if tier is None:
        return {"note": "Not yet told us"}
    figure, _, word = Tier(tier).label.partition(", ")
    return {"text": figure, "note": word}


def soonest(ahead: tuple[date, str] | None, closing: date | None) -> tuple[date, str] | None:
    """Return the earlier of the record's next date and the closing of an open review."""
    dates = [ahead] if ahead else []
    return min(dates + ([(closing, "review closes")] if closing else []), default=None)


def date_told(ahead: tuple[date, str] | None) -> Cell:
    """Return the next date as a cell of the table."""
    if ahead is None:
        return {"note": "None known"}
    day, what = ahead
    return {"text": in_words(day), "note": what}


def shortened(purpose: str) -> str:
    """Return a purpose in a line, cut between words."""
    line = " ".join(purpose.split())
    if len(line) <= PURPOSE:
        return line
    return line[:PURPOSE].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
