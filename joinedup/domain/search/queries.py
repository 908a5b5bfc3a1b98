from itertools import chain
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from joinedup.domain.basics.folding import beginnings, words_of
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.search.index import NAMED, Named, Words, asking
from joinedup.domain.search.slips import halves, meant_by, most_slips

Thing = TypeVar("Thing", Partnership, Organisation)
# As many as are looked up by their keys; where there are more, the list is read in its order.
FEW = 1000
# As many names as are compared with what was typed, where nothing bears it.
COMPARED = 300


def found_by_name(typed: str, among: QuerySet[Thing]) -> QuerySet[Thing]:
    """Return those of ``among`` in whose names every word of ``typed`` begins a word.

    In any order, in any spelling that folds the same, over all names together: present, former
    and other. Nothing typed narrows nothing.
    """
    words = beginnings(typed)
    return among.filter(bearing(table_of(among), words)) if words else among


def bearing(named: Named, words: Words) -> Q:
    """Return the condition that a thing bears all of these words."""
    sql, values = asking(named, words)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT {FEW + 1}", values)
        keys = [key for (key,) in cursor.fetchall()]
    if len(keys) <= FEW:
        return Q(pk__in=keys)
    return Q(pk__in=RawSQL(sql, values))  # noqa: S611 - words are passed beside the statement


def table_of(among: QuerySet[Any]) -> Named:
    """Return where the words of these things are kept."""
    return next(named for named in NAMED if named.things is among.model)


def meant(typed: str, among: QuerySet[Thing]) -> str:
    """Return what was probably meant where nothing of ``among`` bears what was typed, or nothing.

    Only names of ``among`` are compared, so that nothing is suggested that may not be seen; and
    what is suggested finds something.
    """
    words = words_of(typed)
    mended = [mended_word(word, among) for word in words[:10]]
    said = " ".join(mended)
    if said == " ".join(words) or not found_by_name(said, among).exists():
        return ""
    return said


def mended_word(word: str, among: QuerySet[Thing]) -> str:
    """Return the word meant by one that begins no word of any name, or the word itself."""
    if not most_slips(word) or found_by_name(word, among).exists():
        return word
    return meant_by(word, words_like(word, among)) or word


def words_like(word: str, among: QuerySet[Thing]) -> list[str]:
    """Return the words of some names of ``among`` that share a half with this one."""
    named, (first, last) = table_of(among), halves(word)
    alike = Q()
    for half, backwards in ((first, False), (last, True)):
        sql, values = asking(named, [(half,)], backwards=backwards)
        alike |= Q(pk__in=RawSQL(sql, values))  # noqa: S611 - as above
    keys = list(among.filter(alike).order_by().values_list("pk", flat=True)[:COMPARED])
    folds = chain(
        among.model._default_manager.filter(pk__in=keys).values_list("folded_name", flat=True),
        named.others._default_manager.filter(**{f"{named.key}__in": keys}).values_list(
            "folded_name", flat=True
        ),
    )
    return [each for fold in folds for each in fold.split()]
