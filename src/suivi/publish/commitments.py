"""How commitments are printed: a line on the page of their pillar, and in full with both accounts side by side.

- The first party of the charter always stands left: two officials on the telephone look at the same picture.
- Silence is written as words, never as an empty cell; an account that was withdrawn or corrected stays readable.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from suivi.modes.asks import ASKS, Form
from suivi.modes.mode import Mode
from suivi.plan.party import Body
from suivi.publish import days as days_of
from suivi.publish import phrases
from suivi.publish.asked import asked_lines, cell_words
from suivi.publish.days import days_between
from suivi.publish.further import Line, further
from suivi.publish.lintel import glyph, lintel
from suivi.publish.markup import Html, element, joined, text, verbatim
from suivi.publish.tongue import Tongue, marking, number_of
from suivi.record.assessments import SCORES
from suivi.record.reports import STAGES
from suivi.record.steps import LENT
from suivi.register.activity import ActivityStanding, Said
from suivi.register.assessments import Assessed
from suivi.register.bodies import answers_named
from suivi.register.evidence import Evidence
from suivi.register.plans import ProvisionStanding
from suivi.register.reports import COMPARISONS, Account, Comparison
from suivi.register.summaries import Summary, SummaryRow, summaries_of
from suivi.review.asked import Answer
from suivi.review.changes import PartyChange
from suivi.review.words import MOVES


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """A provision at one of its places: how it stands, the agreed words there by language, what became of it by party.

    `bodies` are those a report may name, by id; `assessed` the assessment each party gave for the period, by party;
    `asked` what the review wants to know of each activity, by its id.
    `came_on` is the day it came with a later version (`came_late`: after the closing day), `ended_on` the day it ended
    and `version` the last that had it.
    """

    place: str
    standing: ProvisionStanding
    agreed: Mapping[str, str]
    changes: Mapping[str, PartyChange]
    bodies: Mapping[str, Body] = field(default_factory=dict)
    assessed: Mapping[str, Assessed] = field(default_factory=dict)
    asked: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    came_on: str = ""
    came_late: bool = False
    ended_on: str = ""
    version: int = 0

    @property
    def is_first_place(self) -> bool:
        """Whether the provision has its id from here; further places only point to it."""
        return self.place == self.standing.provision.id


def table(tongue: Tongue, commitments: Sequence[Commitment], caption: str) -> Html:
    """The commitments, a line each: number, title, mark, and each party's latest word."""
    heads = [phrases.NUMBER, phrases.COMMITMENT]
    cells = [_head(tongue.say(words)) for words in heads]
    cells.append(_head(element("span", tongue.say(phrases.COMPARED), class_="vh")))
    cells += [_head(tongue.party(code)) for code in tongue.names]
    return element(
        "div",
        element(
            "table",
            element("caption", caption, class_="vh"),
            element("thead", element("tr", *cells, role="row")),
            element("tbody", *(_line(tongue, commitment) for commitment in commitments), role="rowgroup"),
            class_="stack",
            role="table",
        ),
        class_="cq",
    )


def in_full(tongue: Tongue, commitment: Commitment) -> Html:
    """The agreed words, how the accounts compare, both accounts, and the steps of every activity."""
    standing = commitment.standing
    title = tongue.titled(standing.provision.titles)
    return element(
        "article",
        element("h4", element("span", number_of(commitment.place), class_="no"), " ", title),
        tongue.signed(commitment.agreed, name="blockquote"),
        _elsewhere(tongue, commitment),
        _came_or_ended(tongue, commitment),
        element("p", mark(standing, size="l16"), " ", tongue.say(COMPARISONS[standing.comparison]), class_="compared"),
        sides(tongue, commitment),
        joined(
            work(tongue, one, asked=commitment.asked.get(one.id, ()), bodies=commitment.bodies)
            for one in standing.activities
            if not one.withdrawn
        ),
        cited(tongue, standing.evidence, element("h5", tongue.say(phrases.EVIDENCE))),
        class_="commitment",
        id=commitment.place,
    )


def sides(tongue: Tongue, commitment: Commitment, *, level: int = 5) -> Html:
    """What each party says, side by side, the first of the charter left; earlier and corrected words stay readable.

    `level` is that of the headings that name the parties.
    """
    return element("div", *(_side(tongue, code, commitment, level) for code in tongue.names), class_="sides")


