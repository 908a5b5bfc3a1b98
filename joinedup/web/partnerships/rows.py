"""The rows of the register: light, and drawn up in as many queries for one as for many."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.partnerships.kinds import State, Tier
from joinedup.domain.partnerships.models import Partnership, ReportedScore
from joinedup.domain.partnerships.papers import FIELDS, lacking, next_date
from joinedup.domain.partnerships.queries import latest_reported, member_counts, other_names_of
from joinedup.domain.results.queries import latest_standing
from joinedup.domain.reviews.models import Review

PURPOSE = 90
COLUMNS = ("pk", "public_id", "folded_name", "name", "purpose", "state", "tier", *FIELDS)


def light(found: QuerySet[Partnership]) -> QuerySet[Any, Any]:
    """Return the partnerships as plain rows with no more than the register shows."""
    return found.values(*COLUMNS)


def rows_of(found: list[dict[str, Any]], at: datetime, *, with_names: bool) -> list[dict[str, Any]]:
    """Return each row as the table draws it; other names are told where names were searched."""
    pks = [row["pk"] for row in found]
    day = day_of(at)
    members, bands = member_counts(pks, day), bands_of(pks, at)
    names = other_names_of(pks) if with_names else {}
    return [
        {
            "name": row["name"],
            "href": reverse("partnership", args=[row["public_id"]]),
            "purpose": shortened(row["purpose"]),
            "also": names.get(row["pk"], []),
            "state": "" if row["state"] == State.ACTIVE else State(row["state"]).label,
            "members": members.get(row["pk"], 0),
            "tier": tier_told(row["tier"]),
            "band": bands.get(row["pk"], {"note": "None yet"}),
            "next_date": date_told(next_date(row, day)),
            "lacking": [(tag, "orange") for tag in lacking(row, day)],
        }
        for row in found
    ]


def bands_of(pks: list[int], at: datetime) -> dict[int, dict[str, str]]:
    """Return the latest band of each partnership, as a cell of the table.

    A result that stands comes before whatever was reported from elsewhere.
    """
    reported = {pk: band_told(score) for pk, score in latest_reported(pks).items()}
    counted = {pk: result_told(review) for pk, review in latest_standing(pks, at).items()}
    return reported | counted


def result_told(review: Review) -> dict[str, str]:
    """Return a result as a cell: band and score, its year, and the way to its page."""
    figure = "" if review.overall is None else f", {review.overall}"
    return {
        "text": f"{review.band}{figure}",
        "note": str(review.round.year),
        "href": reverse("result", args=[review.public_id]),
    }


def band_told(score: ReportedScore) -> dict[str, str]:
    """Return a reported score as a cell: the band or figure, and where it comes from."""
    figure = "" if score.overall is None else f"{score.overall}"
    text = ", ".join(part for part in (score.band, figure) if part)
    return {"text": text or "Not told", "note": f"{score.year}, reported"}


def tier_told(tier: int | None) -> dict[str, str]:
    """Return a tier as a cell: the figure, and its word below."""
    if tier is None:
        return {"note": "Not yet told us"}
    figure, _, word = Tier(tier).label.partition(", ")
    return {"text": figure, "note": word}


def date_told(ahead: tuple[date, str] | None) -> dict[str, str]:
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
