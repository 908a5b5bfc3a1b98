"""Whether mail goes out: a test message, what the server said in plain words, and what a mail
domain has to say of us before others believe it."""

import smtplib
import socket
import ssl
from datetime import datetime
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage


def try_mail(address: str, at: datetime) -> tuple[bool, str]:
    """Send a test message now; return whether the server took it, and what came back."""
    message = EmailMessage(
        subject="Joined Up can send mail",
        body="This is the test message of your installation of Joined Up at "
        f"{settings.ADDRESS}\n\nNothing needs you.\n",
        from_email=settings.MAIL_FROM,
        to=[address],
        headers={"Date": format_datetime(at), "Auto-Submitted": "auto-generated"},
    )
    where = f"{settings.EMAIL_HOST}, port {settings.EMAIL_PORT}"
    try:
        message.send()
    except (OSError, UnicodeError) as problem:
        return (
            False,
            f"The mail server ({where}) did not take the message. {in_plain_words(problem)}",
        )
    return True, (
        f"The mail server ({where}) took the message. Look for it at {address}; if it is among "
        "the junk, mind the advice on your mail domain."
    )


def in_plain_words(problem: Exception) -> str:
    """Return what went wrong with a mail, and what to look at."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        said = "; ".join(answer(*reply) for reply in problem.recipients.values())
        return f"It refuses to write to that address. {said}"
    if isinstance(problem, smtplib.SMTPResponseException):
        return f"{reason_of(problem)} {answer(problem.smtp_code, problem.smtp_error)}"
    for kind, words in (
        (socket.gaierror, "No machine of that name is known. Look at the name of the server."),
        (ssl.SSLCertVerificationError, "Its certificate is not valid for that name."),
        (
            ssl.SSLError,
            "It does not encrypt in that way: try smtp+tls:// with 587 or smtps:// with 465.",
        ),
        (TimeoutError, "It does not answer. Look at the port, and at firewalls between."),
        (ConnectionRefusedError, "Nothing listens there. Look at the port."),
        (smtplib.SMTPNotSupportedError, "It does not offer encryption or signing in on this port."),
    ):
        if isinstance(problem, kind):
            return words
    return f"It said: {problem}"


def reason_of(problem: smtplib.SMTPResponseException) -> str:
    """Return what a refusing server wants looked at."""
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        return "It does not accept the user name or the password."
    if isinstance(problem, smtplib.SMTPSenderRefused):
        return f"It refuses to send for {problem.sender}: look at mail_from."
    return "It refused."


def answer(code: int, words: bytes | str) -> str:
    """Return what a server said, in one line."""
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"It said: {code} {' '.join(text.split())}"[:300]


def advice_on_domain(mail_from: str, host: str) -> list[str]:
    """Return what the owner of a mail domain has to publish, so that mail is not taken for junk."""
    domain = parseaddr(mail_from)[1].rpartition("@")[2]
    return [
        f"Three lines in the name server of {domain} keep our mail out of the junk. Ask whoever "
        "looks after it:",
        f"  SPF    {domain}  TXT  the record there, with what {host} tells its customers to "
        "include (mostly include:…)",
        f"  DKIM   a key that {host} makes for {domain}, as a TXT record under _domainkey.{domain}",
        f'  DMARC  _dmarc.{domain}  TXT  "v=DMARC1; p=none; rua=mailto:postmaster@{domain}"; after '
        "some weeks p=quarantine",
    ]
