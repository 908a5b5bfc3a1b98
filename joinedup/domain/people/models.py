import secrets
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once


def new_seed() -> str:
    """Return what a person's sessions hang on; a new one signs them out everywhere."""
    return secrets.token_urlsafe(16)


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find a person by address, ignoring case, as sign-in does."""
        return self.get(email__iexact=username)


class Person(Identified, Versioned, AbstractBaseUser):
    """A human being. Most never sign in: they answer by a personal link.

    There are no passwords: the field of the base class is taken away.
    """

    password = None  # type: ignore[assignment]
    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, null=True, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    session_seed = models.CharField(max_length=30, default=new_seed, editable=False)
    is_active = models.BooleanField(default=True)

    objects = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "people"
        constraints = [
            Once(
                Lower("email"),
                name="person_email_once",
                taken="A person with this email address was added a moment ago.",
            ),
            models.CheckConstraint(condition=~Q(email=""), name="person_email_not_blank"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        """Return what ties a session to this person; there is no password to tie it to."""
        return salted_hmac("joinedup.session", self.session_seed, algorithm="sha256").hexdigest()

    def has_usable_password(self) -> bool:
        """Nobody has a password here."""
        return False

    def set_unusable_password(self) -> None:
        """Do nothing: there is no password to make unusable; the sign-in library asks."""


class Session(AbstractBaseSession):
    """A browser's visit; of those who have signed in it says who, since when and in which browser.

    Visits are kept here and not in Django's own table so that a person can see theirs and end
    them, and so that their limits are judged by the server (trust.md T13).
    """

    person = models.ForeignKey(
        Person, null=True, on_delete=models.CASCADE, related_name="sessions", editable=False
    )
    begun_at = models.DateTimeField(null=True, editable=False)
    seen_at = models.DateTimeField(null=True, editable=False)
    browser = models.CharField(max_length=60, blank=True, editable=False)

    class Meta(AbstractBaseSession.Meta):
        abstract = False
        ordering = ["-seen_at"]

    @classmethod
    def get_session_store_class(cls) -> Any:
        """Return what reads and writes these rows for the web."""
        return import_module(settings.SESSION_ENGINE).SessionStore
