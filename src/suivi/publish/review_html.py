"""The annual review printed as one offline HTML file: the cover, a page for each pillar, then everything in full.

- Figures, matters, comparisons and changes come from the review; nothing is computed again here but the marking.
- Every printed page bears the highest marking of what it rests on, in its edges and in its margins.
- The same review gives the same bytes in every capital: no clock, no name of a node, one skin for each language.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from suivi.plan.words import LANGUAGES
from suivi.publish import phrases
from suivi.publish.commitments import cited, in_full
from suivi.publish.drawn import accounts_apart, due_ahead, standing_by_pillar
from suivi.publish.further import step_announced
from suivi.publish.markup import Html, element, joined, text
from suivi.publish.named import ANCHOR, NAMED, NAMED_SAY, in_groups
from suivi.publish.offline import offline_page
from suivi.publish.pictures.drawing import Picture, shown
from suivi.publish.pillars import anchor_of, chapter, ended, figures, in_print_order, in_words, page, scores, title_of
from suivi.publish.proved import agreed_in, links_to
from suivi.publish.reach import amended_in_words, behind
from suivi.publish.tongue import Tongue, marking, number_of
from suivi.record.described import FACTS
from suivi.record.marking import Marking, read_marking
from suivi.register.described import Described
from suivi.register.plans import PlanRegister
from suivi.review.ahead import STEP, Ahead
from suivi.review.matters import Matter
from suivi.review.package import Chapter as Pillar
from suivi.review.package import Review
from suivi.review.words import ASKS, CHAPTERS, RULES, Chapter

_YEARLY: Final = {"FREQ=YEARLY": phrases.YEARLY}


def review_html(review: Review, language: str, *, proofs: str = "", demonstration: bool = False) -> bytes:
    """The review in `language` (`en`, `fr`, `ko`), UTF-8; raises `KeyError` for a language the house does not speak.

    `proofs` is where proof files stand as seen from the file, empty where none stand beside it.
    `demonstration`: it says that the clock is simulated even where the register holds no charter that says so.
    """
    simulated_clock = demonstration or review.register.demonstration
    tongue = replace(tongue_of(review, language), proofs=proofs)
    label = marking_of(review.register).label()
    simulated = f" · {tongue.say(phrases.SIMULATED)}" if simulated_clock else ""
    sheets = [_cover(tongue, review, label)]
    for pillar in in_print_order(review):
        edge = _edge(label, joined([tongue.titled(review.plan.titles), simulated]), _position(tongue, review, pillar))
        asked = _asked(tongue, [one for one in review.matters if _is_under(review, pillar, one)])
        sheets.append(page(tongue, review, pillar, edge=edge, asked=asked))
    sheets += [chapter(tongue, review, pillar) for pillar in in_print_order(review)]
    sheets += [
        _ended(tongue, review),
        _evidence(tongue, review),
        _matters(tongue, review),
        _ahead(tongue, review),
        _named(tongue, review),
        _sources(tongue, review),
    ]
    body = element(
        "body",
        element("a", tongue.say(phrases.SKIP), class_="skip", href="#main"),
        _mast(tongue, label),
        _banner(tongue) if simulated_clock else "",
        element("main", element("div", *sheets, class_="wrap"), id="main", tabindex="-1"),
        _foot(tongue, label),
        class_="sheet-page",
    )
    title = f"{tongue.say(phrases.REVIEW)}, {review.plan.titles.get(language, review.plan.id)}"
    return offline_page(language=language, title=title, marking=label, body=body)


def marking_of(register: PlanRegister) -> Marking:
    """The marking of everything a plan's register holds, joined: that of what is derived from all of it."""
    joined_marking = Marking()
    for one in _markings(register):
        joined_marking = joined_marking.join(one)
    return joined_marking


def _markings(register: PlanRegister) -> Iterator[Marking]:
    for proposed in register.joint_texts:
        if proposed.proposal.header is not None:
            yield read_marking(proposed.proposal.header.marking)
    yield from (one.marking for one in register.evidence)
    yield from (one.marking for one in register.described)
    yield from (body.marking for body in register.bodies.values())
    yield from (one.marking for one in register.named)
    for minutes in register.minutes:
        yield minutes.marking
        yield from (said.marking for decision in minutes.decisions for said in decision.followed)
    for standing in register.standings:
        yield from (one.marking for one in standing.evidence)
        yield from (one.marking for one in standing.assessments)
        for accounts in standing.accounts.values():
            for account in accounts:
                yield from (version.marking for version in (*account.versions, account))
        for activity in standing.activities:
            yield from (activity.marking, *(taken.marking for taken in activity.activity.taken))


