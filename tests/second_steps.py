"""Second steps of sign-in for tests: an app whose codes can be worked out."""

import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.test import Client

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def give_app(person: Any) -> Authenticator:
    """Set up an authenticator app, with recovery codes, as its pages would."""
    RecoveryCodes.activate(person)
    return TOTP.activate(person, SECRET).instance


def code_now(secret: str = SECRET) -> str:
    """Return what the app shows at this moment."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def give_passkey(person: Any) -> Authenticator:
    """Keep a passkey as if a device had made it; it names itself and cannot sign anything."""
    return WebAuthn.add(person, "Work phone", {}).instance


def confirmed(client: Client, person: Any) -> Client:
    """Return a browser in which the second step has just been taken."""
    session = client.session
    session["account_authentication_methods_user"] = str(person.pk)
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session.save()
    return client
