"""Pictures: PNG and JPEG rebuilt from the pieces that draw them, and nothing else.

- PNG (W3C PNG, third edition): the chunks in `_DRAWN`, checksums compared; the pixels must fill the picture exactly.
- JPEG (ITU-T T.81; JFIF 1.02): tables, frame, scans; a JFIF header without its thumbnail, Adobe's colour transform
  (Adobe TN 5116), and of EXIF (CIPA DC-008) the one number that says which side is up.
- JPEG 2000 (ISO/IEC 15444-1, annex I), as PDF holds it: the boxes that draw.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from suivi.desk.attachments.hidden import Holds, NotWhole

PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
_DRAWN: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
)
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES: Final = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_LARGEST: Final = 1_000_000_000  # octets of pixels
_PIECE: Final = 1 << 20


def clean_png(octets: bytes) -> tuple[bytes, set[str]]:
    """The picture with what draws it alone, and the codes of what went; raises `Holds` or `NotWhole`."""
    kept, removed, pixels, header = [PNG], set[str](), b"", b""
    for name, body, end in _chunks(octets):
        if name == b"acTL":
            raise Holds("animation")
        if name not in _DRAWN:
            if not name[0] & 0x20:  # a critical chunk that is not known (section 5.4)
                raise NotWhole
            removed.add("picture-data")
            continue
        header, pixels = (body if name == b"IHDR" else header), (pixels + body if name == b"IDAT" else pixels)
        kept.append(struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)))
        if name == b"IEND" and end != len(octets):
            removed.add("after-end")
    _check_pixels(header, pixels)
    return b"".join(kept), removed


def _chunks(octets: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    at, name = len(PNG), b""
    while name != b"IEND":
        if at + 12 > len(octets):
            raise NotWhole
        size, name = struct.unpack(">I4s", octets[at : at + 8])
        body, end = octets[at + 8 : at + 8 + size], at + 12 + size
        if end > len(octets) or zlib.crc32(name + body) != int.from_bytes(octets[end - 4 : end]):
            raise NotWhole
        yield name, body, end
        at = end


def _check_pixels(header: bytes, pixels: bytes) -> None:
    """The compressed pixels fill the picture, and nothing is packed behind them."""
    if len(header) != 13:
        raise NotWhole
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    bits = depth * _CHANNELS.get(colour, 0)
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    sizes = ((-(-(width - x) // dx), -(-(height - y) // dy)) for x, y, dx, dy in passes)
    expected = sum((1 + (across * bits + 7) // 8) * down for across, down in sizes if across > 0 and down > 0)
    if not bits or expected > _LARGEST:
        raise NotWhole
    unfolding, held = zlib.decompressobj(), 0
    try:
        while not unfolding.eof and pixels:
            held += len(unfolding.decompress(pixels, _PIECE))
            pixels = unfolding.unconsumed_tail
    except zlib.error:
        raise NotWhole from None
    if held != expected or unfolding.unused_data or not unfolding.eof:
        raise NotWhole


_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
_TABLES: Final = frozenset({0xC4, 0xDB, 0xDD})
_ADOBE: Final = 12


def clean_jpeg(octets: bytes) -> tuple[bytes, set[str]]:
    """The picture with what draws it alone, and the codes of what went; raises `NotWhole`."""
    kept, removed, turned = [b"\xff\xd8"], set[str](), 0
    at, drawn = 2, False
    while True:
        marker, body, after = _segment(octets, at)
        at = after
        if marker == 0xD9:
            break
        if marker == 0xDA:
            at = _end_of_scan(octets, after)
            kept.append(octets[after - len(body) - 4 : at])
            drawn = True
        elif marker in _FRAMES or marker in _TABLES:
            kept.append(_written(marker, body))
        elif marker == 0xE0 and body[:5] == b"JFIF\0" and len(body) >= 14:
            kept.append(_written(0xE0, body[:12] + b"\0\0"))
            removed |= {"thumbnail"} if body[12:14] != b"\0\0" or len(body) > 14 else set()
        elif marker == 0xEE and body[:5] == b"Adobe" and len(body) >= _ADOBE:
            kept.append(_written(0xEE, body[:_ADOBE]))
        elif 0xE0 <= marker <= 0xEF or marker == 0xFE:
            up = _which_side_is_up(body) if marker == 0xE1 else 0
            turned = turned or up
            removed |= {"picture-data"} if not up or body != _upright(up) else set()
        else:
            raise NotWhole
    if not drawn:
        raise NotWhole
    if turned:
        kept.insert(2 if kept[1][:2] == b"\xff\xe0" else 1, _written(0xE1, _upright(turned)))
    removed |= {"after-end"} if at != len(octets) else set()
    return b"".join(kept) + b"\xff\xd9", removed


def _segment(octets: bytes, at: int) -> tuple[int, bytes, int]:
    """The marker at `at`, its body, and where the next one begins."""
    while octets[at : at + 2] == b"\xff\xff":  # fill bytes (T.81, B.1.1.2)
        at += 1
    if len(octets) < at + 2 or octets[at] != 0xFF:
        raise NotWhole
    marker = octets[at + 1]
    if marker == 0xD9:
        return marker, b"", at + 2
    size = int.from_bytes(octets[at + 2 : at + 4])
    if size < 2 or at + 2 + size > len(octets):
        raise NotWhole
    return marker, octets[at + 4 : at + 2 + size], at + 2 + size


def _written(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _end_of_scan(octets: bytes, at: int) -> int:
    """Where the coded pixels end: the next marker that is neither stuffing nor a restart."""
    while True:
        at = octets.find(b"\xff", at)
        if at < 0 or at + 1 >= len(octets):
            raise NotWhole
        if octets[at + 1] not in (0x00, *range(0xD0, 0xD8)):
            return at
        at += 2


def _which_side_is_up(body: bytes) -> int:
    """The orientation of EXIF, 2 to 8; 0 where there is none or the picture stands upright."""
    order = {b"II": "<", b"MM": ">"}.get(body[6:8])
    if body[:6] != b"Exif\0\0" or order is None or len(body) < 16:
        return 0
    start = 6 + struct.unpack_from(f"{order}I", body, 10)[0]
    count = struct.unpack_from(f"{order}H", body, start)[0] if start + 2 <= len(body) else 0
    for entry in range(start + 2, min(start + 2 + 12 * count, len(body) - 11), 12):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", body, entry)
        if (tag, kind) == (0x0112, 3):
            return int(value) if 2 <= value <= 8 else 0
    return 0


def _upright(turned: int) -> bytes:
    """EXIF with the orientation alone."""
    return b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + struct.pack(">H", turned) + b"\0\0\0\0\0\0"


_BOXES: Final = frozenset({b"jP  ", b"ftyp", b"jp2h", b"jp2c"})


def clean_jpeg2000(octets: bytes) -> tuple[bytes, set[str]]:
    """The boxes that draw; a bare codestream is given back as it is. Raises `NotWhole`."""
    if octets[4:8] != b"jP  ":
        return octets, set()
    kept, at = [], 0
    while at < len(octets):
        size, name = struct.unpack(">I4s", octets[at : at + 8].ljust(8, b"\0"))
        size = size or len(octets) - at
        if size == 1:
            size = int.from_bytes(octets[at + 8 : at + 16])
        if size < 8 or at + size > len(octets):
            raise NotWhole
        if name in _BOXES:
            kept.append(octets[at : at + size])
        at += size
    clean = b"".join(kept)
    return clean, set() if clean == octets else {"picture-data"}
