"""Foreign passages: blocks in another language the reader knows than the text itself.

Rules:
- a block is foreign if it is long enough to tell, holds next to none of the text's own language and clearly another;
- foreign blocks are set aside and said, for the rules of one language find nothing, or wrong things, in another;
- a text is looked through block by block only if blocks spread over all of it show that it is mixed.
"""

from typing import Final

from suivi.reader.blocks import Block
from suivi.reader.languages import is_in, language, tags
from suivi.reader.languages.language import Language
from suivi.reader.source import Source

SHORTEST: Final = 40
MOST_LOOKED_AT: Final = 120


def foreign_blocks(source: Source, blocks: list[Block]) -> list[Block]:
    """The blocks in another known language, in order; none in a text of one language."""
    others = [language(tag) for tag in tags() if tag != source.language.tag]
    step = max(1, len(blocks) // MOST_LOOKED_AT)
    if not any(_is_foreign(source, block, others) for block in blocks[::step]):
        return []
    return [block for block in blocks if _is_foreign(source, block, others)]


def _is_foreign(source: Source, block: Block, others: list[Language]) -> bool:
    words = source.flat[block.body : block.close]
    if len(words) < SHORTEST or is_in(words, source.language):
        return False
    return any(is_in(words, other, surely=True) for other in others)
