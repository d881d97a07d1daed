"""Blocks: the lines of a text joined into headings-to-be, paragraphs, list items and cells.

Rules:
- a blank line, a list mark or a label always begins a block;
- a line goes on in the next one where it was broken by width: its first word would not have fitted;
- where the document said what its blocks are (a web page did), its word goes before what the lines look like;
- a block's span leaves out blanks around it; its body also leaves out its mark and Markdown emphasis.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

WIDEST_WRAP: Final = 130
NARROWEST_WRAP: Final = 50
LONGEST_SMALL_WORD: Final = 16
LONGEST_LABEL: Final = 30
LONGEST_ARTICLE: Final = 4
WIDE_SHARE: Final = 0.6
NEARLY_FULL: Final = 0.72
FULL: Final = 10  # columns: a line broken by width lacks less than a word
FEWEST_FULL: Final = 3
_WIDE_LETTERS: Final = (
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]"  # two columns each (UAX #11)
)

# Bullets of governments East and West; "o" and "ㅇ" stand for round bullets lost in a copy. Those of the
# first group are also hyphens and stars, so they need a blank after them; the others may touch the word.
_SPACED_BULLETS: Final = r"\-*+•·∙–—―oㅇ"
_DOTS: Final = "•·∙ㆍ⁃"  # no line begins with one that is not a bullet
_BULLETS: Final = "⁙⦁❍▸▹▻➤➔➜➡★☆▪▫◦‣○●□■▴▲△▷▶►◇◆※◎❍❏❑❖➢✓✔☑◈▣◉→⇒☞"
_MARK: Final = (
    rf"(?P<hash>\#{{1,6}}) +|(?P<bullet>--(?=[^\W\d_])|[{_SPACED_BULLETS}](?= )|[{_DOTS}](?=[^\W\d])|[{_BULLETS}]) *|"
    r"(?P<nested>(?:\d{1,2}|[a-z])(?:\.\d{1,2})+\.?) +|"
    r"(?P<number>\d{1,2}[.)](?: ?[-–—])?|\d{1,2} ?[-–—](?= +[^\W\d])|\(\d{1,2}\)|[①-⑳❶-❿➀-➓]) *(?:(?<=[①-⑳❶-❿➀-➓ ])|(?<=\d\))(?=[^\W\d_]{3}))|"
    r"(?P<roman>\(?[ivx]{1,6}\)|[ivx]{1,6}\.(?: ?[-–—])?|[ivx]{1,6} ?[-–—](?= +[^\W\d])|[ⅰ-ⅻ][.)]?) +|"
    r"(?P<letter>\(?[a-z]\)|[a-l]\.|[a-h] ?[-–—](?= +[^\W\d])) +"
)


class Block(NamedTuple):
    """One block: `[start, end)` with its mark, `body` where its words begin, `close` where they end.

    `style` names the mark and its shape ("#2", "bullet -", "number 1.", "roman I.", "letter a)", "nested 2", "bold",
    "cell") or is
    empty; `parted` tells whether a blank line stands before it; `row` numbers the line of a table it stands in.
    """

    start: int
    end: int
    body: int
    close: int
    style: str
    parted: bool
    row: int | None = None


def blocks_of(source: Source) -> list[Block]:
    """The blocks of the text in reading order, disjoint, none empty."""
    lines = list(_lines(source))
    width = 0 if source.roles else _wrap_width(source, lines)
    blocks: list[Block] = []
    for line in lines:
        if blocks and _goes_on(source, blocks[-1], line, width):
            last = blocks[-1]
            blocks[-1] = Block(last.start, line.end, last.body, line.close, last.style, last.parted)
        else:
            blocks.append(line)
    return blocks


def _lines(source: Source) -> Iterator[Block]:
    last_end = -1
    for match in compiled(r"[^\n\r]+").finditer(source.characters):
        start, end = _stripped(source.flat, match.start(), match.end())
        if start == end:
            continue
        parted = last_end < 0 or _line_breaks(source.characters, last_end, start) > 1
        if _is_row(source, start, end):
            yield from _cells(source, start, end, parted)
        else:
            yield _line(source, start, end, parted)
        last_end = end


def _is_row(source: Source, start: int, end: int) -> bool:
    """Whether the line is one of a table: cells parted by bars or by tabs."""
    bars = source.flat.count("|", start, end)
    if bars > 1 or (bars == 1 and source.flat.find(" | ", start, end) > 0):
        return source.flat[start] == "|" or bars > 1
    return source.characters.count("\t", start, end) > 1


def _line_breaks(characters: str, start: int, end: int) -> int:
    return characters.count("\n", start, end) or characters.count("\r", start, end)


def _line(source: Source, start: int, end: int, parted: bool) -> Block:
    while source.flat[start] == ">" and start + 1 < end:
        start, end = _stripped(source.flat, start + 1, end)
    mark = compiled(_MARK).match(source.flat, start, end) or compiled(source.language.headings.enumerator).match(
        source.flat, start, end
    )
    body, style = (mark.end(), _style(mark)) if mark and mark.end() < end else (start, "")
    if told := _told_style(source.roles.get(start, "")):
        body, style = body if style.startswith("bullet") else start, told
    close = end
    if source.flat.startswith(("**", "__"), body) and source.flat.endswith(("**", "__", "**:", "__:"), body + 2, end):
        close = end - 3 if source.flat[end - 1] == ":" else end - 2
        body, style = (body + 2, style or "bold") if close > body + 2 else (body, style)
    if not style and source.flat[body] in "*_" and source.flat[close - 1] == source.flat[body] and close - body > 2:
        body, close = body + 1, close - 1  # a line in italics
    body, close = _stripped(source.flat, body, close)
    return Block(start, end, body, close, style, parted) if body < close else Block(start, end, start, end, "", parted)


def _told_style(role: str) -> str:
    """The style of a block of that role (`plan.text.SourceBlock`); empty for a paragraph, which may bear a mark."""
    kind, _, number = role.partition(" ")
    return {"heading": f"#{number}", "item": f"bullet {number}", "number": "number" if number == "1" else role}.get(
        kind, kind if kind in ("bold", "cell") else ""
    )


def _style(mark: re.Match[str]) -> str:
    kind = mark.lastgroup or "letter"
    written = mark.group().strip()
    if kind == "hash":
        return f"#{len(written)}"
    if kind == "bullet":
        return f"bullet {written[0]}"
    if kind == "nested":
        return f"nested {written.rstrip('.').count('.') + 1}"
    return f"{kind} {compiled('[^().]+').sub('1' if kind == 'number' else 'x', written)}"


def _cells(source: Source, start: int, end: int, parted: bool) -> Iterator[Block]:
    inner = start + 1 if source.flat[start] == "|" else start
    outer = end - 1 if source.flat[end - 1] == "|" and end - 1 > inner else end
    if compiled(r"[-:| ]+").fullmatch(source.flat, inner, outer):
        return
    begins = inner
    for match in compiled(r"\|" if source.flat.find("|", start, end) >= 0 else r"\t").finditer(
        source.characters, inner, outer
    ):
        yield _cell(source, begins, match.start(), parted, row=start)
        begins = match.end()
    yield _cell(source, begins, outer, parted, row=start)


def _cell(source: Source, start: int, end: int, parted: bool, *, row: int) -> Block:
    begins, ends = _stripped(source.flat, start, end)
    mark = compiled(_MARK).match(source.flat, begins, ends)
    body = mark.end() if mark and mark.end() < ends else begins
    return Block(begins, ends, body, ends, "cell", parted, row)


def _wrap_width(source: Source, lines: list[Block]) -> int:
    """The width at which the text was broken into lines, in columns, or 0 if its lines are paragraphs."""
    lengths = sorted(_columns(source, line.start, line.end) for line in lines)
    if not lengths:
        return 0
    longest = lengths[-1 - len(lengths) // 50]
    full = sum(length > longest - FULL for length in lengths)
    if source.language.cues.behind and full < FEWEST_FULL:
        return 0  # short items of a list, not lines of one width
    return longest if NARROWEST_WRAP <= longest <= WIDEST_WRAP else 0


def _columns(source: Source, start: int, end: int) -> int:
    """How wide the characters stand on a page: Hangul and ideographs take two columns."""
    if not source.language.cues.behind:
        return end - start
    return end - start + len(compiled(_WIDE_LETTERS).findall(source.flat, start, end))


def _goes_on(source: Source, last: Block, line: Block, width: int) -> bool:
    if line.style or last.style.startswith(("#", "bold", "cell")):
        return False
    ended = source.flat[last.end - 1] in ".!?:;"
    first = source.characters[line.start]
    if not ended and _is_cut(source, last):
        return True
    if line.parted:  # a blank line in the middle of a sentence: a page ended there
        return first.islower() and not ended and _ends_on_small_word(source, last, in_series=False)
    if first.islower() and not ended:
        return True
    if not (ended or width or last.style) and _is_broken(source, last):
        return True
    if not ended and _ends_on_small_word(source, last, in_series=False, longest=LONGEST_ARTICLE):
        return True  # no heading ends with an article
    if not width or _begins_with_label(source, line):
        return False
    if not ended and (_breaks_off(source, last) or _is_inside(source, last, width)):
        return True
    last_line = _columns(source, _line_start(source, last), last.end)
    if first.isdigit() and not ended and last_line >= WIDE_SHARE * width:
        return True  # “… was held on 2 August”, then “2021 via video …”: a number that marks no item
    if last.style.startswith(("bullet", "letter")) and not ended and source.flat[line.end - 1] in ",;.":
        return last_line >= NEARLY_FULL * width  # the item goes on, for no heading ends so
    if source.language.cues.behind and not ended and last_line >= NEARLY_FULL * width:
        return True  # broken by the number of letters, not by their width
    first_word = compiled(r"\S+").match(source.characters, line.start, line.end)
    return last_line + 1 + (_columns(source, *first_word.span()) if first_word else 0) > width - 2


def _is_cut(source: Source, last: Block) -> bool:
    """Whether the line stops on a particle or a comma, where nothing ends in a language that writes them onto the word."""
    if not source.language.cues.behind:
        return False
    return (
        compiled(source.language.headings.broken).search(source.flat, max(last.body, last.end - 8), last.end)
        is not None
    )


def _is_broken(source: Source, last: Block) -> bool:
    """Whether the paragraph was broken into lines before, in a text whose other lines are paragraphs."""
    return _line_start(source, last) > last.start


def _is_inside(source: Source, last: Block, width: int) -> bool:
    """Whether the line is not the first of its paragraph, or tells with a verb of its own: then it is no heading."""
    begins = _line_start(source, last)
    if begins > last.start:
        return True
    wide = _columns(source, begins, last.end) >= WIDE_SHARE * width
    return wide and not last.style and source.language.grammar().tells(source.flat, begins, last.end)


def _breaks_off(source: Source, last: Block) -> bool:
    """Whether the line stops where no sentence or heading does: after a comma or an article, or past a full stop."""
    if source.flat[last.end - 1] == ",":
        return True
    begins = _line_start(source, last)
    if _ends_on_small_word(source, last):
        return True
    past_a_stop = compiled(r"[a-zà-ÿ]{3}\. +[^\W\d_]").search(source.flat, begins, last.end)
    return past_a_stop is not None and last.end - begins >= NARROWEST_WRAP


def _ends_on_small_word(
    source: Source, last: Block, *, in_series: bool = True, longest: int = LONGEST_SMALL_WORD
) -> bool:
    """Whether the line ends on a word that nothing ends with (“the”, “to”, « des »), be it in a series (“; and”)."""
    final = compiled(r"[^\W\d_]+$").search(source.flat, max(last.start, last.end - LONGEST_SMALL_WORD), last.end)
    if final is None or len(final.group()) > longest or final.group() not in source.language.common:
        return False
    return in_series or not source.flat.endswith((",", ";", ", ", "; "), last.start, final.start())


def _line_start(source: Source, last: Block) -> int:
    """Where the last line of the block begins; the second mark is looked for in that line alone, for most texts hold none."""
    begins = max(last.start, source.characters.rfind("\n", last.start, last.end) + 1)
    return max(begins, source.characters.rfind("\r", begins, last.end) + 1)


def _begins_with_label(source: Source, line: Block) -> bool:
    headings = source.language.headings
    patterns = (headings.pillar, headings.action, headings.initiatives)
    colon = source.flat.find(":", line.start, min(line.end, line.start + LONGEST_LABEL))
    if colon > 0 and compiled(headings.columns).fullmatch(
        source.flat, line.start, colon - (source.flat[colon - 1] == " ")
    ):
        return True  # “Lead: Ministry of …” below an action
    return any(compiled(pattern).match(source.flat, line.start, line.end) for pattern in patterns)


def _stripped(flat: str, start: int, end: int) -> tuple[int, int]:
    while start < end and flat[start] in " \ufeff":
        start += 1
    while start < end and flat[end - 1] == " ":
        end -= 1
    return start, end
