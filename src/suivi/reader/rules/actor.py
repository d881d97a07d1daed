"""Actor: all parties, or the one party that a clause names as its subject."""

from suivi.reader.grammar import Action
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

ALL = "all"


def actor_of(source: Source, action: Action) -> str:
    """The code of the only party that is the subject of `action`, else `all`."""
    match = compiled(source.language.actor).match(source.flat, action.start, action.end)
    if match is None:
        return ALL
    named = {code for _, _, code in source.language.parties.find(source.flat, *match.span("who"))}
    whole = source.language.parties.meanings.get(match.group("who").strip())
    return whole if whole is not None and len(named) == 1 else ALL