def mark(standing: ProvisionStanding, *, size: str = "") -> Html:
    """The lintel of a commitment."""
    latest = [standing.latest(party) for party in standing.accounts]
    stages = tuple(account.stage.value if account else None for account in latest)
    return verbatim(lintel(stages, standing.comparison.value, size=size))


def _line(tongue: Tongue, commitment: Commitment) -> Html:
    standing = commitment.standing
    comparison = element("span", tongue.say(COMPARISONS[standing.comparison]), class_="vh")
    title = element("a", tongue.titled(standing.provision.titles) or commitment.place, href=f"#{standing.provision.id}")
    return element(
        "tr",
        element("td", number_of(commitment.place), class_="no", role="cell"),
        element("th", title, scope="row", role="rowheader"),
        element("td", mark(standing), comparison, class_="pic", role="cell"),
        *(_cell(tongue, code, standing.latest(code)) for code in tongue.names),
        role="row",
        class_=f"compared-{standing.comparison.value}",
    )


def _cell(tongue: Tongue, code: str, account: Account | None) -> Html:
    return element("td", said(tongue, account), class_="party", role="cell", data_th=tongue.party(code))


def said(tongue: Tongue, account: Account | None) -> Html:
    """The stage of an account with its day, or that there is none."""
    if account is None:
        return element(
            "span", verbatim(glyph(None)), tongue.say(COMPARISONS[Comparison.NEITHER]), class_="said silent-word"
        )
    stage = element("span", verbatim(glyph(account.stage.value)), tongue.say(STAGES[account.stage]), class_="said")
    return joined([stage, element("span", tongue.days(account.on, account.until), class_="sub")])


def _elsewhere(tongue: Tongue, commitment: Commitment) -> Html:
    places = [place.id for place in commitment.standing.provision.places if place.id != commitment.place]
    if not places:
        return Html("")
    numbers = ", ".join(number_of(place) for place in places)
    return element("p", f"{tongue.say(phrases.ALSO_AT)} {numbers}.", class_="small")


def came_or_ended(tongue: Tongue, commitment: Commitment) -> str:
    """When a commitment came with an amendment, or ended by one, in a sentence; empty for one that did neither."""
    if commitment.ended_on:
        day = days_of.day_in(tongue.language, commitment.ended_on)
        return tongue.say(phrases.ENDED_ON, day=day, version=commitment.version)
    if not commitment.came_on:
        return ""
    said = phrases.SINCE_LATER if commitment.came_late else phrases.SINCE
    return tongue.say(said, day=days_of.day_in(tongue.language, commitment.came_on))


def _came_or_ended(tongue: Tongue, commitment: Commitment) -> Html:
    said = came_or_ended(tongue, commitment)
    return element("p", said, class_="small") if said else Html("")


def _side(tongue: Tongue, code: str, commitment: Commitment, level: int) -> Html:
    standing, change = commitment.standing, commitment.changes.get(code)
    accounts, latest = standing.accounts.get(code, ()), standing.latest(code)
    moved = element("span", tongue.say(phrases.IN_PERIOD, move=MOVES[change.move]), class_="sub") if change else ""
    earlier = [account for account in reversed(accounts) if account is not latest]
    parts = [
        element(f"h{level}", tongue.party(code), moved),
        _account(tongue, latest, commitment.bodies) if latest else said(tongue, None),
    ]
    if (given := commitment.assessed.get(code)) is not None:
        parts.append(element("p", tongue.say(phrases.ASSESSED), class_="label"))
        parts.append(element("p", element("strong", tongue.say(SCORES[given.said.score])), _recorded(tongue, given)))
        parts.append(tongue.signed(given.said.account))
    if earlier:
        parts.append(element(f"h{level + 1}", tongue.say(phrases.EARLIER)))
        parts += [_account(tongue, account, commitment.bodies) for account in earlier]
    return element("section", *parts, class_="side")


def _recorded(tongue: Tongue, given: Assessed) -> Html:
    place = element(
        "span", f"{tongue.say(phrases.RECORDED)} ", tongue.day(given.at[:10]), ", ", tongue.record(given.log, given.seq)
    )
    return joined([" ", element("span", place, class_="sub"), " ", marking(given.marking.label())])


def cited(tongue: Tongue, evidence: Sequence[Evidence], heading: Html) -> Html:
    """The sources cited, each with title, address, language, publisher and days, under `heading`; empty for none."""
    if not evidence:
        return Html("")
    items = (element("li", source_line(tongue, one)) for one in evidence)
    return element("section", heading, element("ul", *items, class_="sources"), class_="evidence")


