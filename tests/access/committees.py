"""How to make reports of a host, kept ones, and what is drawn from them for an auditor."""

from joinedup.domain.committees.actions import keep_report
from joinedup.domain.committees.models import Report
from joinedup.domain.committees.queries import NAMES, Addressed
from tests.access.made import Made, Maker
from tests.access.world import World
from tests.bench.clock import NOW


def of_report(*, abroad: bool = False, **more: str) -> Maker:
    """A host's report to its leadership as things stand."""

    def make(world: World) -> Made:
        host = world.cast.farhaven if abroad else world.cast.thornford
        return Made({"public_id": host.public_id, "reader": "leadership", **more}, ("public_id",))

    return make


def kept(world: World, reader: str, *, abroad: bool) -> Report:
    cast = world.cast
    host, by = (cast.farhaven, cast.noor) if abroad else (cast.thornford, cast.priya)
    return keep_report(host, Addressed(NAMES[reader], reader), by=by, at=NOW)


def of_kept_report(*, abroad: bool = False, **more: str) -> Maker:
    """A report that was kept as it was given, which nobody has noted."""

    def make(world: World) -> Made:
        report = kept(world, "leadership", abroad=abroad)
        args = {"public_id": report.public_id, **more}
        return Made(args, ("public_id",), {"version": report.version})

    return make


def of_check(*, abroad: bool = False) -> Maker:
    """A partnership drawn for a committee's report, which nobody has checked."""

    def make(world: World) -> Made:
        check = kept(world, "committee", abroad=abroad).checks.get()
        return Made({"public_id": check.public_id}, ("public_id",), {"version": check.version})

    return make


OF_COMMITTEES: dict[str, Maker] = {
    "report": of_report(),
    "report_abroad": of_report(abroad=True),
    "report_as_word": of_report(sort="docx"),
    "report_as_word_abroad": of_report(abroad=True, sort="docx"),
    "kept_report": of_kept_report(),
    "kept_report_abroad": of_kept_report(abroad=True),
    "kept_report_as_word": of_kept_report(sort="docx"),
    "kept_report_as_word_abroad": of_kept_report(abroad=True, sort="docx"),
    "check": of_check(),
    "check_abroad": of_check(abroad=True),
}
