from django.db.models import Q, QuerySet

from joinedup.domain.basics.folding import folded
from joinedup.domain.partnerships.models import OtherPartnershipName, Partnership
from joinedup.domain.partnerships.queries import named_alike

TELLING = 4


def looks_like(name: str, among: QuerySet[Partnership]) -> QuerySet[Partnership]:
    """Return those of ``among`` that bear or bore this name, or share two telling words with it."""
    words = [word for word in folded(name).split() if len(word) >= TELLING]
    alike = Q(pk__in=named_alike(name, among).order_by().values("pk"))
    for index, word in enumerate(words):
        for other in words[index + 1 :]:
            others = OtherPartnershipName.objects.filter(folded_name__contains=word).filter(
                folded_name__contains=other
            )
            alike |= Q(folded_name__contains=word) & Q(folded_name__contains=other)
            alike |= Q(pk__in=others.values("partnership"))
    return among.filter(alike)
