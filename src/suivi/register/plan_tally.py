"""One plan while the entries about it are taken: its versions in effect, accounts and activities.

- A provision is known by the id of any of its places; what is reported on a further place is reported on it.
- A snapshot builds anew only the provisions that an entry has touched since the last one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from suivi.plan.channel import CharterLanguage
from suivi.plan.plan import Plan, Provision
from suivi.record.entry import Entry
from suivi.record.plans import PlanAdopted
from suivi.register.activity import ActivityStanding
from suivi.register.joint import JointText
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account, Accounts, compare


@dataclass(slots=True)
class PlanTally:
    """What has been said about one plan.

    `texts` are the joint texts about it, by leaf, in canonical order; `versions` those that adopted it and are in
    effect, `ids` what each id of a place stands for in them. `said` holds accounts by provision and party,
    `activities` ids by provision, `standings` and `remembered` what was built for the last snapshot.
    """

    texts: dict[bytes, JointText] = field(default_factory=dict)
    versions: list[tuple[JointText, Plan]] = field(default_factory=list)
    ids: dict[bytes, dict[str, str]] = field(default_factory=dict)
    said: dict[str, dict[str, Accounts]] = field(default_factory=dict)
    activities: dict[str, list[str]] = field(default_factory=dict)
    standings: dict[str, ProvisionStanding] = field(default_factory=dict)
    remembered: PlanRegister | None = None

    def copied(self) -> Self:
        """The same plan, to take unreleased entries on top without changing this one."""
        said = {
            provision: {party: accounts.copied() for party, accounts in by_party.items()}
            for provision, by_party in self.said.items()
        }
        activities = {provision: list(under) for provision, under in self.activities.items()}
        return replace(self, said=said, activities=activities, standings=dict(self.standings))

    @property
    def in_force(self) -> tuple[JointText, Plan] | None:
        """The version in force, with the text that adopted it: the highest, then the last sealed."""
        return max(self.versions, key=_rank) if self.versions else None

    def in_force_for(self, entry: Entry) -> tuple[JointText, Plan] | None:
        """The version in force for `entry`: the highest whose every seal it had seen."""
        known = [version for version in self.versions if version[0].precedes(entry)]
        return known[0] if len(known) == 1 else max(known, key=_rank, default=None)

    def adopt(self, text: JointText, adopted: PlanAdopted) -> None:
        """Puts a version in effect."""
        plan = adopted.plan
        self.versions.append((text, plan))
        self.ids[text.leaf] = {place.id: provision.id for provision in plan.provisions for place in provision.places}
        self.standings.clear()
        self.remembered = None

    def note(self, text: JointText) -> None:
        """Keeps a joint text about the plan as it stands now."""
        self.texts[text.leaf] = text
        self.remembered = None

    def id_of(self, version: JointText, place: str) -> str | None:
        """The id of the provision that has a place of that id in `version`, or None."""
        return self.ids[version.leaf].get(place)

    def accounts(self, provision: str, party: str) -> Accounts:
        """The accounts of one party on a provision, to be changed; touches the provision."""
        self.touch(provision)
        return self.said.setdefault(provision, {}).setdefault(party, Accounts())

    def open(self, provision: str, activity: str) -> None:
        """Adds an activity under a provision."""
        self.activities.setdefault(provision, []).append(activity)
        self.touch(provision)

    def touch(self, provision: str) -> None:
        """Has the provision built anew in the next snapshot."""
        self.standings.pop(provision, None)
        self.remembered = None

    def snapshot(
        self,
        codes: Sequence[str],
        languages: tuple[CharterLanguage, ...],
        activities: Mapping[str, ActivityStanding],
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
                parties=tuple(codes),
                languages=languages,
                joint_texts=tuple(self.texts.values()),
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
        said = self.said.get(provision.id, {})
        accounts: dict[str, tuple[Account, ...]] = {code: said[code].all() if code in said else () for code in codes}
        under = tuple(activities[activity] for activity in self.activities.get(provision.id, ()))
        running = [standing.activity for standing in under if not standing.withdrawn]
        sealed = bool(running) and all(activity.is_concluded for activity in running)
        return ProvisionStanding(
            provision=provision, accounts=accounts, comparison=compare(accounts, sealed=sealed), activities=under
        )


def _rank(version: tuple[JointText, Plan]) -> tuple[int, str, bytes]:
    text, plan = version
    return plan.version, text.in_effect_at, text.leaf
