"""What is new: the latest public records, in the order in which they were put on record."""

from dataclasses import dataclass

from suivi.plan.words import Words
from suivi.publish.markup import Html, element
from suivi.publish.site import words
from suivi.publish.site.frame import Published, page_of
from suivi.publish.tongue import Tongue, number_of
from suivi.record.reports import STAGES

SHOWN = 60


@dataclass(frozen=True, kw_only=True)
class News:
    """One public record as a line: `at` its instant, `party` whose it is, `kind` what it is, `says` a few words.

    `told` are its own words by language; `provision` is empty for the plan as a whole. `id`, `log` and `seq` are those
    of the record.
    """

    at: str
    party: str
    provision: str
    kind: Words
    says: Words | None
    told: dict[str, str]
    id: str
    log: str
    seq: int


def news_of(published: Published) -> list[News]:
    """Every public record on the plan, newest first; of one instant, in the order of the logs."""
    found = [one for standing in published.review.standings for one in _under(standing.provision.id, published)]
    found += _cited(published)
    return sorted(found, key=lambda one: (one.at, one.log, one.seq), reverse=True)


def _under(provision: str, published: Published) -> list[News]:
    standing = published.review.standing(provision)
    assert standing is not None  # asked only of the standings of this review
    found = [
        News(
            at=account.at, party=party, provision=provision, kind=words.NEW_REPORT, says=STAGES[account.stage],
            told=dict(account.account), id=account.id, log=account.log, seq=account.seq,
        )
        for party, said in standing.accounts.items()
        for account in said
        if not account.withdrawn
    ]  # fmt: skip
    for activity in standing.activities:
        mode = activity.activity.mode
        found += [
            News(
                at=taken.at, party=taken.party, provision=provision, kind=words.NEW_STEP, says=mode.words[taken.step],
                told={}, id=taken.id, log=taken.log, seq=taken.seq,
            )
            for taken in activity.activity.taken
        ]  # fmt: skip
    return found


def _cited(published: Published) -> list[News]:
    under = [one for standing in published.review.standings for one in standing.evidence]
    return [
        News(
            at=one.at, party=one.party, provision=one.provision, kind=words.NEW_SOURCE, says=None,
            told={one.language: one.title}, id=one.id, log=one.log, seq=one.seq,
        )
        for one in (*published.review.evidence, *under)
        if not one.withdrawn
    ]  # fmt: skip


def news(published: Published, language: str) -> bytes:
    """The page of what is new."""
    tongue = published.tongue(language)
    every = news_of(published)
    items = [_item(tongue, published, one) for one in every[:SHOWN]]
    listed = element("ol", *items, class_="news") if items else element("p", tongue.say(words.NOTHING_NEW))
    title = tongue.say(words.CHANGES)
    feed = element("p", element("a", tongue.say(words.FEED), href="feed.atom"))
    note = element("p", tongue.say(words.ALL_NEW, count=min(SHOWN, len(every))), class_="small")
    return page_of(published, language, element("h1", title), feed, listed, note, name="new.html", title=title)


def _item(tongue: Tongue, published: Published, one: News) -> Html:
    said = [tongue.say(one.kind), *([tongue.say(one.says)] if one.says else []), tongue.party(one.party)]
    about: str = ""
    if one.provision:
        standing = published.review.standing(one.provision)
        title = tongue.titled(standing.provision.titles) if standing else ""
        about = element(
            "a", element("span", number_of(one.provision), class_="no"), " ", title, href=f"{one.provision}.html"
        )
    return element(
        "li",
        tongue.day(one.at[:10]),
        " ",
        about,
        element("p", ", ".join(said), ", ", tongue.record(one.log, one.seq), class_="small"),
        tongue.signed(one.told),
    )
