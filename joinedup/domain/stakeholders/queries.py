from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from joinedup.domain.basics.days import current, in_words
from joinedup.domain.organisations.kinds import Form
from joinedup.domain.organisations.models import ConsortiumMember, Organisation
from joinedup.domain.partnerships.kinds import LEADING, OVER
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import leads_of, named_alike
from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person
from joinedup.domain.stakeholders.kinds import LONG_AGO, ApproachState, Wish
from joinedup.domain.stakeholders.models import Stakeholder, Yardstick, YardstickLine
from joinedup.domain.standpoints.seldom import seldom


def visible_to(person: Person, day: date) -> QuerySet[Stakeholder]:
    """Return the stakeholders of whom ``person`` may read everything.

    The map is a working paper of those who keep the record. Others on the partnership are told
    names and how far it has come (``circle_of``), and a body its own reason (``answers_for``).
    """
    if not person.is_authenticated:
        return Stakeholder.objects.none()
    # Asked of each row as it is read: a large host leads more records than have a map.
    leads = Exists(leads_of(person, day).filter(partnership=OuterRef("partnership")))
    kept = Stakeholder.objects.filter(leads | Q(partnership__in=sits_on(person, day, *LEADING)))
    return kept.select_related("partnership", "organisation")


@dataclass(frozen=True)
class Standing:
    """A stakeholder and where it stands: joined where it is a member, or else as was last said."""

    stakeholder: Stakeholder
    state: ApproachState
    note: str = ""

    @property
    def name(self) -> str:
        """The name people know it by."""
        return self.stakeholder.called


def circle_of(partnership: Partnership, day: date) -> list[Standing]:
    """Return everybody on the map with where they stand, by name; three queries."""
    there = list(Stakeholder.objects.filter(partnership=partnership).select_related("organisation"))
    bodies = [each.organisation_id for each in there if each.organisation_id]
    joined = standings_of(partnership, bodies, day)
    told = [Standing(each, *joined.get(each.organisation_id or 0, said(each))) for each in there]
    return sorted(told, key=lambda each: (each.name.casefold(), each.stakeholder.pk))


def standing_of(stakeholder: Stakeholder, day: date) -> Standing:
    """Return where one of them stands."""
    bodies = [stakeholder.organisation_id] if stakeholder.organisation_id else []
    joined = standings_of(stakeholder.partnership, bodies, day)
    return Standing(stakeholder, *joined.get(stakeholder.organisation_id or 0, said(stakeholder)))


def said(stakeholder: Stakeholder) -> tuple[ApproachState, str]:
    """Return what was last said of a stakeholder, and when."""
    return ApproachState(stakeholder.state), f"since {in_words(stakeholder.moved_on)}"


def standings_of(
    partnership: Partnership, bodies: Iterable[int], day: date
) -> dict[int, tuple[ApproachState, str]]:
    """Return which of these bodies are in, by themselves or by a consortium, and since when."""
    members = partnership.memberships.filter(current(day)).order_by("-from_on", "pk")
    inside = ConsortiumMember.objects.filter(
        current(day),
        organisation__in=bodies,
        consortium__in=members.order_by().values("organisation"),
    ).order_by("pk")
    through = {
        each.organisation_id: (ApproachState.JOINED, f"through {each.consortium.name}")
        for each in inside.select_related("consortium")
    }
    own = {
        body: (ApproachState.JOINED, f"since {in_words(since)}" if since else "")
        for body, since in members.filter(organisation__in=bodies).values_list(
            "organisation", "from_on"
        )
    }
    return through | own


def wishes_among(circle: Iterable[Standing]) -> list[tuple[Wish, int]]:
    """Return how many are needed, wanted, willing or uncertain; only what there is."""
    counted = Counter(each.stakeholder.wish for each in circle)
    return [(wish, counted[wish]) for wish in Wish if counted[wish]]


def member_consortia(partnership: Partnership, day: date) -> QuerySet[Organisation]:
    """Return the consortia that are members: small groups can join one and share its place."""
    members = partnership.memberships.filter(current(day)).order_by().values("organisation")
    return Organisation.objects.filter(pk__in=members, form=Form.CONSORTIUM)


def answers_for(organisation: Organisation, name: str, day: date) -> list[Stakeholder]:
    """Return what partnerships of this name wrote down of why the body was not invited.

    Whoever asks has to know the name: nobody learns of a partnership by asking.
    """
    inside = organisation.memberships.filter(current(day)).order_by().values("partnership")
    left_out = Stakeholder.objects.filter(
        organisation=organisation, state=ApproachState.NOT_INVITED
    ).exclude(partnership__in=inside)
    alike = named_alike(name, Partnership.objects.all()).order_by().values("pk")
    return list(left_out.filter(partnership__in=alike).select_related("partnership"))


@seldom
def long_invited(person: Person, day: date) -> QuerySet[Stakeholder]:
    """Return who was invited long ago to a record ``person`` keeps, and has neither come nor
    declined; the longest ago first."""
    since = Membership.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gte=OuterRef("moved_on")),
        partnership=OuterRef("partnership"),
        organisation=OuterRef("organisation"),
    )
    waiting = visible_to(person, day).exclude(partnership__state__in=OVER)
    waiting = waiting.filter(state=ApproachState.INVITED, moved_on__lte=day - LONG_AGO)
    return waiting.filter(~Exists(since)).order_by("moved_on", "pk")


def yardstick_of(partnership: Partnership) -> Yardstick | None:
    """Return by what the partnership judges who is missing, or None while it has not chosen."""
    return Yardstick.objects.filter(partnership=partnership).first()


def lines_of(partnership: Partnership) -> QuerySet[YardstickLine]:
    """Return the lines of its yardstick, with who speaks for places and services."""
    lines = YardstickLine.objects.filter(yardstick__partnership=partnership)
    return lines.select_related("yardstick", "speaker__organisation").order_by("sort", "id")
