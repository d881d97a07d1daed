"""Text: the characters of one language version of a document, fixed for good; a Span points into them."""

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field

from suivi.plan.words import Words


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open `[start, end)` in code points of the unnormalised text, from 0."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span runs forward from 0, not {start} to {end}")
        _set_start(self, start)  # a text has thousands of spans: by the slot, which is quicker than by its name
        _set_end(self, end)

    def of(self, characters: str) -> str:
        """The characters the span covers."""
        return characters[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Span") -> bool:
        """Whether this span lies wholly inside `other`."""
        return other.start <= self.start and self.end <= other.end


_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of the document a text comes from: `[start, end)` of the characters, and the role it had there.

    Roles: `paragraph`, `bold`, `cell`; `heading 1` to `heading 6`; `item 1`, `number 1` … by depth of list.
    `label` is the bullet or number the document puts before the block by itself (`3.`, `(a)`), and no character of it.
    """

    start: int
    end: int
    role: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Caveat:
    """What an officer must know of how a document was read: a code that never changes, and its words.

    `spans` are the characters it is about, in order; an empty span is a place between two of them. None where it is
    about the document as a whole.
    """

    code: str
    says: Words
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One language version: `characters` exactly as decoded, nothing trimmed or normalised.

    `language` is ISO 639-1, or empty while nobody has said or detected it. `sha256` is the digest of
    the characters in UTF-8, 64 lower-case hex digits. `blocks` are those of the document, in order and disjoint;
    `pages` says at which character each page begins, in order, where the document has pages. Plain text has neither.
    `caveats` tell how the document was read. None of the three is part of what makes two texts equal.
    """

    language: str
    characters: str
    blocks: tuple[SourceBlock, ...] = field(default=(), compare=False, repr=False)
    pages: tuple[int, ...] = field(default=(), compare=False, repr=False)
    caveats: tuple[Caveat, ...] = field(default=(), compare=False, repr=False)
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.characters.encode("utf-8")).hexdigest())

    def at(self, span: Span) -> str:
        """The characters `span` covers; raises `IndexError` if it runs past the end."""
        if span.end > len(self.characters):
            raise IndexError(f"span {span.start}-{span.end} runs past the end of the text ({len(self.characters)})")
        return span.of(self.characters)

    def page_at(self, offset: int) -> int | None:
        """The page that holds the character at `offset`, from 1; None where the text has no pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None

    def block_at(self, offset: int) -> int | None:
        """The block of the document that holds `offset`, or the last before it, from 1; None without blocks."""
        return max(1, bisect_right(self.blocks, offset, key=_start)) if self.blocks else None


def _start(block: SourceBlock) -> int:
    return block.start
