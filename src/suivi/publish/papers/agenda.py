"""The annotated agenda: each item with why it is there, what is sought, and who acts."""

from collections.abc import Iterator, Sequence
from itertools import count

from suivi.plan.words import Words
from suivi.publish import phrases
from suivi.publish.paper import Block, Cell, Column, Heading, Items, Paper, Paragraph, Style, Table, plain
from suivi.publish.papers import figures, matters
from suivi.publish.papers import phrases as here
from suivi.publish.papers.brief import moved
from suivi.publish.papers.frame import paper
from suivi.publish.pillars import commitments_of, in_print_order, section_title
from suivi.publish.review_html import tongue_of
from suivi.publish.tongue import Tongue
from suivi.review.matters import Matter
from suivi.review.package import Review
from suivi.review.words import CHAPTERS, RULES, Chapter

MOST_MOVED = 200


def agenda(review: Review, language: str, proofs: str = "") -> Paper:
    """The agenda in `language`."""
    tongue = tongue_of(review, language, proofs)
    number = count(1)
    blocks = [
        *_item(tongue, next(number), here.OPENING, here.OPENING_NOTE),
        *_item(tongue, next(number), here.STANDS_BY_PILLAR, here.STANDING_NOTE),
        figures.lede(tongue, review.figures[-1]),
        figures.by_pillar(tongue, review),
        *_item(tongue, next(number), CHAPTERS[Chapter.MATTERS], here.MATTERS_NOTE),
        *_matters(tongue, review),
        *_item(tongue, next(number), CHAPTERS[Chapter.PILLARS], here.BY_PILLAR_NOTE),
        *_pillars(tongue, review),
        *_item(tongue, next(number), CHAPTERS[Chapter.AHEAD], None),
        *_ahead(tongue, review),
        *_item(tongue, next(number), here.MINUTES_ITEM, here.MINUTES_NOTE),
        *_item(tongue, next(number), here.CLOSING, here.CLOSING_NOTE),
    ]
    return paper(tongue, review, name="agenda", kind=here.AGENDA, blocks=blocks)


def _item(tongue: Tongue, number: int, title: Words, note: Words | None) -> Iterator[Block]:
    yield Heading(level=2, runs=plain(f"{number}. {tongue.say(title)}"))
    if note is not None:
        yield Paragraph(plain(tongue.say(note)), Style.NOTE)


def _matters(tongue: Tongue, review: Review) -> Iterator[Block]:
    if not review.matters:
        yield Paragraph(plain(tongue.say(phrases.NO_MATTERS)))
    for rule, group in matters.by_rule(review):
        yield Heading(level=3, runs=plain(tongue.say(RULES[rule])))
        yield _table(tongue, review, tongue.say(RULES[rule]), group)


def _table(tongue: Tongue, review: Review, caption: str, group: Sequence[Matter]) -> Table:
    heads = ((phrases.COMMITMENT, 27), (here.WHY, 36), (here.DECISION_SOUGHT, 25), (here.WHO, 12))
    return Table(
        caption=caption,
        columns=tuple(Column(plain(tongue.say(words)), share) for words, share in heads),
        rows=tuple(
            (
                Cell(matters.about(tongue, review, one.provision) or plain("–")),
                Cell(matters.proved(tongue, review, one)),
                Cell(plain(tongue.say(one.asks))),
                Cell(plain(", ".join(tongue.party(code) for code in one.parties))),
            )
            for one in group
        ),
    )


def _pillars(tongue: Tongue, review: Review) -> Iterator[Block]:
    for pillar in in_print_order(review):
        yield Heading(level=3, runs=section_title(tongue, pillar))
        known = {one.standing.provision.id: one.standing for one in commitments_of(review, pillar)}
        yield from moved(tongue, review, list(known.values()), MOST_MOVED)


def _ahead(tongue: Tongue, review: Review) -> Iterator[Block]:
    lines = matters.ahead(tongue, review)
    yield Items(tuple(lines)) if lines else Paragraph(plain(tongue.say(phrases.NOTHING_AHEAD)))
