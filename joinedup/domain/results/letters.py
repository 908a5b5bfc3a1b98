"""The words of the mail that brings a draft result."""

from django.conf import settings

from joinedup.domain.notices.wording import letter
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review, Round


def drafts_letter(round: Round, person: Person, reviews: list[Review]) -> tuple[str, str]:
    """Return the mail that tells a member which draft results can be read and replied to."""
    drafts = [(r.partnership.name, f"{settings.ADDRESS}/results/{r.public_id}/") for r in reviews]
    return letter("drafts", round=round, person=person, drafts=drafts)


def five_lines_letter(
    host: Organisation, director: Person, lines: list[str], by: Person
) -> tuple[str, str]:
    """Return the mail that tells a director in five lines how the partnerships stand."""
    link = f"{settings.ADDRESS}/reports/{host.public_id}/"
    return letter("five_lines", host=host, director=director, lines=lines, by=by, link=link)
