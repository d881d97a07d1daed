"""Years: two periods of one plan side by side: what moved, what slipped and by how much, which bodies report.

- Both periods are told from the same records: what was on record is one cut; only what is stated to have happened
  differs. What was entered late therefore counts in the period it belongs to.
- Nothing is weighed: a party's own words in one period stand beside its own words in the other.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.plan.when import Period
from suivi.register.plans import ProvisionStanding
from suivi.review.package import Review

FORMAT: Final = "suivi-years/1"
_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A commitment that stands otherwise at the end of the later period than at the end of the earlier one."""

    provision: str
    before: ProvisionStanding
    after: ProvisionStanding

    def value(self) -> dict[str, Json]:
        """Both standings as plain JSON: the comparison, and the stage of each party, None for silence."""
        return {"provision": self.provision, "before": _standing(self.before), "after": _standing(self.after)}


@dataclass(frozen=True, kw_only=True)
class Slipped:
    """A day `party` had promised by the end of the earlier period, and has moved or met since; `days` may be negative."""

    provision: str
    party: str
    promised_before: str
    promised_now: str
    done_on: str | None
    days: int

    def value(self) -> dict[str, Json]:
        """The dates as plain JSON."""
        value: dict[str, Json] = {
            "provision": self.provision,
            "party": self.party,
            "promised_before": self.promised_before,
            "promised_now": self.promised_now,
            "days": self.days,
        }
        return value | ({"done_on": self.done_on} if self.done_on is not None else {})


@dataclass(frozen=True, kw_only=True)
class BodyReports:
    """How many accounts that state facts of each period name a body; `body` is its id."""

    body: str
    party: str
    before: int
    after: int

    def value(self) -> dict[str, Json]:
        """The counts as plain JSON."""
        return {"body": self.body, "party": self.party, "before": self.before, "after": self.after}


@dataclass(frozen=True, kw_only=True)
class Years:
    """Two reviews of one plan at one cut, `earlier` and `later`; moved and slipped in plan order, bodies by id."""

    earlier: Review
    later: Review
    moved: tuple[Moved, ...]
    slipped: tuple[Slipped, ...]
    bodies: tuple[BodyReports, ...]

    def value(self) -> dict[str, Json]:
        """The comparison as plain JSON; it names the digest of each review."""
        return {
            "format": FORMAT,
            "plan": self.later.plan.id,
            "periods": [_period(review) for review in (self.earlier, self.later)],
            "moves": [_moves(review) for review in (self.earlier, self.later)],
            "moved": [one.value() for one in self.moved],
            "slipped": [one.value() for one in self.slipped],
            "bodies": [one.value() for one in self.bodies],
        }


def years_of(earlier: Review, later: Review) -> Years:
    """What became of the plan from one period to the other."""
    before = {standing.provision.id: standing for standing in earlier.standings}
    pairs = [(before[one.provision.id], one) for one in later.standings if one.provision.id in before]
    return Years(
        earlier=earlier,
        later=later,
        moved=tuple(
            Moved(provision=then.provision.id, before=then, after=now)
            for then, now in pairs
            if _standing(then) != _standing(now)
        ),
        slipped=tuple(_slipped(earlier, later)),
        bodies=tuple(_bodies(earlier, later)),
    )


def period_before(period: Period) -> Period:
    """The period of the same length that ends the day before: whole years where it is of whole years."""
    last = period.from_on - _DAY
    after = period.to_on + _DAY
    years = after.year - period.from_on.year
    if years and (after.month, after.day) == (period.from_on.month, period.from_on.day):
        return Period(_years_back(period.from_on, years), last)
    return Period(last - (period.to_on - period.from_on), last)


def _years_back(day: datetime.date, years: int) -> datetime.date:
    # 29 February has no counterpart in most years: the day after the 28th has.
    is_leap_day = (day.month, day.day) == (2, 29)
    return datetime.date(day.year - years, 3, 1) if is_leap_day else day.replace(year=day.year - years)


def _slipped(earlier: Review, later: Review) -> Iterator[Slipped]:
    then = {(one.provision, one.party): one for one in earlier.slippage}
    for now in later.slippage:
        known = then.get((now.provision, now.party))
        if known is None or known.done_on is not None:
            continue
        last = now.done_on or now.last_promised
        days = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(known.last_promised)).days
        if days or now.done_on is not None:
            yield Slipped(
                provision=now.provision,
                party=now.party,
                promised_before=known.last_promised,
                promised_now=now.last_promised,
                done_on=now.done_on,
                days=days,
            )


def _bodies(earlier: Review, later: Review) -> Iterator[BodyReports]:
    before, after = _reports_by_body(earlier), _reports_by_body(later)
    for body, party in sorted(before.keys() | after.keys()):
        yield BodyReports(
            body=body, party=party, before=before.get((body, party), 0), after=after.get((body, party), 0)
        )


def _reports_by_body(review: Review) -> Mapping[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for changes in review.changes.values():
        for change in changes.values():
            for account in change.in_period:
                for body in account.bodies:
                    found[body, account.party] = found.get((body, account.party), 0) + 1
    return found


def _standing(standing: ProvisionStanding) -> dict[str, Json]:
    latest = {party: standing.latest(party) for party in standing.accounts}
    stages: dict[str, Json] = {party: account.stage.value if account else None for party, account in latest.items()}
    return {"comparison": standing.comparison.value, "stages": stages}


def _period(review: Review) -> dict[str, Json]:
    period = review.period
    return {"from_on": period.from_on.isoformat(), "to_on": period.to_on.isoformat(), "digest": review.digest()}


def _moves(review: Review) -> dict[str, Json]:
    counts: Sequence[tuple[str, Mapping[str, int]]] = list(review.figures[-1].moves.items())
    return {party: dict(moves) for party, moves in counts}
