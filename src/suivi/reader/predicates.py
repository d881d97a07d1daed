"""Predicates: the finite verbs of a sentence that commit, that refuse to, or that only tell; head-first languages.

Rules:
- a word of commitment commits where what follows is what it asks for (“agreed to”, not “agreed that”);
- who is said to act decides what the future means: parties and bodies commit by nearly any verb, other things only
  by a verb of procedure (“will take place”), and “this …” details what was said before (R5);
- a noun that looks like a verb (“the plan to”), a relative clause and a condition commit nobody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final, NamedTuple

from suivi.reader.flat import Flat
from suivi.reader.lexicon import NEVER, Lexicon, compiled

MOST_BEFORE_NAME: Final = 6  # “the ”, « l’ »
MOST_SEGMENTS: Final = 4
FARTHEST: Final = 240
FARTHEST_SENTENCE: Final = 500
_FIRST_OF_NAMES: Final = r"\b(?:that|which|whose|whether|que|dont|qu'[\w']*)(?: [\w'-]+){1,5}$|^ *(?!(?:as|when|while|if|since|because|once|where|after|before|until|lorsqu'?\w*|si|comme|quand|tandis|alors|puisque) )(?:the |l'|le |la |les )?[\w'-]+(?: [\w'-]+){0,3}$"
_LAST_OF_NAMES: Final = r" *(?:the |l'|le |la |les )?[\w'-]+(?: [\w'-]+){0,4} (?:and|or|et|ou) (?:the |l'|le |la |les )?[\w'-]+(?: [\w'-]+){0,4} (?<! that )(?<! which )(?<! who )(?<! qui )"
_RELATIVE_APART: Final = r"\b(?:which|who|qui), [^,;:.]{3,120}(?:, [^,;:.]{3,120})?,$"
WORD: Final = compiled(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Kind(Enum):
    """What a finite verb does: commits to the verb after it, is itself the promise, refuses to commit, wishes
    or announces without a promise, only tells.

    PRESENT is a promise in the present of treaties (« Les parties échangent … »), and only tells elsewhere.
    """

    GOVERNS = "governs"
    FUTURE = "future"
    PRESENT = "present"
    REFUSES = "refuses"
    WISHES = "wishes"
    TELLS = "tells"


# A member looked up through its class costs as much as a short pattern; these are looked up in every sentence.
GOVERNS: Final = Kind.GOVERNS
FUTURE: Final = Kind.FUTURE
PRESENT: Final = Kind.PRESENT
REFUSES: Final = Kind.REFUSES
WISHES: Final = Kind.WISHES
TELLS: Final = Kind.TELLS

_MAY_BE_NOUNS: Final = (GOVERNS, REFUSES, WISHES, PRESENT)


class Who(Enum):
    """What stands as subject: a party to the text, a body that acts, “this …”, any other thing, or nothing."""

    PARTY = "party"
    BODY = "body"
    THIS = "this"
    THING = "thing"
    NOBODY = "nobody"


PARTY: Final = Who.PARTY
BODY: Final = Who.BODY
THIS: Final = Who.THIS
THING: Final = Who.THING
NOBODY: Final = Who.NOBODY


class Head(NamedTuple):
    """A finite verb: `[start, end)` with what it asks for; the verb it governs begins at `end`.

    `lead` is the small word it governs its verb by (“to”); coordinated verbs may repeat it. `sure` is False where the
    word commits less than it seems to (“look forward to”).
    """

    start: int
    end: int
    kind: Kind
    lead: str
    sure: bool


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Predicates:
    """The finite verbs of one language.

    `heads`: by first word, patterns of what follows it with the kind; the first that fits counts; a pattern may hold
    a group `lead`. `unsure`: first words of heads that commit less than they seem to, `weak` other words in them.
    `future`: a word that is a future by its form, or a pattern that matches none, and `future_ends` how such words
    end; `not_future` look-alikes. `noun_before`: what stands before a look-alike that is a noun, `name_before` before
    one that is a name. `shelter`: what opens a relative or conditional clause, `sheltered_unless` what makes of it
    one that promises, and `by_which` one where parties alone do (“through which”). `party`, `body`, `this`: nouns
    that head a subject, `of` what ends the head of a noun phrase, `an`: what opens an indefinite one. `clitic`: what
    stands between subject and verb; `said_that` what parts the subject from the words that report (“it was agreed
    that”). `parties`: States by name. `adverbs` may stand between a future and its verb. By what stands after the
    future: `stative` verbs promise nothing, whoever is said to act; `passive` is a promise unless `described`;
    `procedure` is one of any thing; `describes` tells what something is about (with `outcome`: what it is good for)
    and is a promise of parties alone; `deliberate` is done by somebody only, and a promise in doubt of who is not
    known; `present_sure` where a
    body's present promises beyond doubt (in articles); `done_by`: a passive that says when and where, or by whom, and so promises more than a detail. `normative`: subjects of a promise in the present. `paper`: a text as subject, whose `purposes` are no
    promise (“this plan aims to”); `auxiliaries` are heads that never are nouns. `pronoun`: the parties right before
    the verb (“from 2028 we”); `joined` goes on with the verb before it; `echoes` is a pronoun for who reports
    (“confirms that it”), with the words that report; `goes_on` opens a relative clause that may promise more;
    `funded`: a subject with money of its own, of which any future is a promise (“a programme worth 3 million will
    support …”). `shows`: words by which a thing only shows a will (“the visit demonstrates our resolve to”).
    `told_of_then`: a year before a verb in the past, which tells of what was promised then. `shelter_words` and
    `said_words`, where a language has them: words without one of which `shelter` and `said_that` find nothing, which
    are quicker looked for. `qualifiers` are heads that qualify a noun where none of the `qualified` words stands
    before (“the officials charged with …”). `passive_before`: what makes a passive of a word that refuses. `they` may
    stand for the parties, or for anything, `it` for a text; `inverted`: pronouns that a hyphen ties to the verb
    before them (« s'engagent-ils »); `these` things serve a purpose as a paper does; `aims` are verbs by which
    anything but a party only says what it is for (« le dialogue vise à »), `tells_only` papers of which no future of
    a pronoun is a promise. `reported`: words after
    which a future in the past commits; `only_reported`: those futures, `reported_ends` how they end where a form
    tells them.
    """

    heads: Mapping[str, tuple[tuple[Kind, str], ...]]
    unsure: frozenset[str]
    weak: str
    future: str
    future_ends: tuple[str, ...]
    not_future: frozenset[str]
    noun_before: str
    name_before: str
    shelter: str
    sheltered_unless: str
    by_which: str
    party: str
    body: str
    this: str
    of: str
    an: str
    clitic: str
    said_that: str
    parties: Lexicon[str]
    adverbs: str
    stative: str
    passive: str
    described: str
    procedure: str
    describes: str
    outcome: str
    normative: str
    reported: str
    paper: str
    purposes: str
    auxiliaries: frozenset[str]
    pronoun: str
    joined: str
    goes_on: str
    funded: str
    shows: str
    told_of_then: str
    only_reported: frozenset[str]
    passive_before: tuple[str, ...] = ()
    they: str = r"(?!)"
    it: str = r"(?!)"
    inverted: frozenset[str] = frozenset()
    these: str = r"(?!)"
    aims: str = r"(?!)"
    tells_only: str = r"(?!)"
    echoes: str = r"(?!)"
    shelter_words: frozenset[str] = frozenset()
    said_words: tuple[str, ...] = ()
    deliberate: str = r"(?!)"
    done_by: str = r"(?!)"
    present_sure: bool = False
    reported_ends: tuple[str, ...] = ()
    qualifiers: frozenset[str] = frozenset()
    qualified: str = r"(?!)"

    def find(self, flat: str, start: int, end: int) -> list[Head]:
        """Every head in `flat[start:end]`, in reading order, disjoint."""
        after = start
        heads, ends, inverted = self.heads, self.future_ends, self.inverted
        found: list[Head] = []
        for match in self._words_in(flat, start, end):
            word = match.group()
            if inverted and "-" in word:
                verb, _, subject = word.partition("-")
                word = verb if subject in inverted else word
            if (word not in heads and not word.endswith(ends)) or match.start() < after:
                continue
            head = self._head(flat, match, word, start, end)
            if head is not None:
                after = head.end
                found.append(head)
        return found

    def _words_in(self, flat: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """The words in `flat[start:end]` that may be heads: those that `first_words` knows, where the text knows its words."""
        first = self._first_words
        if type(flat) is not Flat or flat.cuts(start) or flat.cuts(end):
            return self._words.finditer(flat, start, end)
        if not self.future_ends:
            matches = [self._words.match(flat, place, end) for place in flat.places_in(first, start, end)]
            return [match for match in matches if match is not None]
        if flat.places_in(MIXED, start, end):
            return self._words.finditer(flat, start, end)
        places = sorted({_compound_start(flat, start, place) for place in flat.places_in(first, start, end)})
        return [match for match in (WORD.match(flat, place, end) for place in places) if match is not None]

    def _head(self, flat: str, match: re.Match[str], word: str, start: int, end: int) -> Head | None:
        for kind, fitting, leads in self._tried_for(word):
            found = fitting.match(flat, match.end(), end)
            if found is None:
                continue
            if kind is REFUSES and flat.endswith(self.passive_before, start, match.start()):
                return None  # “to be met”
            if kind in _MAY_BE_NOUNS and word not in self.auxiliaries and self._is_noun(flat, match.start(), start):
                return None
            if word in self.qualifiers and self._qualifies(flat, match.start(), start):
                return None
            led = found.group("lead") if leads else ""
            lead = led or (word if kind is FUTURE else "")
            governs = kind is GOVERNS
            sure = word not in self.unsure and not (governs and compiled(self.weak).search(found.group()))
            return Head(match.start(), found.end(), kind, lead, sure)
        if self.future_ends and self._future_form.fullmatch(word) and word not in self.not_future:
            begins = match.start()
            named = compiled(self.name_before).search(flat, max(start, begins - 8), begins)
            return None if named else Head(begins, match.end(), FUTURE, "", True)
        return None

    def _tried_for(self, word: str) -> list[tuple[Kind, re.Pattern[str], bool]]:
        """The patterns of the heads that begin with the word, each with its kind and whether it names a lead."""
        known = self._tried.get(word)
        if known is None:
            patterns = [(kind, compiled(pattern)) for kind, pattern in self.heads.get(word, ())]
            known = [(kind, pattern, "lead" in pattern.groupindex) for kind, pattern in patterns]
            if known:
                self._tried[word] = known
        return known

    @cached_property
    def _tried(self) -> dict[str, list[tuple[Kind, re.Pattern[str], bool]]]:
        return {}

    @cached_property
    def _words(self) -> re.Pattern[str]:
        """What `find` looks at: every word, or the first words of heads alone where no form tells a future."""
        if self.future_ends:
            return WORD
        known = Lexicon(dict.fromkeys(self.heads, True)).pattern.pattern
        return compiled(rf"(?<![\w-]){known}(?!\w|-[^\W\d_])")

    @cached_property
    def _first_words(self) -> "_FirstWords":
        return _FirstWords(frozenset(compiled(r"\W").split(word)[0] for word in self.heads), self.future_ends)

    @cached_property
    def _future_form(self) -> re.Pattern[str]:
        return compiled(self.future)

    def _is_noun(self, flat: str, at: int, start: int) -> bool:
        return compiled(self.noun_before).search(flat, max(start, at - 24), at) is not None

    def _qualifies(self, flat: str, at: int, start: int) -> bool:
        """Whether the head at `at` only says which one the noun before it is."""
        return at > start and compiled(self.qualified).search(flat, max(start, at - 60), at) is None

    def is_sheltered(self, flat: str, start: int, at: int) -> bool:
        """Whether the verb at `at` stands in a relative or conditional clause of the sentence that begins at `start`."""
        begins = _after_last_mark(flat, start, at)
        while begins > start and flat[begins - 1] == "," and compiled(_LAST_OF_NAMES).fullmatch(flat, begins, at):
            earlier = max(start, flat.rfind(",", start, begins - 1) + 1)  # “that A, B and C will”
            if compiled(_FIRST_OF_NAMES).search(flat[earlier : begins - 1]) is None:
                break  # “as work proceeds, A and B will”
            at, begins = begins - 1, earlier
        if not flat[begins:at].strip() and compiled(_RELATIVE_APART).search(
            flat, max(start, begins - FARTHEST), begins
        ):
            return True  # “the Agreement, which, in many ways, aims to”
        if self.shelter_words and self.shelter_words.isdisjoint(flat[begins:at].split()):
            return False
        opened = [
            found.span()
            for found in compiled(self.shelter).finditer(flat, begins, at)
            if found.start() > start or found.group() != "that"  # “That summit will …” is a sentence
        ]
        if not opened:
            return False
        opens, after = opened[-1]
        if self._comes_back(flat, after, at) or self._parties_say_more(flat, opens, after, at):
            return False
        if compiled(self.sheltered_unless).search(flat, max(start, opens - FARTHEST), after) is None:
            return True
        by_which = compiled(self.by_which).search(flat, max(start, opens - FARTHEST), after) is not None
        return by_which and self._who_is(flat[after:at].strip()) is not PARTY

    def _parties_say_more(self, flat: str, opens: int, after: int, at: int) -> bool:
        """Whether the relative clause only goes on, and what the parties will do stands in it (“…, which we intend to”)."""
        if compiled(self.goes_on).match(flat, opens, after) is None or not flat[max(0, opens - 2) : opens].startswith(
            ","
        ):
            return False
        return self._who_is(flat[after:at].strip()) is PARTY

    def _comes_back(self, flat: str, after: int, at: int) -> bool:
        """Whether the relative clause from `after` on has had its verb: “those who have not done so will …”."""
        told = any(flat[head.end : at].strip() for head in self.find(flat, after, at))
        return told and compiled(self.joined).search(flat, after, at) is None

    def who(self, flat: str, start: int, at: int) -> tuple[Who, str]:
        """Who is said to act by the verb at `at` of the clause that begins at `start`, and the words that say so."""
        echo = compiled(self.echoes).search(flat, start, at) if self.echoes != NEVER else None
        if echo is not None:  # “Canada confirms that it will”: the pronoun stands for who says so
            return self.who(flat, start, echo.start())
        nearest: tuple[Who, str] = (NOBODY, "")
        for subject in self._subjects(flat, start, at):
            said = self._who_is(subject)
            if said in (PARTY, BODY, THIS):
                return said, subject
            if nearest[0] is NOBODY or (compiled(self.an).match(subject) and not compiled(self.an).match(nearest[1])):
                nearest = (
                    said,
                    subject,
                )  # “a new project, announced by X, will …”: what stands between is not the subject
        return nearest

    def is_of_a_paper(self, flat: str, head: Head, start: int, said: str) -> bool:
        """Whether the head says what a paper is for (“this plan aims to”), and nobody acts; `said` is who acted before."""
        if compiled(self.purposes).match(flat, head.start) is None:
            return False
        subject = next(self._subjects(flat, start, head.start), "")
        if not subject and said:  # “this plan builds on … and aims to”
            return self.is_paper(said) or any(
                self.is_paper(said[: blank.start()]) for blank in compiled(" ").finditer(said)
            )
        return any(compiled(words).match(subject) for words in (self.paper, self.these))

    def many_behind(self, flat: str, head: Head) -> bool:
        """Whether a pronoun for several is tied to the verb (« chargeront-ils »)."""
        word = flat[head.start : head.end].partition(" ")[0]
        return word.partition("-")[2] in self.inverted and word.endswith("s")

    def speaks_of_a_paper(self, flat: str, start: int, subject: str, paper: str = "") -> bool:
        """Whether the pronoun that acts in the sentence at `start` stands for a text the sentence before begins with."""
        if paper == NEVER or compiled(self.it).fullmatch(subject) is None:
            return False
        before = flat[max(0, start - FARTHEST_SENTENCE) : start].rstrip(" .")
        for _ in range(MOST_SEGMENTS):
            begins = max(before.rfind(". "), before.rfind("  ")) + 1
            opening = before[begins:].lstrip()
            if compiled(rf"{self.it} ").match(opening) is None:  # it goes on with the sentence before
                return compiled(paper or self.paper).match(opening) is not None
            before = before[:begins].rstrip(" .")
        return False

    def is_of_a_party(self, flat: str, start: int, subject: str) -> bool:
        """Whether the pronoun that acts in the sentence at `start` stands for a party, with which the sentence before begins."""
        if compiled(self.it).fullmatch(subject) is None:
            return False
        stop = start
        for _ in range(MOST_SEGMENTS):
            while stop > 0 and flat[stop - 1] in " .":
                stop -= 1
            begins = max(flat.rfind(". ", max(0, stop - FARTHEST_SENTENCE), stop), flat.rfind("  ", 0, stop)) + 1
            while begins < stop and flat[begins] == " ":
                begins += 1
            if compiled(rf"{self.it} ").match(flat, begins) is None:  # it goes on with the sentence before
                heads = self.find(flat, begins, stop)
                return bool(heads) and self.who(flat, begins, heads[0].start)[0] is PARTY
            stop = begins
        return False

    def is_paper(self, subject: str) -> bool:
        """Whether the subject is a text by its own name (“the Statement agrees to …” tells what stands in it)."""
        noun = compiled(self.of).split(subject, maxsplit=1)[0]
        return noun not in ("it", "the", "this") and compiled(self.paper).match(noun) is not None

    def _who_is(self, subject: str) -> Who:
        if compiled(self.this).match(subject):
            return THIS
        if compiled(self.pronoun).search(subject):
            return PARTY
        head = compiled(self.of).split(subject, maxsplit=1)[0]
        if compiled(self.party).search(head):
            return PARTY
        named = self.parties.first(subject, 0, len(subject))
        if named is not None and named[0] <= MOST_BEFORE_NAME:
            return THING if compiled(self.paper).match(subject) else PARTY
        return BODY if compiled(self.body).search(head) else THING

    def subject_start(self, flat: str, start: int, at: int) -> int:
        """Where the words begin that name a party or body as subject of the verb at `at`; `start` if none do."""
        end = at
        for _ in range(MOST_SEGMENTS):
            begins = max(start, flat.rfind(",", start, end) + 1)
            if self._who_is(flat[begins:end].strip(" ,")) in (PARTY, BODY):
                return begins + 1 if flat[begins] == " " else begins
            if begins == start:
                return start
            end = begins - 1
        return start

    def _subjects(self, flat: str, start: int, at: int) -> Iterator[str]:
        """What may be the subject: the words before the verb back to a mark, then those between earlier marks."""
        end = at
        for _ in range(MOST_SEGMENTS):
            if end <= start:
                return
            begins = max(start, flat.rfind(",", start, end) + 1, flat.rfind(":", start, end) + 1)
            subject = compiled(self.clitic).sub("", flat[begins:end].strip(" ,;:"))
            if not self.said_words or [word for word in self.said_words if word in subject]:
                subject = compiled(self.said_that).split(subject)[-1]
            if compiled(r"\w\w").search(subject):
                yield subject
            end = begins - 1

    # What a future promises

    def verb_of(self, flat: str, head: Head, end: int) -> int:
        """Where the verb of a future stands: after the auxiliary and its adverbs, or at the form itself."""
        if not head.lead:
            return head.start
        found = compiled(self.adverbs).match(flat, head.end, end)
        return found.end() if found else head.end

    def promises(self, flat: str, head: Head, verb: int, end: int, acting: tuple[Who, str]) -> tuple[bool, bool]:
        """Whether the future at `head` is a promise, and whether that is sure; `acting` is who is said to act."""
        who, subject = acting
        if head.kind is PRESENT:
            named = self.present_sure and who is PARTY  # in an article, what a party does is what it is to do
            return named or compiled(self.normative).match(subject) is not None, self.present_sure and who is not PARTY
        if compiled(self.stative).match(flat, verb, end):
            return False, True
        if compiled(self.passive).match(flat, verb, end):
            told = compiled(self.described).match(flat, verb, end) and not compiled(self.funded).search(subject)
            if who is THIS and compiled(self.done_by).match(flat, verb, end):
                return True, False  # “this work will be reviewed by leaders next year”
            return not (who is THIS or told), True
        if who is PARTY:
            return True, True
        if who is THIS and compiled(self.describes).match(flat, verb, end):
            return False, True  # “this memorandum will enter into force on signature”
        if compiled(self.procedure).match(flat, verb, end):
            return True, True
        if compiled(self.describes).match(flat, verb, end):
            return False, compiled(self.they).match(subject) is None
        if who is BODY:
            return True, True
        if who is THIS:
            return False, True
        if compiled(self.deliberate).match(flat, verb, end):
            return True, False  # only somebody discusses or drafts: a body that no list knows
        outcome = compiled(self.outcome).match(flat, verb, end) and not compiled(self.funded).search(subject)
        return not outcome and compiled(self.an).match(subject) is not None, False


class _FirstWords:
    """The words that heads may begin with: the first of each, and those that end as a future does."""

    def __init__(self, known: frozenset[str], ends: tuple[str, ...]) -> None:
        self.known = known
        self.ends = ends

    def may_begin(self, word: str) -> bool:
        """Whether a head may begin with the word."""
        return word in self.known or word.endswith(self.ends)


class _Mixed:
    """Words of letters and digits (“2nd”), of which only a part may be a head."""

    def may_begin(self, word: str) -> bool:
        """Whether the word is one."""
        return not (word.isalpha() or word.isdecimal())


MIXED: Final = _Mixed()


def _compound_start(flat: str, start: int, at: int) -> int:
    """Where the word with hyphens begins, from `start` on, of which a part begins at `at`."""
    while at - start > 1 and flat[at - 1] == "-" and flat[at - 2].isalpha():
        at -= 1
        while at > start and flat[at - 1].isalpha():
            at -= 1
    return at


def _after_last_mark(flat: str, start: int, at: int) -> int:
    """Where the words begin behind the last comma, semicolon, colon or bracket before `at`; `start` without one."""
    return max(
        start,
        flat.rfind(",", start, at) + 1,
        flat.rfind(";", start, at) + 1,
        flat.rfind(":", start, at) + 1,
        flat.rfind("(", start, at) + 1,
        flat.rfind(")", start, at) + 1,
    )
