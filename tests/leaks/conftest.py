"""A node with something to say, in a channel and in public, from which every story of a leak begins."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.leaks import scene
from tests.two_nodes.capitals import Capital, Capitals, replace, snapshots

AHEAD = (
    *("suivi.web.urls", "suivi.publish.docx", "suivi.publish.pdf", "suivi.publish.xlsx", "django.test", "typst"),
    *("docx", "icalendar", "xlsxwriter", "suivi.reader.languages.en", "suivi.reader.languages.fr"),
)
"""What every story imports, so that its process does not have to."""


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both capitals with public logs, the partner's next file beside them; made once, whoever asks first.

    SUIVI_LEAK_BASE names a folder to keep it in: planted leaks are all played from one base.
    """
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    return made_in(Path(os.environ.get("SUIVI_LEAK_BASE", shared / "leaks")), shared / "stages")


def made_in(kept: Path, stages: Path) -> Path:
    """`kept`, with the node that every story begins from; made once, whoever asks first."""
    kept.mkdir(parents=True, exist_ok=True)
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (kept / "done").exists():
            _make(kept, snapshots(stages))
            (kept / "done").touch()
    return kept


def _make(kept: Path, stages: Path) -> None:
    capitals = Capitals(kept / "under-way")
    capitals.stand_at(stages / "reported")
    can, kor = capitals
    try:
        keys = {one: _does(one, scene.prepared, roots=str(kept / "roots")) for one in capitals}
        for ours, theirs in ((can, kor), (kor, can)):
            _does(ours, scene.prepared, roots="", partner=keys[theirs])
        files = {one: _does(one, scene.made_public) for one in capitals}
        for ours, theirs in ((can, kor), (kor, can)):
            _does(ours, scene.taken_in, octets=files[theirs])
        (kept / "brought").write_bytes(_does(kor, scene.partner_says))
        replace(kept / "can", can.folder)
    finally:
        capitals.leave()


def _does(capital: Capital, function: object, **values: object) -> object:
    running = capital.begins(function, **values)
    ran = running.ends()
    assert ran.code == 0, ran.err
    return running.answer


class Stage:
    """The node on which stories are played, one after the other, each from the same beginning."""

    def __init__(self, base: Path, capital: Capital) -> None:
        self.base, self.capital = base, capital

    def plays(self, seed: int, variant: str, **values: object) -> dict[str, object]:
        """One story: its exits, what was said at home, and what was done there."""
        replace(self.capital.folder, self.base / "can")
        brought = (self.base / "brought").read_bytes()
        return _does(self.capital, scene.played, seed=seed, variant=variant, brought=brought, **values)


@pytest.fixture(scope="session")
def stage(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The stage, with its serving process."""
    capital = Capital("can", tmp_path_factory.mktemp("leaks") / "can", ahead=AHEAD)
    yield Stage(base, capital)
    capital.leaves()
