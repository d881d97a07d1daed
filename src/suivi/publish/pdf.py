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
from bisect import bisect_right
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from suivi.log.canonical import Json
from suivi.publish.held_words import held, with_held
from suivi.publish.paper import Drawing, Paper, tables_in
from suivi.publish.row_heads import with_row_heads

if TYPE_CHECKING:
    import typst

STANDARD: Final = "ua-1"
_PICTURE: Final = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)"""
_CONTROLS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPED: Final = re.compile(
    r"\\[^n\"\\]"
)  # what JSON writes by its code: a control character, so it needs a closer look
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

    value = paper.value()
    blocks = value["blocks"]
    assert isinstance(blocks, list)
    with_held(blocks, scales=(0.66, 1.3) if paper.pages else (1.0, 1.0))
    value |= {name: held(str(value[name])) for name in ("edge", "kind")}
    words = _data(_inked(value))
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
    return frozenset(point for first, last in _spans() for point in range(first, last + 1))


@cache
def _spans() -> tuple[tuple[int, int], ...]:
    """The first and last of each row of code points that can be set, in order."""
    listed = (files("suivi.publish") / "fonts" / "characters.txt").read_text(encoding="ascii")
    ends = (line.split("-") for line in listed.split())
    return tuple((int(first, 16), int(last, 16)) for first, last in ends)


@cache
def _has_glyph(one: str) -> bool:
    place = bisect_right(_spans(), (ord(one), ord(one)))
    return one == "\n" or any(first <= ord(one) <= last for first, last in _spans()[max(place - 1, 0) : place + 1])


def settable(words: str) -> str:
    """`words` with every character the fonts have; any other as its code in brackets."""
    return _with_codes(unicodedata.normalize("NFC", _CONTROLS.sub(" ", words.replace("\r\n", "\n"))))


def _with_codes(words: str) -> str:
    unknown = {ord(one): f"[U+{ord(one):04X}]" for one in set(words) if not _has_glyph(one)}
    return words.translate(unknown) if unknown else words


def _data(value: Json) -> str:
    """The words of a paper as JSON the typesetter can set: looked at all at once where that gives the same."""
    written = json.dumps(value, ensure_ascii=False)
    # A quotation mark composes with nothing: words between them are composed if all of it is.
    if _ESCAPED.search(written) or _CONTROLS.search(written) or not unicodedata.is_normalized("NFC", written):
        return json.dumps(_settable(value), ensure_ascii=False)
    return _with_codes(written)


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
