"""Outline: which blocks are headings, which hold what the plan says, which belong to the page around it.

Rules:
- a labelled heading (“Pillar 1: …”) is a pillar; an unlabelled one under a pillar is a theme; a bare label
  (“Initiatives:”) is a heading of its own; without pillars, headings keep their own order of depth;
- which other blocks are headings is told by `heading_signs.py`;
- a headline glued to its body (“Fighting fires: The two sides will …”) is a heading;
- the label or number of a heading belongs to it; a bullet does not;
- a list keeps the force of the clause before it: committing, refusing or none.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, NamedTuple
from unicodedata import combining, normalize

from suivi.plan.text import Span
from suivi.reader.blocks import Block
from suivi.reader.grammar import Setting
from suivi.reader.heading_signs import LONGEST_HEADING, NUMBERED, HeadingSigns, fits, matches
from suivi.reader.headlines import FEW_WORDS, emphasised, headline_end, pointed_title
from suivi.reader.lexicon import compiled
from suivi.reader.own_words import own_words
from suivi.reader.sheets import column_of, label_of, read_sheets
from suivi.reader.source import Source
from suivi.reader.tables import ACTION_CELL, read_tables

_ARTICLE, _DIRECTIVE, _LISTED, _PROSE = Setting.ARTICLE, Setting.DIRECTIVE, Setting.LISTED, Setting.PROSE

LONGEST_TITLE: Final = 300
FEWEST_WORDS_OF_SUBTITLE: Final = 4
FEWEST_WHERE_WORDS_SAY_MORE: Final = 2  # a Korean word bears its particles
LONGEST_STEP_OF_SITE: Final = 60
MOST_OF_WORDS: Final = 0.8
MOST_WORDS_OF_RUBRIC: Final = 2
WORDS_OF_TITLE: Final = 8
FEW_BLOCKS: Final = 5
LONGEST_DAY: Final = 32
LONGEST_LONE: Final = 24  # letters of the only heading of a text
NOTES: Final = ("bullet ※", "bullet *")
"""What they open details what was said before (R5); a star only among the squares and circles of Korean papers."""

_DASHES: Final = ("bullet -", "bullet –", "bullet —")
_SQUARES: Final = frozenset({"bullet □", "bullet ㅇ", "bullet ○", "bullet ◦"})


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


class Passage(NamedTuple):
    """Words to be read: `[start, end)`, under which heading (index or None), in which setting.

    `marked` is "initiative" or "aim" where the document says so, else empty; `listed` for a list item; `told` where
    the part it stands in tells what was or is; `heads` where the words are those of a heading that a sentence leads to.
    """

    start: int
    end: int
    section: int | None
    setting: Setting
    marked: str = ""
    listed: bool = False
    told: bool = False
    heads: bool = False


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
    kept = _with_their_titles(source, read_sheets(source, tables.blocks, tables.times))
    outline = Outline(end=kept[-1].end if kept else 0, times=tables.times)
    while len(kept) > 1 and not kept[0].style and _is_day(source, kept[0]):
        kept = kept[1:]  # the day a page was published stands above its title
    if kept and _is_title(source, kept):
        outline.title = Span(kept[0].body, kept[0].close)
        told = _bare(source.flat[kept[0].body : kept[0].close])
        again = [_bare(source.flat[block.body : block.close]) == told for block in kept[1 : 1 + FEW_BLOCKS]]
        kept = [*(block for block, same in zip(kept[1:], again, strict=False) if not same), *kept[1 + FEW_BLOCKS :]]
    _Builder(source, kept, outline).build()
    return outline


def _with_their_titles(source: Source, kept: list[Block]) -> list[Block]:
    """The blocks, where a bare label (“Objective 1:”, “Article 1”) takes the short line below it as its title."""
    whole: list[Block] = []
    for block in kept:
        label = whole[-1] if whole else None
        short = block.close - block.body <= LONGEST_HEADING and source.flat[block.close - 1] not in ".;:!?"
        if label is not None and short and not block.style and _lacks_title(source, label, block):
            whole[-1] = label._replace(end=block.end, close=block.close)
        else:
            whole.append(block)
    return whole


def _lacks_title(source: Source, label: Block, following: Block) -> bool:
    """Whether the block is a bare label, so that the line below it may be its title; a blank line parts only an article from it."""
    if fits(source, source.language.headings.article_label, label):
        return True
    return not following.parted and fits(source, source.language.headings.pillar, label)


def _is_day(source: Source, block: Block) -> bool:
    """Whether the block says a day and no more (“26 May 2015”)."""
    day = compiled(r"(?:\w{3,9}\.?,? |le ){0,2}\d{1,2}(?:st|nd|rd|th|er)?,? ")
    short = block.close - block.body <= LONGEST_DAY and day.match(source.flat, block.body, block.close)
    return bool(short) and fits(source, source.language.headings.dated, block)


def _is_title(source: Source, kept: list[Block]) -> bool:
    first = kept[0]
    long = first.close - first.body > LONGEST_TITLE
    words = source.language.headings
    labelled = matches(source, words.pillar, first) or matches(source, words.article_label, first)
    return not (long or labelled or first.style.startswith("bullet") or source.flat[first.close - 1] in ".;:!?")


def _bare(words: str) -> list[str]:
    """The words without accents, which capitals often lack."""
    return "".join(letter for letter in normalize("NFD", words) if not combining(letter)).split()


def _shown(words: str) -> str:
    return " ".join(words.split())


def _marks_of_notes(source: Source, blocks: list[Block]) -> frozenset[str]:
    squared = source.language.cues.behind and any(block.style in (*_SQUARES, *NOTES[:1]) for block in blocks)
    return frozenset(NOTES if squared else NOTES[:1])


# Headings and passages


class _Builder(HeadingSigns):
    """Walks the blocks once, keeping the open headings and the force of the last lead-in."""

    def __init__(self, source: Source, blocks: list[Block], outline: Outline) -> None:
        super().__init__(source, blocks)
        self.outline = outline
        words = self.words
        patterns = (
            words.pillar,
            words.action,
            words.sheet,
            words.initiatives,
            words.doing,
            words.aims,
            words.run_in_article,
        )
        self.labels = "|".join(f"(?:{compiled(r'[?]P<[a-z]+>').sub('?:', pattern)})" for pattern in patterns)
        self.led = False  # whether a colon leads to what comes
        self.led_to_verb = False  # and its verb is yet to come
        self.led_by_item = False
        self.noted = False  # whether a note came last
        self.before_note = ""  # the style of what it is a note to
        self.promising_style: str | None = None  # of the headings that say what is promised
        self.told: set[int] = set()  # headings of parts that tell what was
        self.articles: set[int] = set()
        self.sheets: set[int] = set()
        self.notes = _marks_of_notes(source, blocks)
        self.force: Setting | None = _DIRECTIVE  # of list items; None where their lead-in refuses
        self.has_pillars = any(matches(source, self.words.pillar, block) for block in blocks)

    def build(self) -> None:
        for place, block in enumerate(self.blocks):
            self._take(place, block)
        self._close_headings()

    def _take(self, place: int, block: Block) -> None:
        if self._is_between_dashes(block) or self.is_headline_again(block) or self._ends_title(place, block):
            return
        if self._take_column(block):
            return
        if compiled(self.labels).match(self.source.flat, block.body, block.close) and self._take_label(block):
            return
        if self.is_heading(place, block):
            if not self._is_subtitle(place, block):
                led = self._is_led_to(block)
                self._add_plain_heading(block)
                self._add_promise_of_heading(block, block.close, led=led)
        elif bold := emphasised(self.source, block):
            self._add_run_in(block._replace(body=bold[0], style=""), bold[1], bold[2], listed=bool(block.style))
        elif block.style in self.purposed and (purposed := self.purposed_title(block)):
            self._add_run_in(block, *purposed, listed=True, setting=self._item_setting())
        elif run_in := self._headline(block):
            led = self._is_led_to(block)
            place_of_body = len(self.outline.passages)
            self._add_run_in(block, *run_in)
            self._add_promise_of_heading(block, run_in[0], led=led, at=place_of_body)
        else:
            self._add_passage(block)

    def _ends_title(self, place: int, block: Block) -> bool:
        """Whether the line right below the title says what the paper is (“추진계획”), be it a label elsewhere."""
        below = place == 0 and self.outline.title is not None and not (block.parted or block.style)
        return below and fits(self.source, self.words.paper, block)

    def _is_between_dashes(self, block: Block) -> bool:
        """Whether the line stands between dashes, as what a Korean title adds does (“- 10개 분야 협력 합의 -”)."""
        dashed = block.style in _DASHES and self.source.language.cues.behind
        return dashed and self.source.flat[block.close - 1] in "-–—"

    def _take_column(self, block: Block) -> bool:
        """Whether the line is a cell of a table written as a line (“과제명: …”), which is then taken by what its label says."""
        if block.style or not self.source.language.cues.behind:
            return False
        kind, value = column_of(self.source, block)
        if kind not in ("action", "detail") or matches(self.source, self.words.initiatives, block):
            return False
        details = kind == "detail" and self._names_actions
        before, self.marked = self.marked, "" if details else "initiative"
        self._pass(value, block.close, _PROSE if details else _LISTED, listed=not details, told=details)
        self.marked = before
        return True

    @cached_property
    def _names_actions(self) -> bool:
        """Whether lines of the text name actions by a label, so that others only detail them."""
        return any(not block.style and column_of(self.source, block)[0] == "action" for block in self.blocks)

    def _take_label(self, block: Block) -> bool:
        """Whether a label opens the block, which is then taken by what the label says."""
        source, words = self.source, self.words
        pillar = compiled(words.pillar).match(source.flat, block.body, block.close)
        if pillar and self._is_short(block):
            self._add_heading("pillar", block, label_end=pillar.end("label"), title_start=pillar.end(), style="pillar")
        elif label := compiled(words.action).match(source.flat, block.body, block.close):
            self._add_action(block, label.end("label"), label.end())
        elif label := compiled(words.sheet).match(source.flat, block.body, block.close):
            self._add_sheet(block, label.end("label"), label.end())
        elif label := compiled(words.initiatives).match(source.flat, block.body, block.close):
            self._add_label(block, label.end(), "initiative")
        elif label := compiled(words.doing).match(source.flat, block.body, block.close):
            self._add_label(block, label.end(), "")
        elif label := compiled(words.aims).match(source.flat, block.body, block.close):
            self._add_label(block, label.end(), "aim")
        elif article := compiled(words.run_in_article).match(source.flat, block.body, block.close):
            self._add_run_in(block, article.end(), self._after_mark(article.end(), block.close))
        else:
            return False
        return True

    def _is_led_to(self, block: Block) -> bool:
        """Whether the heading says what a sentence before it leads to (“will work together to:”, then “1. Protect …”)."""
        style = block.style or "plain"
        first = self.led_to_verb and self.led and self.force is _LISTED
        if not (first or style == self.promising_style):
            return False
        acting = self.grammar.begins_with_verb(self.source.flat, block.body, block.close)
        if first or not acting:
            self.promising_style = style if acting else None
        return acting

    def _add_promise_of_heading(self, block: Block, end: int, *, led: bool, at: int | None = None) -> None:
        if led:
            section = self.open[-1][1]
            while self.source.flat[end - 1] in " :–—":
                end -= 1
            passage = Passage(block.body, end, section, _DIRECTIVE, "", True, False, True)
            self.outline.passages.insert(len(self.outline.passages) if at is None else at, passage)

    def _headline(self, block: Block) -> tuple[int, int] | None:
        if self._opens_with_a_city(block):
            return None
        serial = block.style in self.run_ins
        found = headline_end(self.source, self.grammar, block, directive=self._under_pillar(), serial=serial)
        if (
            found is None
            and not (block.style or self._under_pillar())
            and pointed_title(self.source, self.grammar, block)
        ):
            return pointed_title(self.source, self.grammar, block) if self._has_pointed_titles else None
        return found

    @cached_property
    def _has_pointed_titles(self) -> bool:
        """Whether several paragraphs open with a short title and its full stop (« Défense. Nous … »), so that longer ones may."""
        titles = [
            self.source.flat.count(" ", block.body, title[0])
            for block in self.blocks
            if not block.style and (title := pointed_title(self.source, self.grammar, block))
        ]
        return len(titles) > 1 and min(titles) < FEW_WORDS

    def _opens_with_a_city(self, block: Block) -> bool:
        """Whether the first words of a dispatch say where it was given out (“Tunis — The meeting …”), as no later ones do."""
        if block.start not in [each.start for each in self.blocks[:2]] or block.style:
            return False
        opens = compiled(
            r"[^\W\d_][\w'-]+ [–—] |[A-ZÀ-Ý]{4,}: (?=[A-ZÀ-Ý][a-z])|[A-Z][\w'-]+(?:,? [A-Z][\w.]+){0,2}(?:,? [\d.]+)? : (?=[A-Z])"
        )
        characters = self.source.characters
        return opens.match(characters, block.body, block.close) is not None and not any(
            opens.match(characters, each.body, each.close) for each in self.blocks if each.start > block.start
        )

    def _is_subtitle(self, place: int, block: Block) -> bool:
        """Whether the block restates the title, or goes on with it: right after it, and no other heading is written so."""
        if place < FEW_BLOCKS and self._restates_title(block):
            return True
        if place < FEW_BLOCKS and not block.style and matches(self.source, self.words.headline, block):
            return True  # the news in a sentence
        if self.source.language.cues.behind and not block.style and self._is_alone(place, block):
            return True
        if place < FEW_BLOCKS and self.outline.title is not None and fits(self.source, self.words.subtitle, block):
            said = [passage for passage in self.outline.passages if self.source.flat[passage.end - 1] in ".;:"]
            if not (said or self.outline.headings):
                return True
        if place < FEW_BLOCKS and self._is_alone_in_capitals(place, block):
            return True
        if 0 < place < FEW_BLOCKS and self._are_lines_of_title(place):
            later = enumerate(self.blocks[place + 1 :], place + 1)
            return not any(not each.style and self.is_heading(other, each) for other, each in later)
        fewest = FEWEST_WHERE_WORDS_SAY_MORE if self.source.language.cues.behind else FEWEST_WORDS_OF_SUBTITLE
        few = self.source.flat.count(" ", block.body, block.close) < fewest
        if place or few or block.style or self.outline.title is None:
            return False
        if self.has_pillars:
            return not block.parted
        if not block.parted and self._are_capitals(block, self.outline.title):
            return True
        if (
            self._is_rubric(self.outline.title)
            and self.source.flat.count(" ", block.body, block.close) > WORDS_OF_TITLE
        ):
            return True
        others = (each for other, each in enumerate(self.blocks) if other and self.is_heading(other, each))
        first = next(others, None)
        if first is None:  # a long line, or one in capitals, that is the only heading of all
            words = self.source.characters[block.body : block.close]
            return self.source.language.cues.behind or words.isupper() or words.count(" ") > WORDS_OF_TITLE
        return bool(first.style) and all(each.style for each in others)

    def _is_alone_in_capitals(self, place: int, block: Block) -> bool:
        """Whether the line is the title in capitals, below the name of a site or ministry: nothing was read, and no other is written so."""
        characters = self.source.characters
        few = self.source.flat.count(" ", block.body, block.close) < FEWEST_WORDS_OF_SUBTITLE
        begun = (
            self.outline.headings
            or self.outline.title is None
            or place != sum(map(self._is_short_line, self.blocks[:place]))
        )
        if few or begun or block.style or not characters[block.body : block.close].isupper():
            return False
        later = (each for other, each in enumerate(self.blocks) if other > place and self.is_heading(other, each))
        return not any(characters[each.body : each.close].isupper() for each in later)

    def _is_short_line(self, block: Block) -> bool:
        return block.close - block.body <= LONGEST_STEP_OF_SITE and self.source.flat[block.close - 1] not in ".;:"

    def _are_capitals(self, block: Block, title: Span) -> bool:
        """Whether the line below the title goes on with it in capitals."""
        written = (self.source.characters[block.body : block.close], self.source.characters[title.start : title.end])
        return all(words.isupper() for words in written)

    def _is_rubric(self, title: Span) -> bool:
        """Whether what stands first is a rubric of a journal in capitals (« POLITIQUE »), above the title itself."""
        words = self.source.characters[title.start : title.end]
        return words.isupper() and len(words.split()) <= MOST_WORDS_OF_RUBRIC

    def _is_alone(self, place: int, block: Block) -> bool:
        """Whether the line names the paper above its first words, or is the only one of all that seems to head anything."""
        begun = bool(self.outline.passages or self.outline.headings)
        named = compiled(rf"{self.words.paper}$").search(self.source.flat, block.body, block.close)
        if named is not None and not begun and self.outline.title is not None:
            return True
        titled = begun and block.close - block.body <= LONGEST_LONE
        labelled = matches(self.source, self.words.article_label, block) or fits(self.source, self.words.closing, block)
        return not (titled or labelled) and self._headings_by_look == 1

    @cached_property
    def _headings_by_look(self) -> int:
        """How many blocks look like headings, by how they are written and by their neighbours; counted once."""
        labelled = compiled(self.labels)
        return sum(
            labelled.match(self.source.flat, block.body, block.close) is not None or self.is_heading(place, block)
            for place, block in enumerate(self.blocks)
        )

    def _are_lines_of_title(self, place: int) -> bool:
        """Whether all up to there stand right below the title, line by line, and none says a sentence."""
        lines = self.blocks[: place + 1]
        return self.outline.title is not None and not any(
            line.parted or line.style or self._is_body(line) for line in lines
        )

    def _restates_title(self, block: Block) -> bool:
        title = self.outline.title
        flat = self.source.flat
        words = _bare(flat[block.body : block.close])
        told = _bare(flat[title.start : title.end]) if title is not None else []
        more = self.source.language.cues.behind and len(told) > 1 and words[: len(told)] == told  # “… 공동선언 사진”
        if len(words) > FEWEST_WORDS_OF_SUBTITLE and sum(word in told for word in words) >= MOST_OF_WORDS * len(words):
            return True
        return more or (len(words) > 1 and told[: len(words)] == words)

    def _after_mark(self, start: int, end: int) -> int:
        """Where the words of an article begin behind its title and the number of its first paragraph."""
        mark = compiled(r"[. ]*(?:[①-⑳]|\(?1[.)])? *").match(self.source.flat, start, end)
        return mark.end() if mark else start

    def _is_short(self, block: Block) -> bool:
        return block.close - block.body <= 2 * LONGEST_HEADING

    # Headings

    def _add_heading(self, kind: str, block: Block, *, label_end: int, title_start: int, style: str) -> None:
        source = self.source
        label = _shown(source.characters[block.body : label_end])
        title = _shown(source.characters[title_start : block.close])
        self._pop_to(style)
        parent = self.open[-1][1] if self.open else None
        end = max(label_end, block.close)
        begins = block.start if block.style.startswith(NUMBERED) else block.body  # “2.1 Axis 1: …”
        self._push(style, Heading(kind, label, title, begins, end, end, parent))

    def _add_plain_heading(self, block: Block) -> None:
        style = block.style or "plain"
        if self.has_pillars and not self._under_pillar():
            self._pop_to("")
            self._push("front", self._plain("heading", block, None))
            return
        if self.has_pillars and fits(self.source, self.words.closing, block):
            self._pop_to("")
            self._push("front", self._plain("heading", block, None))
            return
        of_areas = self.led and self.force is None and block.start in self.heads_by_colon
        self._pop_to(style)
        parent = self.open[-1][1] if self.open else None
        heading = self._plain("theme" if self.has_pillars else "heading", block, parent, outlined=not self.has_pillars)
        self._push(style, heading)
        if of_areas:  # “initiatives in the following areas:”, and a label before each few of them
            self.led, self.force = True, None

    def _plain(self, kind: str, block: Block, parent: int | None, *, outlined: bool = False) -> Heading:
        close = block.close - 1 if self.source.flat[block.close - 1] == ":" else block.close
        title = _shown(self.source.characters[block.body : close])
        start = block.start if block.style.startswith(NUMBERED) else block.body
        label = _shown(self.source.characters[start : block.body])
        return Heading(kind, label, title, start, block.close, block.close, parent, outlined)

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
        index = len(self.outline.headings) - 1
        self.open.append((style, index))
        under = heading.parent in self.told and self._holds_lower_headings(heading.parent)
        if under or compiled(self.words.told).fullmatch((heading.title or heading.label).lower()):
            self.told.add(index)
        if compiled(self.words.article_label).match(f"{heading.label} {heading.title}".strip().lower()):
            self.articles.add(index)
        self.marked, self.force, self.led, self.noted = "", _DIRECTIVE, False, False

    def _holds_lower_headings(self, parent: int) -> bool:
        """Whether what is written as a heading holds headings of another mark: a plain “Background” before “1. Trade” does not."""
        plain = any(style in ("plain", "front") and index == parent for style, index in self.open)
        return self.source.language.cues.behind or not plain

    def _add_label(self, block: Block, label_end: int, marked: str) -> None:
        source = self.source
        pillar = [entry for entry in self.open if entry[0] == "pillar"]
        kept = pillar or [entry for entry in self.open if entry[0] not in ("label", "run-in")]
        self.open = kept
        self.told.difference_update(index for _, index in kept)
        shown = _shown(source.characters[block.body : label_end]).strip(" :*_")
        heading_end = block.body + len(source.flat[block.body : label_end].rstrip(" *_"))
        begins = block.start if block.style.startswith(NUMBERED) else block.body
        label = Heading("heading", shown, "", begins, heading_end, heading_end, kept[-1][1] if kept else None)
        self._push("label", label)
        self.marked, self.force = marked, _LISTED
        if source.flat[label_end : block.close].strip():
            self._pass(label_end, block.close, _LISTED, listed=False)
            if marked == "aim":
                self.marked, self.force = "", _DIRECTIVE  # it has said what it marks

    def _add_action(self, block: Block, label_end: int, title_start: int) -> None:
        self._pop_to("action")
        source = self.source
        parent = self.open[-1][1] if self.open else None
        label = _shown(source.characters[block.body : label_end])
        title = _shown(source.characters[title_start : block.close])
        begins = block.start if block.style.startswith(NUMBERED) else block.body
        self._push("action", Heading("heading", label, title, begins, block.close, block.close, parent))
        if title_start < block.close:
            self.marked = "initiative"
            self._pass(title_start, block.close, _LISTED, listed=True)
        self.marked = ""

    def _add_sheet(self, block: Block, label_end: int, title_start: int) -> None:
        """Add the heading of a project: its title is a name, and what stands below says what is to be done."""
        acts = self.grammar.begins_with_verb(self.source.flat, title_start, block.close)
        if not self._is_short(block):
            self._add_passage(block)
        elif acts:
            self._add_action(block, label_end, title_start)
        else:
            self._add_heading("heading", block, label_end=label_end, title_start=title_start, style="action")
            self.sheets.add(self.open[-1][1])

    def _add_run_in(
        self, block: Block, title_end: int, body: int, *, listed: bool = False, setting: Setting | None = None
    ) -> None:
        """Add a headline glued to its body; it ends with its colon, dash or full stop."""
        label = _shown(self.source.characters[block.body : title_end]).rstrip(" :–—.")
        self.open = [entry for entry in self.open if entry[0] not in ("label", "run-in")]
        start = block.start if block.style.startswith(NUMBERED) else block.body
        kind = "theme" if self.has_pillars else "heading"
        parent = self.open[-1][1] if self.open else None
        heading = Heading(kind, label, "", start, title_end, title_end, parent, outlined=not self.has_pillars)
        self._push("run-in", heading)
        self._pass(body, block.close, self._run_in_setting() if setting is None else setting, listed=listed)
        if self.source.flat[block.close - 1] == ":":
            self.force = self.leads(block)

    def _run_in_setting(self) -> Setting:
        if self._in_article():
            return _ARTICLE
        return _DIRECTIVE if self._under_pillar() else _PROSE

    # Passages

    def _add_passage(self, block: Block) -> None:
        item = bool(block.style)
        if not item and label_of(self.source, block)[0]:  # “Lead: …”: whatever the list above it commits to
            self.marked, before = "", self.marked
            self._pass(block.body, block.close, _PROSE, listed=False)
            self.marked = before
            return
        if block.style == ACTION_CELL:
            self.marked, before = "initiative", self.marked
            self._pass(block.body, block.close, _LISTED, listed=True)
            self.marked = before
            return
        if not item and self.led and self.source.characters[block.body].islower():
            item = True  # an item without a mark: the sentence that leads to it goes on in it
        if item and self.led_by_item and not self.source.characters[block.body].islower():
            self.force, self.led_by_item = _DIRECTIVE, False
        if not item:
            self.force = self.leads(block)
            self.led = self.source.flat[block.close - 1] == ":"
            ends = compiled(self.words.unfinished).search(
                self.source.flat, max(block.body, block.close - 8), block.close
            )
            self.led_to_verb = self.led and ends is not None
        numbered = block.style.startswith(("number", "roman", "nested")) and self._in_article()
        numbered = numbered and not (self.source.language.cues.behind or (self.led and self.force is _LISTED))
        setting = self._item_setting() if item and not numbered else self._paragraph_setting()
        if block.style.startswith("article"):
            setting, item = _ARTICLE, False
        note = block.style in self.notes
        below = self.noted and block.style in _DASHES and block.style != self.before_note  # what details the note
        self.noted = note or below
        if not self.noted:
            self.before_note = block.style
        self._pass(block.body, block.close, setting, listed=item, told=note or below)
        if item and self.source.flat[block.close - 1] == ":":
            self.force, self.led_by_item = self.leads(block), True  # of the items it leads to
        elif item and compiled(self.words.naming).search(self.source.flat, block.body, block.close):
            self.force = None

    def _item_setting(self) -> Setting:
        """Of an item after words of praise only a sentence that commits by itself counts."""
        return _PROSE if self.force is None else self.force or _DIRECTIVE

    def _paragraph_setting(self) -> Setting:
        if self.marked == "initiative":
            return _LISTED
        if self._in_article():
            return _ARTICLE
        in_sheet = bool(self.open) and self.open[-1][1] in self.sheets
        return _DIRECTIVE if in_sheet or self._under_pillar() else _PROSE

    def _in_article(self) -> bool:
        return any(index in self.articles for _, index in self.open)

    def _pass(self, start: int, end: int, setting: Setting, *, listed: bool, told: bool = False) -> None:
        while start < end and self.source.flat[start] == " ":
            start += 1
        emphasised = compiled(r"\*\*[^*]{1,60}\*\*:? *").match(self.source.flat, start, end)
        start = emphasised.end() if emphasised and emphasised.end() < end else start
        section = self.open[-1][1] if self.open else None
        told = told or section in self.told
        self.outline.passages.append(Passage(start, end, section, setting, self.marked, listed, told))

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
