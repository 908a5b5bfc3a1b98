"""Whose word is taken for where a request came from (trust.md T30, B7)."""

import pytest
from django.http import HttpResponse

from joinedup.delivery.middleware import proxies


def seen(request):
    """What the pages behind it are told."""
    told = request.META.get("HTTP_X_FORWARDED_PROTO", ""), request.META["REMOTE_ADDR"]
    return HttpResponse(" ".join(told))


@pytest.mark.parametrize(
    ("asked_by", "forwarded_for", "answer"),
    [
        ("127.0.0.1", "203.0.113.9", "https 203.0.113.9"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.9", "https 203.0.113.9"),
        ("127.0.0.1", "", "https 127.0.0.1"),
        ("203.0.113.9", "127.0.0.1", " 203.0.113.9"),
    ],
)
def test_only_our_proxy_may_say_where_a_request_came_from(rf, asked_by, forwarded_for, answer):
    request = rf.get(
        "/",
        REMOTE_ADDR=asked_by,
        HTTP_X_FORWARDED_PROTO="https",
        HTTP_X_FORWARDED_FOR=forwarded_for,
        HTTP_X_FORWARDED_HOST="evil.example",
    )

    assert proxies(seen)(request).text == answer


def test_an_address_that_is_none_is_not_taken(rf):
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="<script>")

    assert proxies(seen)(request).text == " 127.0.0.1"
