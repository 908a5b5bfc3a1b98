import logging
import sys

import pytest

from joinedup.delivery.logs import WithoutTokens

LETTERS = "abcdefghijklmnopqrstuvwxyzabcdef"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Internal Server Error: /a/Zk3v9QwErTy12345678901", "Internal Server Error: /a/(token)"),
        ("/a/abcdefghijklmnopqrst12345/page/2", "/a/(token)/page/2"),
        ("/partnerships/k3mz9qwxyz/", "/partnerships/k3mz9qwxyz/"),
        ("enqueue_periodic_for_everything", "enqueue_periodic_for_everything"),
        ("ConfirmLoginCodeViewOfTheirs", "ConfirmLoginCodeViewOfTheirs"),
        (f"Forbidden: /answer/{LETTERS}/page/2/", "Forbidden: /answer/(token)/page/2/"),
        ("Not Found: /answer/lost-a-piece", "Not Found: /answer/(token)"),
        ("Not Found: /names/7u/thanks/?x=1", "Not Found: /names/(token)/thanks/?x=1"),
        (f"with arguments '({LETTERS},)'", "with arguments '((token),)'"),
    ],
)
def test_the_token_of_a_personal_link_is_not_logged(words, shown):
    record = logging.makeLogRecord({"msg": "%s", "args": (words,)})

    kept = WithoutTokens().filter(record)

    assert (kept, record.getMessage()) == (True, shown)


def test_what_an_exception_says_is_logged_without_its_tokens():
    try:
        raise LookupError(f"/answer/{LETTERS}/ is no page")
    except LookupError:
        record = logging.makeLogRecord({"msg": "Broken", "exc_info": sys.exc_info()})

    WithoutTokens().filter(record)

    said = logging.Formatter().format(record)
    assert said.splitlines()[:2] == ["Broken", "Traceback (most recent call last):"]
    assert said.splitlines()[-1] == "LookupError: /answer/(token)/ is no page"
    assert LETTERS not in said
