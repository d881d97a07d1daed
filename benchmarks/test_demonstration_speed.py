"""How long the demonstration takes from installed to ready to serve: three minutes at most, on a calm machine.

Run: python -m pytest benchmarks/test_demonstration_speed.py --benchmark-enable -s
It is played by the command itself, in a process of its own, whose processor time is told beside the time on the wall.
"""

import resource
import subprocess
import sys
import time

import pytest

THREE_MINUTES = 180  # seconds on the wall


def test_the_demonstration_is_ready_in_three_minutes(tmp_path, pytestconfig):
    if not pytestconfig.getoption("benchmark_enable"):
        pytest.skip("plays the demonstration for its time alone: with --benchmark-enable (make bench)")
    started = time.perf_counter()

    done = subprocess.run(
        [sys.executable, "-m", "suivi.cli", "demo", "--data", str(tmp_path / "demo"), "--no-serve"],
        capture_output=True,
        text=True,
        check=False,
    )

    wall, spent = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"\nthe demonstration is ready after {wall:.0f} s, {spent.ru_utime + spent.ru_stime:.0f} s of processor")
    assert done.returncode == 0, done.stderr
    assert wall < THREE_MINUTES
