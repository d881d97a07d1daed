"""Features: what a commitment says that survives translation, so that versions in two languages can be compared.

Numbers, years, capitals, parties, concepts of the house's glossary, mode, recurrence, deadline, strength and place in
the plan; nothing here is learnt, and the same words give the same features.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from suivi.reader.draft import DraftCommitment, DraftPlan
from suivi.reader.flat import flattened
from suivi.reader.languages import language, versions
from suivi.reader.languages.language import Strength, Versions
from suivi.reader.lexicon import compiled

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
_NUMBER: Final = r"\d+(?:[.,]\d+| \d{3}(?!\d))*"
_CAPITALS: Final = r"(?<![\w-])[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*(?:-[A-Z0-9]+)*(?!\w)"


class Firmness(IntEnum):
    """How firm a promise is, weakest first."""

    HOPED = 0
    SOUGHT = 1
    PLANNED = 2
    PROMISED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What one commitment says; `place` is its share of the way through the plan, `size` its letters."""

    id: str
    section: str | None
    kind: str
    modes: tuple[str, ...]
    firmness: Firmness
    numbers: frozenset[float]
    years: frozenset[int]
    capitals: frozenset[str]
    parties: frozenset[str]
    concepts: frozenset[str]
    recurrence: str | None
    recurs: bool
    deadline: datetime.date | None
    actor: str
    place: float
    size: int
    language: str = ""

    @property
    def tokens(self) -> Iterator[tuple[str, object]]:
        """Everything that can be met again in another language, as (what, value)."""
        for named in ("numbers", "years", "capitals", "parties", "concepts"):
            for value in getattr(self, named):
                yield named, value
        if self.recurs:
            yield "recurrence", self.recurrence


def features_of(draft: DraftPlan) -> list[Features]:
    """The features of every commitment of a version, in reading order."""
    told = versions(draft.text.language)
    parties = language(draft.text.language).parties
    flat = flattened(draft.text.characters)
    found = []
    for place, one in enumerate(draft.commitments):
        words, start, end = draft.text.at(one.span), one.span.start, one.span.end
        counted = frozenset(_numbers(flat[start:end], told))
        years = frozenset(int(number) for number in counted if _is_year(number))
        found.append(
            Features(
                id=one.id,
                section=one.section,
                kind=one.kind,
                modes=(one.mode, *one.modes_considered),
                firmness=_firmness(flat[start:end], told.strength),
                numbers=frozenset(number for number in counted if not _is_year(number)),
                years=years,
                capitals=frozenset(match.group().upper() for match in compiled(_CAPITALS).finditer(words)),
                parties=frozenset(code for _, _, code in parties.find(flat, start, end)),
                concepts=frozenset(code for _, _, codes in told.concepts.find(flat, start, end) for code in codes),
                recurrence=one.recurrence.rule if one.recurrence else None,
                recurs=one.recurrence is not None,
                deadline=one.deadline.latest_on if one.deadline else None,
                actor=one.actor,
                place=place / max(1, len(draft.commitments) - 1),
                size=sum(not letter.isspace() for letter in words),
                language=draft.text.language,
            )
        )
    return found


def joined(parts: tuple[Features, ...]) -> Features:
    """The features of several commitments of one version taken together; the first gives what cannot be added up."""
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    return Features(
        id=first.id,
        section=first.section,
        kind=first.kind,
        modes=tuple(mode for part in parts for mode in part.modes),
        firmness=min(part.firmness for part in parts),
        numbers=frozenset().union(*(part.numbers for part in parts)),
        years=frozenset().union(*(part.years for part in parts)),
        capitals=frozenset().union(*(part.capitals for part in parts)),
        parties=frozenset().union(*(part.parties for part in parts)),
        concepts=frozenset().union(*(part.concepts for part in parts)),
        recurrence=next((part.recurrence for part in parts if part.recurs), None),
        recurs=any(part.recurs for part in parts),
        deadline=next((part.deadline for part in parts if part.deadline), None),
        actor=first.actor,
        place=sum(part.place for part in parts) / len(parts),
        size=sum(part.size for part in parts),
        language=first.language,
    )


def words_of(draft: DraftPlan, one: DraftCommitment) -> str:
    """The commitment's words on one line."""
    return " ".join(draft.text.at(one.span).split())


def _is_year(number: float) -> bool:
    return number.is_integer() and FIRST_YEAR <= number <= LAST_YEAR


def _numbers(flat: str, told: Versions) -> Iterator[float]:
    """Every number as a quantity: “4.5 million”, « 4,5 millions » and ‘450만’ are one."""
    for match in compiled(_NUMBER).finditer(flat):
        thousands = "," if told.numbers.decimal == "." else "."
        written = match.group().replace(" ", "").replace(thousands, "").replace(told.numbers.decimal, ".")
        if written.count(".") > 1:
            written = written.replace(".", "")
        scale = compiled(r" *([^\W\d_]+)").match(flat, match.end())
        yield float(written) * _scale(scale.group(1) if scale else "", told)
    yield from _written_out(flat, told)


def _written_out(flat: str, told: Versions) -> Iterator[float]:
    """Numbers in words, beyond those too small to be told apart in every language."""
    words = told.numbers.words
    if not words:
        return
    for match in compiled(rf"(?<!\w)(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![a-zà-ÿ-])").finditer(flat):
        yield float(words[match.group()])


def _scale(word: str, told: Versions) -> int:
    scales = told.numbers.scales
    # Korean writes the scale together with what is counted: ‘450만 파운드’, ‘3억달러’.
    return scales.get(word) or max(
        (scales[known] for known in scales if len(known) == 1 and word.startswith(known)), default=1
    )


def _firmness(flat: str, strength: Strength) -> Firmness:
    zone = flat[: strength.zone] if strength.zone > 0 else flat[strength.zone :]
    for level, pattern in (
        (Firmness.HOPED, strength.hoped),
        (Firmness.SOUGHT, strength.sought),
        (Firmness.PLANNED, strength.planned),
    ):
        if compiled(pattern).search(zone):
            return level
    return Firmness.PROMISED
