"""How to make what the routes of appraisals and authorisations are asked for.

All are those of a body about the partnership it leads, here or in the next district, with the
three questions of a network, so that they are made quickly.
"""

from datetime import date
from decimal import Decimal

from joinedup.domain.appraisals.actions import begin_appraisal
from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.authorisations.actions import ask_for_authorisation, name_authoriser
from joinedup.domain.authorisations.models import Authoriser
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.kinds import Tier
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World
from tests.cast import make_person
from tests.domain.appraisals.answering import finish, say

TO_DO = {"action": "Tell them.", "action_owner": "Kim Lee", "action_due_on": date(2026, 9, 1)}


def begun(world: World, *, abroad: bool) -> Appraisal:
    """An appraisal being answered."""
    cast = world.cast
    partnership, body = (cast.growth, cast.farhaven) if abroad else (cast.safer, cast.thornford)
    by = cast.noor if abroad else cast.priya
    told = partnership.involvements.filter(organisation=body).first()
    version = told.version if told else 1
    tell_involvement(partnership, body, version=version, by=by, at=NOWADAYS, tier=Tier.NETWORK)
    return begin_appraisal(partnership, body, by=by, at=NOWADAYS)


def finished(world: World, *, abroad: bool) -> Appraisal:
    """An appraisal that is finished with something still to do."""
    appraisal = begun(world, abroad=abroad)
    by = appraisal.began_by
    say(appraisal, "T", by, NOWADAYS, T2={"answer": "PARTLY"} | TO_DO)
    finish(appraisal, by, NOWADAYS)
    return appraisal


def limit(world: World, *, abroad: bool) -> Authoriser:
    """Somebody who authorises: of the leadership here, a newcomer in the next district."""
    cast = world.cast
    body, by = (cast.farhaven, cast.noor) if abroad else (cast.thornford, cast.priya)
    person = make_person("Una Farrow", NOWADAYS) if abroad else cast.helen
    if abroad:
        grant_post(person, body, PostKind.LEADERSHIP, by=None, at=NOWADAYS)
    return name_authoriser(
        body,
        person,
        up_to=Decimal(50_000),
        tier=Tier.SIGNIFICANT,
        from_on=NOWADAYS.date(),
        because="",
        by=by,
        at=NOWADAYS,
    )


def appraised(stage: str = "", *, abroad: bool = False, **more: str) -> Maker:
    """An appraisal: none yet, being answered, answered, finished, or finished with a limit."""

    def make(world: World) -> Made:
        if stage == "finished":
            appraisal = finished(world, abroad=abroad)
        else:
            appraisal = begun(world, abroad=abroad)
        if stage == "answered":
            say(appraisal, "T", appraisal.began_by, NOWADAYS)
        named = limit(world, abroad=abroad) if stage == "finished" else None
        fill = {"version": 1, "authoriser": named.pk if named else ""}
        return Made({"public_id": appraisal.public_id, **more}, ("public_id",), fill)

    return make


def authorised_by(*, abroad: bool = False) -> Maker:
    """A limit of somebody who authorises."""

    def make(world: World) -> Made:
        held = limit(world, abroad=abroad)
        args = {"public_id": held.organisation.public_id, "limit_id": held.public_id}
        return Made(args, ("public_id", "limit_id"), {"version": held.version})

    return make


def authorising(*, abroad: bool = False) -> Maker:
    """A body, and one of its people who could be named."""

    def make(world: World) -> Made:
        cast = world.cast
        body = cast.farhaven if abroad else cast.thornford
        person = cast.marcus
        if abroad:
            person = make_person("Una Farrow", NOWADAYS)
            grant_post(person, body, PostKind.LEADERSHIP, by=None, at=NOWADAYS)
        return Made({"public_id": body.public_id}, ("public_id",), {"person": person.pk})

    return make


def asked(*, abroad: bool = False) -> Maker:
    """A finished appraisal put to somebody who authorises."""

    def make(world: World) -> Made:
        appraisal = finished(world, abroad=abroad)
        waiting = ask_for_authorisation(
            appraisal,
            limit(world, abroad=abroad),
            amount=Decimal(20_000),
            words="",
            by=appraisal.began_by,
            at=NOWADAYS,
        )
        return Made({"public_id": waiting.public_id}, ("public_id",), {"version": 1})

    return make


OF_APPRAISALS: dict[str, Maker] = {
    "appraisal": appraised(),
    "appraisal_abroad": appraised(abroad=True),
    "section_of_appraisal": appraised(code="T"),
    "section_of_appraisal_abroad": appraised(abroad=True, code="T"),
    "appraisal_answered": appraised("answered"),
    "appraisal_answered_abroad": appraised("answered", abroad=True),
    "appraisal_finished": appraised("finished"),
    "appraisal_finished_abroad": appraised("finished", abroad=True),
    "action_of_appraisal": appraised("finished", question="T2"),
    "action_of_appraisal_abroad": appraised("finished", abroad=True, question="T2"),
    "authorising_body": authorising(),
    "authorising_body_abroad": authorising(abroad=True),
    "authoriser": authorised_by(),
    "authoriser_abroad": authorised_by(abroad=True),
    "authorisation": asked(),
    "authorisation_abroad": asked(abroad=True),
}
