"""Head first: the grammar of languages whose verb stands before its object (French, English).

Rules:
- a clause that opens with a bare verb commits where its setting is directive (R1);
- else only words of commitment commit, by what they ask for and who is said to act (`predicates.py`; R1, R2, R5);
- what is joined in one clause is parted by `coordination.py` (R3, R4), verbs are known by `verbs.py`.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from suivi.reader.coordination import Coordination, inside_brackets, trimmed
from suivi.reader.grammar import PASSED_OVER, Action, Setting
from suivi.reader.lexicon import NEVER, compiled
from suivi.reader.predicates import (
    BODY,
    FUTURE,
    GOVERNS,
    NOBODY,
    PARTY,
    PRESENT,
    REFUSES,
    TELLS,
    THING,
    THIS,
    WISHES,
    WORD,
    Head,
    Predicates,
    Who,
)
from suivi.reader.verbs import word_at

MOST_HEADS: Final = 60  # a clause with more finite verbs is none
SHORTEST: Final = 12  # less than a subject and a verb stands before a conjunction that only joins names
LONGEST_ARTICLE: Final = 5
LONGEST_NAME: Final = 40
WORDS_OF_SENTENCE: Final = 8
MOST_SPACES_OF_SUBJECT: Final = 9
LONG_RECITAL: Final = 0.7
FAR: Final = 60
FEWEST_WORDS: Final = 3  # an act and what is to be done
_PROSE, _DIRECTIVE, _LISTED, _ARTICLE = Setting.PROSE, Setting.DIRECTIVE, Setting.LISTED, Setting.ARTICLE
_COMMITS: Final = (GOVERNS, FUTURE, PRESENT)
_SPEAKS: Final = (*_COMMITS, WISHES)
_SILENT: Final = (TELLS, PRESENT)
_CLOSING: Final = {"«": "»", "“": "”"}


@dataclass(frozen=True, kw_only=True)
class HeadFirst(Coordination):
    """A grammar, given the words of one language (with those of `Verbs` and `Coordination`).

    `predicates` are its finite verbs. `opening` begins an adverbial before a bare verb. `nominal` begins a noun of
    action, `determined` one that is rather a subject, `act_of` one with what is to be done (“launch of …”).
    `asks_for_nouns` is a word of commitment that may be to a thing as well (“commitment to peace”). `copula` is “is
    to” before anything but a passive, `own_goal` the subject that it promises of (“our goal”); `as_subject` follows a
    verb that is itself a subject (« ouvrir … est la … »); `being` is to be something, which promises no act.
    `contrast` sets a clause against another (“while”). `joins` is a conjunction right before a verb that goes on with
    the subject of the one before; `opens_subject`: what a subject begins with after a mere conjunction. `destined`: a
    subject, as `who`, and what says that it is to act (“Canada to …”). `series`: words that elsewhere refuse, but go
    on with a future in a series (“will …, and encourage …”). `entrusts`: words by which a body is given a task that
    is a thing (“task the agency with a study”). `in_articles`: the grammar of articles, where it is another;
    `persons`: relative words of those who act; `hint`: words of promise, however they are said, one of the
    `promising` among them; `delegates`: who is told to do something, up to the verb of what (“task our banks to …”),
    which then tells the mode; `serves` opens the purposes that a series of bare verbs goes on with (« afin de »);
    `preambles` opens what a comma or semicolon ends before the words that enact (“resolved to …; hereby adopt”);
    `besides` is a promise made beside what is told (“met, vowing to …”); `trailing` opens a clause that only tells
    more, left out where it is long (R6); `that` opens an item which says what is so; `done_too` goes on with what was
    done (“and have signed”); `renews`: bare verbs that promise anew (“met to reaffirm our commitment to …”); `agrees`
    is an item by which the parties are to agree on something (“agree on a calendar”); `besides_the_line` opens a
    clause in which a future promises nothing (“so that it will”); `tells_that` goes on after a verb that refuses,
    with what is only told (“recognised that X will”), `aside_said` opens what the parties say beside a promise (“,
    noting that …”), `says_so` who says it (“, the communiqué said”); `of_areas` leads to a list of mere areas, in which nothing is promised where `areas_are_none`, `on_areas` to a list of what is to be done
    together; `will_too` the will said beside what only praises; `says_that` are the words of one who speaks, before what is promised (“said that her country would”);
    `others_doubted`: whether a word of commitment of a subject that no list knows is doubted; `told_in_past`: verbs of a sentence that reports, in which “would” may promise;
    `opens_in_present` where an item may begin with a verb in the present.
    """

    predicates: Predicates
    contrast: str
    copula: str
    own_goal: str
    as_subject: str
    asks_for_nouns: str
    being: str
    joins: str
    opening: str
    nominal: str
    determined: str
    act_of: str
    elaborates: str
    recital: str
    lead_in: str
    lead_out: str
    opens_subject: str = r"(?!)"
    destined: str = r"(?!)"
    series: str = r"(?!)"
    entrusts: frozenset[str] = frozenset()
    in_articles: "HeadFirst | None" = None
    opens_in_present: bool = False
    persons: tuple[str, ...] = ()
    hint: str = r"(?!)"
    promising: tuple[str, ...] = ()
    delegates: str = r"(?!)"
    serves: str = r"(?!)"
    preambles: str = r"(?!)"
    besides: str = r"(?!)"
    agrees: str = r"(?!)"
    that: str = r"(?!)"
    trailing: str = r"(?!)"
    besides_the_line: str = r"(?!)"
    done_too: str = r"(?!)"
    renews: frozenset[str] = frozenset()
    says_that: str = r"(?!)"
    others_doubted: bool = False
    told_in_past: str = r"(?!)"
    tells_that: str = r"(?!)"
    aside_said: str = r"(?!)"
    says_so: str = r"(?!)"
    on_areas: str = r"(?!)"
    of_areas: str = r"(?!)"
    areas_are_none: bool = False
    will_too: str = r"(?!)"

    def actions(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        """The commitments in `flat[start:end]` (see `Grammar`)."""
        if setting is _ARTICLE:
            return (self.in_articles or self).actions(flat, start, end, _PROSE)
        start = self._after_open_quotation(flat, start, end)
        start, end = trimmed(flat, self._after_conjunction(flat, start, end), end)
        lead = ""
        if setting is not _PROSE:
            begins = self._after_preposition(flat, start, end)
            lead, start = flat[start:begins].strip(), begins
        elif self.oxford and flat.startswith("to ", start):
            lead = "to"
        if start >= end or compiled(self.elaborates).match(flat, start, end):
            return []
        if flat[start] == "(" and flat.find(")", start, end) >= end - 2:
            return []  # “(Department of Justice)” says who will do what stands before it
        if setting is not _LISTED and flat[end : end + 1] in (",", ";") and compiled(self.preambles).match(flat, start):
            return []
        verb = self._bare_verb(flat, start, end, setting)
        if verb is not None:
            end = self._before_detail(flat, verb, end)
            return self.split(flat, start, end, verb, lead=lead, rule="R1")
        detailed = setting is not _PROSE and compiled(self.nominal).match(flat, start, end)
        if detailed:
            end = self._before_detail(flat, start, end)
        every = self._heads(flat, start, end)
        found = self._predicated(flat, start, end, every)
        if found or setting is _PROSE:
            return found or self._hinted(flat, start, end, every)
        verb = self._destined(flat, start, end)
        if verb is not None:
            return self.split(flat, start, end, verb, lead="to", rule="R1")
        return self._listed(flat, start, end, setting)

    def _hinted(self, flat: str, start: int, end: int, every: list[Head]) -> list[Action]:
        """A sentence that says a word of promise, or a future, in a way no rule knows: passed over, in doubt."""
        if self._has_unread_future(flat, start, end, every):
            return [Action(*trimmed(flat, start, end), start, ("R2",), PASSED_OVER)]
        words = flat[start:end]
        if (
            not [word for word in self.promising if word in words]
            or compiled(self.hint).search(flat, start, end) is None
        ):
            return []
        return [Action(*trimmed(flat, start, end), start, ("R2",), PASSED_OVER)]

    def _has_unread_future(self, flat: str, start: int, end: int, every: list[Head]) -> bool:
        """Whether a future stands there that is more than a detail or a state: who acts was not understood."""
        predicates = self.predicates
        for head in every:
            if head.kind is not FUTURE:
                continue
            verb = predicates.verb_of(flat, head, end)
            says_little = any(
                compiled(pattern).match(flat, verb, end)
                for pattern in (predicates.stative, predicates.describes, predicates.described)
            )
            aside = compiled(self.besides_the_line).search(flat, max(start, head.start - FAR), head.start)
            if (
                not says_little
                and verb < end
                and not aside
                and predicates.who(flat, start, head.start)[0] is not THIS
                and not inside_brackets(flat, start, head.start)
            ):
                return True
        return False

    def _destined(self, flat: str, start: int, end: int) -> int | None:
        """The verb of a headline that says who is to do something (“Canada to host …”), or None."""
        match = compiled(self.destined).match(flat, start, end)
        if match is None or self._finite_before(flat, start, end):
            return None
        who, _ = self.predicates.who(flat, start, match.end("who"))
        if compiled(self.predicates.passive).match(flat, match.end(), end):
            return match.end()  # “fair to be held in May”
        return self.verb_at(flat, match.end(), end, opening=True) if who in (PARTY, BODY) else None

    def _before_detail(self, flat: str, start: int, end: int) -> int:
        """Where an item ends before a sentence that only details it, after a colon (R5)."""
        colon = flat.find(": ", start, end)
        if colon < 0 or not self._finite_before(flat, colon + 2, end):
            return end
        while flat[colon - 1] == " ":
            colon -= 1
        return colon

    def leads(self, flat: str, start: int, end: int) -> Setting | None:
        """The force of a list after this clause (see `Grammar`)."""
        if self.in_articles and self._is_mere_subject(flat, start, end):
            return _ARTICLE
        kinds = [head.kind for head in self._heads(flat, start, end) if head.kind not in _SILENT]
        if compiled(self.on_areas).search(flat, start, end):
            return _LISTED
        if compiled(self.of_areas).search(flat, start, end):
            return None if self.areas_are_none else _DIRECTIVE
        if (kinds and kinds[-1] is REFUSES) or compiled(self.lead_out).search(flat, start, end):
            return None
        return _LISTED if kinds or compiled(self.lead_in).search(flat, start, end) else _DIRECTIVE

    def _is_mere_subject(self, flat: str, start: int, end: int) -> bool:
        """Whether the words before a colon name the parties and no more (« Les deux dirigeants : »)."""
        short = flat.count(" ", start, end) <= MOST_SPACES_OF_SUBJECT and not self._heads(flat, start, end)
        return short and self.predicates.who(flat, start, end)[0] is PARTY

    def tells(self, flat: str, start: int, end: int) -> bool:
        """Whether a finite verb stands there (see `Grammar`)."""
        return self._finite_before(flat, start, end)

    def goes_on(self, flat: str, start: int, end: int, part: int) -> bool:
        """Whether a bare verb goes on with the purpose before it (« de créer … afin de recenser … ; lutter … »)."""
        if compiled(self.serves).search(flat, start, end) is None or compiled(self.preposition).match(flat, part):
            return False
        heads = [head for head in self._heads(flat, start, end) if head.kind in (GOVERNS, FUTURE)]
        led = heads and (heads[0].lead or heads[0].kind is FUTURE)
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
        if compiled(self.agrees).match(flat, start, end):
            return start
        if prose and compiled(self.recital).match(flat, start, end):
            return None
        verb = self.verb_at(flat, start, end, opening=True, prose=prose)
        if verb is not None:
            maybe_noun = prose or (setting is _DIRECTIVE and word_at(flat, verb) in self.ambiguous)
            if maybe_noun and self._finite_before(flat, verb, end):
                return None
            if self._is_subject(flat, verb, end):
                return None
            return None if self._is_participle(flat, verb, end, setting) else verb
        if compiled(self.opening).match(flat, start, end):
            return self._verb_after_adverbial(flat, start, end)
        return None

    def _is_subject(self, flat: str, verb: int, end: int) -> bool:
        """Whether the bare verb is the subject of another (« Ouvrir les marchés est la meilleure voie »)."""
        told = compiled(self.as_subject).search(flat, verb, end)
        return told is not None and not self.predicates.is_sheltered(flat, verb, told.start())

    def _is_participle(self, flat: str, verb: int, end: int, setting: Setting) -> bool:
        """Whether “building …” only opens a sentence that has a verb of its own."""
        if not self.is_formed(flat, verb):
            return False
        return setting is _PROSE or any(
            not flat.endswith((",", ", "), verb, head.start)
            and not self.predicates.is_sheltered(flat, verb, head.start)
            for head in self._heads(flat, verb, end)
            if head.kind in _COMMITS
        )

    def _verb_after_adverbial(self, flat: str, start: int, end: int) -> int | None:
        for match in compiled(r",(?: +(?!and\b|et\b))").finditer(flat, start, end):
            verb = self.verb_at(flat, match.end(), end, opening=False)
            if verb is None or inside_brackets(flat, start, match.start()):
                continue
            if self.is_formed(flat, verb):
                return None
            return None if self._finite_before(flat, start, match.start()) else verb
        return None

    def _finite_before(self, flat: str, start: int, end: int) -> bool:
        return any(
            head.kind is not PRESENT and not self.predicates.is_sheltered(flat, start, head.start)
            for head in self._heads(flat, start, end)
        )

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

    def _after_preposition(self, flat: str, start: int, end: int) -> int:
        """Past the small word by which the sentence before governs an item (« à promouvoir … »)."""
        match = compiled(self.preposition).match(flat, start, end)
        if match and self._commits_after(flat, match.end(), end):
            return start  # « Pour renforcer …, les deux pays entameront … »
        return match.end() if match and self.verb_at(flat, match.end(), end, opening=True) == match.end() else start

    def _commits_after(self, flat: str, start: int, end: int) -> bool:
        """Whether the main line has a verb of commitment of its own, behind a comma."""
        comma = flat.find(",", start, end)
        return comma > 0 and any(
            head.kind in _COMMITS
            and head.kind is not PRESENT
            and not self.predicates.is_sheltered(flat, comma + 1, head.start)
            for head in self._heads(flat, comma + 1, end)
        )

    # Finite verbs

    def _heads(self, flat: str, start: int, end: int) -> list[Head]:
        return self.predicates.find(flat, start, end)

    def _predicated(self, flat: str, start: int, end: int, every: list[Head]) -> list[Action]:
        if len(every) > MOST_HEADS or not _speaks(every):
            return []
        heads = [
            head
            for head in every
            if not (head.kind is PRESENT and head.start == start and not self.opens_in_present)  # there it is a noun
            and not self._is_sheltered(flat, start, head)
            and not inside_brackets(flat, start, head.start)
        ]
        if len(heads) > 1:
            heads = [
                head
                for before, head in zip([None, *heads], heads, strict=False)
                if before is None
                or not (self._is_serial(flat, before, head) or self._shares_object(flat, before, head))
            ]
        if not _speaks(heads):
            return self._told_aside(flat, start, end, every)
        actions: list[Action] = []
        acting: tuple[Who, str] = (NOBODY, "")
        before: Head | None = None
        clause = start
        for place, head in enumerate(heads):
            begins = self._clause_start(flat, start if before is None else before.end, head.start, before)
            if word_at(flat, head.start) in self.renews:
                begins = head.start
            elif begins is None and before is not None and (before.kind not in _SILENT or head.kind is PRESENT):
                continue  # it only goes on with the verb before it, or is a noun that looks like one (« prêtent aide »)

            begins = clause if begins is None or (before is None and begins - start < SHORTEST) else begins
            if (
                head.kind is GOVERNS
                and flat.endswith(", ", start, head.start)
                and compiled(self.besides).match(flat, head.start)
            ):
                begins = head.start
            if self.says_that != NEVER and (said := compiled(self.says_that).search(flat, begins, head.start)):
                begins = said.end()
            clause = begins
            who = self.predicates.who(flat, begins, head.start)
            if compiled(self.predicates.pronoun).match(flat[head.start : head.end].strip()):
                who = (PARTY, "")  # the pronoun is itself a head (“we launch a …”)
            if who[0] is NOBODY and before is None and begins > start:
                who = self.predicates.who(flat, start, begins)  # a verb unknown here stands between
            unnamed = who[0] is NOBODY
            if unnamed:  # an item goes on with the sentence that leads to it
                who = (PARTY, "") if before is None else acting
            acting = who
            before = head
            if head.kind is WISHES:
                actions.append(Action(*trimmed(flat, begins, end), head.start, ("R2",), PASSED_OVER))
            nobody = unnamed and flat.endswith(", ", start, head.start)
            if head.kind is FUTURE and (nobody or who[0] is THING) and self._only_tells(flat, heads[: place + 1]):
                continue
            if head.kind in _COMMITS:
                stop = self._clause_end(flat, head, heads[place + 1 :], end)
                promised = self._promised(flat, begins, stop, head, acting, said=start)
                actions += [
                    self._before_trailing(flat, each) for each in self._past_recital(flat, head, promised, acting[0])
                ]
        return actions

    def _shares_object(self, flat: str, before: Head, head: Head) -> bool:
        """Whether a finite verb right behind another one acts on the same thing (« renforcent et modernisent … »)."""
        alike = before.kind is head.kind and head.kind in (PRESENT, FUTURE) and not (before.lead or head.lead)
        return (
            alike
            and compiled(rf"{self.adverbs}(?:, *| +(?:{self.conjunction}) *)").fullmatch(flat, before.end, head.start)
            is not None
        )

    def _only_tells(self, flat: str, heads: list[Head]) -> bool:
        """Whether the last future, of a thing, stands in what the verb before it only tells (“noted that fires … will”)."""
        told = heads[-2] if len(heads) > 1 else None
        if told is None or told.kind is not REFUSES:
            return False
        return compiled(self.tells_that).match(flat, told.end, heads[-1].start) is not None

    def _before_trailing(self, flat: str, action: Action) -> Action:
        """The action without a relative clause at its end that is about as long as itself (R6)."""
        told = compiled(self.trailing).search(flat, action.verb, action.end)
        if told is None or action.end - told.start() <= LONG_RECITAL * (told.start() - action.start):
            return action
        return action._replace(end=told.start())

    def _told_aside(self, flat: str, start: int, end: int, heads: list[Head]) -> list[Action]:
        """What a sentence promises only in a relative clause (“the agency, which undertakes to …”): passed over."""
        governs = [
            head
            for head in heads
            if (head.kind is GOVERNS or (head.kind is FUTURE and flat.endswith(self.persons, start, head.start)))
            and not inside_brackets(flat, start, head.start)
        ]
        return [Action(*trimmed(flat, head.start, end), head.start, ("R2",), PASSED_OVER) for head in governs[:1]]

    def _is_serial(self, flat: str, before: Head, head: Head) -> bool:
        """Whether a verb that elsewhere refuses goes on with the future before it."""
        if before.kind is not FUTURE or compiled(self.series).match(flat, head.start) is None:
            return False
        joined = self._joined_pattern.search(flat, before.end, head.start)
        return joined is not None and joined.end("conjunction") == head.start

    def _is_sheltered(self, flat: str, start: int, head: Head) -> bool:
        """Whether the head is no verb of the main line; “… said that X is so and agreed to Y” comes back to it."""
        if not self.predicates.is_sheltered(flat, start, head.start):
            return False
        back = head.kind in (GOVERNS, REFUSES) and self._joined_pattern.search(flat, start, head.start)
        return not back

    def _clause_start(self, flat: str, after: int, before: int, last: Head | None) -> int | None:
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

    def _clause_end(self, flat: str, head: Head, later: list[Head], end: int) -> int:
        end = self._before_told(flat, head.end, end)
        for following in later:
            stop = None
            joined = self._joined_pattern.search(flat, head.end, following.start)
            again = joined and not self.predicates.auxiliaries.isdisjoint(joined.group().split())
            if joined and (again or following.kind is not TELLS):
                return joined.start()
            if following.kind in _SILENT:
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
    def _conjoined_pattern(self) -> re.Pattern[str]:
        return compiled(rf" *(?:{self.conjunction}) *")

    @cached_property
    def _separator_pattern(self) -> re.Pattern[str]:
        return compiled(
            rf"[,;] *(?:(?:{self.conjunction}) *)?(?:(?:{self.contrast}) *)?| +(?:{self.conjunction}) *| +[–—] +| +(?:{self.contrast}) *"
        )

    def _promised(
        self, flat: str, start: int, end: int, head: Head, acting: tuple[Who, str], *, said: int
    ) -> list[Action]:
        after = end
        aside = compiled(self.aside_said).search(flat, head.end, end)
        says = compiled(self.says_so).search(flat, head.end, aside.start() if aside else end)
        start, end = trimmed(flat, start, says.start() if says else aside.start() if aside else end)
        too = compiled(self.will_too).search(flat, head.start, head.end)
        if too and too.start() - head.start > FAR:
            start = too.end()  # « ont souligné leur attachement à … et leur volonté de … »
        for_what = head.kind is PRESENT or compiled(self.predicates.purposes).match(flat, head.start)
        if for_what and self.predicates.speaks_of_a_paper(flat, said, acting[1]):
            return []  # “The plan … . It aims to …”
        doubt = "commitment" if not head.sure or (self.others_doubted and acting[0] is THING) else ""
        if head.kind is not GOVERNS:
            told = head.lead in self.predicates.only_reported or (
                not head.lead and flat.endswith(self.predicates.reported_ends, head.start, head.end)
            )
            only_told = told and not (
                compiled(self.predicates.reported).search(flat, said, head.start)
                or compiled(self.says_so).search(flat, head.end, after)
            )
            found = self._future(flat, start, end, head, acting)
            if not only_told:
                return found
            reported = acting[0] is PARTY and compiled(self.told_in_past).search(flat, said, head.start)
            return [each._replace(doubt=each.doubt or "commitment") for each in found] if reported else []
        verb = self._verb_asked_for(flat, head, end)
        shown = acting[0] is THING and compiled(self.predicates.shows).match(flat, head.start)
        dated = "20" in flat[said : head.start] and compiled(self.predicates.told_of_then).match(flat, said, head.end)
        if shown or dated:
            return [Action(start, end, head.end, ("R2",), PASSED_OVER)]
        if acting[0] is THING and self._only_says_what_for(flat, head, end, acting[1]):
            return []
        serves = compiled(self.predicates.these).match(acting[1]) and compiled(self.predicates.purposes).match(
            flat, head.start
        )
        of_paper = self.predicates.is_of_a_paper(flat, head, start, acting[1]) or (
            acting[0] is THING and self.predicates.is_paper(acting[1]) and not compiled(self.own_goal).match(acting[1])
        )
        if serves or of_paper:
            return [Action(start, end, head.end, ("R2",), PASSED_OVER)]
        if verb is not None and compiled(self.being).match(flat, verb, end):
            return []
        if verb is None:
            noun = _inked(flat, head.end, end)
            acts = compiled(self.nominal).match(flat, noun, end) or head.lead in self.entrusts
            return [Action(start, end, noun, ("R1",), doubt if acts else PASSED_OVER)]
        found = self.split(flat, start, end, verb, lead=head.lead, rule="R1")
        return [Action(each.start, each.end, each.verb, each.rules, each.doubt or doubt) for each in found]

    def _past_recital(self, flat: str, head: Head, actions: list[Action], acting: Who) -> list[Action]:
        """The actions, the first without a recital before its subject that is about as long as the promise (R6)."""
        first = actions[0] if actions else None
        if first is None or not any(
            compiled(opens).match(flat, first.start, head.start) for opens in (self.recital, self.opening)
        ):
            return actions
        subject = self.predicates.subject_start(flat, first.start, head.start)
        comma = flat.rfind(", ", first.start, head.start)
        if subject == first.start and comma > 0 and acting is THING:
            subject = comma + 2  # “on the occasion of …, a common programme will”
        long = subject - first.start > LONG_RECITAL * (first.end - subject)
        return [first._replace(start=subject), *actions[1:]] if long else actions

    def _only_says_what_for(self, flat: str, head: Head, end: int, subject: str) -> bool:
        """“The purpose is to set out …”: a thing that is to do something, and not to be done; “our goal is to” promises."""
        told = compiled(self.copula).match(flat, head.start, end) is not None
        return told and compiled(self.own_goal).match(subject) is None

    def _future(self, flat: str, start: int, end: int, head: Head, acting: tuple[Who, str]) -> list[Action]:
        predicates = self.predicates
        verb = predicates.verb_of(flat, head, end)
        promised, sure = predicates.promises(flat, head, verb, end, acting)
        if not promised or verb >= end:
            passed = not sure and verb < end
            return [Action(start, end, verb, ("R2",), PASSED_OVER)] if passed else []
        doubt = "" if sure and head.sure else "commitment"
        if not head.lead:
            return [Action(start, end, verb, ("R1",), doubt, finite=True)]
        found = self.split(flat, start, end, verb, lead=head.lead, rule="R1")
        return [
            Action(each.start, each.end, each.verb, each.rules, each.doubt or doubt, finite=place == 0)
            for place, each in enumerate(found)
        ]

    def _verb_asked_for(self, flat: str, head: Head, end: int) -> int | None:
        """The verb that a word of commitment asks for: nearly any word is one there."""
        verb = self.verb_at(flat, head.end, end, opening=True)
        if verb is not None or compiled(self.asks_for_nouns).search(flat, head.start, head.end):
            return verb
        at = self.after_clitics(flat, head.end, end)
        match = WORD.match(flat, at, end)
        return at if match and compiled(self.no_verb).fullmatch(match.group()) is None else None

    # Lists

    def _listed(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        if compiled(self.that).match(flat, start, end):
            return []  # “agreed: … that droughts call for …”
        finite = self._finite_before(flat, start, self._before_detail(flat, start, end))
        determined = setting is not _LISTED and compiled(self.determined).match(flat, start, end)
        acts = not finite and compiled(self.nominal).match(flat, start, end)
        acts = acts if not determined or compiled(self.act_of).match(flat, start, end) else None
        if acts and flat.find(" ", start, end) > 0:
            end = self._before_detail(flat, start, end)
            plain = (setting is _LISTED and flat.count(" ", start, end) >= FEWEST_WORDS) or compiled(self.act_of).match(
                flat, start, end
            )
            return self._nouns(flat, start, end, "" if plain else "commitment")
        if setting is not _LISTED or finite or flat.find(" ", start, end) < 0:
            return []
        if compiled(self.determined).match(flat, start, end) and flat.count(" ", start, end) >= WORDS_OF_SENTENCE:
            return []  # a sentence by a verb unknown here (“The agreements reflect …”)
        short = flat.count(" ", start, end) < FEWEST_WORDS
        return [Action(start, end, start, ("R1",), doubt="commitment" if short else "")]

    def _nouns(self, flat: str, start: int, end: int, doubt: str) -> list[Action]:
        """The acts of an item made of nouns, each with what is to be done (« création de … et publication de … »)."""
        parts: list[Action] = []
        begins = start
        for match in compiled(rf",? +(?:{self.conjunction}) *").finditer(flat, start, end):
            act = compiled(self.act_of).match(flat, match.end(), end)
            alone = flat.count(" ", begins, match.start()) < FEWEST_WORDS - 1  # “development and publication of …”
            if act and not alone and compiled(self.nominal).match(flat, match.end(), end):
                parts.append(Action(begins, match.start(), begins, ("R1", "R3"), doubt))
                begins = match.end()
        return [*parts, Action(begins, end, begins, ("R1", "R3") if parts else ("R1",), doubt)]

    # Coordination: rules R3 and R4


def _speaks(heads: list[Head]) -> bool:
    """Whether one of the heads promises or wishes something; asked of every clause, so no generator is made for it."""
    return bool([head for head in heads if head.kind in _SPEAKS])


def _inked(flat: str, at: int, end: int) -> int:
    while at < end and flat[at] in " :":
        at += 1
    return at
