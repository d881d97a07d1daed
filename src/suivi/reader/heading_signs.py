"""Heading signs: whether a block heads what follows it, by how it is written and by its neighbours.

Rules:
- a heading stands on its own line, has no final punctuation, and something follows it;
- a number heads the numbers under it (1.2, then 1.2.1), whatever its words; a sentence heads nothing;
- an item heads the items after it where the document says how deep its lists go, or by the marks it uses.
"""

from collections import Counter
from functools import cached_property
from itertools import islice, pairwise
from typing import Final

from suivi.reader.blocks import Block
from suivi.reader.clauses import sentences_of
from suivi.reader.grammar import Setting, acts
from suivi.reader.headlines import numbered_title
from suivi.reader.lexicon import NEVER, compiled
from suivi.reader.sheets import label_of
from suivi.reader.source import Source
from suivi.reader.tables import ACTION_CELL

_DIRECTIVE, _LISTED, _PROSE = Setting.DIRECTIVE, Setting.LISTED, Setting.PROSE

LONGEST_HEADING: Final = 160
MOST_WORDS_BEFORE_COLON: Final = 6
WORDS_OF_SENTENCE: Final = 9
FEWEST_BLANKS_AGAIN: Final = 3  # a heading of fewer words returns under every part
LONGEST_LABEL: Final = 90  # letters of a line that heads a list by its colon
LONGEST_OF_LABELS: Final = 40  # “Lead agencies:”
LABEL: Final = 12  # “(지표) …”
FIRST_LINES: Final = 12
LONGEST_BRACKETED: Final = 32
LONGEST_ASKING: Final = 60  # letters of “Responsible ministries and agencies:”
LONGEST_ARTICLE: Final = 16  # “Article 12”
NUMBERED: Final = ("number", "roman", "letter", "nested", "korean")
"""The marks that belong to the heading they stand before, as bullets do not."""

# In Korean papers squares mark subjects, circles and dashes what is said of them.
_SQUARES: Final = "□■◇◆❏❑❖◈▣"

# Between the names of those who agree, each on a line of its own.
LONGEST_JOINT: Final = 9
_JOINTS: Final = ("entre", "et", "d'une part", "between", "and")

_IN_A_SERIES: Final = r"[;,] *(?:and|or|et|ou|puis)$"
_LAST_LETTERS: Final = "drtus"  # of those words


