"""Outline: which blocks are headings, which hold what the plan says, which belong to the page around it.

Rules:
- a labelled heading (“Pillar 1: …”) is a pillar; an unlabelled one under a pillar is a theme; a bare label
  (“Initiatives:”) is a heading of its own; without pillars, headings keep their own order of depth;
- a heading stands on its own line, has no final punctuation, and something follows it;
- a headline glued to its body (“Fighting fires: The two sides will …”) is a heading;
- the label or number of a heading belongs to it; a bullet does not;
- a list keeps the force of the clause before it: committing, refusing or none.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from suivi.plan.text import Span
from suivi.reader.blocks import Block
from suivi.reader.clauses import sentences_of
from suivi.reader.grammar import Setting, acts
from suivi.reader.headlines import headline_end
from suivi.reader.lexicon import compiled
from suivi.reader.own_words import own_words
from suivi.reader.sheets import label_of, read_sheets
from suivi.reader.source import Source
from suivi.reader.tables import ACTION_CELL, read_tables

LONGEST_HEADING: Final = 160
LONGEST_TITLE: Final = 300
MOST_WORDS_BEFORE_COLON: Final = 6

# In Korean papers squares mark subjects, circles and dashes what is said of them.
_SQUARES: Final = "□■◇◆❏❑❖"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading before it has an id: `kind` is pillar, theme or heading; `parent` an index or None."""

    kind: str
    label: str
    title: str
    start: int
    heading_end: int
    end: int
    parent: int | None
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to be read: `[start, end)`, under which heading (index or None), in which setting.

    `marked` is "initiative" or "aim" where the document says so, else empty; `listed` for a list item.
    """

    start: int
    end: int
    section: int | None
    setting: Setting
    marked: str = ""
    listed: bool = False


@dataclass(slots=True)
class Outline:
    """Headings and passages in reading order; `title` of the document; where its own words end.

    `times`: by the start of a passage, where its row of a table says when.
    """

    title: Span | None = None
    headings: list[Heading] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    end: int = 0
    times: dict[int, Span] = field(default_factory=dict)

    def part_of(self, section: int | None) -> int | None:
        """The index of the outermost heading a section lies under (itself if it is one), or None."""
        while section is not None and self.headings[section].parent is not None:
            section = self.headings[section].parent
        return section

    def pillar_of(self, section: int | None) -> int | None:
        """The index of the pillar a section lies under (itself if it is one), or None."""
        while section is not None and self.headings[section].kind != "pillar":
            section = self.headings[section].parent
        return section


def outline_of(source: Source, blocks: list[Block]) -> Outline:
    """The outline of the text."""
    kept = own_words(source, blocks)
    tables = read_tables(source, kept)
    kept = read_sheets(source, tables.blocks, tables.times)
    outline = Outline(end=kept[-1].end if kept else 0, times=tables.times)
    if kept and _is_title(source, kept):
        outline.title = Span(kept[0].body, kept[0].close)
        kept = kept[1:]
    _Builder(source, kept, outline).build()
    return outline


def _is_title(source: Source, kept: list[Block]) -> bool:
    first = kept[0]
    long = first.close - first.body > LONGEST_TITLE
    labelled = _matches(source, source.language.headings.pillar, first)
    return not (long or labelled or first.style.startswith("bullet") or source.flat[first.close - 1] in ".;:!?")


def _shown(words: str) -> str:
    return " ".join(words.split())


def _matches(source: Source, pattern: str, block: Block) -> bool:
    return compiled(pattern).match(source.flat, block.body, block.close) is not None


def _whole(source: Source, pattern: str, block: Block) -> bool:
    return compiled(pattern).fullmatch(source.flat, block.body, block.close) is not None


def _depth_of_number(style: str) -> int:
    """1 of “2.”, 2 of “2.1”, 3 of “2.1.1”; 0 of anything else."""
    kind, _, deep = style.partition(" ")
    return int(deep) if kind == "nested" else int(style.startswith("number 1"))


def _section_styles(source: Source, blocks: list[Block]) -> set[str]:
    """The styles of numbers that only ever stand before a title: at least two, none next to its like."""
    titles: dict[str, int] = {}
    others: set[str] = set()
    for before, block in zip([None, *blocks], blocks, strict=False):
        if not block.style.startswith(("number", "roman", "letter", "nested")):
            continue
        long = block.close - block.body > LONGEST_HEADING or source.flat[block.close - 1] in ".;,:"
        if long or (before is not None and before.style == block.style):
            others.add(block.style)
        titles[block.style] = titles.get(block.style, 0) + 1
    return {style for style, times in titles.items() if times > 1 and style not in others}


# Headings and passages


class _Builder:
    """Walks the blocks once, keeping the open headings and the force of the last lead-in."""

    def __init__(self, source: Source, blocks: list[Block], outline: Outline) -> None:
        self.source = source
        self.words = source.language.headings
        self.grammar = source.language.grammar()
        self.blocks = blocks
        self.outline = outline
        self.open: list[tuple[str, int]] = []  # style and index of each open heading, outermost first
        self.marked = ""
        self.force: Setting | None = Setting.DIRECTIVE  # of list items; None where their lead-in refuses
        self.has_pillars = any(_matches(source, self.words.pillar, block) for block in blocks)
        long = [block.parted for block in blocks if block.close - block.body > LONGEST_HEADING and not block.style]
        self.sections = _section_styles(source, blocks)
        self.spaced = 2 * sum(long) > len(long)  # whether blank lines part the paragraphs

    def build(self) -> None:
        for place, block in enumerate(self.blocks):
            self._take(place, block)
        self._close_headings()

    def _take(self, place: int, block: Block) -> None:
        source, words = self.source, self.words
        pillar = compiled(words.pillar).match(source.flat, block.body, block.close)
        if pillar and self._is_short(block):
            self._add_heading("pillar", block, label_end=pillar.end("label"), title_start=pillar.end(), style="pillar")
        elif label := compiled(words.action).match(source.flat, block.body, block.close):
            self._add_action(block, label.end("label"), label.end())
        elif label := compiled(words.initiatives).match(source.flat, block.body, block.close):
            self._add_label(block, label.end(), "initiative")
        elif label := compiled(words.doing).match(source.flat, block.body, block.close):
            self._add_label(block, label.end(), "")
        elif label := compiled(words.aims).match(source.flat, block.body, block.close):
            self._add_label(block, label.end(), "aim")
        elif self._is_heading(place, block):
            self._add_plain_heading(block)
        elif run_in := headline_end(source, self.grammar, block, directive=self._under_pillar()):
            self._add_run_in(block, *run_in)
        else:
            self._add_passage(block)

    def _is_short(self, block: Block) -> bool:
        return block.close - block.body <= 2 * LONGEST_HEADING

    # Headings

    def _is_heading(self, place: int, block: Block) -> bool:
        if block.style.startswith("#"):
            return True
        if block.close - block.body > LONGEST_HEADING or block.style in ("cell", ACTION_CELL):
            return False
        if _whole(self.source, self.words.dated, block) or self._is_value(place, block):
            return False
        if label_of(self.source, block)[0] or self.source.flat[block.body] in '“"«‘”':
            return False
        if self._is_numbered_bullet(block) and place + 1 < len(self.blocks):
            return True
        if self._numbers_go_deeper(place, block):
            return True
        if self.source.flat[block.close - 1] in ".;,!?" or place + 1 == len(self.blocks):
            return False
        if self.source.flat[block.close - 1] == ":" and not self._may_head_with_colon(block):
            return False
        if self.source.flat[block.close - 1] == ":" and self._leads_a_list(place):
            return False
        if block.style == "bold":
            return True
        return self._has_body(place, block)

    def _numbers_go_deeper(self, place: int, block: Block) -> bool:
        """Whether the block bears a number and the next one a number under it (1.2, then 1.2.1): it heads what follows."""
        if place + 1 == len(self.blocks) or self.source.flat[block.close - 1] in ".;,:":
            return False
        deep, below = (_depth_of_number(each.style) for each in (block, self.blocks[place + 1]))
        return 0 < deep < below

    def _is_numbered_bullet(self, block: Block) -> bool:
        """Whether a bullet stands before a short numbered title (« - II - Défense. »)."""
        if not block.style.startswith("bullet") or self.source.flat[block.close - 1] in ";,:!?":
            return False
        numbered = compiled(r"(?:[ivx]{1,5}|\d{1,2}) *[-–] +\w").match(self.source.flat, block.body, block.close)
        return numbered is not None and not self.grammar.tells(self.source.flat, block.body, block.close)

    def _is_value(self, place: int, block: Block) -> bool:
        """Whether the block only says what a label right above it asks for (“Lead:”, then a ministry)."""
        before = self.blocks[place - 1] if place else None
        return (
            before is not None
            and not (block.parted or block.style or before.style)
            and self.source.flat[before.close - 1] == ":"
        )

    def _may_head_with_colon(self, block: Block) -> bool:
        words = self.source.flat[block.body : block.close]
        short = len(words.split()) <= MOST_WORDS_BEFORE_COLON and "," not in words
        return short and not block.style and self._leads(block) is Setting.DIRECTIVE

    def _leads_a_list(self, place: int) -> bool:
        """Whether the items after the block go on with its sentence: they begin with a small letter."""
        following = self.blocks[place + 1]
        return following.style not in ("", "cell") and self.source.characters[following.body].islower()

    def _has_body(self, place: int, block: Block) -> bool:
        following = self.blocks[place + 1]
        if block.style.startswith("bullet"):
            return self._heads_a_list(place, block, following)
        if block.style in self.sections:
            return True
        if block.style:
            alone = following.style != block.style and (place == 0 or self.blocks[place - 1].style != block.style)
            followed_by_prose = not following.style and self._is_body(following)
            return alone and (followed_by_prose or not self._acts(block))
        if self.spaced and not block.parted and place > 0 and not following.style:
            return False
        listed = following.style.startswith(("number", "roman")) and not block.style
        if place == 0 and not (block.style or self.open or self._is_body(following)):
            return False  # the rest of a title
        return self._is_body(following) or listed or self._starts_section(place + 1)

    def _heads_a_list(self, place: int, block: Block, following: Block) -> bool:
        if following.style == block.style:
            return self._heads_its_equals(block)
        if following.style in ("", "cell"):
            return False
        if block.style[-1].isdigit():  # the document itself says how deep its lists go
            return following.style[-1] > block.style[-1] and not self._acts(block)
        if block.style[-1] in _SQUARES:
            return not self._acts(block, Setting.PROSE)
        # An item before the end of a lower list is no heading of it.
        return not self._acts(block) and all(style != following.style for style, _ in self.open)

    def _heads_its_equals(self, block: Block) -> bool:
        """Whether a short item without a verb heads the items after it, in a list whose other items are sentences."""
        words = self.source.flat[block.body : block.close].split()
        if len(words) > MOST_WORDS_BEFORE_COLON or block.style[-1].isdigit():
            return False
        return block.style in self._sentence_styles and not self._acts(block, Setting.PROSE)

    @cached_property
    def _sentence_styles(self) -> frozenset[str]:
        """The marks of lists most of whose items are sentences; counted once, however many items there are."""
        items = Counter(block.style for block in self.blocks)
        sentences = Counter(block.style for block in self.blocks if self.source.flat[block.close - 1] in ".;")
        return frozenset(style for style, count in sentences.items() if 2 * count > items[style])

    def _acts(self, block: Block, setting: Setting = Setting.DIRECTIVE) -> bool:
        return bool(acts(self.grammar, self.source.flat, block.body, block.close, setting))

    def _is_body(self, block: Block) -> bool:
        long = block.close - block.body > LONGEST_HEADING
        return (
            long
            or self.source.flat[block.close - 1] in ".;:!?"
            or block.style.startswith(("bullet", "letter"))
            or block.style == ACTION_CELL
        )

    def _starts_section(self, place: int) -> bool:
        block = self.blocks[place]
        patterns = (self.words.initiatives, self.words.action, self.words.aims)
        if any(_matches(self.source, pattern, block) for pattern in patterns):
            return True
        return place + 1 < len(self.blocks) and block.parted and self._is_body(self.blocks[place + 1])

    def _add_heading(self, kind: str, block: Block, *, label_end: int, title_start: int, style: str) -> None:
        source = self.source
        label = _shown(source.characters[block.body : label_end])
        title = _shown(source.characters[title_start : block.close])
        self._pop_to(style)
        parent = self.open[-1][1] if self.open else None
        end = max(label_end, block.close)
        self._push(style, Heading(kind, label, title, block.body, end, end, parent))

    def _add_plain_heading(self, block: Block) -> None:
        style = block.style or "plain"
        if self.has_pillars and not self._under_pillar():
            self._pop_to("")
            return self._push("front", self._plain("heading", block, None))
        if self.has_pillars and _whole(self.source, self.words.closing, block):
            self._pop_to("")
            return self._push("front", self._plain("heading", block, None))
        self._pop_to(style)
        parent = self.open[-1][1] if self.open else None
        heading = self._plain("theme" if self.has_pillars else "heading", block, parent)
        return self._push(style, replace(heading, outlined=not self.has_pillars))

    def _plain(self, kind: str, block: Block, parent: int | None) -> Heading:
        close = block.close - 1 if self.source.flat[block.close - 1] == ":" else block.close
        title = _shown(self.source.characters[block.body : close])
        start = block.start if block.style.startswith(("number", "roman", "letter", "nested")) else block.body
        label = _shown(self.source.characters[start : block.body])
        return Heading(kind, label, title, start, block.close, block.close, parent)

    def _under_pillar(self) -> bool:
        return bool(self.open) and self.open[0][0] == "pillar"

    def _pop_to(self, style: str) -> None:
        """Close the headings that `style` ends: down to its own kind, or all of them for a pillar."""
        styles = [kept for kept, _ in self.open]
        if style in ("pillar", ""):
            self.open = []
        elif style in styles:
            self.open = self.open[: styles.index(style)]
        else:
            self.open = [entry for entry in self.open if entry[0] not in ("label", "run-in", "action")]

    def _push(self, style: str, heading: Heading) -> None:
        self.outline.headings.append(heading)
        self.open.append((style, len(self.outline.headings) - 1))
        self.marked, self.force = "", Setting.DIRECTIVE

    def _add_label(self, block: Block, label_end: int, marked: str) -> None:
        source = self.source
        pillar = [entry for entry in self.open if entry[0] == "pillar"]
        kept = pillar or [entry for entry in self.open if entry[0] not in ("label", "run-in")]
        self.open = kept
        shown = _shown(source.characters[block.body : label_end]).strip(" :*_")
        heading_end = block.body + len(source.flat[block.body : label_end].rstrip(" *_"))
        label = Heading("heading", shown, "", block.body, heading_end, heading_end, kept[-1][1] if kept else None)
        self._push("label", label)
        self.marked, self.force = marked, Setting.LISTED
        if source.flat[label_end : block.close].strip():
            self._pass(label_end, block.close, Setting.LISTED, listed=False)

    def _add_action(self, block: Block, label_end: int, title_start: int) -> None:
        self._pop_to("action")
        source = self.source
        parent = self.open[-1][1] if self.open else None
        label = _shown(source.characters[block.body : label_end])
        title = _shown(source.characters[title_start : block.close])
        self._push("action", Heading("heading", label, title, block.body, block.close, block.close, parent))
        if title_start < block.close:
            self.marked = "initiative"
            self._pass(title_start, block.close, Setting.LISTED, listed=True)
        self.marked = ""

    def _add_run_in(self, block: Block, title_end: int, body: int) -> None:
        """Add a headline glued to its body; it ends with its colon, dash or full stop."""
        label = _shown(self.source.characters[block.body : title_end]).rstrip(" :–—.")
        self.open = [entry for entry in self.open if entry[0] not in ("label", "run-in")]
        start = block.start if block.style.startswith(("number", "roman", "letter", "nested")) else block.body
        kind = "theme" if self.has_pillars else "heading"
        parent = self.open[-1][1] if self.open else None
        heading = Heading(kind, label, "", start, title_end, title_end, parent, outlined=not self.has_pillars)
        self._push("run-in", heading)
        setting = Setting.DIRECTIVE if self._under_pillar() else Setting.PROSE
        self._pass(body, block.close, setting, listed=False)

    # Passages

    def _add_passage(self, block: Block) -> None:
        item = bool(block.style)
        if block.style == ACTION_CELL:
            self.marked, before = "initiative", self.marked
            self._pass(block.body, block.close, Setting.LISTED, listed=True)
            self.marked = before
            return
        if not item:
            self.force = self._leads(block)
        setting = self._item_setting() if item else self._paragraph_setting()
        self._pass(block.body, block.close, setting, listed=item)

    def _item_setting(self) -> Setting:
        """Of an item after words of praise only a sentence that commits by itself counts."""
        return Setting.PROSE if self.force is None else self.force or Setting.DIRECTIVE

    def _paragraph_setting(self) -> Setting:
        if self.marked == "initiative":
            return Setting.LISTED
        return Setting.DIRECTIVE if self._under_pillar() else Setting.PROSE

    def _leads(self, block: Block) -> Setting | None:
        """The force of a list after this block: LISTED if it commits, None if it refuses, else DIRECTIVE."""
        if self.marked == "initiative":
            return Setting.LISTED
        if self.source.flat[block.close - 1] != ":":
            return Setting.DIRECTIVE
        *_, (start, end) = sentences_of(self.source, block.body, block.close)
        return self.grammar.leads(self.source.flat, start, end)

    def _pass(self, start: int, end: int, setting: Setting, *, listed: bool) -> None:
        while start < end and self.source.flat[start] == " ":
            start += 1
        emphasised = compiled(r"\*\*[^*]{1,60}\*\*:? *").match(self.source.flat, start, end)
        start = emphasised.end() if emphasised and emphasised.end() < end else start
        section = self.open[-1][1] if self.open else None
        self.outline.passages.append(Passage(start, end, section, setting, self.marked, listed))

    # Ends

    def _close_headings(self) -> None:
        headings = self.outline.headings
        ends = [block.end for block in self.blocks]
        depth = [self._depth(place) for place in range(len(headings))]
        stack: list[int] = []
        last_end = 0
        cursor = 0
        for place in range(len(headings) + 1):
            start = headings[place].start if place < len(headings) else self.outline.end + 1
            while cursor < len(ends) and ends[cursor] <= start:
                last_end = ends[cursor]
                cursor += 1
            level = depth[place] if place < len(headings) else -1
            while stack and depth[stack[-1]] >= level:
                closed = stack.pop()
                headings[closed] = replace(headings[closed], end=max(headings[closed].heading_end, last_end))
            if place < len(headings):
                stack.append(place)

    def _depth(self, place: int) -> int:
        depth, parent = 0, self.outline.headings[place].parent
        while parent is not None:
            depth, parent = depth + 1, self.outline.headings[parent].parent
        return depth
