"""One plan while the entries about it are taken: its versions in effect, accounts, evidence and activities.

- A provision is known by the id of any of its places; what is reported on a further place is reported on it.
- What is background is told against the first day on which any version in effect was agreed: a later version turns
  no progress under an earlier one into background.
- After an amendment, what was reported on a commitment that was merged is told with the one it was merged into, and
  what was reported on one that ended stays with it, among those ended. Nothing is moved: it is gathered when told.
- A snapshot builds anew only the provisions that an entry has touched since the last one.
"""

from bisect import insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Self

from suivi.plan.channel import Charter
from suivi.plan.plan import Plan, Provision
from suivi.plan.version import Became, Succession, heirs, ids_of, places_of, unsound
from suivi.record.entry import Entry
from suivi.record.marking import Marking
from suivi.record.plans import PlanAdopted, PlanAmended
from suivi.register.activity import ActivityStanding
from suivi.register.assessments import Assessed
from suivi.register.bodies import NamedBody, concerned
from suivi.register.described import Described
from suivi.register.evidence import Evidence
from suivi.register.joint import JointText
from suivi.register.minutes import MinutesStanding
from suivi.register.named import Naming
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account, Accounts, compare, told_against


@dataclass(slots=True)
class PlanTally:
    """What has been said about one plan.

    `texts` are the joint texts about it, by leaf, in canonical order; `versions` those that adopted it and are in
    effect, `ids` what each id of a place stands for in them. `said` holds accounts by provision and party,
    `evidence` by provision (empty: the plan as a whole) in order, `acting` the ids of bodies that reports name,
    `assessed` assessments by provision in order, `described` what parties supplied, oldest first, `named` the things they say it names,
    `activities` ids by provision, `minutes` those in effect by leaf (hex), `standings` and `remembered` what was built for the last snapshot.
    """

    texts: dict[bytes, JointText] = field(default_factory=dict)
    versions: list[tuple[JointText, Plan]] = field(default_factory=list)
    ids: dict[bytes, dict[str, str]] = field(default_factory=dict)
    said: dict[str, dict[str, Accounts]] = field(default_factory=dict)
    evidence: dict[str, list[Evidence]] = field(default_factory=dict)
    assessed: dict[str, list[Assessed]] = field(default_factory=dict)
    described: list[Described] = field(default_factory=list)
    named: list[Naming] = field(default_factory=list)
    acting: frozenset[str] = frozenset()
    activities: dict[str, list[str]] = field(default_factory=dict)
    minutes: dict[str, MinutesStanding] = field(default_factory=dict)
    standings: dict[str, ProvisionStanding] = field(default_factory=dict)
    remembered: PlanRegister | None = None

    def copied(self) -> Self:
        """The same plan, to take unreleased entries on top without changing this one."""
        said = {
            provision: {party: accounts.copied() for party, accounts in by_party.items()}
            for provision, by_party in self.said.items()
        }
        activities = {provision: list(under) for provision, under in self.activities.items()}
        evidence = {provision: list(cited) for provision, cited in self.evidence.items()}
        return replace(
            self,
            said=said,
            evidence=evidence,
            assessed={provision: list(given) for provision, given in self.assessed.items()},
            described=list(self.described),
            named=list(self.named),
            activities=activities,
            standings=dict(self.standings),
            minutes=dict(self.minutes),
        )

    @property
    def in_force(self) -> tuple[JointText, Plan] | None:
        """The version in force, with the text that adopted it: the highest, then the last sealed."""
        return max(self.versions, key=_rank) if self.versions else None

    @property
    def agreed_on(self) -> str | None:
        """The first day on which a version in effect was agreed, None where none names its day."""
        return min((plan.agreed_on for _, plan in self.versions if plan.agreed_on is not None), default=None)

    def in_force_for(self, entry: Entry) -> tuple[JointText, Plan] | None:
        """The version in force for `entry`: the highest whose every seal it had seen."""
        known = [version for version in self.versions if version[0].precedes(entry)]
        return known[0] if len(known) == 1 else max(known, key=_rank, default=None)

    def adopt(self, text: JointText, adopted: PlanAdopted) -> None:
        """Puts a version in effect."""
        plan = adopted.plan
        self.versions.append((text, plan))
        merged = dict(heirs(adopted.succession)) if isinstance(adopted, PlanAmended) else {}
        own = {place.id: provision.id for provision in plan.provisions for place in provision.places}
        self.ids[text.leaf] = {**merged, **own}
        self.standings.clear()
        self.remembered = None

    def unsound(self, amended: PlanAmended, entry: Entry) -> str:
        """What keeps an amendment from following the version in force for `entry`; empty if nothing does."""
        known = [version for version in self.versions if version[0].precedes(entry)]
        if not known:
            return "no version"
        before = max(known, key=_rank)[1]
        if amended.amends != before.version or amended.plan.version <= before.version:
            return f"version {amended.amends} > {amended.plan.version}, in force {before.version}"
        used = frozenset().union(*(places_of(plan) for _, plan in known))
        return unsound(amended.succession, ids_of(before), ids_of(amended.plan), used)

    @property
    def chain(self) -> list[tuple[Plan, Succession]]:
        """The version in force and those it goes back to, newest first, each with what led to it."""
        chain: list[tuple[Plan, Succession]] = []
        ranked = sorted(self.versions, key=_rank)
        while ranked:
            text, plan = ranked.pop()
            body = text.proposed.body
            chain.append((plan, body.succession if isinstance(body, PlanAmended) else ()))
            if isinstance(body, PlanAmended):
                ranked = [version for version in ranked if version[1].version <= body.amends]
        return chain

    def heir(self, provision: str) -> str:
        """The id a provision of any version is told under now: its own, or that of the one it was merged into."""
        for _, succession in reversed(self.chain):
            provision = heirs(succession).get(provision, provision)
        return provision

    def note(self, text: JointText) -> None:
        """Keeps a joint text about the plan as it stands now."""
        self.texts[text.leaf] = text
        self.remembered = None

    def inherit(self, texts: Mapping[bytes, JointText]) -> None:
        """Keep of the joint texts about the plan those that stand in `texts`, by leaf, and each as it stands there."""
        self.texts = {leaf: texts[leaf] for leaf in self.texts if leaf in texts}
        self.versions = [(texts[text.leaf], plan) for text, plan in self.versions]
        self.ids = dict(self.ids)
        self.standings.clear()
        self.remembered = None

    def id_of(self, version: JointText, place: str) -> str | None:
        """The id of the provision that has a place of that id in `version`, or None."""
        return self.ids[version.leaf].get(place)

    def accounts(self, provision: str, party: str) -> Accounts:
        """The accounts of one party on a provision, to be changed; touches the provision."""
        self.touch(provision)
        return self.said.setdefault(provision, {}).setdefault(party, Accounts())

    def has_report(self, provision: str, id: str) -> bool:
        """Whether a report with that entry id is on record about the provision."""
        told = [said for known, said in self.said.items() if self.heir(known) == self.heir(provision)]
        return any(account.id == id for said in told for accounts in said.values() for account in accounts.all())

    def cite(self, evidence: Evidence) -> None:
        """Adds evidence where its day belongs."""
        insort(self.evidence.setdefault(evidence.provision, []), evidence, key=lambda other: other.order)
        self.touch(evidence.provision)

    def withdraw_evidence(self, provision: str, place: tuple[str, int], reason: str) -> bool:
        """Marks the evidence that stands at `place` (log, seq) as taken back; False if it is not there, or was."""
        return self._change_evidence(provision, place, lambda evidence: replace(evidence, withdrawn_for=reason))

    def mark_evidence(self, provision: str, place: tuple[str, int], marking: Marking) -> bool:
        """Gives the evidence that stands at `place` (log, seq) another marking; False if it is not there, or was."""
        return self._change_evidence(provision, place, lambda evidence: replace(evidence, marking=marking))

    def _change_evidence(self, provision: str, place: tuple[str, int], changed: Callable[[Evidence], Evidence]) -> bool:
        cited = self.evidence.get(provision, [])
        for index, evidence in enumerate(cited):
            if (evidence.log, evidence.seq) == place and not evidence.withdrawn:
                cited[index] = changed(evidence)
                self.touch(provision)
                return True
        return False

    def assess(self, provision: str, assessed: Assessed) -> None:
        """Adds an assessment where the period it is of belongs."""
        insort(self.assessed.setdefault(provision, []), assessed, key=lambda other: other.order)
        self.touch(provision)

    def withdraw_assessment(self, provision: str, place: tuple[str, int], reason: str) -> bool:
        """Marks the assessment that stands at `place` (log, seq) as taken back; False if it is not there, or was."""
        given = self.assessed.get(provision, [])
        for index, one in enumerate(given):
            if (one.log, one.seq) == place and not one.withdrawn:
                given[index] = replace(one, withdrawn_for=reason)
                self.touch(provision)
                return True
        return False

    def describe(self, described: Described) -> None:
        """Keeps what a party supplies about the plan as a whole."""
        self.described.append(described)
        self.remembered = None

    def take_back_description(self, place: tuple[str, int]) -> bool:
        """Leaves out what was supplied at `place` (log, seq), so that the word before counts; False if not there."""
        kept = [one for one in self.described if (one.log, one.seq) != place]
        found = len(kept) < len(self.described)
        self.described, self.remembered = kept, None
        return found

    def name(self, naming: Naming) -> None:
        """Keeps the things a party says the plan names."""
        self.named.append(naming)
        self.remembered = None

    def take_back_naming(self, place: tuple[str, int]) -> bool:
        """Leaves out the things entered at `place` (log, seq); False if nothing was."""
        kept = [one for one in self.named if (one.log, one.seq) != place]
        found = len(kept) < len(self.named)
        self.named, self.remembered = kept, None
        return found

    def has_acted(self, bodies: Sequence[str]) -> None:
        """Remembers the bodies a report names."""
        if bodies:
            self.acting |= frozenset(bodies)

    def open(self, provision: str, activity: str) -> None:
        """Adds an activity under a provision."""
        self.activities.setdefault(provision, []).append(activity)
        self.touch(provision)

    def agree(self, minutes: MinutesStanding) -> None:
        """Keeps minutes in effect, as they stand now."""
        self.minutes[minutes.key] = minutes
        self.remembered = None

    def touch(self, provision: str) -> None:
        """Has the provision built anew in the next snapshot."""
        self.standings.pop(provision, None)
        if len(self.versions) > 1:
            self.standings.pop(self.heir(provision), None)
        self.remembered = None

    def snapshot(
        self,
        codes: Sequence[str],
        charter: Charter | None,
        activities: Mapping[str, ActivityStanding],
        bodies: Mapping[str, NamedBody],
    ) -> PlanRegister | None:
        """The plan as it stands now; None while no version is in effect."""
        if self.in_force is None:
            return None
        text, plan = self.in_force
        if self.remembered is None:
            self.remembered = PlanRegister(
                plan=plan,
                joint=text.leaf,
                in_effect_at=text.in_effect_at,
                provisions=tuple(self._standing(provision, codes, activities) for provision in plan.provisions),
                ended=tuple(self._standing(provision, codes, activities) for provision in self._ended()),
                succession=self.chain[0][1],
                versions=tuple(version for version, _ in self.chain),
                parties=tuple(codes),
                languages=charter.languages if charter is not None else (),
                demonstration=charter is not None and charter.demonstration,
                joint_texts=tuple(self.texts.values()),
                agreed_on=self.agreed_on,
                evidence=self._cited(""),
                described=tuple(self.described),
                named=tuple(self.named),
                minutes=tuple(self.minutes.values()),
                bodies=concerned(bodies, plan, self.acting),
            )
        return self.remembered

    def _standing(
        self, provision: Provision, codes: Sequence[str], activities: Mapping[str, ActivityStanding]
    ) -> ProvisionStanding:
        known = self.standings.get(provision.id)
        if known is None:
            known = self.standings[provision.id] = self._built(provision, codes, activities)
        return known

    def _built(
        self, provision: Provision, codes: Sequence[str], activities: Mapping[str, ActivityStanding]
    ) -> ProvisionStanding:
        told = self._told_under(provision.id)
        accounts: dict[str, tuple[Account, ...]] = {
            code: told_against(_in_order([self.said.get(id, {}).get(code) for id in told]), self.agreed_on)
            for code in codes
        }
        under = tuple(activities[activity] for id in told for activity in self.activities.get(id, ()))
        running = [standing.activity for standing in under if not standing.withdrawn]
        sealed = bool(running) and all(activity.is_concluded for activity in running)
        return ProvisionStanding(
            provision=provision,
            accounts=accounts,
            comparison=compare(accounts, sealed=sealed),
            activities=under,
            evidence=self._cited(*told),
            assessments=self._assessed(told),
        )

    def _cited(self, *provisions: str) -> tuple[Evidence, ...]:
        begun = self.agreed_on or ""
        cited = [evidence for provision in provisions for evidence in self.evidence.get(provision, ())]
        if len(provisions) > 1:
            cited.sort(key=lambda evidence: evidence.order)
        return tuple(replace(evidence, background=True) if evidence.told_on < begun else evidence for evidence in cited)

    def _assessed(self, told: Sequence[str]) -> tuple[Assessed, ...]:
        given = [one for provision in told for one in self.assessed.get(provision, ())]
        return tuple(sorted(given, key=lambda one: one.order))

    def _told_under(self, provision: str) -> list[str]:
        """The ids whose history is told under `provision`: its own, and those merged into it."""
        if len(self.versions) < 2:
            return [provision]
        merged = [id for _, succession in self.chain for step in succession for id in step.old]
        return [provision, *(id for id in dict.fromkeys(merged) if id != provision and self.heir(id) == provision)]

    def _ended(self) -> list[Provision]:
        """The commitments that ended with a version on the way to the one in force, the last ended first."""
        chain = self.chain
        ended: list[Provision] = []
        for (_, succession), (before, _) in pairwise(chain):
            gone = {id for step in succession if step.became is Became.ENDED for id in step.old}
            ended += (provision for provision in before.provisions if provision.id in gone)
        return ended


def _in_order(said: Sequence[Accounts | None]) -> tuple[Account, ...]:
    """The accounts of several provisions as those of one, oldest first."""
    known = [accounts for accounts in said if accounts is not None]
    if len(known) == 1:
        return known[0].all()
    return tuple(sorted((account for accounts in known for account in accounts.all()), key=lambda one: one.order))


def _rank(version: tuple[JointText, Plan]) -> tuple[int, str, bytes]:
    text, plan = version
    return plan.version, text.in_effect_at, text.leaf
