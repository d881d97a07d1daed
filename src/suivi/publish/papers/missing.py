"""What is missing: the commitments of which a side has stated no fact of the period, as a list to hand to that side.

- Silence is not inaction, and the paper says so. Nothing of a desk's own work is in it: both sides print the same list.
- What came with a later version after the closing day is not asked for.
"""

from collections.abc import Iterator

from suivi.publish import days, phrases
from suivi.publish.paper import Block, Cell, Column, Heading, Paper, Paragraph, Style, Table, Voice, plain
from suivi.publish.papers import phrases as here
from suivi.publish.papers.frame import paper
from suivi.publish.papers.said import proof_of, titled
from suivi.publish.review_html import tongue_of
from suivi.publish.tongue import Tongue, number_of
from suivi.register.plans import ProvisionStanding
from suivi.review.package import Review


def missing(review: Review, language: str, proofs: str = "") -> Paper:
    """The lists of all sides in `language`, in charter order."""
    tongue = tongue_of(review, language, proofs)
    blocks: list[Block] = [Paragraph(plain(tongue.say(here.MISSING_SAY)), Style.NOTE)]
    for code in tongue.names:
        blocks += _side(tongue, review, code)
    return paper(tongue, review, name="missing", kind=here.MISSING, blocks=blocks)


def _side(tongue: Tongue, review: Review, code: str) -> Iterator[Block]:
    asked = review.without_report(code)
    title = tongue.say(here.MISSING_FROM, party=tongue.party(code))
    yield Heading(level=2, runs=plain(f"{title} ({len(asked)})"))
    if not asked:
        yield Paragraph(plain(tongue.say(here.NOTHING_MISSING)))
        return
    heads = ((phrases.NUMBER, 10), (phrases.COMMITMENT, 50), (here.LAST_REPORT, 20), (here.ANSWER, 20))
    yield Table(
        caption=title,
        columns=tuple(Column(plain(tongue.say(words)), share) for words, share in heads),
        rows=tuple(_row(tongue, code, standing) for standing in asked),
        heads=1,
    )


def _row(tongue: Tongue, code: str, standing: ProvisionStanding) -> tuple[Cell, ...]:
    number = number_of(standing.provision.id)
    latest = standing.latest(code)
    last = days.day_in(tongue.language, latest.until or latest.on) if latest else "–"
    return (
        Cell(plain(number, Voice.NUMBER)),
        Cell(titled(tongue, standing.provision.titles) or plain(number)),
        Cell(plain(last, proof=proof_of(tongue, latest))),
        Cell(plain(tongue.say(here.TO_FILL), Voice.FAINT)),
    )
