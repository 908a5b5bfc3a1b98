import secrets
from datetime import date

from django.db import models
from django.db.models import Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, in_order, one_of
from joinedup.domain.basics.days import last_day_before
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import Asking, OfficialView, RoundState, TicketState


class Round(Identified, Versioned):
    """A dated campaign that asks one questionnaire of many partnerships."""

    host = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="rounds")
    title = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    instrument = models.ForeignKey(
        InstrumentVersion, on_delete=models.PROTECT, related_name="rounds"
    )
    asking = models.CharField(max_length=10, choices=Asking.choices, default=Asking.NAMED)
    official_view = models.CharField(
        max_length=12, choices=OfficialView.choices, default=OfficialView.ORGANISATION
    )
    state = models.CharField(max_length=10, choices=RoundState.choices, default=RoundState.DRAFT)
    opens_on = models.DateField()
    closes_on = models.DateField()
    replies_end_on = models.DateField(null=True, blank=True)
    papers_due_on = models.DateField(null=True, blank=True)
    committee_on = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_because = models.TextField(blank=True)
    sealed_at = models.DateTimeField(null=True, blank=True)
    stands_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-year", "-id"]
        indexes = [models.Index(fields=["-year", "-id", "host"], name="round_order")]
        constraints = [
            one_of("state", RoundState.values),
            one_of("asking", Asking.values),
            in_order("opens_on", "closes_on"),
            models.CheckConstraint(
                condition=~Q(asking=Asking.ANONYMOUS) | Q(official_view=OfficialView.PERSON),
                name="anonymous_counts_persons",
            ),
            both_or_neither("opened_at", "opened_by"),
            both_or_neither("sealed_at", "stands_at"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_anonymous(self) -> bool:
        """Whether nothing joins an answer to whoever gave it."""
        return self.asking == Asking.ANONYMOUS

    @property
    def last_day_to_reply(self) -> date | None:
        """The last day members may reply to its results: as planned, and settled at the close."""
        return last_day_before(self.stands_at) if self.stands_at else self.replies_end_on


class Review(Identified, Versioned):
    """One partnership's part in a round: chosen while it is prepared, its result once sealed.

    ``without_address`` are people who could not be asked in an anonymous round, which nobody can
    answer but by a mailed link.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reviews")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="reviews")
    vacant_seats = models.PositiveSmallIntegerField(default=0)
    without_address = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(null=True, blank=True)
    overall = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    band = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["partnership__folded_name", "id"]
        constraints = [
            Once(
                fields=["round", "partnership"],
                name="review_once_a_round",
                taken="One of these partnerships was chosen for the round a moment ago.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.partnership}, {self.round}"


class Ticket(Identified, Versioned):
    """One person's permission to answer once for one partnership.

    Only a digest of the link's token is kept. In an anonymous round ``group`` is all that an answer
    sheet will carry of whoever wrote it: a side with five people or more, or nothing. The code that
    lets somebody come back to saved answers is kept as a digest too, with its end and the tries
    made.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="tickets")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tickets")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    member_name = models.CharField(max_length=402)
    sector = models.CharField(max_length=12)
    group = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=6, choices=TicketState.choices, default=TicketState.ASKED)
    token_digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64, blank=True)
    code_ends_at = models.DateTimeField(null=True, blank=True)
    code_tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("state", TicketState.values),
            Once(
                fields=["review", "person"],
                name="ticket_once_a_person",
                taken="Somebody else asked these people a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} on {self.review}"


def random_key() -> int:
    """Return a key that tells nothing of the order in which sheets came in."""
    return secrets.randbits(62) + 1


class AnswerSheet(Versioned):
    """What one person answered. In an anonymous round nothing joins it to anybody.

    The key is the row's own place in the table, set to a random value: see
    docs/adr/0007-how-anonymous-answers-will-stay-anonymous.md.
    """

    id = models.BigAutoField(primary_key=True, default=random_key, editable=False)
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="sheets")
    ticket = models.OneToOneField(
        Ticket, null=True, blank=True, on_delete=models.CASCADE, related_name="sheet"
    )
    group = models.CharField(max_length=12, blank=True)
    is_sent = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Answers to {self.review}"


class Answer(models.Model):
    """One answer on a sheet: a scale value, or why there is none, or words."""

    sheet = models.ForeignKey(AnswerSheet, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=20)
    value = models.SmallIntegerField(null=True, blank=True)
    unscored = models.CharField(max_length=4, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            Once(
                fields=["sheet", "question"],
                name="answered_once",
                taken="These answers were saved a moment ago, from another page.",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(unscored=""), name="value_or_none"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.value if self.value is not None else self.unscored}"


class NamesRequest(Identified, Versioned):
    """A link sent to somebody who knows who sits on a partnership, so that people can be asked."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="names_requests")
    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254)
    token_digest = models.CharField(max_length=64, unique=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.name} on {self.review}"
