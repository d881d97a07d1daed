"""Cut the fonts the printed documents carry from Debian's `fonts-noto-cjk`; `python -m tools.fonts` writes them anew.

- A serif for signed words, a sans in two weights for the software's, and a fallback with the 4,888 hanja of KS X 1001.
- Every font holds Latin with its accents, all 11,172 syllables of modern Hangul, the jamo and the symbols of KS X 1001.
- What the typesetter itself carries (Libertinus, DejaVu Sans Mono) sets the rest of Latin, Greek and Cyrillic; Debian's
  `fonts-dejavu-core` tells which characters these are.
- The list of characters that can be set at all stands beside them, in ranges: `fonts/characters.txt`.
- Hinting and vertical writing are left out; names and licence (SIL OFL 1.1, no reserved name) stay as they are.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/opentype/noto")
TARGET = Path("src/suivi/publish/fonts")
KOREAN = 1  # the face for Korea in each collection
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")
LETTERS = ((0x100, 0x250), (0x370, 0x530), (0x1E00, 0x1F00))
FEATURES = ["kern", "ccmp", "locl", "mark", "mkmk", "liga", "tnum"]
UNUSED = ["DSIG", "vhea", "vmtx", "VORG", "BASE"]


def ks_x_1001() -> set[int]:
    """The characters of the Korean standard, by way of EUC-KR."""
    pairs = (bytes([row, cell]) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF))
    return {ord(character) for pair in pairs for character in pair.decode("euc_kr", "ignore")}


def is_hanja(point: int) -> bool:
    """Whether the code point is a Chinese character."""
    return 0x4E00 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF


def wanted() -> tuple[set[int], set[int]]:
    """What every font holds, and the hanja of the fallback."""
    blocks = ((0x20, 0x7F), (0xA0, 0x180), (0x300, 0x370), (0x2000, 0x2070), (0x20A0, 0x20C1), (0x3000, 0x3040))
    narrow = ((0x2212, 0x2213), (0xFF61, 0xFF66))  # “−1” and “｢…｣”: EUC-KR has wide ones in their place
    korean_blocks = ((0x3130, 0x3190), (0xAC00, 0xD7A4))
    plain = {point for first, end in (*blocks, *narrow, *korean_blocks) for point in range(first, end)}
    korean = ks_x_1001()
    hanja = {point for point in korean if is_hanja(point)}
    hanja |= {ord(unicodedata.normalize("NFC", chr(point))) for point in hanja}  # as composed words have them
    return plain | (korean - hanja), hanja


def cut(source: str, points: set[int], target: str, *, called: str = "") -> set[int]:
    """Writes one font with these characters, under a family name of its own if `called` so; gives those it has."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.drop_tables += UNUSED
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    font = TTFont(SOURCE / source, fontNumber=KOREAN, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    if called:
        _name(font, called)
    font.save(TARGET / target)
    return set(font.getBestCmap())


def _name(font: TTFont, family: str) -> None:
    # Two fonts of one family and weight would hide one another.
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = family
        elif record.nameID in (3, 6):
            record.string = family.replace(" ", "")
    font["CFF "].cff.fontNames[0] = family.replace(" ", "")


def carried() -> set[int]:
    """The letters the typesetter's own fonts have."""
    known = TTFont(DEJAVU).getBestCmap()
    return {point for first, end in LETTERS for point in range(first, end) if point in known and _is_composed(point)}


def _is_composed(point: int) -> bool:
    return unicodedata.normalize("NFC", chr(point)) == chr(point)


def ranges(points: Iterable[int]) -> Iterator[str]:
    """`AC00-D7A3` for each run of code points, in order."""
    for _, run in groupby(enumerate(sorted(points)), key=lambda pair: pair[1] - pair[0]):
        together = [point for _, point in run]
        yield f"{together[0]:04X}-{together[-1]:04X}"


def main() -> None:
    """Cuts the four fonts and lists what can be set in both voices."""
    if not SOURCE.is_dir():
        sys.exit("The fonts are cut from Debian's fonts-noto-cjk; install it first.")
    plain, hanja = wanted()
    voices = [
        cut("NotoSerifCJK-Regular.ttc", plain, "NotoSerifCJKkr-Regular.otf"),
        cut("NotoSansCJK-Regular.ttc", plain, "NotoSansCJKkr-Regular.otf"),
        cut("NotoSansCJK-Bold.ttc", plain, "NotoSansCJKkr-Bold.otf"),
    ]
    fallback = cut("NotoSansCJK-Regular.ttc", hanja, "NotoSansCJKkr-Hanja.otf", called="Noto Sans CJK KR Hanja")
    both = set.intersection(*voices) | fallback | carried()
    (TARGET / "characters.txt").write_text("\n".join(ranges(both)) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
