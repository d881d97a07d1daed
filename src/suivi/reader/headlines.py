"""Headlines glued to their body: “Fighting fires: The two sides will …”, « Pêche. Les parties s’engagent … ».

Rules:
- a headline is short, has no finite verb, and what follows begins with a capital and commits;
- it ends with a colon, a dash, or a full stop; or with nothing, where a copy lost the break (“tiesThe sides will”).
"""

from typing import Final

from suivi.reader.blocks import Block
from suivi.reader.clauses import sentences_of
from suivi.reader.grammar import Grammar, Setting, acts
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

_DIRECTIVE, _LISTED, _PROSE = Setting.DIRECTIVE, Setting.LISTED, Setting.PROSE

LONGEST: Final = 110
LONGEST_OF_SERIES: Final = 170
MOST_WORDS: Final = 14
FEWEST_WORDS_LOST: Final = 3
FEW_WORDS: Final = 4
MOST_WORDS_POINTED: Final = 7
_EMPHASISED: Final = rf"\*\*(?P<title>[^*:]{{2,{LONGEST}}}(?::(?=\*\*)|(?=\*\*:)))\*\*:? +"
_MARK: Final = r":(?= )|(?<=\w)(?= [–—] )|\.(?= )"
_LOST: Final = r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]+[ '’])"


def headline_end(
    source: Source, grammar: Grammar, block: Block, *, directive: bool, serial: bool = False
) -> tuple[int, int] | None:
    """Where the headline of the block ends and its body begins, or None if it has none.

    `serial` where every block with a number like its own begins so: then its body need not commit. `directive` where
    a bare verb commits, so that a full stop after one ends a commitment and no headline.
    """
    if block.style and not block.style.startswith(("number", "nested", "roman", "letter")):
        return None
    if serial and (run_in := numbered_title(source, grammar, block)):
        return run_in
    for title_end, body in _ends(source, block):
        if body < block.close and _is_headline(source, grammar, block, title_end, body, directive=directive):
            return title_end, body
    return None


def numbered_title(source: Source, grammar: Grammar, block: Block) -> tuple[int, int] | None:
    """Where a title with a colon ends behind the number of a block, and where its body begins (“2) Health: Both …”)."""
    colon = source.flat.find(":", block.body, min(block.close, block.body + LONGEST_OF_SERIES))
    body = _inked(source.flat, colon + 1, block.close)
    if colon < 0 or body >= block.close or not source.characters[body].isupper():
        return None
    title = source.flat[block.body : colon]
    plain = not compiled(r"[;()“«]|\d{4}|(?<!\.\w)\.(?!\w\.)").search(title) and not grammar.tells(
        source.flat, block.body, colon + 1
    )
    return (colon + 1, body) if plain else None


def pointed_title(source: Source, grammar: Grammar, block: Block) -> tuple[int, int] | None:
    """Where a title of a few words with a full stop ends, and where the sentence behind it begins; or None."""
    stop = source.flat.find(". ", block.body, min(block.close, block.body + LONGEST))
    body = _inked(source.flat, stop + 1, block.close)
    if stop < 0 or body >= block.close or not source.characters[body].isupper():
        return None
    words = source.flat[block.body : stop].split()
    plain = len(words) <= MOST_WORDS_POINTED and not compiled(r"[;:,()“«\d]").search(source.flat, block.body, stop)
    if not plain or compiled(source.language.headings.article).match(source.flat, block.body, stop):
        return None
    if words[-1] in source.language.abbreviations or _abbreviates(source, stop):
        return None
    return None if grammar.tells(source.flat, block.body, stop + 1) else (stop + 1, body)


def emphasised(source: Source, block: Block) -> tuple[int, int, int] | None:
    """Start and end of a headline in bold with its colon, and where the body after it begins; or None."""
    if not source.flat.startswith("**", block.body):
        return None
    match = compiled(_EMPHASISED).match(source.flat, block.body, block.close)
    if match is None or match.end() >= block.close or not source.characters[match.end()].isupper():
        return None
    return match.start("title"), match.end("title"), match.end()


def _ends(source: Source, block: Block) -> list[tuple[int, int]]:
    limit = min(block.close, block.body + LONGEST)
    ends: list[tuple[int, int]] = []
    mark = next(
        (
            each
            for each in compiled(_MARK).finditer(source.flat, block.body, limit)
            if not _abbreviates(source, each.start())
        ),
        None,
    )
    if mark is not None:
        dash = mark.start() == mark.end()
        ends.append((mark.end(), _inked(source.flat, mark.end() + (2 if dash else 0), block.close)))
    lost = compiled(_LOST).search(source.characters, block.body, mark.start() if mark else limit)
    if lost is not None and len(source.flat[block.body : lost.start()].split()) >= FEWEST_WORDS_LOST:
        ends.append((lost.start(), lost.start()))
    return ends


def _abbreviates(source: Source, stop: int) -> bool:
    """Whether the full stop at `stop` ends an abbreviation by letters (“U.S.”)."""
    return source.flat[stop] == "." and stop > 1 and source.flat[stop - 2] == "."


def _is_headline(source: Source, grammar: Grammar, block: Block, title_end: int, body: int, *, directive: bool) -> bool:
    title = source.flat[block.body : title_end].strip(" :–—.")
    if title.split() and title.split()[-1] in source.language.abbreviations:
        return False  # « M. Dupont » is a name
    if source.flat[title_end - 1] == "." and len(title) > 1 and title[-2] == " ":
        return False  # “President Anna L. Berg” is one too
    if not title or len(title.split()) > MOST_WORDS or compiled(r"[;()“«]|\d{4}").search(title):
        return False
    if not source.characters[body].isupper() and not directive:
        return False
    colon = source.flat[title_end - 1] == ":"
    if colon and grammar.leads(source.flat, block.body, title_end) is not _DIRECTIVE:
        return False
    if grammar.tells(source.flat, block.body, title_end):
        return False
    if (
        source.flat[title_end - 1] == "."
        and block.style
        and (block.style.startswith("letter") or len(title.split()) >= FEW_WORDS)
    ):
        return False
    if source.flat[title_end - 1] == "." and not _is_title(source, grammar, block.body, title_end):
        return False
    if directive and (not colon or "," in title):
        return False
    setting = _DIRECTIVE if directive else _PROSE
    if source.flat[block.close - 1] == ":" and _leads(source, grammar, body, block.close):
        return True
    return any(
        acts(grammar, source.flat, start, end, setting) for start, end in sentences_of(source, body, block.close)
    )


def _leads(source: Source, grammar: Grammar, start: int, end: int) -> bool:
    """Whether the body ends with the words that make a list commit."""
    *_, (begins, ends) = sentences_of(source, start, end)
    return grammar.leads(source.flat, begins, ends) is _LISTED


def _is_title(source: Source, grammar: Grammar, start: int, end: int) -> bool:
    """Whether a sentence without a finite verb reads as a title: it opens with a verb, or is very short."""
    words = source.flat[start:end].split()
    if len(words) <= FEW_WORDS:
        return compiled(source.language.headings.article).match(source.flat, start, end) is None
    return any(action.verb == start for action in acts(grammar, source.flat, start, end, _DIRECTIVE))


def _inked(flat: str, at: int, end: int) -> int:
    while at < end and flat[at] == " ":
        at += 1
    return at