class HeadingSigns:
    """What tells the headings among the blocks of one document; `open` and `marked` say where the walk stands.

    `open` holds style and index of each open heading, outermost first; `marked` is "initiative" or "aim" where the
    document says so, else empty.
    """

    def __init__(self, source: Source, blocks: list[Block]) -> None:
        self.source = source
        self.words = source.language.headings
        self.grammar = source.language.grammar()
        self.blocks = blocks
        self.open: list[tuple[str, int]] = []
        self.marked = ""
        long = [block.parted for block in blocks if block.close - block.body > LONGEST_HEADING and not block.style]
        self.sections = section_styles(source, blocks)
        self.pointed = self._pointed_styles()
        self.run_ins = self._run_in_styles()
        self.purposed = self._purposed_styles()
        self.dashed = self._dashed_titles()
        self.spaced = 2 * sum(long) > len(long)  # whether blank lines part the paragraphs

    def is_heading(self, place: int, block: Block) -> bool:
        """Whether the block at `place` heads what follows it."""
        if block.style.startswith("#"):
            return True
        if place + 1 < len(self.blocks) and self._is_bracketed(block):
            return self._has_bracketed_titles
        short = block.close - block.body <= LONGEST_ARTICLE and place + 1 < len(self.blocks)
        if (
            (short or self._is_titled(block))
            and not block.style
            and matches(self.source, self.words.article_label, block)
        ):
            return True
        if block.close - block.body > LONGEST_HEADING or block.style in ("cell", ACTION_CELL):
            return False
        if self.source.flat[block.close - 1] in ";," and block.style not in self.pointed:
            return False  # an item of a list, as most blocks are
        if not block.style and self.source.characters[block.body].islower():
            return False
        if compiled(r"[^\W\d_]").search(self.source.flat, block.body, block.close) is None:
            return False  # a number alone
        if self._is_dated(block) or self._is_value(place, block) or self._is_aside(block) or self._joins(place):
            return False
        if label_of(self.source, block)[0] or self.source.flat[block.body] in '“"«‘”':
            return False
        if self._is_numbered_bullet(block) and place + 1 < len(self.blocks):
            return True
        if self._numbers_go_deeper(place, block):
            return True
        if (block.style.startswith("bullet") or not block.style) and (self._is_sentence(block) or self._tells(block)):
            return False
        if self.source.flat[block.close - 1] in _LAST_LETTERS and self._is_in_a_series(block):
            return False
        if self._is_question(place, block):
            return True
        if self.source.flat[block.close - 1] in ".;,!?" or place + 1 == len(self.blocks):
            return block.style in self.pointed and place + 1 < len(self.blocks)
        if self.source.flat[block.close - 1] == ":" and not self._may_head_with_colon(block):
            return False
        if self.source.flat[block.close - 1] == ":" and self._leads_a_list(place):
            return False
        if block.style == "bold":
            return True
        return self._has_body(place, block) and not self._says_a_sentence(block)

    def _says_a_sentence(self, block: Block) -> bool:
        """Whether a line of many words has a finite verb or is a recital, as the first lines of the news and of agreements are, be it without a full stop."""
        many = not block.style and self.source.flat.count(" ", block.body, block.close) >= WORDS_OF_SENTENCE
        recital = many and matches(self.source, self.words.recital, block)
        return many and (recital or self.grammar.tells(self.source.flat, block.body, block.close))

    def _is_bracketed(self, block: Block) -> bool:
        """Whether the line stands in square or angled brackets, as titles do and the names of who speaks."""
        return (
            block.style in ("", "bold")
            and self.source.language.cues.behind
            and block.close - block.body <= LONGEST_BRACKETED
            and fits(self.source, self.words.bracketed, block)
        )

    @cached_property
    def _has_bracketed_titles(self) -> bool:
        """Whether several lines stand in brackets, so that each heads what is below it."""
        return sum(self._is_bracketed(block) for block in self.blocks) > 1

    def _is_dated(self, block: Block) -> bool:
        """Whether the block is a line of place and date; one without a digit need not be looked at."""
        digit = compiled(r"\d").search(self.source.flat, block.body, block.close)
        return digit is not None and fits(self.source, self.words.dated, block)

    def _is_question(self, place: int, block: Block) -> bool:
        """Whether a question stands on its own line above what answers it (« Comment y parviendrons-nous ? »)."""
        if self.source.flat[block.close - 1] != "?" or block.style or place + 1 == len(self.blocks):
            return False
        asks = matches(self.source, self.words.asks, block)
        return asks and block.parted and self._is_body(self.blocks[place + 1])

    def _joins(self, place: int) -> bool:
        """Whether the line, or the one above, is a bare conjunction, as between the parties to an agreement."""
        return any(
            block.close - block.body <= LONGEST_JOINT
            and self.source.flat[block.body : block.close].strip(" :") in _JOINTS
            for block in self.blocks[max(0, place - 1) : place + 1]
        )

    def _is_aside(self, block: Block) -> bool:
        """Whether the line stands in round brackets or behind a label in such, or its many words stand on another line too, as a page says them again."""
        flat = self.source.flat
        if block.style or not self.source.language.cues.behind:
            return False
        if flat[block.body] == "(" and (
            flat[block.close - 1] == ")" or flat.find(")", block.body) < block.body + LABEL
        ):
            return True
        words = flat[block.body : block.close]
        if words.count(" ") < FEWEST_BLANKS_AGAIN:
            return False
        return self._short_lines[words] > 1 or any(
            line != words and (words in line or line in words) for line in self._first_lines
        )

    def is_headline_again(self, block: Block) -> bool:
        """Whether the line is a headline that a page shows more than once: no full stop, and many words."""
        if block.style or not self.source.language.cues.behind or self.source.flat[block.close - 1] == ".":
            return False
        words = self.source.flat[block.body : block.close]
        return words.count(" ") >= FEWEST_BLANKS_AGAIN and self._short_lines[words] > 1

    @cached_property
    def _short_lines(self) -> Counter[str]:
        """How often each short line without a mark stands in the text."""
        lines = (block for block in self.blocks if not block.style and block.close - block.body <= LONGEST_HEADING)
        return Counter(self.source.flat[block.body : block.close] for block in lines)

    @cached_property
    def _first_lines(self) -> list[str]:
        """The short lines of many words at the top of the page: its title, headlines and names of pictures."""
        return [line for line in islice(self._short_lines, FIRST_LINES) if line.count(" ") >= FEWEST_BLANKS_AGAIN]

    def _is_titled(self, block: Block) -> bool:
        """Whether what stands behind the number of an article is its title, in a language whose sentences end in a verb."""
        ended = self.source.flat[block.close - 1] in ".;:," or block.close - block.body > LONGEST_HEADING
        return self.source.language.cues.behind and not ended and not self._is_sentence(block)

    def _run_in_styles(self) -> frozenset[str]:
        """The numbers behind each of which a title with a colon stands, and a sentence after it."""
        styles: dict[str, list[bool]] = {}
        for block in self.blocks:
            if block.style.startswith(("number", "roman")):
                titled = numbered_title(self.source, self.grammar, block) is not None
                styles.setdefault(block.style, []).append(titled)
        return frozenset(style for style, titled in styles.items() if len(titled) > 1 and all(titled))

    def _purposed_styles(self) -> frozenset[str]:
        """The bullets of lists in which every item is a short title, a colon, and what is to be done (“Health: to …”)."""
        styles: dict[str, list[bool]] = {}
        for block in self.blocks if self.words.purpose != NEVER else ():
            if block.style.startswith("bullet"):
                styles.setdefault(block.style, []).append(self.purposed_title(block) is not None)
        return frozenset(style for style, titled in styles.items() if len(titled) > 1 and all(titled))

    def purposed_title(self, block: Block) -> tuple[int, int] | None:
        """Where the title of such an item ends and what is to be done begins, or None."""
        flat = self.source.flat
        colon = flat.find(": ", block.body, min(block.close, block.body + LONGEST_HEADING))
        if colon < 0 or compiled(self.words.purpose).match(flat, colon + 2, block.close) is None:
            return None
        tells = self._acts(block._replace(close=colon)) or self.grammar.tells(flat, block.body, colon)
        return None if tells else (colon + 1, colon + 2)

    def _pointed_styles(self) -> frozenset[str]:
        """The roman numbers whose every line is a short title, be it with a full stop (« II. Développer l’économie. »)."""
        styles = {block.style for block in self.blocks if block.style.startswith("roman")}
        lines = {style: [place for place, block in enumerate(self.blocks) if block.style == style] for style in styles}
        return frozenset(
            style for style, places in lines.items() if len(places) > 1 and all(map(self._is_title, places))
        )

    def _dashed_titles(self) -> frozenset[str]:
        """The dashes that stand before short titles alone, each with its prose below (« - Défense », then a paragraph)."""
        if self.source.language.cues.behind:
            return frozenset()  # there squares and circles are told otherwise
        lines: dict[str, list[bool]] = {}
        for place, block in enumerate(self.blocks[:-1]):
            if block.style.startswith("bullet"):
                below = self.blocks[place + 1]
                stop = self.source.flat[block.close - 1] == "."
                titled = self._is_title(place) and not below.style and not (stop and self._acts(block))
                lines.setdefault(block.style, []).append(titled and self._is_body(below))
        last = self.blocks[-1].style if self.blocks else ""
        return frozenset(style for style, titled in lines.items() if len(titled) > 1 and all(titled) and style != last)

    def _is_title(self, place: int) -> bool:
        block = self.blocks[place]
        alone = place + 1 == len(self.blocks) or self.blocks[place + 1].style != block.style
        stops = self.source.flat.count(". ", block.body, block.close)
        short = (
            block.close - block.body <= LONGEST_HEADING and not stops and self.source.flat[block.close - 1] not in ";:,"
        )
        return alone and short and not self.grammar.tells(self.source.flat, block.body, block.close)

    def _is_in_a_series(self, block: Block) -> bool:
        return (
            compiled(_IN_A_SERIES).search(self.source.flat, max(block.body, block.close - 8), block.close) is not None
        )

    def _is_sentence(self, block: Block) -> bool:
        """Whether a verb ends the block or a sentence in it, in a language where verbs do; elsewhere the final mark tells."""
        if not self.source.language.cues.behind:
            return False
        stop = self.source.flat.find(". ", block.body, block.close)
        sentence = stop > 0 and self.grammar.tells(self.source.flat, block.body, stop)
        return sentence or self.grammar.tells(self.source.flat, block.body, block.close)

    def _tells(self, block: Block) -> bool:
        """Whether the block is a note, or ends in words that tell (‘수행 중’)."""
        note = block.style == "bullet ※" or (block.style == "bullet *" and self.source.language.cues.behind)
        if self.words.stating != NEVER and compiled(self.words.stating).fullmatch(
            self.source.flat, block.body, block.close
        ):
            return True
        if note or self.words.telling == NEVER:
            return note
        telling = compiled(rf"(?:{self.words.telling})$")
        return telling.search(self.source.flat, max(block.body, block.close - 20), block.close) is not None

    def _numbers_go_deeper(self, place: int, block: Block) -> bool:
        """Whether the block bears a number and the next one a number under it (1.2, then 1.2.1): it heads what follows."""
        if not block.style or place + 1 == len(self.blocks) or self.source.flat[block.close - 1] in ".;,:":
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
            and before.close - before.body <= LONGEST_OF_LABELS
            and self.source.flat[before.close - 1] == ":"
            and before.close - before.body <= LONGEST_ASKING
            and not matches(self.source, self.words.article_label, block)
            and block.start not in self.heads_by_colon
        )

    def _may_head_with_colon(self, block: Block) -> bool:
        if block.start in self._verbs_with_colon or block.start in self.heads_by_colon:
            return True
        words = self.source.flat[block.body : block.close]
        short = len(words.split()) <= MOST_WORDS_BEFORE_COLON and "," not in words
        if short and fits(self.source, self.words.subject, block):
            return False
        return short and not block.style and self.leads(block) is _DIRECTIVE

    @cached_property
    def _verbs_with_colon(self) -> frozenset[int]:
        """Where lines begin that open with a bare verb and end with a colon before a list, if there are several.

        They are titles (« Planifier et accélérer la transition : », then dashes): no sentence leads to a list so often.
        """
        flat = self.source.flat
        starts = [
            block.start
            for block, below in pairwise(self.blocks)
            if not block.style
            and below.style.startswith(("bullet", "letter"))
            and flat[block.close - 1] == ":"
            and block.close - block.body <= LONGEST_HEADING
            and self.grammar.begins_with_verb(flat, block.body, block.close)
            and not self.grammar.tells(flat, block.body, block.close)
        ]
        return frozenset(starts) if len(starts) > 1 else frozenset()

    @cached_property
    def heads_by_colon(self) -> frozenset[int]:
        """Where lines without a verb begin that end with a colon before a list, if there are several: each heads its own.

        « Pour le rapprochement des sociétés civiles : », then dashes: one such line may lead to a list, several part it.
        """
        flat = self.source.flat
        starts = [
            block.start
            for block, below in pairwise(self.blocks)
            if flat[block.close - 1] == ":"
            and not block.style
            and below.style.startswith(("bullet", "letter"))
            and block.close - block.body <= LONGEST_LABEL
            and self.source.characters[block.body].isupper()
            and self.leads(block) is _DIRECTIVE
            and not self.grammar.tells(flat, block.body, block.close)
            and not self.grammar.names_parties(flat, block.body, block.close)
        ]
        return frozenset(starts) if len(starts) > 1 else frozenset()

    def _leads_a_list(self, place: int) -> bool:
        """Whether the items after the block, marked or not, go on with its sentence: they begin with a small letter."""
        if self.blocks[place].start in self.heads_by_colon:
            return False
        following = self.blocks[place + 1]
        return following.style != "cell" and self.source.characters[following.body].islower()

    def _has_body(self, place: int, block: Block) -> bool:
        following = self.blocks[place + 1]
        if block.style in self.dashed:
            return True
        if block.style.startswith("bullet"):
            return self._heads_a_list(place, block, following)
        if block.style in self.sections:
            return True
        if block.style:
            alone = following.style != block.style and (place == 0 or self.blocks[place - 1].style != block.style)
            followed_by_prose = not following.style and self._is_body(following)
            run_in = following.style in self.run_ins  # titles with their text, one level below
            return alone and (
                followed_by_prose or run_in or self._heads_paragraphs(block, following) or not self._acts(block)
            )
        if self.spaced and not block.parted and place > 0 and not following.style:
            return False
        listed = following.style.startswith(("number", "roman")) and not block.style
        if place == 0 and not (block.style or self.open or self._is_body(following)):
            return False  # the rest of a title
        return self._is_body(following) or listed or self._starts_section(place + 1)

    def _heads_paragraphs(self, block: Block, following: Block) -> bool:
        """Whether a lettered line of nouns stands before a numbered paragraph (“(a) Economic cooperation”, then “5. The …”)."""
        paragraph = following.close - following.body > LONGEST_HEADING and following.style.startswith(
            ("number", "nested")
        )
        return paragraph and not self.grammar.begins_with_verb(self.source.flat, block.body, block.close)

    def _heads_a_list(self, place: int, block: Block, following: Block) -> bool:
        if following.style == block.style:
            return self._heads_its_equals(block)
        if following.style in ("", "cell"):
            return False
        if place > 1 and all(other.style == block.style for other in self.blocks[place - 2 : place]):
            return False  # the last item of a list
        if block.style[-1].isdigit():  # the document itself says how deep its lists go
            return following.style[-1] > block.style[-1] and not self._acts(block)
        if block.style[-1] in _SQUARES:
            return place not in self._bare_squares and not self._acts(block, _PROSE)
        # An item before the end of a lower list is no heading of it.
        return not self._acts(block) and all(style != following.style for style, _ in self.open)

    @cached_property
    def _bare_squares(self) -> frozenset[int]:
        """The squares of those chapters where one stands without a lower item and is no sentence: there they head nothing.

        A chapter ends at a heading, or at a number that stands above squares; other numbers stand below them.
        """
        bare: set[int] = set()
        chapter: list[int] = []
        above = {
            block.style
            for block, after in pairwise(self.blocks)
            if block.style.startswith(NUMBERED) and _is_square(after)
        }
        alone = False
        for place, block in enumerate(self.blocks):
            if block.style.startswith("#") or block.style in above:
                bare.update(chapter if alone else ())
                chapter, alone = [], False
            elif _is_square(block):
                chapter.append(place)
                lower = self.blocks[place + 1].style if place + 1 < len(self.blocks) else ""
                below = lower.startswith(("bullet", *NUMBERED)) and lower != block.style and lower not in above
                alone = alone or not (below or self._is_sentence(block))
        bare.update(chapter if alone else ())
        return frozenset(bare)

    def _heads_its_equals(self, block: Block) -> bool:
        """Whether a short item without a verb heads the items after it, in a list whose other items are sentences."""
        words = self.source.flat[block.body : block.close].split()
        if len(words) > MOST_WORDS_BEFORE_COLON or block.style[-1].isdigit():
            return False
        return block.style in self._sentence_styles and not self._acts(block)

    @cached_property
    def _sentence_styles(self) -> frozenset[str]:
        """The marks of lists most of whose items are sentences; counted once, however many items there are."""
        items = Counter(block.style for block in self.blocks)
        sentences = Counter(block.style for block in self.blocks if self.source.flat[block.close - 1] in ".;")
        return frozenset(style for style, count in sentences.items() if 2 * count > items[style])

    def _acts(self, block: Block, setting: Setting = _DIRECTIVE) -> bool:
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
        if any(matches(self.source, pattern, block) for pattern in patterns):
            return True
        if place + 1 == len(self.blocks) or not self._is_body(self.blocks[place + 1]):
            return False
        return block.parted or self._stands_below_prose(place - 1)

    def _stands_below_prose(self, place: int) -> bool:
        """Whether a plain line stands right below a paragraph, in a text whose paragraphs no blank lines part."""
        before = self.blocks[place - 1] if place > 0 else None
        if before is None or before.style or self.blocks[place].style or self.spaced:
            return False
        return before.close - before.body > LONGEST_HEADING and self.source.flat[before.close - 1] == "."

    def leads(self, block: Block) -> Setting | None:
        """The force of a list after this block: LISTED if it commits, None if it refuses, else DIRECTIVE."""
        if self.marked == "initiative":
            return _LISTED
        if compiled(self.words.naming).search(self.source.flat, block.body, block.close):
            return None
        if self.source.flat[block.close - 1] != ":":
            return _DIRECTIVE
        *_, (start, end) = sentences_of(self.source, block.body, block.close)
        return self.grammar.leads(self.source.flat, start, end)