def source_line(tongue: Tongue, evidence: Evidence) -> Html:
    """A source: its title, language, publisher, days and address, who cites it, and its words."""
    parts = [source_named(tongue, evidence), tongue.signed(evidence.account)]
    marks = [element("span", tongue.say(phrases.CITED_BY, party=tongue.party(evidence.party)), class_="sub")]
    recorded = f"{tongue.say(phrases.RECORDED)} "
    place = tongue.record(evidence.log, evidence.seq)
    marks.append(element("span", recorded, tongue.day(evidence.at[:10]), ", ", place, class_="sub"))
    if evidence.background:
        marks.append(background(tongue))
    if evidence.withdrawn:
        marks.append(element("span", tongue.say(phrases.EVIDENCE_WITHDRAWN), class_="differs"))
    return joined([*parts, element("p", joined([*marks, marking(evidence.marking.label())], " "))])


def source_named(tongue: Tongue, evidence: Evidence) -> Html:
    """A source as one looks it up: its title, language, publisher, days and address."""
    language = None if evidence.language == tongue.language else evidence.language
    title = element("cite", evidence.title, lang=language, dir="auto")
    # The address stands as it is on record, to be read: a page for offline use leads nowhere outside.
    address = element("span", evidence.address, class_="address", lang="en", translate="no")
    by = element("span", evidence.publisher, dir="auto")
    named = element("p", title, " ", tongue.label(evidence.language), ", ", by, _days_of(tongue, evidence))
    return joined([named, element("p", address, class_="small")])


def _days_of(tongue: Tongue, evidence: Evidence) -> Html:
    parts: list[str] = []
    if evidence.published_on:
        parts += [", ", f"{tongue.say(phrases.PUBLISHED)} ", tongue.day(evidence.published_on)]
    if evidence.on:
        parts += [", ", f"{tongue.say(phrases.FACT_OF)} ", tongue.day(evidence.on)]
    return joined(parts)


def background(tongue: Tongue) -> Html:
    """That something happened before the plan was agreed."""
    return element("span", tongue.say(phrases.BACKGROUND), class_="background")


def _acting(tongue: Tongue, account: Account, bodies: Mapping[str, Body]) -> Html:
    """The bodies a report names, by the names they bore on the day it states; their ids where they had none."""
    if not account.bodies:
        return Html("")
    names = [_body(tongue, id, bodies, account.on) for id in account.bodies]
    return element("p", f"{tongue.say(phrases.ACTED)} ", joined(names, ", "), class_="acting")


def _body(tongue: Tongue, id: str, bodies: Mapping[str, Body], on: str) -> Html:
    names = bodies[id].name_on(date.fromisoformat(on)) if id in bodies else {}
    return tongue.titled(names) or element("span", f"{id} ({tongue.say(phrases.NO_NAME)})")


def _account(tongue: Tongue, account: Account, bodies: Mapping[str, Body]) -> Html:
    parts = [
        element("p", said(tongue, account), _provenance(tongue, account)),
        _acting(tongue, account, bodies),
        tongue.signed(account.account),
    ]
    parts += [_line_of(tongue, line) for line in further(tongue, account, bodies)]
    for version in account.versions:
        parts.append(element("p", tongue.say(phrases.BEFORE_CORRECTION), class_="label"))
        parts.append(tongue.signed(version.account, class_="signed before"))
    return element("div", *parts, class_="account withdrawn" if account.withdrawn else "account")


def _line_of(tongue: Tongue, line: Line) -> Html:
    """One more thing a report says, under its label."""
    parts: list[str] = [element("p", line.label, class_="label")]
    if line.said:
        parts.append(element("p", line.said))
    if line.quoted:
        parts.append(element("p", line.quoted, class_="signed", dir="auto"))
    return joined([*parts, tongue.signed(line.words)])


def _provenance(tongue: Tongue, account: Account) -> Html:
    """When the account was put on record and where, its marking, and what happened to it since."""
    recorded = f"{tongue.say(phrases.RECORDED)} "
    place = tongue.record(account.log, account.seq)
    parts = [element("span", recorded, tongue.day(account.at[:10]), ", ", place, class_="sub")]
    if account.background:
        parts.append(background(tongue))
    if account.recorded_later:
        parts.append(_late(tongue, account.on, account.at))
    if account.corrected_at:
        corrected = f"{tongue.say(phrases.CORRECTED_AT)} "
        day = tongue.day(account.corrected_at[:10])
        where = "" if account.correction is None else joined([", ", tongue.record(*account.correction)])
        parts.append(element("span", corrected, day, where, class_="sub"))
    if account.withdrawn:
        parts.append(element("span", tongue.say(phrases.WITHDRAWN), class_="differs"))
    return joined([*parts, marking(account.marking.label())], " ")


