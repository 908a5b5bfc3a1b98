"""What a field looks like on the page, declared beside the field.

Plain Django widgets are drawn well too; these add what GOV.UK components can do and Django's
widgets have no word for: hints under a choice, an "or" between choices, a unit beside a number,
a count of characters left.
"""

from typing import Any

from django import forms


class Text(forms.TextInput):
    """One line. ``width`` in characters (2, 3, 4, 5, 10, 20, 30); ``prefix`` and ``suffix``."""

    def __init__(self, *, width: int = 0, prefix: str = "", suffix: str = "", **attrs: Any) -> None:
        super().__init__(attrs)
        self.width, self.prefix, self.suffix = width, prefix, suffix


class LongText(forms.Textarea):
    """Several lines. ``limit`` shows how many characters are left, as they are typed."""

    def __init__(self, *, rows: int = 5, limit: int = 0, **attrs: Any) -> None:
        super().__init__(attrs | {"rows": rows})
        self.limit = limit

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the text with each line end as one character, as the count on the page has it."""
        typed = super().value_from_datadict(data, files, name)
        return typed.replace("\r\n", "\n") if isinstance(typed, str) else typed


class Choices:
    """What radios and checkboxes share.

    ``hints`` by value; ``divider_before`` names the value that follows an "or"; ``inline`` sets
    short choices side by side; ``small`` suits long lists and filters.
    """

    def __init__(
        self,
        *,
        hints: dict[str, str] | None = None,
        divider_before: str = "",
        inline: bool = False,
        small: bool = False,
        **attrs: Any,
    ) -> None:
        super().__init__(attrs)
        self.hints, self.divider_before = hints or {}, divider_before
        self.inline, self.small = inline, small


class Radios(Choices, forms.RadioSelect):
    """One of a few."""


class Checkboxes(Choices, forms.CheckboxSelectMultiple):
    """Any of several."""


class Day(forms.MultiWidget):
    """Three boxes: day, month, year."""

    PARTS = ("day", "month", "year")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(dict.fromkeys(self.PARTS, forms.TextInput), attrs)
        self.widgets_names = [f"-{part}" for part in self.PARTS]

    def decompress(self, value: Any) -> list[Any]:
        """Return the three parts of a day, or three empty boxes."""
        return [value.day, value.month, value.year] if value else [None, None, None]

    def id_for_label(self, id_: str) -> str:
        """Return the box that a link in the error summary lands on."""
        return f"{id_}-day"
