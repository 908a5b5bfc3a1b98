"""The words of a mail as a page shows them."""

import re

from markupsafe import Markup

# Where a demonstration was reached when its mail was written: its port may be another one today.
LOCAL = r"http://localhost:\d+"
LINK_ENDS = r"[^\s<>\"]*[^\s<>\".,;:!?)\]’”]"


def paragraphs(body: str, address: str) -> Markup:
    """Return the words of a plain mail in paragraphs, with the links to ``address`` pressable.

    Only our own pages become links, and by their path, so that they work under whatever name the
    demonstration is reached.
    """
    site = rf"(?:{re.escape(address)}|{LOCAL})"
    ours = re.compile(rf"{site}(?![\w@:-]|\.\w)((?:/(?:{LINK_ENDS})?)?)")
    blocks = re.split(r"\n\s*\n", body.strip())
    return Markup("\n").join(
        Markup('<p class="govuk-body">{}</p>').format(
            Markup("<br>\n").join(with_links(line, ours) for line in block.splitlines())
        )
        for block in blocks
    )


def with_links(line: str, ours: re.Pattern[str]) -> Markup:
    """Return a line, escaped, with our links made pressable."""
    drawn, end = Markup(), 0
    for link in ours.finditer(line):
        href = link[1] or "/"
        drawn += line[end : link.start()]
        drawn += Markup('<a class="govuk-link" href="{}">{}</a>').format(href, link[0])
        end = link.end()
    return drawn + line[end:]
