import logging

import pytest

from joinedup.delivery.logs import WithoutTokens


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Internal Server Error: /a/Zk3v9QwErTy12345678901", "Internal Server Error: /a/(token)"),
        ("/a/abcdefghijklmnopqrst12345/page/2", "/a/(token)/page/2"),
        ("/partnerships/k3mz9qwxyz/", "/partnerships/k3mz9qwxyz/"),
        ("enqueue_periodic_for_everything", "enqueue_periodic_for_everything"),
    ],
)
def test_the_token_of_a_personal_link_is_not_logged(words, shown):
    record = logging.makeLogRecord({"msg": "%s", "args": (words,)})

    kept = WithoutTokens().filter(record)

    assert (kept, record.getMessage()) == (True, shown)
