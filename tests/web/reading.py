"""Reading a page as a person does: its tables, its sentences, what was refused."""

from typing import Any

from tests.delivery.markup import Markup


def page_text(response: Any) -> str:
    """The text of the page in the order it is read."""
    return Markup(response.text).text


def table_of(response: Any) -> list[list[str]]:
    """The first table of the page: a list of cells for each row, the head first."""
    rows: list[list[str]] = []
    is_inside = False
    for piece in Markup(response.text).pieces:
        tag = piece[0] if isinstance(piece, tuple) else ""
        if tag == "table":
            is_inside = True
        elif piece == "/table":
            return rows
        elif is_inside and tag == "tr":
            rows.append([])
        elif is_inside and tag in ("th", "td"):
            rows[-1].append("")
        elif is_inside and rows and isinstance(piece, str) and not piece.startswith("/"):
            rows[-1][-1] = f"{rows[-1][-1]} {piece}".strip()
    return rows


def links_of(response: Any) -> list[str]:
    """Where the links and buttons of the page lead."""
    pieces = Markup(response.text).elements
    return [attrs.get("href") or attrs.get("action") or "" for tag, attrs in pieces]


def errors_of(response: Any) -> list[str]:
    """What the error summary says, line by line."""
    said: list[str] = []
    is_inside = False
    for piece in Markup(response.text).pieces:
        if isinstance(piece, tuple):
            is_inside = is_inside or "govuk-error-summary__body" in piece[1].get("class", "")
        elif is_inside and piece == "/ul":
            return said
        elif is_inside and not piece.startswith("/"):
            said.append(piece)
    return said


def next_page(response: Any) -> str:
    """Return the address that goes on to the next page of a long list."""
    return next(link for link in links_of(response) if link.startswith("?after="))
