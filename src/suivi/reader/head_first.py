"""Head first: the grammar of languages whose verb stands before its object (French, English).

Rules:
- a clause that opens with a bare verb commits where its setting is directive (R1);
- else only words of commitment commit, and not those inside a relative or conditional clause (R1, R2);
- coordinated verbs part a clause where each has an object of its own (R3), light verbs are looked through (R4);
- a verb that another one governs (« pour », “to”) begins no clause, unless a comma and a conjunction
  bring the sentence back to its main line: then the split is made, and doubted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from suivi.reader.grammar import Action, Setting
from suivi.reader.lexicon import compiled


class _Predicate(NamedTuple):
    """One verb that commits or refuses to: where it begins, where its complement begins, which it is."""

    start: int
    end: int
    kind: str
    lead: str


@dataclass(frozen=True, kw_only=True)
class HeadFirst:
    """A grammar, given the words of one language.

    `verbs` act by themselves; `ambiguous` ones among them are nouns too and act only before an object
    (`before_object` in the middle of a clause, anything but `after_noun` at its start); `verb_form` finds
    verbs by their ending, before an object; `not_verbs` are look-alikes. `suffix`: coordinated verbs share
    it or its absence. `clitics` may stand before a verb, `adverbs` after it. `commits` ends where the verb it
    governs begins, with the preposition it asks for as group `lead`; `future` is a finite verb that commits by
    itself; `refuses` are predicates that do not commit; `shelter` opens a relative or conditional clause.
    `opening` begins an adverbial before a bare verb. `nominal` begins a noun of action.
    """

    verbs: frozenset[str]
    ambiguous: frozenset[str]
    not_verbs: frozenset[str]
    verb_form: str
    before_object: str
    after_noun: str
    suffix: str
    clitics: str
    adverbs: str
    preposition: str
    conjunction: str
    commits: str
    future: str
    not_future: frozenset[str]
    refuses: str
    shelter: str
    opening: str
    light: str
    governs: str
    nominal: str
    elaborates: str
    lead_in: str

    def actions(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        """The commitments in `flat[start:end]` (see `Grammar`)."""
        start = self._after_conjunction(flat, start, end)
        start, end = _trimmed(flat, start, end)
        if start >= end or compiled(self.elaborates).match(flat, start, end):
            return []
        verb = self._bare_verb(flat, start, end, setting)
        if verb is not None:
            return self._split(flat, start, end, verb, lead="", rule="R1")
        found = self._predicated(flat, start, end)
        if found or setting is not Setting.LISTED:
            return found
        return self._listed(flat, start, end)

    def leads(self, flat: str, start: int, end: int) -> Setting | None:
        """The force of a list after this clause (see `Grammar`)."""
        if compiled(self.lead_in).search(flat, start, end):
            return Setting.LISTED
        kinds = [predicate.kind for predicate in self._predicates(flat, start, end)]
        if not kinds:
            return Setting.DIRECTIVE
        return None if kinds[-1] == "refuses" else Setting.LISTED

    def verb_zone(self, flat: str, action: Action) -> tuple[int, int]:
        """From the governing verb on, long enough for “strengthen the capacity of” (see `Grammar`)."""
        clitic = 2 if flat.startswith("s'", action.verb - 2) else 3 if flat.startswith("se ", action.verb - 3) else 0
        return action.verb - clitic, min(action.end, action.verb + 60)

    # Opening verbs

    def _bare_verb(self, flat: str, start: int, end: int, setting: Setting) -> int | None:
        verb = self._verb_at(flat, start, end, opening=True, prose=setting is Setting.PROSE)
        if verb is not None:
            return verb
        if compiled(self.opening).match(flat, start, end):
            return self._verb_after_adverbial(flat, start, end)
        return None

    def _verb_after_adverbial(self, flat: str, start: int, end: int) -> int | None:
        for match in compiled(r",(?: +(?!and\b|et\b))").finditer(flat, start, end):
            verb = self._verb_at(flat, match.end(), end, opening=False)
            if verb is not None and not _inside_brackets(flat, start, match.start()):
                return None if self._finite_before(flat, start, match.start()) else verb
        return None

    def _finite_before(self, flat: str, start: int, end: int) -> bool:
        # A participle after a comma (“…, signed by both, …”) is no verb of the sentence.
        return any(flat[start : found.start].rstrip()[-1:] != "," for found in self._predicates(flat, start, end))

    def _verb_at(self, flat: str, at: int, end: int, *, opening: bool, prose: bool = False) -> int | None:
        """Where the verb at `at` begins, after clitics and adverbs, or None if no acting verb stands there."""
        at = self._after_clitics(flat, at, end)
        match = _WORD.match(flat, at, end)
        if match is None or match.group() in self.not_verbs:
            return None
        word = match.group()
        if word in self.ambiguous:
            return self._ambiguous_at(flat, match.end(), end, at, opening=opening and not prose)
        if word in self.verbs:
            return at
        formed = compiled(self.verb_form).fullmatch(word) and compiled(self.before_object).match(flat, match.end(), end)
        return at if formed else None

    def _ambiguous_at(self, flat: str, after: int, end: int, at: int, *, opening: bool) -> int | None:
        if opening:
            return None if compiled(self.after_noun).match(flat, after, end) else at
        return at if compiled(self.before_object).match(flat, after, end) else None

    def _after_clitics(self, flat: str, at: int, end: int) -> int:
        match = compiled(self.clitics).match(flat, at, end)
        return match.end() if match else at

    def _after_conjunction(self, flat: str, start: int, end: int) -> int:
        match = compiled(rf"(?:{self.conjunction}) +").match(flat, start, end)
        return match.end() if match else start

    # Predicates of commitment

    def _predicates(self, flat: str, start: int, end: int) -> Iterator[_Predicate]:
        for match in self._predicate_pattern.finditer(flat, start, end):
            kind = match.lastgroup or ""
            if kind == "future" and match.group() in self.not_future:
                continue
            yield _Predicate(match.start(), match.end(), kind, _last_word(match.group()))

    @cached_property
    def _predicate_pattern(self) -> re.Pattern[str]:
        return compiled(
            rf"\b(?=\w)(?:(?P<commits>{self.commits})|(?P<refuses>{self.refuses})|(?P<future>{self.future}))"
        )

    def _predicated(self, flat: str, start: int, end: int) -> list[Action]:
        found = [
            predicate
            for predicate in self._predicates(flat, start, end)
            if not self._sheltered(flat, start, predicate.start)
        ]
        actions: list[Action] = []
        for place, predicate in enumerate(found):
            if predicate.kind == "refuses":
                continue
            stop = end if place + 1 == len(found) else self._break(flat, predicate.end, found[place + 1].start)
            begins = start if place == 0 else self._subject_start(flat, found[place - 1].end, predicate.start)
            actions += self._of_predicate(flat, begins, stop, predicate)
        return actions

    def _of_predicate(self, flat: str, start: int, end: int, predicate: _Predicate) -> list[Action]:
        start, end = _trimmed(flat, start, end)
        if predicate.kind == "future":
            return [Action(start, end, predicate.start, ("R1",), finite=True)] if end > predicate.end else []
        verb = self._verb_at(flat, predicate.end, end, opening=True)
        if verb is not None:
            return self._split(flat, start, end, verb, lead=predicate.lead, rule="R1")
        noun = _inked(flat, predicate.end, end)
        if compiled(self.nominal).match(flat, noun, end):
            return [Action(start, end, noun, ("R1",))]
        return []

    def _sheltered(self, flat: str, start: int, at: int) -> bool:
        # From the last mark of punctuation to the verb: « … des initiatives que nous réaliserons ».
        begins = max(start, *(flat.rfind(mark, start, at) + 1 for mark in ",;:("))
        return compiled(self.shelter).search(flat, begins, at) is not None

    def _break(self, flat: str, after: int, before: int) -> int:
        """Where a predicate's clause ends before the next one: at the last separator between the two."""
        stop = before
        for match in self._separator_pattern.finditer(flat, after, before):
            stop = match.start()
        return stop

    def _subject_start(self, flat: str, after: int, before: int) -> int:
        begins = before
        for match in self._separator_pattern.finditer(flat, after, before):
            begins = match.end()
        return begins

    @cached_property
    def _separator_pattern(self) -> re.Pattern[str]:
        return compiled(rf"[,;] *(?:(?:{self.conjunction}) +)?| +(?:{self.conjunction}) +")

    # Lists

    def _listed(self, flat: str, start: int, end: int) -> list[Action]:
        if compiled(self.nominal).match(flat, start, end):
            return [Action(start, end, start, ("R1",))]
        if self._finite_before(flat, start, end) or flat.find(" ", start, end) < 0:
            return []
        return [Action(start, end, start, ("R1",), doubt="commitment")]

    # Coordination: rules R3 and R4

    def _split(self, flat: str, start: int, end: int, verb: int, *, lead: str, rule: str) -> list[Action]:
        acting = self._after_light(flat, verb, end)
        rules = (rule,) if acting == verb else (rule, "R4")
        parts: list[Action] = []
        line = _Line(acting, _word_end(flat, acting, end))
        begins, doubt = start, ""
        for match in self._boundary_pattern.finditer(flat, line.verb_end, end):
            following = self._coordinated(flat, match, end, line)
            if following is None or _inside_brackets(flat, begins, match.start()):
                continue
            verdict = self._verdict(flat, match, line, lead)
            if verdict == "shared":
                line = line._replace(verb_end=_word_end(flat, following, end))
            elif verdict == "governed":
                line = line._replace(passed=True)
                doubt = doubt or "joined"
            elif verdict in ("split", "split-doubted"):
                parts.append(
                    Action(begins, match.start(), line.verb, _with(rules, "R3"), "split" if doubt == "split" else "")
                )
                begins, doubt = match.end(), "split" if verdict == "split-doubted" else ""
                acting = self._after_light(flat, following, end)
                line = _Line(acting, _word_end(flat, acting, end))
        parts.append(Action(begins, end, line.verb, _with(rules, "R3") if parts else rules, doubt))
        return [_tidied(flat, part) for part in parts]

    def _coordinated(self, flat: str, match: re.Match[str], end: int, line: "_Line") -> int | None:
        following = self._verb_at(flat, match.end(), end, opening=False)
        if following is None:
            return None
        if self.suffix and (
            _word(flat, following).endswith(self.suffix) != _word(flat, line.verb).endswith(self.suffix)
        ):
            return None
        return following

    def _verdict(self, flat: str, match: re.Match[str], line: "_Line", lead: str) -> str:
        between = flat[line.verb_end : match.start()]
        if compiled(self.adverbs).fullmatch(between):
            return "shared"
        if match.group("preposition"):
            return "split" if lead and lead.startswith(match.group("preposition").strip()[:1]) else "other"
        if not compiled(self.governs).search(flat, line.verb_end, match.start()):
            return "split"
        if not match.group("both") or line.passed:
            return "governed"
        return "split-doubted"

    @cached_property
    def _boundary_pattern(self) -> re.Pattern[str]:
        return compiled(
            rf"(?:(?P<both>[,;] *(?:{self.conjunction}) +)|[,;] +| +(?:{self.conjunction}) +)"
            rf"(?P<preposition>{self.preposition})?"
        )

    def _after_light(self, flat: str, verb: int, end: int) -> int:
        while (match := compiled(self.light).match(flat, verb, end)) and match.end() < end:
            following = self._verb_at(flat, match.end(), end, opening=True)
            if following is None:
                break
            verb = following
        return verb


