"""Succession: what probably became of every commitment of a plan when a new version of its text is read.

Method: words in every language both versions share. The same words are the same commitment, kept or moved; then the
likest pairs, best first; then what a new commitment says of several old ones, or several new ones of one old. Only a
proposal: an officer settles it (`SuccessionDraft.decided`), and what ends must be confirmed.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Final

from suivi.plan.plan import Plan
from suivi.plan.version import Became, Succeeded, Succession

SAME: Final = 0.97
ALIKE: Final = 0.55
PART: Final = 0.6  # the share of a commitment's words that must be met in another to be part of it
FEWEST_LETTERS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A commitment of one version: its words by language, and the section it stands in (its heading's words)."""

    id: str
    words: Mapping[str, str]
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessionDraft:
    """Which old commitments (ids, in order) each new one continues; `ended` those confirmed to end.

    `likeness` of each pair that was proposed; new ids are those of the reading, until `settled` gives lasting ones.
    """

    old: tuple[Said, ...]
    new: tuple[Said, ...]
    continues: Mapping[str, tuple[str, ...]]
    likeness: Mapping[tuple[str, str], float] = field(default_factory=dict)
    ended: frozenset[str] = frozenset()

    @property
    def gone(self) -> tuple[str, ...]:
        """The old commitments that nothing continues, in order."""
        kept = {id for ids in self.continues.values() for id in ids}
        return tuple(one.id for one in self.old if one.id not in kept)

    @property
    def open(self) -> tuple[str, ...]:
        """The old commitments that would end and nobody has confirmed."""
        return tuple(id for id in self.gone if id not in self.ended)

    @property
    def tangled(self) -> tuple[str, ...]:
        """The new commitments that are both part of a split and a merger, which no step can say."""
        parts = self._parts()
        return tuple(
            one.id
            for one in self.new
            if len(self.continues.get(one.id, ())) > 1 and any(len(parts[id]) > 1 for id in self.continues[one.id])
        )

    def decided(self, new: str, continues: Sequence[str]) -> "SuccessionDraft":
        """The draft once an officer says that the new commitment continues these old ones, or none."""
        known = {one.id for one in self.old}
        ids = tuple(id for id in dict.fromkeys(continues) if id in known)
        return replace(self, continues={**self.continues, new: ids}, ended=self.ended - set(ids))

    def confirmed(self, old: str) -> "SuccessionDraft":
        """The draft once an officer confirms that the old commitment ends: nothing continues it any more."""
        continues = {new: tuple(id for id in ids if id != old) for new, ids in self.continues.items()}
        return replace(self, continues=continues, ended=self.ended | {old})

    def became(self, new: str) -> Became:
        """What the new commitment is to those it continues."""
        ids = self.continues.get(new, ())
        if not ids:
            return Became.ADDED
        if len(ids) > 1:
            return Became.MERGED
        if len(self._parts()[ids[0]]) > 1:
            return Became.SPLIT
        old, now = self._said(ids[0], self.old), self._said(new, self.new)
        if likeness(old, now) < SAME:
            return Became.REWORDED
        return Became.KEPT if old.section == now.section else Became.MOVED

    def settled(self, used: frozenset[str]) -> tuple[Succession, dict[str, str]]:
        """The succession, and for each id of the reading the lasting id; `used` are those any version had."""
        names = self._lasting(used)
        parts = self._parts()
        steps: list[Succeeded] = []
        for one in self.new:
            ids, became = self.continues.get(one.id, ()), self.became(one.id)
            if became is Became.SPLIT:
                if parts[ids[0]][0] == one.id:
                    steps.append(Succeeded(became, ids, tuple(names[part] for part in parts[ids[0]])))
            else:
                steps.append(Succeeded(became, ids, (names[one.id],)))
        return (*steps, *(Succeeded(Became.ENDED, (id,), ()) for id in self.gone)), names

    def _lasting(self, used: frozenset[str]) -> dict[str, str]:
        parts = self._parts()
        names: dict[str, str] = {}
        taken = {*used, *(one.id for one in self.old)}
        for one in self.new:
            ids = self.continues.get(one.id, ())
            if ids and parts[ids[0]][0] == one.id:
                names[one.id] = ids[0]
        for one in self.new:
            if one.id not in names:
                names[one.id] = free_id(one.id, taken)
                taken.add(names[one.id])
        return names

    def _parts(self) -> dict[str, list[str]]:
        """For each old commitment the new ones that continue it, in the order of the new version."""
        parts: dict[str, list[str]] = {one.id: [] for one in self.old}
        for one in self.new:
            for id in self.continues.get(one.id, ()):
                parts[id].append(one.id)
        return parts

    def _said(self, id: str, version: Sequence[Said]) -> Said:
        return next(one for one in version if one.id == id)


