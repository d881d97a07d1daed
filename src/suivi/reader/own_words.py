"""Own words: what of the blocks belongs to the document and not to the page around it.

Rules:
- a table of contents, menus, page numbers and dates of modification are set aside;
- a line that leads to a page number stands in a table of contents, whether one was announced or not; so do lines, or
  items of one list, that all head what follows, in the same order;
- the way to a page (“Home › News › …”) is set aside, and what one person is quoted as saying above their name;
- what follows the end of the document (“Date modified:”) is no longer read.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from suivi.reader.blocks import Block
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

LONGEST_LINE: Final = 160
FEWEST_STEPS: Final = 2
FEWEST_FORETOLD: Final = 3
FIRST_BLOCKS: Final = 8
LONGEST_NUMBER: Final = 3
LONGEST_WAY: Final = 320  # the last step is a title
LONGEST_STEP: Final = 60
LONGEST_CAPTION: Final = 700
_LAST_OF_PAGE: Final = "0123456789ivx"


def own_words(source: Source, blocks: list[Block]) -> list[Block]:
    """The blocks that are the document's own words, in order."""
    blocks = list(_before_tail(source, _after_foretold(source, _after_contents(source, blocks))))
    left_out = _quotations(source, blocks) | _rubrics(source, blocks) | _running_heads(source, blocks)
    return [block for block in blocks if block.start not in left_out and not _is_furniture(source, block)]


def _running_heads(source: Source, blocks: list[Block]) -> set[int]:
    """Where lines begin that return beside the numbers of pages, counted on, as what stands at the head or foot of each does."""
    beside: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if block.style or not _is_page_number(source, block):
            continue
        for other in blocks[max(0, place - 1) : place + 2]:
            if other.close - other.body <= LONGEST_STEP and not other.style and other.row is None:
                name = source.flat[other.body : other.close]
                beside.setdefault(name, []).append(int(source.flat[block.body : block.close]))
    heads = {name for name, pages in beside.items() if len(pages) > 1 and pages == list(range(pages[0], pages[-1] + 1))}
    return {block.start for block in blocks if heads and source.flat[block.body : block.close] in heads}


def _is_page_number(source: Source, block: Block) -> bool:
    return block.close - block.body <= LONGEST_NUMBER and source.flat[block.body : block.close].isdecimal()


def _rubrics(source: Source, blocks: list[Block]) -> set[int]:
    """Where lines at the top begin that only name a step of the way to the page (“News”, below “Home › News › …”)."""
    first = blocks[:FIRST_BLOCKS]
    ways = [block for block in first if _leads_to_the_page(source.flat[block.start : block.close])]
    steps = {name for block in ways for name in _steps(source.flat[block.start : block.close])[:-1]}
    return {block.start for block in first if steps and source.flat[block.start : block.close] in steps}


def _quotations(source: Source, blocks: list[Block]) -> set[int]:
    """Where paragraphs begin that quote one person, with the line below that says whom."""
    found: set[int] = set()
    for block, following in pairwise(blocks):
        quoted = source.flat[block.start] in '“«"' and source.flat[block.close - 1] in '”»"'
        if quoted and source.flat[following.start] in "–—-" and following.close - following.body <= LONGEST_LINE:
            found |= {block.start, following.start}
    return found


def _is_furniture(source: Source, block: Block) -> bool:
    if block.close - block.body <= LONGEST_STEP and compiled(
        r"\W*\d{0,3}\W*|(?:page )?\d+ ?(?:/|of|de|sur) ?\d+|page \d{1,4}|\d{1,4} ?쪽"
    ).fullmatch(source.flat, block.body, block.close):
        return block.row is None  # a cell may hold a number alone
    if _is_caption(source, block):
        return True
    if _leads_to_the_page(source.flat[block.start : block.close]):
        return True
    return block.close - block.body <= LONGEST_LINE and _whole(source, source.language.headings.furniture, block)


def _is_caption(source: Source, block: Block) -> bool:
    """Whether the block names who is seen in a photograph, and whose it is (“… Photo: Government of Quebec”)."""
    if block.close - block.body > LONGEST_CAPTION:
        return False
    opens = compiled(r"photos? ?\d{1,2} ?:").match(source.flat, block.body, block.close)
    ends = compiled(r"\b(?:photos?|crédits?|photo credits?) ?: ?[^.:;]{1,60}$")
    return bool(opens or ends.search(source.flat, max(block.body, block.close - LONGEST_STEP - 20), block.close))


