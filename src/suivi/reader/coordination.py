"""Coordination: where one clause holds several commitments, and which verb each acts by (rules R3 and R4).

Rules:
- coordinated verbs part a clause where each has an object of its own (R3), light verbs are looked through (R4);
- a verb that another one governs (« pour », “to”) begins no clause, unless a comma and a conjunction
  bring the sentence back to its main line: then the split is made, and doubted.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from suivi.reader.grammar import Action
from suivi.reader.lexicon import compiled
from suivi.reader.predicates import WORD
from suivi.reader.verbs import Verbs

LONG_PURPOSE: Final = 15


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Coordination(Verbs):
    """How the verbs of one language are joined.

    `adverbs` may stand after a verb, a `preposition` before one that goes on with a word of commitment, `conjunction`
    between two. `shared_object` is a verb whose object was named before; `oxford` where a comma may stand before the
    last conjunction of a series. `light` verbs are looked through. `governs` is a verb under another one,
    `governs_form` one that bears the suffix; `no_verb` can never be a verb, even where one is asked for. `gathers` is
    a verb without an object, which shares none with the next (“meet yearly and review”). `futures` are words by which
    a future goes on after a conjunction (“resolve to support … and will impose”), unless one of `shelters` stands
    between. `purpose` verbs behind a comma and a repeated “to” say what the act before them is for. `other` is a
    small word that may go on with verbs led by another. `purposes_by` opens a purpose right before a small word that
    goes on with it (« afin de prévenir et de combattre … »). `alike` are the vague verbs that go on with one another,
    past a purpose (“strengthen X to promote Y and deepen Z”). `mere` joins without a comma, with its blanks;
    `unfinished` ends an act whose object is yet to come (“share the state of and exchange figures about …”).
    """

    adverbs: str
    preposition: str
    conjunction: str
    shared_object: str
    oxford: bool
    light: str
    governs: str
    governs_form: str
    no_verb: str
    gathers: str = r"(?!)"
    futures: frozenset[str] = frozenset()
    shelters: str = r"(?!)"
    purpose: str = r"(?!)"
    alike: str = r"(?!)"
    other: str = ""
    purposes_by: str = r"(?!)"
    unfinished: str = r"(?!)"
    mere: str = ""

    def split(self, flat: str, start: int, end: int, verb: int, *, lead: str, rule: str) -> list[Action]:
        """The commitments in `[start, end)` that the verb at `verb` begins; `lead` is the small word it is governed by."""
        acting = self.after_light(flat, verb, end)
        rules = (rule,) if acting == verb else (rule, "R4")
        parts: list[Action] = []
        line = _Line(acting, word_end(flat, acting, end), verb, by=self._led_by(flat, verb, acting))
        begins, doubt = start, ""
        for match in self._boundary_pattern.finditer(flat, line.verb_end, end):
            following = self._coordinated(flat, match, end, line)
            if following is None or inside_brackets(flat, begins, match.start()):
                continue
            formed = self.is_formed(flat, following)
            verdict = self._verdict(flat, match, end, line, lead, formed=formed)
            if verdict == "shared":
                line = line._replace(verb_end=word_end(flat, following, end))
            elif verdict == "governed":
                listing = self.oxford and match.group().strip() == ","
                line = line._replace(passed=line.passed or listing)
                doubt = doubt or ("joined" if self._may_be_its_own(flat, match, line) else "")
            elif verdict in ("split", "split-doubted"):
                parts.append(
                    Action(
                        begins, match.start(), line.verb, with_rule(rules, "R3"), "split" if doubt == "split" else ""
                    )
                )
                begins, doubt = match.end(), "split" if verdict == "split-doubted" else ""
                acting = self.after_light(flat, following, end)
                line = _Line(
                    acting, word_end(flat, acting, end), following, by=self._led_by(flat, following, acting) or line.by
                )
        parts.append(Action(begins, end, line.verb, with_rule(rules, "R3") if parts else rules, doubt))
        return [self._doubted(flat, _tidied(flat, part)) for part in parts]

    def _doubted(self, flat: str, part: Action) -> Action:
        """The part, in doubt where a mere conjunction joins to it what may be a verb with an object of its own."""
        if part.doubt or not self.mere:
            return part
        at = flat.find(self.mere, part.verb, part.end)
        while at >= 0:
            begins = at + len(self.mere)
            word = flat[begins : flat.find(" ", begins)]
            if word in self.verbs and word not in self.ambiguous and self._goes_alone(flat, part.verb, at, begins):
                return part._replace(doubt="joined")
            at = flat.find(self.mere, begins, part.end)
        return part

    def _goes_alone(self, flat: str, verb: int, at: int, following: int) -> bool:
        """Whether the verb at `following` has an object of its own (“monitor and deter …” is one act) and the form of `verb`."""
        before = flat[flat.rfind(" ", verb, at) + 1 : at]
        apart = before not in self.verbs and not before.endswith(",")
        return apart and self.is_formed(flat, following) == self.is_formed(flat, verb)

    def _leads_anew(self, flat: str, line: "_Line", match: re.Match[str], lead: str) -> bool:
        """Whether a series goes on by another small word than it began with (« leur volonté de … et à … »)."""
        word = match.group("preposition").strip()
        if word != self.other or not lead or lead.startswith(word):
            return False
        return compiled(rf"(?<!\w){word} +(?=\w+)").search(flat, line.verb_end, match.start()) is None

    def _led_by(self, flat: str, verb: int, acting: int) -> str:
        """The small word right before the verb that acts behind a light one; empty where none is light."""
        words = flat[verb:acting].split()
        return words[-1] if words else ""

    def _may_be_its_own(self, flat: str, match: re.Match[str], line: "_Line") -> bool:
        """Whether a single verb after a purpose may go on with the main line: “to cut emissions by half and build …”."""
        if not match.group("alone") or match.group("preposition") or line.passed:
            return False
        purposes = [found.end() for found in compiled(self.governs).finditer(flat, line.verb_end, match.start())]
        return len(purposes) == 1 and match.start() - purposes[-1] >= LONG_PURPOSE

    def _coordinated(self, flat: str, match: re.Match[str], end: int, line: "_Line") -> int | None:
        if compiled(self.shared_object).match(flat, match.end(), end):
            return None
        if compiled(self.unfinished).search(flat, max(line.verb_end, match.start() - 10), match.start()):
            return None
        following = self.verb_at(flat, match.end(), end, opening=False)
        if following is None and match.group("preposition"):
            following = self._any_verb_at(flat, match.end(), end)
            word = WORD.match(flat, match.end(), end)
            if following is None and word and word.group() in self.verbs:
                noun = compiled(self.after_noun).match(flat, word.end(), end)
                following = None if noun else match.end()
        if following is None:
            return None
        forms = (self.is_formed(flat, line.verb), self.is_formed(flat, line.first))
        if self.is_formed(flat, following) not in forms:
            return None
        return following

    def _any_verb_at(self, flat: str, at: int, end: int) -> int | None:
        """Behind a repeated “to” nearly any word before an object is a verb."""
        at = self.after_clitics(flat, at, end)
        match = WORD.match(flat, at, end)
        if match is None or compiled(self.no_verb).fullmatch(match.group()) or not self.oxford:
            return None
        return at if compiled(self.before_object).match(flat, match.end(), end) else None

    def _verdict(self, flat: str, match: re.Match[str], end: int, line: "_Line", lead: str, *, formed: bool) -> str:
        between = flat[line.verb_end : match.start()]
        if compiled(self.adverbs).fullmatch(between):
            return "split" if between.strip() and compiled(self.gathers).match(flat, line.verb) else "shared"
        if match.group("preposition"):
            return self._repeated(flat, match, end, line, lead)
        governs = self.governs_form if formed else self.governs
        if not compiled(governs).search(flat, line.verb_end, match.start()):
            return "split"
        if match.group("joined") and not line.passed:
            return "split-doubted"
        following = self.after_clitics(flat, match.end(), len(flat))
        like = compiled(self.alike).match(flat, line.verb) and compiled(self.alike).match(flat, following)
        return "split-doubted" if like else "governed"

    def _repeated(self, flat: str, match: re.Match[str], end: int, line: "_Line", lead: str) -> str:
        """What a verb behind its own small word is: one more of a series, a future of its own, or a purpose."""
        word = match.group("preposition").strip()
        if word in self.futures:
            apart = compiled(self.shelters).search(flat, line.verb_end, match.start()) is None
            return "split" if lead.startswith(word[:1]) or (apart and _joined(match)) else "other"
        if line.by and line.by == word and not self.oxford:
            return "split"  # « coopérer pour ouvrir …, ainsi que pour simplifier … »
        if not self.oxford and _joined(match) and self._leads_anew(flat, line, match, lead):
            return "split-doubted"
        if not lead or not lead.startswith(word[:1]):
            return "other"
        if _joined(match):
            served = compiled(self.purposes_by).search(flat, line.verb_end, match.start())
            return "governed" if served else self._after_purpose(flat, match, line)
        if compiled(rf"(?:{self.conjunction}) *{word} ").search(flat, match.end(), end):
            verdict = self._after_purpose(flat, match, line)
            doubted = verdict == "split" and compiled(self.purpose).match(flat, match.end())
            return "split-doubted" if doubted else verdict
        return "other" if self.oxford else "split"  # “intend to add sensors, to improve safety”: what it is for

    def _after_purpose(self, flat: str, match: re.Match[str], line: "_Line") -> str:
        """“to add sensors to improve safety and to save fuel”: one more purpose, where the first act names one."""
        if not self.oxford or not compiled(self.governs).search(flat, line.verb_end, match.start()):
            return "split"
        vague = compiled(self.alike).match(flat, line.verb)
        return "governed" if match.group("alone") or vague else "split-doubted"

    @cached_property
    def _boundary_pattern(self) -> re.Pattern[str]:
        return compiled(
            rf"[,; ](?:(?<=[,;]) *(?P<joined>{self.conjunction}) *|(?<=[,;]) +|(?<= ) *(?P<alone>{self.conjunction}) *)"
            rf"(?P<preposition>{self.preposition})?"
        )

    def after_light(self, flat: str, verb: int, end: int) -> int:
        """The verb that acts: the one at `verb`, or the one behind it where it is light."""
        while (match := compiled(self.light).match(flat, verb, end)) and match.end() < end:
            following = self.verb_at(flat, match.end(), end, opening=True)
            if following is None:
                break
            verb = following
        return verb


def _joined(match: re.Match[str]) -> bool:
    return bool(match.group("joined") or match.group("alone"))


class _Line(NamedTuple):
    """The verb whose clause is being read, the `first` one if that is behind a light verb.

    `passed` if a governed verb was already passed over in it; `by`: the small word behind the light verb (« pour »).
    """

    verb: int
    verb_end: int
    first: int
    passed: bool = False
    by: str = ""


def word_end(flat: str, at: int, end: int) -> int:
    """Where the word at `at` ends; `at` if none stands there."""
    match = WORD.match(flat, at, end)
    return match.end() if match else at


def inside_brackets(flat: str, start: int, at: int) -> bool:
    """Whether a bracket or quotation mark opened after `start` is still open at `at`."""
    opened = flat.count("(", start, at)
    if opened and opened > flat.count(")", start, at):
        return True
    opened = flat.count("«", start, at)
    return bool(opened) and opened > flat.count("»", start, at)


def with_rule(rules: tuple[str, ...], rule: str) -> tuple[str, ...]:
    """The rules and one more, in order, each once."""
    return rules if rule in rules else tuple(sorted((*rules, rule)))


def _tidied(flat: str, action: Action) -> Action:
    start, end = trimmed(flat, action.start, action.end)
    if (start, end) == (action.start, action.end):
        return action
    return Action(start, end, action.verb, action.rules, action.doubt)


def trimmed(flat: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks around it and without the punctuation that closes it (R6)."""
    while start < end and flat[start] in " ,;–—":
        start += 1
    while start < end and flat[end - 1] in " ,;.:":
        end -= 1
    return start, end
