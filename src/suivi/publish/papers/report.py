"""The full report: everything the review holds, for whoever has an hour."""

from collections.abc import Iterator

from suivi.plan.plan import ProvisionKind
from suivi.plan.words import Words
from suivi.publish import phrases
from suivi.publish.commitments import Commitment
from suivi.publish.paper import Block, Break, Heading, Items, Paper, Paragraph, Style, plain
from suivi.publish.papers import figures, matters
from suivi.publish.papers import phrases as here
from suivi.publish.papers.commitments import cited, in_full
from suivi.publish.papers.frame import paper
from suivi.publish.papers.named import named
from suivi.publish.papers.said import signed
from suivi.publish.pillars import directly_in, ended, in_print_order, section_title
from suivi.publish.review_html import tongue_of
from suivi.publish.tongue import Tongue
from suivi.review.package import Chapter as Pillar
from suivi.review.package import Review
from suivi.review.words import CHAPTERS, Chapter


def report(review: Review, language: str, proofs: str = "") -> Paper:
    """The full report in `language`; raises `KeyError` for a language the house does not speak."""
    tongue = tongue_of(review, language, proofs)
    blocks = [
        figures.lede(tongue, review.figures[-1]),
        *_chapter(tongue, Chapter.NEEDED, _needed(tongue, review)),
        *_chapter(tongue, Chapter.PREAMBLE, matters.preamble(tongue, review)),
        *_chapter(tongue, Chapter.FIGURES, _figures(tongue, review)),
    ]
    for pillar in in_print_order(review):
        blocks += [Break(), *_pillar(tongue, review, pillar)]
    blocks += [Break(), *_ended(tongue, review)]
    if review.evidence:
        blocks += [Heading(level=2, runs=plain(tongue.say(phrases.EVIDENCE_ON_PLAN))), *cited(tongue, review.evidence)]
    blocks += [
        *_chapter(tongue, Chapter.MATTERS, matters.matters(tongue, review, level=3)),
        *_chapter(tongue, Chapter.AHEAD, _ahead(tongue, review)),
        *named(tongue, review),
        *_chapter(tongue, Chapter.SOURCES, matters.sources(tongue, review)),
    ]
    return paper(tongue, review, name="report", kind=here.REPORT, blocks=blocks, contents=True)


def _chapter(tongue: Tongue, chapter: Chapter, blocks: Iterator[Block]) -> Iterator[Block]:
    yield Heading(level=2, runs=plain(tongue.say(CHAPTERS[chapter])), anchor=chapter.value)
    yield from blocks


def _needed(tongue: Tongue, review: Review) -> Iterator[Block]:
    asked = matters.asked(tongue, review.matters)
    yield Items(tuple(asked), ordered=True) if asked else Paragraph(plain(tongue.say(phrases.NO_MATTERS)))


def _figures(tongue: Tongue, review: Review) -> Iterator[Block]:
    yield from figures.picture_of_standing(tongue, review)
    yield figures.by_pillar(tongue, review)
    if given := figures.assessments(tongue, review):
        yield Heading(level=3, runs=plain(tongue.say(phrases.ASSESSMENTS)))
        yield from given
    yield Heading(level=3, runs=plain(tongue.say(here.SLIPPAGE)))
    yield from matters.slippage(tongue, review)
    yield matters.notices(tongue)


def _ahead(tongue: Tongue, review: Review) -> Iterator[Block]:
    lines = matters.ahead(tongue, review)
    yield Items(tuple(lines)) if lines else Paragraph(plain(tongue.say(phrases.NOTHING_AHEAD)))


def _pillar(tongue: Tongue, review: Review, pillar: Pillar) -> Iterator[Block]:
    yield Heading(level=2, runs=section_title(tongue, pillar), anchor=matters.pillar_anchor(pillar))
    yield from signed(tongue, pillar.heading)
    if counts := figures.counts_of(review, pillar):
        yield figures.lede(tongue, counts)
    for part in pillar.parts:
        yield from _part(tongue, review, part, level=3)
    yield from _standing_in(tongue, review, pillar)


def _ended(tongue: Tongue, review: Review) -> Iterator[Block]:
    """The commitments an amendment ended, in the words they had, with all that was reported on them."""
    if not review.ended:
        return
    yield Heading(level=2, runs=plain(tongue.say(phrases.ENDED)), anchor="ended")
    yield Paragraph(plain(tongue.say(phrases.ENDED_SAY)), Style.NOTE)
    for commitment in ended(review):
        yield from in_full(tongue, commitment, level=3)


def _part(tongue: Tongue, review: Review, part: Pillar, *, level: int) -> Iterator[Block]:
    if not _holds(part):
        return
    yield Heading(level=level, runs=section_title(tongue, part))
    for commitment in directly_in(review, part):
        yield from in_full(tongue, commitment, level=level + 1)
    for inner in part.parts:
        yield from _part(tongue, review, inner, level=min(level + 1, 4))


def _holds(part: Pillar) -> bool:
    """Whether any commitment stands in the section or under it."""
    return bool(part.places) or any(_holds(inner) for inner in part.parts)


def _standing_in(tongue: Tongue, review: Review, pillar: Pillar) -> Iterator[Block]:
    commitments = list(directly_in(review, pillar))
    if commitments:
        yield Heading(level=3, runs=plain(tongue.say(_kind(commitments))))
        for commitment in commitments:
            yield from in_full(tongue, commitment, level=4)


def _kind(commitments: list[Commitment]) -> Words:
    kinds = {one.standing.provision.kind for one in commitments}
    return phrases.INITIATIVES if kinds == {ProvisionKind.INITIATIVE} else phrases.COMMITMENTS
