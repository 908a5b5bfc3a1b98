"""Each unsafe setting, its sentence, and the safe value beside it (trust.md T30)."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.configuration import SETTINGS, Configuration
from joinedup.domain.upkeep.safety import (
    unsafe_settings,
    why_not_address,
    why_not_backups,
    why_not_debug,
    why_not_hosts,
    why_not_mail,
    why_not_mail_from,
    why_not_port,
    why_not_proxies,
    why_not_secret,
)

SECRET = "qV7-hnXw2_TzRb9LkYc4Jd0sPfGm6AeUi1oNtB5xEvQyWr8C"
SAFE = {
    "address": "https://partnerships.thornford.gov.uk",
    "secret": SECRET,
    "data": "/srv/joinedup/data",
    "mail": "smtp+tls://u:p@mail.thornford.gov.uk:587",
    "mail_from": "Partnerships <partnerships@thornford.gov.uk>",
}


def installation(**told):
    """Settings as joinedup.settings makes them of what an installation is told."""
    values = SAFE | {name: value for name, value in told.items() if name in SETTINGS}
    made = {"SECRET_KEY": values["secret"], "ALLOWED_HOSTS": ["x.gov.uk"], "DEBUG": False}
    others = {name: value for name, value in told.items() if name not in SETTINGS}
    return SimpleNamespace(CONFIGURATION=Configuration("real", None, values), **made | others)


def test_a_safe_installation_may_start():
    assert list(unsafe_settings(installation())) == []


def test_every_unsafe_setting_is_told_at_once():
    bad = installation(
        address="http://x",
        secret="short",
        data="",
        mail="",
        mail_from="",
        proxies=["*"],
        port=0,
        backup_at=24,
        ALLOWED_HOSTS=["*"],
        DEBUG=True,
    )
    bad.CONFIGURATION.problems.append("“adress” is no setting.")

    said = list(unsafe_settings(bad))

    words = [sentence.split()[0] for sentence in said]
    assert words == [
        *("“adress”", "secret", "address", "ALLOWED_HOSTS", "DEBUG", "data", "mail"),
        *("mail_from", "proxies", "port", "backup_at"),
    ]


@pytest.mark.parametrize(
    ("secret", "start"),
    [
        (SECRET, None),
        ("", "secret is missing"),
        ("real-only-not-a-secret", "secret is missing or is one that everybody knows"),
        ("django-insecure-" + SECRET, "secret is missing or is one that everybody knows"),
        ("Ab3$efgh", "secret has 8 characters and needs 40"),
        ("abc" * 20, "secret repeats the same few characters"),
    ],
)
def test_a_secret_must_be_long_and_its_own(secret, start):
    assert said(why_not_secret(secret), start)


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("https://partnerships.example.org", None),
        ("https://partnerships.example.org:8443/", None),
        ("", "address is missing"),
        ("http://partnerships.example.org", "address is http://partnerships.example.org, where"),
        ("partnerships.example.org", "address is partnerships.example.org, where anybody"),
        ("https://*", "address is https://*, which names no one host"),
        ("https://*.example.org", "address is https://*.example.org, which names no one host"),
        ("https://", "address is https://, which names no one host"),
        ("https://example.org/joinedup", "address is https://example.org/joinedup. Leave out"),
    ],
)
def test_an_address_is_one_host_by_https(address, start):
    assert said(why_not_address(address), start)


@pytest.mark.parametrize(
    ("hosts", "safe"),
    [(["a.org"], True), (["*"], False), ([".org"], False), ([""], False), ([], False)],
)
def test_names_of_the_host_are_whole(hosts, safe):
    assert (why_not_hosts(hosts) is None) == safe


@pytest.mark.parametrize(("debug", "start"), [(False, None), (True, "DEBUG is on")])
def test_faults_are_not_shown_to_visitors(debug, start):
    assert said(why_not_debug(debug), start)


@pytest.mark.parametrize(
    ("mail", "start"),
    [
        ("smtp+tls://u:p@mail.example.org:587", None),
        ("smtp+tls://mail.example.org:25", None),
        ("smtps://u:p@mail.example.org", None),
        ("smtp://u:p@mail.example.org:587", None),
        ("smtp://localhost:25", None),
        ("smtp://127.0.0.1:2525", None),
        ("smtp://[::1]:25", None),
        ("", "mail is missing"),
        ("mail.example.org", "mail is not the address of a mail server"),
        ("http://mail.example.org", "mail is not the address of a mail server"),
        ("smtp://", "mail is not the address of a mail server"),
        ("smtp://u:p@mail.example.org:25", "mail goes to mail.example.org without encryption"),
        ("smtp://10.0.0.5:25", "mail goes to 10.0.0.5 without encryption"),
    ],
)
def test_mail_leaves_the_machine_only_under_encryption(mail, start):
    assert said(why_not_mail(mail), start)


@pytest.mark.parametrize(
    ("mail_from", "safe"),
    [
        ("Partnerships <p@example.org>", True),
        ("p@example.org", True),
        ("", False),
        ("Partnerships", False),
        ("Joined Up <no-reply@joinedup.example>", False),
    ],
)
def test_mail_comes_from_an_address_that_is_ours(mail_from, safe):
    assert (why_not_mail_from(mail_from) is None) == safe


@pytest.mark.parametrize(
    ("proxies", "safe"),
    [
        (["127.0.0.1", "::1", "10.0.0.7"], True),
        ([], True),
        (["*"], False),
        (["::"], False),
        (["10.0.0.0/8"], False),
        (["proxy"], False),
    ],
)
def test_proxies_are_named_one_by_one(proxies, safe):
    assert (why_not_proxies(proxies) is None) == safe


@pytest.mark.parametrize(("port", "safe"), [(1, True), (8000, True), (0, False), (70000, False)])
def test_a_port_is_one_there_is(port, safe):
    assert (why_not_port(port) is None) == safe


@pytest.mark.parametrize(
    ("hour", "days", "safe"),
    [(0, 1, True), (23, 7, True), (24, 7, False), (-1, 7, False), (2, 0, False)],
)
def test_a_backup_is_made_at_an_hour_and_kept(hour, days, safe):
    assert (why_not_backups(hour, days) is None) == safe


@given(st.text(max_size=60))
def test_whatever_is_told_there_is_an_answer(words):
    rules = (why_not_secret, why_not_address, why_not_mail, why_not_mail_from)

    reasons = [rule(words) for rule in rules] + [why_not_proxies([words])]

    assert all(reason is None or reason.strip() for reason in reasons)


def said(reason, start):
    """Tell whether a rule said what begins like this, or nothing where nothing is wrong."""
    return reason is None if start is None else bool(reason and reason.startswith(start))
