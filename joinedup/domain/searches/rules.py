from joinedup.domain.people.models import Person
from joinedup.domain.searches.kinds import LONGEST, MOST_KEPT
from joinedup.domain.searches.models import KeptSearch


def why_not_keep_search(person: Person, asked: str) -> str | None:
    """Return why ``person`` cannot keep this search, or None."""
    if not asked:
        return "Search or narrow the list first. Then there is something to keep."
    if len(asked) > LONGEST:
        return "This search is too long to keep. Search with fewer words."
    if KeptSearch.objects.filter(person=person).count() >= MOST_KEPT:
        return f"You have kept {MOST_KEPT} searches. Remove one you no longer need."
    return None


def why_not_call_search(person: Person, name: str, search: KeptSearch | None = None) -> str | None:
    """Return why a search of ``person`` cannot have this name, or None."""
    others = KeptSearch.objects.filter(person=person, name__iexact=name.strip())
    if search is not None:
        others = others.exclude(pk=search.pk)
    if others.exists():
        return f"You already keep a search called “{name.strip()}”."
    return None if name.strip() else "Give the search a name."
