"""Matters, decisions, dates and sources of a review as blocks of a paper."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from suivi.publish import days, phrases
from suivi.publish.further import step_announced
from suivi.publish.paper import Block, Cell, Column, Heading, Items, Paragraph, Run, Runs, Style, Table, Voice, plain
from suivi.publish.papers import phrases as here
from suivi.publish.papers.said import joined, label, named, other, proof_of, recorded, signed, titled
from suivi.publish.pillars import anchor_of
from suivi.publish.proved import agreed_in, voices_of
from suivi.publish.reach import amended_in_words, behind
from suivi.publish.tongue import AUTONYMS, PROOF, Tongue, number_of
from suivi.record.described import FACTS
from suivi.register.described import Described
from suivi.review.ahead import STEP, Ahead
from suivi.review.matters import Matter
from suivi.review.package import Chapter as Pillar
from suivi.review.package import Review
from suivi.review.words import ASKS, CHAPTERS, RULES, Chapter, Rule

_RECURS = {"FREQ=YEARLY": phrases.YEARLY}


def asked(tongue: Tongue, matters: Sequence[Matter], *, most: int | None = None) -> list[Runs]:
    """One line for each decision: matters of one rule that wait for the same parties are asked together.

    At most `most` numbers are named in a line, and the rest counted.
    """
    found: list[Runs] = []
    for (rule, parties), group in groupby(_by_rule_and_parties(matters), key=lambda one: (one.rule, one.parties)):
        together = list(group)
        who = ", ".join(tongue.party(code) for code in parties)
        numbered = [number_of(one.provision) for one in together if one.provision]
        rest = f" + {len(numbered) - most}" if most is not None and len(numbered) > most else ""
        numbers = ", ".join(numbered[:most]) + rest
        asks = ASKS[rule].filled(number=numbers) if numbered else together[0].asks
        found.append((Run(who, Voice.STRONG), Run(f" – {tongue.say(asks)}")))
    return found


def _by_rule_and_parties(matters: Iterable[Matter]) -> list[Matter]:
    order = list(ASKS)
    return sorted(matters, key=lambda one: (order.index(one.rule), -len(one.parties), one.parties, one.joint or b""))


def by_rule(review: Review) -> Iterator[tuple[Rule, list[Matter]]]:
    """The matters under each rule that found any, in the order of the rules."""
    for rule, group in groupby(review.matters, key=lambda one: one.rule):
        yield rule, list(group)


def matters(tongue: Tongue, review: Review, *, level: int) -> Iterator[Block]:
    """Every matter under its rule, with why it is raised; or that nothing is open."""
    if not review.matters:
        yield Paragraph(plain(tongue.say(phrases.NO_MATTERS)))
    for rule, group in by_rule(review):
        yield Heading(level=level, runs=plain(tongue.say(RULES[rule])))
        yield Items(
            tuple(joined([about(tongue, review, one.provision), proved(tongue, review, one)], " – ") for one in group)
        )


def proved(tongue: Tongue, review: Review, matter: Matter, *, longest: int = 0) -> Runs:
    """Why a matter is raised, then the proof of each party's word that it rests on where such files stand beside.

    Cut with an ellipsis past `longest` characters, 0 for never.
    """
    words = " ".join(tongue.say(matter.says).split()) if longest else tongue.say(matter.says)
    said = Run(f"{words[: longest - 1]}…" if 0 < longest < len(words) else words)
    links = [Run(tongue.party(code), Voice.FAINT, proof=proof) for code, proof in _rests_on(tongue, review, matter)]
    if not links:
        return (said,)
    return (
        said,
        Run(f" {tongue.before_colon(tongue.say(PROOF))}", Voice.FAINT),
        *joined([(one,) for one in links], ", "),
    )


def _rests_on(tongue: Tongue, review: Review, matter: Matter) -> Iterator[tuple[str, str]]:
    """The parties whose word a matter rests on, each with the proof of it; none where no proofs stand beside."""
    latest = [(code, latest_proof(tongue, review, matter.provision or "", code)) for code in tongue.names]
    found = [(code, proof) for code, proof in latest if proof]
    agreed = agreed_in(review.register) if matter.joint is None else None  # a text that waits has no proof here yet
    if tongue.proofs and agreed is not None and not found:
        found = [(log.split("/")[1], tongue.proof(log, seq)) for log, seq in voices_of(agreed)]
    return iter(found)


def about(tongue: Tongue, review: Review, provision: str | None) -> Runs:
    """The number and title of a commitment; no runs for none."""
    standing = review.standing(provision) if provision else None
    return named(tongue, standing) if standing is not None else ()


def latest_proof(tongue: Tongue, review: Review, provision: str, party: str) -> str:
    """Where the file that proves a party's latest account of a commitment stands; empty for none."""
    standing = review.standing(provision)
    return proof_of(tongue, standing.latest(party)) if standing is not None else ""


