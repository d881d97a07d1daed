"""What a fault found and expected, said in the three languages.

- A fault states its facts in one form, in English, which is what is stored, signed and printed as JSON; nothing here
  changes it. This is how a person reads that form, also where it was stored long ago or by an earlier version.
- Digests, names of fields, codes, places in a log and what a partner wrote are the same in every language.
- A test reads the sources: a fact written into a fault and not found here fails it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from suivi.exchange.words_of_facts_in_bytes import FACTS_IN_BYTES
from suivi.exchange.words_of_facts_in_records import FACTS_IN_RECORDS
from suivi.modes import MODES
from suivi.plan.words import LANGUAGES, Words

AT: Final = Words("Place: {at}.", "Endroit : {at}.", "위치: {at}.")
GOT: Final = Words("Found: {got}.", "Constaté : {got}.", "확인된 값: {got}.")
EXPECTED: Final = Words("Expected: {expected}.", "Attendu : {expected}.", "필요한 값: {expected}.")

_TOLD: Final = ("fact", "place", "found", "wanted")
_PARTS: Final = {
    **dict.fromkeys(("number", "most"), r"[0-9]+"),
    **dict.fromkeys(_TOLD, ".+"),
    "character": r"U\+[0-9A-F]{4,6}",
    "code": r"[a-z]+\.[a-z0-9-]+",
}
_ANY_WORD: Final = r"[^\s,]+"

_PLACES: Final = {
    "line": Words("line", "ligne", "줄"),
    "header": Words("header", "en-tête", "머리글"),
    "content": Words("content", "contenu", "내용"),
    "bundle": Words("file", "fichier", "파일"),
    "manifest": Words("key list", "liste de clés", "키 목록"),
    "checkpoint": Words("checkpoint", "point de contrôle", "체크포인트"),
    "note": Words("note", "note", "서명문"),
    "frontier": Words("frontier", "frontière", "경계 해시"),
}
"""Places that are called by a word; what is written `like.this` is a field, the same in every language."""


def told(fact: str) -> Words:
    """What a fault found or expected, as each language says it; as it stands where it holds no words."""
    return _told(fact)


def told_place(place: str) -> Words:
    """Where a fault was found, as each language says it."""
    return joined(*(_PLACES.get(part) or told(part) for part in place.split(", ")), by=", ")


def facts_of(detail: str) -> tuple[str, str, str]:
    """Place, found and expected of a line “place, got …, expected …” (`register.set_aside.detail_of`)."""
    rest, expects, expected = f", {detail}".rpartition(", expected ")
    if not expects:
        rest, expected = expected, ""
    place, _, got = rest.partition(", got ")
    return place.removeprefix(", "), got, expected


def in_sentences(*, at: str, got: str, expected: str) -> Words:
    """Place, found and expected, one sentence each; empty words where nothing is known."""
    tells = _told_of_a_step if at.endswith("step") else told
    said = [AT.filled(at=told_place(at))] if at else []
    said += [GOT.filled(got=tells(got))] if got else []
    said += [EXPECTED.filled(expected=tells(expected))] if expected else []
    return joined(*said, by=" ")


def joined(*parts: Words, by: str = "") -> Words:
    """The parts one after the other, language by language."""
    return Words(*(by.join(part.in_(language) for part in parts) for language in LANGUAGES))


def told_detail(detail: str) -> Words:
    """The line that says why an entry is set aside or looked at, in sentences where it states facts."""
    at, got, expected = facts_of(detail)
    if got or expected:
        return in_sentences(at=at, got=got, expected=expected)
    said = told(detail)
    return said if said.ko != detail else told_place(detail)


def _told_of_a_step(fact: str) -> Words:
    return _STATES.get(fact) or told(fact)


@lru_cache(maxsize=4_096)
def _told(fact: str) -> Words:
    for form, words in FORMS:
        if found := form.fullmatch(fact):
            return words.filled(
                **{name: told(part) if name in _TOLD else part for name, part in found.groupdict().items()}
            )
    return Words(fact, fact, fact)


def _form(written: str) -> re.Pattern[str]:
    """The form of a fact as a pattern: `{name}` holds what its name allows."""
    pieces = re.split(r"\{([a-z]+)\}", written)
    names, texts = pieces[1::2], map(re.escape, pieces[::2])
    groups = [f"(?P<{name}>{_PARTS.get(name, _ANY_WORD)})" for name in names]
    return re.compile("".join(part for pair in zip(texts, [*groups, ""], strict=True) for part in pair), re.DOTALL)


def _faults_within() -> Iterator[tuple[str, Words]]:
    """A fault told within another: “code at place: got …, expected …”, any part of it left out."""
    places = (None, Words(" at {place}", ", {place}", ", {place}"))
    facts = (
        Words(": got {found}, expected {wanted}", " : constaté {found}, attendu {wanted}", ": 확인 {found}, 필요 {wanted}"),
        Words(": got {found}", " : constaté {found}", ": 확인 {found}"),
        Words(": expected {wanted}", " : attendu {wanted}", ": 필요 {wanted}"),
        None,
    )  # fmt: skip
    for place, fact in product(places, facts):
        if not (place or fact):
            continue
        words = joined(Words("{code}", "{code}", "{code}"), *(part for part in (place, fact) if part))
        yield words.en, words


def _weight(written: str) -> int:
    return len(re.sub(r"\{[a-z]+\}", "", written))


FORMS: Final = tuple(
    (_form(written), words)
    for written, words in sorted(
        [*FACTS_IN_BYTES, *FACTS_IN_RECORDS, *_faults_within()], key=lambda one: _weight(one[0]), reverse=True
    )
)
"""The forms with the most words of their own first: “at most 3 notes” before “at most {fact}”."""


def _steps_and_states() -> Iterator[tuple[str, Words]]:
    """Steps and states by code; where modes say one differently, all that they say, parted by a stroke."""
    said: dict[str, dict[str, Words]] = {}
    for mode in MODES.values():
        for name, words in mode.words.items():
            said.setdefault(name, {}).setdefault(words.ko, words)
    return ((name, joined(*each.values(), by=" / ")) for name, each in said.items())


_STATES: Final = dict(_steps_and_states())
