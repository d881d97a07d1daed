"""The plan at a glance, for citizens: what it is in plain words, and every commitment with both accounts."""

from collections.abc import Iterator

from suivi.plan.plan import ProvisionKind
from suivi.publish import phrases
from suivi.publish.commitments import Commitment, came_or_ended, mark, said
from suivi.publish.markup import Html, element, joined
from suivi.publish.pictures import standing
from suivi.publish.pictures.drawing import Label, shown
from suivi.publish.pillars import anchor_of, commitments_of, ended, in_print_order, title_of
from suivi.publish.site import words
from suivi.publish.site.frame import Published, page_of
from suivi.publish.tongue import Tongue, number_of
from suivi.record.reports import STAGES, Stage
from suivi.register.reports import COMPARISONS, Comparison
from suivi.review.package import Chapter

_FURTHEST_FIRST = (Stage.DONE, Stage.UNDER_WAY, Stage.PLANNED, Stage.MENTIONED, Stage.STOPPED)


def in_plan_order(published: Published) -> list[str]:
    """The ids of the commitments in the order in which the plan page lists them, each once."""
    listed = (one for pillar in in_print_order(published.review) for one in commitments_of(published.review, pillar))
    return list(dict.fromkeys(one.standing.provision.id for one in listed))


def plan_page(published: Published, language: str) -> bytes:
    """The page of the plan."""
    tongue = published.tongue(language)
    title = published.plan.titles.get(language) or published.plan.id
    content = [
        element("h1", tongue.titled(published.plan.titles) or published.plan.id),
        _summary(tongue, published),
        _picture(tongue, published),
        element("h2", tongue.say(words.PILLARS)),
        element("p", tongue.say(phrases.SILENCE), class_="note"),
        *(_pillar(tongue, published, pillar) for pillar in in_print_order(published.review)),
        _ended(tongue, published),
        _key(tongue),
    ]
    return page_of(published, language, *content, name="index.html", title=title)


def _ended(tongue: Tongue, published: Published) -> Html:
    """The commitments an amendment ended, each leading to its page; empty for none."""
    items = [
        element(
            "li",
            element(
                "a", number_of(one.place), " ", tongue.titled(one.standing.provision.titles), href=f"{one.place}.html"
            ),
            element("span", came_or_ended(tongue, one), class_="sub"),
        )
        for one in ended(published.review)
    ]
    if not items:
        return Html("")
    return element("section", element("h2", tongue.say(phrases.ENDED)), element("ul", *items), id="ended")


def _summary(tongue: Tongue, published: Published) -> Html:
    provisions = published.plan.provisions
    initiatives = sum(1 for one in provisions if one.kind is ProvisionKind.INITIATIVE)
    whole = published.review.figures[-1]
    parties = ", ".join(tongue.party(code) for code in published.names)
    day = published.plan.agreed_on or published.review.register.in_effect_at[:10]
    first = tongue.say(
        words.WHAT,
        parties=parties,
        day="\0",
        total=len(provisions),
        initiatives=initiatives,
        aims=len(provisions) - initiatives,
    )
    before, after = first.split("\0")
    reported = whole.total - whole.comparisons[Comparison.NEITHER]
    second = tongue.say(words.SAID, total=whole.total, reported=reported, differ=whole.comparisons[Comparison.DIFFER])
    return element(
        "section",
        element("h2", tongue.say(words.SUMMARY), class_="vh"),
        element("p", before, tongue.day(day), after, class_="lede"),
        element("p", second),
        class_="summary",
    )


def _picture(tongue: Tongue, published: Published) -> Html:
    stages: dict[str | None, str] = {stage.value: tongue.say(STAGES[stage]) for stage in _FURTHEST_FIRST}
    stages[None] = tongue.say(COMPARISONS[Comparison.NEITHER])
    pillars = [
        standing.Pillar(_label(tongue, pillar), tuple(_stages(published, pillar, code) for code in published.names))
        for pillar in in_print_order(published.review)
        if pillar.section is not None
    ]
    if not pillars:
        return Html("")
    parties = [tongue.party(code) for code in published.names]
    drawn = standing.picture(pillars, parties=parties, stages=stages, language=tongue.language)
    return shown(drawn, tongue.language)


def _label(tongue: Tongue, pillar: Chapter) -> Label:
    assert pillar.section is not None  # what stands outside every section is not drawn
    titles = pillar.section.titles or pillar.heading
    language = tongue.chosen(titles) or tongue.language
    address = f"#{anchor_of(pillar)}"
    return Label(
        number=number_of(pillar.section.id), title=titles.get(language, ""), language=language, address=address
    )


def _stages(published: Published, pillar: Chapter, code: str) -> tuple[str | None, ...]:
    latest = (one.standing.latest(code) for one in commitments_of(published.review, pillar))
    return tuple(account.stage.value if account is not None else None for account in latest)


def _pillar(tongue: Tongue, published: Published, pillar: Chapter) -> Html:
    heads = (phrases.NUMBER, phrases.COMMITMENT, phrases.COMPARED)
    cells = [element("th", tongue.say(head), scope="col", role="columnheader") for head in heads]
    cells += [element("th", tongue.party(code), scope="col", role="columnheader") for code in published.names]
    lines = (_line(tongue, published, one) for one in commitments_of(published.review, pillar))
    table = element(
        "table",
        element("thead", element("tr", *cells, role="row")),
        element("tbody", *lines, role="rowgroup"),
        class_="stack",
        role="table",
    )
    heading = element("h3", title_of(tongue, pillar))
    return element("section", heading, element("div", table, class_="cq"), class_="pillar", id=anchor_of(pillar))


def _line(tongue: Tongue, published: Published, one: Commitment) -> Html:
    provision = one.standing.provision
    title = element("a", tongue.titled(provision.titles) or number_of(one.place), href=f"{provision.id}.html")
    compared = element("span", tongue.say(COMPARISONS[one.standing.comparison]), class_="vh")
    cells = (
        element("td", said(tongue, one.standing.latest(code)), class_="party", role="cell", data_th=tongue.party(code))
        for code in published.names
    )
    return element(
        "tr",
        element("td", number_of(one.place), class_="no", role="cell"),
        element("th", title, scope="row", role="rowheader"),
        element("td", mark(one.standing), compared, class_="pic", role="cell"),
        *cells,
        role="row",
    )


def _key(tongue: Tongue) -> Html:
    parties = ", ".join(tongue.party(code) for code in tongue.names)
    summary = element("summary", tongue.say(words.READ_THE_MARK))
    return element("details", summary, element("p", tongue.say(phrases.KEY, parties=parties)), class_="key")


def crumbs(tongue: Tongue, published: Published, place: str) -> Iterator[Html]:
    """The pillar and theme in which a commitment stands, outermost first."""
    section = next((each.section for one in published.plan.provisions for each in one.places if each.id == place), None)
    found: list[Html] = []
    by_id = {one.id: one for one in published.plan.sections}
    while section is not None and section in by_id:
        titles = by_id[section].titles or published.review.agreed.get(section, {})
        found.append(joined([element("span", number_of(section), class_="no"), " ", tongue.titled(titles)]))
        section = by_id[section].parent
    yield from reversed(found)
