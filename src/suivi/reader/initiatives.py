"""Initiatives and aims: every clause of the outline that commits, with its kind and its id.

Rules:
- a sentence that ends in a colon commits only where no item after it does: the items say what it promises;
- R7: where a part of the document marks initiatives, follow it; elsewhere a commitment is an initiative if a yearly
  report could say of it done or not done, else an aim;
- ids count in reading order: `P1.I3`, `P1.T2.A1`, `S1.2.A1`, and `G1` outside any section;
- where one listed item holds two commitments, they share a number: `P3.I5a`, `P3.I5b`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from suivi.reader.clauses import LONGEST_CLAUSE, parts_of, sentences_of
from suivi.reader.grammar import PASSED_OVER, Action, Setting, acts
from suivi.reader.lexicon import NEVER, compiled
from suivi.reader.modes import FALLBACK, Suggestion, suggested_mode
from suivi.reader.opinion import opinion_of, points_of, signs_of_promise
from suivi.reader.outline import Outline, Passage
from suivi.reader.refusals import TooManyCommitments
from suivi.reader.rules.kind import kind_of
from suivi.reader.rules.recurrence import RecurrenceFound, recurrence_in
from suivi.reader.source import Source

_DIRECTIVE, _LISTED, _PROSE = Setting.DIRECTIVE, Setting.LISTED, Setting.PROSE

LONGEST_HEADLINE: Final = 120
FEWEST_SPACES: Final = 2
UNREAD: Final = Suggestion(FALLBACK, (FALLBACK,), False)
SHORTEST_REST: Final = 4
MOST: Final = 20_000  # ten for each of the 2,000 pages a text may have
FEW_WORDS_TO_SPEAKER: Final = 3  # “ the joint ”
SAYING: Final = 70  # letters around a quotation in which it is said who speaks
# “OTTAWA, Ontario, 5 March 2027 /CNW/ – ”: where and when a release was given out, before its first sentence.
_DATELINE: Final = (
    r"[A-ZÀ-Ý][A-ZÀ-Ý .'’-]{3,40}(?:[,(] ?[^–—\n]{2,60}?(?:19|20)\d\d\)?)?(?: /CNW/)? (?:[–—]|--?) (?=[A-ZÀ-Ý])"
)


class Found(NamedTuple):
    """A commitment before its notices: the action, the passage it stands in, its kind, its place in an item.

    `item` numbers the listed item it comes from, `alone` tells whether the item holds no other; `suggestion` is its mode,
    `recurs` how often it is said to come back.
    """

    action: Action
    passage: Passage
    kind: str
    sure_of_kind: bool
    item: int
    alone: bool
    suggestion: Suggestion = UNREAD
    recurs: RecurrenceFound | None = None


def refuse_far_too_many(source: Source) -> None:
    """Refuse, before anything is read, a text with firm words of promise for twice as many as may be.

    Raises `TooManyCommitments`.
    """
    if sum(source.flat.count(words) for words in source.language.firm) > 2 * MOST:
        raise TooManyCommitments(limit=MOST)


def found_in(source: Source, outline: Outline) -> tuple[list[Found], list[Found]]:
    """Every commitment in reading order, spans disjoint and exact, no ids yet; and what was passed over in doubt.

    Raises `TooManyCommitments`.
    """
    marked = {outline.part_of(passage.section) for passage in outline.passages if passage.marked == "initiative"}
    grammar = source.language.grammar()
    found: list[Found] = []
    passed: list[Found] = []
    unread: list[Found] = []  # items that say nothing known
    quotes = source.language.speech != NEVER and ("“" in source.flat or '"' in source.flat)
    item = 0
    led: list[Found] = []  # what the sentence that leads to the items under way says by itself
    for before, passage in zip([None, *outline.passages], outline.passages, strict=False):
        if not passage.listed:
            if led and led[-1].passage is before and before.section != passage.section and _leads_on(source, before):
                passed += (each._replace(action=each.action._replace(doubt=PASSED_OVER)) for each in led)
            else:
                found += led
            led = []
        for start, end, setting in clauses_in(source, passage):
            all_actions = grammar.actions(source.flat, start, end, setting)
            actions: list[Action] = []
            if all_actions:
                if passage.told or (quotes and _is_spoken(source, passage, all_actions[0])):
                    all_actions = [action._replace(doubt=PASSED_OVER) for action in all_actions]
                if passage.heads:
                    all_actions = [action._replace(doubt=action.doubt or "commitment") for action in all_actions]
            if not passage.told:
                all_actions = _with_second_opinion(source, passage, (start, end, setting), all_actions)
            for action in all_actions:
                if action.doubt == PASSED_OVER:
                    passed.append(Found(action, passage, "", True, 0, True))
                else:
                    actions.append(action)
            may_promise = passage.listed and setting > _PROSE and not (all_actions or passage.told)
            whole = start == passage.start or passage.end - end < SHORTEST_REST
            if may_promise and whole and not grammar.tells(source.flat, start, end):
                unread.append(_unread(source, passage, start, end))
            item += 1
            here: list[Found] = []
            for action in actions:
                marks = passage.section is not None and outline.part_of(passage.section) in marked
                suggestion = suggested_mode(source, action)
                recurs = recurrence_in(source, action.start, action.end)
                kind, sure = kind_of(source, action, suggestion, recurs)
                kind, sure = (passage.marked, True) if passage.marked else ("aim", True) if marks else (kind, sure)
                here.append(Found(action, passage, kind, sure, item, len(actions) == 1, suggestion, recurs))
            if source.flat[end - 1] == ":" and end == passage.end:
                found += led
                led = [each for each in here if passage.end - each.action.end <= SHORTEST_REST]
                found += [each for each in here if each not in led]  # the colon is not theirs
            else:
                led = [] if here and passage.listed else led
                found += here
            if len(found) > MOST:  # a hostile text may be one paragraph
                raise TooManyCommitments(limit=MOST)
    found = sorted([*found, *led], key=lambda each: each.action.start)
    return found, sorted([*passed, *_among_commitments(source, unread, found)], key=lambda each: each.action.start)


def _leads_on(source: Source, passage: Passage) -> bool:
    """Whether the sentence at the end of the passage leads to what the headings after it promise, and not to mere areas."""
    *_, (start, end) = sentences_of(source, passage.start, passage.end)
    return source.language.grammar().leads(source.flat, start, end) is not None


def _with_second_opinion(
    source: Source, passage: Passage, clause: tuple[int, int, Setting], actions: list[Action]
) -> list[Action]:
    """The actions of a clause and what is doubtful about them, once the second opinion is heard."""
    opinion = opinion_of(source.language.tag)
    start, end, setting = clause
    leads = source.flat[end - 1] == ":"
    heard = any(action.doubt == "commitment" for action in actions) if actions else not leads
    if opinion is None or not heard:
        return actions
    told = points_of(opinion.promise, signs_of_promise(source, start, end, setting, listed=passage.listed))
    if not actions:
        achieved = compiled(source.language.past.listing).search(source.flat, start, end) is not None
        return [_passed(source, start, end)] if told >= opinion.levels["missed"] and not achieved else []
    if told >= opinion.levels["certain"]:
        return [action._replace(doubt="") if action.doubt == "commitment" else action for action in actions]
    return actions


def _is_spoken(source: Source, passage: Passage, action: Action) -> bool:
    """Whether the words stand in what one person is quoted as saying (““We will not wait,” the minister said”)."""
    flat, closing = source.flat, "”"
    begins = flat.rfind("“", passage.start, action.verb)
    if begins < 0 and flat.count('"', passage.start, action.verb) % 2:
        closing = '"'
        begins = flat.rfind('"', passage.start, action.verb)
    ends = flat.find(closing, action.verb, passage.end) if begins >= 0 else -1
    if ends < 0 or flat.find(closing, begins + 1, action.verb) >= 0:
        return False
    around = (flat[max(passage.start, begins - SAYING) : begins], flat[ends : min(passage.end, ends + SAYING)])
    says = [(words, found) for words in around if (found := compiled(source.language.speech).search(words))]
    of_many = compiled(source.language.of_many)
    return bool(says) and not any(
        of_many.search(words, 0, found.end()) or _names_many(of_many, words, found.end()) for words, found in says
    )


def _names_many(of_many: re.Pattern[str], words: str, at: int) -> bool:
    """Whether what speaks stands right behind the word of speaking, and is no single person (“said the joint statement”)."""
    found = of_many.search(words, at)
    return (
        found is not None
        and words.count(" ", at, found.start()) <= FEW_WORDS_TO_SPEAKER
        and "," not in words[at : found.start()]
    )


def _unread(source: Source, passage: Passage, start: int, end: int) -> Found:
    return Found(_passed(source, start, end), passage, "", True, 0, True)


def _passed(source: Source, start: int, end: int) -> Action:
    while end > start and source.flat[end - 1] in " ,;.:":
        end -= 1
    return Action(start, end, start, ("R2",), PASSED_OVER)


def _among_commitments(source: Source, unread: list[Found], found: list[Found]) -> Iterator[Found]:
    """The items not read in a list whose other items promise something: they may do so too."""
    promising = {each.passage.section for each in found if each.passage.listed}
    for each in unread:
        words = source.flat.count(" ", each.action.start, each.action.end)
        if each.passage.section in promising and words >= FEWEST_SPACES:
            yield each


def clauses_in(source: Source, passage: Passage) -> Iterator[tuple[int, int, Setting]]:
    """The clauses of a passage as the grammar is given them, with what the structure says before each."""
    for start, end in sentences_of(source, _after_headline(source, passage), passage.end):
        parts = parts_of(source, start, end)
        led = passage.setting
        if len(parts) == 1:
            if parts[0][1] - parts[0][0] <= LONGEST_CLAUSE:
                yield (*parts[0], led)
            continue
        parts = _with_purposes(source, parts, led)
        if _only_leads(source, parts):
            led, parts = _LISTED, parts[1:]
        for place, (begins, ends) in enumerate(parts):
            if ends - begins > LONGEST_CLAUSE or (place and led is _PROSE and _opens_bare(source, begins, ends)):
                continue  # a bare verb after words that tell goes on with them (“two tasks: to …; to …”)
            yield begins, ends, led
            if place == 0 and len(parts) > 1 and led is _DIRECTIVE and not _acts(source, begins, ends, led):
                led = _PROSE  # the parts of a sentence that tells go on telling
            if place == 0 and len(parts) > 1 and led is _PROSE and _commits(source, begins, ends, surely=True):
                led = _DIRECTIVE


def _only_leads(source: Source, parts: list[tuple[int, int]]) -> bool:
    """Whether the first part only leads to the others, numbered behind its colon (“to do as follows: i) …, ii) …”)."""
    if len(parts) < 2 or source.flat[parts[0][1] : parts[0][1] + 1] != ":" or not _commits(source, *parts[0]):
        return False
    return all(_opens_bare(source, begins, ends) for begins, ends in parts[1:])


def _with_purposes(source: Source, parts: list[tuple[int, int]], setting: Setting) -> list[tuple[int, int]]:
    """The parts of an enumeration; those that go on with a purpose or with the nouns of the first belong to it (R3)."""
    grammar = source.language.grammar()
    whole = parts[:1]
    for begins, ends in parts[1:]:
        inked = begins + len(source.flat[begins:ends]) - len(source.flat[begins:ends].lstrip())
        nouns = setting is _PROSE and whole and _names_more(source, whole[-1], inked, ends)
        if nouns or (len(whole) == 1 and grammar.goes_on(source.flat, *parts[0], inked)):
            whole[-1] = (whole[-1][0], ends)
        else:
            whole.append((begins, ends))
    return whole


def _names_more(source: Source, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether a part only names more of what a sentence has begun to name (“including rail; ports; and markets”)."""
    grammar = source.language.grammar()
    if compiled(source.language.naming).search(source.flat, *before) is None:
        return False
    return not (grammar.tells(source.flat, start, end) or grammar.begins_with_verb(source.flat, start, end))


