"""N1: two installations, equal in what they released and different in everything else, send equal bytes.

Twenty pairs run here, or as many as SUIVI_PAIRS says (`make bench-long`: 500; `python -m tests.leaks.pairs` for as long
as one likes).
"""

import os
from collections.abc import Callable

import pytest

from tests.leaks.conftest import Stage
from tests.leaks.pairs import differing, played_pair
from tests.leaks.test_canaries import hits

PAIRS = int(os.environ.get("SUIVI_PAIRS", "20"))


@pytest.mark.parametrize("part", range(2))
def test_what_is_kept_at_home_changes_no_byte_of_any_exit(stage: Stage, part: int, tells: Callable[..., None]) -> None:
    seeds, played = range(part, PAIRS, 2), 0
    for seed in seeds:
        assert played_pair(stage, seed) == [], seed
        played += 1
    tells(f"pairs of installations, part {part}", played, of=len(seeds))


def test_a_silent_home_and_a_busy_one_send_equal_bytes(stage: Stage) -> None:
    quiet, busy = stage.plays(100, "quiet", quiet=True), stage.plays(100, "busy")

    assert quiet["made"] == []
    assert busy["made"] != []
    assert differing(quiet["exits"], busy["exits"]) == []


def test_what_only_the_partner_was_told_changes_no_byte_of_what_is_public(stage: Stage) -> None:
    one, other = stage.plays(5, "one", private=True), stage.plays(5, "other", private=True)

    def public(exits: dict[str, bytes]) -> dict[str, bytes]:
        named = ("site ", "page ", "served ", "proof public", "hand-over public", "published x/v1/public")
        return {name: octets for name, octets in exits.items() if name.startswith(named) and "can-kor" not in name}

    assert len(public(one["exits"])) > 100
    assert differing(public(one["exits"]), public(other["exits"])) == []
    assert differing(one["exits"], other["exits"]) != []
    assert hits(public(one["exits"]), one["tokens"]) == []


def test_what_was_released_does_change_them(stage: Stage) -> None:
    one, other = stage.plays(0, "one"), stage.plays(1, "one")

    changed = differing(one["exits"], other["exits"])
    assert {name.split(" ")[0] for name in changed} >= {"hand-over", "published", "register", "review", "site", "proof"}
