"""The mails of authorisations. They go to the body's own people alone."""

from django.conf import settings

from joinedup.domain.authorisations.models import Authorisation
from joinedup.domain.notices.actions import Letter
from joinedup.domain.notices.wording import letter
from joinedup.domain.people.models import Person


def letter_to(person: Person, template: str, asked: Authorisation) -> Letter:
    """Return the letter that tells one of the body's people what is asked or was decided."""
    link = f"{settings.ADDRESS}/authorisations/{asked.public_id}/"
    subject, body = letter(template, person=person, asked=asked, link=link)
    return Letter(person, subject, body, kind=template.replace("_", "."), about=asked)
