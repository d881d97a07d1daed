"""From year to year: what moved, what slipped and by how much, which bodies report, in two periods side by side."""

from collections.abc import Iterator, Mapping

from suivi.publish import days, phrases
from suivi.publish.paper import Block, Cell, Column, Figure, Heading, Paper, Paragraph, Runs, Style, Table, Voice, plain
from suivi.publish.papers import phrases as here
from suivi.publish.papers.figures import drawing
from suivi.publish.papers.frame import paper
from suivi.publish.papers.matters import about, latest_proof
from suivi.publish.papers.said import compared, joined, mark_of, named, stage_of, titled
from suivi.publish.pictures import changed
from suivi.publish.pictures.drawing import Label
from suivi.publish.review_html import tongue_of
from suivi.publish.tongue import Tongue, number_of
from suivi.register.plans import ProvisionStanding
from suivi.review.package import Review, review_for
from suivi.review.words import MOVES, Move
from suivi.review.years import Moved, Years, period_before, years_of

MOST_DRAWN = 8


def changes(review: Review, language: str, proofs: str = "") -> Paper:
    """The comparison of the review's period with the one of the same length before it, in `language`."""
    tongue = tongue_of(review, language, proofs)
    years = years_of(review_for(review, period_before(review.period)), review)
    blocks: list[Block] = [Paragraph(plain(tongue.say(here.YEAR_ON_YEAR)), Style.LEDE)]
    for title, part in (
        (here.MOVES_BY_PARTY, _moves(tongue, years)),
        (here.WHAT_CHANGED, _changed(tongue, years)),
        (here.SLIPPAGE, _slipped(tongue, years)),
        (here.BODIES_REPORT, _bodies(tongue, years)),
    ):
        blocks += [Heading(level=2, runs=plain(tongue.say(title))), *part]
    return paper(tongue, review, name="changes", kind=here.COMPARISON, blocks=blocks)


def _moves(tongue: Tongue, years: Years) -> Iterator[Block]:
    """How often each thing became of a commitment, by party and period."""
    reviews = (years.earlier, years.later)
    columns = [
        Column(plain(f"{tongue.party(code)}\n{_period(tongue, review)}"), 18, figures=True)
        for code in tongue.names
        for review in reviews
    ]
    yield Table(
        caption=tongue.say(here.MOVES_BY_PARTY),
        columns=(Column(plain(tongue.say(here.MOVE)), 28), *columns),
        rows=tuple(
            (
                Cell(plain(tongue.say(words))),
                *(Cell(plain(str(_count(review, code, move)))) for code in tongue.names for review in reviews),
            )
            for move, words in MOVES.items()
        ),
    )


def _count(review: Review, party: str, move: Move) -> int:
    return review.figures[-1].moves.get(party, {}).get(move.value, 0)


def _changed(tongue: Tongue, years: Years) -> Iterator[Block]:
    """Every commitment that stands otherwise, with both accounts at the end of each period."""
    if not years.moved:
        yield Paragraph(plain(tongue.say(here.NOTHING_CHANGED)))
        return
    yield from _picture(tongue, years)
    ends = [days.day_in(tongue.language, review.period.to_on.isoformat()) for review in (years.earlier, years.later)]
    yield Table(
        caption=tongue.say(here.WHAT_CHANGED),
        columns=(
            Column(plain(tongue.say(phrases.COMMITMENT)), 32),
            *(column for end in ends for column in (Column(plain(tongue.say(here.MARK)), 7), Column(plain(end), 27))),
        ),
        rows=tuple(
            (
                Cell(named(tongue, one.after)),
                *(cell for standing in (one.before, one.after) for cell in _stood(tongue, standing)),
            )
            for one in years.moved
        ),
    )


def _stood(tongue: Tongue, standing: ProvisionStanding) -> tuple[Cell, Cell]:
    sides = (
        (*plain(tongue.before_colon(tongue.party(code))), *_stage(tongue, standing, code)) for code in tongue.names
    )
    said: Runs = joined([*sides, (compared(tongue, standing),)], "\n")
    return Cell(mark=mark_of(tongue, standing)), Cell(said)


