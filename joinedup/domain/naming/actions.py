import re
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import Refused, insist
from joinedup.domain.journal.actions import record
from joinedup.domain.naming.rules import why_not_ask_for_names, why_not_give_names
from joinedup.domain.notices.actions import post_message
from joinedup.domain.partnerships.actions import open_seat, seat_person
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import held_seats, members_of, vacant_seats
from joinedup.domain.partnerships.rules import why_not_change
from joinedup.domain.people.actions import find_or_add_person
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.actions.opening import ask_more_people
from joinedup.domain.reviews.letters import names_letter
from joinedup.domain.reviews.links import digest_of, token_for
from joinedup.domain.reviews.models import NamesRequest, Review
from joinedup.domain.reviews.rules import why_not_ask_more, why_not_prepare

LONGEST_NAME = 200
LONGEST_ADDRESS = 254


@dataclass(frozen=True)
class Named:
    """A line somebody typed: a person, an address, and the member they speak for."""

    name: str
    email: str
    membership: Membership


def read_names(text: str, members: list[Membership]) -> list[Named]:
    """Read lines such as ``Ann Bell, ann@example.org, Thornford Food Share``.

    Commas, semicolons or tabs part the three; where there is one member its name may be left
    out. Every line that cannot be used is named in one refusal, and nothing is kept.
    """
    by_name = _by_name(members)
    named, problems = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        name, email, member = (*re.split(r"\s*[,;\t]\s*", line.strip(), maxsplit=2), "", "")[:3]
        found = by_name.get(folded(member), []) if member else members
        if problem := _problem_in(name, email, found, member):
            problems.append(f"Line {number}: {problem}")
        else:
            named.append(Named(name, email, found[0]))
    if not named and not problems:
        problems = ["Type at least one line: name, email address, organisation."]
    if problems:
        raise Refused(" ".join(problems), "names")
    return named


def _by_name(members: list[Membership]) -> dict[str, list[Membership]]:
    """Return the members that bear each name: several, where they are units of one body."""
    by_name: dict[str, list[Membership]] = {}
    for membership in members:
        for name in {folded(membership.member_name), folded(membership.organisation.name)}:
            by_name.setdefault(name, []).append(membership)
    return by_name


def _problem_in(name: str, email: str, found: list[Membership], member: str) -> str:
    if not name or not email:
        return "write a name, an email address and an organisation, with commas between."
    if len(name) > LONGEST_NAME:
        return f"a name has {LONGEST_NAME} characters at most."
    if not _is_address(email):
        return f"“{email}” is not an email address."
    if len(found) == 1:
        return ""
    if not member:
        return "which member is it for?"
    if found:
        return f"“{member}” has several places here. Write which: {_listed(found)}."
    return f"“{member}” is not one of the members."


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return len(email) <= LONGEST_ADDRESS


def _listed(members: list[Membership]) -> str:
    return " or ".join(f"“{membership.member_name}”" for membership in members)


@transaction.atomic
def name_people(partnership: Partnership, text: str, *, by: Person | None, at: datetime) -> int:
    """Seat the people named in ``text``, so that they can be asked; returns how many are new.

    A vacant place of the member is taken first; somebody already seated is left as they are.
    """
    day = day_of(at)
    # Where everybody named sits there already, no act below asks whether ``by`` may.
    insist(why_not_change(partnership, by, day))
    just_this = Partnership.objects.filter(pk=partnership.pk)
    vacant = {seat.membership_id: seat for seat in vacant_seats(just_this, day)}
    seated = {
        (holder.seat.membership_id, holder.person_id) for holder in held_seats(just_this, day)
    }
    new = 0
    for named in read_names(text, list(members_of(partnership, day))):
        person = find_or_add_person(named.name, email=named.email, by=by, at=at)
        if (named.membership.pk, person.pk) in seated:
            continue
        if seat := vacant.pop(named.membership.pk, None):
            seat_person(seat, person, by=by, at=at)
        else:
            open_seat(named.membership, person=person, by=by, at=at)
        seated.add((named.membership.pk, person.pk))
        new += 1
    record("people.named", partnership, by=by, at=at, people=new)
    return new


@transaction.atomic
def ask_for_names(
    review: Review, *, name: str, email: str, by: Person, at: datetime
) -> NamesRequest:
    """Send one link to somebody who knows who sits on the partnership.

    A button pressed twice sends one: a link that still waits for its answer is not sent again.
    """
    insist(why_not_prepare(review.round, by, day_of(at)))
    insist(why_not_ask_for_names(review, email), "email")
    request = NamesRequest(review=review, name=name.strip(), email=email.strip())
    request.token_digest = digest_of(token_for(request))
    request.save(force_insert=True)
    subject, body = names_letter(request, by)
    post_message(
        to=request.email,
        subject=subject,
        body=body,
        kind="round.names",
        about=request,
        at=at,
        carries_secret=True,
    )
    record("names.asked", review, by=by, at=at, email=request.email)
    return request


@transaction.atomic
def answer_names_request(request: NamesRequest, text: str, *, at: datetime) -> int:
    """Seat the people named by whoever holds the link; the link is spent with it.

    Where the round is open already, they are asked at once.
    """
    insist(why_not_give_names(request))
    change(request, expecting=(None, request.version), answered_at=at)
    new = name_people(request.review.partnership, text, by=None, at=at)
    if why_not_ask_more(request.review.round, None, day_of(at)) is None:
        ask_more_people(request.review.round, by=None, at=at)
    record("names.given", request.review, by=None, at=at, name=request.name, people=new)
    return new
