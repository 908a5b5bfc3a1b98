"""Everything of one body in one zip: what one of its officers may see, and nothing of another's."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from joinedup.domain.arrangements.kinds import RelatedKind
from joinedup.domain.arrangements.queries import arrangements_of
from joinedup.domain.basics.days import current, day_of, in_words
from joinedup.domain.contacts.kinds import About, Power
from joinedup.domain.contacts.models import Contact, Remark, Response
from joinedup.domain.contacts.queries import known_to
from joinedup.domain.exports.columns import Column, fields_of, told_by
from joinedup.domain.exports.columns import in_words as labelled
from joinedup.domain.exports.contributions import contributions_sheet, plainly
from joinedup.domain.exports.everything import Part, Whole
from joinedup.domain.exports.history import history_sheet
from joinedup.domain.exports.papers import papers_sheet
from joinedup.domain.exports.results import results_sheet
from joinedup.domain.exports.rows import (
    Facts,
    Sheet,
    batches,
    directory_sheet,
    memberships_sheet,
    register_sheet,
)
from joinedup.domain.involvements.models import Involvement
from joinedup.domain.involvements.queries import READERS
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import organisations_where, visible_to
from joinedup.domain.parcels.appraised import appraisals_sheet, authorisations_sheet
from joinedup.domain.parcels.risks import risks_sheet
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.partnerships.models import Hosting, Membership, Partnership
from joinedup.domain.partnerships.queries import listed_to
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import results_visible_to
from joinedup.domain.thresholds.kinds import Risk

CONTACTS = (
    Column("Organisation", "organisation__name"),
    Column("Whom to ask for", "name"),
    Column("What they are", "title"),
    Column("What they look after", "remit"),
    Column("How far their word goes", "power", labelled(Power)),
    Column("Email", "email"),
    Column("Telephone", "phone"),
    Column("Since", "from_on"),
    Column("Until", "to_on"),
)
REMARKS = (
    Column("Organisation", "organisation__name"),
    Column("About", "about", labelled(About)),
    Column("What was said", "words"),
    Column("Said by", "written_by__name"),
    Column("Said for", "written_for__name"),
    Column("Said on", "written_at", day_of),
    Column("Answers", "answers", also=True),
)
SIDES = (
    Column("Partnership number", "partnership__public_id"),
    Column("Partnership", "partnership__name"),
    Column("Who answers for it here", "accountable_officer"),
    Column("Deputy", "deputy"),
    Column("Sponsor", "sponsor"),
    Column("Elected member", "elected_member"),
    Column("Director", "director"),
    Column("Our tier", "tier", labelled(Tier)),
    Column("Why this tier", "tier_because"),
    Column("Officer days a year", "officer_days"),
    Column("Cost a year, pounds", "cost"),
    Column("In kind a year, pounds", "cost_in_kind"),
    Column("Risk to us", "risk", labelled(Risk)),
    Column("What the risk is", "risk_remark"),
    Column("Risk looked at", "risk_reviewed_on"),
    Column("How we would leave", "exit_words"),
    Column("Days of notice", "notice_days"),
    Column("May leave on", "may_leave_on"),
)
ARRANGEMENTS = (
    Column("Arrangement", "name"),
    Column("What it is", "kind", labelled(RelatedKind)),
    Column("With whom", "with_whom"),
    Column("Note", "note"),
    Column("Since", "from_on"),
    Column("Until", "to_on"),
)
LEFT_OUT = """Partnerships that
{body} neither belongs to nor hosts, other organisations' own sides, what people answered in
reviews, mail and sign-ins are not in here."""


def everything_of(body: Organisation, person: Person, at: datetime) -> Whole:
    """Return all of a body that ``person`` may see of it, the moment it is read."""
    day = day_of(at)
    theirs = partnerships_of_body(body, person, at)
    results = results_visible_to(person, at).filter(partnership__in=theirs.order_by().values("pk"))
    parts = {
        "register": Part(
            "every partnership it belongs to or hosts", lambda: register_sheet(theirs, at)
        ),
        "memberships": Part(
            "who belongs to each, and who sits there", lambda: memberships_sheet(theirs, person, at)
        ),
        "contributions": Part(
            "what each member puts in, by year", lambda: contributions_sheet(theirs)
        ),
        "papers": Part("papers kept as evidence", lambda: papers_sheet(theirs)),
        **own_parts(body, person, theirs, at),
        "results": Part(
            "results of reviews, with whether they stand", lambda: results_sheet(results, at)
        ),
        "directory": Part(
            "every organisation, with all its names and numbers",
            lambda: directory_sheet(visible_to(person), person, at),
        ),
        "contacts": Part("whom to ask for there", lambda: contacts_sheet(known_to(person, day))),
        "remarks": Part(
            "what was said of them, and their answers", lambda: remarks_sheet(known_to(person, day))
        ),
        "history": Part(
            "who did what to which, and when", lambda: history_sheet(history_of(body, theirs))
        ),
    }
    title = f"What Joined Up held for {body.name} on {in_words(day)}"
    return Whole(title, parts, theirs, LEFT_OUT.format(body=body.name))


def own_parts(
    body: Organisation, person: Person, theirs: QuerySet[Partnership], at: datetime
) -> dict[str, Part]:
    """Return what no other body sees anything of."""
    return {
        "our-side": Part(
            "what it keeps for itself about each", lambda: sides_sheet(body, person, theirs, at)
        ),
        "appraisals": Part(
            "what it asked itself before it entered them",
            lambda: appraisals_sheet(body, person, at),
        ),
        "authorisations": Part(
            "who said yes or no to that", lambda: authorisations_sheet(body, person, at)
        ),
        "risks": Part(
            "what could go wrong, shared or kept for itself",
            lambda: risks_sheet(body, person, theirs, at),
        ),
        "arrangements": Part(
            "contracts, grants and the like on its list",
            lambda: arrangements_sheet(body, person, at),
        ),
    }


def partnerships_of_body(body: Organisation, person: Person, at: datetime) -> QuerySet[Partnership]:
    """Return those partnerships ``person`` may open that a body belongs to or hosts."""
    day = day_of(at)
    joined = Q()
    for table in (Hosting, Membership):
        of_body = table._default_manager.filter(current(day), organisation=body)
        joined |= Q(Exists(of_body.filter(partnership=OuterRef("pk"))))
    return listed_to(person, day).filter(joined)


def sides_sheet(
    body: Organisation, person: Person, theirs: QuerySet[Partnership], at: datetime
) -> Sheet:
    """Return the body's own side of these partnerships, for those who may read it."""
    readers = organisations_where(person, day_of(at), *READERS)
    found = Involvement.objects.filter(
        organisation__in=readers.filter(pk=body.pk).values("pk"),
        partnership__in=theirs.order_by().values("pk"),
    )
    return plainly("Our side", SIDES, found.order_by("partnership__folded_name", "pk"))


