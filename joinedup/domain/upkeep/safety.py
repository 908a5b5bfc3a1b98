"""What in its settings would make a real installation unsafe; each sentence names the setting, the
danger and the way out (trust.md T30)."""

import ipaddress
from collections.abc import Iterator, Sequence
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlparse

LONG_ENOUGH = 40
SIGNS_ENOUGH = 12
MAIL_SCHEMES = ("smtp", "smtp+tls", "smtps")
LAST_HOUR, LAST_PORT = 23, 65535


def unsafe_settings(settings: Any) -> Iterator[str]:
    """Yield why a real installation may not run with these settings."""
    told = settings.CONFIGURATION
    yield from told.problems
    reasons = (
        why_not_secret(settings.SECRET_KEY),
        why_not_address(told["address"]),
        why_not_hosts(settings.ALLOWED_HOSTS),
        why_not_debug(settings.DEBUG),
        why_not_data(told["data"]),
        why_not_mail(told["mail"]),
        why_not_mail_from(told["mail_from"]),
        why_not_proxies(told["proxies"]),
        why_not_port(told["port"]),
        why_not_backups(told["backup_at"], told["keep_daily"]),
    )
    yield from (reason for reason in reasons if reason)


def why_not_secret(secret: str) -> str | None:
    """Return why nothing may be signed with this secret, or None."""
    danger = "so sessions and personal links could be forged. Say joinedup setup: it makes one."
    if not secret or secret.endswith("-only-not-a-secret") or "insecure" in secret:
        return f"secret is missing or is one that everybody knows, {danger}"
    if len(secret) < LONG_ENOUGH:
        return f"secret has {len(secret)} characters and needs {LONG_ENOUGH}, {danger}"
    if len(set(secret)) < SIGNS_ENOUGH:
        return f"secret repeats the same few characters, {danger}"
    return None


def why_not_address(address: str) -> str | None:
    """Return why people may not be sent to this address, or None."""
    parts = urlparse(address)
    if not address:
        return "address is missing. Set it to the https:// address that people will type."
    if parts.scheme != "https":
        return (
            f"address is {address}, where anybody on the way can read what is sent. "
            "Set it to an https:// address; the guide says how a proxy gives you one."
        )
    if not parts.hostname or not set(parts.hostname).isdisjoint("*?, "):
        return f"address is {address}, which names no one host. Give the name people will type."
    if parts.path.strip("/") or parts.query or parts.username:
        return f"address is {address}. Leave out what follows the name of the host."
    return None


def why_not_hosts(hosts: Sequence[str]) -> str | None:
    """Return why pages may not be served under these names, or None."""
    if hosts and not any(not host or host[0] in "*." for host in hosts):
        return None
    return (
        "ALLOWED_HOSTS lets a stranger choose the name that we answer to, and so what links "
        "lead to. Leave it as it is made from address."
    )


def why_not_debug(debug: bool) -> str | None:  # noqa: FBT001 - the value of a setting
    """Return why faults may not be shown so, or None."""
    if not debug:
        return None
    return "DEBUG is on, which shows settings and records to whoever meets a fault. Turn it off."


def why_not_data(data: str) -> str | None:
    """Return why records cannot be kept there, or None."""
    if data:
        return None
    return "data is missing. Set it to the folder for the database, such as /srv/joinedup/data."


def why_not_mail(mail: str) -> str | None:
    """Return why no mail can be sent so, or None."""
    if not mail:
        return (
            "mail is missing, and nobody can sign in or answer without mail. Set it to a mail "
            "server: smtp+tls://user:password@mail.example.org:587"
        )
    parts = urlparse(mail)
    if parts.scheme not in MAIL_SCHEMES or not parts.hostname:
        return (
            "mail is not the address of a mail server. Write it as "
            "smtp+tls://user:password@mail.example.org:587"
        )
    encrypted = parts.scheme != "smtp" or parts.port in (None, 587)
    if encrypted or is_this_machine(parts.hostname):
        return None
    return (
        f"mail goes to {parts.hostname} without encryption, so codes and links could be read on "
        "the way. Write smtp+tls:// (port 587) or smtps:// (port 465)."
    )


def is_this_machine(host: str) -> bool:
    """Tell whether what is said to a host stays on this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def why_not_mail_from(mail_from: str) -> str | None:
    """Return why mail cannot come from this address, or None."""
    address = parseaddr(mail_from)[1]
    if "@" in address and not address.endswith(".example"):
        return None
    return (
        "mail_from is missing or no address that could be answered. Set it to one of yours: "
        "Partnerships <partnerships@example.org>"
    )


def why_not_proxies(proxies: Sequence[str]) -> str | None:
    """Return why the word of these machines may not be taken, or None."""
    for proxy in proxies:
        try:
            ours = not ipaddress.ip_address(proxy).is_unspecified
        except ValueError:
            ours = False
        if not ours:
            return (
                f"proxies names “{proxy}”. Whoever is named there can say where a request came "
                "from; list the addresses of your own proxies one by one, such as 127.0.0.1"
            )
    return None


def why_not_port(port: int) -> str | None:
    """Return why pages cannot be served at this port, or None."""
    if 0 < port <= LAST_PORT:
        return None
    return f"port is {port}. It must be a number from 1 to {LAST_PORT}, such as 8000."


def why_not_backups(hour: int, days: int) -> str | None:
    """Return why no backups would be made or kept so, or None."""
    if not 0 <= hour <= LAST_HOUR:
        return f"backup_at is {hour}. It must be an hour from 0 to {LAST_HOUR}, such as 2."
    if days < 1:
        return "keep_daily is 0, so the newest backup would not be kept. Set it to 7."
    return None