def tongue_of(review: Review, language: str, proofs: str = "") -> Tongue:
    """How signed words and names of the review are shown to a reader of `language`; raises `KeyError` as above.

    `proofs` is where proof files stand as seen from the page, empty where none do.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    return Tongue(
        language=language,
        names={party.code: party.names for party in review.parties},
        authentic=tuple(spoken.tag for spoken in review.register.languages if spoken.authentic),
        proofs=proofs,
    )


# Cover


def _cover(tongue: Tongue, review: Review, label: str) -> Html:
    title = tongue.titled(review.plan.titles) or review.plan.id
    return element(
        "article",
        _edge(label, "", tongue.say(phrases.REVIEW)),
        element("h1", tongue.say(phrases.REVIEW), element("span", title, class_="sub")),
        element("p", tongue.days(review.period.from_on.isoformat(), review.period.to_on.isoformat()), class_="note"),
        in_words(tongue, review.figures[-1], class_="lede"),
        _asked(tongue, review.matters, "h2"),
        element("nav", _contents(tongue, review), aria_labelledby="contents"),
        figures(tongue, review),
        _picture(tongue, standing_by_pillar(tongue, review)),
        scores(tongue, review),
        _preamble(tongue, review),
        _notices(tongue),
        class_="a4",
        id="cover",
    )


def _preamble(tongue: Tongue, review: Review) -> Html:
    plan, period = review.plan, review.period
    lines: list[tuple[str, str]] = [
        (tongue.say(phrases.PERIOD), tongue.days(period.from_on.isoformat(), period.to_on.isoformat())),
        (tongue.say(phrases.VERSION), str(plan.version)),
        (tongue.say(phrases.IN_EFFECT), tongue.instant(review.register.in_effect_at)),
    ]
    if plan.agreed_on:
        lines.insert(1, (tongue.say(phrases.ADOPTED_ON), tongue.day(plan.agreed_on)))
    for amendment in review.amendments:
        named = tongue.say(phrases.AMENDED, version=amendment.version)
        lines.append((named, amended_in_words(tongue, amendment)))
    for agreed in plan.texts:
        kind = tongue.say(phrases.AUTHENTIC if agreed.authentic else phrases.NOT_AUTHENTIC)
        digest = element("span", agreed.sha256, class_="digest")
        lines.append((tongue.say(phrases.TEXTS), joined([tongue.label(agreed.language), f" {kind} ", digest])))
    pairs = (joined([element("dt", term), element("dd", said)]) for term, said in lines)
    supplied = (_supplied(tongue, one) for one in review.supplied)
    proved = links_to(tongue, agreed_in(review.register))
    return _section(tongue, Chapter.PREAMBLE, element("dl", *pairs, class_="cover-facts"), proved, *supplied)


def _supplied(tongue: Tongue, one: Described) -> Html:
    """What a party supplies beyond the text, under a heading that says it is no part of it."""
    facts = [(FACTS[name], tongue.signed(words)) for name, words in one.said.facts.items()]
    if one.said.agreed_on:
        facts.insert(0, (phrases.ADOPTED_ON, tongue.day(one.said.agreed_on)))
    pairs = (joined([element("dt", tongue.say(words)), element("dd", said)]) for words, said in facts)
    heading = element("h4", tongue.say(phrases.SUPPLIED_BY, party=tongue.party(one.party)))
    place = element("p", tongue.record(one.log, one.seq), " ", marking(one.marking.label()), class_="small")
    return element("div", heading, element("dl", *pairs, class_="cover-facts"), place, class_="supplied")


def _contents(tongue: Tongue, review: Review) -> Html:
    pages = [(anchor_of(pillar), title_of(tongue, pillar)) for pillar in in_print_order(review)]
    for one in (Chapter.MATTERS, Chapter.AHEAD):
        pages.append((one.value, text(tongue.say(CHAPTERS[one]))))
    if review.named:
        pages.append((ANCHOR, text(tongue.say(NAMED))))
    pages.append((Chapter.SOURCES.value, text(tongue.say(CHAPTERS[Chapter.SOURCES]))))
    items = (element("li", element("a", title, href=f"#{anchor}")) for anchor, title in pages)
    heading = element("h2", tongue.say(CHAPTERS[Chapter.PILLARS]), id="contents")
    return joined([heading, element("ul", *items, class_="contents")])


def _notices(tongue: Tongue) -> Html:
    parties = ", ".join(tongue.party(code) for code in tongue.names)
    notices = [tongue.say(phrases.KEY, parties=parties), tongue.say(phrases.SILENCE), tongue.say(phrases.UNOFFICIAL)]
    return element("p", " ".join(notices), class_="small")


# What is needed, matters, the year ahead, sources


def _asked(tongue: Tongue, matters: Sequence[Matter], heading: str = "h3") -> Html:
    """One line for each decision: matters of one rule that wait for the same parties are asked together."""
    lines = []
    for (rule, parties), group in groupby(_by_rule_and_parties(matters), key=lambda one: (one.rule, one.parties)):
        together = list(group)
        who = ", ".join(tongue.party(code) for code in parties)
        numbered = [number_of(one.provision) for one in together if one.provision]
        asks = ASKS[rule].filled(number=", ".join(numbered)) if numbered else together[0].asks
        lines.append(element("li", element("span", element("strong", who), f" {tongue.say(asks)}")))
    if not lines:
        return Html("")
    return element(
        "section", element(heading, tongue.say(CHAPTERS[Chapter.NEEDED])), element("ol", *lines), class_="asked"
    )


def _by_rule_and_parties(matters: Iterable[Matter]) -> list[Matter]:
    order = list(ASKS)
    return sorted(matters, key=lambda one: (order.index(one.rule), -len(one.parties), one.parties, one.joint or b""))


def _ended(tongue: Tongue, review: Review) -> Html:
    """The commitments an amendment ended, with all that was reported on them; empty for none."""
    if not review.ended:
        return Html("")
    heading = element("h2", tongue.say(phrases.ENDED))
    told = (in_full(tongue, one) for one in ended(review))
    return element("section", heading, element("p", tongue.say(phrases.ENDED_SAY)), *told, class_="chapter", id="ended")


def _evidence(tongue: Tongue, review: Review) -> Html:
    """What was cited for the plan as a whole; that on a commitment stands with it."""
    heading = element("h2", tongue.say(phrases.EVIDENCE_ON_PLAN))
    found = cited(tongue, review.evidence, heading)
    return element("section", found, class_="chapter", id="evidence") if found else Html("")


def _matters(tongue: Tongue, review: Review) -> Html:
    if not review.matters:
        return _chapter(tongue, Chapter.MATTERS, element("p", tongue.say(phrases.NO_MATTERS)))
    parts = []
    for rule, group in groupby(review.matters, key=lambda one: one.rule):
        items = (element("li", _about(tongue, review, one.provision), tongue.say(one.says)) for one in group)
        parts.append(
            element("section", element("h3", tongue.say(RULES[rule])), element("ul", *items, class_="todo-list"))
        )
    return _chapter(tongue, Chapter.MATTERS, *parts, _picture(tongue, accounts_apart(tongue, review)))


def _picture(tongue: Tongue, picture: Picture | None) -> Html:
    return shown(picture, tongue.language) if picture is not None else Html("")


def _ahead(tongue: Tongue, review: Review) -> Html:
    if not review.ahead:
        return _chapter(tongue, Chapter.AHEAD, element("p", tongue.say(phrases.NOTHING_AHEAD)))
    items = (_to_come(tongue, review, one) for one in review.ahead)
    drawn = _picture(tongue, due_ahead(tongue, review))
    return _chapter(tongue, Chapter.AHEAD, drawn, element("ul", *items, class_="todo-list"))


def _to_come(tongue: Tongue, review: Review, line: Ahead) -> Html:
    parts: list[str] = [_about(tongue, review, line.provision)]
    if line.rule == STEP:
        parts += [step_announced(tongue, review, line), ", ", tongue.day(line.on or "")]
    elif line.on:
        parts += [tongue.say(_YEARLY.get(line.rule, phrases.DUE)), ", ", tongue.day(line.on)]
    if line.party and line.rule != STEP:
        parts.append(f"{tongue.party(line.party)}, {tongue.say(phrases.ANNOUNCED)}")
    return element("li", *parts, tongue.signed(line.words or {}))


def _sources(tongue: Tongue, review: Review) -> Html:
    named = (phrases.ORIGIN, phrases.SIZE, phrases.REACHES, phrases.ROOT)
    heads = (element("th", tongue.say(words), scope="col") for words in named)
    rows = (
        element(
            "tr",
            element("th", origin, scope="row", lang="en", translate="no"),
            element("td", str(source.size), class_="num"),
            element("td", tongue.day(source.last_on) if source.last_on else "–"),
            element("td", source.root, class_="digest"),
        )
        for origin, source in review.sources.items()
    )
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *rows), class_="logs")
    framed = element(
        "div", table, class_="wide", tabindex="0", role="region", aria_label=tongue.say(CHAPTERS[Chapter.SOURCES])
    )
    digest = element("p", f"{tongue.say(phrases.DIGEST)} ", element("span", review.digest(), class_="digest"))
    short = (element("p", said, class_="late") for said in behind(tongue, review))
    return _chapter(tongue, Chapter.SOURCES, element("p", tongue.say(phrases.SOURCES_SAY)), *short, framed, digest)


def _named(tongue: Tongue, review: Review) -> Html:
    """What the plan names, group by group, each with the commitments that name it; empty where nothing is entered."""
    if not review.named:
        return Html("")
    heading = element("h2", tongue.say(NAMED))
    listed = in_groups(tongue, review, level=3, to="#{}")
    return element("section", heading, element("p", tongue.say(NAMED_SAY)), listed, class_="chapter", id=ANCHOR)


def _about(tongue: Tongue, review: Review, provision: str | None) -> Html:
    """The number and title of a commitment, leading to where it is told in full; empty for none."""
    standing = review.standing(provision) if provision else None
    if standing is None:
        return Html("")
    number = element("span", number_of(standing.provision.id), class_="no")
    title = tongue.titled(standing.provision.titles)
    return joined([element("a", number, " ", title, href=f"#{standing.provision.id}"), " "])


def _is_under(review: Review, pillar: Pillar, matter: Matter) -> bool:
    standing = review.standing(matter.provision) if matter.provision else None
    return standing is not None and standing.provision.id in _places(pillar)


def _places(pillar: Pillar) -> set[str]:
    return {*pillar.places, *(place for part in pillar.parts for place in _places(part))}


# Frame


def _position(tongue: Tongue, review: Review, pillar: Pillar) -> str:
    numbered = [one for one in review.chapters if one.section is not None]
    if pillar not in numbered:
        return ""
    return tongue.say(phrases.PILLAR_OF, number=numbered.index(pillar) + 1, total=len(numbered))


def _edge(label: str, middle: str, last: str) -> Html:
    parts = (element("span", part) for part in (marking(label), middle, last))
    return element("div", *parts, class_="edge")


def _section(tongue: Tongue, chapter: Chapter, *content: str) -> Html:
    return element("section", element("h3", tongue.say(CHAPTERS[chapter])), *content)


def _chapter(tongue: Tongue, chapter: Chapter, *content: str) -> Html:
    heading = element("h2", tongue.say(CHAPTERS[chapter]))
    return element("section", heading, *content, class_="chapter", id=chapter.value)


def _mast(tongue: Tongue, label: str) -> Html:
    name = element("span", "Suivi", class_="name", translate="no")
    parts = [name, element("span", tongue.say(phrases.REVIEW), class_="channel"), marking(label)]
    return element("header", element("div", *parts, class_="wrap"), class_="mast")


def _banner(tongue: Tongue) -> Html:
    return element("aside", tongue.say(phrases.DEMONSTRATION), class_="banner")


def _foot(tongue: Tongue, label: str) -> Html:
    notice = element("p", tongue.say(phrases.UNOFFICIAL))
    return element("footer", element("div", marking(label), notice, class_="wrap"), class_="foot")
