"""Commitments in papers: a line each with the mark, or in full with both accounts side by side.

- The first party of the charter always stands first: two officials on the telephone look at the same picture.
- Silence is written as words; an account that was withdrawn or corrected stays readable.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from suivi.modes.asks import ASKS, Form
from suivi.plan.party import Body
from suivi.publish import days, phrases
from suivi.publish.asked import asked_lines, cell_words
from suivi.publish.commitments import Commitment, came_or_ended
from suivi.publish.days import days_between
from suivi.publish.further import further
from suivi.publish.paper import (
    Block,
    Cell,
    Column,
    Columns,
    Heading,
    Items,
    Paragraph,
    Run,
    Runs,
    Style,
    Table,
    Voice,
    plain,
)
from suivi.publish.papers import phrases as here
from suivi.publish.papers.said import compared, joined, label, mark_of, other, recorded, signed, stage_of, titled
from suivi.publish.tongue import AUTONYMS, Tongue, number_of
from suivi.record.assessments import SCORES
from suivi.record.steps import LENT
from suivi.register.activity import ActivityStanding, Said
from suivi.register.assessments import Assessed
from suivi.register.bodies import answers_named
from suivi.register.evidence import Evidence
from suivi.register.reports import Account
from suivi.register.summaries import Cell as SummaryCell
from suivi.register.summaries import Summary, summaries_of
from suivi.review.asked import Answer
from suivi.review.words import MOVES


def lines(tongue: Tongue, commitments: Sequence[Commitment]) -> Table:
    """The commitments, a line each: number, title, mark, and each party's latest word."""
    share = 50 // max(len(tongue.names), 1)
    parties = [Column(plain(tongue.party(code)), share) for code in tongue.names]
    return Table(
        caption=tongue.say(phrases.COMMITMENTS),
        columns=(
            Column(plain(tongue.say(phrases.NUMBER)), 9),
            Column(plain(tongue.say(phrases.COMMITMENT)), 46),
            Column(plain(tongue.say(here.MARK)), 8),
            *parties,
        ),
        rows=tuple(_line(tongue, commitment) for commitment in commitments),
        heads=1,
    )


def _line(tongue: Tongue, commitment: Commitment) -> tuple[Cell, ...]:
    standing = commitment.standing
    title = titled(tongue, standing.provision.titles) or plain(commitment.place)
    said = (Cell(stage_of(tongue, standing.latest(code))) for code in tongue.names)
    number = Cell(plain(number_of(commitment.place), Voice.NUMBER))
    return (number, Cell(title), Cell(mark=mark_of(tongue, standing)), *said)


def in_full(tongue: Tongue, commitment: Commitment, *, level: int) -> Iterator[Block]:
    """The agreed words, how the accounts compare, both accounts, every step, and the sources cited."""
    standing = commitment.standing
    number = plain(number_of(commitment.place), Voice.NUMBER)
    title = titled(tongue, standing.provision.titles)
    yield Heading(level=level, runs=joined([number, title], " "), anchor=commitment.place)
    yield from signed(tongue, commitment.agreed)
    if not commitment.is_first_place:
        there = f"{tongue.say(phrases.ALSO_AT)} {number_of(standing.provision.id)}."
        yield Paragraph(plain(there, Voice.FAINT), Style.NOTE)
        return
    yield from _elsewhere(tongue, commitment)
    if said := came_or_ended(tongue, commitment):
        yield Paragraph(plain(said, Voice.FAINT), Style.NOTE)
    yield Paragraph(
        (Run(tongue.before_colon(tongue.say(here.COMPARED_AS)), Voice.FAINT), compared(tongue, standing)), Style.NOTE
    )
    yield Columns(tuple(tuple(_side(tongue, code, commitment, level + 1)) for code in tongue.names))
    for activity in standing.activities:
        if not activity.withdrawn:
            yield from _activity(tongue, activity, commitment.asked.get(activity.id, ()), commitment.bodies)
    yield from cited(tongue, standing.evidence)


def _elsewhere(tongue: Tongue, commitment: Commitment) -> Iterator[Block]:
    places = [place.id for place in commitment.standing.provision.places if place.id != commitment.place]
    if places:
        numbers = ", ".join(number_of(place) for place in places)
        yield Paragraph(plain(f"{tongue.say(phrases.ALSO_AT)} {numbers}.", Voice.FAINT), Style.NOTE)


