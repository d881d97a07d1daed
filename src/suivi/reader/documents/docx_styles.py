"""What a DOCX says of its paragraphs away from them: styles and numbering (ISO/IEC 29500-1, sections 17.7 and 17.9)."""

from dataclasses import dataclass, field
from typing import Final

from suivi.reader.documents.archive import Tree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST_HEADING: Final = 6
_MOST_STYLES_UP: Final = 20  # how far a style is followed to those it is based on, which may loop


def value(element: Tree | None, path: str, attribute: str = "val") -> str | None:
    """The attribute of the first element at `path` below; None if there is no such element."""
    found = None if element is None else element.find(path)
    return None if found is None else found.get(f"{W}{attribute}", "")


def is_on(element: Tree | None, path: str) -> bool | None:
    """Whether a switch (`w:b`, `w:vanish`) is on; None where nothing is said."""
    said = value(element, path)
    return None if said is None else said not in ("0", "false", "off", "none")


@dataclass(slots=True)
class Style:
    """A paragraph or character style: what it says itself, and which it is based on."""

    name: str
    above: str
    outline: str | None
    bold: bool | None
    hidden: bool | None
    number: str | None
    level: str | None


class Styles:
    """The styles of a document by id; an unknown id says nothing."""

    def __init__(self, root: Tree | None) -> None:
        self.by_id: dict[str, Style] = {}
        for style in () if root is None else root.iterfind(f"{W}style"):
            self.by_id[style.get(f"{W}styleId", "")] = _style(style)

    def heading(self, id: str) -> int | None:
        """The level of heading the style makes, from 1; None for a style of running text."""
        for style in self._upward(id):
            if style.name == "title":
                return 1
            if style.name.startswith("heading ") and style.name[8:].isdigit():
                return min(int(style.name[8:]), DEEPEST_HEADING)
            if style.outline is not None:
                return outline_level(style.outline)
        return None

    def says(self, id: str, what: str) -> bool | None:
        """The first word on `bold` or `hidden` from the style upward."""
        said = (getattr(style, what) for style in self._upward(id))
        return next((word for word in said if word is not None), None)

    def is_contents(self, id: str) -> bool:
        """Whether paragraphs of the style are lines of a table of contents or of its heading."""
        return any(style.name.startswith("toc ") or style.name == "table of figures" for style in self._upward(id))

    def numbering(self, id: str) -> tuple[str | None, str | None]:
        """The number and level of list the style puts its paragraphs in."""
        number = next((style.number for style in self._upward(id) if style.number is not None), None)
        level = next((style.level for style in self._upward(id) if style.level is not None), None)
        return number, level

    def _upward(self, id: str) -> list[Style]:
        found: list[Style] = []
        while (style := self.by_id.get(id)) and len(found) < _MOST_STYLES_UP:
            found.append(style)
            id = style.above
        return found


def outline_level(said: str) -> int | None:
    """The level of heading for an outline level as written: 0 is the first, 9 is running text."""
    return min(int(said) + 1, DEEPEST_HEADING) if said.isdecimal() and int(said) < 9 else None


def _style(style: Tree) -> Style:
    paragraph, run = style.find(f"{W}pPr"), style.find(f"{W}rPr")
    return Style(
        name=(value(style, f"{W}name") or "").lower(),
        above=value(style, f"{W}basedOn") or "",
        outline=value(paragraph, f"{W}outlineLvl"),
        bold=is_on(run, f"{W}b"),
        hidden=is_on(run, f"{W}vanish"),
        number=value(paragraph, f"{W}numPr/{W}numId"),
        level=value(paragraph, f"{W}numPr/{W}ilvl"),
    )


