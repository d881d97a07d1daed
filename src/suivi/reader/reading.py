"""Reading: the stages from a text to a draft plan, one after the other; each is pure and says what it adds.

text -> source -> blocks -> outline -> commitments (kind, span, id) -> notices -> links -> doubts.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from suivi.plan.text import Caveat, Span, Text
from suivi.reader.blocks import Block, blocks_of
from suivi.reader.caveats import caveat
from suivi.reader.doubt import TRACKED, WORDS, Doubt
from suivi.reader.draft import DraftCommitment, DraftPlan, DraftSection
from suivi.reader.foreign import foreign_blocks
from suivi.reader.grammar import PASSED_OVER, Action
from suivi.reader.initiatives import Found, commitment_ids, found_in, refuse_far_too_many, section_ids
from suivi.reader.lexicon import compiled
from suivi.reader.outline import Outline, outline_of
from suivi.reader.refusals import NoCommitment
from suivi.reader.rules.actor import ALL, actor_of
from suivi.reader.rules.background import Achievement, achievements_in
from suivi.reader.rules.bodies import apart, bodies_in
from suivi.reader.rules.deadline import DayFound, day_of_text, deadline_in, time_in_cell
from suivi.reader.rules.instruments import instruments_in
from suivi.reader.rules.parties import parties_of
from suivi.reader.rules.preamble import agreement_in
from suivi.reader.rules.recurrence import RecurrenceFound, recurrence_in
from suivi.reader.rules.same_as import same_places
from suivi.reader.rules.short_forms import ShortForms, short_forms_of
from suivi.reader.source import Source, source_of

FEWEST_PARTIES: Final = 2
SHORTEST_SUBJECT: Final = 12  # “to help ” leaves no room for one


def read(text: Text) -> DraftPlan:
    """The draft plan that `text` holds; an empty `text.language` is detected and set.

    Deterministic. Raises `LanguageNotRead`, `NoCommitment` or `TooManyCommitments`, and no other error on any characters.
    """
    source = source_of(text)
    refuse_far_too_many(source)
    blocks = blocks_of(source)
    foreign = foreign_blocks(source, blocks)
    text = _with_caveats(text, source, foreign)
    outline = outline_of(source, _without(blocks, foreign))
    found, passed = found_in(source, outline)
    if not found:
        raise NoCommitment()
    sections = section_ids(outline)
    ids = commitment_ids(outline, found, sections)
    whole = _Whole(source, outline, day_of_text(source), short_forms_of(source))
    commitments = _linked(source, [_noticed(whole, *entry) for entry in zip(found, ids, strict=True)])
    commitments = _with_actors(found, commitments)
    opening = _opening(outline)
    parties = parties_of(source, outline.title)
    return DraftPlan(
        text=replace(text, language=source.language.tag) if not text.language else text,
        title=outline.title,
        parties=parties,
        sections=_sections(outline, sections),
        commitments=tuple(commitments),
        preamble=agreement_in(source, opening.start, opening.end),
        review_clause=_review_clause(source, commitments),
        background=tuple(_background(source, outline, found)),
        doubts=(*_doubts(text, found, commitments, parties), *_passed_over(passed, sections)),
    )


def _without(blocks: list[Block], set_aside: list[Block]) -> list[Block]:
    starts = {block.start for block in set_aside}
    return [block for block in blocks if block.start not in starts] if starts else blocks


def _with_caveats(text: Text, source: Source, foreign: list[Block]) -> Text:
    """The text, and what is to be known of how its language was read."""
    told: list[Caveat] = []
    if foreign:
        spans = [Span(block.start, block.end) for block in foreign]
        told.append(caveat("other-language", spans, count=len(spans)))
    if missing := source.language.without():
        told.append(caveat(missing))
    known = {each.code for each in text.caveats}
    new = [each for each in told if each.code not in known]
    return replace(text, caveats=(*text.caveats, *new)) if new else text


def _sections(outline: Outline, ids: list[str]) -> tuple[DraftSection, ...]:
    return tuple(
        DraftSection(
            id=id,
            kind=heading.kind,
            label=heading.label,
            title=heading.title,
            parent=None if heading.parent is None else ids[heading.parent],
            heading=Span(heading.start, heading.heading_end),
            span=Span(heading.start, heading.end),
        )
        for heading, id in zip(outline.headings, ids, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the notices of one commitment need to know of the whole text."""

    source: Source
    outline: Outline
    said_on: date | None
    short_forms: ShortForms


def _deadline(whole: _Whole, found: Found) -> DayFound | None:
    """The deadline in the words of the commitment, else in its row of a table."""
    action, dated = found.action, found.kind == "initiative"
    told = deadline_in(whole.source, action.start, action.end, dated=dated, said_on=whole.said_on)
    cell = whole.outline.times.get(found.passage.start)
    return time_in_cell(whole.source, cell) if told is None and cell is not None else told


def _recurrence(whole: _Whole, found: Found) -> RecurrenceFound | None:
    told = found.recurs
    cell = whole.outline.times.get(found.passage.start)
    return recurrence_in(whole.source, cell.start, cell.end) if told is None and cell is not None else told