def _side(tongue: Tongue, code: str, commitment: Commitment, level: int) -> Iterator[Block]:
    standing, change = commitment.standing, commitment.changes.get(code)
    latest = standing.latest(code)
    yield Heading(level=level, runs=plain(tongue.party(code)))
    if change is not None and latest is not None:
        moved = tongue.say(phrases.IN_PERIOD, move=MOVES[change.move])
        yield Paragraph(plain(moved, Voice.FAINT), Style.NOTE)
    if latest is None:
        yield Paragraph(stage_of(tongue, None))
    else:
        yield from account(tongue, latest, commitment.bodies)
    if (given := commitment.assessed.get(code)) is not None:
        yield from _assessed(tongue, given)
    earlier = [one for one in reversed(standing.accounts.get(code, ())) if one is not latest]
    if earlier:
        yield label(tongue.say(phrases.EARLIER))
        for one in earlier:
            yield from account(tongue, one, commitment.bodies)


def account(tongue: Tongue, account: Account, bodies: Mapping[str, Body]) -> Iterator[Block]:
    """One account: stage and day, when and where it was recorded, who acted, its words, and what comes next."""
    stage = stage_of(tongue, account, apart=", ", proved=False)  # the place of the record leads there
    yield Paragraph((*stage, *_provenance(tongue, account)))
    if account.bodies:
        names = (_body(tongue, id, bodies, account.on) for id in account.bodies)
        acted = Run(f"{tongue.say(phrases.ACTED)} ", Voice.FAINT)
        yield Paragraph((acted, *joined(names, ", ")), Style.NOTE)
    yield from signed(tongue, account.account, struck=account.withdrawn)
    for line in further(tongue, account, bodies):
        yield label(line.label)
        if line.said:
            yield Paragraph(plain(line.said))
        if line.quoted:
            yield Paragraph(plain(line.quoted, Voice.SIGNED), Style.SIGNED)
        yield from signed(tongue, line.words)
    for version in account.versions:
        yield label(tongue.say(phrases.BEFORE_CORRECTION))
        yield from signed(tongue, version.account, struck=True)


def _assessed(tongue: Tongue, given: Assessed) -> Iterator[Block]:
    """The assessment an officer of the party gave for the period: its score, where it is on record, and why."""
    yield label(tongue.say(phrases.ASSESSED))
    score = Run(tongue.say(SCORES[given.said.score]), Voice.STRONG)
    place = (Run(" · ", Voice.FAINT), *recorded(tongue, given.at, given.log, given.seq))
    yield Paragraph((score, *place, Run(" "), Run(given.marking.label(), Voice.MARKING)))
    yield from signed(tongue, given.said.account)


def _body(tongue: Tongue, id: str, bodies: Mapping[str, Body], on: str) -> Runs:
    names = bodies[id].name_on(date.fromisoformat(on)) if id in bodies else {}
    return titled(tongue, names) or plain(f"{id} ({tongue.say(phrases.NO_NAME)})")


def _provenance(tongue: Tongue, account: Account) -> Runs:
    found = [Run(" · ", Voice.FAINT), *recorded(tongue, account.at, account.log, account.seq)]
    if account.background:
        found.append(Run(f" · {tongue.say(phrases.BACKGROUND)}", Voice.FAINT))
    if account.recorded_later:
        found.append(_late(tongue, account.on, account.at))
    if account.corrected_at:
        corrected = days.day_in(tongue.language, account.corrected_at[:10])
        found.append(Run(f" · {tongue.say(phrases.CORRECTED_AT)} {corrected}", Voice.FAINT))
        if account.correction is not None:
            log, seq = account.correction
            found += [Run(", ", Voice.FAINT), Run(f"{log} {seq}", Voice.FAINT, proof=tongue.proof(log, seq))]
    if account.withdrawn:
        found.append(Run(f" · {tongue.say(phrases.WITHDRAWN)}", Voice.DIFFERS))
    return (*found, Run(" "), Run(account.marking.label(), Voice.MARKING))


def _late(tongue: Tongue, on: str, at: str) -> Run:
    return Run(f" · {tongue.say(phrases.RECORDED_LATER, days=days_between(on, at[:10]))}", Voice.LATE)


def _activity(
    tongue: Tongue, standing: ActivityStanding, asked: Sequence[Answer], bodies: Mapping[str, Body]
) -> Iterator[Block]:
    mode = standing.activity.mode
    state = tongue.say(mode.words[standing.activity.state])
    title = titled(tongue, standing.titles, Voice.STRONG) or plain(tongue.say(mode.names), Voice.STRONG)
    yield Paragraph((*title, Run(f" {tongue.say(mode.names)}, {state}", Voice.FAINT)))
    steps = tuple(_step(tongue, standing, said, bodies) for said in standing.activity.taken)
    if steps:
        yield Items(steps)
    for summary in summaries_of(standing.activity):
        yield label(tongue.say(summary.title))
        yield _summary(tongue, summary)
    if asked:
        yield label(tongue.say(phrases.ASKED))
        lines = asked_lines(tongue, mode, asked)
        yield Items(tuple((Run(tongue.before_colon(words), Voice.FAINT), Run(told)) for words, told in lines))


