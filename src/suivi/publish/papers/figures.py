"""Figures of a review as a sentence, a table and a picture; the numbers are the review's, none is computed again."""

from suivi.publish import phrases
from suivi.publish.drawn import standing_by_pillar
from suivi.publish.markup import Html, bare, element, joined, verbatim
from suivi.publish.paper import Block, Cell, Column, Drawing, Figure, Paragraph, Run, Runs, Style, Table, Voice, plain
from suivi.publish.papers import phrases as here
from suivi.publish.pictures.drawing import LEADING, Picture, breadth, placed, units, words
from suivi.publish.pillars import anchor_of, in_one_sentence, section_title
from suivi.publish.tongue import Tongue
from suivi.record.assessments import SCORES
from suivi.register.reports import COMPARISONS, Comparison
from suivi.review.figures import Counts
from suivi.review.package import Chapter, Review

_BESIDE = 64.0  # room for a name left of the signs, in units of the picture


def lede(tongue: Tongue, counts: Counts) -> Paragraph:
    """One sentence of figures: a minister may stop here."""
    return Paragraph(plain(in_one_sentence(tongue, counts)), Style.LEDE)


def counts_of(review: Review, pillar: Chapter) -> Counts | None:
    """The figures of one pillar; None for what stands outside every pillar."""
    return next((counts for counts in review.figures if counts.pillar == anchor_of(pillar)), None)


def by_pillar(tongue: Tongue, review: Review) -> Table:
    """How often the accounts compare in each way, how much each side reports, by pillar and in all."""
    ways = [Column(plain(tongue.say(COMPARISONS[way])), 10, figures=True) for way in Comparison]
    reported = [
        Column(plain(tongue.say(here.REPORTED, party=tongue.party(code))), 11, figures=True) for code in tongue.names
    ]
    last = [Column(plain(tongue.say(phrases.TOTAL)), 11, figures=True)]
    pillar = Column(plain(tongue.say(phrases.PILLAR)), 27)
    titles = {anchor_of(one): section_title(tongue, one) for one in review.chapters}
    return Table(
        caption=tongue.say(here.HOW_ACCOUNTS_COMPARE),
        columns=(pillar, *ways, *reported, *last),
        rows=tuple(_row(tongue, counts, titles.get(counts.pillar or "", ())) for counts in review.figures),
    )


def _row(tongue: Tongue, counts: Counts, title: Runs) -> tuple[Cell, ...]:
    voice = Voice.PLAIN if counts.pillar is not None else Voice.STRONG
    numbers = [
        *(counts.comparisons[way] for way in Comparison),
        *(counts.reported(code) for code in tongue.names if code in counts.stages),
        counts.total,
    ]
    head = title if counts.pillar is not None else plain(tongue.say(phrases.WHOLE_PLAN), Voice.STRONG)
    return (Cell(head), *(Cell((Run(str(number), voice),)) for number in numbers))


def assessments(tongue: Tongue, review: Review) -> tuple[Block, ...]:
    """How often each side gave each score, by pillar and in all; nothing where nobody gave any."""
    if not review.figures[-1].assessed:
        return ()
    columns = [
        Column(plain(f"{tongue.party(code)}\n{tongue.say(words)}"), 12, figures=True)
        for code in tongue.names
        for words in SCORES.values()
    ]
    titles = {anchor_of(one): section_title(tongue, one) for one in review.chapters}
    table = Table(
        caption=tongue.say(phrases.ASSESSMENTS),
        columns=(Column(plain(tongue.say(phrases.PILLAR)), 28), *columns),
        rows=tuple(_scores(tongue, counts, titles.get(counts.pillar or "", ())) for counts in review.figures),
    )
    return Paragraph(plain(tongue.say(phrases.ASSESSMENTS_SAY), Voice.FAINT), Style.NOTE), table


def _scores(tongue: Tongue, counts: Counts, title: Runs) -> tuple[Cell, ...]:
    head = title if counts.pillar is not None else plain(tongue.say(phrases.WHOLE_PLAN), Voice.STRONG)
    numbers = (counts.assessed.get(code, {}).get(str(score), 0) for code in tongue.names for score in SCORES)
    return (Cell(head), *(Cell(plain(str(number))) for number in numbers))


def picture_of_standing(tongue: Tongue, review: Review) -> tuple[Block, ...]:
    """How the plan stands by pillar, as a picture; nothing for a plan without pillars."""
    made = standing_by_pillar(tongue, review)
    if made is None:
        return ()
    names = [tongue.party(code) for code in tongue.names]
    reach = max(0.0, *(breadth(name, 11) - _BESIDE for name in names))
    return (Figure(drawing(made, says=_says(made), reach=reach), made.title),)


def drawing(picture: Picture, *, says: str, reach: float = 0.0) -> Drawing:
    """A picture of the house as a drawing of a paper, with its key; `reach` is how far names stand out to the left."""
    key, height = _key(picture)
    box = f"{units(-reach)} 0 {units(picture.width + reach)} {units(height)}"
    svg = element(
        "svg",
        picture.shapes,
        key,
        viewBox=box,
        class_="picture",
        width=units(picture.width + reach),
        height=units(height),
    )
    return Drawing(verbatim(svg), says, picture.width + reach, height)


def _key(picture: Picture) -> tuple[Html, float]:
    """The signs with their words, in lines under the picture; and how high the whole is now."""
    drawn: list[Html] = []
    x, y = 0.0, picture.height + LEADING
    for sign, said in picture.signs:
        if x and x + 18 + breadth(said, 11) > picture.width:
            x, y = 0.0, y + LEADING + 2
        drawn += [placed(x, y - 9, 11, 11, sign), words(x + 16, y, said, class_="faint")]
        x += 16 + breadth(said, 11) + 16
    return joined(drawn), y + 5 if picture.signs else picture.height


def _says(picture: Picture) -> str:
    """The figures of the picture in words: each row with its counts."""
    rows = (
        f"{bare(row[0])}, {row[1]}: "
        + ", ".join(f"{head} {cell}" for head, cell in zip(picture.columns[2:], row[2:], strict=True) if cell != "0")
        for row in picture.rows
    )
    return "; ".join(rows)
