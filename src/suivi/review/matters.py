"""Matters for the officials: what a named rule finds, why in a sentence, and what the meeting can decide.

- A rule reads the register and the period, nothing else; each is one function of this module and one line of `FINDERS`.
- Matters stand in the order of the rules, then in plan order. No rule weighs one account against another.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from suivi.log.canonical import Json
from suivi.plan.numbering import number_of
from suivi.plan.when import Period
from suivi.plan.words import LANGUAGES, Words, in_house_languages, listed, on_day
from suivi.record.reports import HINDRANCES, STAGES, Hindrance, Stage
from suivi.record.steps import By
from suivi.register.activity import Said
from suivi.register.duties import begins_on, falls_due
from suivi.register.joint import JointText
from suivi.register.minutes import DecisionStanding, MinutesStanding
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account, Comparison
from suivi.review.changes import happened_in
from suivi.review.words import ASKS, SAYS, STATES, Rule

_YEARLY: Final = "FREQ=YEARLY"
_HELD: Final = "hold"  # the step by which a dialogue is said to have taken place
_DECIDED: Final = "decisions"  # the detail in which a meeting states what it decided
_INSTRUMENT: Final = "instrument"
_AT_REST: Final = ("in-force", "denounced")  # where an instrument waits for nothing


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One thing for the officials: the rule that found it, why, what can be decided, and who has to act.

    `provision` is the id of the commitment, or None for a matter of the whole plan; `joint` the leaf (32 bytes) of a
    joint text it is about. `parties` who have to act, in charter order.
    """

    rule: Rule
    says: Words
    asks: Words
    parties: tuple[str, ...]
    provision: str | None = None
    joint: bytes | None = None

    def value(self) -> dict[str, Json]:
        """The matter as plain JSON, in every language of the house."""
        value: dict[str, Json] = {
            "rule": self.rule.value,
            "says": self.says.by_language(),
            "asks": self.asks.by_language(),
            "parties": list(self.parties),
        }
        value |= {"provision": self.provision} if self.provision is not None else {}
        return value | ({"joint": self.joint.hex()} if self.joint is not None else {})


@dataclass(frozen=True, kw_only=True)
class Question:
    """What the rules are asked about: the plan, its commitments as they stood on the closing day, and the period.

    `names` are the names of the parties, by code in charter order.
    """

    plan: PlanRegister
    standings: tuple[ProvisionStanding, ...]
    period: Period
    names: Mapping[str, Words]

    def named(self, parties: Iterable[str]) -> Words:
        """The names of these parties in one line."""
        return listed([self.names[party] for party in parties])


def matters_of(question: Question) -> tuple[Matter, ...]:
    """Everything the rules find."""
    return tuple(matter for finder in FINDERS for matter in finder(question))


def _accounts_differ(question: Question) -> Iterator[Matter]:
    for standing in _compared(question, Comparison.DIFFER):
        latest = {party: standing.latest(party) for party in standing.accounts}
        states = [
            STATES.filled(party=question.names[party], stage=STAGES[account.stage])
            for party, account in latest.items()
            if account is not None
        ]
        yield _matter(Rule.ACCOUNTS_DIFFER, standing, latest, accounts=listed(states))


def _deadline_passed(question: Question) -> Iterator[Matter]:
    for standing in question.standings:
        deadline = standing.provision.deadline
        if deadline is None or deadline.latest_on > question.period.to_on or standing.comparison is Comparison.SEALED:
            continue
        open_to = [party for party in standing.accounts if not _is_done(standing, party)]
        if open_to:
            yield _matter(Rule.DEADLINE_PASSED, standing, open_to, day=deadline.latest_on)


def _dialogue_not_held(question: Question) -> Iterator[Matter]:
    period = question.period
    for standing in question.standings:
        recurrence = standing.provision.recurrence
        yearly = recurrence is not None and recurrence.rule == _YEARLY and standing.provision.mode == "dialogue"
        if yearly and _falls_due(question) and not _was_held(standing, period):
            days = {"from_on": period.from_on, "to_on": period.to_on}
            yield _matter(Rule.DIALOGUE_NOT_HELD, standing, standing.accounts, **days)


