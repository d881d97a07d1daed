"""Short forms: a body or instrument named once in full and by a short form afterwards: “Joint Committee (JC)”.

Method: a name of a body or an instrument right before brackets that hold a short form; the short form is then a
name of the same kind wherever it stands alone. Nothing is guessed from initials.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from suivi.plan.text import Span
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

LONGEST_NAME: Final = 160
MOST: Final = 200
_DEFINED: Final = (
    r"\((?:(?:hereinafter|hereafter|the|ci-après|les|l[ae’'])\s*(?:,\s*)?){0,3}[“\"«]?\s*"
    r"(?P<short>[A-ZÉÈÎ][\w&/+-]{1,15}(?:\s[A-Z][\w-]{1,15}){0,2})\s*[”\"»]?\)"
)


@dataclass(frozen=True, slots=True)
class ShortForms:
    """The short forms of one text: `bodies` and `instruments` as patterns over its characters, or None."""

    bodies: re.Pattern[str] | None = None
    instruments: re.Pattern[str] | None = None

    @property
    def any(self) -> bool:
        """Whether the text defines one."""
        return self.bodies is not None or self.instruments is not None

    def bodies_in(self, source: Source, start: int, end: int) -> Iterator[Span]:
        """The short forms of bodies in `[start, end)`."""
        return _found(self.bodies, source, start, end)

    def instruments_in(self, source: Source, start: int, end: int) -> Iterator[Span]:
        """The short forms of instruments in `[start, end)`."""
        return _found(self.instruments, source, start, end)


@dataclass(slots=True)
class _Named:
    bodies: set[str] = field(default_factory=set)
    instruments: set[str] = field(default_factory=set)


def short_forms_of(source: Source) -> ShortForms:
    """The short forms that the text defines."""
    named = _Named()
    names = source.language.names
    for match in _definitions(source):
        begins = max(0, match.start() - LONGEST_NAME)
        if _ends_with(names.instrument, source.characters, begins, match.start()):
            named.instruments.add(match.group("short"))
        elif _ends_with(names.body, source.characters, begins, match.start()):
            named.bodies.add(match.group("short"))
        if len(named.bodies) + len(named.instruments) >= MOST:
            break
    return ShortForms(_pattern(named.bodies), _pattern(named.instruments))


def _definitions(source: Source) -> Iterator[re.Match[str]]:
    """Every place that gives a short form, by the usage of all languages, then by that of the text's own."""
    yield from compiled(_DEFINED).finditer(source.characters)
    yield from compiled(source.language.names.shortened).finditer(source.characters)


def _ends_with(pattern: str, characters: str, start: int, end: int) -> bool:
    stop = len(characters[start:end].rstrip()) + start
    return any(match.end() >= stop for match in compiled(pattern).finditer(characters, start, end))


def _pattern(forms: set[str]) -> re.Pattern[str] | None:
    if not forms:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?![\w-])")


def _found(pattern: re.Pattern[str] | None, source: Source, start: int, end: int) -> Iterator[Span]:
    if pattern is not None:
        yield from (Span(*match.span()) for match in pattern.finditer(source.characters, start, end))
