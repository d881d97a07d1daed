"""Text: the characters of one language version of a document, fixed for good; a Span points into them."""

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open `[start, end)` in code points of the unnormalised text, from 0."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not {self.start} to {self.end}")

    def of(self, characters: str) -> str:
        """The characters the span covers."""
        return characters[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Span") -> bool:
        """Whether this span lies wholly inside `other`."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of the document a text comes from: `[start, end)` of the characters, and the role it had there.

    Roles: `paragraph`, `bold`, `cell`; `heading 1` to `heading 6`; `item 1`, `number 1` … by depth of list.
    """

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Text:
    """One language version: `characters` exactly as decoded, nothing trimmed or normalised.

    `language` is ISO 639-1, or empty while nobody has said or detected it. `sha256` is the digest of
    the characters in UTF-8, 64 lower-case hex digits. `blocks` are those of the document, in order and disjoint;
    none for plain text, and no part of what makes two texts equal.
    """

    language: str
    characters: str
    blocks: tuple[SourceBlock, ...] = field(default=(), compare=False, repr=False)
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.characters.encode("utf-8")).hexdigest())

    def at(self, span: Span) -> str:
        """The characters `span` covers; raises `IndexError` if it runs past the end."""
        if span.end > len(self.characters):
            raise IndexError(f"span {span.start}-{span.end} runs past the end of the text ({len(self.characters)})")
        return span.of(self.characters)
