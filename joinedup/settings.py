"""Settings, from joinedup.toml or the environment: joinedup/configuration.py says which there are.

Nothing here refuses: ``joinedup check`` lists all that is unsafe (domain/upkeep/safety), and
neither ``joinedup serve`` nor ``joinedup.wsgi`` starts a real installation with any of it.

JOINEDUP_KIND    demonstration (the default of ``make run``), real (where there is a file), or test
JOINEDUP_CONFIG  the file; ``joinedup`` finds joinedup.toml in its folder or in /etc/joinedup
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

from joinedup.configuration import read_configuration

HERE = Path(__file__).parent
CONFIGURATION = read_configuration(os.environ)
KIND = CONFIGURATION.kind
if KIND not in {"demonstration", "real", "test"}:
    raise ImproperlyConfigured(
        f"JOINEDUP_KIND is “{KIND}”. It must be demonstration, real or test."
    )
REAL, DEMONSTRATION = KIND == "real", KIND == "demonstration"

DATA = CONFIGURATION.folder("data") or HERE.parent / ".venv" / "joinedup-data" / KIND
BACKUPS = CONFIGURATION.folder("backups") or DATA.with_name(f"{DATA.name}-backups")
ADDRESS = (CONFIGURATION["address"] or f"http://localhost:{CONFIGURATION['port']}").rstrip("/")
# A secret that is missing may not keep ``check`` from saying so; nothing is served without one.
SECRET_KEY = CONFIGURATION["secret"] or f"{KIND}-only-not-a-secret"

DEBUG = False
ALLOWED_HOSTS = [urlparse(ADDRESS).hostname or ""] if REAL else ["*"]
CSRF_TRUSTED_ORIGINS = [ADDRESS] if REAL else []
ROOT_URLCONF = "joinedup.urls"
AUTH_USER_MODEL = "joinedup.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "joinedup",
]

MIDDLEWARE = [
    "joinedup.delivery.middleware.proxies",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "joinedup.delivery.middleware.headers",
    "joinedup.delivery.troubles.troubles",
    "joinedup.delivery.middleware.clock",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "joinedup.delivery.middleware.visits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "joinedup.delivery.middleware.audiences",
    "joinedup.delivery.middleware.refusals",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {"environment": "joinedup.delivery.templating.environment"},
    },
    {
        # For pages of third parties only; ours are Jinja2.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]


def database(address: str) -> dict[str, object]:
    """Return Django's settings for SQLite in our folder, or for PostgreSQL at ``address``."""
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "joinedup.sqlite3",
            "OPTIONS": {
                # IMMEDIATE and WAL: without them two thirds of concurrent writers fail.
                # FULL: what was acknowledged survives a power cut (docs/adr/0003).
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                "PRAGMA foreign_keys=ON; PRAGMA cache_size=-20000;",
            },
        }
    parts = urlparse(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # A server that is gone or says nothing is known to be so within five seconds.
        "OPTIONS": {"connect_timeout": 3, "tcp_user_timeout": 4000},
    }


DATABASES = {"default": database(CONFIGURATION["database"])}

# Attempts at sign-in are counted here, so that all processes and machines count together
# (trust.md T24). Nothing else is kept in it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "joinedup_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

AUTHENTICATION_BACKENDS = ["joinedup.delivery.sign_in.Doorkeeper"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "joinedup.delivery.sign_in.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = False
# A second step taken within half an hour is fresh enough for grave acts (DESIGN 10.14).
ACCOUNT_REAUTHENTICATION_TIMEOUT = 30 * 60
# Officers, managers and stewards must set one up in time where things are real (docs/adr/NNNN).
SECOND_STEP_REQUIRED = REAL
# Counted by network, never by the address somebody types, or a stranger could keep them out; how
# much mail an address gets is bounded in delivery/sign_in.
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "60/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "reauthenticate": "10/m/user",
    # Wrong codes of answer sheets, typed by those who enter answers for others.
    "keyed_code": "30/15m/user",
    # Wrong codes of answer sheets, typed by anybody: from one network, and from all together.
    "sheet_code": "20/15m/ip,1000/15m/key",
    # Searches of who answers for what, by anybody: a library or a school is one network.
    "public_search": "120/m/ip",
}
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
ACCOUNT_FORMS = {
    "request_login_code": "joinedup.delivery.sign_in_forms.RequestCodeForm",
    "confirm_login_code": "joinedup.delivery.sign_in_forms.ConfirmCodeForm",
}

MFA_ADAPTER = "joinedup.delivery.sign_in.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not REAL
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Joined Up"
MFA_FORMS = {
    "authenticate": "joinedup.delivery.sign_in_forms.SecondStepForm",
    "reauthenticate": "joinedup.delivery.sign_in_forms.ConfirmForm",
    "activate_totp": "joinedup.delivery.sign_in_forms.AddAppForm",
    "add_webauthn": "joinedup.delivery.sign_in_forms.AddPasskeyForm",
}

SESSION_ENGINE = "joinedup.delivery.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = REAL
SECURE_HSTS_SECONDS = 31_536_000 if REAL else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if REAL else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

MAIL = CONFIGURATION["mail"]
MAIL_FROM = CONFIGURATION["mail_from"] or "Joined Up <no-reply@joinedup.example>"
DEFAULT_FROM_EMAIL = MAIL_FROM
if MAIL and not DEMONSTRATION:
    _mail = urlparse(MAIL)
    EMAIL_USE_SSL = _mail.scheme == "smtps"
    EMAIL_HOST = _mail.hostname or ""
    EMAIL_PORT = _mail.port or (465 if EMAIL_USE_SSL else 587)
    EMAIL_HOST_USER = unquote(_mail.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
    EMAIL_USE_TLS = _mail.scheme == "smtp+tls" or (_mail.scheme == "smtp" and EMAIL_PORT == 587)
elif not REAL:
    # Nothing leaves: mail stays in the outbox, where the demonstration mailbox shows it.
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
EMAIL_TIMEOUT = 20

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_tokens": {"()": "joinedup.delivery.logs.WithoutTokens"}},
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["without_tokens"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        # A page that is not there is the visitor's matter; a fault of ours is not.
        "django.request": {"level": "ERROR"},
        # Machines that try every address under every name would fill the log.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
