from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction

from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.appraisals.queries import decision_on
from joinedup.domain.authorisations.kinds import State
from joinedup.domain.authorisations.letters import letter_to
from joinedup.domain.authorisations.models import Authorisation, Authoriser, Receipt
from joinedup.domain.authorisations.queries import of_this_person, responsible_directors
from joinedup.domain.authorisations.rules import (
    why_not_as_authoriser,
    why_not_ask,
    why_not_authorise_from,
    why_not_decide,
    why_not_end_authoriser,
    why_not_end_on,
    why_not_guide,
    why_not_limits,
    why_not_name,
    why_not_reasons,
    why_not_route,
    why_not_up_to,
    why_not_withdraw,
)
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.basics.turns import wait_turn
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import post_many
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person


@transaction.atomic
def name_authoriser(
    organisation: Organisation,
    person: Person,
    *,
    up_to: Decimal | None,
    tier: int,
    from_on: date,
    because: str,
    by: Person,
    at: datetime,
) -> Authoriser:
    """Let somebody authorise from a day on, in place of the limit they had before."""
    day = day_of(at)
    wait_turn(f"authorisers {organisation.pk}")
    insist(why_not_name(organisation, by, day))
    insist(why_not_as_authoriser(organisation, person, by, day), "person")
    insist(why_not_up_to(up_to), "up_to")
    insist(why_not_authorise_from(organisation, person, from_on, day), "from_on")
    for held in of_this_person(organisation, person, from_on):
        end = from_on - timedelta(days=1)
        change(held, expecting=(None, held.version), to_on=end)
    named = Authoriser.objects.create(
        organisation=organisation,
        person=person,
        up_to=up_to,
        tier=tier,
        from_on=from_on,
        because=because.strip(),
    )
    record("authoriser.named", named, by=by, at=at, because=because, person=person.public_id)
    return named


@transaction.atomic
def end_authoriser(
    authoriser: Authoriser, *, on: date, version: int, by: Person, at: datetime
) -> None:
    """Let somebody authorise no longer than that day; what was asked already still waits."""
    insist(why_not_end_authoriser(authoriser, by, day_of(at)))
    insist(why_not_end_on(authoriser, on, day_of(at)), "on")
    change(authoriser, expecting=(None, version), to_on=on)
    record("authoriser.ended", authoriser, by=by, at=at, on=on.isoformat())


@transaction.atomic
def ask_for_authorisation(
    appraisal: Appraisal,
    authoriser: Authoriser,
    *,
    amount: Decimal,
    words: str,
    by: Person,
    at: datetime,
) -> Authorisation:
    """Put a finished appraisal to a named authoriser, and tell the directors of the body."""
    day = day_of(at)
    now = decision_on(appraisal, day).decision
    insist(why_not_ask(appraisal, now, by, day))
    insist(why_not_route(authoriser, amount, appraisal, by, day), "authoriser")
    asked = Authorisation.objects.create(
        appraisal=appraisal,
        authoriser=authoriser,
        amount=amount,
        words=words.strip(),
        asked_at=at,
        asked_by=by,
    )
    tell_of(asked, day, at)
    record("authorisation.asked", asked, by=by, at=at, authoriser=authoriser.person.public_id)
    return asked


def tell_of(asked: Authorisation, day: date, at: datetime) -> None:
    """Write to the authoriser, and to the directors, whose receipts begin here."""
    named = asked.authoriser.person
    directors = list(responsible_directors(asked.appraisal.organisation, day))
    Receipt.objects.bulk_create(
        Receipt(authorisation=asked, director=each, told_at=at if each.email else None)
        for each in directors
    )
    letters = [letter_to(each, "authorisation_told", asked) for each in directors if each.email]
    if named.email:
        letters.append(letter_to(named, "authorisation_asked", asked))
    post_many(letters, at=at)


@transaction.atomic
def give_guidance(
    receipt: Receipt | None,
    asked: Authorisation,
    *,
    guidance: str,
    version: int,
    by: Person,
    at: datetime,
) -> None:
    """Note that a director has read what is asked, and what they say to it, if anything."""
    insist(why_not_guide(asked, receipt, by, day_of(at)))
    if receipt is None:
        return
    read_at = receipt.read_at or at
    change(receipt, expecting=(None, version), read_at=read_at, guidance=guidance.strip())
    record("authorisation.guided", asked, by=by, at=at)


@transaction.atomic
def grant_authorisation(
    asked: Authorisation,
    *,
    granted: Decimal,
    ends_on: date,
    conditions: str,
    version: int,
    by: Person,
    at: datetime,
) -> None:
    """Authorise what was asked, up to an amount and until a day, and tell who asked."""
    insist(why_not_decide(asked, by, day_of(at)))
    if wrong := why_not_limits(asked, granted, ends_on, day_of(at)):
        insist(wrong[1], wrong[0])
    change(
        asked,
        expecting=(State.ASKED, version),
        state=State.AUTHORISED,
        granted=granted,
        ends_on=ends_on,
        conditions=conditions.strip(),
        decided_at=at,
        decided_by=by,
    )
    tell_asker(asked, at)
    record("authorisation.granted", asked, by=by, at=at, ends_on=ends_on.isoformat())


@transaction.atomic
def refuse_authorisation(
    asked: Authorisation, *, reasons: str, version: int, by: Person, at: datetime
) -> None:
    """Refuse what was asked, with reasons; it can be appraised again and the old one stays."""
    insist(why_not_decide(asked, by, day_of(at)))
    insist(why_not_reasons(reasons), "reasons")
    change(
        asked,
        expecting=(State.ASKED, version),
        state=State.REFUSED,
        reasons=reasons.strip(),
        decided_at=at,
        decided_by=by,
    )
    tell_asker(asked, at)
    record("authorisation.refused", asked, by=by, at=at)


def tell_asker(asked: Authorisation, at: datetime) -> None:
    """Write to whoever asked that it has been decided."""
    if asked.asked_by.email:
        post_many([letter_to(asked.asked_by, "authorisation_decided", asked)], at=at)


@transaction.atomic
def withdraw_authorisation(asked: Authorisation, *, version: int, by: Person, at: datetime) -> None:
    """Take back what was asked, so that it can be asked of somebody else."""
    insist(why_not_withdraw(asked, by, day_of(at)))
    change(
        asked,
        expecting=(State.ASKED, version),
        state=State.WITHDRAWN,
        decided_at=at,
        decided_by=by,
    )
    record("authorisation.withdrawn", asked, by=by, at=at)
