"""How the sign-in library is bent to our rules: known people only, mail through the outbox."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.shortcuts import redirect

from joinedup.delivery.clock import now
from joinedup.delivery.second_step import is_fresh
from joinedup.delivery.sessions import begin_anew, knows
from joinedup.domain.basics.prepared import Prepared
from joinedup.domain.notices.actions import post_message
from joinedup.domain.notices.kinds import A_DAY
from joinedup.domain.notices.queries import sent_lately
from joinedup.domain.notices.wording import letter
from joinedup.domain.people.models import Person
from joinedup.domain.people.queries import person_at

CODE, CODE_OF_KNOWN = "sign-in.code", "sign-in.code-asked-where-known"
# A person who presses the button again and again gets this many mails within a quarter of an hour,
# and whoever asks in browsers they have never signed in with, this many a day.
CODES_LATELY, CODES_A_DAY = 6, 30
KNOWN, UNKNOWN = "account/email/login_code", "account/email/unknown_account"


@Prepared
def people_by(key: int) -> QuerySet[Person]:
    """Return who has this key."""
    return Person.objects.filter(pk=key)


class Doorkeeper(AuthenticationBackend):  # type: ignore[misc]
    """Knows who has signed in: every page of everybody asks."""

    def get_user(self, user_id: Any) -> Person | None:
        """Return who has this key, if they may still sign in."""
        found = people_by.found(int(user_id))
        return found[0] if found and self.user_can_authenticate(found[0]) else None


class Adapter(DefaultAccountAdapter):
    """Nobody opens an account here: people are in the directory or they are not."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": "This is not the code we mailed. Look at the newest mail from us.",
        "too_many_login_attempts": "That was tried too often. Wait a minute, then ask again.",
    }

    def is_open_for_signup(self, request: Any) -> bool:
        """Keep sign-up shut."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put the mail with the code in the outbox, which sends it at once.

        For an address nobody here has, the same is written, with a code that opens nothing, and
        held back: neither the page, nor the time it takes, nor the outbox tells a stranger who is
        known here, and nobody can have us write to people we do not know (docs/adr/0009).
        """
        at = now()
        if template_prefix not in (KNOWN, UNKNOWN):
            mail = self.render_mail(template_prefix, email, context)
            post_message(
                email, mail.subject, str(mail.body), kind="sign-in.other", about=None, at=at
            )
            return
        # Somebody whose place here has ended is in the directory and may yet not sign in.
        known = template_prefix == KNOWN
        person = person_at(email)
        code = context.get("code") or self.generate_login_code()
        subject, body = letter("sign_in_code", name=person.name if person else email, code=code)
        # A browser somebody has signed in with before has an allowance of its own, so that a
        # stranger who asks and asks can fill no letter box and yet keep nobody out (A12).
        kind = CODE_OF_KNOWN if person and knows(self.request, person) else CODE
        flooded = sent_lately(email, kind, at) >= CODES_LATELY or (
            kind == CODE and sent_lately(email, kind, at, within=A_DAY) >= CODES_A_DAY
        )
        post_message(
            person or email,
            subject,
            body,
            kind=kind,
            about=person,
            at=at,
            carries_secret=True,
            held=flooded or not known,
        )

    def add_message(self, request: Any, level: int, *args: Any, **kwargs: Any) -> None:
        """Pass on what went wrong; what went well, our own pages say."""
        if level >= messages.ERROR:
            super().add_message(request, level, *args, **kwargs)

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Ask for the second step anew unless it was taken within the last half hour."""
        return not is_fresh(self.request)

    def respond_user_inactive(self, request: Any, user: Any) -> Any:
        """Lead somebody who may no longer sign in back to the start, saying no more."""
        return redirect("sign_in")

    def login(self, request: Any, user: Any) -> None:
        """Begin a visit under a new session id, with its time counted from now."""
        begin_anew(request)
        super().login(request, user)


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step of sign-in: passkeys, authenticator apps and recovery codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That did not work. Try again, or use another way.",
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Tie passkeys to the address of the installation, never to what a request pretends."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        if settings.REAL:
            entity["id"] = settings.ALLOWED_HOSTS[0]
        return entity | {"name": "Joined Up"}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 - theirs
        """Return the name a passkey gets when nobody names it."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return f"Passkey {count + 1}"