def _stage(tongue: Tongue, standing: ProvisionStanding, code: str) -> Runs:
    return stage_of(tongue, standing.latest(code))[:1]


def _picture(tongue: Tongue, years: Years) -> Iterator[Block]:
    drawn = [_change(tongue, one) for one in years.moved[:MOST_DRAWN]]
    first, last = (review.period.to_on.isoformat() for review in (years.earlier, years.later))
    picture = changed.picture(drawn, from_on=first, to_on=last, language=tongue.language)
    # The table below says the same of every commitment; the picture says which it shows.
    shown = ", ".join(number_of(one.provision) for one in years.moved[:MOST_DRAWN])
    yield Figure(drawing(picture, says=f"{picture.title}: {shown}"), picture.title)


def _change(tongue: Tongue, moved: Moved) -> changed.Change:
    titles = moved.after.provision.titles
    language = tongue.chosen(titles) or tongue.language
    return changed.Change(
        named=Label(number=number_of(moved.provision), title=titles.get(language, ""), language=language),
        before=_drawn(moved.before),
        after=_drawn(moved.after),
        before_words="",
        after_words="",
    )


def _drawn(standing: ProvisionStanding) -> tuple[tuple[str | None, ...], str]:
    latest = [standing.latest(party) for party in standing.accounts]
    return tuple(account.stage.value if account else None for account in latest), standing.comparison.value


def _slipped(tongue: Tongue, years: Years) -> Iterator[Block]:
    """Dates promised in the earlier period that were moved or met in the later one."""
    if not years.slipped:
        yield Paragraph(plain(tongue.say(here.NO_DATE_MOVED)))
        return
    heads = (
        (phrases.COMMITMENT, 38),
        (here.PARTY, 14),
        (here.PROMISED_BEFORE, 14),
        (here.PROMISED_NOW, 13),
        (here.DONE_ON, 13),
    )
    yield Table(
        caption=tongue.say(here.SLIPPAGE),
        columns=(
            *(Column(plain(tongue.say(words)), share) for words, share in heads),
            Column(plain(tongue.say(here.SLIPPED_BY)), 8, figures=True),
        ),
        rows=tuple(
            (
                Cell(about(tongue, years.later, one.provision)),
                Cell(plain(tongue.party(one.party), proof=latest_proof(tongue, years.later, one.provision, one.party))),
                *(_day(tongue, on) for on in (one.promised_before, one.promised_now, one.done_on)),
                Cell(plain(f"{one.days:+d}" if one.days else "0")),
            )
            for one in years.slipped
        ),
    )


def _day(tongue: Tongue, on: str | None) -> Cell:
    return Cell(plain(days.day_in(tongue.language, on) if on else "–"))


def _bodies(tongue: Tongue, years: Years) -> Iterator[Block]:
    """How many accounts of each period name each body, by the name it bore on the closing day."""
    if not years.bodies:
        yield Paragraph(plain(tongue.say(here.NO_BODIES)))
        return
    periods = (Column(plain(_period(tongue, review)), 20, figures=True) for review in (years.earlier, years.later))
    yield Table(
        caption=tongue.say(here.BODIES_REPORT),
        columns=(Column(plain(tongue.say(here.BODY)), 42), Column(plain(tongue.say(here.PARTY)), 18), *periods),
        rows=tuple(
            (
                Cell(_body(tongue, years.later, one.body)),
                Cell(plain(tongue.party(one.party))),
                Cell(plain(str(one.before))),
                Cell(plain(str(one.after))),
            )
            for one in years.bodies
        ),
    )


def _body(tongue: Tongue, review: Review, id: str) -> Runs:
    body = review.register.bodies.get(id)
    names: Mapping[str, str] = body.name_on(review.period.to_on) if body else {}
    return titled(tongue, names) or plain(id, Voice.PLAIN)


def _period(tongue: Tongue, review: Review) -> str:
    return days.span_in(tongue.language, review.period.from_on.isoformat(), review.period.to_on.isoformat())
