"""Visits of people who have signed in: kept where they can be seen, and ended by the server.

A visit ends three hours after the last page, and twelve hours after sign-in whatever is done
(trust.md T13). Both are judged here, by the clock of the request and never by the browser.
"""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore as Kept
from django.db.models import QuerySet

from joinedup.delivery.clock import now
from joinedup.domain.basics.prepared import Prepared
from joinedup.domain.people.kinds import IDLE, LONGEST, NOTED_EVERY
from joinedup.domain.people.models import Person, Session

BEGUN, SEEN, BROWSER = "begun", "seen", "browser"
# The cookie by which a browser is known again when a code is asked for.
KNOWN, A_YEAR = "known", 365 * 24 * 60 * 60
# Names of browsers as they stand in what they say of themselves; each also claims the later ones.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Windows": "Windows",
    "CrOS": "a Chromebook",
    "Mac OS": "a Mac",
    "Linux": "Linux",
}


@Prepared
def visits_kept(key: str, at: datetime) -> QuerySet[Session, tuple[str]]:
    """Return what is kept of a visit that is not over."""
    return Session.objects.filter(session_key=key, expire_date__gt=at).values_list("session_data")


class SessionStore(Kept):
    """Keeps sessions in our own table, and in each who signed in, since when and where."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return the table."""
        return Session

    def load(self) -> dict[str, Any]:
        """Return what is kept of this visit; every page of everybody asks for it."""
        found = visits_kept.rows(self.session_key, now())
        if not found:
            self._session_key = None
            return {}
        data: dict[str, Any] = self.decode(found[0][0])
        return data

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row of a session; a visit begins when somebody is first kept in it."""
        if SESSION_KEY in data:
            data.setdefault(BEGUN, now().timestamp())
            data.setdefault(SEEN, data[BEGUN])
        row: Session = super().create_model_instance(data)
        if SESSION_KEY in data:
            row.person_id = int(data[SESSION_KEY])
            row.begun_at, row.seen_at = moment(data[BEGUN]), moment(data[SEEN])
            row.browser = data.get(BROWSER, "")
        return row


def moment(seconds: float) -> datetime:
    """Return the moment that a session keeps as a number."""
    return datetime.fromtimestamp(seconds, tz=UTC)


def begin(request: Any, *, noting: bool = True) -> None:
    """Take a visit up again, or leave it behind where its time is over.

    Without ``noting``, that somebody was here is written down nowhere.
    """
    if SESSION_KEY not in request.session or BEGUN not in request.session:
        return
    begun, seen = moment(request.session[BEGUN]), moment(request.session[SEEN])
    if request.now - begun >= LONGEST or request.now - seen >= IDLE:
        # Nothing of it is read any more; its row is swept away later.
        request.session = SessionStore()
        request.user = AnonymousUser()
    elif noting and request.now - seen >= NOTED_EVERY:
        request.session[SEEN] = request.now.timestamp()


def is_visit(request: Any) -> bool:
    """Tell whether somebody is signed in, without asking where no page did."""
    return request.session.accessed and SESSION_KEY in request.session


def begin_anew(request: Any) -> None:
    """Count a visit from now, when somebody signs in who was already signed in here."""
    for name in (BEGUN, SEEN, BROWSER):
        request.session.pop(name, None)


def name_browser(request: Any, response: Any) -> None:
    """Keep which browser it is, in words its owner knows, when a visit begins in it."""
    session = request.session
    if session.modified and SESSION_KEY in session and BROWSER not in session:
        session[BROWSER] = browser_of(request.headers.get("User-Agent", ""))
        told = {"max_age": A_YEAR, "httponly": True, "samesite": "Lax"}
        secure = settings.SESSION_COOKIE_SECURE
        response.set_signed_cookie(KNOWN, request.user.public_id, salt=KNOWN, secure=secure, **told)


def knows(request: Any, person: Person) -> bool:
    """Tell whether ``person`` has signed in with this browser before. It lets nobody in."""
    said = request.get_signed_cookie(KNOWN, default="", salt=KNOWN, max_age=A_YEAR)
    return bool(said == person.public_id)


def browser_of(says: str) -> str:
    """Return a browser as its owner would call it: Firefox on Windows."""
    browser = next((name for sign, name in BROWSERS.items() if sign in says), "")
    system = next((name for sign, name in SYSTEMS.items() if sign in says), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or (f"A browser on {system}" if system else "A browser")
