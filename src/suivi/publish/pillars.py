"""Pillars: the review in the plan's own order, one page each for two minutes, then in full for an hour.

- A page holds every commitment of the pillar on a line: the mark, and each party's latest word, initiatives before
  aims. It is laid out to print on one A4 sheet; a pillar too long for that runs on.
- What stands outside every pillar (the yearly review in the preamble) has its page too, under a heading of the house.
"""

from collections.abc import Iterator, Mapping

from suivi.plan.plan import ProvisionKind
from suivi.publish import phrases
from suivi.publish.commitments import Commitment, in_full, table
from suivi.publish.markup import Html, element, joined
from suivi.publish.paper import Run, Runs, Voice, plain
from suivi.publish.tongue import Tongue, number_of
from suivi.record.assessments import SCORES
from suivi.register.assessments import assessment_of
from suivi.register.reports import COMPARISONS, Comparison
from suivi.review.asked import answers_of
from suivi.review.figures import Counts
from suivi.review.package import Chapter, Review
from suivi.review.words import CHAPTERS
from suivi.review.words import Chapter as Part

OUTSIDE = "G"


def page(tongue: Tongue, review: Review, pillar: Chapter, *, edge: Html, asked: Html) -> Html:
    """The pillar on one page: its heading, a sentence of figures, what is asked, a line for each commitment."""
    heading = element("header", element("h2", title_of(tongue, pillar)), tongue.signed(pillar.heading))
    full = element("a", tongue.say(phrases.FULL_REPORT), href=f"#{anchor_of(pillar)}-full")
    lines = table(tongue, commitments_of(review, pillar), tongue.say(phrases.COMMITMENTS))
    counts = next((one for one in review.figures if one.pillar == anchor_of(pillar)), None)
    figures = in_words(tongue, counts) if counts else ""
    parts = [edge, heading, figures, asked, lines, element("p", full, class_="small")]
    kind = "a4" if pillar.section else "a4 outside"
    return element("article", *parts, class_=kind, id=anchor_of(pillar))


def chapter(tongue: Tongue, review: Review, pillar: Chapter) -> Html:
    """The pillar in full: each commitment with its agreed words and both accounts."""
    heading = element("h2", title_of(tongue, pillar), element("span", tongue.say(phrases.FULL_REPORT), class_="sub"))
    parts = [_part(tongue, review, part) for part in (*pillar.parts, pillar)]
    return element("section", heading, *parts, class_="chapter", id=f"{anchor_of(pillar)}-full")


def anchor_of(pillar: Chapter) -> str:
    """The id of the page of a pillar."""
    return pillar.section.id if pillar.section else OUTSIDE


def title_of(tongue: Tongue, pillar: Chapter) -> Html:
    """The number and working title of a section, else its agreed heading."""
    if pillar.section is None:
        return joined([tongue.say(phrases.WHOLE_PLAN)])
    title = tongue.titled(pillar.section.titles) or tongue.titled(pillar.heading)
    return joined([element("span", number_of(pillar.section.id), class_="no"), " ", title])


def section_title(tongue: Tongue, pillar: Chapter) -> Runs:
    """The same as runs of a paper."""
    if pillar.section is None:
        return plain(tongue.say(phrases.WHOLE_PLAN))
    titles = pillar.section.titles or pillar.heading
    language = tongue.chosen(titles)
    number = Run(number_of(pillar.section.id), Voice.NUMBER)
    title = Run(titles.get(language, ""), Voice.PLAIN, "" if language == tongue.language else language)
    return number, Run(" "), title


def commitments_of(review: Review, pillar: Chapter) -> list[Commitment]:
    """Every commitment under a section, initiatives first: what a yearly report can tick off."""
    every = list(_under(review, pillar))
    kinds = (ProvisionKind.INITIATIVE, ProvisionKind.AIM)
    return [one for kind in kinds for one in every if one.standing.provision.kind is kind]


def in_one_sentence(tongue: Tongue, counts: Counts) -> str:
    """On how many commitments there is a report, and on how many the accounts differ."""
    reported = counts.total - counts.comparisons[Comparison.NEITHER]
    differ = counts.comparisons[Comparison.DIFFER]
    if not reported:
        return tongue.say(phrases.LEDE_NO_REPORT, total=counts.total)
    lede = phrases.LEDE if differ else phrases.LEDE_NONE_APART
    return tongue.say(lede, total=counts.total, reported=reported, differ=differ)


def in_words(tongue: Tongue, counts: Counts, *, class_: str | None = None) -> Html:
    """A sentence of figures, then how often the accounts compare in each way."""
    first, found = in_one_sentence(tongue, counts), counts.comparisons
    ways = ((tongue.say(COMPARISONS[way]), str(found[way])) for way in Comparison)
    items = (element("li", f"{words} ", element("b", count)) for words, count in ways)
    return joined([element("p", element("strong", first), class_=class_), element("ul", *items, class_="facts")])


def in_print_order(review: Review) -> list[Chapter]:
    """The pillars in the order of the plan, then what stands outside them."""
    return sorted(review.chapters, key=lambda pillar: pillar.section is None)