def under(review: Review, pillar: Pillar) -> list[Matter]:
    """The matters about commitments of a pillar."""
    places = _places(pillar)
    return [one for one in review.matters if one.provision is not None and one.provision in places]


def _places(pillar: Pillar) -> set[str]:
    return {*pillar.places, *(place for part in pillar.parts for place in _places(part))}


def ahead(tongue: Tongue, review: Review) -> list[Runs]:
    """What falls due in the year ahead and what was announced, a line each."""
    return [_to_come(tongue, review, one) for one in review.ahead]


def _to_come(tongue: Tongue, review: Review, line: Ahead) -> Runs:
    found: list[Runs] = []
    if line.rule == STEP:
        day, said = days.day_in(tongue.language, line.on or ""), step_announced(tongue, review, line)
        proof = latest_proof(tongue, review, line.provision, line.party) if line.provision and line.party else ""
        found.append((Run(day, Voice.STRONG, proof=proof), Run(f" {said}")))
    elif line.on:
        due = tongue.say(_RECURS.get(line.rule, phrases.DUE))
        found.append((Run(days.day_in(tongue.language, line.on), Voice.STRONG), Run(f" {due}")))
    if line.party and line.rule != STEP:
        found.append(plain(f"{tongue.party(line.party)}, {tongue.say(phrases.ANNOUNCED)}", Voice.STRONG))
    found.append(about(tongue, review, line.provision))
    if line.words:
        language = tongue.chosen(line.words)
        found.append(plain(line.words.get(language, ""), Voice.SIGNED, other(tongue, language)))
    return joined(found, " – ")


def preamble(tongue: Tongue, review: Review) -> Iterator[Block]:
    """What was agreed, when, by whom it was sealed, in which texts, and what the parties build on."""
    plan, period = review.plan, review.period
    terms = [
        (phrases.PERIOD, days.span_in(tongue.language, period.from_on.isoformat(), period.to_on.isoformat())),
        (phrases.VERSION, str(plan.version)),
        (phrases.IN_EFFECT, days.instant_in(tongue.language, review.register.in_effect_at)),
    ]
    if plan.agreed_on:
        terms.insert(1, (phrases.ADOPTED_ON, days.day_in(tongue.language, plan.agreed_on)))
    rows = [(tongue.say(words), plain(said)) for words, said in terms]
    agreed = agreed_in(review.register)
    proofs = {log.split("/")[1]: tongue.proof(log, seq) for log, seq in voices_of(agreed)} if agreed else {}
    for code, at in review.sealed_at.items():
        sealed = plain(days.instant_in(tongue.language, at), proof=proofs.get(code, ""))
        rows.append((tongue.say(here.SEALED, party=tongue.party(code)), sealed))
    for text in plan.texts:
        kind = tongue.say(phrases.AUTHENTIC if text.authentic else phrases.NOT_AUTHENTIC)
        named_in = Run(AUTONYMS.get(text.language, text.language), Voice.PLAIN, other(tongue, text.language))
        rows.append((tongue.say(phrases.TEXTS), (named_in, Run(f", {kind} "), Run(text.sha256, Voice.DIGEST))))
    for amendment in review.amendments:
        rows.append(
            (tongue.say(phrases.AMENDED, version=amendment.version), plain(amended_in_words(tongue, amendment)))
        )
    title = tongue.say(CHAPTERS[Chapter.PREAMBLE])
    columns = (Column(plain(title), 34), Column(titled(tongue, plan.titles) or plain(plan.id), 66))
    yield Table(caption=title, columns=columns, rows=tuple((Cell(plain(term)), Cell(said)) for term, said in rows))
    if review.opening_words:
        yield label(tongue.say(here.BUILDS_ON))
        yield from signed(tongue, review.opening_words)
    for one in review.supplied:
        yield label(tongue.say(phrases.SUPPLIED_BY, party=tongue.party(one.party)))
        yield from _supplied(tongue, one)


