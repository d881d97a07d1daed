"""Site: what the public site is made of, and every file of it with its address.

- Addresses are stable: `<language>/<plan>/<place>.html`, where the place is the commitment's own number in the plan.
- Every link is relative, so the same files work under any address, on a disk or on a stick.
- The same public register gives the same bytes; no clock and no name of a machine is in them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from suivi.plan.words import LANGUAGES
from suivi.publish.offline import style_sheet
from suivi.publish.site import about, commitment, downloads, feed, front, named, news, plan_page, review_page, sources
from suivi.publish.site.frame import STYLE, Published
from suivi.publish.site.plan_page import in_plan_order
from suivi.publish.tongue import proof_name
from suivi.review.package import Review

__all__ = ["Download", "Published", "Site", "files_of"]

Download = downloads.Download


@dataclass(frozen=True, kw_only=True)
class Site:
    """The plans made public, in order of their ids; `fingerprints` are those of the public key lists, by party.

    `downloads` are by plan: files in other formats, already made. `reviews` are by plan, oldest first, and `printed` by
    plan and language: the same in full, by first and last day. `proofs` are by log and position. `contact` is a line of text; `demonstration` says that it is one.
    `address` is the public address of the site, with no slash at its end, where it is known: only the feed needs it.
    """

    plans: tuple[Published, ...]
    fingerprints: Mapping[str, str]
    downloads: Mapping[str, tuple[Download, ...]] = field(default_factory=dict)
    reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    printed: Mapping[str, Mapping[str, Mapping[tuple[date, date], bytes]]] = field(default_factory=dict)
    proofs: Mapping[tuple[str, int], bytes] = field(default_factory=dict)
    contact: str = ""
    demonstration: bool = False
    address: str = ""


def files_of(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its path, with slashes and no leading one, and its bytes; in a fixed order."""
    yield STYLE, style_sheet("tokens.css", "suivi.css", "review.css", "site.css")
    yield "index.html", front.choice(site.plans, demonstration=site.demonstration)
    for language in LANGUAGES:
        yield f"{language}/index.html", front.front(site.plans, language, demonstration=site.demonstration)
        yield (
            f"{language}/about.html",
            about.about(
                site.plans, language, site.fingerprints, contact=site.contact, demonstration=site.demonstration
            ),
        )
        for published in site.plans:
            yield from _plan(site, published, language)
    for published in site.plans:
        for one in site.downloads.get(published.plan.id, ()):
            yield f"data/{published.plan.id}/{one.name}", one.octets
    for (log, seq), octets in site.proofs.items():
        yield f"proof/{proof_name(log, seq)}", octets


def _plan(site: Site, published: Published, language: str) -> Iterator[tuple[str, bytes]]:
    folder = f"{language}/{published.plan.id}"
    reviews = site.reviews.get(published.plan.id, ())
    printed = site.printed.get(published.plan.id, {}).get(language, {})
    files = site.downloads.get(published.plan.id, ())
    pages = {
        "index.html": plan_page.plan_page(published, language),
        "new.html": news.news(published, language),
        named.NAME: named.named(published, language),
        "sources.html": sources.sources(published, language),
        "reviews.html": downloads.reviews(published, language, [one.period for one in reviews]),
        "downloads.html": downloads.downloads(published, language, files),
        "feed.atom": feed.feed(published, language, address=site.address),
    }
    for name, octets in pages.items():
        yield f"{folder}/{name}", octets
    for one in reviews:
        first, last = one.period.from_on, one.period.to_on
        whole = printed[first, last]
        page = review_page.review_page(published, language, one, octets=len(whole))
        yield f"{folder}/{review_page.review_name(first, last)}", page
        yield review_page.whole_name(published, language, first, last), whole
    places = in_plan_order(published)
    proved = frozenset(site.proofs)
    for before, place, after in zip([None, *places[:-1]], places, [*places[1:], None], strict=True):
        page = commitment.page(published, language, place, before=before, after=after, proved=proved)
        yield f"{folder}/{place}.html", page
    # What an amendment ended keeps its address: whoever linked to it still finds it.
    for ended in published.review.ended:
        place = ended.standing.provision.id
        page = commitment.page(published, language, place, before=None, after=None, proved=proved)
        yield f"{folder}/{place}.html", page
