"""Clauses: a passage cut into sentences and the parts of enumerations, before the grammar reads them.

Rules:
- a sentence ends at a full stop, question or exclamation mark before a blank and anything but a small letter;
  an abbreviation, an initial and what stands in brackets end none;
- semicolons and numbers in brackets part a sentence, outside brackets and quotation marks.
"""

from collections.abc import Iterator

from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

# A bracket that never closes may not swallow the paragraph; a clause longer than this is no clause.
LONGEST_BRACKET = 300
LONGEST_CLAUSE = 5_000
NEAR = 40
_END = r"[.!?…。](?:[»”\"’')\]*]* +|(?<=\.)(?=[^\W\d_]{2}))"
_LONG_BEFORE = r"(?:[^\W\d_]{3}|\d{4})\.$"
_NUMBERED_DAY = r"(?:['’‘]\d\d|(?<!\d)(?:19|20)\d\d|(?<!\d)\d{1,2})$"  # “2027. 6. 15.”
_PART = r";|[,:;]? +(?:(?:et|and) )?(?=(?:i|ii|iii|iv|v|vi|vii|viii|ix|x)\) )[ivx]{1,4}\) +|[,:]? +\((?=(?:[ivx]{1,4}|[a-h]|\d{1,2})\) )(?:\w{1,4})\) +|[()«»“”]"

_OPENS = r"[(«“]"

# “in areas of (i) trade, (ii) health”: what is counted is the object of one act.
# “so as i) to …, ii) to …”: what is counted is what one act is for.
_NAMED = (
    r"\b(?:of|in|on|as|namely|de|du|des|en|sur|suivants) \((?:i|1|a)\) |"
    r"\b(?:afin|afin de|en vue|en vue de|dans le but|visant|in order|so as) \(?(?:i|1|a)\) "
)


def sentences_of(source: Source, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences in `[start, end)` as (start, end), blanks between them left out."""
    begins = start
    for match in compiled(_END).finditer(source.flat, start, end):
        if _ends_sentence(source, begins, match.start(), match.end(), end):
            yield begins, match.end()
            begins = match.end()
    if begins < end:
        yield begins, end


def parts_of(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of an enumeration within one sentence; the sentence alone if it holds none."""
    flat = source.flat
    if flat.find(") ", start, end) < 0:
        part = flat.find(";", start, end)
        if part < 0:
            return [(start, end)]
        if part == end - 1 and compiled(_OPENS).search(flat, start, part) is None:  # most items of a list
            return [(start, part)] if flat[start:part].strip(" ,:") else []
    if compiled(_NAMED).search(flat, start, end):
        return [(start, end)]
    parts: list[tuple[int, int]] = []
    begins, depth = start, 0
    for match in compiled(_PART).finditer(flat, start, end):
        mark = match.group()
        if mark in "(«“":
            depth += 1
        elif mark in ")»”":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append((begins, match.start()))
            begins = match.end()
    parts.append((begins, end))
    return [part for part in parts if flat[part[0] : part[1]].strip(" ,:")]


def _lost_its_blank(source: Source, start: int, after: int) -> bool:
    """Whether a sentence begins right behind the full stop of another, as copies of pages have it (“in 2013.Adopt …”).

    The word before is no name with a capital inside a name by points (“www.Canada.ca”), the word after begins with one.
    """
    characters = source.characters
    if not characters[after : after + 2].istitle() or characters[after - 2].isupper():
        return False
    begins = max(start, characters.rfind(" ", start, after) + 1)
    return (
        compiled(_LONG_BEFORE).search(source.flat, max(start, after - 5), after) is not None
        and "." not in characters[begins : after - 1]
        and "/" not in characters[begins:after]
    )


def _ends_sentence(source: Source, start: int, stop: int, after: int, end: int) -> bool:
    if after >= end or source.characters[after].islower():
        return False
    flat = source.flat
    if flat[after - 1] == "." and not _lost_its_blank(source, start, after):
        return False
    start = max(start, stop - LONGEST_BRACKET)
    quoted = flat.count("“", start, stop)
    if quoted and quoted > flat.count("”", start, after) and 0 <= flat.find("”", after, after + NEAR) < end:
        return False  # “the theme “Plant. Protect. Prosper.” and …”
    opened = flat.count("(", start, stop)
    if opened and opened > flat.count(")", start, after):
        return False
    if flat[stop] != ".":
        return True
    if flat[after].isdigit() and compiled(_NUMBERED_DAY).search(flat, max(start, stop - 6), stop):
        return False
    word = compiled(r"[^\W\d_](?:[\w.]*)$").search(flat, max(start, stop - 12), stop)
    if word is None:
        return True
    if compiled(r"[a-z](?:\.[a-z]){1,4}").fullmatch(word.group()):
        return False  # “the Canada–U.A.E. Business Council”
    # One letter and a full stop is an initial, unless it is written in Hangul or is a unit (“1.5 °C.”).
    before = flat[word.start() - 1]
    initial = len(word.group()) == 1 and word.group() < "가" and before != "°" and not before.isdigit()  # “the 2020s.”
    return not (initial or word.group() in source.language.abbreviations)