def _after_headline(source: Source, passage: Passage) -> int:
    """Where the body begins after a headline glued to it (“Strengthening ties: The Ministers will …”)."""
    dated = compiled(_DATELINE).match(source.characters, passage.start, passage.end)
    if dated is not None:
        return dated.end()
    colon = source.flat.find(": ", passage.start, min(passage.end, passage.start + LONGEST_HEADLINE))
    if colon < 0 or not source.characters[colon + 2 : colon + 3].isupper():
        return passage.start
    grammar = source.language.grammar()
    restated = acts(grammar, source.flat, colon + 2, passage.end, _PROSE)
    led = grammar.leads(source.flat, passage.start, colon + 1) is not _DIRECTIVE
    return colon + 2 if restated and not led else passage.start


def _opens_bare(source: Source, start: int, end: int) -> bool:
    while start < end and source.flat[start] == " ":
        start += 1
    return source.language.grammar().begins_with_verb(source.flat, start, end)


def _acts(source: Source, start: int, end: int, setting: Setting) -> bool:
    return bool(acts(source.language.grammar(), source.flat, start, end, setting))


def _commits(source: Source, start: int, end: int, *, surely: bool = False) -> bool:
    """Whether a list after the words would commit; `surely` if they promise more than what is passed over in doubt."""
    grammar = source.language.grammar()
    if grammar.leads(source.flat, start, end) is not _LISTED:
        return False
    actions = grammar.actions(source.flat, start, end, _PROSE) if surely else []
    return not actions or any(action.doubt != PASSED_OVER for action in actions)


