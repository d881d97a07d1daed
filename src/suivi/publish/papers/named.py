"""What a plan names, as an annex of the full report: a table for each group."""

from collections.abc import Iterator

from suivi.plan.words import Words
from suivi.publish.named import (
    ACHIEVED,
    ANCHOR,
    ITS_DAYS,
    NAME,
    NAMED,
    NAMED_BY,
    NAMED_SAY,
    NONE,
    WHAT_IT_IS,
    by_group,
    days_of,
)
from suivi.publish.paper import Block, Cell, Column, Heading, Paragraph, Run, Style, Table, Voice, plain
from suivi.publish.papers.said import other
from suivi.publish.tongue import Tongue, number_of
from suivi.review.named import NamedInPlan
from suivi.review.package import Review


def named(tongue: Tongue, review: Review) -> Iterator[Block]:
    """The annex; nothing where no thing is entered."""
    if not review.named:
        return
    yield Heading(level=2, runs=plain(tongue.say(NAMED)), anchor=ANCHOR)
    yield Paragraph(plain(tongue.say(NAMED_SAY)), Style.NOTE)
    for group, things in by_group(review):
        yield Heading(level=3, runs=plain(tongue.say(group)))
        yield _table(tongue, group, things)


def _table(tongue: Tongue, group: Words, things: list[NamedInPlan]) -> Table:
    heads = ((NAME, 44), (WHAT_IT_IS, 16), (ITS_DAYS, 22), (NAMED_BY, 18))
    return Table(
        caption=tongue.say(group),
        columns=tuple(Column(plain(tongue.say(words)), share) for words, share in heads),
        rows=tuple(_row(tongue, one) for one in things),
    )


def _row(tongue: Tongue, one: NamedInPlan) -> tuple[Cell, ...]:
    language = tongue.chosen(one.names)
    short = one.short.get(language, "")
    name = [Run(one.names[language], Voice.SIGNED, other(tongue, language))]
    name += [Run(f" ({short})")] if short else []
    name += [Run(f"\n{tongue.say(ACHIEVED)}", Voice.FAINT)] if one.thing.achieved else []
    numbers = ", ".join(number_of(id) for id in one.commitments)
    return (
        Cell(tuple(name)),
        Cell(plain(tongue.say(one.kind))),
        Cell(plain("\n".join(days_of(tongue, one)))),
        Cell(plain(numbers, Voice.NUMBER) if numbers else plain(tongue.say(NONE), Voice.FAINT)),
    )
