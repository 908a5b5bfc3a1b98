"""What may stand in a log: never the token of a personal link."""

import logging
import re

# Public identifiers have ten characters; what is this long is a token or a session.
TOKEN = re.compile(r"(?<![\w-])[\w-]{20,}(?![\w-])")
SHOWN = "(token)"


class WithoutTokens(logging.Filter):
    """Takes the tokens out of a record's words; the traceback below it holds no values."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, with its tokens hidden."""
        record.msg, record.args = TOKEN.sub(hidden, record.getMessage()), ()
        return True


def hidden(found: re.Match[str]) -> str:
    """Hide a long word, unless it is in small letters alone, as names in our code are."""
    return found[0] if re.fullmatch(r"[a-z_]+", found[0]) else SHOWN
