"""How long a page of the demonstration lets its reader wait for the first byte, as served, after a first visit.

Run: python -m pytest benchmarks/test_page_speed.py -s
Every page of both desks, from `suivi serve` over loopback, one reader; the median of `ROUNDS` requests for each.
The bytes are those on the wire, compressed, without the style sheets, which a browser keeps.
"""

import statistics
import sys
import time

import pytest

from tests.demonstration.addresses import every_page, visiting
from tests.demonstration.conftest import played  # noqa: F401  a fixture: the demonstration, played once
from tests.demonstration.desks import SIDES, officer_of, served

ROUNDS = 7
LONGEST_SECONDS = 0.1


@pytest.mark.parametrize("side", SIDES)
def test_the_first_byte_comes_within_a_tenth_of_a_second(played, tmp_path, side):  # noqa: F811  the fixture above
    with served(played.folder, tmp_path / "desks") as both:
        root, name = both.roots[side], officer_of(side)
        with visiting(root, name) as visitor:
            waits = {
                address: [_wait(visitor.client, address) for _ in range(ROUNDS)] for address in every_page(root, name)
            }

    medians = {address: statistics.median(seconds for seconds, _ in taken) for address, taken in waits.items()}
    lines = [
        f"  {1000 * medians[address]:5.0f} ms {taken[-1][1]:7} bytes  {address}" for address, taken in waits.items()
    ]
    sys.stdout.write("\n".join([f"\n{side}: first byte, median of {ROUNDS}", *lines, ""]))
    assert {address: median for address, median in medians.items() if median > LONGEST_SECONDS} == {}


def _wait(client, address):
    """Seconds until the headers are there, and how many bytes follow as they travel."""
    begun = time.perf_counter()
    with client.stream("GET", address) as answer:
        waited = time.perf_counter() - begun
        return waited, sum(len(piece) for piece in answer.iter_raw())