def _instrument_stuck(question: Question) -> Iterator[Matter]:
    opening = question.period.from_on.isoformat()
    days = {"from_on": question.period.from_on, "to_on": question.period.to_on}
    for standing in question.standings:
        for held in standing.activities:
            activity = held.activity
            since = max((said.on for said in activity.taken), default=held.opened_at[:10])
            runs = activity.mode.name == _INSTRUMENT and not held.withdrawn and activity.state not in _AT_REST
            if runs and since < opening:
                words = activity.mode.words
                moving = [step for step in activity.mode.open_steps(activity.state) if step.by is not By.OWN]
                said = {"state": words[activity.state], "steps": listed([words[step.name] for step in moving])}
                acting = [party for party in standing.accounts if party not in activity.heard]
                yield _matter(Rule.INSTRUMENT_STUCK, standing, acting, day=on_day(since), **days, **said)


def _new_day_asked(question: Question) -> Iterator[Matter]:
    """A new day that the latest account of a party asks for: the others answer."""
    for standing, party, account in _said(question):
        if account.new_day is not None:
            others = [code for code in standing.accounts if code != party]
            said = {"day": on_day(account.new_day.on), "party": question.names[party]}
            yield _matter(Rule.NEW_DAY_ASKED, standing, others, **said)


def _hindered(question: Question) -> Iterator[Matter]:
    """What the latest account of a party says stands in the way: who awaits the other party asks the others."""
    for standing, party, account in _said(question):
        if account.hindrance is not None:
            awaits = account.hindrance is Hindrance.OTHER_PARTY
            acting = [code for code in standing.accounts if (code != party) is awaits]
            said = {"hindrance": HINDRANCES[account.hindrance], "party": question.names[party]}
            yield _matter(Rule.HINDERED, standing, acting, **said)


def _step_passed(question: Question) -> Iterator[Matter]:
    """Steps named with a day up to the closing one by the latest account of a party: it has said nothing since."""
    closing = question.period.to_on.isoformat()
    for standing, party, account in _said(question):
        passed = [step.due_on for step in account.steps if (account.until or account.on) < step.due_on <= closing]
        if passed:
            said = {"day": on_day(min(passed)), "party": question.names[party]}
            yield _matter(Rule.STEP_PASSED, standing, [party], **said)


def _said(question: Question) -> Iterator[tuple[ProvisionStanding, str, Account]]:
    """The latest account of each party on each commitment, those that call it done or stopped left out."""
    for standing in question.standings:
        for party in standing.accounts:
            account = standing.latest(party)
            if account is not None and account.stage not in (Stage.DONE, Stage.STOPPED):
                yield standing, party, account


def _joint_text_waiting(question: Question) -> Iterator[Matter]:
    for text in question.plan.joint_texts:
        if text.pending:
            waited_for = _waited_for(text)
            proposed_on = on_day(text.proposal.header.at[:10] if text.proposal.header is not None else "")
            yield Matter(
                rule=Rule.JOINT_TEXT_WAITING,
                says=SAYS[Rule.JOINT_TEXT_WAITING].filled(day=proposed_on, parties=question.named(waited_for)),
                asks=ASKS[Rule.JOINT_TEXT_WAITING].filled(number=proposed_on),
                parties=waited_for,
                joint=text.leaf,
            )


def _follow_up_open(question: Question) -> Iterator[Matter]:
    for standing in question.standings:
        decided_on = max((said.on for said in _steps(standing) if said.details.get(_DECIDED)), default=None)
        if decided_on is not None:
            silent = [party for party in standing.accounts if not _reports_since(standing, party, decided_on)]
            if silent:
                said = {"day": on_day(decided_on), "parties": question.named(silent)}
                yield _matter(Rule.FOLLOW_UP_OPEN, standing, silent, **said)


