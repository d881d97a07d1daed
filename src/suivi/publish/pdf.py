"""PDF: a paper as a tagged PDF that declares PDF/UA-1 (ISO 14289-1), with fonts that Suivi ships embedded.

- The words go to the typesetter as data; its source is one fixed file and never holds what somebody wrote.
- Nothing of the system is used: no font, no clock. The same paper gives the same bytes; the day inside is the closing day.
- Each row of a table has its header cell (`row_heads.py`): the typesetter tags those of columns only.
- A character no shipped font has is set as its code, `[U+1F98C]`, so that nothing is lost in silence.
- Words are set composed (NFC), which changes no character a reader sees.
"""

import json
import re
import unicodedata
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from suivi.log.canonical import Json
from suivi.publish.paper import Drawing, Paper, tables_in
from suivi.publish.row_heads import with_row_heads

if TYPE_CHECKING:
    import typst

STANDARD: Final = "ua-1"
_PICTURE: Final = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)"""
_CONTROLS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
# What pictures are drawn in: the colours of `look/tokens.css`, skin and scheme of a printed page.
_INKED: Final = (
    ".done,.both{fill:#143152}.under-way{fill:none;stroke:#2962a3;stroke-width:1.8}"
    ".under-way.f{fill:#2962a3;stroke:none}.planned{fill:none;stroke:#337acc;stroke-width:1.8}"
    ".mentioned{fill:#595959}.stopped{fill:none;stroke:#595959;stroke-width:2.4}"
    ".silent{fill:none;stroke:#737373;stroke-width:2}.level{fill:none;stroke:#143152;stroke-width:2}"
    ".tilt,.broken{fill:none;stroke:#a8400a;stroke-width:2.6}.lane{fill:none;stroke:#d4d5d2}"
    ".axis{fill:none;stroke:#737373}.falls{fill:#fff;stroke:#143152;stroke-width:2.2}.falls.deadline{fill:#143152}"
    "text{fill:#2b2b2b;font:12px 'Noto Sans CJK KR'}.faint{fill:#595959;font-size:11px}.b{font-weight:700}"
)


def pdf(paper: Paper) -> bytes:
    """The paper as PDF; raises `typst.TypstError` if it cannot be set at all."""
    import typst  # heavy, and only for PDF

    words = json.dumps(_settable(_inked(paper.value())), ensure_ascii=False)
    octets = typst.compile(
        (files("suivi.publish") / "look" / "paper.typ").read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": words},
        format="pdf",
        pdf_standards=[STANDARD],
        timestamp=datetime.fromisoformat(f"{paper.written_on}T00:00:00+00:00").astimezone(UTC),
    )
    assert isinstance(octets, bytes)  # one document, and no file to write it to
    return with_row_heads(octets, [table.heads for table in tables_in(paper.blocks)])


def png(drawing: Drawing) -> bytes:
    """A picture as PNG, 220 dots an inch, for formats that do not take SVG; its words stay beside it."""
    import typst

    octets = typst.compile(
        _PICTURE, font_paths=_fonts(), ignore_system_fonts=True, format="png", ppi=220,
        sys_inputs={"svg": settable(_document(drawing.svg)), "width": str(drawing.width)},
    )  # fmt: skip
    assert isinstance(octets, bytes)  # one page, and no file to write it to
    return octets


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(files("suivi.publish") / "fonts")])


@cache
def characters() -> frozenset[int]:
    """The code points that can be set, as `tools/fonts.py` listed them."""
    listed = (files("suivi.publish") / "fonts" / "characters.txt").read_text(encoding="ascii")
    ends = (line.split("-") for line in listed.split())
    return frozenset(point for first, last in ends for point in range(int(first, 16), int(last, 16) + 1))


def settable(words: str) -> str:
    """`words` with every character the fonts have; any other as its code in brackets."""
    composed = unicodedata.normalize("NFC", _CONTROLS.sub(" ", words.replace("\r\n", "\n")))
    if _known().issuperset(composed):  # nearly always, and told without looking at one after the other
        return composed
    return "".join(one if one in _known() else f"[U+{ord(one):04X}]" for one in composed)


@cache
def _known() -> frozenset[str]:
    return frozenset(map(chr, characters())) | {"\n"}


def _settable(value: Json) -> Json:
    if isinstance(value, str):
        return settable(value)
    if isinstance(value, list):
        return [_settable(one) for one in value]
    return {key: _settable(one) for key, one in value.items()} if isinstance(value, dict) else value


def _inked(value: Json) -> Json:
    """The same value with each picture as a document of its own, in printed colours."""
    if isinstance(value, list):
        return [_inked(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _document(one) if key == "svg" and isinstance(one, str) else _inked(one) for key, one in value.items()}


def _document(svg: str) -> str:
    opening, rest = svg.split(">", 1)
    named = opening.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"{named}><style>{_INKED}</style>{rest}"
