"""Verbs: where a verb stands that acts by itself; head-first languages.

A word is a verb by list or by its form; one that may be a noun too is one only before an object, or anything but what
follows a noun where a clause opens with it.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from suivi.reader.lexicon import NEVER, compiled
from suivi.reader.predicates import WORD


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Verbs:
    """The verbs of one language.

    `verbs` act by themselves; `ambiguous` ones among them are nouns too and act
    only before an object (`before_object` in the middle of a clause, anything but `after_noun` at its start, and
    anywhere for `leaning` ones, which seldom are nouns);
    `adjectives` are verbs too, before a `certain_object`. `verb_form` finds verbs by their ending, before an object;
    `opening_form`: how a verb ends that an item opens with, before whatever; `not_verbs` are look-alikes. `suffix`:
    coordinated verbs share it or its absence. `clitics` may stand before a verb, their first words written out or
    ending in one of `clitic_ends`, a `pronoun` (also an article) before a
    certain one.
    """

    verbs: frozenset[str]
    ambiguous: frozenset[str]
    leaning: frozenset[str]
    adjectives: frozenset[str]
    certain_object: str
    not_verbs: frozenset[str]
    verb_form: str
    before_object: str
    after_noun: str
    suffix: str
    clitics: str
    pronoun: str
    opening_form: str = r"(?!)"
    clitic_ends: tuple[str, ...] = ("",)

    def is_formed(self, flat: str, verb: int) -> bool:
        """Whether the verb bears the suffix; what is left without it must hold a vowel (“building”, not “bring”)."""
        word = word_at(flat, verb)
        return (
            bool(self.suffix)
            and word.endswith(self.suffix)
            and compiled("[aeiouy]").search(word, 0, len(word) - len(self.suffix)) is not None
        )

    def verb_at(self, flat: str, at: int, end: int, *, opening: bool, prose: bool = False) -> int | None:
        """Where the verb at `at` begins, after clitics and adverbs, or None if no acting verb stands there."""
        match = WORD.match(flat, at, end)
        if match is None or self._may_be_clitic(flat, match):
            at = self.after_clitics(flat, at, end)
            match = WORD.match(flat, at, end)
        pronoun = None if self.pronoun == NEVER else compiled(self.pronoun).match(flat, at, end)
        if pronoun and word_at(flat, pronoun.end()) in self.verbs:
            return pronoun.end()
        if match is None:
            return None
        word = match.group()
        if word in self.not_verbs:
            return None
        if word in self.adjectives and not opening:
            return at if compiled(self.certain_object).match(flat, match.end(), end) else None
        if word in self.ambiguous:
            opening = (opening and not prose) or word in self.leaning
            return self._ambiguous_at(flat, match.end(), end, at, opening=opening)
        if word in self.verbs:
            return at
        if opening and not prose and self.opening_form != NEVER and compiled(self.opening_form).fullmatch(word):
            return at
        if self.verb_form == NEVER:
            return None
        formed = compiled(self.verb_form).fullmatch(word) and compiled(self.before_object).match(flat, match.end(), end)
        return at if formed else None

    def _may_be_clitic(self, flat: str, match: re.Match[str]) -> bool:
        """Whether a clitic may begin with the word: few do, and their pattern is long."""
        word = match.group()
        if word in self._clitic_words or word.endswith(self.clitic_ends):
            return True
        after = flat[match.end() : match.end() + 1]
        return after == "_" or after.isdecimal()  # only a part of what stands there (“a2ly”)

    @cached_property
    def _clitic_words(self) -> frozenset[str]:
        """Every word that is written out in `clitics`."""
        return frozenset(WORD.findall(self.clitics))

    def _ambiguous_at(self, flat: str, after: int, end: int, at: int, *, opening: bool) -> int | None:
        if opening:
            return None if compiled(self.after_noun).match(flat, after, end) else at
        return at if compiled(self.before_object).match(flat, after, end) else None

    def after_clitics(self, flat: str, at: int, end: int) -> int:
        """Past the small words and adverbs that may stand before a verb."""
        match = compiled(self.clitics).match(flat, at, end)
        return match.end() if match else at


def word_at(flat: str, at: int) -> str:
    """The word that begins at `at`, or an empty one."""
    match = WORD.match(flat, at)
    return match.group() if match else ""
