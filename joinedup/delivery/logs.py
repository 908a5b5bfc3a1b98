"""What may stand in a log: never the token of a personal link."""

import logging
import re

# What stands here in an address is a token, whole or with a piece of it lost.
LINK = re.compile(r"(/(?:answer|names|let-in|demonstration/sign-in)/)[^/\s?#\"']+")
# Public identifiers have ten characters; what is this long is a token or a session.
LONG = re.compile(r"(?<![\w-])[\w-]{20,}(?![\w-])")
# One token in seven hundred is letters alone, as names in our code are; none of those is so long.
TOKEN = re.compile(r"[a-z2-7]{32}")
NAME = re.compile(r"[A-Za-z_]+")
SHOWN = "(token)"


class WithoutTokens(logging.Filter):
    """Takes the tokens out of what a record says, and out of the traceback below it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, with its tokens hidden."""
        record.msg, record.args = without_tokens(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            # A traceback ends with what the exception says, which may be an address.
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = without_tokens(record.exc_text)
        return True


def without_tokens(words: str) -> str:
    """Return the words with every token hidden."""
    return LONG.sub(hidden, LINK.sub(rf"\1{SHOWN}", words))


def hidden(found: re.Match[str]) -> str:
    """Hide a long word, unless it is letters alone, as names in our code are."""
    is_name = NAME.fullmatch(found[0]) and not TOKEN.fullmatch(found[0])
    return found[0] if is_name else SHOWN
