"""Plain text and tables in text: the same characters in UTF-8, none of them unseen.

- Decoded as the reader decodes plain text; the byte order mark goes.
- Control characters other than tabs and ends of lines, and what the exchange refuses in a text because nobody sees it
  (exchange format, section 2), refuse the file.
"""

from typing import Final

from suivi.desk.attachments.hidden import Holds, NotWhole
from suivi.plan.refusal import Refusal
from suivi.reader.files import read_file

_UNSEEN: Final = (
    *((0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x115F, 0x1160)),
    *((0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xE000, 0xF8FF), (0xFE00, 0xFE0F)),
    *((0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xE0000, 0x10FFFF)),
)


def clean_plain(octets: bytes) -> tuple[bytes, set[str]]:
    """The characters in UTF-8; nothing is ever taken away. Raises `Holds` or `NotWhole`."""
    try:
        characters = read_file(octets, name="plain.txt").characters.removeprefix("\ufeff")
    except Refusal:
        raise NotWhole from None
    if any(first <= ord(one) <= last for one in set(characters) for first, last in _UNSEEN):
        raise Holds("unseen-characters")
    return characters.encode(), set()
