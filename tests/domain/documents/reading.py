"""Reads back the PDFs that were made: their tags, their spoken texts and their words."""

import io
import re
from collections.abc import Iterator

import pikepdf


def _elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary):
            continue
        yield element
        kids = element.get("/K", [])
        waiting.extend(reversed(list(kids)) if isinstance(kids, pikepdf.Array) else [kids])


def tags_of(pdf: bytes) -> list[str]:
    """Return the tag of every element, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(element.S) for element in _elements(opened) if "/S" in element]


def spoken(pdf: bytes) -> list[str]:
    """Return the alternative text of every figure, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(element.Alt) for element in _elements(opened) if "/Alt" in element]


def letters_of(pdf: bytes) -> list[str]:
    """Return what each page says, without spaces, as a line may break at any of them."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [re.sub(r"[\s\u200b]", "", _said(page)) for page in opened.pages]


def _said(page: pikepdf.Page) -> str:
    maps = {name: _meanings(font) for name, font in page.Resources.Font.items()}
    font, said = "", []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else [operands[0]]
            glyphs = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            codes = (glyphs[at : at + 2].hex() for at in range(0, len(glyphs), 2))
            said.extend(maps[font].get(code, "?") for code in codes)
    return "".join(said)


def _meanings(font: pikepdf.Object) -> dict[str, str]:
    """Read which text each glyph stands for."""
    table = font.ToUnicode.read_bytes().decode("ascii").lower()
    lists = re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL)
    meanings = {
        code: bytes.fromhex(text).decode("utf-16-be")
        for part in lists
        for code, text in re.findall(r"<([0-9a-f]{4})>\s*<([0-9a-f]+)>", part)
    }
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<(\w{4})>\s*<(\w{4})>\s*<(\w+)>", part):
            for at in range(int(last, 16) - int(first, 16) + 1):
                meanings[f"{int(first, 16) + at:04x}"] = chr(int(text, 16) + at)
    return meanings
