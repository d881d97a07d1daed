"""Held words: which Korean words of a paper the typesetter must hold together, because they could end a line.

- Korean breaks between words only. The typesetter would break between any two syllables; a word in a box of its own
  stays whole, but a box costs as much as a whole line of words and doubles the file. So only a word that could stand
  at the end of a line gets one: it is told from bounds of where each word begins, never from a guess.
- A bound is in ems of the paragraph: how wide the line is (`look/paper.typ` has the same measures) and how wide each
  kind of character is in the fonts that are shipped, from its narrowest to its widest in any of them.
- A run too long for a line may still break: a box holds 17 characters at most.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from suivi.log.canonical import Json

Span: TypeAlias = tuple[float, float]
"""Between which two bounds a length lies, in ems."""

PAGE: Final[Span] = (50.8, 51.7)
"""The width of a page between its margins, 51.27 em, with a little for pairs of letters set closer or wider."""

_WORD: Final = re.compile(r"[^\s·]{0,6}[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff][^\s·]{0,10}·?")
_HANGUL: Final = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_PLAIN: Final = re.compile(r"[0-9A-Za-z.,:()%]*")
_STYLES: Final = {"lede": 1.28, "note": 0.92, "label": 0.86, "signed": 1.02}
_HEADINGS: Final = (2.3, 1.55, 1.18, 1.06, 0.96, 0.96)
_VOICES: Final = {"faint": 0.92, "tag": 0.82, "late": 0.92, "digest": 0.72}
_ANYWHERE: Final = 1.16  # no character is wider than this
_SANS: Final = ((0.92, 0.92), (0.22, 0.3), (0.55, 0.6))
_SERIF: Final = ((0.966, 0.966), (0.25, 0.33), (0.47, 0.57))
"""Of a syllable, a blank (the fonts set it wider beside a syllable) and a figure: the narrowest and the widest."""
_SERIF_VOICES: Final = ("signed", "struck")
_OTHERS: Final = (("[.,:;'‘’|!]", 0.19, 0.36), (r"[()\[\]“”·-]", 0.32, 0.6), ("[A-Za-z]", 0.19, 1.06))


def with_held(blocks: Iterable[Json], *, room: Span = PAGE, scales: Span = (1.0, 1.0)) -> None:
    """Give each run of these blocks its `pieces`: words as they stand, then to be held together, then as they stand …

    `scales` is between which sizes the whole may be set. The blocks are those of `Paper.value()`, and are changed.
    """
    low, high = room[0] / scales[1], room[1] / scales[0]
    for block in blocks:
        assert isinstance(block, dict)
        _hold(block, (low, high))


def held(words: str) -> list[Json]:
    """`words` in pieces with every Korean word held together: for a place whose width nobody knows beforehand."""
    pieces: list[Json] = [""]
    _box(words, pieces)
    return pieces


def _hold(block: dict[str, Json], room: Span) -> None:
    match block:
        case {"block": "heading", "level": int(level), "runs": list(runs)}:
            # A heading of several lines stands in the table of contents too, where its lines end elsewhere.
            _fit(runs, _within(room, _HEADINGS[min(level, 6) - 1]), again=True)
        case {"block": "paragraph", "style": str(style), "runs": list(runs)}:
            _fit(runs, _within((room[0] - 0.9, room[1]), _STYLES.get(style, 1.0)), style=style)
        case {"block": "items", "items": list(items)}:
            for item in items:
                assert isinstance(item, list)
                _fit(item, (room[0] - 3.4, room[1] - 0.9))
        case {"block": "columns", "parts": list(parts)}:
            gaps = 1.6 * (len(parts) - 1)
            for part in parts:
                assert isinstance(part, list)
                with_held(part, room=((room[0] - gaps) / len(parts), (room[1] - gaps) / len(parts)))
        case {"block": "table", "columns": list(columns), "rows": list(rows)}:
            _hold_table(columns, rows, room)


def _hold_table(columns: Sequence[Json], rows: Sequence[Json], room: Span) -> None:
    heads = [head for head in columns if isinstance(head, dict)]
    shares = [head["share"] for head in heads]
    whole = sum(share for share in shares if isinstance(share, int))
    rooms = [(room[0] * share / whole - 1.0, room[1] * share / whole) for share in shares if isinstance(share, int)]
    for head, each in zip(heads, rooms, strict=True):
        _fit(head["title"], (each[0] / 0.9, each[1] / (0.9 * 0.8)))
    for row in rows:
        assert isinstance(row, list)
        for cell, (low, high) in zip(row, rooms, strict=True):
            assert isinstance(cell, dict)
            marked = 3.0 if cell["mark"] else 0.0
            _fit(cell["runs"], _within((low - marked, high), 0.9))


def _within(room: Span, size: float) -> Span:
    return room[0] / size, room[1] / size


def _fit(runs: Json, room: Span, *, style: str = "", again: bool = False) -> None:
    """The pieces of each run of a paragraph that begins at the start of a line; `again`: or anywhere, in a second place."""
    assert isinstance(runs, list)
    kept = [run for run in runs if isinstance(run, dict)]
    said = [str(run["words"]) for run in kept]
    if sum(map(len, said)) * _ANYWHERE <= room[0] or not any(map(_HANGUL.search, said)):
        for run, words in zip(kept, said, strict=True):
            run["pieces"] = [words]
        return
    line = _Line((0.0, room[1]) if again else room)
    for run, words in zip(kept, said, strict=True):
        run["pieces"] = line.pieces(words, str(run["voice"]), style)


class _Line:
    """Where on a line the next word may begin: the spans it can only be in, as words are set one after the other."""

    def __init__(self, room: Span) -> None:
        self._room = room
        self._places: list[Span] = [(0.0, 0.0)]

    def pieces(self, words: str, voice: str, style: str) -> list[Json]:
        """`words` in pieces, every second of which is to be held together."""
        size, serif = _VOICES.get(voice, 1.0), voice in _SERIF_VOICES or style == "signed"
        blank = (_SERIF if serif else _SANS)[1]
        pieces: list[Json] = [""]
        for place, line in enumerate(words.split("\n")):
            if place:
                self._places = [(0.0, 0.0)]
                pieces[-1] = f"{pieces[-1]}\n"
            for number, chunk in enumerate(line.split(" ")):
                if number:
                    self._move((blank[0] * size, blank[1] * size))
                    pieces[-1] = f"{pieces[-1]} "
                if chunk:
                    self._add(chunk, _bounds(chunk, serif), size, pieces)
        if voice == "marking":  # in a frame, and in letters of their own
            self._places = [(0.0, self._room[1])]
        return pieces

    def _add(self, chunk: str, bounds: "_Bounds", size: float, pieces: list[Json]) -> None:
        (narrow, wide), korean, breaks = bounds
        narrow, wide = narrow * size, wide * size
        if all(end + wide <= self._room[0] for _, end in self._places):
            self._move((narrow, wide))
            pieces[-1] = f"{pieces[-1]}{chunk}"
            return
        if korean:
            _box(chunk, pieces)
        else:
            pieces[-1] = f"{pieces[-1]}{chunk}"
        stays = [
            (start + narrow, min(end + wide, self._room[1]))
            for start, end in self._places
            if start + narrow <= self._room[1]
        ]
        moves = any(end + wide > self._room[0] for _, end in self._places)
        self._places = _joined([*stays, *([(0.0 if breaks else narrow, wide)] if moves else [])])
        if breaks and wide > self._room[0]:
            self._places = [(0.0, self._room[1])]

    def _move(self, by: Span) -> None:
        self._places = [(start + by[0], end + by[1]) for start, end in self._places]


def _box(chunk: str, pieces: list[Json]) -> None:
    at = 0
    for found in _WORD.finditer(chunk):
        pieces[-1] = f"{pieces[-1]}{chunk[at : found.start()]}"
        pieces += [found.group(), ""]
        at = found.end()
    pieces[-1] = f"{pieces[-1]}{chunk[at:]}"


def _joined(places: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


_Bounds: TypeAlias = tuple[Span, bool, bool]
_SYLLABLES: Final = re.compile("[\uac00-\ud7a3]")
_FIGURES: Final = re.compile("[0-9]")
_COUNTED: Final = tuple((re.compile(kind), narrow, wide) for kind, narrow, wide in _OTHERS)


@lru_cache(maxsize=16_384)
def _bounds(chunk: str, serif: bool) -> _Bounds:
    """How wide a run of characters without a blank is, whether any is Korean, and whether it could break within."""
    syllable, _, figure = _SERIF if serif else _SANS
    syllables, left = len(_SYLLABLES.findall(chunk)), len(chunk)
    narrow, wide, left = syllables * syllable[0], syllables * syllable[1], left - syllables
    for kind, least, most in ((_FIGURES, *figure), *_COUNTED) if left else ():
        count = len(kind.findall(chunk))
        narrow, wide, left = narrow + count * least, wide + count * most, left - count
    korean = _HANGUL.search(chunk) is not None
    found = _WORD.match(chunk) if korean else _PLAIN.match(chunk)
    whole = found is not None and found.end() == len(chunk)
    return (narrow, wide + left * _ANYWHERE), korean, not whole
