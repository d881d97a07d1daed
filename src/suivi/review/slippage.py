"""Slippage: the day first promised for a commitment, the day last promised, and the day it was said to be done.

- A promise is an account of something planned or under way that states a day still to come when it was put on
  record; words replaced by a correction were a promise too.
- Only a party's own days are compared, each with its own: no party is measured against the other.
- Days are whole, negative where something came sooner than promised.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from suivi.log.canonical import Json
from suivi.record.reports import Stage
from suivi.register.plans import ProvisionStanding
from suivi.register.reports import Account

_TO_COME: Final = (Stage.PLANNED, Stage.UNDER_WAY)


@dataclass(frozen=True, kw_only=True)
class Slippage:
    """What `party` promised on `provision`, and when it says it was done (None: not yet); days as `YYYY-MM-DD`."""

    provision: str
    party: str
    first_promised: str
    last_promised: str
    done_on: str | None = None

    @property
    def days(self) -> int:
        """Days from the first promise to the day done, or to the last promise while it is not done."""
        last = date.fromisoformat(self.done_on or self.last_promised)
        return (last - date.fromisoformat(self.first_promised)).days

    def value(self) -> dict[str, Json]:
        """The dates as plain JSON."""
        value: dict[str, Json] = {
            "provision": self.provision,
            "party": self.party,
            "first_promised": self.first_promised,
            "last_promised": self.last_promised,
            "days": self.days,
        }
        return value | ({"done_on": self.done_on} if self.done_on is not None else {})


def slippage_of(standings: Sequence[ProvisionStanding]) -> tuple[Slippage, ...]:
    """Every promise of a day, commitments in plan order, parties in charter order; most have none."""
    found = (_slippage(standing.provision.id, standing.accounts) for standing in standings)
    return tuple(one for by_party in found for one in by_party)


def _slippage(provision: str, accounts: Mapping[str, Sequence[Account]]) -> Iterator[Slippage]:
    for party, said in accounts.items():
        standing = [account for account in said if not account.withdrawn and not account.background]
        promises = sorted(promise for account in standing for promise in _promises(account))
        if promises:
            done = [account.until or account.on for account in standing if account.stage is Stage.DONE]
            yield Slippage(
                provision=provision,
                party=party,
                first_promised=promises[0][1],
                last_promised=promises[-1][1],
                done_on=done[-1] if done else None,
            )


def _promises(account: Account) -> Iterator[tuple[str, str]]:
    """Each promise in an account and its earlier words: when it was put on record, and the day promised."""
    for words in (*account.versions, account):
        said_at = words.corrected_at or words.at
        promised = words.until or words.on
        if words.stage in _TO_COME and promised > said_at[:10]:
            yield said_at, promised
