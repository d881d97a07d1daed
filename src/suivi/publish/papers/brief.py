"""The brief for ministers: two pages, one of decisions and figures, one of what moved, what differs and what comes.

- What does not fit is counted and left to the full report; no line is dropped in silence.
- Working titles are shortened where they are long: they are unofficial, and the full report has them whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from suivi.publish import phrases
from suivi.publish.paper import (
    Block,
    Break,
    Cell,
    Column,
    Heading,
    Items,
    Paper,
    Paragraph,
    Run,
    Runs,
    Style,
    Table,
    Voice,
    plain,
)
from suivi.publish.papers import figures, matters
from suivi.publish.papers import phrases as here
from suivi.publish.papers.frame import paper
from suivi.publish.papers.said import named, proof_of
from suivi.publish.review_html import tongue_of
from suivi.publish.tongue import Tongue
from suivi.register.plans import ProvisionStanding
from suivi.review.package import Review
from suivi.review.words import CHAPTERS, MOVES, RULES, Chapter, Move, Rule

MOST_ASKED = 7
MOST_MOVED = 12
MOST_NUMBERS = 10
MOST_LISTED = 6
LONGEST_LINE = 180
_MOVED = (Move.DELIVERED, Move.DROPPED, Move.SLIPPED, Move.ADVANCED, Move.TAKEN_UP)


def brief(review: Review, language: str, proofs: str = "") -> Paper:
    """The two pages in `language`."""
    tongue = tongue_of(review, language, proofs)
    blocks = [*_first(tongue, review), Break(), *_second(tongue, review)]
    return paper(tongue, review, name="brief", kind=here.BRIEF, blocks=blocks, pages=2)


def _first(tongue: Tongue, review: Review) -> Iterator[Block]:
    yield figures.lede(tongue, review.figures[-1])
    yield Heading(level=2, runs=plain(tongue.say(CHAPTERS[Chapter.NEEDED])))
    yield from _most(tongue, matters.asked(tongue, review.matters, most=MOST_NUMBERS), MOST_ASKED, ordered=True)
    yield Heading(level=2, runs=plain(tongue.say(here.STANDS_BY_PILLAR)))
    yield from figures.picture_of_standing(tongue, review)


def _second(tongue: Tongue, review: Review) -> Iterator[Block]:
    yield Heading(level=2, runs=plain(tongue.say(CHAPTERS[Chapter.STANDING])))
    yield from moved(tongue, review, list(review.standings), MOST_MOVED)
    differing = [one for one in review.matters if one.rule is Rule.ACCOUNTS_DIFFER]
    yield Heading(level=2, runs=plain(tongue.say(RULES[Rule.ACCOUNTS_DIFFER])))
    lines = [matters.proved(tongue, review, one, longest=LONGEST_LINE) for one in differing]
    yield from _most(tongue, lines, MOST_LISTED)
    yield Heading(level=2, runs=plain(tongue.say(CHAPTERS[Chapter.AHEAD])))
    yield from _most(tongue, matters.ahead(tongue, review), MOST_LISTED)


def moved(tongue: Tongue, review: Review, standings: Sequence[ProvisionStanding], most: int) -> Iterator[Block]:
    """What became of the commitments that moved, what was delivered first; at most so many, the rest counted."""
    found = sorted(
        (rank, place, one) for place, one in enumerate(standings) if (rank := _rank(review, one)) is not None
    )
    if not found:
        yield Paragraph(plain(tongue.say(here.NOTHING_CHANGED)))
        return
    shown = [standing for _, _, standing in found[:most]]
    share = 50 // max(len(tongue.names), 1)
    yield Table(
        caption=tongue.say(CHAPTERS[Chapter.STANDING]),
        columns=(
            Column(plain(tongue.say(phrases.COMMITMENT)), 50),
            *(Column(plain(tongue.party(code)), share) for code in tongue.names),
        ),
        rows=tuple(
            (
                Cell(shortened(named(tongue, standing))),
                *(Cell(_became(tongue, review, standing, code)) for code in tongue.names),
            )
            for standing in shown
        ),
    )
    if len(found) > most:
        yield _more(tongue, len(found) - most)


def _became(tongue: Tongue, review: Review, standing: ProvisionStanding, code: str) -> Runs:
    move = MOVES[review.changes[standing.provision.id][code].move]
    return plain(tongue.say(move), proof=proof_of(tongue, standing.latest(code)))


def _rank(review: Review, standing: ProvisionStanding) -> int | None:
    moves = [change.move for change in review.changes[standing.provision.id].values()]
    return min((_MOVED.index(move) for move in moves if move in _MOVED), default=None)


def _most(tongue: Tongue, lines: Sequence[Runs], most: int, *, ordered: bool = False) -> Iterator[Block]:
    if not lines:
        yield Paragraph(plain("–"))
        return
    yield Items(tuple(shortened(line) for line in lines[:most]), ordered=ordered)
    if len(lines) > most:
        yield _more(tongue, len(lines) - most)


def _more(tongue: Tongue, count: int) -> Paragraph:
    return Paragraph(plain(tongue.say(here.AND_MORE, count=count), Voice.FAINT), Style.NOTE)


def shortened(runs: Runs, longest: int = LONGEST_LINE) -> Runs:
    """The runs, cut with an ellipsis where they are longer than `longest` characters."""
    found: list[Run] = []
    room = longest
    for run in runs:
        words = " ".join(run.words.split()) if "\n" in run.words else run.words
        if len(words) > room:
            return (*found, replace(run, words=f"{words[: max(room - 1, 0)]}…"))
        found.append(replace(run, words=words))
        room -= len(words)
    return tuple(found)
