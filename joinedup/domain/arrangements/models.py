from django.db import models

from joinedup.domain.arrangements.kinds import RelatedKind
from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.days import Dated
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.organisations.models import Organisation


class RelatedArrangement(Identified, Versioned, Dated):
    """A contract, a grant, a place on an outside body or an owned company, on its host's list."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="arrangements"
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=RelatedKind.choices)
    with_whom = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta(Dated.Meta):
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["name", "id", "organisation"], name="arrangement_order")]
        constraints = [*Dated.Meta.constraints, one_of("kind", RelatedKind.values)]

    def __str__(self) -> str:
        return self.name