def _supplied(tongue: Tongue, one: Described) -> Iterator[Block]:
    """What a party supplies beyond the text, fact by fact, with where it is on record."""
    if one.said.agreed_on:
        day = days.day_in(tongue.language, one.said.agreed_on)
        yield Paragraph((Run(f"{tongue.say(phrases.ADOPTED_ON)} ", Voice.FAINT), Run(day)))
    for name, words in FACTS.items():
        if name in one.said.facts:
            yield Paragraph(plain(tongue.say(words), Voice.FAINT), Style.NOTE)
            yield from signed(tongue, one.said.facts[name])
    place = recorded(tongue, one.at, one.log, one.seq)
    yield Paragraph((*place, Run(" "), Run(one.marking.label(), Voice.MARKING)), Style.NOTE)


def slippage(tongue: Tongue, review: Review) -> Iterator[Block]:
    """What each side promised, last promised and met, in days; or that no account promises a day."""
    if not review.slippage:
        yield Paragraph(plain(tongue.say(here.NO_PROMISES)))
        return
    heads = (
        (phrases.COMMITMENT, 38),
        (here.PARTY, 12),
        (here.FIRST_PROMISED, 14),
        (here.LAST_PROMISED, 14),
        (here.DONE_ON, 14),
    )
    columns = [Column(plain(tongue.say(words)), share) for words, share in heads]
    yield Table(
        caption=tongue.say(here.SLIPPAGE),
        columns=(*columns, Column(plain(tongue.say(here.SLIPPED_BY)), 8, figures=True)),
        rows=tuple(
            (
                Cell(about(tongue, review, one.provision)),
                Cell(plain(tongue.party(one.party), proof=latest_proof(tongue, review, one.provision, one.party))),
                *(
                    Cell(plain(days.day_in(tongue.language, on) if on else "–"))
                    for on in (one.first_promised, one.last_promised, one.done_on)
                ),
                Cell(plain(f"{one.days:+d}" if one.days else "0")),
            )
            for one in review.slippage
        ),
    )


def sources(tongue: Tongue, review: Review) -> Iterator[Block]:
    """The logs on which the review rests, and its digest."""
    yield Paragraph(plain(tongue.say(phrases.SOURCES_SAY)))
    for said in behind(tongue, review):
        yield Paragraph(plain(said, Voice.LATE), Style.NOTE)
    yield Table(
        caption=tongue.say(CHAPTERS[Chapter.SOURCES]),
        columns=(
            Column(plain(tongue.say(phrases.ORIGIN)), 24),
            Column(plain(tongue.say(phrases.SIZE)), 11, figures=True),
            Column(plain(tongue.say(phrases.REACHES)), 15),
            Column(plain(tongue.say(phrases.ROOT)), 50),
        ),
        rows=tuple(
            (
                Cell(plain(log, Voice.DIGEST)),
                Cell(plain(str(source.size))),
                Cell(plain(days.day_in(tongue.language, source.last_on) if source.last_on else "–")),
                Cell(plain(source.root, Voice.DIGEST)),
            )
            for log, source in review.sources.items()
        ),
    )
    yield Paragraph((Run(f"{tongue.say(phrases.DIGEST)} "), Run(review.digest(), Voice.DIGEST)), Style.NOTE)


def notices(tongue: Tongue) -> Paragraph:
    """How the mark is read, that silence is not inaction, and that titles are unofficial."""
    parties = ", ".join(tongue.party(code) for code in tongue.names)
    said = [tongue.say(phrases.KEY, parties=parties), tongue.say(phrases.SILENCE), tongue.say(phrases.UNOFFICIAL)]
    return Paragraph(plain(" ".join(said), Voice.FAINT), Style.NOTE)


def pillar_anchor(pillar: Pillar) -> str:
    """The anchor of a pillar in a paper."""
    return f"pillar-{anchor_of(pillar)}"
