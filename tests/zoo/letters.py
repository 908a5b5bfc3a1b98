"""Files of the same three lines in other letters, separators, quotation marks and line ends."""

from tests.zoo.making import HEADINGS, SMALL, text

# name: (file, how it was read)
LETTERS = {
    "UTF-8": (text(), ("utf-8", ",")),
    "UTF-8 with its mark": (text(mark=b"\xef\xbb\xbf"), ("utf-8", ",")),
    "UTF-16 with its mark": (text(letters="utf-16"), ("utf-16", ",")),
    "UTF-16 the other way round": (
        text(letters="utf-16-be", mark=b"\xfe\xff"),
        ("utf-16", ","),
    ),
    "UTF-16 without its mark": (text(letters="utf-16-le"), ("utf-16-le", ",")),
    "UTF-16 the other way, no mark": (text(letters="utf-16-be"), ("utf-16-be", ",")),
    "UTF-16 with tabs, as “Unicode text”": (
        text(letters="utf-16", sign="\t"),
        ("utf-16", "\t"),
    ),
    "Windows": (text(letters="cp1252"), ("cp1252", ",")),
    "Windows with semicolons": (text(letters="cp1252", sign=";"), ("cp1252", ";")),
    "old Macintosh": (text(letters="mac_roman", ends="\r"), ("mac_roman", ",")),
    "semicolons": (text(sign=";"), ("utf-8", ";")),
    "tabs": (text(sign="\t"), ("utf-8", "\t")),
    "upright lines": (text(sign="|"), ("utf-8", "|")),
    "every cell in quotation marks": (text(quotes=True), ("utf-8", ",")),
    "quotation marks and semicolons": (text(quotes=True, sign=";"), ("utf-8", ";")),
    "line ends of Unix": (text(ends="\n"), ("utf-8", ",")),
    "line ends of old Macintosh": (text(ends="\r"), ("utf-8", ",")),
    "no line end at the end": (text().rstrip(), ("utf-8", ",")),
    "the separator told in the first line": (
        b"sep=;\r\n" + text(sign=";"),
        ("utf-8", ";"),
    ),
    "blank lines between": (text(ends="\r\n\r\n"), ("utf-8", ",")),
    "spaces around cells": (
        text([[f"  {cell}\u00a0" for cell in row] for row in SMALL]),
        ("utf-8", ","),
    ),
    "marks nobody sees": (
        text([[f"\u200b{cell}\ufeff" for cell in row] for row in SMALL]),
        ("utf-8", ","),
    ),
    "accents set apart from their letters": (
        text([[cell.replace("ô", "o\u0302") for cell in row] for row in SMALL]),
        ("utf-8", ","),
    ),
    "commas after the last column": (
        text([(*row, "", "") for row in SMALL]),
        ("utf-8", ","),
    ),
    "an empty column in the middle": (
        text([(row[0], "", *row[1:]) for row in SMALL]),
        ("utf-8", ","),
    ),
}
# Letters that cannot be found out are asked by a word of the file, and can be chosen.
CHOSEN = {
    "DOS": (text(letters="cp850", rows=(HEADINGS, ("Caffi Môr", "", ""))), "cp850"),
    "Macintosh with other line ends": (
        text(letters="mac_roman", rows=(HEADINGS, ("Caffi Môr", "", ""))),
        "mac_roman",
    ),
}