def _leads_to_the_page(words: str) -> bool:
    """Whether the words are the way to a page (“Home › Trade › News”): at least three short names, none a sentence."""
    if len(words) > LONGEST_WAY or not (">" in words or "›" in words or "»" in words):
        return False
    *names, page = _steps(words)
    return len(names) >= FEWEST_STEPS and all(
        0 < len(name) <= LONGEST_STEP and name[-1] not in ";:!?." for name in [*names, page[:LONGEST_STEP].strip()]
    )


def _steps(words: str) -> list[str]:
    return [name.strip() for name in words.replace("›", ">").replace("»", ">").split(">")]


def _before_tail(source: Source, blocks: list[Block]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        late = place > len(blocks) // 2
        if late and block.end - block.start < LONGEST_LINE and _opens(source, source.language.headings.tail, block):
            return
        yield block


def _after_contents(source: Source, blocks: list[Block]) -> list[Block]:
    kept: list[Block] = []
    announced: set[str] = set()
    inside = paged = False
    for block in blocks:
        if _whole(source, source.language.headings.contents, block):
            inside, paged, announced = True, False, set()
            continue
        if _leads_to_a_page(source, block):
            paged = True
            continue
        if inside and not paged and _may_be_listed_in_contents(source, block):
            words = _plain(source, block)
            if words not in announced:
                announced.add(words)
                continue
        inside = False
        kept.append(block)
    return kept


def _after_foretold(source: Source, blocks: list[Block]) -> list[Block]:
    """The blocks without the first run of short lines that return below one by one, each above its part."""
    if source.language.cues.behind:
        return blocks  # there a headline returns above its picture
    short = [_plain(source, block) if _may_head(source, block) else "" for block in blocks]
    places: dict[str, list[int]] = {}
    for place, words in enumerate(short):
        places.setdefault(words, []).append(place)
    begins = 0
    while begins < len(blocks) - FEWEST_FORETOLD:
        ends, returns = begins, 0
        while ends < len(blocks) and short[ends] and _are_alike(blocks[begins], blocks[ends]):
            after = next((place for place in places[short[ends]] if place > max(returns, ends)), None)
            if after is None:
                break
            ends, returns = ends + 1, after
        first = places[short[begins]][1] if ends > begins else 0
        if ends - begins >= FEWEST_FORETOLD and first >= ends and returns - first > ends - begins:
            return blocks[:begins] + blocks[ends:]
        begins = max(ends, begins + 1)
    return blocks


def _are_alike(block: Block, other: Block) -> bool:
    return (block.style.startswith("bullet"), block.row is None) == (
        other.style.startswith("bullet"),
        other.row is None,
    )


def _may_head(source: Source, block: Block) -> bool:
    """Whether the line is one of those that a list of contents holds: short, no value behind a label, no cell."""
    short = block.close - block.body <= LONGEST_LINE and block.row is None and block.style != "cell"
    return short and source.flat[block.close - 1] not in ".:!?" and source.flat[block.body].isalpha()


def _leads_to_a_page(source: Source, block: Block) -> bool:
    """Whether the block ends like “….. 12”."""
    if source.flat[block.close - 1] not in _LAST_OF_PAGE:
        return False
    tail = max(block.body, block.close - 12)
    return (
        compiled(r"(?:\.{2}|(?: \.){2}|…|_{3}|·{3}| {3})[ .…_·]*(?:\d{1,3}|[ivx]{1,5})$").search(
            source.flat, tail, block.close
        )
        is not None
    )


def _plain(source: Source, block: Block) -> str:
    label = compiled(source.language.headings.pillar).match(source.flat, block.body, block.close)
    words = source.flat[label.end() if label else block.body : block.close].rstrip(" .0123456789")
    return compiled(r"\W+").sub(" ", words).strip()


def _may_be_listed_in_contents(source: Source, block: Block) -> bool:
    return block.close - block.body <= LONGEST_LINE and source.flat[block.close - 1] not in ".;:"


def _opens(source: Source, pattern: str, block: Block) -> bool:
    return compiled(pattern).match(source.flat, block.body, block.close) is not None


def _whole(source: Source, pattern: str, block: Block) -> bool:
    return compiled(pattern).fullmatch(source.flat, block.body, block.close) is not None
