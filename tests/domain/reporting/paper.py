"""A paper as somebody reads it who opens the file."""

import io
import re

import docx

from joinedup.domain.documents.files import file_of
from tests.domain.documents.reading import letters_of


class Paper:
    """A paper as somebody who opens the file reads it; a line may break at any space."""

    def __init__(self, document, sort):
        content = file_of(document, sort).content
        if sort == "pdf":
            self.letters = "".join(letters_of(content))
            return
        word = docx.Document(io.BytesIO(content))
        parts = [word.element.body]
        parts += [each._element for s in word.sections for each in (s.header, s.footer)]
        said = "".join(text for part in parts for text in part.itertext())
        self.letters = re.sub(r"\s", "", said)

    def __contains__(self, words):
        return re.sub(r"\s", "", words) in self.letters
