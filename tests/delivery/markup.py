"""What a page holds, read without caring how it is spaced."""

from html.parser import HTMLParser


class Markup(HTMLParser):
    """Collects tags, attributes and text in the order of the page."""

    def __init__(self, text):
        super().__init__()
        self.pieces = []
        self.feed(str(text))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.pieces.append((tag, {name: " ".join((value or "").split()) for name, value in attrs}))

    def handle_endtag(self, tag):
        self.pieces.append(f"/{tag}")

    def handle_data(self, data):
        if data.strip():
            self.pieces.append(" ".join(data.split()))

    @property
    def elements(self):
        return [piece for piece in self.pieces if isinstance(piece, tuple)]

    @property
    def text(self):
        return " ".join(p for p in self.pieces if isinstance(p, str) and not p.startswith("/"))

    def values(self, attribute):
        """Return every value of an attribute, word by word."""
        return [word for _, attrs in self.elements for word in attrs.get(attribute, "").split()]


def pieces_of(text):
    return Markup(text).pieces
