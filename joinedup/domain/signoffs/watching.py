"""Which agreements somebody should look at: ended, ending, due for a fresh look, or with gaps."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from joinedup.domain.agreements.kinds import EditionState
from joinedup.domain.agreements.models import Edition
from joinedup.domain.basics.days import current, in_words
from joinedup.domain.figures.wording import listed_or_counted
from joinedup.domain.partnerships.kinds import OVER, Tier
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import kept_by
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.kinds import SIGNING, WATCHED_FOR, Watch
from joinedup.domain.signoffs.models import Refusal, Signatory, SignOff
from joinedup.domain.signoffs.queries import OPEN_TO_SIGN, of_it_still
from joinedup.domain.standpoints.seldom import seldom

# More members than these are counted; the page of signatures names them.
NAMED = 3


def under_text(
    members: QuerySet[Membership], states: Iterable[str], day: date
) -> QuerySet[Membership]:
    """Return those of ``members`` that have not signed a text in one of these states.

    Each bears the key, public identifier and tier of its text as ``edition``, ``edition_id`` and
    ``of_tier``.
    """
    texts = Edition.objects.filter(
        agreement__partnership=OuterRef("partnership"), state__in=states
    ).order_by("state")
    under = SignOff.objects.filter(edition=OuterRef("edition"), membership=OuterRef("pk"))
    given = under.order_by().values("membership").annotate(many=Count("pk")).values("many")
    return (
        members.filter(current(day), standing__in=SIGNING)
        .annotate(
            edition=Subquery(texts.values("pk")[:1]),
            edition_id=Subquery(texts.values("public_id")[:1]),
            of_tier=Subquery(texts.values("tier")[:1]),
            given=Coalesce(Subquery(given), 0),
        )
        .filter(Q(given=0) | Q(given=1, of_tier=Tier.SIGNIFICANT), edition__isnull=False)
    )


def gaps(day: date) -> QuerySet[Membership]:
    """Return the members that have not signed the text that stands: as a rule they joined since."""
    return under_text(Membership.objects.all(), [EditionState.SIGNED], day)


def watched(among: QuerySet[Partnership], day: date, why: str = "") -> QuerySet[Partnership]:
    """Return those of ``among`` whose agreement somebody should look at, for one reason or any."""
    soon = day + WATCHED_FOR
    # Whose lives end in the record, not here: an agreement on paper is watched as well.
    reasons = {
        Watch.ENDED: Q(agreement_ends_on__lt=day),
        Watch.ENDING: Q(agreement_ends_on__gte=day, agreement_ends_on__lte=soon),
        Watch.LOOK: Q(agreement_review_on__lte=soon),
        Watch.GAP: Q(Exists(gaps(day).filter(partnership=OuterRef("pk")).order_by())),
    }
    wanted = Q()
    for reason, condition in reasons.items():
        if why in ("", reason):
            wanted |= condition
    return among.filter(wanted).exclude(state__in=OVER)


def gaps_of(partnerships: Iterable[Partnership], day: date) -> dict[int, list[str]]:
    """Return for each of these partnerships the members that have not signed what stands."""
    keys = [each.pk for each in partnerships]
    found: dict[int, list[str]] = {}
    for member in gaps(day).filter(partnership__in=keys).select_related("organisation"):
        found.setdefault(member.partnership_id, []).append(member.member_name)
    return found


def why_watched(partnership: Partnership, missing: list[str], day: date) -> list[str]:
    """Return why somebody should look at an agreement, in sentences."""
    told, soon = [], day + WATCHED_FOR
    ends, look = partnership.agreement_ends_on, partnership.agreement_review_on
    if ends is not None and ends < day:
        told.append(f"It ended on {in_words(ends)}.")
    elif ends is not None and ends <= soon:
        told.append(f"It ends on {in_words(ends)}.")
    if look is not None and look <= soon:
        was = "was" if look < day else "is"
        told.append(f"A fresh look {was} due on {in_words(look)}.")
    if missing:
        who = listed_or_counted(missing, NAMED, "members")
        told.append(f"{who} {'has' if len(missing) == 1 else 'have'} not signed it.")
    return told


@seldom
def waiting_for(person: Person, day: date) -> QuerySet[Any]:
    """Return the members for which a text waits for the signature of ``person``.

    A text that was signed waits for members that joined since, unless a later one is offered.
    Whoever refused for a member is not asked again of the same text.
    """
    named = Signatory.objects.filter(current(day), person=person.pk, membership=OuterRef("pk"))
    theirs = Membership.objects.filter(Exists(of_it_still(named, day).order_by())).exclude(
        partnership__state__in=OVER
    )
    own = SignOff.objects.filter(
        edition=OuterRef("edition"), membership=OuterRef("pk"), person=person.pk, paper=""
    )
    waiting = under_text(theirs, OPEN_TO_SIGN, day).filter(~Exists(own), ~Exists(refusing()))
    waiting = waiting.select_related("organisation", "partnership")
    return waiting.order_by("partnership__folded_name", "pk")


def refusing() -> QuerySet[Refusal]:
    """Return the refusals that still hold, of the members of ``under_text``."""
    return Refusal.objects.filter(
        edition=OuterRef("edition"), membership=OuterRef("pk"), taken_back_at__isnull=True
    ).order_by()


@seldom
def refusals_to_settle(person: Person, day: date) -> QuerySet[Any]:
    """Return the members that will not sign on records that ``person`` keeps.

    Each bears ``reasons``. It is over when the member signs, or another text is offered.
    """
    kept = kept_by(person, day).exclude(state__in=OVER).order_by()
    members = Membership.objects.filter(partnership__in=kept.values("pk"))
    waiting = under_text(members, OPEN_TO_SIGN, day).filter(Exists(refusing()))
    reasons = Coalesce(
        Subquery(refusing().values("reasons")[:1]), Value(""), output_field=TextField()
    )
    told = waiting.annotate(reasons=reasons)
    told = told.select_related("organisation", "partnership")
    return told.order_by("partnership__folded_name", "pk")
