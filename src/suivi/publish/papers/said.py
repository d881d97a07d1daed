"""Said: words, names, days and marks of a review as runs and blocks of a paper, in one reader's language.

- Signed words stand in the reader's language, else in an authentic one under its name; nothing is translated.
- Verbatim text is never retouched: nothing is added between its characters.
"""

from collections.abc import Iterable, Mapping

from suivi.publish import days, phrases
from suivi.publish.lintel import lintel
from suivi.publish.paper import Block, Drawing, Paragraph, Run, Runs, Style, Voice, plain
from suivi.publish.tongue import AUTONYMS, Tongue, number_of
from suivi.record.reports import STAGES
from suivi.register.plans import ProvisionStanding
from suivi.register.reports import COMPARISONS, Account, Comparison

MARK_HEIGHT = 28.0
"""Of a mark, in its own units; it is 32 wide for two parties, and 18 wider for each further one."""


def titled(tongue: Tongue, titles: Mapping[str, str], voice: Voice = Voice.PLAIN) -> Runs:
    """A working title, with its language if it is not the reader's; no runs where there is none."""
    language = tongue.chosen(titles)
    return plain(titles[language], voice, other(tongue, language)) if language else ()


def named(tongue: Tongue, standing: ProvisionStanding) -> Runs:
    """A commitment by the plan's own number and its working title."""
    number = Run(number_of(standing.provision.id), Voice.NUMBER)
    return joined([(number,), titled(tongue, standing.provision.titles)], " ")


def signed(tongue: Tongue, texts: Mapping[str, str], *, struck: bool = False) -> tuple[Block, ...]:
    """Words of a party or of all: a paragraph, under the name of its language if that is not the reader's."""
    language = tongue.chosen(texts)
    if not language:
        return ()
    run = Run(texts[language], Voice.STRUCK if struck else Voice.SIGNED)
    paragraph = Paragraph((run,), Style.SIGNED, other(tongue, language))
    if language == tongue.language:
        return (paragraph,)
    return Paragraph(plain(AUTONYMS.get(language, language), Voice.TAG, language), Style.LABEL), paragraph


def label(words: str) -> Paragraph:
    """A small label above what follows."""
    return Paragraph(plain(words), Style.LABEL)


def proof_of(tongue: Tongue, account: Account | None) -> str:
    """Where the file that proves an account stands; empty for no account, and where none stands beside the paper."""
    return tongue.proof(account.log, account.seq) if account is not None else ""


def stage_of(tongue: Tongue, account: Account | None, *, apart: str = "\n", proved: bool = True) -> Runs:
    """The stage an account says, leading to its proof if `proved`, then its day; or that there is no report."""
    if account is None:
        return plain(tongue.say(COMPARISONS[Comparison.NEITHER]), Voice.FAINT)
    on = days.span_in(tongue.language, account.on, account.until)
    proof = proof_of(tongue, account) if proved else ""
    return Run(tongue.say(STAGES[account.stage]), Voice.STRONG, proof=proof), Run(f"{apart}{on}", Voice.FAINT)


def recorded(tongue: Tongue, at: str, log: str, seq: int) -> Runs:
    """The day something was put on record, and where, leading to the file that proves it."""
    day = days.day_in(tongue.language, at[:10])
    place = Run(f"{log} {seq}", Voice.FAINT, proof=tongue.proof(log, seq))
    return Run(f"{tongue.say(phrases.RECORDED)} {day}, ", Voice.FAINT), place


def mark_of(tongue: Tongue, standing: ProvisionStanding) -> Drawing:
    """The lintel of a commitment; its words are the comparison."""
    latest = [standing.latest(party) for party in standing.accounts]
    stages = tuple(account.stage.value if account else None for account in latest)
    width = 32.0 + 18.0 * (len(stages) - 2)
    drawn = lintel(stages, standing.comparison.value)
    return Drawing(drawn, tongue.say(COMPARISONS[standing.comparison]), width, MARK_HEIGHT)


def compared(tongue: Tongue, standing: ProvisionStanding) -> Run:
    """How the accounts compare, set apart where they differ."""
    apart = standing.comparison in (Comparison.DIFFER, Comparison.DETAILS_DIFFER)
    return Run(tongue.say(COMPARISONS[standing.comparison]), Voice.DIFFERS if apart else Voice.PLAIN)


def joined(parts: Iterable[Runs], separator: str) -> Runs:
    """The parts one after the other, `separator` between those that have words."""
    found: list[Run] = []
    for part in parts:
        if part and found:
            found.append(Run(separator))
        found += part
    return tuple(found)


def other(tongue: Tongue, language: str) -> str:
    """`language` if it is not the reader's, else empty."""
    return "" if language == tongue.language else language
