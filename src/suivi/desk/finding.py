"""How words are found: the tokens of a text, and what a question looks for among them.

- Letters and digits count, case and accents do not: `Accord`, `accord` and `accórd` are one token.
- Korean (and Chinese and Japanese) words are not parted reliably by blanks: every two syllables that follow one
  another are a token, across blanks too, and the last one stands alone. So any part of a word is found, and
  ‘행동계획’ and ‘행동 계획’ find each other.
- A question finds what holds all its words, in any order; words between quotation marks must stand together. A word
  in letters finds what begins with it; between quotation marks only itself.
- Tokens hold nothing but letters and digits, so no question can be read as an instruction by the database's index.
- What a list is narrowed by (plan, kind, party, language) stands among the tokens too, as a mark that no word of a text
  and no question can be: it begins with a letter (ª) that folding makes another of.
- Rows of words are numbered so that numbers rise with the day stated: newest first is then the order of the index itself,
  and a word that stands in every report is found as fast as one that stands in three.
"""

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SYLLABLES: Final = "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_RUNS: Final = re.compile(f"(?P<syllables>[{_SYLLABLES}](?:\\s*[{_SYLLABLES}])*)|(?P<letters>[^\\W_{_SYLLABLES}]+)")
_PLAIN_LETTERS: Final = re.compile("[a-z0-9]+")
_QUOTED: Final = re.compile(r"[\"“”«»]([^\"“”«»]*)[\"“”«»]")
_SHORTEST_BEGINNING: Final = 3
_LONGEST_TOKEN: Final = 64
_SHORTEST_STEM: Final = 2
_ENDINGS: Final = sorted(
    "을 를 은 는 에 에서 에게 에는 에도 에의 으로 으로서 으로써 으로의 부터 까지 와의 과의 하기로 하고 하는 하여 한다 하였다 했다 되는 되었다 됐다".split(),
    key=len,
    reverse=True,
)
_MARK: Final = "ª"
MARKED: Final = ("plan", "kind", "party", "language")
"""The columns of rows of words that are marked among their tokens."""

NUMBERS_OF_A_DAY: Final = 2**41
"""How many numbers the rows of one day have; the days themselves, counted from the year 1, need 22 bits more."""

MOST_WORDS: Final = 12
"""A question looks for at most this many words; more are left out."""


def folded(text: str) -> str:
    """`text` without case and without the accents of letters; syllables are composed (NFC)."""
    parts = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize(
        "NFC",
        "".join(sign for sign in unicodedata.normalize("NFD", parts) if not "\u0300" <= sign <= "\u036f"),
    )


def tokens(text: str) -> list[str]:
    """The tokens of a text, in reading order; none if it holds no letter and no digit."""
    if text.isascii():  # nothing to fold but case, and no syllables: the same, much faster
        return [letters[:_LONGEST_TOKEN] for letters in _PLAIN_LETTERS.findall(text.lower())]
    return [token for run in _runs(text) for token in run]


def _runs(text: str) -> Iterator[list[str]]:
    for match in _RUNS.finditer(folded(text)):
        if match["letters"]:
            yield [match["letters"][:_LONGEST_TOKEN]]
        else:
            yield _pairs("".join(match["syllables"].split()))


def _pairs(syllables: str) -> list[str]:
    return [syllables[place : place + 2] for place in range(len(syllables))]


def marks(values: Mapping[str, str]) -> list[str]:
    """The marks of these values, by column; of an empty one there is none."""
    return [_mark(column, value) for column, value in values.items() if value]


@lru_cache(maxsize=1024)  # the same few plans, kinds, parties and languages again and again
def _mark(column: str, value: str) -> str:
    return _MARK + hashlib.sha256(f"{column} {value}".encode()).hexdigest()[:12]


