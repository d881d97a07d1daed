"""The public page of one year: what was reported, what moved, what is asked, what comes, and the year before beside it.

- The lines are those of the papers: nothing is computed or worded anew for the public.
- Everything in full is one offline file, among the data of the plan, which the page leads to and says how large it is.
"""

from collections.abc import Iterator
from datetime import date

from suivi.publish import phrases
from suivi.publish.markup import element
from suivi.publish.paper import Block, Heading
from suivi.publish.paper_html import blocks_html
from suivi.publish.papers import phrases as papers
from suivi.publish.papers.brief import brief
from suivi.publish.papers.changes import changes
from suivi.publish.papers.frame import below_the_title
from suivi.publish.site import words
from suivi.publish.site.frame import Published, page_of
from suivi.review.package import Review


def review_page(published: Published, language: str, review: Review, *, octets: int) -> bytes:
    """The page of a year; `octets` is the size of the file that tells everything."""
    tongue = published.tongue(language)
    first, last = review.period.from_on, review.period.to_on
    days = tongue.days(first.isoformat(), last.isoformat())
    link = element("a", tongue.say(words.WHOLE_REVIEW), href=f"../../{whole_name(published, language, first, last)}")
    content = [
        element("h1", tongue.say(phrases.REVIEW), " ", days),
        element("p", link, f" (HTML, {-(-octets // 1000)} kB)"),
        *blocks_html(below_the_title(brief(review, language))),
    ]
    if first > date.fromisoformat(published.plan.agreed_on or published.review.register.in_effect_at[:10]):
        content.append(element("h2", tongue.say(papers.COMPARISON)))
        content += blocks_html(_a_level_down(below_the_title(changes(review, language))))
    title = f"{tongue.say(phrases.REVIEW)} {first.isoformat()} – {last.isoformat()}"
    return page_of(published, language, *content, name=review_name(first, last), title=title)


def review_name(first: date, last: date) -> str:
    """The name of the page of a year, in the folder of the plan."""
    return f"review-{first.isoformat()}-{last.isoformat()}.html"


def whole_name(published: Published, language: str, first: date, last: date) -> str:
    """The path of the file that tells a year in full."""
    return f"data/{published.plan.id}/review-{first.isoformat()}-{last.isoformat()}.{language}.html"


def _a_level_down(blocks: list[Block]) -> Iterator[Block]:
    for one in blocks:
        yield Heading(level=one.level + 1, runs=one.runs, anchor=one.anchor) if isinstance(one, Heading) else one