class _Line(NamedTuple):
    """The verb whose clause is being read; `passed` if a governed verb was already passed over in it."""

    verb: int
    verb_end: int
    passed: bool = False


_WORD = compiled(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _inked(flat: str, at: int, end: int) -> int:
    while at < end and flat[at] in " :":
        at += 1
    return at


def _word(flat: str, at: int) -> str:
    match = _WORD.match(flat, at)
    return match.group() if match else ""


def _word_end(flat: str, at: int, end: int) -> int:
    match = _WORD.match(flat, at, end)
    return match.end() if match else at


def _last_word(phrase: str) -> str:
    return phrase.replace("'", "").split()[-1] if phrase.strip() else ""


def _inside_brackets(flat: str, start: int, at: int) -> bool:
    return flat.count("(", start, at) > flat.count(")", start, at) or flat.count("«", start, at) > flat.count(
        "»", start, at
    )


def _with(rules: tuple[str, ...], rule: str) -> tuple[str, ...]:
    return rules if rule in rules else tuple(sorted((*rules, rule)))


def _tidied(flat: str, action: Action) -> Action:
    start, end = _trimmed(flat, action.start, action.end)
    return Action(start, end, action.verb, action.rules, action.doubt)


def _trimmed(flat: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks around it and without the punctuation that closes it (R6)."""
    while start < end and flat[start] in " ,;":
        start += 1
    while start < end and flat[end - 1] in " ,;.:":
        end -= 1
    return start, end
