"""What is written into a file: by whom it is asked for decides what is in it, as on their pages."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import IO

from django.db.models import QuerySet

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused, insist
from joinedup.domain.committees.making import paper_asked_for
from joinedup.domain.documents.files import file_of
from joinedup.domain.exports.everything import Part, Whole, write_whole
from joinedup.domain.exports.formats import Row, in_format
from joinedup.domain.exports.printed import bodies_of, printed_register, why_not_print
from joinedup.domain.exports.rows import Sheet, directory_sheet, memberships_sheet, register_sheet
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import visible_to as bodies_visible_to
from joinedup.domain.parcels.kinds import PDF, What
from joinedup.domain.parcels.models import Parcel
from joinedup.domain.parcels.own import everything_of
from joinedup.domain.parcels.queries import results_told_in, round_asked_for
from joinedup.domain.parcels.round_results import write_results
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import listed_to
from joinedup.domain.search.narrowing import narrowed_directory, narrowed_register

STRETCH = 500
STEPS = 2
Reached = Callable[[int], None]


def found_for(parcel: Parcel, at: datetime) -> QuerySet[Partnership]:
    """Return the partnerships that were asked for, as far as the person may see them now."""
    day = day_of(at)
    return narrowed_register(parcel.asked, listed_to(parcel.person, day), day)


def bodies_for(parcel: Parcel) -> QuerySet[Organisation]:
    """Return the bodies that were asked for."""
    return narrowed_directory(parcel.asked, bodies_visible_to(parcel.person))


def sheet_for(parcel: Parcel, at: datetime) -> Sheet:
    """Return the list a file holds."""
    if parcel.what == What.DIRECTORY:
        return directory_sheet(bodies_for(parcel), parcel.person, at)
    if parcel.what == What.MEMBERSHIPS:
        return memberships_sheet(found_for(parcel, at), parcel.person, at)
    return register_sheet(found_for(parcel, at), at)


def rows_expected(parcel: Parcel, at: datetime) -> int:
    """Return about how many rows will be written, for the page that says how far it is."""
    if parcel.organisation is not None:
        # Each list is written twice, and most are about as long as these two.
        whole = everything_of(parcel.organisation, parcel.person, at)
        return 4 * (whole.register.order_by().count() + bodies_for(parcel).order_by().count())
    if parcel.what == What.DIRECTORY:
        return bodies_for(parcel).order_by().count()
    if parcel.what == What.REPORT:
        return STEPS
    if parcel.what == What.RESULTS:
        round = round_asked_for(parcel, at)
        return results_told_in(round).count() if round else 0
    found = found_for(parcel, at).order_by()
    if parcel.what == What.MEMBERSHIPS:
        return Membership.objects.filter(partnership__in=found.values("pk")).count()
    return found.count()


def write_parcel(file: IO[bytes], parcel: Parcel, at: datetime, reached: Reached) -> None:
    """Write what was asked for, exactly as far as the person may see it now."""
    if parcel.organisation is not None:
        whole = everything_of(parcel.organisation, parcel.person, at)
        write_whole(file, watched_whole(whole, reached), at)
    elif parcel.what == What.REPORT:
        write_report(file, parcel, at, reached)
    elif parcel.what == What.RESULTS:
        round = round_asked_for(parcel, at)
        if round is None:
            raise Refused("You may no longer read every result of this round.")
        write_results(file, round, parcel.person, at, reached)
    elif parcel.sort == PDF:
        found = found_for(parcel, at)
        insist(why_not_print(found))
        told = [(label, said) for label, said in parcel.told]
        paper = printed_register(found, told, bodies_of(parcel.person, day_of(at)), at)
        file.write(file_of(paper, PDF).content)
    else:
        sheet = watched(sheet_for(parcel, at), reached)
        for piece in in_format(parcel.sort, sheet.title, sheet.headings, sheet.rows):
            file.write(piece)


def write_report(file: IO[bytes], parcel: Parcel, at: datetime, reached: Reached) -> None:
    """Write a report: it is read, then it is set."""
    paper = paper_asked_for(parcel.asked, parcel.person, at)
    if paper is None:
        raise Refused("There is no such report that you may read.")
    reached(1)
    file.write(file_of(paper, parcel.sort).content)
    reached(1)


def watched(sheet: Sheet, reached: Reached) -> Sheet:
    """Return a list that says every some hundred rows how far it has been read."""

    def rows() -> Iterator[Row]:
        number = 0
        for number, row in enumerate(sheet.rows, start=1):
            yield row
            if number % STRETCH == 0:
                reached(STRETCH)
        reached(number % STRETCH)

    return replace(sheet, rows=rows())


def watched_whole(whole: Whole, reached: Reached) -> Whole:
    """Return a zip whose lists say how far they have been read."""

    def part(each: Part) -> Part:
        return replace(each, sheet=lambda: watched(each.sheet(), reached))

    return replace(whole, parts={name: part(each) for name, each in whole.parts.items()})
