import itertools
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import visible_to
from joinedup.domain.structure.actions import end_link, link_partnership
from joinedup.domain.structure.kinds import LinkSort, Part
from joinedup.domain.structure.models import Link
from joinedup.domain.structure.queries import forest, ids_above, links_between, links_down, links_up


def chain(cast, now, length):
    """Register partnerships, each of which reports to the one before."""
    made = [
        register_partnership(f"Group {n:03}", host=cast.thornford, by=cast.priya, at=now)
        for n in range(length)
    ]
    Link.objects.bulk_create(
        Link(lower=lower, upper=upper, sort=LinkSort.REPORTS_TO, from_on=day_of(now))
        for upper, lower in itertools.pairwise(made)
    )
    return made


def link(cast, now, lower, upper, by="priya", **other):
    said = {"sort": LinkSort.REPORTS_TO} | other
    return link_partnership(lower, upper, **said, by=cast.people[by], at=now)


def drawn(branches):
    return [(branch.partnership.name, drawn(branch.under)) for branch in branches]


def test_a_circle_is_refused_however_long_the_chain(cast, now):
    made = chain(cast, now, 60)

    with CaptureQueriesContext(connection) as asked:
        above = ids_above(made[-1], day_of(now))
    with pytest.raises(Refused, match="This would make a circle"):
        link(cast, now, made[0], made[-1], sort=LinkSort.ADVISES)

    assert (len(above), len(asked)) == (59, 1)
    assert link(cast, now, made[59], made[0], sort=LinkSort.SERVES).pk


def test_a_circle_that_two_people_made_at_one_moment_still_ends(cast, now):
    first, _second, third = chain(cast, now, 3)
    Link.objects.create(lower=first, upper=third, sort=LinkSort.SERVES)
    top = register_partnership("Top", host=cast.thornford, by=cast.priya, at=now)
    link(cast, now, first, top)

    links = links_between(Partnership.objects.all(), day_of(now))

    assert first.pk in ids_above(first, day_of(now))
    assert drawn(forest(links)) == [("Top", [("Group 000", [("Group 001", [("Group 002", [])])])])]


def test_nothing_is_linked_to_itself_or_twice_and_an_ended_link_may_be_made_again(cast, now):
    upper, lower = chain(cast, now, 2)

    for other, reason in ((lower, "to itself"), (upper, "reports to Group 000 already")):
        with pytest.raises(Refused, match=reason):
            link(cast, now, lower, other)
    end_link(Link.objects.get(), on=day_of(now), by=cast.priya, at=now)

    later = now + timedelta(days=2)
    assert link(cast, later, lower, upper).from_on == day_of(later)
    assert ids_above(lower, day_of(later)) == {upper.pk}


def test_one_leads_on_a_theme_and_several_support_it(cast, now):
    core, *others = [
        register_partnership(name, host=cast.thornford, by=cast.priya, at=now)
        for name in ("Core", "Youth", "Schools", "Sport")
    ]
    about = {"sort": LinkSort.SERVES, "theme": "Young people"}
    link(cast, now, others[0], core, part=Part.LEADS, **about)
    link(cast, now, others[1], core, part=Part.SUPPORTS, **about)

    with pytest.raises(Refused, match="Another partnership leads on young PEOPLE already"):
        link(cast, now, others[2], core, part=Part.LEADS, sort="SERVES", theme="young PEOPLE")
    with pytest.raises(Refused, match="Enter the theme"):
        link(cast, now, others[2], core, part=Part.SUPPORTS, sort="SERVES", theme=" ")

    down = links_down(core, Partnership.objects.all(), day_of(now))
    assert [(each.lower.name, each.part) for each in down] == [
        ("Schools", "SUPPORTS"),
        ("Youth", "LEADS"),
    ]


@pytest.mark.parametrize(
    ("who", "may"), [("priya", True), ("ruth", True), ("ade", False), ("ben", False)]
)
def test_whoever_keeps_either_record_links_them(cast, now, who, may):
    other = register_partnership("Other", host=cast.county, by=None, at=now)

    if may:
        link(cast, now, other, cast.safer, who)
    else:
        with pytest.raises(Refused, match="Only the lead host’s officers"):
            link(cast, now, cast.safer, cast.growth, who)

    assert Link.objects.count() == may


def test_a_reader_meets_no_partnership_they_may_not_see(cast, now):
    link_partnership(cast.safer, cast.growth, sort=LinkSort.SERVES, by=None, at=now)
    day = day_of(now)

    seen = [
        [each.upper.name for each in links_up(cast.safer, visible_to(cast.people[who], day), day)]
        for who in ("priya", "ade")
    ]

    assert seen == [[], []]
    assert links_between(visible_to(cast.priya, day), day) == []
    assert len(links_up(cast.safer, Partnership.objects.all(), day)) == 1
