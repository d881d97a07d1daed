"""What a marking can be chosen from on a form: no more than the highest that may stand there, tables included."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from suivi.desk import registers
from suivi.desk.pages.marking import MarkingOffered, NationalOffered
from suivi.record.marking import AMBER, Label, Marking, Tlp
from suivi.record.policies import POLICIES

_TLP: Final = {tlp.wire: tlp for tlp in Tlp}
_EVERY_TABLE: Final = tuple(
    Label(
        policy=code,
        levels=tuple(sorted((chain, values[-1]) for chain, values in table.chains.items())),
        categories=table.categories,
    )
    for code, table in POLICIES.items()
)
HIGHEST: Final = Marking(tlp=Tlp.RED, labels=_EVERY_TABLE)
"""What an officer may be cleared for: everything there is."""

HIGHEST_CEILING: Final = Marking(tlp=Tlp.AMBER_STRICT, labels=_EVERY_TABLE)
"""What a charter may be given as its ceiling."""


def offered_up_to(highest: Marking, chosen: Marking | None) -> MarkingOffered:
    """Every level and national value up to `highest`, with those that `chosen` states as the ones set."""
    held = {label.policy: label for label in chosen.labels} if chosen else {}
    return MarkingOffered(
        levels=tuple((tlp.wire, chosen is not None and chosen.tlp == tlp) for tlp in Tlp if tlp <= highest.tlp),
        national=tuple(one for label in highest.labels for one in _national(label, held.get(label.policy))),
    )


def ceilings() -> MarkingOffered:
    """What the ceiling of a new charter can be set to; set is what stands in a charter that states no other."""
    return offered_up_to(HIGHEST_CEILING, AMBER)


def offered_in(channel: str, chosen: Marking | None = None) -> MarkingOffered:
    """What a record of the channel may bear under its charter; set is what it bears unless another is chosen."""
    return offered_up_to(registers.ceiling(channel), chosen or registers.ordinary(channel))


def offered_after(channel: str, said: Marking) -> MarkingOffered:
    """What a correction of a record marked so may bear: nothing below it; set is what the record bears."""
    offered = offered_in(channel, said)
    return replace(offered, levels=tuple((tlp, chosen) for tlp, chosen in offered.levels if _TLP[tlp] >= said.tlp))


def sent_for(offered: MarkingOffered) -> str:
    """What a form sends for the values that are set, as it is printed."""
    tlp = [level for level, chosen in offered.levels if chosen]
    return " // ".join([*tlp, *(sent for one in offered.national for _, sent, chosen in one.values if chosen)])


def _national(highest: Label, held: Label | None) -> Iterator[NationalOffered]:
    table, stated = POLICIES[highest.policy], dict(held.levels) if held else {}
    for chain, top in highest.levels:
        values = table.chains[chain][: table.rank(chain, top) + 1]
        sent = tuple((value, f"{table.code}:{chain}:{value}", stated.get(chain) == value) for value in values)
        yield NationalOffered(policy=table.code, chain=chain, values=sent)
    if highest.categories:
        ticked = held.categories if held else frozenset()
        sent = tuple((value, f"{table.code}:{value}", value in ticked) for value in sorted(highest.categories))
        yield NationalOffered(policy=table.code, chain="", values=sent)