def matches(source: Source, pattern: str, block: Block) -> bool:
    """Whether the words of the block begin so."""
    return compiled(pattern).match(source.flat, block.body, block.close) is not None


def fits(source: Source, pattern: str, block: Block) -> bool:
    """Whether the block says that and no more."""
    return compiled(pattern).fullmatch(source.flat, block.body, block.close) is not None


def section_styles(source: Source, blocks: list[Block]) -> set[str]:
    """The styles of numbers that only ever stand before a title: at least two, none next to its like."""
    titles: dict[str, int] = {}
    others: set[str] = set()
    for before, block in zip([None, *blocks], blocks, strict=False):
        if not block.style.startswith(NUMBERED):
            continue
        long = block.close - block.body > LONGEST_HEADING or source.flat[block.close - 1] in ".;,:"
        if long or (before is not None and before.style == block.style):
            others.add(block.style)
        titles[block.style] = titles.get(block.style, 0) + 1
    return {style for style, times in titles.items() if times > 1 and style not in others}


def _is_square(block: Block) -> bool:
    return block.style.startswith("bullet") and block.style[-1] in _SQUARES


def _depth_of_number(style: str) -> int:
    """1 of “2.”, 2 of “2.1”, 3 of “2.1.1”; 0 of anything else."""
    kind, _, deep = style.partition(" ")
    return int(deep) if kind == "nested" else int(style.startswith("number 1"))
