"""Head last: the grammar of languages whose verb ends the clause (Korean).

Rules:
- a sentence is a chain of clauses tied by “and”; each takes the force of the last one, unless it has its own;
- the ending decides: one of commitment commits anywhere, a plain present or a noun of action only where the
  setting is directive (R1); endings of the past, of praise and of mere speech commit nowhere (R2);
- a clause of the chain is a commitment of its own if it and the next both have an object (R3); not where the next
  verb only serves a purpose or describes a noun, which without a comma is doubted;
- a span leaves out the joining word or the label before it, and whatever part of the chain commits to nothing (R6).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from suivi.reader.grammar import PASSED_OVER, Action, Setting
from suivi.reader.head_last_lists import enumerated
from suivi.reader.lexicon import compiled

LONGEST_ENDING = 60
LONGEST_BROKEN = 14
# what no word begins with at the end of a clause, so that the blank before it parts one: “합의 하였다”, “하였 다”
_BROKEN = r" (?:하|했|한|함|합|할|였|다|니|습|음|로|기|키)[가-힣]{0,5}$"
FEWEST_WORDS_OF_ACT = 3
_QUOTATION = r"[“\"](?P<said>[^“”\"]+)[”\"]"
_OPENS = {"”": "“", "’": "‘", "」": "「", "』": "『"}
_CLOSED = tuple(_OPENS)


class Force(Enum):
    """What an ending does: it commits, takes the force that follows, or commits to nothing."""

    COMMITS = "commits"
    TIED = "tied"
    REFUSES = "refuses"


class _Tie(NamedTuple):
    """Where one clause of the chain ends (`end`) and the next begins (`after`); `comma` between; its force."""

    end: int
    after: int
    comma: bool
    force: Force
    noun: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class HeadLast:
    """A grammar, given the endings of one language, as patterns over the flat text.

    Ends of a sentence: `finite` (any verb: what ends otherwise may be a title), `commits`, `refuses`, `plain` (a
    present that commits where the setting says so), `stative` (a present that never does), `upholds` (one that says in prose, or of
    `speakers`, what one stands for) and `nominal`. Inside it,
    `tie` finds the end of a clause that may go on, as group `end`; `own` tells that such a clause commits by itself,
    `turned` that it commits to nothing; `untied` are words that only look like the end of one, and `settles` decides
    where neither list knows the word. `noun_chained` is a noun of action that stands for a verb in the chain (“…을 설립,
    …”), `noun_tied` one in a chain of nouns. `promises` is a present that would tell elsewhere and promises here
    (“meets every year”), `binding` one that does in the articles of an agreement, `must` one that
    does of those who are `obliged` by it, `named` a State or a side as the
    subject of one, `jointly` an end that commits where the parties speak as one, `quoted` the end of a sentence
    behind a quotation, `saying` what stands behind one inside a sentence; `object` is what shows that a clause has something to act on, `shared` an object that is the
    one before; `governed` that its verb serves another, `served` that the noun before it and a noun in it serve one act together (“finding
    cases and widening courses for …”). `parties` begins a clause whose subject they are, `topic`
    marks any subject. `elaborates` begins a sentence that only details the one before it (R5). `opening` is the
    joining word, `label` the label in an item before its clause, `topic_label` the one before a sentence of prose,
    `closing` what may stand behind the ending. `reviewed` is what was looked back upon, in a clause before one that
    commits, unless it is to return or has its day (`returning`, before `reviewing`), and `discussed` what it was about, be there no comma; `perhaps` are words of agreement in a sentence that commits to nothing known (passed over in doubt);
    `lone` is one official who plans something, `spoken` one who begins to speak (the
    quotation goes on in the next sentence: passed over in doubt);
    `unsure` are ends that commit less than surely, `topical` nouns of action that as often name a field
    unless the clause `acts_on` something, `done` those that as often tell what is done already; `light` words of
    which the one before says what is done. `announces` is a whole sentence that only says that commitments follow;
    `sided` names one side as the subject of a noun of action, which may tell a fact (“our side: import of …”).
    """

    finite: str
    commits: str
    plain: str
    stative: str
    upholds: str
    speakers: str
    promises: str
    binding: str
    must: str
    obliged: str
    jointly: str
    quoted: str
    saying: str
    named: str
    nominal: str
    refuses: str
    tie: str
    untied: str
    own: str
    turned: str
    reviewed: str
    discussed: str
    returning: str
    reviewing: str
    noun_tied: str
    noun_chained: str
    object: str
    shared: str
    governed: str
    served: str
    parties: str
    topic: str
    elaborates: str
    lead_in: str
    announces: str
    sided: str
    opening: str
    label: str
    topic_label: str
    closing: str
    perhaps: str
    lone: str
    spoken: str
    unsure: str
    topical: str
    acts_on: str
    done: str
    light: str
    settles: Callable[[str], bool] = field(default=lambda _: True)

    def actions(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        """The commitments in `flat[start:end]` (see `Grammar`)."""
        start, end = _trimmed(flat, start, end)
        if start >= end or compiled(self.elaborates).match(flat, start, end):
            return []
        listed = enumerated(self, flat, start, end, setting)
        if listed is not None:
            return listed
        spans = self._quoted_spans(flat, start, end) or [(start, end)]
        return [action for span in spans for action in self.actions_of_sentence(flat, *span, setting)]

    def _quoted_spans(self, flat: str, start: int, end: int) -> list[tuple[int, int]]:
        """What a sentence that says who said something quotes, part by part, and what it says itself behind that."""
        said = list(compiled(_QUOTATION).finditer(flat, start, end))
        if len(said) > 1 and compiled(self.quoted).search(flat, start, end):
            return [each.span("said") for each in said]
        first = next((each for each in said if compiled(self.saying).match(flat, each.end(), end)), None)
        if first is None or compiled(self.quoted).search(flat, start, end):
            return []
        return [first.span("said"), (first.end(), end)]

    def actions_of_sentence(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        """The commitments of a sentence that holds no list."""
        start, end = self._inside_quotation(flat, start, end)
        labels = self.label if setting > Setting.PROSE else self.topic_label
        if label := compiled(labels).match(flat, start, end):
            start = label.end()
        start = self._opened(flat, start, end)
        if compiled(self.announces).fullmatch(flat, start, end):
            return []
        if flat.count("“", start, end) > flat.count("”", start, end) and compiled(self.spoken).match(flat, start, end):
            return [Action(start, end, self._verb(flat, start, end), ("R2",), PASSED_OVER)]
        force, doubt = self._final_force(flat, start, end, setting)
        if force is Force.REFUSES and (told := self._before_detail(flat, start, end)) is not None:
            end = told  # who pays is told behind what is promised
            force = Force.COMMITS if setting > Setting.PROSE or self._is_ours(flat, start, end, setting) else force
        if force is Force.REFUSES and self._was_passed_over(flat, start, end, setting):
            verb = self._verb(flat, start, end)
            return self._chain(flat, start, end, force, "", nominal=False) or [
                Action(start, end, verb, ("R2",), PASSED_OVER)
            ]
        if force is Force.COMMITS and compiled(self.lone).match(flat, start, end):
            doubt = "commitment"
        return self._chain(
            flat,
            start,
            end,
            force,
            doubt,
            nominal=_ends(self.nominal, flat, start, self._before_closing(flat, start, end)),
        )

    def _inside_quotation(self, flat: str, start: int, end: int) -> tuple[int, int]:
        """The words quoted last, where the sentence only says who said them; else the sentence."""
        said = compiled(self.quoted).search(flat, start, end)
        opening = -1 if said is None else max(flat.rfind(mark, start, said.start()) for mark in '“"')
        return (start, end) if said is None or opening < 0 else _trimmed(flat, opening + 1, said.start())

    def leads(self, flat: str, start: int, end: int) -> Setting | None:
        """The force of a list after this clause (see `Grammar`)."""
        start, end = _trimmed(flat, start, end)
        if compiled(self.lead_in).search(flat, start, end) or _ends(self.commits, flat, start, end):
            return Setting.LISTED
        return None if _ends(self.refuses, flat, start, end) else Setting.DIRECTIVE

    def names_parties(self, flat: str, start: int, end: int) -> bool:
        """Never looked for: there the items after a subject are sentences (see `Grammar`)."""
        return False

    def tells(self, flat: str, start: int, end: int) -> bool:
        """Whether a sentence ends there (see `Grammar`)."""
        whole = compiled(rf"(?:{self.finite})[ .:]*$").search(flat, start, end) is not None
        return whole or _ends_broken(self.finite, flat, start, end)

    def begins_with_verb(self, flat: str, start: int, end: int) -> bool:
        """Never: verbs end a clause (see `Grammar`)."""
        return False

    def goes_on(self, flat: str, start: int, end: int, part: int) -> bool:
        """Never: a purpose stands before its verb (see `Grammar`)."""
        return False

    def verb_zone(self, flat: str, action: Action) -> tuple[int, int]:
        """The last words of the action, where its verb stands with the noun it is made of (see `Grammar`)."""
        return action.verb, action.end

    # Ends

    def _final_force(self, flat: str, start: int, end: int, setting: Setting) -> tuple[Force, str]:
        """The force of the last clause, and what is doubtful about it."""
        end = self._before_closing(flat, start, end)
        if _ends(self.commits, flat, start, end) or _ends_broken(self.commits, flat, start, end):
            return Force.COMMITS, "commitment" if _ends(self.unsure, flat, start, end) else ""
        if self._promises(flat, start, end, setting):
            return Force.COMMITS, ""
        if _ends(self.jointly, flat, start, end) and self._is_ours(flat, start, end, setting):
            return Force.COMMITS, "commitment"
        if _ends(self.refuses, flat, start, end):
            return Force.REFUSES, ""
        if setting > Setting.PROSE and self._breaks_off(flat, start, end):
            return Force.COMMITS, "commitment"
        if _ends(self.plain, flat, start, end) or _ends_broken(self.plain, flat, start, end):
            return (Force.COMMITS if self._plainly_commits(flat, start, end, setting) else Force.REFUSES), ""
        if setting <= Setting.PROSE:
            return Force.REFUSES, ""
        if _ends(self.nominal, flat, start, end):
            return self._nominal_force(flat, start, end, setting)
        listed = setting is Setting.LISTED and flat.find(" ", start, end) > 0 and flat[end - 1] != "다"
        return (Force.COMMITS, "commitment") if listed else (Force.REFUSES, "")

    def _breaks_off(self, flat: str, start: int, end: int) -> bool:
        """Whether an item stops where a chain goes on, in the item below it (“meets every quarter to review it, and”)."""
        tied = compiled(r"[가-힣](?:고|며)$").search(flat, start, end) is not None
        if not tied or any(_ends(each, flat, start, end) for each in (self.untied, self.turned, self.own)):
            return False
        if _ends(self.reviewed, flat, start, end) and compiled(self.returning).search(flat, start, end) is None:
            return False
        return self.settles(_last_word(flat, start, end))

    def _nominal_force(self, flat: str, start: int, end: int, setting: Setting) -> tuple[Force, str]:
        # “다자 협력” is the subject of a list; “유엔에서의 협력”, “산불 대응 인력의 교류와 협력” are acts.
        acts = not _ends(self.topical, flat, start, end) or (
            flat.count(" ", start, end) >= FEWEST_WORDS_OF_ACT or compiled(self.acts_on).search(flat, start, end)
        )
        if acts:
            told = compiled(self.sided).search(flat, start, end) is not None or (
                compiled(self.topic).search(flat, start, end) is not None
                and not self._is_ours(flat, start, end, setting)
            )
            maybe_done = told or (setting is Setting.DIRECTIVE and _ends(self.done, flat, start, end))
            return Force.COMMITS, "commitment" if maybe_done else ""
        return (Force.COMMITS, "commitment") if setting is Setting.LISTED else (Force.REFUSES, "")

    def _before_closing(self, flat: str, start: int, end: int) -> int:
        """Where the words end, before “(연 1회)” and quotation marks."""
        closing = compiled(rf"(?:{self.closing})$").search(flat, max(start, end - LONGEST_ENDING), end)
        return closing.start() if closing and closing.start() > start else end

    def _plainly_commits(self, flat: str, start: int, end: int, setting: Setting) -> bool:
        # A plain present in prose commits only where the parties are its subject, said or left out.
        if _ends(self.stative, flat, start, end):
            return False
        if _ends(self.upholds, flat, start, end) and (
            setting <= Setting.PROSE or compiled(self.speakers).match(flat, start, end)
        ):
            return False
        ours = self._is_ours(flat, start, end, setting)
        return setting > Setting.PROSE or ours or compiled(self.topic).search(flat, start, end) is None

    def _is_ours(self, flat: str, start: int, end: int, setting: Setting) -> bool:
        """Whether the parties are the subject; in an article, also one of them by its name."""
        subjects = (self.parties, self.named) if setting is Setting.ARTICLE else (self.parties,)
        return any(compiled(subject).match(flat, start, end) for subject in subjects)

    def _promises(self, flat: str, start: int, end: int, setting: Setting) -> bool:
        if _ends(self.promises, flat, start, end):
            return True
        if _ends(self.must, flat, start, end) and compiled(self.obliged).match(flat, start, end):
            return True
        binds = setting is Setting.ARTICLE and _ends(self.binding, flat, start, end)
        return binds and self._is_ours(flat, start, end, setting)

    def _was_passed_over(self, flat: str, start: int, end: int, setting: Setting) -> bool:
        """Whether a plain present was refused only for its subject, in prose, or words of agreement stand there."""
        if compiled(self.perhaps).search(flat, start, end):
            return True
        end = self._before_closing(flat, start, end)
        plain = _ends(self.plain, flat, start, end) and not _ends(self.refuses, flat, start, end)
        return setting <= Setting.PROSE and plain and not _ends(self.stative, flat, start, end)

    # The chain

    def _chain(self, flat: str, start: int, end: int, force: Force, doubt: str, *, nominal: bool) -> list[Action]:
        actions: list[Action] = []
        parts: list[Action] = []
        begins, doubted = start, ""
        for tie in self._ties(flat, start, end, nominal=nominal and force is Force.COMMITS):
            if tie.end <= begins or _inside_brackets(flat, begins, tie.end):
                continue
            if tie.force is Force.REFUSES:
                parts, begins, doubted = [], tie.after, ""
            elif tie.force is Force.COMMITS:
                actions += [*parts, self._action(flat, begins, tie.end, parts, doubted)]
                parts, begins, doubted = [], tie.after, ""
            elif force is Force.COMMITS or self._commits_later(flat, tie.after, end):
                verdict = self._verdict(flat, begins, tie, end)
                if verdict == "parted":
                    parts.append(self._action(flat, begins, tie.end, parts, doubted))
                    begins, doubted = tie.after, ""
                elif verdict == "parted-doubted":
                    parts.append(self._action(flat, begins, tie.end, parts, doubted))
                    begins, doubted = tie.after, "split"
        if force is Force.COMMITS and begins < end:
            actions += [*parts, self._action(flat, begins, end, parts, doubt or doubted)]
        return [action for action in actions if action.end > action.start]

    def _before_detail(self, flat: str, start: int, end: int) -> int | None:
        """Where the clause ends behind which only a detail of it stands (“…, and each side bears its costs”), or None."""
        for tie in self._verb_ties(flat, start, end):
            if tie.force is Force.TIED and compiled(self.elaborates).match(flat, tie.after, end):
                return tie.end
        return None

    def _commits_later(self, flat: str, start: int, end: int) -> bool:
        return any(tie.force is Force.COMMITS for tie in self._ties(flat, start, end, nominal=False))

    def _ties(self, flat: str, start: int, end: int, *, nominal: bool) -> list[_Tie]:
        ties = list(self._verb_ties(flat, start, end))
        ties += [
            _Tie(match.start("end"), match.end(), True, Force.TIED)
            for match in (() if nominal else compiled(self.noun_chained).finditer(flat, start, end))
        ]
        if nominal:
            ties += [
                _Tie(match.start("end"), match.end(), "," in match.group(), Force.TIED, noun=True)
                for match in compiled(self.noun_tied).finditer(flat, start, end)
            ]
        return sorted(ties)

    def _verb_ties(self, flat: str, start: int, end: int) -> Iterator[_Tie]:
        for match in compiled(self.tie).finditer(flat, start, end):
            stop = match.start("end")
            comma = "," in match.group()
            before = max(start, stop - LONGEST_ENDING)
            if _ends(self.untied, flat, before, stop):
                continue
            if _ends(self.own, flat, before, stop):
                yield _Tie(stop, match.end(), comma, Force.COMMITS)
            elif self._reviews_again(flat, before, stop):
                yield _Tie(stop, match.end(), comma, Force.TIED)
            elif _ends(self.turned, flat, before, stop) or (
                self._spoke_of(flat, before, stop, comma=comma) and self._looked_back(flat, stop, end)
            ):
                yield _Tie(stop, match.end(), comma, Force.REFUSES)
            elif self.settles(_last_word(flat, start, stop)):
                yield _Tie(stop, match.end(), comma, Force.TIED)

    def _reviews_again(self, flat: str, start: int, end: int) -> bool:
        """Whether the clause reviews something time and again: then it does not look back, it is to be done."""
        reviews = compiled(self.reviewing).search(flat, start, end)
        return reviews is not None and compiled(self.returning).search(flat, start, reviews.start()) is not None

    def _spoke_of(self, flat: str, start: int, end: int, *, comma: bool) -> bool:
        """Whether the clause tells what was reviewed or spoken of; without a comma only where it says “about”."""
        return (comma and _ends(self.reviewed, flat, start, end)) or _ends(self.discussed, flat, start, end)

    def _looked_back(self, flat: str, start: int, end: int) -> bool:
        return _ends(self.commits, flat, start, end) and not _ends(self.plain, flat, start, end)

    def _verdict(self, flat: str, begins: int, tie: _Tie, end: int) -> str:
        """Whether the clause before `tie` and the one after it are two commitments (R3)."""
        following = self._following(flat, tie, end)
        governed = compiled(self.governed).match(flat, tie.after, end) is not None
        if not self._has_object(flat, begins, tie.end, noun=tie.noun):
            return "one"
        if not self._has_object(flat, tie.after, following, noun=tie.noun):
            return "one"
        if compiled(self.shared).match(flat, tie.after, following):
            return "one"
        if tie.noun and not tie.comma and compiled(self.served).match(flat, tie.after, end):
            return "one"
        if governed and not tie.comma and self._opened(flat, tie.after, end) == tie.after:
            return "one"
        return "parted-doubted" if governed or tie.noun else "parted"

    def _following(self, flat: str, tie: _Tie, end: int) -> int:
        """Where the clause after `tie` ends: at the next tie, or with the sentence."""
        return next((later.end for later in self._verb_ties(flat, tie.after, end)), end)

    def _has_object(self, flat: str, start: int, end: int, *, noun: bool) -> bool:
        return compiled(r"\S +\S" if noun else self.object).search(flat, start, end) is not None

    def _opened(self, flat: str, start: int, end: int) -> int:
        while (match := compiled(self.opening).match(flat, start, end)) and match.end() < end:
            start = match.end()
        return start

    def _action(self, flat: str, start: int, end: int, before: list[Action], doubt: str) -> Action:
        start, end = _trimmed(flat, self._opened(flat, start, end), end)
        if flat[end - 1 : end] in _CLOSED and _OPENS[flat[end - 1]] not in flat[start : end - 1]:
            start, end = _trimmed(flat, start, end - 1)  # the quotation began before
        rules = ("R1", "R3") if before else ("R1",)
        return Action(start, end, self._verb(flat, start, end), rules, doubt)

    def _verb(self, flat: str, start: int, end: int) -> int:
        """Where the words begin that say what is done: the last word with a meaning, and an auxiliary behind it."""
        end = self._before_closing(flat, start, end)
        ending = compiled(rf"(?:{self.commits}|{self.own})$").search(flat, max(start, end - LONGEST_ENDING), end)
        verb = _last_words(flat, start, ending.start() + 1 if ending else end)
        while verb > start and (light := compiled(self.light).match(flat, verb, end)) and light.end() > verb:
            before = verb
            while before > start and flat[before - 1] == " ":
                before -= 1  # several blanks stand where a line was broken
            verb = _last_words(flat, start, before)
        return verb


def _ends(pattern: str, flat: str, start: int, end: int) -> bool:
    # Endings are short; looking at the last characters alone keeps long sentences cheap.
    return compiled(rf"(?:{pattern})$").search(flat, max(start, end - LONGEST_ENDING), end) is not None


def _ends_broken(pattern: str, flat: str, start: int, end: int) -> bool:
    """Whether the words end so once what parts their last one is taken away: a line broken inside it, or loose spacing."""
    while end > start and flat[end - 1] in " .:":
        end -= 1
    last = flat[max(start, end - LONGEST_BROKEN) : end]
    if last.count(" ") == 0 or compiled(_BROKEN).search(last) is None:
        return False
    before = flat[max(start, end - LONGEST_ENDING) : end - len(last)]
    return compiled(rf"(?:{pattern})$").search(before + last.replace(" ", "")) is not None


def _last_words(flat: str, start: int, end: int) -> int:
    """Where the last word of `[start, end)` begins."""
    return max(start, flat.rfind(" ", start, end) + 1)


def _last_word(flat: str, start: int, end: int) -> str:
    return flat[_last_words(flat, start, end) : end]


def _inside_brackets(flat: str, start: int, at: int) -> bool:
    return flat.count("(", start, at) > flat.count(")", start, at)


def _trimmed(flat: str, start: int, end: int) -> tuple[int, int]:
    while start < end and flat[start] in " ,;▴▲△▸▶①②③④⑤⑥⑦⑧⑨⑩":
        start += 1
    while start < end and flat[end - 1] in " ,;.:":
        end -= 1
    return start, end