def _noticed(whole: _Whole, found: Found, id: tuple[str, str | None]) -> DraftCommitment:
    action, suggestion = found.action, found.suggestion
    bodies, instruments = _named(whole, action)
    return DraftCommitment(
        id=id[0],
        kind=found.kind,
        section=id[1],
        span=Span(action.start, action.end),
        mode=suggestion.mode,
        modes_considered=suggestion.considered,
        recurrence=_recurrence(whole, found),
        deadline=_deadline(whole, found),
        actor=actor_of(whole.source, action, found.passage.start),
        bodies=bodies,
        instruments=instruments,
        same_as=(),
        rules=action.rules,
    )


def _named(whole: _Whole, action: Action) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Bodies and instruments, in full or short; a body named after an agreement, or the reverse, is one name."""
    place = (whole.source, action.start, action.end)
    bodies, instruments = bodies_in(*place), instruments_in(*place)
    if whole.short_forms.any:
        bodies = apart([*bodies, *whole.short_forms.bodies_in(*place)])
        instruments = apart([*instruments, *whole.short_forms.instruments_in(*place)])
    if not (bodies and instruments):
        return tuple(bodies), tuple(instruments)
    kept = apart([*bodies, *instruments])
    return tuple(span for span in bodies if span in kept), tuple(span for span in instruments if span in kept)


def _with_actors(found: list[Found], commitments: list[DraftCommitment]) -> list[DraftCommitment]:
    """Where one sentence holds several, those that begin with their verb go on with the subject before them."""
    known: list[DraftCommitment] = []
    for read_as, commitment in zip(found, commitments, strict=True):
        goes_on = known and not read_as.alone and read_as.item == found[len(known) - 1].item
        unnamed = commitment.actor == ALL and read_as.action.verb - read_as.action.start < SHORTEST_SUBJECT
        if goes_on and unnamed and known[-1].actor != ALL:
            known.append(replace(commitment, actor=known[-1].actor))
        else:
            known.append(commitment)
    return known


def _linked(source: Source, commitments: list[DraftCommitment]) -> list[DraftCommitment]:
    for place, others in same_places(source, [commitment.span for commitment in commitments]).items():
        same_as = tuple(commitments[other].id for other in others)
        rules = (*commitments[place].rules, "R10")
        commitments[place] = replace(commitments[place], same_as=same_as, rules=rules)
    return commitments


def _opening(outline: Outline) -> Span:
    """From the first passage to the first heading that is not of the front: the preamble."""
    front = [heading.start for heading in outline.headings if heading.kind == "pillar" or heading.outlined]
    start = outline.passages[0].start if outline.passages else 0
    return Span(start, max(start, front[0] if front else outline.end))


def _background(source: Source, outline: Outline, found: list[Found]) -> list[Achievement]:
    opening = _opening(outline)
    starts = [commitment.action.start for commitment in found]
    achieved: list[Achievement] = []
    for passage in outline.passages:
        if passage.start >= opening.end:
            break
        first, last = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
        inside = [Span(commitment.action.start, commitment.action.end) for commitment in found[first:last]]
        achieved += (
            past
            for past in achievements_in(source, passage.start, passage.end)
            if not any(map(past.span.overlaps, inside))
        )
    return achieved


def _review_clause(source: Source, commitments: list[DraftCommitment]) -> str | None:
    """The id of the commitment to review the plan itself: outside any section first, else any that recurs."""
    review = compiled(source.language.preamble.review)
    for commitment in sorted(commitments, key=lambda commitment: commitment.section is not None):
        if commitment.section is not None and commitment.recurrence is None:
            continue
        if review.search(source.flat, commitment.span.start, commitment.span.end):
            return commitment.id
    return None


def _doubts(
    text: Text, found: list[Found], commitments: list[DraftCommitment], parties: tuple[str, ...]
) -> list[Doubt]:
    doubts: list[Doubt] = []
    known = {ALL, *parties}
    tracked = [code for code in TRACKED if any(caveat.code == code for caveat in text.caveats)]
    for commitment, read_as in zip(found, commitments, strict=True):
        codes = [commitment.action.doubt] if commitment.action.doubt else []
        if not codes and len(parties) >= FEWEST_PARTIES and read_as.actor not in known:
            codes = ["commitment"]
        codes += [] if commitment.sure_of_kind else ["kind"]
        codes += ["mode"] if codes and commitment.suggestion.tied else []
        if tracked:
            codes += [code for code in tracked if _is_touched(text, code, read_as.span)]
        doubts += (Doubt(read_as.id, read_as.span, code, WORDS[code]) for code in codes)
    return doubts


def _is_touched(text: Text, code: str, span: Span) -> bool:
    """Whether a caveat of that code is about some of the words, or about a place between them."""
    places = (place for caveat in text.caveats if caveat.code == code for place in caveat.spans)
    return any(place.overlaps(span) or span.start < place.start == place.end < span.end for place in places)


def _passed_over(passed: list[Found], sections: list[str]) -> Iterator[Doubt]:
    """What may be a commitment and was not read as one: a doubt at its section, or at none."""
    for each in passed:
        place = each.passage.section
        at = "" if place is None else sections[place]
        yield Doubt(at, Span(each.action.start, each.action.end), PASSED_OVER, WORDS[PASSED_OVER])
