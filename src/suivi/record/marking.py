"""Marking: who may see a record: TLP 2.0, national labels, and the parties it may be given to.

- Join: the highest TLP, the highest value in each chain, all restrictive categories, only the parties that
  every part may be given to. What is not stated is lowest; absent `rel` is everybody.
- An unknown policy or value, and anything else that cannot be read, is `TOP`: above every ceiling.
- TLP labels are never translated. Source: exchange format, section 13; TLP 2.0 of FIRST.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Self

from suivi.log.canonical import Json
from suivi.log.fault import Fault, shown
from suivi.plan.channel import PARTY_GRAMMAR
from suivi.record.policies import POLICIES


class Tlp(IntEnum):
    """The Traffic Light Protocol, from open to closed."""

    CLEAR = 0
    GREEN = 1
    AMBER = 2
    AMBER_STRICT = 3
    RED = 4

    @property
    def wire(self) -> str:
        """The value on the wire: `AMBER+STRICT`."""
        return self.name.replace("_", "+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What one national table says: a value per chain stated, and restrictive categories.

    `levels` are (chain, value) in order of chain. At least one of the two is not empty.
    """

    policy: str
    levels: tuple[tuple[str, str], ...] = ()
    categories: frozenset[str] = frozenset()

    def join(self, other: Self) -> Self:
        """The label as high as both; the two are of one policy."""
        table = POLICIES[self.policy]
        highest = dict(self.levels)
        for chain, value in other.levels:
            if chain not in highest or table.rank(chain, highest[chain]) < table.rank(chain, value):
                highest[chain] = value
        categories = self.categories | other.categories
        return type(self)(policy=self.policy, levels=tuple(sorted(highest.items())), categories=categories)

    def within(self, ceiling: Self | None) -> bool:
        """Whether no chain stands higher than in `ceiling` (None: all lowest), and no category is added."""
        table = POLICIES[self.policy]
        highest = dict(ceiling.levels) if ceiling else {}
        categories = ceiling.categories if ceiling else frozenset[str]()
        return self.categories <= categories and all(
            table.rank(chain, value) <= (table.rank(chain, highest[chain]) if chain in highest else 0)
            for chain, value in self.levels
        )

    def value(self) -> dict[str, Json]:
        """The label as it stands in a header."""
        value: dict[str, Json] = {"policy": self.policy}
        if self.levels:
            value["levels"] = dict(self.levels)
        if self.categories:
            value["categories"] = sorted(self.categories)
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """A marking that was understood; `labels` in order of policy, one each; `rel` None is everybody.

    `unknown` is true of `TOP` alone, which is no marking anybody can write.
    """

    tlp: Tlp = Tlp.CLEAR
    labels: tuple[Label, ...] = ()
    rel: frozenset[str] | None = None
    unknown: bool = False

    def join(self, other: "Marking") -> "Marking":
        """The marking of what is derived from both: associative, commutative, idempotent."""
        if self.unknown or other.unknown:
            return TOP
        labels = {label.policy: label for label in self.labels}
        for label in other.labels:
            labels[label.policy] = labels[label.policy].join(label) if label.policy in labels else label
        return Marking(
            tlp=max(self.tlp, other.tlp),
            labels=tuple(labels[policy] for policy in sorted(labels)),
            rel=_shared(self.rel, other.rel),
        )

    def within(self, ceiling: "Marking") -> bool:
        """Whether no component stands above `ceiling`; `rel` is asked of `reaches` instead."""
        if self.unknown or ceiling.unknown:
            return ceiling.unknown
        highest = {label.policy: label for label in ceiling.labels}
        return self.tlp <= ceiling.tlp and all(label.within(highest.get(label.policy)) for label in self.labels)

    def reaches(self, parties: frozenset[str]) -> bool:
        """Whether the marked text may be given to every one of `parties` (fault marking.rel if not)."""
        return not self.unknown and (self.rel is None or parties <= self.rel)

    def label(self) -> str:
        """As shown and printed, never translated: `TLP:AMBER`, then national values and categories if any."""
        stated = [*(value for label in self.labels for _, value in label.levels)]
        restricting = [category for label in self.labels for category in sorted(label.categories)]
        return " // ".join([f"TLP:{self.tlp.wire}", *stated, *restricting])

    def value(self) -> dict[str, Json]:
        """The marking as it stands in a header; `ValueError` for `TOP`, which nobody may write."""
        if self.unknown:
            raise ValueError("an unknown marking cannot be written")
        value: dict[str, Json] = {"tlp": self.tlp.wire}
        if self.labels:
            value["labels"] = [label.value() for label in self.labels]
        if self.rel is not None:
            value["rel"] = sorted(self.rel)
        return value


UNSTATED: Final = Marking()
TOP: Final = Marking(tlp=Tlp.RED, rel=frozenset(), unknown=True)
CLEAR: Final = Marking(tlp=Tlp.CLEAR)
"""For everyone: the only marking of a public log (exchange format, section 6.5)."""

AMBER: Final = Marking(tlp=Tlp.AMBER)
"""The ceiling of a channel whose charter states no other."""

