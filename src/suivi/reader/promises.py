"""Promises: what each finite verb of a sentence promises, or why it promises nothing; head-first languages.

Rules:
- a word of commitment promises by what it asks for, a future by who acts (`predicates.py`; R1, R2, R5);
- what a paper is for, what somebody is said to have said, and what stands in a relative clause promises nothing;
- what promises in a way that no rule knows is passed over in doubt;
- a recital before the subject, or what only tells more behind, is left out where it is about as long as the promise (R6).
"""

from dataclasses import dataclass
from typing import Final

from suivi.reader.clause_bounds import SILENT, ClauseBounds
from suivi.reader.coordination import inside_brackets, trimmed
from suivi.reader.grammar import PASSED_OVER, Action
from suivi.reader.lexicon import NEVER, compiled
from suivi.reader.predicates import (
    BODY,
    FUTURE,
    GOVERNS,
    NOBODY,
    PARTY,
    PRESENT,
    REFUSES,
    THING,
    THIS,
    WISHES,
    WORD,
    Head,
    Who,
)
from suivi.reader.verbs import word_at

MOST_HEADS: Final = 60  # a clause with more finite verbs is none
SHORTEST: Final = 12  # less than a subject and a verb stands before a conjunction that only joins names
LONG_RECITAL: Final = 0.7
LONGEST_SUBJECT: Final = 60
FAR: Final = 60
COMMITS: Final = (GOVERNS, FUTURE, PRESENT)
"""The verbs that promise by themselves."""

