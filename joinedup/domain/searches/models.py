from django.db import models

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.people.models import Person
from joinedup.domain.searches.kinds import LONGEST, Searched


class KeptSearch(Identified, Versioned):
    """A search that somebody named, to come back to. It is theirs alone.

    It keeps what was asked, never what was found: that is looked up anew, as far as they may see.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="kept_searches")
    searched = models.CharField(max_length=14, choices=Searched.choices)
    name = models.CharField(max_length=100)
    asked = models.CharField(max_length=LONGEST)

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "kept searches"
        constraints = [
            one_of("searched", Searched.values),
            Once(
                fields=["person", "name"],
                name="kept_search_name_once",
                taken="A search of this name was kept a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
