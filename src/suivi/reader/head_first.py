"""Head first: the grammar of languages whose verb stands before its object (French, English).

Rules:
- a clause that opens with a bare verb commits where its setting is directive (R1);
- else only words of commitment commit (`promises.py`), each in its clause (`clause_bounds.py`);
- what is joined in one clause is parted by `coordination.py` (R3, R4), verbs are known by `verbs.py`.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from suivi.reader.clause_bounds import SILENT
from suivi.reader.coordination import inside_brackets, trimmed
from suivi.reader.flat import AnyOf, Flat
from suivi.reader.grammar import PASSED_OVER, Action, Setting
from suivi.reader.lexicon import NEVER, compiled
from suivi.reader.predicates import BODY, FUTURE, GOVERNS, PARTY, PRESENT, REFUSES, THIS
from suivi.reader.promises import COMMITS, FAR, Promises
from suivi.reader.verbs import word_at

WORDS_OF_SENTENCE: Final = 8
MOST_SPACES_OF_SUBJECT: Final = 9
NEAR: Final = 4  # “…, which will:”
FEWEST_WORDS: Final = 3  # an act and what is to be done
_PROSE, _DIRECTIVE, _LISTED, _ARTICLE = Setting.PROSE, Setting.DIRECTIVE, Setting.LISTED, Setting.ARTICLE
_CLOSING: Final = {"«": "»", "“": "”"}


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class HeadFirst(Promises):
    """A grammar, given the words of one language (with those of `Verbs`, `Coordination`, `ClauseBounds` and `Promises`).

    `determined` begins a noun of action that is rather a subject, `act_of` one with what is to be done (“launch of …”).
    `as_subject` follows a verb that is itself a subject (« ouvrir … est la … »), and begins with `as_subject_words`. `elaborates` opens what only details
    (R5); `lead_in` ends a clause that makes a list commit, `lead_out` one that makes it commit to nothing. `destined`: a
    subject, as `who`, and what says that it is to act (“Canada to …”). `in_articles`: the grammar of articles, where it
    is another; `delegates`: who is told to do something, up to the verb of what (“task our banks to …”), which then tells
    the mode; `serves` opens the purposes that a series of bare verbs goes on with (« afin de »); `preambles` opens what a
    comma or semicolon ends before the words that enact (“resolved to …; hereby adopt”); `that` opens an item which says
    what is so; `agrees` is an item by which the parties are to agree on something (“agree on a calendar”); `of_areas`
    leads to a list of mere areas, in which nothing is promised where `areas_are_none`, `on_areas` to a list of what is to
    be done together; `instances` opens examples in an item of nouns; `said_by_all` follows a sentence in quotation marks that
    all of them said; `enacts` ends the recitals of an agreement; `verb_unknown` is a finite verb that no list knows, behind the
    noun that is its subject, `main_line` the subject of a sentence behind the purpose it opens with.
    """

    as_subject: str
    as_subject_words: AnyOf
    determined: str
    act_of: str
    elaborates: str
    lead_in: str
    lead_out: str
    destined: str = r"(?!)"
    in_articles: "HeadFirst | None" = None
    delegates: str = r"(?!)"
    serves: str = r"(?!)"
    preambles: str = r"(?!)"
    agrees: str = r"(?!)"
    that: str = r"(?!)"
    on_areas: str = r"(?!)"
    of_areas: str = r"(?!)"
    areas_are_none: bool = False
    said_by_all: str = r"(?!)"
    instances: str = r"(?!)"
    enacts: str = r"(?!)"
    verb_unknown: str = r"(?!)"
    main_line: str = r"(?!)"

    def actions(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        """The commitments in `flat[start:end]` (see `Grammar`)."""
        if setting is _ARTICLE:
            return (self.in_articles or self).actions(flat, start, end, _PROSE)
        if not flat[start : start + 1].isalnum():
            start, end = self._said_by_all(flat, self._after_open_quotation(flat, start, end), end)
        start, end = trimmed(flat, self._after_conjunction(flat, start, end), end)
        lead = ""
        if setting is not _PROSE:
            begins = self._after_preposition(flat, start, end)
            lead, start = flat[start:begins].strip(), begins
        elif self.oxford and flat.startswith("to ", start):
            lead = "to"
        if start >= end or compiled(self.elaborates).match(flat, start, end):
            return []
        enacts = setting is _PROSE and self.enacts != NEVER
        if enacts and compiled(self.enacts).search(flat, max(start, end - FAR), end):
            return []  # « décidés à …, sont convenus de ce qui suit »
        if flat[start] == "(" and flat.find(")", start, end) >= end - 2:
            return []  # “(Department of Justice)” says who will do what stands before it
        if setting is not _LISTED and flat[end : end + 1] in (",", ";") and compiled(self.preambles).match(flat, start):
            return []
        purpose = lead == "to" and setting is not _LISTED and compiled(self.main_line).search(flat, start, end)
        verb = None if purpose else self._bare_verb(flat, start, end, setting)  # “To assist X, the Government offers …”
        if verb is not None:
            end = self._before_detail(flat, verb, end)
            return self.split(flat, start, end, verb, lead=lead, rule="R1")
        detailed = setting is not _PROSE and compiled(self.nominal).match(flat, start, end)
        if detailed:
            end = self._before_detail(flat, start, end)
        every = self.heads(flat, start, end)
        found = self.promised_in(flat, start, end, every)
        if detailed and all(action.doubt == PASSED_OVER for action in found):
            found = []  # « la signature d'un accord, qui procurera … »: the noun is what is promised
        if setting is _LISTED and found and all(action.doubt == PASSED_OVER for action in found):
            found = self._told_in_list(flat, start, end) or found
        if found or setting is _PROSE:
            return found or self.hinted(flat, start, end, every)
        verb = self._destined(flat, start, end)
        if verb is not None:
            return self.split(flat, start, end, verb, lead="to", rule="R1")
        return self._listed(flat, start, end, setting)

    def _destined(self, flat: str, start: int, end: int) -> int | None:
        """The verb of a headline that says who is to do something (“Canada to host …”), or None."""
        match = compiled(self.destined).match(flat, start, end)
        if match is None or self.finite_before(flat, start, end):
            return None
        who, _ = self.predicates.who(flat, start, match.end("who"))
        if compiled(self.predicates.passive).match(flat, match.end(), end):
            return match.end()  # “fair to be held in May”
        return self.verb_at(flat, match.end(), end, opening=True) if who in (PARTY, BODY) else None

    def _before_detail(self, flat: str, start: int, end: int) -> int:
        """Where an item ends before a sentence that only details it, after a colon (R5)."""
        colon = flat.find(": ", start, end)
        if colon < 0 or not self.finite_before(flat, colon + 2, end):
            return end
        while flat[colon - 1] == " ":
            colon -= 1
        return colon

    def leads(self, flat: str, start: int, end: int) -> Setting | None:
        """The force of a list after this clause (see `Grammar`)."""
        if self.in_articles and self.names_parties(flat, start, end):
            return _ARTICLE
        heads = [head for head in self.heads(flat, start, end) if head.kind not in SILENT]
        kinds = [
            head.kind
            for head in heads
            if head.end > end - NEAR or not self.predicates.is_sheltered(flat, start, head.start)
        ]
        if compiled(self.on_areas).search(flat, start, end):
            return _LISTED
        if compiled(self.of_areas).search(flat, start, end):
            return None if self.areas_are_none else _DIRECTIVE
        if (kinds and kinds[-1] is REFUSES) or compiled(self.lead_out).search(flat, start, end):
            return None
        return _LISTED if kinds or compiled(self.lead_in).search(flat, start, end) else _DIRECTIVE

    def names_parties(self, flat: str, start: int, end: int) -> bool:
        """Whether the words before a colon name the parties and no more (see `Grammar`)."""
        short = flat.count(" ", start, end) <= MOST_SPACES_OF_SUBJECT and not self.heads(flat, start, end)
        named = short and self.predicates.who(flat, start, end)[0] is PARTY
        return (
            named and compiled(self.lead_in).search(flat, start, end) is None
        )  # « ont chargé leurs fonctionnaires : »

    def tells(self, flat: str, start: int, end: int) -> bool:
        """Whether a finite verb stands there (see `Grammar`)."""
        return self.finite_before(flat, start, end)

    def goes_on(self, flat: str, start: int, end: int, part: int) -> bool:
        """Whether a bare verb goes on with the purpose before it (« de créer … afin de recenser … ; lutter … »)."""
        if compiled(self.serves).search(flat, start, end) is None or compiled(self.preposition).match(flat, part):
            return False
        heads = [head for head in self.heads(flat, start, end) if head.kind in (GOVERNS, FUTURE)]
        led = heads and (heads[0].lead or heads[0].kind is FUTURE)
        part = self._after_conjunction(flat, part, len(flat))
        return bool(led) and self.verb_at(flat, part, len(flat), opening=True) == part

    def begins_with_verb(self, flat: str, start: int, end: int) -> bool:
        """Whether a bare verb opens it (see `Grammar`)."""
        start = self._after_preposition(flat, self._after_conjunction(flat, start, end), end)
        return self.verb_at(flat, start, end, opening=True) is not None

    def verb_zone(self, flat: str, action: Action) -> tuple[int, int]:
        """From the governing verb on, long enough for “strengthen the capacity of” (see `Grammar`)."""
        handed = compiled(self.delegates).match(flat, action.verb, action.end)
        if handed:
            return handed.end(), min(action.end, handed.end() + 60)
        clitic = 2 if flat.startswith("s'", action.verb - 2) else 3 if flat.startswith("se ", action.verb - 3) else 0
        return action.verb - clitic, min(action.end, action.verb + 60)

    # Opening verbs

    def _bare_verb(self, flat: str, start: int, end: int, setting: Setting) -> int | None:
        prose = setting is _PROSE
        if self.agrees != NEVER and compiled(self.agrees).match(flat, start, end):
            return start
        if prose and compiled(self.recital).match(flat, start, end):
            return None
        verb = self.verb_at(flat, start, end, opening=True, prose=prose)
        if verb is not None:
            maybe_noun = prose or (setting is _DIRECTIVE and word_at(flat, verb) in self.ambiguous)
            if maybe_noun and self.finite_before(flat, verb, end):
                return None
            if self._is_subject(flat, verb, end):
                return None
            return None if self._is_participle(flat, verb, end, setting) else verb
        if compiled(self.opening).match(flat, start, end):
            return self._verb_after_adverbial(flat, start, end)
        return None

    def _is_subject(self, flat: str, verb: int, end: int) -> bool:
        """Whether the bare verb is the subject of another (« Ouvrir les marchés est la meilleure voie »)."""
        if self.as_subject == NEVER or (type(flat) is Flat and not flat.places_in(self.as_subject_words, verb, end)):
            return False
        told = compiled(self.as_subject).search(flat, verb, end)
        return told is not None and not self.predicates.is_sheltered(flat, verb, told.start())

    def _is_participle(self, flat: str, verb: int, end: int, setting: Setting) -> bool:
        """Whether “building …” only opens a sentence that has a verb of its own."""
        if not self.is_formed(flat, verb):
            return False
        return setting is _PROSE or any(
            not flat.endswith((",", ", "), verb, head.start)
            and not self.predicates.is_sheltered(flat, verb, head.start)
            for head in self.heads(flat, verb, end)
            if head.kind in COMMITS
        )

    def _verb_after_adverbial(self, flat: str, start: int, end: int) -> int | None:
        for match in compiled(r",(?: +(?!and\b|et\b))").finditer(flat, start, end):
            verb = self.verb_at(flat, match.end(), end, opening=False)
            if verb is None or inside_brackets(flat, start, match.start()):
                continue
            if self.is_formed(flat, verb):
                return None
            return None if self.finite_before(flat, start, match.start()) else verb
        return None

    def _after_conjunction(self, flat: str, start: int, end: int) -> int:
        match = self._conjoined_pattern.match(flat, start, end)
        return match.end() if match else start

    def _after_open_quotation(self, flat: str, start: int, end: int) -> int:
        """Past the mark of a quotation that runs on beyond the sentence: each paragraph of a quoted text begins so."""
        while start < end and flat[start] == " ":
            start += 1
        mark = flat[start : start + 1]
        closing = _CLOSING.get(mark, "")
        return start + 1 if closing and flat.find(closing, start, end) < 0 else start

    def _said_by_all(self, flat: str, start: int, end: int) -> tuple[int, int]:
        """The words in quotation marks where the whole sentence is one, said by all (« “…”, ont-ils promis »)."""
        if not flat.startswith("«", start):
            return start, end
        closing = flat.find("»", start, end)
        said = closing > 0 and compiled(self.said_by_all).match(flat, closing, end)
        return (start + 1, closing) if said else (start, end)

    def _after_preposition(self, flat: str, start: int, end: int) -> int:
        """Past the small word by which the sentence before governs an item (« à promouvoir … »)."""
        match = compiled(self.preposition).match(flat, start, end)
        if match and self._commits_after(flat, match.end(), end):
            return start  # « Pour renforcer …, les deux pays entameront … »
        if match is None:
            return start
        verb = self.verb_at(flat, match.end(), end, opening=True)
        return match.end() if verb in (match.end(), self.after_clitics(flat, match.end(), end)) else start

    def _commits_after(self, flat: str, start: int, end: int) -> bool:
        """Whether the main line has a verb of commitment of its own, behind a comma."""
        comma = flat.find(",", start, end)
        return comma > 0 and any(
            head.kind in COMMITS
            and head.kind is not PRESENT
            and not self.predicates.is_sheltered(flat, comma + 1, head.start)
            for head in self.heads(flat, comma + 1, end)
        )

    @cached_property
    def _conjoined_pattern(self) -> re.Pattern[str]:
        return compiled(rf" *(?:{self.conjunction}) *")

    # Lists

    def _listed(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        if compiled(self.that).match(flat, start, end):
            return []  # “agreed: … that droughts call for …”
        finite = self.finite_before(flat, start, self._before_detail(flat, start, end))
        determined = setting is not _LISTED and compiled(self.determined).match(flat, start, end)
        acts = not finite and compiled(self.nominal).match(flat, start, end)
        if acts and setting is not _LISTED and compiled(self.verb_unknown).search(flat, acts.end(), end):
            return []  # “Regular meetings drive our relations”
        acts = acts if not determined or compiled(self.act_of).match(flat, start, end) else None
        if acts and flat.find(" ", start, end) > 0:
            end = self._before_detail(flat, start, end)
            plain = (setting is _LISTED and flat.count(" ", start, end) >= FEWEST_WORDS) or compiled(self.act_of).match(
                flat, start, end
            )
            return self._nouns(flat, start, end, "" if plain else "commitment")
        if setting is _LISTED and finite and (told := self._told_in_list(flat, start, end)):
            return told
        if setting is not _LISTED or finite or flat.find(" ", start, end) < 0:
            return []
        if compiled(self.determined).match(flat, start, end) and flat.count(" ", start, end) >= WORDS_OF_SENTENCE:
            return []  # a sentence by a verb unknown here (“The agreements reflect …”)
        short = flat.count(" ", start, end) < FEWEST_WORDS
        return [Action(start, end, start, ("R1",), doubt="commitment" if short else "")]

    def _told_in_list(self, flat: str, start: int, end: int) -> list[Action]:
        """What an item of a list that commits says will be, whoever is to do it (« un programme accueillera … »), in doubt."""
        predicates = self.predicates
        for head in self.heads(flat, start, end):
            if head.kind is not FUTURE or self.stands_aside(flat, start, head):
                continue
            verb = predicates.verb_of(flat, head, end)
            patterns = (predicates.stative, predicates.describes, predicates.described)
            says_little = any(compiled(pattern).match(flat, verb, end) for pattern in patterns)
            if says_little or predicates.who(flat, start, head.start)[0] is THIS:
                return []
            return [Action(start, end, verb, ("R1",), "commitment", finite=True)]
        return []

    def _nouns(self, flat: str, start: int, end: int, doubt: str) -> list[Action]:
        """The acts of an item made of nouns, each with what is to be done (« création de … et publication de … »)."""
        parts: list[Action] = []
        begins = start
        for match in compiled(rf",? +(?:{self.conjunction}) *").finditer(flat, start, end):
            act = compiled(self.act_of).match(flat, match.end(), end)
            alone = flat.count(" ", begins, match.start()) < FEWEST_WORDS - 1  # “development and publication of …”
            if flat[match.start()] != "," and compiled(self.instances).search(flat, begins, match.start()):
                continue  # « notamment les initiatives citoyennes et les jumelages de communes »
            if act and not alone and compiled(self.nominal).match(flat, match.end(), end):
                parts.append(Action(begins, match.start(), begins, ("R1", "R3"), doubt))
                begins = match.end()
        return [*parts, Action(begins, end, begins, ("R1", "R3") if parts else ("R1",), doubt)]
