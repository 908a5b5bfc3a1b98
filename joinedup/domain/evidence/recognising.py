"""What sort of file some bytes are, by how they begin and end; never by what the file is called."""

import re

from joinedup.domain.evidence.kinds import Doubt, Sort

# PDF: ISO 32000-2, 7.5. JPEG: ISO 10918-1, B.1.1. PNG: W3C PNG, 5.2. TIFF: revision 6.0, section 2.
BEGINNINGS = (
    (b"%PDF-", Sort.PDF),
    (b"\xff\xd8\xff", Sort.JPEG),
    (b"\x89PNG\r\n\x1a\n", Sort.PNG),
    (b"II*\x00", Sort.TIFF),
    (b"MM\x00*", Sort.TIFF),
)
ENDS = {Sort.PDF: b"%%EOF", Sort.JPEG: b"\xff\xd9", Sort.PNG: b"IEND\xaeB`\x82"}
# Scanners and mail leave some bytes after the end.
LAST = 1024
LOCK = re.compile(rb"/Encrypt\s*(?:<<|\d+\s+\d+\s+R)")


def sort_of(data: bytes) -> Sort | None:
    """Return what sort of file this is, or None where it is none that is kept."""
    return next((sort for begins, sort in BEGINNINGS if data.startswith(begins)), None)


def doubt_of(data: bytes, sort: Sort) -> Doubt:
    """Return why it may not open for everybody; a TIFF says nothing of its end."""
    if ENDS.get(sort, b"") not in data[-LAST:]:
        return Doubt.CUT_OFF
    is_locked = sort == Sort.PDF and LOCK.search(data)
    return Doubt.LOCKED if is_locked else Doubt.NONE
