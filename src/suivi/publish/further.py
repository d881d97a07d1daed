"""Further: what a report says besides stage and account, as lines that every format prints alike.

- Where it stands in the words of its mode, each next step with its day and owner, why it is late, a new day asked for.
- Nothing is here that the report does not say: a report without these fields gives no line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from suivi.modes import MODES
from suivi.plan.party import Body
from suivi.publish import days, phrases
from suivi.publish.tongue import Tongue
from suivi.record.reports import HINDRANCES
from suivi.register.reports import Account
from suivi.review.ahead import Ahead
from suivi.review.package import Review


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing said: the `label` above it, what is said in the reader's language, and the party's own words.

    `words` are by language; `quoted` are words of the party in a language it did not name. Each may be empty.
    """

    label: str
    said: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    quoted: str = ""


def further(tongue: Tongue, account: Account, bodies: Mapping[str, Body]) -> Iterator[Line]:
    """The lines of an account, in the order of the form they were written in; `bodies` by id."""
    if account.next:
        yield Line(label=tongue.say(phrases.NEXT), words=account.next)
    if account.state:
        yield Line(label=tongue.say(phrases.STANDS_AT), said=state_named(tongue, account.state))
    for step in account.steps:
        day, owner = days.day_in(tongue.language, step.due_on), owner_named(tongue, step.owner, bodies, account.on)
        said = ", ".join(part for part in (day, owner) if part)
        yield Line(label=tongue.say(phrases.NEXT_STEP), said=said, words=step.words)
    if account.hindrance:
        yield Line(label=tongue.say(phrases.HINDERED), said=tongue.say(HINDRANCES[account.hindrance]))
    if account.reason:
        yield Line(label=tongue.say(phrases.REASON), quoted=account.reason)
    if account.new_day:
        day = days.day_in(tongue.language, account.new_day.on)
        yield Line(label=tongue.say(phrases.NEW_DAY), said=day, words=account.new_day.why)


def state_named(tongue: Tongue, state: str) -> str:
    """A state of some mode in words; one that no mode has keeps its code."""
    words = next((mode.words[state] for mode in MODES.values() if state in mode.words), None)
    return tongue.say(words) if words is not None else state


def step_announced(tongue: Tongue, review: Review, line: Ahead) -> str:
    """That a step of the year ahead was announced, by which party, and who does it."""
    bodies = review.register.bodies
    owner = owner_named(tongue, line.owner, bodies, review.period.to_on.isoformat())
    return ", ".join(part for part in (tongue.say(phrases.STEP_DUE), tongue.party(line.party or ""), owner) if part)


def owner_named(tongue: Tongue, owner: str | None, bodies: Mapping[str, Body], on: str) -> str:
    """Who does a step, by the name borne on that day; its id where it had none, empty where nobody is named."""
    if not owner:
        return ""
    names = bodies[owner].name_on(date.fromisoformat(on)) if owner in bodies else {}
    return names.get(tongue.chosen(names), "") or f"{owner} ({tongue.say(phrases.NO_NAME)})"
