"""What a record rests on: nothing leaves below the marking of its parts, nor onwards without its author's consent.

- M04: a text derived from others is marked at least as high as each of them. M05: a level of one national table does
  not stand for a level of another; no charter of this version can say that it does.
- W06: what another party said in another channel is repeated only to whom it has consented. What counts as repeated is
  its id, its digest, its leaf, or a text by language of 40 characters and more, word for word.
  In public an id alone repeats nothing: a public step names an activity, which only its own party can make public.
- What all parties agreed together has its own way into the public (exchange format, section 6.5).
- Source: exchange format, section 13.5.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Set
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fault import Fault
from suivi.plan.channel import PUBLIC
from suivi.record.entry import Entry
from suivi.record.kinds import AUTOMATIC
from suivi.record.marking import Marking
from suivi.register.farewell import Consent

RECOGNISED: Final = 40
"""From how many characters on a text that is the same word for word is taken as repeated."""


def check_parts(marking: Marking, parts: Iterable[Marking]) -> None:
    """Raise `Fault` marking.below-parts or marking.no-equivalence where a part stands above `marking`."""
    for part in parts:
        if not part.within(marking):
            code = "marking.no-equivalence" if _by_another_table(part, marking) else "marking.below-parts"
            raise Fault(code, got=marking.label(), expected=f"at least {part.label()}", at="marking")


def check_consent(
    said: Json,
    others: Iterable[Entry],
    consents: Collection[Consent],
    *,
    audience: Collection[str],
    own: Iterable[Entry] = (),
) -> None:
    """Raise `Fault` consent.missing where `said` repeats one of `others` without consent for all of `audience`.

    `others` are entries of other parties in another channel, `own` ours there: words that stand in our own log are
    ours as well. `consents` are those on record there. `audience` are the parties that would read it, ourselves
    excepted, or `public` alone.
    """
    ours = {text for entry in own for text in texts_of(entry)}
    check_words(words_of(said, audience=audience) - ours, others, consents, audience=audience)


def check_words(
    words: Set[str], others: Iterable[Entry], consents: Collection[Consent], *, audience: Collection[str]
) -> None:
    """Raise `Fault` consent.missing at the first of `others` that `words` repeat without consent for all of `audience`."""
    for entry in others:
        if words.isdisjoint(marks_of(entry)):
            continue
        allowed = {one.to for one in consents if (one.log, one.seq, one.leaf) == (entry.log, entry.seq, entry.leaf)}
        if PUBLIC not in allowed and not set(audience) - {entry.party} <= allowed:
            missing = ", ".join(sorted(set(audience) - {entry.party} - allowed))
            raise Fault("consent.missing", got=f"{entry.log} {entry.seq}", expected=f"consent for {missing}")


def words_of(said: Json, *, audience: Collection[str]) -> set[str]:
    """Every string of `said` that could repeat a record: in public an id alone repeats nothing."""
    return {one for one in _strings_of(said) if len(one) != _ID or PUBLIC not in audience}


def texts_of(entry: Entry) -> set[str]:
    """The texts of an entry that are long enough to be known again, whatever its kind."""
    return set() if entry.record is None else set(_texts_of(entry.record.value()))


def _by_another_table(part: Marking, marking: Marking) -> bool:
    """Whether only national tables differ, and `marking` names another table than the part that stands above it."""
    stated = {label.policy: label for label in marking.labels}
    above = {label.policy for label in part.labels if not label.within(stated.get(label.policy))}
    return part.tlp <= marking.tlp and bool(above - stated.keys()) and bool(stated.keys() - above)


def marks_of(entry: Entry) -> set[str]:
    """What a record is known by: its leaf (hex), its id, its digest, and its longer texts.

    Nothing for words that belong to all parties, or that a node wrote.
    """
    header = entry.header
    if header is None or entry.record is None or header.type in AUTOMATIC or header.type.startswith("joint."):
        return set()
    return {entry.leaf.hex(), header.id, header.sha256, *texts_of(entry)}


def _texts_of(value: Json) -> Iterator[str]:
    """The texts inside, given by language, that are long enough to be known again; titles of sources are nobody's."""
    if isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, str):
                if _LANGUAGE.fullmatch(name) and len(each) >= RECOGNISED:
                    yield each
            else:
                yield from _texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts_of(each)


def _strings_of(value: Json) -> Iterator[str]:
    """Every string inside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings_of(each)


_ID: Final = 32
_LANGUAGE: Final = re.compile("[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