_TLP: Final[dict[str, Tlp]] = {tlp.wire: tlp for tlp in Tlp}
_PLAIN: Final[dict[str, Marking]] = {tlp.wire: Marking(tlp=tlp) for tlp in Tlp}
_MARKING: Final = frozenset({"tlp", "labels", "rel"})
_LABEL: Final = frozenset({"policy", "levels", "categories"})


def read_marking(value: Json, *, at: str = "marking") -> Marking:
    """The marking `value` states; raises `Fault` marking.unknown for whatever is not understood (M02)."""
    if not isinstance(value, dict):
        raise _unknown(value, "an object", at)
    tlp = value.get("tlp")
    if not isinstance(tlp, str) or tlp not in _TLP:
        raise _unknown(tlp, "one of: " + ", ".join(_TLP), f"{at}.tlp")
    if len(value) == 1:
        return _PLAIN[tlp]
    _check_fields(value, _MARKING, at)
    return Marking(
        tlp=_TLP[tlp],
        labels=_read_labels(value["labels"], f"{at}.labels") if "labels" in value else (),
        rel=_read_rel(value["rel"], f"{at}.rel") if "rel" in value else None,
    )


def stated(printed: str, *, at: str = "marking") -> dict[str, Json]:
    """The marking printed as `TLP:AMBER // PROTECTED A` (`Marking.label`, with or without `TLP:`), as it stands in a header.

    A value that two tables know is written with its table, `ca-gc:CONFIDENTIAL`; one that two chains know with its chain
    too, `ca-gc:classified:CONFIDENTIAL`. Raises `Fault` marking.unknown.
    """
    tlp, *values = printed.removeprefix("TLP:").split(" // ")
    labels: dict[str, Label] = {}
    for label in (_placed(value, at) for value in values):
        labels[label.policy] = labels[label.policy].join(label) if label.policy in labels else label
    listed: list[Json] = [labels[policy].value() for policy in sorted(labels)]
    return {"tlp": tlp, "labels": listed} if listed else {"tlp": tlp}


def _placed(written: str, at: str) -> Label:
    """The one national value that a part of a printed marking names: a level, or a category."""
    place, _, value = written.rpartition(":")
    code, _, in_chain = place.partition(":")
    tables = [table for table in POLICIES.values() if code in ("", table.code)]
    found = [
        *(
            Label(policy=table.code, levels=((chain, value),))
            for table in tables
            for chain, values in table.chains.items()
            if value in values and in_chain in ("", chain)
        ),
        *(
            Label(policy=table.code, categories=frozenset({value}))
            for table in tables
            if value in table.categories and not in_chain
        ),
    ]
    if len(found) != 1:
        raise _unknown(written, "a value of one national table", f"{at}.labels")
    return found[0]


def _read_labels(value: Json, at: str) -> tuple[Label, ...]:
    if not isinstance(value, list) or not value:
        raise _unknown(value, "a list of labels", at)
    labels = [_read_label(label, f"{at}[{index}]") for index, label in enumerate(value)]
    if len({label.policy for label in labels}) < len(labels):
        raise _unknown([label.policy for label in labels], "each policy once", at)
    return tuple(sorted(labels, key=lambda label: label.policy))


def _read_label(value: Json, at: str) -> Label:
    if not isinstance(value, dict) or len(value) < 2:  # a policy that says nothing is not understood
        raise _unknown(value, "a policy with levels or categories", at)
    _check_fields(value, _LABEL, at)
    policy = value.get("policy")
    if not isinstance(policy, str) or policy not in POLICIES:
        raise _unknown(policy, "one of: " + ", ".join(POLICIES), f"{at}.policy")
    return Label(
        policy=policy,
        levels=_read_levels(value["levels"], policy, f"{at}.levels") if "levels" in value else (),
        categories=_read_categories(value["categories"], policy, f"{at}.categories")
        if "categories" in value
        else frozenset(),
    )


def _read_levels(value: Json, policy: str, at: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not value:
        raise _unknown(value, "a value per chain", at)
    chains = POLICIES[policy].chains
    levels: dict[str, str] = {}
    for chain, level in value.items():
        if not isinstance(level, str) or level not in chains.get(chain, ()):
            raise _unknown(level, f"a value of {policy}", f"{at}.{ascii(chain)[1:-1]}")
        levels[chain] = level
    return tuple(sorted(levels.items()))


def _read_categories(value: Json, policy: str, at: str) -> frozenset[str]:
    known = POLICIES[policy].categories
    if not isinstance(value, list) or not value or not all(isinstance(name, str) and name in known for name in value):
        raise _unknown(value, f"categories of {policy}", at)
    return frozenset(str(name) for name in value)


def _read_rel(value: Json, at: str) -> frozenset[str]:
    if not isinstance(value, list):
        raise _unknown(value, "a list of parties", at)
    for party in value:
        if not isinstance(party, str) or not PARTY_GRAMMAR.fullmatch(party):
            raise _unknown(party, "a party", at)
    return frozenset(str(party) for party in value)


def _check_fields(value: dict[str, Json], known: frozenset[str], at: str) -> None:
    if not value.keys() <= known:
        raise _unknown(min(value.keys() - known), "one of: " + ", ".join(sorted(known)), at)


def _unknown(value: Json, expected: str, at: str) -> Fault:
    return Fault("marking.unknown", got=shown(value), expected=expected, at=at)


def _shared(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return one if other is None else other
    return one & other
