"""Zipped: an office file packed anew, so that the same parts give the same bytes: one order, one date, one level."""

import zipfile
from io import BytesIO
from typing import Final

_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the first a zip file can state
_UNIX: Final = 3


def packed_anew(octets: bytes) -> bytes:
    """The same parts in the same order, each with the first date there is."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(octets)) as source, zipfile.ZipFile(made, "w") as target:
        for part in source.infolist():
            named = zipfile.ZipInfo(part.filename, _DATE)
            named.create_system = _UNIX
            named.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(named, source.read(part), compresslevel=6)
    return made.getvalue()
