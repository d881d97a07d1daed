"""One page for each pillar, for whoever has two minutes: a sentence, what is asked, a line for each commitment."""

from collections.abc import Iterator

from suivi.publish.paper import Block, Break, Heading, Items, Paper
from suivi.publish.papers import figures, matters
from suivi.publish.papers import phrases as here
from suivi.publish.papers.commitments import lines
from suivi.publish.papers.frame import paper
from suivi.publish.papers.said import label, signed
from suivi.publish.pillars import commitments_of, in_print_order, section_title
from suivi.publish.review_html import tongue_of
from suivi.publish.tongue import Tongue
from suivi.review.package import Chapter as Pillar
from suivi.review.package import Review
from suivi.review.words import CHAPTERS, Chapter


def pillar_pages(review: Review, language: str, proofs: str = "") -> Paper:
    """The pages of all pillars in `language`, a first page of figures before them."""
    tongue = tongue_of(review, language, proofs)
    blocks: list[Block] = [
        figures.lede(tongue, review.figures[-1]),
        *figures.picture_of_standing(tongue, review),
        figures.by_pillar(tongue, review),
        matters.notices(tongue),
    ]
    for pillar in in_print_order(review):
        blocks += [Break(), *_page(tongue, review, pillar)]
    sheets = 1 + len(review.chapters)
    return paper(tongue, review, name="pillars", kind=here.PILLARS, blocks=blocks, pages=sheets)


def _page(tongue: Tongue, review: Review, pillar: Pillar) -> Iterator[Block]:
    yield Heading(level=2, runs=section_title(tongue, pillar), anchor=matters.pillar_anchor(pillar))
    yield from signed(tongue, pillar.heading)
    if counts := figures.counts_of(review, pillar):
        yield figures.lede(tongue, counts)
    asked = matters.asked(tongue, matters.under(review, pillar))
    if asked:
        yield label(tongue.say(CHAPTERS[Chapter.NEEDED]))
        yield Items(tuple(asked), ordered=True)
    yield lines(tongue, commitments_of(review, pillar))
