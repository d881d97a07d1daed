"""The languages the reader knows: one folder each, found by looking; adding one touches nothing else."""

import pkgutil
from functools import cache
from importlib import import_module

from suivi.reader.languages.language import Language, Versions
from suivi.reader.lexicon import compiled
from suivi.reader.refusals import LanguageNotRead

# Share of frequent words below which a text is taken for another language; running text of the
# language itself has 0.2 to 0.4, a neighbour's less than 0.05.
ENOUGH = 0.08
USUAL = 0.7  # what weighs as much as a whole text in the script of a language: by then half of the words say the same
SURELY = 0.18
FEWEST_WORDS = 6
SAMPLE = 8_000


@cache
def tags() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages the reader knows, in alphabetical order."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__) if found.ispkg))


@cache
def language(tag: str) -> Language:
    """What the reader knows of the language `tag`; raises `LanguageNotRead`."""
    if tag not in tags():
        raise LanguageNotRead(known=", ".join(tags()))
    known: Language = import_module(f"{__name__}.{tag}").LANGUAGE
    return known


@cache
def versions(tag: str) -> Versions:
    """What pairing language versions needs of the language `tag`, loaded at the first use; raises `LanguageNotRead`."""
    known: Versions = import_module(f"{__name__}.{language(tag).tag}.versions").VERSIONS
    return known


def detected(flat: str) -> Language:
    """The language most of the first characters of `flat` are written in; raises `LanguageNotRead`."""
    words = compiled(r"[^\W\d_]+").findall(flat[:SAMPLE])
    likeness = {tag: _likeness(words, language(tag)) for tag in tags()}
    tag = max(tags(), key=lambda tag: (likeness[tag] / (USUAL if language(tag).common else 1), tag))
    if likeness[tag] < ENOUGH:
        raise LanguageNotRead(known=", ".join(language(tag).own_name for tag in tags()))
    return language(tag)


def is_in(flat: str, known: Language, *, surely: bool = False) -> bool:
    """Whether the words of `flat` may be of that language, or surely are: running text, not a name or two."""
    words = compiled(r"[^\W\d_]+").findall(flat)
    return len(words) >= FEWEST_WORDS and _likeness(words, known) >= (SURELY if surely else ENOUGH)


def _likeness(words: list[str], candidate: Language) -> float:
    own = compiled(candidate.script)
    likely = sum(word in candidate.common for word in words) + sum(own.match(word) is not None for word in words)
    return likely / max(1, len(words))
