"""Action sheets: a numbered item with lines below it that say who leads it and by when.

Rules:
- “A.1 Restore 12,000 hectares of mangrove”, then “Lead: Forest Department”: the item is an action, as in a table;
- “Action 1.1 – Hold …” needs no other; of others one such item may be chance, two make a sheet; a time among the lines is kept with the action (R9).
"""

from typing import Final

from suivi.plan.text import Span
from suivi.reader.blocks import Block
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source
from suivi.reader.tables import ACTION_CELL

FEWEST: Final = 2
MOST_LINES: Final = 6
LONGEST_LABEL: Final = 40
LONGEST_ITEM: Final = 400
_NUMBERED: Final = ("number", "nested", "roman", "letter", "bullet")


def read_sheets(source: Source, blocks: list[Block], times: dict[int, Span]) -> list[Block]:
    """The blocks with the items of action sheets told apart; the times of their lines go into `times`."""
    for place, block in enumerate(blocks):
        labelled = compiled(source.language.headings.action).match(source.flat, block.body, block.close)
        if labelled:
            _keep_time(source, blocks[place + 1 : place + 1 + MOST_LINES], labelled.end(), times)
    items = [place for place, block in enumerate(blocks[:-1]) if _is_item(source, block, blocks[place + 1])]
    if len(items) < FEWEST:
        return blocks
    kept = list(blocks)
    for place in items:
        kept[place] = blocks[place]._replace(style=ACTION_CELL)
        _keep_time(source, blocks[place + 1 : place + 1 + MOST_LINES], blocks[place].body, times)
    return kept


def _keep_time(source: Source, lines: list[Block], action: int, times: dict[int, Span]) -> None:
    """Put the time that the lines below the action at `action` say into `times`."""
    for line in lines:
        label, value = label_of(source, line)
        if not label:
            break
        if label == "time":
            times[action] = Span(value, line.close)


def _is_item(source: Source, block: Block, following: Block) -> bool:
    short = block.close - block.body <= LONGEST_ITEM
    return short and block.style.startswith(_NUMBERED) and bool(label_of(source, following)[0])


def label_of(source: Source, block: Block) -> tuple[str, int]:
    """What the label of a line announces (time, other), and where its value begins; empty if it has none."""
    kind, value = column_of(source, block)
    return (kind, value) if kind in ("time", "other") else ("", 0)


def column_of(source: Source, block: Block) -> tuple[str, int]:
    """Which column of a table the label of a line names, and where its value begins; empty if it has none."""
    if block.style.startswith(_NUMBERED):
        return "", 0
    colon = source.flat.find(":", block.body, block.body + LONGEST_LABEL)
    if colon < 0 or colon + 1 >= block.close:
        return "", 0
    if compiled(source.language.headings.pillar).match(source.flat, block.body, block.close):
        return "", 0  # “Objective 2.1: …” heads a part
    match = compiled(source.language.headings.columns).fullmatch(source.flat, block.body, _stripped(source.flat, colon))
    return (match.lastgroup or "", colon + 1) if match else ("", 0)


def _stripped(flat: str, end: int) -> int:
    while flat[end - 1] == " ":
        end -= 1
    return end
