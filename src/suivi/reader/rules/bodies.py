"""Bodies: dialogues, committees, forums and organisations named in a commitment, as written.

Method: a noun of the kind with what belongs to its name, and organisations known by a proper name.
"""

from suivi.plan.text import Span
from suivi.reader.rules.instruments import named_in
from suivi.reader.source import Source

MORE_THAN_ONE = 2


def bodies_in(source: Source, start: int, end: int) -> list[Span]:
    """The bodies named in `[start, end)`, in reading order, disjoint."""
    names = source.language.names
    found = [Span(begins, ends) for begins, ends, _ in names.acronyms.find(source.flat, start, end)]
    found += named_in(source, names.body, start, end)
    return apart(found)


def apart(spans: list[Span]) -> list[Span]:
    """The spans without those that begin inside another: what stands inside a name is part of that name."""
    if len(spans) < MORE_THAN_ONE:
        return spans
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
