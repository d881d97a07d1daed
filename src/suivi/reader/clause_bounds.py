"""Clause bounds: where the clause of each finite verb of a sentence begins and ends; head-first languages.

Rules:
- a clause begins at the conjunction before its verb, else after the last mark that does not end a name;
- it ends before the next verb that has a clause of its own, or before what only tells;
- a verb that shares its object with the one before, or goes on with it in a series, has no clause of its own.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from suivi.reader.coordination import Coordination
from suivi.reader.lexicon import NEVER, compiled
from suivi.reader.predicates import FUTURE, GOVERNS, PRESENT, REFUSES, TELLS, Head, Predicates

LONGEST_ARTICLE: Final = 5
LONGEST_NAME: Final = 40
SILENT: Final = (TELLS, PRESENT)
"""The verbs that begin no clause a promise could stand in."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ClauseBounds(Coordination):
    """How the clauses of one language are set apart.

    `predicates` are its finite verbs. `contrast` sets a clause against another (“while”). `joins` is a conjunction right
    before a verb that goes on with the subject of the one before; `opens_subject`: what a subject begins with after a
    mere conjunction. `series`: words that elsewhere refuse, but go on with a future in a series (“will …, and encourage
    …”). `done_too` goes on with what was done (“and have signed”).
    """

    predicates: Predicates
    contrast: str
    joins: str
    opens_subject: str = r"(?!)"
    series: str = r"(?!)"
    done_too: str = r"(?!)"

    def heads(self, flat: str, start: int, end: int) -> list[Head]:
        """Every finite verb in `flat[start:end]`, in reading order."""
        return self.predicates.find(flat, start, end)

    def finite_before(self, flat: str, start: int, end: int) -> bool:
        """Whether a finite verb of the main line stands in `flat[start:end]`; a present may be a noun, and tells nothing."""
        return any(
            head.kind is not PRESENT and not self.predicates.is_sheltered(flat, start, head.start)
            for head in self.heads(flat, start, end)
        )

    def shares_object(self, flat: str, before: Head, head: Head) -> bool:
        """Whether a finite verb right behind another one acts on the same thing (« renforcent et modernisent … »)."""
        alike = before.kind is head.kind and head.kind in (PRESENT, FUTURE) and not (before.lead or head.lead)
        return (
            alike
            and compiled(rf"{self.adverbs}(?:, *| +(?:{self.conjunction}) *)").fullmatch(flat, before.end, head.start)
            is not None
        )

    def is_serial(self, flat: str, before: Head, head: Head) -> bool:
        """Whether a verb that elsewhere refuses goes on with the future before it."""
        if before.kind is not FUTURE or compiled(self.series).match(flat, head.start) is None:
            return False
        joined = self._joined_pattern.search(flat, before.end, head.start)
        return joined is not None and joined.end("conjunction") == head.start

    def stands_aside(self, flat: str, start: int, head: Head) -> bool:
        """Whether the head is no verb of the main line; “… said that X is so and agreed to Y” comes back to it."""
        if not self.predicates.is_sheltered(flat, start, head.start):
            return False
        back = head.kind in (GOVERNS, REFUSES) and self._joined_pattern.search(flat, start, head.start)
        return not back

    def clause_start(self, flat: str, after: int, before: int, last: Head | None) -> int | None:
        """Where the clause of a verb begins: at its conjunction, else after the last mark; None if there is none.

        Of the first verb only a conjunction right before it counts: a verb unknown here stands before that.
        """
        joined = self._joined_pattern.search(flat, after, before)
        if joined:
            return joined.end("conjunction")
        begins = None
        for match in () if last is None else self._separator_pattern.finditer(flat, after, before):
            near = begins is None or match.start() - begins <= LONGEST_NAME
            if near and self._is_party(flat, after if begins is None else begins, match.start()):
                continue  # “decided Canada and Japan would”, « Alliés, le Canada et la France tiendront »
            if match.group()[0] == " " and not self._opens_clause(flat, match.end(), before):
                continue  # “the dialogue on trade and investment would”
            begins = match.end()
        return begins

    def _opens_clause(self, flat: str, start: int, before: int) -> bool:
        """Whether words after a mere conjunction may be the subject of the verb at `before`: determined, or a party."""
        if start >= before or compiled(self.opens_subject).match(flat, start, before) is not None:
            return True
        named = self.predicates.parties.first(flat, start, before)
        return named is not None and named[0] - start <= LONGEST_ARTICLE

    def _is_party(self, flat: str, start: int, end: int) -> bool:
        """Whether the words end with the name of a party (“that Canada”)."""
        begins = max(start, end - LONGEST_NAME)
        return any(stop == end for _, stop, _ in self.predicates.parties.find(flat, begins, end))

    def clause_end(self, flat: str, head: Head, later: list[Head], end: int) -> int:
        """Where the clause of a verb ends: before the next one that has a clause of its own, or before what only tells."""
        end = self._before_told(flat, head.end, end)
        for following in later:
            stop = None
            joined = self._joined_pattern.search(flat, head.end, following.start)
            again = joined and not self.predicates.auxiliaries.isdisjoint(joined.group().split())
            if joined and (again or following.kind is not TELLS):
                return joined.start()
            if following.kind in SILENT:
                continue
            for match in self._separator_pattern.finditer(flat, head.end, following.start):
                stop = match.start()
            if stop is not None:
                return stop
        return end

    def _before_told(self, flat: str, start: int, end: int) -> int:
        """Where a clause ends before one that tells of something done, by whatever verb (« et ont paraphé … »)."""
        for match in () if self.done_too == NEVER else compiled(self.done_too).finditer(flat, start, end):
            if not self.predicates.is_sheltered(flat, start, match.end()):
                return match.start()
        return end

    @cached_property
    def _joined_pattern(self) -> re.Pattern[str]:
        return compiled(rf"(?:{self.joins})$")

    @cached_property
    def _separator_pattern(self) -> re.Pattern[str]:
        return compiled(
            rf"[,;] *(?:(?:{self.conjunction}) *)?(?:(?:{self.contrast}) *)?| +(?:{self.conjunction}) *| +[–—] +| +(?:{self.contrast}) *"
        )