def arrangements_sheet(body: Organisation, person: Person, at: datetime) -> Sheet:
    """Return the related arrangements on the body's list."""
    found = arrangements_of(person, day_of(at)).filter(organisation=body)
    return plainly("Arrangements", ARRANGEMENTS, found.select_related(None).order_by("name", "pk"))


def contacts_sheet(known: QuerySet[Organisation]) -> Sheet:
    """Return whom to ask for at these bodies, former ones too."""
    found = Contact.objects.filter(organisation__in=known.order_by().values("pk"))
    return plainly("Contacts", CONTACTS, found.order_by("organisation__folded_name", "name", "pk"))


def remarks_sheet(known: QuerySet[Organisation]) -> Sheet:
    """Return what is said of these bodies and was not withdrawn, with what they say to it."""

    def facts() -> Iterator[Facts]:
        found = Remark.objects.filter(
            withdrawn_at__isnull=True, organisation__in=known.order_by().values("pk")
        )
        ordered = found.order_by("organisation__folded_name", "pk")
        for rows in batches(ordered, fields_of(REMARKS)):
            answers = answers_to([row["pk"] for row in rows])
            yield from (row | {"answers": answers[row["pk"]]} for row in rows)

    return Sheet("Remarks", REMARKS, (told_by(REMARKS, each) for each in facts()))


def answers_to(remarks: list[int]) -> dict[int, str]:
    """Return what bodies say to each of these remarks, the first answer first."""
    told: dict[int, list[str]] = defaultdict(list)
    answers = Response.objects.filter(remark__in=remarks).order_by("written_at", "pk")
    for remark, words in answers.values_list("remark", "words"):
        told[remark].append(words)
    return {remark: "\n".join(told[remark]) for remark in remarks}


def history_of(body: Organisation, theirs: QuerySet[Partnership]) -> QuerySet[Entry]:
    """Return what was done to a body's entry and to these partnerships."""
    of_theirs = Q(kind="partnership", thing__in=theirs.order_by().values("public_id"))
    return Entry.objects.filter(of_theirs | Q(kind="organisation", thing=body.public_id))