def _summary(tongue: Tongue, summary: Summary) -> Table:
    """A table of what the steps of an activity add up to; the first column says whose word a line is."""
    heads = [tongue.say(phrases.BY), *(tongue.say(one) for one in summary.heads)]
    rows = (
        (Cell(plain(tongue.party(row.party) if row.party else "–")), *(_summed(tongue, one) for one in row.cells))
        for row in summary.rows
    )
    columns = tuple(Column(plain(head), 100 // len(heads)) for head in heads)
    return Table(caption=tongue.say(summary.title), columns=columns, rows=tuple(rows))


def _summed(tongue: Tongue, one: SummaryCell) -> Cell:
    words, language = cell_words(tongue, one)
    return Cell(plain(words, Voice.SIGNED if language else Voice.PLAIN, language))


def _step(tongue: Tongue, standing: ActivityStanding, said: Said, bodies: Mapping[str, Body]) -> Runs:
    words = standing.activity.mode.words
    by = tongue.say(phrases.JOINT) if said.joint else tongue.party(said.party)
    day = days.day_in(tongue.language, said.on)
    late = (_late(tongue, said.on, said.at),) if said.recorded_later else ()
    basis = (Run(f" ({tongue.say(said.basis.words)})", Voice.FAINT),) if said.basis else ()
    details = (
        run
        for asked, answer in answers_named(said.details, bodies, said.on).items()
        if answer
        for run in (*_detail(tongue, asked, answer), *((_lent(tongue),) if asked in said.lent else ()))
    )
    step = Run(tongue.say(words[said.step]), Voice.STRONG, proof=tongue.proof(said.log, said.seq))
    return (step, Run(f", {day}, {by}"), *basis, *late, *details)


def _lent(tongue: Tongue) -> Run:
    return Run(f" ({tongue.say(LENT)})", Voice.FAINT)


def _detail(tongue: Tongue, asked: str, answer: str | Mapping[str, str]) -> Runs:
    ask = ASKS[asked]
    named = Run(f"\n{tongue.before_colon(tongue.say(ask.words))}", Voice.FAINT)
    if not isinstance(answer, str):
        language = tongue.chosen(answer)
        return (named, Run(answer.get(language, ""), Voice.SIGNED, other(tongue, language)))
    if ask.form is Form.DAY:
        return named, Run(days.day_in(tongue.language, answer))
    words = ask.in_words(answer)
    return named, Run(tongue.say(words) if words else answer)


def cited(tongue: Tongue, evidence: Sequence[Evidence]) -> Iterator[Block]:
    """The sources cited, each with title, publisher, days and address, under their heading; nothing for none."""
    if evidence:
        yield label(tongue.say(phrases.EVIDENCE))
        yield Items(tuple(_source(tongue, one) for one in evidence))


def _source(tongue: Tongue, evidence: Evidence) -> Runs:
    autonym = AUTONYMS.get(evidence.language, evidence.language)
    found = [
        Run(evidence.title, Voice.SIGNED, other(tongue, evidence.language)),
        Run(f" ({autonym}), {evidence.publisher}", Voice.PLAIN),
    ]
    for words, day in ((phrases.PUBLISHED, evidence.published_on), (phrases.FACT_OF, evidence.on)):
        if day:
            found.append(Run(f", {tongue.say(words)} {days.day_in(tongue.language, day)}"))
    found.append(Run(f"\n{evidence.address}", Voice.DIGEST))
    language = tongue.chosen(evidence.account)
    if language:
        found += [Run("\n"), Run(evidence.account[language], Voice.SIGNED, other(tongue, language))]
    by = tongue.say(phrases.CITED_BY, party=tongue.party(evidence.party))
    found += [Run(f"\n{by} · ", Voice.FAINT), *recorded(tongue, evidence.at, evidence.log, evidence.seq)]
    if evidence.background:
        found.append(Run(f" · {tongue.say(phrases.BACKGROUND)}", Voice.FAINT))
    if evidence.withdrawn:
        found.append(Run(f" · {tongue.say(phrases.EVIDENCE_WITHDRAWN)}", Voice.DIFFERS))
    return (*found, Run(" "), Run(evidence.marking.label(), Voice.MARKING))