def work(
    tongue: Tongue,
    standing: ActivityStanding,
    *,
    level: int = 5,
    asked: Sequence[Answer] = (),
    bodies: Mapping[str, Body],
) -> Html:
    """An activity: what it is, the state it has reached, every step taken, what they add up to, what the review asks.

    `level` is that of its heading; `bodies` are those an answer may name, by id.
    """
    mode = standing.activity.mode
    title = tongue.titled(standing.titles) or tongue.say(mode.names)
    state = tongue.say(mode.words[standing.activity.state])
    steps = (_step(tongue, mode, taken, bodies) for taken in standing.activity.taken)
    heading = element(f"h{level}", title, element("span", f"{tongue.say(mode.names)}, {state}", class_="sub"))
    sums = (_summary(tongue, one) for one in summaries_of(standing.activity))
    done = element("ol", *steps, class_="taken")
    return element("section", heading, done, *sums, _asked(tongue, mode, asked), class_="activity")


def _asked(tongue: Tongue, mode: Mode, asked: Sequence[Answer]) -> Html:
    if not asked:
        return Html("")
    pairs = (joined([element("dt", words), element("dd", told)]) for words, told in asked_lines(tongue, mode, asked))
    label = element("p", tongue.say(phrases.ASKED), class_="label")
    return joined([label, element("dl", *pairs, class_="pairs")])


def _summary(tongue: Tongue, summary: Summary) -> Html:
    """A table of what the steps of an activity add up to; the first column says whose word a line is."""
    heads = [tongue.say(phrases.BY), *(tongue.say(one) for one in summary.heads)]
    rows = (
        element(
            "tr",
            *(
                element("td", words, role="cell", data_th=head, lang=language or None)
                for head, (words, language) in zip(heads, _cells(tongue, row), strict=True)
            ),
            role="row",
        )
        for row in summary.rows
    )
    table = element(
        "table",
        element("caption", tongue.say(summary.title)),
        element("thead", element("tr", *(_head(one) for one in heads), role="row")),
        element("tbody", *rows, role="rowgroup"),
        class_="stack",
        role="table",
    )
    return element("div", table, class_="cq")


def _cells(tongue: Tongue, row: SummaryRow) -> list[tuple[str, str]]:
    by = (tongue.party(row.party) if row.party else "–", "")
    return [by, *(cell_words(tongue, one) for one in row.cells)]


def _step(tongue: Tongue, mode: Mode, taken: Said, bodies: Mapping[str, Body]) -> Html:
    by = tongue.say(phrases.JOINT) if taken.joint else tongue.party(taken.party)
    name = element("b", tongue.say(mode.words[taken.step]))
    late = _late(tongue, taken.on, taken.at) if taken.recorded_later else ""
    proof = element("span", tongue.record(taken.log, taken.seq), " ", class_="sub") if tongue.proofs else ""
    basis = element("span", tongue.say(taken.basis.words), class_="sub") if taken.basis else ""
    answers = answers_named(taken.details, bodies, taken.on)
    details = (_detail(tongue, ask, answer, lent=ask in taken.lent) for ask, answer in answers.items() if answer)
    said = [name, ", ", tongue.day(taken.on), f", {by} ", basis, late, proof]
    return element("li", *said, element("dl", *details, class_="pairs"))


def _detail(tongue: Tongue, asked: str, answer: str | Mapping[str, str], *, lent: bool) -> Html:
    ask = ASKS[asked]
    if not isinstance(answer, str):
        content = tongue.signed(answer)
    elif ask.form is Form.DAY:
        content = tongue.day(answer)
    else:
        words = ask.in_words(answer)
        content = text(tongue.say(words) if words else answer)
    mark = element("span", tongue.say(LENT), class_="sub") if lent else ""
    return joined([element("dt", tongue.say(ask.words)), element("dd", content, mark)])


def _late(tongue: Tongue, on: str, at: str) -> Html:
    """That a fact was put on record on a later day, and after how many."""
    return element("span", tongue.say(phrases.RECORDED_LATER, days=days_between(on, at[:10])), class_="late")


def _head(content: str) -> Html:
    return element("th", content, scope="col", role="columnheader")
