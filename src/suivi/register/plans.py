"""Plans: the version in force, and how each of its provisions stands in the words of every party.

- `PlanRegister.value()` is plain JSON in every language on record: equal in every capital that holds the same
  entries, whatever receipts, notices or waiting entries each has besides.
- Its digest is SHA-256 over the canonical JSON of that value; parts that did not change are written once.
- A version that comes into force keeps what was reported on the provisions whose ids it keeps.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from suivi.log.canonical import Json, canonical, has_astral, octets_of
from suivi.plan.channel import CharterLanguage
from suivi.plan.plan import Plan, Provision
from suivi.plan.version import Succession
from suivi.record.plans import PlanAdopted
from suivi.register.activity import ActivityStanding
from suivi.register.assessments import Assessed
from suivi.register.bodies import NamedBody, body_value
from suivi.register.described import Described
from suivi.register.evidence import Evidence
from suivi.register.joint import JointText
from suivi.register.minutes import MinutesStanding
from suivi.register.named import NamedThing, Naming, things_of
from suivi.register.reports import Account, Comparison, latest


@dataclass(frozen=True, kw_only=True)
class ProvisionStanding:
    """One commitment: what each party has put on record about it (`accounts`, by party in charter order).

    Accounts stand oldest first by the day stated, withdrawn and background ones included. `activities` in the order
    opened, `evidence` oldest first, `assessments` by the last day assessed.
    """

    provision: Provision
    accounts: Mapping[str, tuple[Account, ...]]
    comparison: Comparison
    activities: tuple[ActivityStanding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    assessments: tuple[Assessed, ...] = ()

    def latest(self, party: str) -> Account | None:
        """The latest account of `party` that stands and is not background, or None."""
        return latest(self.accounts.get(party, ()))

    def value(self) -> dict[str, Json]:
        """The provision as plain JSON: agreed places, accounts by party, comparison, activities, evidence."""
        return self._value

    @cached_property
    def octets(self) -> bytes:
        """The canonical JSON of `value`."""
        return _octets(self._value)

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical JSON of `value`."""
        return hashlib.sha256(self.octets).hexdigest()

    @cached_property
    def _value(self) -> dict[str, Json]:
        agreed = PlanAdopted(Plan("p", 1, (), (), (self.provision,))).value()["provisions"]
        agreement: Mapping[str, Json] = agreed[0] if isinstance(agreed, list) else {}
        return {
            **agreement,
            "comparison": self.comparison.value,
            "accounts": {party: [one.value() for one in accounts] for party, accounts in self.accounts.items()},
            "activities": [activity.value() for activity in self.activities],
            "evidence": [evidence.value() for evidence in self.evidence],
            # Absent is absent: a commitment nobody has assessed keeps the digest it had before anybody did.
            **({"assessments": [one.value() for one in self.assessments]} if self.assessments else {}),
        }


