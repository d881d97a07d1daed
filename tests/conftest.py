"""What every test shares: how hard is tried, where the material beside the checkout lies, and what proofs say they played."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.demonstration.playing import played_beside, the_folder

ROOT = Path(__file__).resolve().parent.parent

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that puts a run in the background lets it, and all it starts, ignore interrupts: commands are stopped by them.
    signal.signal(signal.SIGINT, signal.default_int_handler)

# No deadline: two tests at once on a busy machine are slow, not wrong.
settings.register_profile("default", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True, print_blob=True)
settings.register_profile("long", parent=settings.get_profile("default"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of published plans beside the checkout; without it, the test says loudly that it did not run."""
    folder = Path(os.environ.get("SUIVI_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"NOT RUN: needs the published plan, and there is no folder {folder} (set SUIVI_SHARED)")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _demonstration_beside(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The demonstration is played while the tests before its own are, if there are several workers who could wait for it."""
    wanted = any("played" in getattr(item, "fixturenames", ()) for item in request.session.items)
    if wanted and "PYTEST_XDIST_WORKER" in os.environ:
        with played_beside(the_folder(tmp_path_factory.getbasetemp())):
            yield
    else:
        yield


@pytest.fixture
def tells(record_property: Callable[[str, object], None]) -> Callable[..., None]:
    """A function: say how many of how many a proof has played, and fail if it is fewer than were asked for.

    What is said stands at the end of the run, whichever worker played it: a variable nobody reads cannot pass unseen.
    """

    def tell(what: str, played: int, *, of: int, found: str = "") -> None:
        record_property("played", f"{what}: {played:,} of {of:,}{found and '; '}{found}")
        assert played == of > 0, f"{what}: only {played:,} of {of:,} were played"

    return tell


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the proofs of this run have played, a line each."""
    reports = [one for kept in terminalreporter.stats.values() for one in kept if isinstance(one, pytest.TestReport)]
    told = [told for report in reports if report.when == "call" for told in report.user_properties]
    played = [str(said) for name, said in told if name == "played"]
    if played:
        terminalreporter.section("played")
        for said in played:
            terminalreporter.write_line(said)