def free_id(id: str, taken: Collection[str]) -> str:
    """`P1.I7` if no version had it, else the next number that none had."""
    if id not in taken:
        return id
    stem = id.rstrip("abcdefghijklmnopqrstuvwxyz").rstrip("0123456789")
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def said_in(plan: Plan, texts: Mapping[str, str], *, shared: Collection[str] | None = None) -> tuple[Said, ...]:
    """The commitments of a version, given the characters of its texts by language; headings in all or the `shared` ones.

    A version may have more texts than the next: a heading is the same where the languages of both say the same.
    """
    headings = {
        section.id: " ".join(
            " ".join(texts[language][span.start : span.end].split())
            for language, span in sorted(section.headings.items())
            if language in texts and (shared is None or language in shared)
        )
        for section in plan.sections
    }
    return tuple(
        Said(
            id=provision.id,
            words={
                language: " ".join(texts[language][span.start : span.end].split())
                for language, span in provision.places[0].spans.items()
                if language in texts
            },
            section=headings.get(provision.places[0].section or "", ""),
        )
        for provision in plan.provisions
    )


def proposed(old: Sequence[Said], new: Sequence[Said]) -> SuccessionDraft:
    """What probably became of each: pairs one to one first, then parts. Deterministic."""
    alike = sorted(_alike(old, new), key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1:]))
    met: dict[int, list[int]] = {}
    taken: set[int] = set()
    likenesses: dict[tuple[str, str], float] = {}
    for share, place, there in alike:
        if share < ALIKE:
            break
        if place not in taken and there not in met:
            met[there] = [place]
            taken.add(place)
            likenesses[old[place].id, new[there].id] = share
    _add_parts(old, new, met, taken, likenesses)
    continues = {one.id: tuple(old[place].id for place in sorted(met.get(there, ()))) for there, one in enumerate(new)}
    return SuccessionDraft(old=tuple(old), new=tuple(new), continues=continues, likeness=likenesses)


def _alike(old: Sequence[Said], new: Sequence[Said]) -> Iterator[tuple[float, int, int]]:
    """Likeness and places of every pair worth looking at; where both have twins in the other, only the twins."""
    twins: dict[str, list[int]] = {}
    for there, other in enumerate(new):
        twins.setdefault(_all_words(other), []).append(there)
    met = {place: twins.get(_all_words(one), []) for place, one in enumerate(old)}
    told = {there for there_too in met.values() for there in there_too}
    for place, one in enumerate(old):
        if met[place]:
            yield from ((1.0, place, there) for there in met[place])
            continue
        for there, other in enumerate(new):
            if there not in told and _share_words(one, other):
                yield likeness(one, other), place, there


def _all_words(one: Said) -> str:
    return "\n".join(f"{tag} {_plain(words)}" for tag, words in sorted(one.words.items()))


def _share_words(one: Said, other: Said) -> bool:
    """Whether they have a fifth of their words in common in some language; else no likeness is worth its price."""
    for tag in one.words.keys() & other.words.keys():
        mine, theirs = set(_plain(one.words[tag]).split()), set(_plain(other.words[tag]).split())
        if len(mine & theirs) * 5 >= min(len(mine), len(theirs)):
            return True
    return False


def _add_parts(
    old: Sequence[Said],
    new: Sequence[Said],
    met: dict[int, list[int]],
    taken: set[int],
    likenesses: dict[tuple[str, str], float],
) -> None:
    """An old one left over that a new one holds (merged), a new one left over that an old one held (split)."""
    for place, one in enumerate(old):
        if place in taken:
            continue
        share, there = max(((_held(one, other), -there) for there, other in enumerate(new)), default=(0.0, 0))
        if share >= PART and len(met.get(-there, ())) == 1:
            met[-there].append(place)
            taken.add(place)
            likenesses[one.id, new[-there].id] = share
    merged = {place for places in met.values() if len(places) > 1 for place in places}
    for there, other in enumerate(new):
        if there in met:
            continue
        share, place = max(((_held(other, one), -place) for place, one in enumerate(old)), default=(0.0, 0))
        if share >= PART and -place not in merged:
            met[there] = [-place]
            taken.add(-place)
            likenesses[old[-place].id, other.id] = share


def likeness(one: Said, other: Said) -> float:
    """How alike the words are in the languages both have: 0 to 1, the mean over languages; 0 without any."""
    shared = sorted(one.words.keys() & other.words.keys())
    if not shared:
        return 0.0
    return sum(_ratio(_plain(one.words[tag]), _plain(other.words[tag])) for tag in shared) / len(shared)


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # Two cheap upper bounds spare most of the work.
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def _held(part: Said, whole: Said) -> float:
    """The share of the words of `part` that `whole` says too, in runs of some length; the mean over languages."""
    shared = sorted(part.words.keys() & whole.words.keys())
    shares = []
    for tag in shared:
        one, other = _plain(part.words[tag]), _plain(whole.words[tag])
        if len(one) < FEWEST_LETTERS:
            continue
        blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
        shares.append(sum(block.size for block in blocks if block.size > 3) / len(one))
    return sum(shares) / len(shares) if shares else 0.0


def _plain(words: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in words.casefold()).split())
