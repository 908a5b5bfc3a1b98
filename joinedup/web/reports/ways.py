"""Where the figures of a table lead: to how each was worked out, or to the list behind it."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from joinedup.domain.figures.charts import BandsOverYears
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.reporting.portfolio import Line
from joinedup.domain.reporting.tallies import BANDS

Ways = dict[str, dict[str, Any]]
SLUGS = {band.lower().replace(" ", "-"): band for band in BANDS}


def figures_lead(partnership: str, result: str) -> dict[str, str]:
    """Return, by column, where the figures of a partnership lead; ``result`` is its latest."""
    ways = {
        "Tier": reverse("partnership_tier", args=[partnership]),
        "Members": reverse("partnership_members", args=[partnership]),
        "Importance": reverse("partnership_members", args=[partnership]),
        "Then": reverse("partnership_reviews", args=[partnership]),
    }
    if result:
        worked_out = reverse("result_working", args=[result, "overall"])
        changed = f"{reverse('result', args=[result])}#change"
        ways |= {"Strength": worked_out, "Now": worked_out, "Change": changed}
    return ways


def ways_of_lines(lines: Iterable[Line]) -> Ways:
    """Return by name where figures lead; of a name that two partnerships bear, nowhere."""
    told = list(lines)
    borne = Counter(line.partnership.name for line in told)
    return {
        line.partnership.name: {
            "columns": figures_lead(
                line.partnership.public_id, line.latest.public_id if line.latest else ""
            )
        }
        for line in told
        if borne[line.partnership.name] == 1
    }


def ways_of_bands(host: Organisation, bands: BandsOverYears) -> Ways:
    """Return by year where the counts of each band lead: to the results counted."""
    return {
        each.year: {
            "columns": {
                band: reverse("portfolio_band", args=[host.public_id, int(each.year), slug])
                for slug, band in SLUGS.items()
            }
        }
        for each in bands.years
    }