def first_number(day: str) -> int:
    """The lowest number a row of that day (`YYYY-MM-DD`) can have; of no day, or of none that can be read, the lowest."""
    with suppress(ValueError):
        return datetime.date.fromisoformat(day).toordinal() * NUMBERS_OF_A_DAY
    return 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that must follow one another; with `beginning`, the last is only the beginning of one."""

    tokens: tuple[str, ...]
    beginning: bool


@dataclass(frozen=True, slots=True)
class Sought:
    """What a question looks for: every phrase must be found; without phrases there is nothing to look for.

    `marked` are the marks that must be there. `among` are the lowest and the highest number of the rows it is looked for
    in, where they are known. Other conditions decide; rows without the marks, or beyond, must not pass them.
    """

    phrases: tuple[Phrase, ...]
    marked: tuple[str, ...] = ()
    among: tuple[int, int] | None = None

    def for_sqlite(self, begun: Mapping[str, Sequence[str]] | None = None) -> str:
        """In the query language of FTS5 (sqlite.org/fts5.html, section 3).

        `begun` are all words that begin with a beginning of one token, by it, where they are known: each is read in order and
        no further than needed, while a beginning is put together whole before its first row.
        """
        phrases = [_in_fts5(one, begun or {}) for one in self.phrases]
        return " AND ".join([*(f'"{mark}"' for mark in self.marked), *phrases])

    def beginnings(self) -> list[str]:
        """The beginnings that stand alone, each once."""
        alone = (one.tokens[0] for one in self.phrases if one.beginning and len(one.tokens) == 1)
        return list(dict.fromkeys(alone))

    def for_postgresql(self) -> str:
        """In the language of `to_tsquery` (PostgreSQL 15, section 12.3.2)."""
        return " & ".join([*self.marked, *(f"({_following(one)})" for one in self.phrases)])


def _in_fts5(phrase: Phrase, begun: Mapping[str, Sequence[str]]) -> str:
    words = begun.get(phrase.tokens[0], ()) if phrase.beginning and len(phrase.tokens) == 1 else ()
    if words:
        return "(" + " OR ".join(f'"{word}"' for word in words) + ")"
    return f'"{" ".join(phrase.tokens)}"{"*" if phrase.beginning else ""}'


def _following(phrase: Phrase) -> str:
    *before, last = phrase.tokens
    return " <-> ".join([*before, f"{last}:*" if phrase.beginning else last])


def sought(question: str) -> Sought:
    """What a question asks for, in the order of its words, the same phrase once.

    A letter on its own is not looked for where there is anything else: what an elision leaves (l’, d’) says nothing.
    """
    together = [_together(quoted) for quoted in _QUOTED.findall(question)]
    apart = [_phrase(run) for word in _QUOTED.sub(" ", question).split() for run in _telling(list(_runs(word)))]
    found = [phrase for phrase in (*together, *apart) if phrase.tokens]
    telling = [phrase for phrase in found if not _is_one_letter(phrase)]
    return Sought(tuple(dict.fromkeys(telling or found))[:MOST_WORDS])


def _is_one_letter(phrase: Phrase) -> bool:
    return (
        len(phrase.tokens) == 1
        and phrase.tokens[0].isascii()
        and len(phrase.tokens[0]) == 1
        and phrase.tokens[0].isalpha()
    )


def _telling(runs: list[list[str]]) -> list[list[str]]:
    """The runs of a word, less a Korean ending that stands alone after letters (AI를)."""
    return [run for place, run in enumerate(runs) if not place or "".join(pair[0] for pair in run) not in _ENDINGS]


def _without_particle(run: list[str]) -> list[str]:
    """The pairs of a Korean word without the particle or verbal ending it is asked with; any other run as it is.

    What holds the word with its ending holds it without: more is found, and nothing less. Endings with which nouns of
    Korean end too (‘가’, ‘과’, ‘의’, ‘이’, ‘도’) are left.
    """
    word = "".join(pair[0] for pair in run) if re.match(f"[{_SYLLABLES}]", run[0]) else ""
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= _SHORTEST_STEM), "")
    stem = word[: len(word) - len(ending)]
    return _pairs(stem) if ending else run


def _together(quoted: str) -> Phrase:
    found = _as_asked(list(_runs(quoted)))
    return Phrase(tuple(found), _is_one_syllable(found))


def _phrase(run: list[str]) -> Phrase:
    found = _as_asked([_without_particle(run)])
    letters = not re.match(f"[{_SYLLABLES}]", found[0])
    return Phrase(tuple(found), len(found[-1]) >= _SHORTEST_BEGINNING if letters else _is_one_syllable(found))


def _as_asked(runs: Sequence[list[str]]) -> list[str]:
    """The tokens of runs as a question has them: the syllable that ends a run is held by the pair before it."""
    return [token for run in runs for token in (run[:-1] if len(run) > 1 else run)]


def _is_one_syllable(found: Sequence[str]) -> bool:
    return bool(found) and len(found[-1]) == 1 and bool(re.match(f"[{_SYLLABLES}]", found[-1]))


def excerpt(words: str, wanted: Sought, *, length: int = 240) -> str:
    """The part of `words` around the first thing sought, on one line; an ellipsis where something is left out."""
    line = " ".join(words.split())
    if len(line) <= length:
        return line
    place = min((found for phrase in wanted.phrases if (found := _place(line, phrase)) >= 0), default=0)
    start = max(0, min(place - length // 3, len(line) - length))
    return ("…" if start else "") + line[start : start + length].strip() + ("…" if start + length < len(line) else "")


def _place(line: str, phrase: Phrase) -> int:
    # Folding may change lengths (ß, ﬁ); an excerpt that begins a few characters off is no harm.
    return folded(line).find(phrase.tokens[0])
