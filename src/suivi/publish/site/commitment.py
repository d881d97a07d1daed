"""The public page of one commitment: the agreed words, both accounts, the work, the sources, and how to check each."""

from collections.abc import Collection, Mapping

from suivi.plan.party import Body
from suivi.publish import phrases
from suivi.publish.commitments import came_or_ended, cited, mark, sides, work
from suivi.publish.markup import Html, element, joined
from suivi.publish.pillars import commitment_at
from suivi.publish.proved import agreed_in, links_to
from suivi.publish.site import words
from suivi.publish.site.frame import PROOFS, Published, page_of
from suivi.publish.site.named import named_here
from suivi.publish.site.plan_page import crumbs
from suivi.publish.tongue import Tongue, number_of, proof_name
from suivi.register.plans import ProvisionStanding
from suivi.register.reports import COMPARISONS


def page(
    published: Published,
    language: str,
    place: str,
    *,
    before: str | None,
    after: str | None,
    proved: Collection[tuple[str, int]],
) -> bytes:
    """The page of the commitment `place`; `before` and `after` are its neighbours on the page of the plan.

    `proved` are the records, by log and position, for which the site holds a proof.
    """
    tongue, review = published.tongue(language), published.review
    one = commitment_at(review, place)
    assert one is not None  # pages are made for the commitments of this very plan
    standing, agreed = one.standing, one.agreed
    title = tongue.titled(standing.provision.titles) or number_of(place)
    content = [
        _trail(tongue, published, place),
        element("h1", element("span", number_of(place), class_="no"), " ", title),
        element("p", mark(standing, size="l32"), " ", tongue.say(COMPARISONS[standing.comparison]), class_="compared"),
        _agreed(tongue, agreed, links_to(tongue, agreed_in(review.register))),
        named_here(tongue, published, standing.provision.id),
        element("p", said, class_="small") if (said := came_or_ended(tongue, one)) else "",
        element("section", element("h2", tongue.say(words.STANDS)), sides(tongue, one, level=3)),
        _work(tongue, standing, one.bodies),
        cited(tongue, standing.evidence, element("h2", tongue.say(phrases.EVIDENCE))),
        _proofs(tongue, standing, proved),
        _neighbours(tongue, before, after),
    ]
    titles = standing.provision.titles
    name = titles.get(tongue.chosen(titles), "") or number_of(place)
    return page_of(published, language, *content, name=f"{place}.html", title=f"{number_of(place)} {name}")


def _trail(tongue: Tongue, published: Published, place: str) -> Html:
    links = [element("a", tongue.say(words.BACK), href="index.html"), *crumbs(tongue, published, place)]
    return element("p", joined(links, " › "), class_="crumbs small")


def _agreed(tongue: Tongue, agreed: Mapping[str, str], proved: Html) -> Html:
    if not agreed:
        return Html("")
    others = {language: said for language, said in agreed.items() if language != tongue.chosen(agreed)}
    parts = [element("h2", tongue.say(words.AGREED_WORDS)), tongue.signed(agreed, name="blockquote")]
    if others:
        told = (
            joined([tongue.label(code), element("blockquote", said, lang=code, class_="signed")])
            for code, said in others.items()
        )
        parts.append(element("details", element("summary", tongue.say(words.OTHER_LANGUAGES)), *told))
    return element("section", *parts, proved, class_="agreed")


def _work(tongue: Tongue, standing: ProvisionStanding, bodies: Mapping[str, Body]) -> Html:
    running = [
        work(tongue, activity, level=3, bodies=bodies) for activity in standing.activities if not activity.withdrawn
    ]
    if not running:
        return Html("")
    return element("section", element("h2", tongue.say(words.ACTIVITIES)), *running)


def _proofs(tongue: Tongue, standing: ProvisionStanding, proved: Collection[tuple[str, int]]) -> Html:
    """One line for each public record this page rests on: the file that proves it."""
    places = [(account.log, account.seq) for said in standing.accounts.values() for account in said]
    places += [(one.log, one.seq) for one in standing.evidence]
    places += [(one.log, one.seq) for one in standing.assessments]
    places += [(taken.log, taken.seq) for one in standing.activities for taken in one.activity.taken]
    items = [
        element("li", element("a", _named(tongue, log, seq), href=f"{PROOFS}{proof_name(log, seq)}"))
        for log, seq in dict.fromkeys(places)
        if (log, seq) in proved
    ]
    if not items:
        return Html("")
    return element("details", element("summary", tongue.say(words.PROOF)), element("ul", *items), class_="proofs")


def _named(tongue: Tongue, log: str, seq: int) -> str:
    return tongue.say(words.PROOF_OF, party=tongue.party(log.split("/")[1]), seq=seq)


def _neighbours(tongue: Tongue, before: str | None, after: str | None) -> Html:
    links = [
        element("a", f"{tongue.say(said)}: {number_of(place)}", href=f"{place}.html", rel=rel)
        for place, said, rel in ((before, words.PREVIOUS, "prev"), (after, words.FOLLOWING, "next"))
        if place
    ]
    return element("nav", joined(links, " · "), class_="neighbours", aria_label=tongue.say(phrases.COMMITMENTS))