def _decision_open(question: Question) -> Iterator[Matter]:
    """Decisions of minutes agreed up to the closing day that somebody still owes then."""
    closing = question.period.to_on.isoformat()
    for minutes in question.plan.minutes:
        if minutes.agreed.on > closing:
            continue
        for decision in (one.up_to(closing) for one in minutes.decisions):
            if decision.is_open:
                yield _owed(question, minutes, decision)


def _owed(question: Question, minutes: MinutesStanding, standing: DecisionStanding) -> Matter:
    decision = standing.decision
    day = on_day(minutes.agreed.on)
    said = {"decision": decision.id, "day": day, "words": in_house_languages(decision.words)}
    return Matter(
        rule=Rule.DECISION_OPEN,
        says=SAYS[Rule.DECISION_OPEN].filled(**said, parties=question.named(standing.still_owed_by)),
        asks=ASKS[Rule.DECISION_OPEN].filled(number=listed([day, Words(*[decision.id] * len(LANGUAGES))])),
        parties=standing.still_owed_by,
        provision=decision.provision if question.plan.standing(decision.provision or "") is not None else None,
    )


def _one_side_silent(question: Question) -> Iterator[Matter]:
    for standing in _compared(question, Comparison.ONE_SIDE):
        silent = [party for party in standing.accounts if standing.latest(party) is None]
        yield _matter(Rule.ONE_SIDE_SILENT, standing, silent, parties=question.named(silent))


def _nobody_reports(question: Question) -> Iterator[Matter]:
    for standing in _compared(question, Comparison.NEITHER):
        yield _matter(Rule.NOBODY_REPORTS, standing, standing.accounts)


Finder: TypeAlias = Callable[[Question], Iterator[Matter]]

FINDERS: Final[tuple[Finder, ...]] = (
    _accounts_differ,
    _deadline_passed,
    _dialogue_not_held,
    _instrument_stuck,
    _new_day_asked,
    _hindered,
    _step_passed,
    _joint_text_waiting,
    _follow_up_open,
    _decision_open,
    _one_side_silent,
    _nobody_reports,
)
"""The rules, in the order of `Rule`."""


def _compared(question: Question, comparison: Comparison) -> Iterator[ProvisionStanding]:
    return (standing for standing in question.standings if standing.comparison is comparison)


def _matter(rule: Rule, standing: ProvisionStanding, acting: Iterable[str], **values: object) -> Matter:
    number = number_of(standing.provision.id)
    return Matter(
        rule=rule,
        says=SAYS[rule].filled(number=number, **values),
        asks=ASKS[rule].filled(number=number),
        parties=tuple(acting),
        provision=standing.provision.id,
    )


def _is_done(standing: ProvisionStanding, party: str) -> bool:
    account = standing.latest(party)
    return account is not None and account.stage is Stage.DONE


def _falls_due(question: Question) -> bool:
    """Whether a yearly recurrence, counted from the beginning of the plan, falls due within the period."""
    before = question.period.from_on - datetime.timedelta(days=1)
    due_on = falls_due(_YEARLY, begins_on=begins_on(question.plan), after=before)
    return due_on is not None and question.period.holds(due_on)


def _was_held(standing: ProvisionStanding, period: Period) -> bool:
    """Whether a meeting of the period is on record: as a step of a dialogue, or as an account that says done."""
    days = (said.on for said in _steps(standing) if said.step == _HELD)
    in_period = (account for said in standing.accounts.values() for account in said if happened_in(account, period))
    return any(period.from_on.isoformat() <= day <= period.to_on.isoformat() for day in days) or any(
        account.stage is Stage.DONE and not account.withdrawn for account in in_period
    )


def _steps(standing: ProvisionStanding) -> Iterator[Said]:
    """Every step of every activity that stands."""
    return (said for held in standing.activities if not held.withdrawn for said in held.activity.taken)


def _reports_since(standing: ProvisionStanding, party: str, day: str) -> bool:
    """Whether the party's latest account states that day or a later one."""
    account = standing.latest(party)
    return account is not None and (account.until or account.on) >= day


def _waited_for(text: JointText) -> tuple[str, ...]:
    return text.still_to_speak or text.still_to_seal
