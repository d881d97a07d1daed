"""Figures: how many commitments stand where, by pillar and by party; whole numbers only, each with its total.

- A commitment counts once in its pillar and once in all, however many places it has in the text.
- Assessments (−1, 0, +1) are counted as the parties gave them; no average is formed.
- Shares are given as two whole numbers, what was counted and out of how many: nothing is rounded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median_low

from suivi.log.canonical import Json
from suivi.plan.plan import Plan, ProvisionKind
from suivi.plan.when import Period
from suivi.record.assessments import SCORES
from suivi.record.reports import Stage
from suivi.register.assessments import assessment_of
from suivi.register.plans import ProvisionStanding
from suivi.register.reports import Comparison
from suivi.review.changes import PartyChange
from suivi.review.words import Move

SILENT = "silent"


@dataclass(frozen=True, kw_only=True)
class Counts:
    """The commitments of one pillar, or of the whole plan (`pillar` None) on the closing day.

    `stages` and `moves` are by party, then by code; the stage `silent` counts commitments without an account.
    `assessed` is by party, then by score (`-1`, `0`, `1`), of the assessments given for the period; a party that gave
    none is absent. `days_to_record` is the lower median, in days, from the day stated to the day of record, over the accounts of the
    period; a party without any is absent. `sources` counts the sources cited on these commitments, `sourced` the
    commitments that have any; what was withdrawn counts in neither.
    """

    pillar: str | None
    total: int
    initiatives: int
    comparisons: Mapping[str, int]
    stages: Mapping[str, Mapping[str, int]]
    moves: Mapping[str, Mapping[str, int]]
    days_to_record: Mapping[str, int]
    sources: int = 0
    sourced: int = 0
    assessed: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def reported(self, party: str) -> int:
        """How many of the `total` the party has an account of."""
        return self.total - self.stages[party][SILENT]

    def value(self) -> dict[str, Json]:
        """The counts as plain JSON."""
        value: dict[str, Json] = {
            "total": self.total,
            "initiatives": self.initiatives,
            "comparisons": dict(self.comparisons),
            "stages": {party: dict(stages) for party, stages in self.stages.items()},
            "moves": {party: dict(moves) for party, moves in self.moves.items()},
            "reported": {party: self.reported(party) for party in self.stages},
            "days_to_record": dict(self.days_to_record),
            "evidence": {"sources": self.sources, "commitments": self.sourced},
        }
        value |= (
            {"assessments": {party: dict(given) for party, given in self.assessed.items()}} if self.assessed else {}
        )
        return value | ({"pillar": self.pillar} if self.pillar is not None else {})


def figures_of(
    plan: Plan,
    standings: Sequence[ProvisionStanding],
    changes: Mapping[str, Mapping[str, PartyChange]],
    period: Period,
) -> tuple[Counts, ...]:
    """Counts of each pillar in plan order, then of the whole plan; `changes` by provision, then by party."""
    pillars = [section.id for section in plan.sections if section.parent is None]
    of_pillar = {standing.provision.id: pillar_of(plan, standing.provision.places[0].section) for standing in standings}
    parts = [(pillar, [one for one in standings if of_pillar[one.provision.id] == pillar]) for pillar in pillars]
    return tuple(_counts(pillar, part, changes, period) for pillar, part in (*parts, (None, list(standings))))


def pillar_of(plan: Plan, section: str | None) -> str | None:
    """The id of the section without parent that holds `section`; None outside every pillar."""
    parents = {known.id: known.parent for known in plan.sections}
    while section is not None and parents.get(section) is not None:
        section = parents[section]
    return section


def _counts(
    pillar: str | None,
    standings: Sequence[ProvisionStanding],
    changes: Mapping[str, Mapping[str, PartyChange]],
    period: Period,
) -> Counts:
    # The parties are the same for every commitment; a pillar without any has figures of zero for the same parties.
    parties = list(next(iter(changes.values()), {}))
    cited = [sum(not evidence.withdrawn for evidence in one.evidence) for one in standings]
    by_party = {party: [changes[one.provision.id][party] for one in standings] for party in parties}
    return Counts(
        pillar=pillar,
        total=len(standings),
        initiatives=sum(one.provision.kind is ProvisionKind.INITIATIVE for one in standings),
        comparisons=_tallied(Comparison, (one.comparison for one in standings)),
        stages={party: _stages(changed) for party, changed in by_party.items()},
        moves={party: _tallied(Move, (one.move for one in changed)) for party, changed in by_party.items()},
        days_to_record={party: median_low(days) for party in parties if (days := _days_to_record(by_party[party]))},
        sources=sum(cited),
        sourced=sum(count > 0 for count in cited),
        assessed={party: given for party in parties if (given := _assessed(standings, party, period))},
    )


def _assessed(standings: Sequence[ProvisionStanding], party: str, period: Period) -> dict[str, int]:
    """How often the party gave each score for the period; empty where it gave none."""
    given = [one.said.score for standing in standings if (one := assessment_of(standing.assessments, party, period))]
    return {str(score): given.count(score) for score in SCORES} if given else {}


def _stages(changed: Iterable[PartyChange]) -> dict[str, int]:
    codes = [one.closing.stage.value if one.closing else SILENT for one in changed]
    return {code: codes.count(code) for code in (*(stage.value for stage in Stage), SILENT)}


def _tallied(terms: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    codes = [str(code) for code in found]
    return {str(term): codes.count(str(term)) for term in terms}


def _days_to_record(changed: Iterable[PartyChange]) -> list[int]:
    accounts = (account for one in changed for account in one.in_period)
    days = ((date.fromisoformat(account.at[:10]) - date.fromisoformat(account.on)).days for account in accounts)
    return [day for day in days if day >= 0]