@dataclass(frozen=True, kw_only=True)
class PlanRegister:
    """A plan in force: the version, the leaf of the joint text that adopted it, and every provision in plan order.

    `in_effect_at` is the latest instant among the seals. `joint_texts` are all texts proposed about the plan, the
    adoption itself included, in canonical order of proposal. `agreed_on` is the first day on which a version in effect
    was agreed: what happened before is background. `evidence` is what was cited for the plan as a whole,
    `succession` is what led to the version in force from the one before, empty for a first version; `ended` are the
    commitments that ended on the way, with all that was reported on them, `versions` the plans it goes back to, newest
    first, itself included. `bodies` those that lead or support a provision or are named in a report, by id. `minutes` are those in effect, in
    the order in which they came into effect. `described` is what the parties supplied about the plan, `named` the
    records that enter what it names, both oldest first. `demonstration`: the charter says that it is one.
    """

    plan: Plan
    joint: bytes
    in_effect_at: str
    provisions: tuple[ProvisionStanding, ...]
    parties: tuple[str, ...]
    languages: tuple[CharterLanguage, ...]
    joint_texts: tuple[JointText, ...] = ()
    succession: Succession = ()
    ended: tuple[ProvisionStanding, ...] = ()
    versions: tuple[Plan, ...] = ()
    agreed_on: str | None = None
    evidence: tuple[Evidence, ...] = ()
    bodies: Mapping[str, NamedBody] = field(default_factory=dict)
    minutes: tuple[MinutesStanding, ...] = ()
    described: tuple[Described, ...] = ()
    named: tuple[Naming, ...] = ()
    demonstration: bool = False

    @cached_property
    def things(self) -> dict[str, NamedThing]:
        """What the plan names, by id, in the order it was entered."""
        return things_of(self.named)

    @property
    def standings(self) -> tuple[ProvisionStanding, ...]:
        """Every commitment that was ever in force on the way here: those of the plan, then those that ended."""
        return (*self.provisions, *self.ended)

    def plan_with(self, provision: str) -> Plan:
        """The version whose words a commitment stands in: the one in force, or the last that had it."""
        return next((plan for plan in self.versions if plan.provision(provision) is not None), self.plan)

    def standing(self, provision: str) -> ProvisionStanding | None:
        """How the provision of that id, or of that further place, stands, ended ones included; None without such an id."""
        known = self.plan.provision(provision)
        if known is None:
            places = ((place.id, standing) for standing in self.ended for place in standing.provision.places)
            return next((standing for id, standing in places if id == provision), None)
        return next(standing for standing in self.provisions if standing.provision.id == known.id)

    def leading(self, standing: ProvisionStanding, party: str) -> tuple[NamedBody, ...]:
        """The bodies of `party` that lead a commitment, at any of its places; by id."""
        places = {place.id for place in standing.provision.places}
        known = places | {f"{self.plan.id}#{place}" for place in places}
        found = (body for _, body in sorted(self.bodies.items()) if body.party == party)
        return tuple(body for body in found if not known.isdisjoint(body.leads))

    def value(self) -> dict[str, Json]:
        """The whole plan as plain JSON, all languages, every account with its place on record."""
        return {**self._frame, "provisions": [standing.value() for standing in self.provisions]}

    def octets(self) -> bytes:
        """The canonical JSON of `value`."""
        # "provisions" is written piece by piece: only what changed is written anew.
        before = {name: part for name, part in self._frame.items() if name < "provisions"}
        after = {name: part for name, part in self._frame.items() if name > "provisions"}
        provisions = b",".join(standing.octets for standing in self.provisions)
        return _octets(before)[:-1] + b',"provisions":[' + provisions + b"]," + _octets(after)[1:]

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical JSON of `value`."""
        return hashlib.sha256(self.octets()).hexdigest()

    @cached_property
    def fingerprint(self) -> str:
        """A SHA-256 (hex) that differs where `digest` does, over the digests of the parts: it costs what has changed.

        For the rows of this node alone: `digest` is what capitals compare, and reads every account there is.
        """
        parts = [_octets(self._frame), *(standing.digest.encode() for standing in self.provisions)]
        return hashlib.sha256(b"\n".join(parts)).hexdigest()

    @cached_property
    def _frame(self) -> dict[str, Json]:
        frame = {name: part for name, part in PlanAdopted(self.plan).value().items() if name != "provisions"}
        return {
            **frame,
            "parties": list(self.parties),
            "languages": [{"tag": spoken.tag, "authentic": spoken.authentic} for spoken in self.languages],
            "joint": {"leaf": self.joint.hex(), "in_effect_at": self.in_effect_at},
            "joint_texts": [joint_value(text) for text in self.joint_texts],
            "evidence": [evidence.value() for evidence in self.evidence],
            "bodies": [body_value(body) for body in self.bodies.values()],
            # Absent is absent: a plan without minutes keeps the digest it had before there were any.
            **({"minutes": [one.value() for one in self.minutes]} if self.minutes else {}),
            **({"described": [one.value() for one in self.described]} if self.described else {}),
            **({"named": [one.value() for one in self.named]} if self.named else {}),
            **({"demonstration": True} if self.demonstration else {}),
            **self._amendment,
        }

    @property
    def _amendment(self) -> dict[str, Json]:
        """What led here from the version before and what ended on the way; nothing for a first version."""
        steps: list[Json] = [
            {"became": step.became.value, "old": list(step.old), "new": list(step.new)} for step in self.succession
        ]
        ended: list[Json] = [standing.value() for standing in self.ended]
        told: dict[str, Json] = {"succession": steps, "ended": ended}
        return {name: part for name, part in told.items() if part}


def joint_value(text: JointText) -> dict[str, Json]:
    """A joint text as plain JSON: what it says, who has spoken, left and sealed, and whether it is in effect."""
    header = text.proposal.header
    body = text.proposed.body_value
    value: dict[str, Json] = {
        "kind": text.proposed.kind,
        "log": text.proposal.log,
        "seq": text.proposal.seq,
        "id": header.id if header else "",
        "leaf": text.leaf.hex(),
        "proposed_at": header.at if header else "",
        "proposed_by": text.proposal.party,
        "parties": list(text.parties),
        "texts": dict(text.proposed.texts),
        "voices": _places(text.voices),
        "exits": _places(text.exits),
        "seals": _places(text.seals),
        "in_effect": text.in_effect,
        "in_effect_at": text.in_effect_at,
    }
    # A plan stands in the register itself; a step is small, and says what was agreed.
    return value | ({"body": body} if text.proposed.kind == "step.taken" else {})


def _places(places: Mapping[str, tuple[int, bytes]]) -> dict[str, Json]:
    return {party: {"seq": seq, "leaf": leaf.hex()} for party, (seq, leaf) in places.items()}


def _octets(value: Json) -> bytes:
    plain = octets_of(value, astral=False)
    return canonical(value) if has_astral(plain) else plain
