"""Head last: the grammar of languages whose verb ends the clause (Korean).

Rules:
- the ending decides: one of commitment commits anywhere, a plain present or a noun of action only where the
  setting is directive (R1); endings of the past and of mere speech commit nowhere (R2);
- a clause tied to the next by “and” is a commitment of its own if both have an object (R3); not where the next
  verb only serves a purpose or describes a noun, which without a comma is doubted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from suivi.reader.grammar import Action, Setting
from suivi.reader.lexicon import compiled


@dataclass(frozen=True, kw_only=True)
class HeadLast:
    """A grammar, given the endings of one language, as patterns over the flat text.

    `commits`, `plain`, `nominal` and `refuses` are ends of a clause; `breaks` ends a clause whose force is its
    own, in the middle of a sentence; `tied` ends one that shares the force of the last; `noun_tied` does so
    between nouns of action. `object` is what shows that a clause has something to act on; `governed` that its
    verb serves another. `parties` begins a clause whose subject they are, `topic` marks any
    subject. `elaborates` begins a sentence that only details the one before it (R5).
    """

    commits: str
    plain: str
    nominal: str
    refuses: str
    breaks: str
    tied: str
    noun_tied: str
    object: str
    governed: str
    parties: str
    topic: str
    elaborates: str
    lead_in: str

    def actions(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        """The commitments in `flat[start:end]` (see `Grammar`)."""
        start, end = _trimmed(flat, start, end)
        if start >= end or compiled(self.elaborates).match(flat, start, end):
            return []
        actions: list[Action] = []
        for begins, ends, broken in self._segments(flat, start, end):
            actions += self._of_segment(flat, begins, ends, setting, broken=broken)
        return actions

    def leads(self, flat: str, start: int, end: int) -> Setting | None:
        """The force of a list after this clause (see `Grammar`)."""
        start, end = _trimmed(flat, start, end)
        if compiled(self.lead_in).search(flat, start, end) or _ends(self.commits, flat, start, end):
            return Setting.LISTED
        return None if _ends(self.refuses, flat, start, end) else Setting.DIRECTIVE

    def verb_zone(self, flat: str, action: Action) -> tuple[int, int]:
        """The last words of the action, where its verb stands with the noun it is made of (see `Grammar`)."""
        return action.verb, action.end

    def _segments(self, flat: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        for match in compiled(self.breaks).finditer(flat, start, end):
            yield start, match.start("end"), True
            start = match.end()
        if start < end:
            yield start, end, False

    def _of_segment(self, flat: str, start: int, end: int, setting: Setting, *, broken: bool) -> list[Action]:
        start, end = _trimmed(flat, start, end)
        if start >= end:
            return []
        if broken or _ends(self.commits, flat, start, end):
            return self._split(flat, start, end, nominal=False)
        if _ends(self.refuses, flat, start, end):
            return []
        if _ends(self.plain, flat, start, end):
            heard = setting is not Setting.PROSE or self._speaks_for_the_parties(flat, start, end)
            return self._split(flat, start, end, nominal=False) if heard else []
        if setting is Setting.PROSE:
            return []
        if _ends(self.nominal, flat, start, end):
            return self._split(flat, start, end, nominal=True)
        if setting is Setting.LISTED and flat.find(" ", start, end) > 0 and flat[end - 1] != "다":
            return [Action(start, end, _last_words(flat, start, end), ("R1",), doubt="commitment")]
        return []

    def _speaks_for_the_parties(self, flat: str, start: int, end: int) -> bool:
        # A plain present in prose commits only where the parties are its subject, said or left out.
        return compiled(self.parties).match(flat, start, end) is not None or (
            compiled(self.topic).search(flat, start, end) is None
        )

    def _split(self, flat: str, start: int, end: int, *, nominal: bool) -> list[Action]:
        """The clauses tied together in one segment, each an action if it and the next have an object."""
        actions: list[Action] = []
        begins, doubt = start, ""
        for match in self._ties(flat, start, end, nominal=nominal):
            following = flat[match.end() : end]
            noun = match.lastgroup == "noun"
            if not all(
                self._has_object(flat, *part, noun=noun) for part in ((begins, match.start()), (match.end(), end))
            ):
                continue
            if _inside_brackets(flat, begins, match.start()):
                continue
            governed = compiled(self.governed).search(following)
            if governed and "," not in match.group():
                doubt = doubt or "joined"
                continue
            actions.append(self._action(flat, begins, match.start("end"), ("R1", "R3"), doubt))
            begins, doubt = match.end(), "split" if governed or noun else ""
        rules = ("R1", "R3") if actions else ("R1",)
        return [*actions, self._action(flat, begins, end, rules, doubt)]

    def _ties(self, flat: str, start: int, end: int, *, nominal: bool) -> list[re.Match[str]]:
        ties = list(compiled(self.tied).finditer(flat, start, end))
        if nominal:
            ties += compiled(self.noun_tied).finditer(flat, start, end)
        return sorted(ties, key=re.Match.start)

    def _has_object(self, flat: str, start: int, end: int, *, noun: bool) -> bool:
        return compiled(r"\S +\S" if noun else self.object).search(flat, start, end) is not None

    def _action(self, flat: str, start: int, end: int, rules: tuple[str, ...], doubt: str) -> Action:
        start, end = _trimmed(flat, start, end)
        return Action(start, end, self._verb(flat, start, end), rules, doubt)

    def _verb(self, flat: str, start: int, end: int) -> int:
        ending = compiled(rf"(?:{self.commits})$").search(flat, start, end)
        return _last_words(flat, start, ending.start() + 1 if ending else end)


def _ends(pattern: str, flat: str, start: int, end: int) -> bool:
    # Endings are short; looking at the last characters alone keeps long sentences cheap.
    return compiled(rf"(?:{pattern})$").search(flat, max(start, end - 40), end) is not None


def _last_words(flat: str, start: int, end: int) -> int:
    """Where the last word of `[start, end)` begins."""
    return max(start, flat.rfind(" ", start, end) + 1)


def _inside_brackets(flat: str, start: int, at: int) -> bool:
    return flat.count("(", start, at) > flat.count(")", start, at)


def _trimmed(flat: str, start: int, end: int) -> tuple[int, int]:
    while start < end and flat[start] in " ,;":
        start += 1
    while start < end and flat[end - 1] in " ,;.:":
        end -= 1
    return start, end
