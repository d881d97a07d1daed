"""Drift: what language versions of one commitment say differently, for an officer to see.

- Strength: promised in one language, only planned, sought or hoped for in another.
- Content: a number, a day or a rhythm that differs; a party or a name that stands in one version only; an initiative
  here and an aim there; one commitment in one version, several in another.
- What a version cannot show is not told: small numbers are often written out, so they count only against others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from suivi.plan.words import Words
from suivi.reader.features import Features, Firmness, joined

SMALL: Final = 12
FIRM: Final = {
    Firmness.PROMISED: Words("promised", "promis", "약속"),
    Firmness.PLANNED: Words("planned", "prévu", "계획"),
    Firmness.SOUGHT: Words("sought", "recherché", "노력·모색"),
    Firmness.HOPED: Words("hoped for", "espéré", "희망"),
}
SAYS: Final = {
    "alone": Words("Only in: {in_}.", "Seulement dans\u00a0: {in_}.", "일부 언어판에만 있음: {in_}."),
    "strength": Words("Strength differs: {told}.", "La force diffère\u00a0: {told}.", "약속의 강도가 다름: {told}."),
    "number": Words("Numbers differ: {told}.", "Les nombres diffèrent\u00a0: {told}.", "숫자가 다름: {told}."),
    "day": Words("Dates differ: {told}.", "Les dates diffèrent\u00a0: {told}.", "날짜가 다름: {told}."),
    "recurrence": Words("The rhythm differs: {told}.", "Le rythme diffère\u00a0: {told}.", "주기가 다름: {told}."),
    "party": Words("Parties differ: {told}.", "Les parties diffèrent\u00a0: {told}.", "당사국이 다름: {told}."),
    "name": Words("Names differ: {told}.", "Les noms diffèrent\u00a0: {told}.", "명칭이 다름: {told}."),
    "kind": Words("Kinds differ: {told}.", "Les catégories diffèrent\u00a0: {told}.", "구분이 다름: {told}."),
    "parts": Words("Divided differently: {told}.", "Division différente\u00a0: {told}.", "나뉜 개수가 다름: {told}."),
}
KIND: Final = {
    "aim": Words("aim", "objectif", "협력 방향"),
    "initiative": Words("initiative", "initiative", "협력 사업"),
}
_NOTHING: Final = Words("nothing", "rien", "없음")


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference: a code that never changes, and the sentence that tells it in every language of the house."""

    code: str
    says: Words

    def value(self) -> dict[str, Any]:
        """The difference as plain JSON data."""
        return {"code": self.code, "says": self.says.by_language()}


def drifts_between(versions: Mapping[str, tuple[Features, ...]]) -> tuple[Drift, ...]:
    """What the versions of one commitment, by language, say differently; strength first."""
    present = {language: joined(parts) for language, parts in versions.items() if parts}
    absent = [language for language in versions if language not in present]
    found = [_alone(tuple(present))] if absent else []
    if len(present) > 1:
        found += _strength(present)
        found += _content(present)
        found += _parts({language: versions[language] for language in present})
    return tuple(found)


def _alone(languages: tuple[str, ...]) -> Drift:
    return Drift("alone", SAYS["alone"].filled(in_=", ".join(languages)))


def _strength(present: Mapping[str, Features]) -> Iterator[Drift]:
    levels = {language: one.firmness for language, one in present.items()}
    if max(levels.values()) - min(levels.values()) > 0:
        yield _drift("strength", {language: FIRM[level] for language, level in levels.items()})


def _content(present: Mapping[str, Features]) -> Iterator[Drift]:
    if _numbers_differ(present):
        yield _told("number", {language: sorted(one.numbers) for language, one in present.items()})
    days = {language: one.deadline for language, one in present.items()}
    years = {language: one.years for language, one in present.items()}
    if len(set(days.values())) > 1 and len(set(years.values())) > 1:
        yield _told("day", {language: sorted(each) for language, each in years.items()})
    rhythms = {language: (one.recurs, one.recurrence) for language, one in present.items()}
    if len(set(rhythms.values())) > 1:
        yield _told(
            "recurrence", {language: [rule or "…"] if recurs else [] for language, (recurs, rule) in rhythms.items()}
        )
    parties = {language: one.parties for language, one in present.items()}
    if len(set(parties.values())) > 1 and all(parties.values()):
        yield _told("party", {language: sorted(each) for language, each in parties.items()})
    names = {language: _named(one) for language, one in present.items()}
    if len(set(names.values())) > 1:
        yield _told("name", {language: sorted(each) for language, each in names.items()})
    kinds = {language: one.kind for language, one in present.items()}
    if len(set(kinds.values())) > 1:
        yield _drift("kind", {language: KIND[kind] for language, kind in kinds.items()})


def _parts(versions: Mapping[str, tuple[Features, ...]]) -> Iterator[Drift]:
    if len({len(parts) for parts in versions.values()}) > 1:
        yield _told("parts", {language: [len(parts)] for language, parts in versions.items()})


def _numbers_differ(present: Mapping[str, Features]) -> bool:
    for one, other in combinations(present.values(), 2):
        apart = one.numbers ^ other.numbers
        small = [{number for number in each.numbers if number <= SMALL} for each in (one, other)]
        if any(number > SMALL for number in apart) or (all(small) and small[0] != small[1]):
            return True
    return False


def _named(one: Features) -> frozenset[str]:
    return frozenset(code[1:] for code in one.concepts if code.startswith("@"))


def _told(code: str, told: Mapping[str, list[Any]]) -> Drift:
    written = {language: ", ".join(map(_written, each)) for language, each in told.items()}
    return _drift(code, {language: Words(each, each, each) if each else _NOTHING for language, each in written.items()})


def _written(value: object) -> str:
    return (
        f"{value:g}"
        if isinstance(value, float) and value < 1e6
        else f"{value:.0f}"
        if isinstance(value, float)
        else str(value)
    )


def _drift(code: str, told: Mapping[str, Words]) -> Drift:
    listed = {
        speaks: " · ".join(f"{language} {words.in_(speaks)}" for language, words in told.items())
        for speaks in ("en", "fr", "ko")
    }
    says = SAYS[code]
    return Drift(code, Words(*(says.in_(speaks).format(told=listed[speaks]) for speaks in ("en", "fr", "ko"))))
