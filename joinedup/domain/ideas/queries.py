from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from joinedup.domain.ideas.comparing import Likeness, alike
from joinedup.domain.ideas.kinds import MOST_OVERLAPS, OverlapChoice
from joinedup.domain.ideas.models import Idea, OverlapAnswer
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import kept_by, visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.standpoints.seldom import seldom


@dataclass(frozen=True)
class Overlap(Likeness):
    """A thing like the idea, with what was said of it last."""

    answer: OverlapAnswer | None = None

    @property
    def is_to_join(self) -> bool:
        """Whether it was said that this should be joined instead."""
        return self.answer is not None and self.answer.choice == OverlapChoice.JOIN


def ideas_visible_to(person: Person, day: date) -> QuerySet[Idea]:
    """Return the ideas whose partnership ``person`` may open."""
    seen = visible_to(person, day)
    return Idea.objects.filter(partnership__in=seen).select_related(
        "partnership__area", "stated_by", "scoped_by"
    )


def idea_of(partnership: Partnership) -> Idea | None:
    """Return what was thought out before this partnership; ask ``visible_to`` of it first."""
    return Idea.objects.filter(partnership=partnership).first()


def likely_partners_of(idea: Idea, person: Person, day: date) -> list[Organisation]:
    """Return whom the idea might be put to, for those who keep its record.

    Nobody else is told: a body would read that it was thought of, and then not asked.
    """
    if not kept_by(person, day).filter(pk=idea.partnership_id).exists():
        return []
    return list(idea.likely_partners.order_by("folded_name", "pk"))


def overlaps_of(idea: Idea, person: Person, day: date) -> list[Overlap]:
    """Return what ``person`` may see that is like the idea: the ten most alike.

    The latest answer to each comes with it; an answer about what they may not open never does.
    """
    found = alike(idea.partnership, likely_partners_of(idea, person, day), person, day)
    answers = {
        (said.partnership_id, said.arrangement_id): said
        for said in idea.overlap_answers.select_related("answered_by").order_by("pk")
    }
    return [
        Overlap(one.thing, one.reasons, one.weight, answers.get(_key_of(one)))
        for one in found[:MOST_OVERLAPS]
    ]


def _key_of(one: Likeness) -> tuple[int | None, int | None]:
    key = one.thing.pk
    return (None, key) if one.is_arrangement else (key, None)


@seldom
def ideas_waiting(person: Person, day: date) -> QuerySet[Idea]:
    """Return the ideas that ``person`` keeps and that are neither proposed nor given up."""
    kept = Idea.objects.filter(
        partnership__in=kept_by(person, day), partnership__state=State.IDEA
    ).select_related("partnership")
    return kept.order_by("stated_at", "pk")
