"""Keeping a search under a name, calling it something else, and letting it go."""

from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person
from joinedup.domain.searches.kinds import Searched
from joinedup.domain.searches.models import KeptSearch
from joinedup.domain.searches.rules import why_not_call_search, why_not_keep_search


@transaction.atomic
def keep_search(
    name: str, *, searched: Searched, asked: str, by: Person, at: datetime
) -> KeptSearch:
    """Keep what ``by`` asked of a list under a name, for them alone.

    ``asked`` is the end of the list's address: only what its form knows, as it took it.
    """
    insist(why_not_keep_search(by, asked))
    insist(why_not_call_search(by, name), "name")
    search = KeptSearch.objects.create(person=by, searched=searched, name=name.strip(), asked=asked)
    record("search.kept", search, by=by, at=at)
    return search


@transaction.atomic
def rename_search(search: KeptSearch, name: str, *, version: int, by: Person, at: datetime) -> None:
    """Call a kept search something else."""
    insist(why_not_call_search(by, name, search), "name")
    change(search, expecting=(None, version), name=name.strip())
    record("search.renamed", search, by=by, at=at)


@transaction.atomic
def remove_search(search: KeptSearch, *, by: Person, at: datetime) -> None:
    """Let a kept search go; what it would find stays where it is."""
    record("search.removed", search, by=by, at=at)
    search.delete()
