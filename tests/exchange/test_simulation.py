"""Whatever goes wrong on the way, every capital comes to the same register in the end (goal G7).

Fifty histories run here, or as many as SUIVI_SIMULATIONS says (`make bench-long`: 1,000). A failure names its seed.
"""

import os
from collections import Counter
from collections.abc import Callable

import pytest

from tests.exchange.partner import report
from tests.exchange.simulation import joint_octets, play, register_octets, world

HISTORIES = int(os.environ.get("SUIVI_SIMULATIONS", "50"))
PARTS = 5
MISHAPS = {
    "lost",
    "twice",
    "delayed",
    "out of order",
    "corrupted",
    "cut off",
    "partitions",
    "crashes",
    "crashes before a receipt",
    "restored",
    "clock jumps",
    "log keys replaced",
    "root keys replaced",
    "witness keys replaced",
    "pulled",
    "proposals",
    "words on joint texts",
    "changes",
    "steps",
    "reports",
}


@pytest.mark.parametrize("part", range(PARTS))
def test_eight_years_of_mishap_end_in_equal_registers_and_joint_texts(part: int, tells: Callable[..., None]) -> None:
    seeds = range(part, HISTORIES, PARTS)
    happened, entries, in_effect, played = Counter[str](), 0, 0, 0
    for seed in seeds:
        seen = play(seed)
        happened.update(seen.happened)
        entries += sum(len(node.own_log.pairs) for node in seen.nodes)
        in_effect += sum(text.in_effect for text in seen.nodes[0].register().joint_texts.values())
        played += 1
    found = ", ".join(f"{many:,} {what}" for what, many in sorted(happened.items()))
    tells(
        f"simulated histories, part {part}",
        played,
        of=len(seeds),
        found=f"{entries:,} entries, {in_effect:,} joint texts in effect; {found}",
    )

    assert MISHAPS - happened.keys() == set()
    assert in_effect > 2 * len(seeds)


def test_one_seed_is_one_history() -> None:
    one, again = play(0), play(0)

    assert list(map(register_octets, one.nodes)) == list(map(register_octets, again.nodes))
    assert list(map(joint_octets, one.nodes)) == list(map(joint_octets, again.nodes))
    assert one.happened == again.happened


def test_what_has_not_been_exchanged_differs_so_the_comparison_can_fail() -> None:
    seen = world(1)
    first, second, *_ = seen.nodes
    first.write(report("Only one side knows."), subject="plan#P1.I1")

    assert register_octets(first) != register_octets(second)
