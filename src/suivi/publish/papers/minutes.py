"""The draft joint minutes: what the data says is filled in, what only people can say is left between brackets.

- They name the digest of the review data; once every party has sealed them, the review is closed.
"""

from collections.abc import Iterator

from suivi.publish import days, phrases
from suivi.publish.paper import Block, Cell, Column, Heading, Items, Paper, Paragraph, Run, Style, Table, Voice, plain
from suivi.publish.papers import figures, matters
from suivi.publish.papers import phrases as here
from suivi.publish.papers.frame import paper
from suivi.publish.review_html import tongue_of
from suivi.publish.tongue import Tongue
from suivi.review.package import Review
from suivi.review.words import CHAPTERS, RULES, Chapter


def minutes(review: Review, language: str, proofs: str = "") -> Paper:
    """The draft in `language`, to be gone on with in a word processor."""
    tongue = tongue_of(review, language, proofs)
    blocks = [*_opening(tongue, review), *_noted(tongue, review), *_closing(tongue, review)]
    return paper(tongue, review, name="minutes", kind=here.MINUTES, blocks=blocks)


def _opening(tongue: Tongue, review: Review) -> Iterator[Block]:
    yield Paragraph(plain(tongue.say(here.DRAFT_NOTE)), Style.NOTE)
    blank = Cell(plain(tongue.say(here.TO_FILL), Voice.FAINT))
    terms = [tongue.say(here.PLACE_AND_DAY)]
    terms += [tongue.say(here.DELEGATION, party=tongue.party(code)) for code in tongue.names]
    title = tongue.say(here.MINUTES_ITEM)
    yield Table(
        caption=title,
        columns=(Column(plain(title), 34), Column(plain(tongue.say(here.TO_FILL)), 66)),
        rows=tuple((Cell(plain(term)), blank) for term in terms),
    )
    closing = days.day_in(tongue.language, review.period.to_on.isoformat())
    yield Paragraph(plain(tongue.say(here.REVIEWED, day=closing)))
    yield figures.lede(tongue, review.figures[-1])
    yield figures.by_pillar(tongue, review)


def _noted(tongue: Tongue, review: Review) -> Iterator[Block]:
    for rule, group in matters.by_rule(review):
        yield Heading(level=2, runs=plain(tongue.say(RULES[rule])))
        yield Paragraph(plain(tongue.say(here.NOTED)), Style.LABEL)
        yield Items(tuple(matters.proved(tongue, review, one) for one in group))
        yield Paragraph(plain(tongue.say(here.DECIDED)), Style.LABEL)
        yield Paragraph(plain(tongue.say(here.TO_FILL), Voice.FAINT), Style.BLANK)


def _closing(tongue: Tongue, review: Review) -> Iterator[Block]:
    yield Heading(level=2, runs=plain(tongue.say(CHAPTERS[Chapter.AHEAD])))
    lines = matters.ahead(tongue, review)
    yield Items(tuple(lines)) if lines else Paragraph(plain(tongue.say(phrases.NOTHING_AHEAD)))
    yield Heading(level=2, runs=plain(tongue.say(here.NEXT_REVIEW)))
    yield Paragraph(plain(tongue.say(here.TO_FILL), Voice.FAINT), Style.BLANK)
    yield Heading(level=2, runs=plain(tongue.say(CHAPTERS[Chapter.SOURCES])))
    yield Paragraph(plain(tongue.say(here.NAMES_DATA)))
    yield Paragraph((Run(review.digest(), Voice.DIGEST),))
    for code in tongue.names:
        yield Paragraph(plain(tongue.say(here.SIGNED_BY, party=tongue.party(code))), Style.LABEL)
        yield Paragraph(plain(tongue.say(here.TO_FILL), Voice.FAINT), Style.BLANK)
