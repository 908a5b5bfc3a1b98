import pytest

from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.reviews.queries.rounds import SectorProgress, sectors_of, told_together
from tests.rounds import answered, opened


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ([], []),
        ([4], []),
        ([5], [5]),
        ([1, 4], [5]),
        ([2, 2], []),
        ([1, 9], [10]),
        ([5, 6], [5, 6]),
        ([2, 3, 7], [5, 7]),
        ([1, 1, 8, 20], [10, 20]),
    ],
)
def test_no_line_tells_of_fewer_than_five_people(asked, told):
    lines = told_together(SectorProgress((str(n),), n, 0) for n in asked)

    assert sorted(line.asked for line in lines) == told


@pytest.mark.django_db
def test_small_sectors_are_told_together(cast, now):
    round = opened(cast, now)
    answered(round, cast.ade, 3, now)
    Ticket.objects.exclude(person=cast.ade).update(sector=Sector.POLICE)
    Ticket.objects.filter(person=cast.ade).update(sector=Sector.CHARITY)

    assert sectors_of(round) == [SectorProgress((Sector.CHARITY, Sector.POLICE), 5, 1)]
