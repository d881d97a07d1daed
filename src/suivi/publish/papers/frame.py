"""Frame: what every paper of a review bears: its kind and title, marking, edge, digest, and the closing day."""

from suivi.plan.words import Words
from suivi.publish import days, phrases
from suivi.publish.paper import Block, Break, Heading, Paper, Paragraph, Run, Style, Voice, plain
from suivi.publish.papers import phrases as here
from suivi.publish.papers.said import titled
from suivi.publish.review_html import marking_of
from suivi.publish.tongue import Tongue
from suivi.review.package import Review


def paper(
    tongue: Tongue,
    review: Review,
    *,
    name: str,
    kind: Words,
    blocks: list[Block],
    pages: int = 0,
    contents: bool = False,
) -> Paper:
    """The paper called `name`, with its title block before `blocks`."""
    title = review.plan.titles.get(tongue.chosen(review.plan.titles), "") or review.plan.id
    simulated = review.register.demonstration
    period = days.span_in(tongue.language, review.period.from_on.isoformat(), review.period.to_on.isoformat())
    said = tongue.say(kind)
    opening: list[Block] = [
        Heading(level=1, runs=plain(said)),
        Paragraph(titled(tongue, review.plan.titles, Voice.STRONG) or plain(review.plan.id, Voice.STRONG), Style.LEDE),
        Paragraph((Run(tongue.say(here.PERIOD_OF, days=period), Voice.FAINT),), Style.NOTE),
    ]
    if simulated:
        opening.append(Paragraph(plain(tongue.say(phrases.DEMONSTRATION), Voice.DIFFERS), Style.NOTE))
    return Paper(
        name=name,
        kind=said,
        title=title,
        language=tongue.language,
        marking=marking_of(review.register).label(),
        edge=f"{title} · {tongue.say(phrases.SIMULATED)}" if simulated else title,
        digest=review.digest(),
        written_on=review.period.to_on.isoformat(),
        blocks=(*opening, *blocks),
        opening=len(opening),
        pages=pages,
        contents=contents,
        contents_title=tongue.say(here.CONTENTS),
        page_of=tongue.say(here.PAGE_OF, page="{page}", pages="{pages}"),
    )


def below_the_title(paper: Paper) -> list[Block]:
    """The blocks of a paper without its title block and its breaks, as parts of a page that has a title of its own."""
    return [one for one in paper.blocks[paper.opening :] if not isinstance(one, Break)]