# Numbering


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the format of its numbers, the text around them, the first number."""

    format: str
    text: str
    start: int


@dataclass(slots=True)
class Numbers:
    """The lists of a document; `next` counts, so paragraphs must come in their order."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    counted_with: dict[str, str] = field(default_factory=dict)  # lists of one definition go on counting together
    counts: dict[str, list[int]] = field(default_factory=dict)

    def next(self, number: str, level: int) -> tuple[bool, str] | None:
        """Whether the next paragraph of the list is numbered, and its label; None if the list puts nothing there."""
        known = self.lists.get(number, {}).get(level)
        if known is None or (known.format == "none" and not known.text):
            return None
        if known.format == "bullet":
            return False, known.text
        counts = self.counts.setdefault(self.counted_with[number], [])
        levels = self.lists[number]
        for above in range(len(counts), level + 1):
            counts.append(levels[above].start - (above == level) if above in levels else 1)
        del counts[level + 1 :]
        counts[level] += 1
        return True, self._label(levels, known.text, counts)

    def _label(self, levels: dict[int, Level], text: str, counts: list[int]) -> str:
        for place, count in enumerate(counts):
            if place in levels:
                text = text.replace(f"%{place + 1}", numeral(count, levels[place].format))
        return text


def numbers_of(root: Tree | None) -> Numbers:
    """The numbering part read; an absent part has no lists."""
    numbers = Numbers()
    if root is None:
        return numbers
    abstract = {each.get(f"{W}abstractNumId", ""): _levels(each) for each in root.iterfind(f"{W}abstractNum")}
    for each in root.iterfind(f"{W}num"):
        id, definition = each.get(f"{W}numId", ""), value(each, f"{W}abstractNumId") or ""
        levels = dict(abstract.get(definition, {}))
        overrides = each.findall(f"{W}lvlOverride")
        for override in overrides:
            levels |= _overridden(override, levels)
        numbers.lists[id] = levels
        numbers.counted_with[id] = f"num {id}" if overrides else definition
    return numbers


def _levels(definition: Tree) -> dict[int, Level]:
    return {_whole(level.get(f"{W}ilvl", "")): _level(level) for level in definition.iterfind(f"{W}lvl")}


def _level(level: Tree) -> Level:
    return Level(
        format=value(level, f"{W}numFmt") or "decimal",
        text=value(level, f"{W}lvlText") or "",
        start=_whole(value(level, f"{W}start") or "1"),
    )


def _overridden(override: Tree, levels: dict[int, Level]) -> dict[int, Level]:
    place = _whole(override.get(f"{W}ilvl", ""))
    told = override.find(f"{W}lvl")
    if told is not None:
        return {place: _level(told)}
    start = value(override, f"{W}startOverride")
    if start is None or place not in levels:
        return {}
    return {place: Level(levels[place].format, levels[place].text, _whole(start))}


def _whole(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 6 else 0


# Numerals

_HANGUL: Final = "가나다라마바사아자차카타파하"
_CHOSUNG: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(count: int, format: str) -> str:
    """`count` (from 1) as the format writes it: ECMA-376 `ST_NumberFormat`, or the names HWPX gives the same."""
    kind = format.lower().replace("_", "")
    if kind in ("lowerletter", "upperletter", "latinsmall", "latincapital"):
        letters = chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26 % 4)
        return letters.upper() if kind in ("upperletter", "latincapital") else letters
    if kind in ("lowerroman", "upperroman", "romansmall", "romancapital"):
        return _roman(count).upper() if kind in ("upperroman", "romancapital") else _roman(count)
    if kind in ("ganada", "hangulsyllable"):
        return _HANGUL[(count - 1) % len(_HANGUL)]
    if kind in ("chosung", "hanguljamo"):
        return _CHOSUNG[(count - 1) % len(_CHOSUNG)]
    if kind in ("decimalenclosedcircle", "circleddigit") and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    return f"{count:02d}" if kind == "decimalzero" else str(count)


def _roman(count: int) -> str:
    written, count = "", min(count, 3999)
    for worth, letters in _ROMAN:
        while count >= worth:
            written, count = written + letters, count - worth
    return written
