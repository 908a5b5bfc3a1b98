"""Terms of reference that are offered to sign, and signed by some or by all."""

from datetime import datetime
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.agreeing import begin, write, written
from joinedup.demo.district import Deed, District
from joinedup.domain.agreements.drafting import draft_of, edition_text
from joinedup.domain.agreements.models import Agreement, Edition, digest_of
from joinedup.domain.basics.days import day_of
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.signoffs.actions import (
    accept_signature,
    ask_for_signatures,
    give_signature,
    name_signatory,
)

Told = dict[str, Any]


def sign_agreements(district: District) -> None:
    """Have agreements written, offered and signed, each thing on its day."""
    for told in content.told("signatures")["offered"]:
        deeds: list[tuple[str, Any]] = [
            (told["when"], partial(start, district, told)),
            (told["decided"], partial(write, district, told)),
            (told["offered"], partial(offer, district, told)),
        ]
        for member, when in told["signed"].items():
            deeds.append((when, partial(sign, district, told, member)))
        if "paper" in told:
            deeds.append((told["paper"]["when"], partial(accept, district, told)))
        for number, (when, deed) in enumerate(deeds):
            later(district, when, number, deed)


def later(district: District, when: str, number: int, deed: Deed) -> None:
    """Have a deed done on a day, after those before it."""
    hour = 8 + number
    moment = district.present.moment(
        district.present.day(when), "signing", number, hours=(hour, hour + 1)
    )
    district.later(moment, deed)


def start(district: District, told: Told, at: datetime) -> None:
    """Begin the agreement, and have each member say who signs for it."""
    begin(district, told, at)
    for member, words in told["named"].items():
        by, who, capacity = words.split(maxsplit=2)
        name_signatory(
            district.memberships[told["of"], member],
            district.people[who],
            capacity=capacity,
            from_on=day_of(at),
            by=district.people[by],
            at=at,
        )


def offer(district: District, told: Told, at: datetime) -> None:
    """Offer the text as it stands, and let the mail go out."""
    agreement, day = written(district, told), day_of(at)
    digest = digest_of(edition_text(draft_of(agreement, day), 1, day))
    ask_for_signatures(agreement, digest=digest, by=district.people[told["by"]], at=at)
    run_due(at)


def offered(agreement: Agreement) -> Edition:
    """Return the text that was offered."""
    return Edition.objects.select_related("agreement__partnership").get(agreement=agreement)


def sign(district: District, told: Told, member: str, at: datetime) -> None:
    """Sign for a member."""
    edition = offered(written(district, told))
    who = told["named"][member].split()[1]
    give_signature(
        edition,
        district.memberships[told["of"], member],
        digest=edition.digest,
        by=district.people[who],
        at=at,
    )
    run_due(at)


def accept(district: District, told: Told, at: datetime) -> None:
    """Write down what was signed on paper for a member."""
    edition, paper = offered(written(district, told)), told["paper"]
    accept_signature(
        edition,
        district.memberships[told["of"], paper["member"]],
        digest=edition.digest,
        name=paper["name"],
        capacity=paper["capacity"],
        paper=paper["paper"],
        paper_on=district.present.day(paper["paper_on"]),
        by=district.people[paper["by"]],
        at=at,
    )
    run_due(at)