_SPEAKS: Final = (*COMMITS, WISHES)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Promises(ClauseBounds):
    """What the finite verbs of one language promise.

    `asks_for_nouns` is a word of commitment that may be to a thing as well (“commitment to peace”), `nominal` begins a
    noun of action. `copula` is “is to” before anything but a passive, `own_goal` the subject that it promises of (“our
    goal”); `being` is to be something, which promises no act. `opening` begins an adverbial before the subject or a bare
    verb, `recital` what is noted before it. `entrusts`: words by which a body is given a task that is a thing (“task the
    agency with a study”); `persons`: relative words of those who act; `hint`: words of promise, however they are said,
    one of the `promising` among them; `besides` is a promise made beside what is told (“met, vowing to …”); `trailing`
    opens a clause that only tells more, left out where it is long (R6), `led_by` one that leads to a list; `renews`: bare verbs that promise anew (“met to
    reaffirm our commitment to …”); `besides_the_line` opens a clause in which a future promises nothing (“so that it
    will”); `tells_that` goes on after a verb that refuses, with what is only told (“recognised that X will”),
    `aside_said` opens what the parties say beside a promise (“, noting that …”), `says_so` who says it (“, the communiqué
    said”); `will_too` is the will said beside what only praises; `explains` begins the reason behind a promise (« : il
    régule … »); `says_that` are the words of one who speaks, before what is promised (“said that her country would”);
    `others_doubted`: whether a word of commitment of a subject that no list knows is doubted; `told_in_past`: verbs of a
    sentence that reports, in which “would” may promise; `opens_in_present` where an item may begin with a verb in the
    present.
    """

    copula: str
    own_goal: str
    asks_for_nouns: str
    being: str
    nominal: str
    opening: str
    recital: str
    entrusts: frozenset[str] = frozenset()
    opens_in_present: bool = False
    persons: tuple[str, ...] = ()
    hint: str = r"(?!)"
    promising: tuple[str, ...] = ()
    besides: str = r"(?!)"
    trailing: str = r"(?!)"
    led_by: str = r"(?!)"
    besides_the_line: str = r"(?!)"
    renews: frozenset[str] = frozenset()
    says_that: str = r"(?!)"
    will_too: str = r"(?!)"
    explains: str = r"(?!)"
    others_doubted: bool = False
    told_in_past: str = r"(?!)"
    tells_that: str = r"(?!)"
    aside_said: str = r"(?!)"
    says_so: str = r"(?!)"

    def promised_in(self, flat: str, start: int, end: int, every: list[Head]) -> list[Action]:
        """What the finite verbs of a sentence promise; `every` is all of them, in reading order."""
        if len(every) > MOST_HEADS or not _speaks(every):
            return []
        heads = [
            head
            for head in every
            if not (head.kind is PRESENT and head.start == start and not self.opens_in_present)  # there it is a noun
            and not self.stands_aside(flat, start, head)
            and not inside_brackets(flat, start, head.start)
        ]
        if len(heads) > 1:
            heads = [
                head
                for before, head in zip([None, *heads], heads, strict=False)
                if before is None or not (self.is_serial(flat, before, head) or self.shares_object(flat, before, head))
            ]
        if not _speaks(heads):
            return self._told_aside(flat, start, end, every)
        actions: list[Action] = []
        acting: tuple[Who, str] = (NOBODY, "")
        before: Head | None = None
        clause = start
        for place, head in enumerate(heads):
            begins = self.clause_start(flat, start if before is None else before.end, head.start, before)
            anew = word_at(flat, head.start) in self.renews
            if anew and (not self.oxford or flat.endswith("to ", start, head.start)):
                begins = head.start
            elif begins is None and before is not None and (before.kind not in SILENT or head.kind is PRESENT):
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
            elif self.predicates.inverted and self.predicates.many_behind(flat, head):
                who = (PARTY, "")
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
            if head.kind in COMMITS:
                stop = self.clause_end(flat, head, heads[place + 1 :], end)
                promised = self._promised(flat, begins, stop, head, acting, said=start)
                if head.kind is FUTURE and promised and acting[0] is THING and promised[0].doubt == "commitment":
                    acting = (BODY, acting[1])  # who does one thing may do another: « formera … et accompagnera … »
                promised = [self._before_trailing(flat, each) for each in promised]
                actions += self._past_recital(flat, head, promised, acting[0])
        return actions

    def _only_tells(self, flat: str, heads: list[Head]) -> bool:
        """Whether the last future, of a thing, stands in what the verb before it only tells (“noted that fires … will”)."""
        told = heads[-2] if len(heads) > 1 else None
        if told is None or told.kind is not REFUSES:
            return False
        return compiled(self.tells_that).match(flat, told.end, heads[-1].start) is not None

    def _before_trailing(self, flat: str, action: Action) -> Action:
        """The action without a relative clause at its end that is about as long as itself, or leads to a list (R6)."""
        leads = flat.startswith((":", " :"), action.end)
        told = compiled(self.led_by if leads else self.trailing).search(flat, action.verb, action.end)
        if told is None:
            return action
        promise = told.start() - max(action.start, action.verb - LONGEST_SUBJECT)  # without what opens the sentence
        if not leads and action.end - told.start() <= LONG_RECITAL * promise:
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

    def _promised(
        self, flat: str, start: int, end: int, head: Head, acting: tuple[Who, str], *, said: int
    ) -> list[Action]:
        after = end
        aside = compiled(self.aside_said).search(flat, head.end, end)
        explained = None if self.explains == NEVER else compiled(self.explains).search(flat, head.end, end)
        end = explained.start() if explained else end
        says = compiled(self.says_so).search(flat, head.end, aside.start() if aside else end)
        start, end = trimmed(flat, start, says.start() if says else aside.start() if aside else end)
        if says and flat[start] == "“" and flat.find("”", start, end) < 0:
            start += 1
        too = None if self.will_too == NEVER else compiled(self.will_too).search(flat, head.start, head.end)
        if too and too.start() - head.start > FAR:
            start = too.end()  # « ont souligné leur attachement à … et leur volonté de … »
        for_what = head.kind is PRESENT or compiled(self.predicates.purposes).match(flat, head.start)
        if for_what and self.predicates.speaks_of_a_paper(flat, said, acting[1]):
            return []  # “The plan … . It aims to …”
        if head.kind is FUTURE and self.predicates.speaks_of_a_paper(flat, said, acting[1], self.predicates.tells_only):
            return [Action(start, end, head.start, ("R2",), PASSED_OVER)]  # « la déclaration … . Elle favorisera … »
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
        if serves or of_paper or self._only_aims(flat, head, acting, said):
            return [Action(start, end, head.end, ("R2",), PASSED_OVER)]
        if verb is not None and compiled(self.being).match(flat, verb, end):
            return []
        if verb is None:
            noun = _inked(flat, head.end, end)
            pledged = compiled(self.predicates.funded).search(flat, noun, min(end, noun + FAR))  # “pledged $30 million”
            acts = pledged or compiled(self.nominal).match(flat, noun, end) or head.lead in self.entrusts
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

    def _only_aims(self, flat: str, head: Head, acting: tuple[Who, str], said: int) -> bool:
        """Whether something that is no party only says what it is for (« le dialogue vise à … », « il vise à … »)."""
        predicates = self.predicates
        if predicates.aims == NEVER or acting[0] in (PARTY, NOBODY) or compiled(predicates.they).match(acting[1]):
            return False
        told = compiled(predicates.aims).match(flat, head.start) is not None
        return told and not predicates.is_of_a_party(flat, said, acting[1])

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

    def hinted(self, flat: str, start: int, end: int, every: list[Head]) -> list[Action]:
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


def _speaks(heads: list[Head]) -> bool:
    """Whether one of the heads promises or wishes something; asked of every clause, so no generator is made for it."""
    return bool([head for head in heads if head.kind in _SPEAKS])


def _inked(flat: str, at: int, end: int) -> int:
    while at < end and flat[at] in " :":
        at += 1
    return at
