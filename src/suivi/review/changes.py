"""Changes: where a commitment stood on the opening day, where on the closing day, and what became of it.

- On a day, a party's standing account is the latest one that states a fact up to that day; one that states a day
  after it was made counts from the day it was made.
- The period asks what records *state to have happened*; what was on record at all is the register's cut.
- An activity stands on the closing day where its steps up to that day had brought it: a step stated for a later
  day, and whatever follows it, has not been taken yet.
- What happened before the plan was agreed is background: kept, and neither a move nor counted in any figure.
- What became of a commitment is told for each party from its own accounts; no joint verdict is computed.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from suivi.plan.when import Period
from suivi.record.reports import Stage
from suivi.register.activity import ActivityStanding
from suivi.register.evidence import Evidence
from suivi.register.plans import ProvisionStanding
from suivi.register.reports import Account, compare, latest
from suivi.review.words import Move

_RANK: Final = {Stage.MENTIONED: 0, Stage.PLANNED: 1, Stage.UNDER_WAY: 2, Stage.DONE: 3, Stage.STOPPED: 3}


@dataclass(frozen=True, kw_only=True)
class PartyChange:
    """One party on one commitment: its account standing before the opening day, on the closing day, and the move.

    `in_period` are all its standing accounts stated to have happened in the period, `before` those before it, both
    oldest first and without background.
    """

    party: str
    opening: Account | None
    closing: Account | None
    move: Move
    in_period: tuple[Account, ...]
    before: tuple[Account, ...]


def closed_on(standing: ProvisionStanding, day: datetime.date) -> ProvisionStanding:
    """`standing` with the accounts and steps that count up to `day`, and how the accounts compare."""
    accounts = {party: _up_to(said, day) for party, said in standing.accounts.items()}
    activities = tuple(begun for held in standing.activities if (begun := _begun_by(held, day)) is not None)
    running = [held.activity for held in activities if not held.withdrawn]
    sealed = bool(running) and all(activity.is_concluded for activity in running)
    return ProvisionStanding(
        provision=standing.provision,
        accounts=accounts,
        comparison=compare(accounts, sealed=sealed),
        activities=activities,
        evidence=cited_up_to(standing.evidence, day),
        assessments=tuple(one for one in standing.assessments if one.said.to_on <= day.isoformat()),
    )


def _begun_by(held: ActivityStanding, day: datetime.date) -> ActivityStanding | None:
    """The activity with the steps it had taken by `day`; None if it had neither been opened nor taken any."""
    taken = held.activity.taken
    later = (place for place, said in enumerate(taken) if min(said.on, said.at[:10]) > day.isoformat())
    steps = taken[: next(later, len(taken))]
    if not steps and held.opened_at[:10] > day.isoformat():
        return None
    return held if len(steps) == len(taken) else replace(held, activity=held.activity.saying(steps))


def cited_up_to(evidence: Sequence[Evidence], day: datetime.date) -> tuple[Evidence, ...]:
    """The evidence whose source had appeared by `day`."""
    return tuple(one for one in evidence if one.order[0] <= day.isoformat())


def changes_of(standing: ProvisionStanding, period: Period) -> Mapping[str, PartyChange]:
    """What became of a commitment in the period, by party in charter order."""
    return {party: _change(party, accounts, period) for party, accounts in standing.accounts.items()}


def happened_in(account: Account, period: Period) -> bool:
    """Whether `account` states a fact of the period: its day, or part of its span of days; never background."""
    if account.background:
        return False
    last = account.until or account.on
    return account.on <= period.to_on.isoformat() and last >= period.from_on.isoformat()


def _change(party: str, accounts: Sequence[Account], period: Period) -> PartyChange:
    opening = latest(_up_to(accounts, period.from_on - datetime.timedelta(days=1)))
    closing = latest(_up_to(accounts, period.to_on))
    standing = [account for account in accounts if not account.withdrawn and not account.background]
    in_period = tuple(account for account in standing if happened_in(account, period))
    before = tuple(account for account in standing if (account.until or account.on) < period.from_on.isoformat())
    return PartyChange(
        party=party,
        opening=opening,
        closing=closing,
        move=_move(opening, closing) if in_period or opening is not closing else Move.NO_REPORT,
        in_period=in_period,
        before=before,
    )


def _move(opening: Account | None, closing: Account | None) -> Move:
    if closing is None:
        return Move.NO_REPORT
    was = opening.stage if opening else None
    if closing.stage is was:
        return Move.SLIPPED if _is_later(opening, closing) else Move.STEADY
    if closing.stage is Stage.DONE:
        return Move.DELIVERED
    if closing.stage is Stage.STOPPED:
        return Move.DROPPED
    if was in (None, Stage.MENTIONED, Stage.STOPPED):
        return Move.TAKEN_UP
    return Move.ADVANCED if _RANK[closing.stage] > _RANK[was] else Move.SLIPPED


def _is_later(opening: Account | None, closing: Account) -> bool:
    """Whether the same stage now ends on a later day than was said before."""
    before = opening.until if opening else None
    return before is not None and closing.until is not None and closing.until > before


def _up_to(accounts: Sequence[Account], day: datetime.date) -> tuple[Account, ...]:
    return tuple(account for account in accounts if account.order[0] <= day.isoformat())
