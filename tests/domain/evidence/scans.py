"""Files as a scanner makes them, as far as they are told apart: how they begin and end."""

from datetime import date

from joinedup.domain.evidence.actions import keep_paper
from joinedup.domain.evidence.models import KeptPaper

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
LOCKED = PDF.replace(b"<<>>", b"<</Encrypt 5 0 R>>")
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40) + b"\x00\x00\x00\x00IEND\xaeB`\x82"
TIFF = b"II*\x00\x08\x00\x00\x00" + bytes(40)
SAID = {
    "what": "The agreement as it was signed",
    "dated_on": date(2022, 3, 27),
    "signed_by": "R. Bello, chief inspector, for Wexmere Police",
    "note": "The original is in the strong room.",
}


def kept(cast, at, data=PDF, by="priya", of="safer", **said) -> KeptPaper:
    """Keep a paper of a partnership of the cast."""
    partnership, name = getattr(cast, of), said.pop("name", "scan.pdf")
    return keep_paper(partnership, data, name, **SAID | said, by=cast.people[by], at=at)