# Ids


def section_ids(outline: Outline) -> list[str]:
    """The id of every heading of the outline, in its order."""
    ids: list[str] = []
    counts: Counter[str] = Counter()
    for heading in outline.headings:
        pillar = outline.pillar_of(heading.parent)
        parent = "" if heading.parent is None else ids[heading.parent]
        if heading.kind == "pillar":
            kept, stem = "P", "P"
        elif heading.kind == "theme":
            kept = stem = ("" if pillar is None else ids[pillar] + ".") + "T"
        elif heading.outlined:
            kept = stem = f"{parent}." if parent else "S"
        else:
            kept = stem = (f"{parent}." if parent else "") + "H"
        counts[kept] += 1
        ids.append(f"{stem}{counts[kept]}")
    return ids


def commitment_ids(outline: Outline, found: list[Found], sections: list[str]) -> list[tuple[str, str | None]]:
    """For each commitment its id and the id of the section it belongs to (None outside any)."""
    counts: defaultdict[str, int] = defaultdict(int)
    letters: defaultdict[tuple[int, str], int] = defaultdict(int)
    given: list[tuple[str, str | None]] = []
    last: tuple[int, str] | None = None
    for commitment in found:
        home = _home(outline, commitment)
        section = None if home is None else sections[home]
        stem = "G" if section is None else f"{section}.{'I' if commitment.kind == 'initiative' else 'A'}"
        key = (commitment.item, stem)
        shared = (
            not commitment.alone
            and commitment.kind == "initiative"
            and section is not None
            and commitment.passage.marked
        )
        if not (shared and last == key):
            counts[stem] += 1
        letters[key] += 1
        letter = chr(ord("a") + min(letters[key], 26) - 1) if shared else ""
        given.append((f"{stem}{counts[stem]}{letter}", section))
        last = key
    return given


def _home(outline: Outline, commitment: Found) -> int | None:
    """The heading a commitment is numbered under: its pillar for an initiative, its theme for an aim."""
    section = commitment.passage.section
    while (
        section is not None and outline.headings[section].kind == "heading" and not outline.headings[section].outlined
    ):
        section = outline.headings[section].parent
    if commitment.kind == "initiative":
        pillar = outline.pillar_of(section)
        return section if pillar is None else pillar
    return section
