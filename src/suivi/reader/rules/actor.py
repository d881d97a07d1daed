"""Actor: all parties, or the one party that a clause names as its subject.

Method: the pattern of the language; else the one State named before the governing verb, where it opens the clause
or stands after a comma, whatever word of commitment follows (“Canada has decided to …”); a pronoun carries on the one
State that opens the sentence before (« La Moldavie a … Elle publiera … »).
"""

from suivi.reader.clauses import sentences_of
from suivi.reader.grammar import Action
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

ALL = "all"
_AND = r",? +(?:and|et) "


def actor_of(source: Source, action: Action, passage: int) -> str:
    """The code of the only party that is the subject of `action`, else `all`; its passage begins at `passage`."""
    if compiled(source.language.carries_on).match(source.flat, action.start, action.verb):
        return _opens_sentence_before(source, passage, action.start)
    match = compiled(source.language.actor).match(source.flat, action.start, action.end)
    if match is not None:
        named = {code for _, _, code in source.language.parties.find(source.flat, *match.span("who"))}
        whole = source.language.parties.meanings.get(match.group("who").strip())
        if whole is not None and len(named) == 1:
            return whole
    return _named_before_verb(source, action)


def _named_before_verb(source: Source, action: Action) -> str:
    if action.verb == action.start:
        return ALL
    found = list(source.language.parties.find(source.flat, action.start, action.verb))
    if len({code for _, _, code in found}) != 1:
        return ALL
    begins, ends, code = found[0]
    if compiled(_AND).match(source.flat, ends, action.verb):
        return ALL  # “Canada and the Union agreed”
    opens = compiled(source.language.subject).fullmatch(source.flat, action.start, begins)
    return code if opens else ALL


def _opens_sentence_before(source: Source, start: int, end: int) -> str:
    before = list(sentences_of(source, start, end))
    if not before:
        return ALL
    opens, stop = before[-1]
    first = source.language.parties.first(source.flat, opens, stop)
    if first is None or compiled(_AND).match(source.flat, first[1], stop):
        return ALL
    return first[2] if compiled(source.language.subject).fullmatch(source.flat, opens, first[0]) else ALL