def figures(tongue: Tongue, review: Review) -> Html:
    """The counts by pillar and comparison, as a table; the last row counts every commitment of the plan once."""
    heads = [*(tongue.say(COMPARISONS[way]) for way in Comparison), tongue.say(phrases.TOTAL)]
    cells = [element("th", tongue.say(phrases.PILLAR), scope="col")]
    cells += [element("th", head, scope="col", class_="num") for head in heads]
    titles = {anchor_of(pillar): title_of(tongue, pillar) for pillar in review.chapters}
    rows = (_counts(tongue, counts, titles) for counts in review.figures)
    found = element("table", element("thead", element("tr", *cells)), element("tbody", *rows), class_="figures")
    return element(
        "div", found, class_="wide", tabindex="0", role="region", aria_label=tongue.say(CHAPTERS[Part.FIGURES])
    )


def scores(tongue: Tongue, review: Review) -> Html:
    """How often each side gave each score, by pillar and in all; empty where nobody gave any."""
    if not review.figures[-1].assessed:
        return Html("")
    heads = [element("th", tongue.say(phrases.PILLAR), scope="col")]
    heads += [
        element("th", f"{tongue.party(code)}, {tongue.say(words)}", scope="col", class_="num")
        for code in tongue.names
        for words in SCORES.values()
    ]
    titles = {anchor_of(pillar): title_of(tongue, pillar) for pillar in review.chapters}
    rows = (_scored(tongue, counts, titles) for counts in review.figures)
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *rows), class_="figures")
    label = tongue.say(phrases.ASSESSMENTS)
    framed = element("div", table, class_="wide", tabindex="0", role="region", aria_label=label)
    return element("section", element("h3", label), element("p", tongue.say(phrases.ASSESSMENTS_SAY)), framed)


def _scored(tongue: Tongue, counts: Counts, titles: Mapping[str, Html]) -> Html:
    title: str = titles[counts.pillar] if counts.pillar is not None else tongue.say(phrases.WHOLE_PLAN)
    given = (str(counts.assessed.get(code, {}).get(str(score), 0)) for code in tongue.names for score in SCORES)
    return element("tr", element("th", title, scope="row"), *(element("td", one, class_="num") for one in given))


def _counts(tongue: Tongue, counts: Counts, titles: Mapping[str, Html]) -> Html:
    title: str = tongue.say(phrases.WHOLE_PLAN)
    if counts.pillar is not None:
        title = element("a", titles[counts.pillar], href=f"#{counts.pillar}")
    numbers = [*(counts.comparisons[way] for way in Comparison), counts.total]
    return element("tr", element("th", title, scope="row"), *(element("td", str(one), class_="num") for one in numbers))


def _under(review: Review, pillar: Chapter) -> Iterator[Commitment]:
    for part in pillar.parts:
        yield from _under(review, part)
    yield from directly_in(review, pillar)


def directly_in(review: Review, part: Chapter) -> Iterator[Commitment]:
    """The commitments that stand directly in a section, in reading order, once for each place."""
    for place in part.places:
        if (commitment := commitment_at(review, place)) is not None:
            yield commitment


def commitment_at(review: Review, place: str) -> Commitment | None:
    """The commitment at one of its places, in force or ended; None for a place the review knows nothing of."""
    standing = review.standing(place)
    if standing is None:
        return None
    id = standing.provision.id
    ended = next((one for one in review.ended if one.standing is standing), None)
    came_on = review.since.get(id, "")
    given = ((party.code, assessment_of(standing.assessments, party.code, review.period)) for party in review.parties)
    return Commitment(
        place=place,
        standing=standing,
        agreed=review.agreed.get(place, {}),
        changes=review.changes[id] if ended is None else ended.changes,
        bodies=review.register.bodies,
        assessed={code: one for code, one in given if one is not None},
        asked={one.id: answers_of(one.activity, review.period) for one in standing.activities},
        came_on=came_on,
        came_late=came_on > review.period.to_on.isoformat(),
        ended_on=ended.on if ended is not None else "",
        version=ended.version if ended is not None else 0,
    )


def ended(review: Review) -> list[Commitment]:
    """The commitments an amendment ended that belong in the review, each at its first place."""
    found = (commitment_at(review, one.standing.provision.id) for one in review.ended)
    return [one for one in found if one is not None]


def _part(tongue: Tongue, review: Review, part: Chapter) -> Html:
    commitments = list(directly_in(review, part))
    is_top = part.section is None or part.section.parent is None
    deeper = [] if is_top else [_part(tongue, review, inner) for inner in part.parts]
    if not commitments and not any(deeper):
        return Html("")
    heading = element("h3", _mixed(tongue, commitments) if is_top else title_of(tongue, part))
    bodies = [in_full(tongue, one) if one.is_first_place else _pointer(tongue, one) for one in commitments]
    return element("section", heading, *bodies, *deeper, class_="part")


def _mixed(tongue: Tongue, commitments: list[Commitment]) -> str:
    kinds = {one.standing.provision.kind for one in commitments}
    return tongue.say(phrases.INITIATIVES if kinds == {ProvisionKind.INITIATIVE} else phrases.COMMITMENTS)


def _pointer(tongue: Tongue, commitment: Commitment) -> Html:
    """A further place of a commitment: its words there, and where it is told in full."""
    first = commitment.standing.provision.id
    number = element("span", number_of(commitment.place), class_="no")
    there = element("a", number_of(first), href=f"#{first}")
    return element(
        "article",
        element("h4", number, " ", tongue.titled(commitment.standing.provision.titles)),
        tongue.signed(commitment.agreed, name="blockquote"),
        element("p", f"{tongue.say(phrases.ALSO_AT)} ", there, class_="small"),
        class_="commitment",
        id=commitment.place,
    )
