"""What every test shares: how hard generated histories are tried, and where the material beside the checkout lies."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

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
