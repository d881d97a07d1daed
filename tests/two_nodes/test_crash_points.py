"""Crash points of every act that writes: append, publish, take in by file, pull, rotate, reconcile, restore (L01, L02).

And of two orders that are wrong on purpose (L03), which the same harness must find.
"""

import os
import shutil
from pathlib import Path

import pytest

import suivi as product
from tests.two_nodes import crashing, power_cuts
from tests.two_nodes.acts import ACTS, CAN
from tests.two_nodes.crashing import Act, broken_at, broken_points, calls_of, points_of

KILLS = int(os.environ.get("SUIVI_KILLS", "6"))
SEED = int(os.environ.get("SUIVI_KILLS_SEED", "0"))


@pytest.fixture(scope="module")
def traced() -> None:
    crashing.refuse_without_strace()


@pytest.mark.parametrize(("act", "fault"), crashing.tried(ACTS))
def test_l01_l02_an_act_interrupted_at_a_write_leaves_a_sound_node_and_can_be_repeated(
    traced, act, fault, request, tmp_path
):
    assert broken_points(request.getfixturevalue(act), fault, tmp_path) == []


@pytest.mark.parametrize("act", ACTS[:-1])
def test_l01_an_act_killed_at_any_moment_leaves_a_sound_node_and_can_be_repeated(act, request, tells):
    number, apart = ACTS.index(act), len(ACTS) - 1
    many = len(range(number, KILLS, apart))
    kills = crashing.kills_of(request.getfixturevalue(act), many, seed=number + SEED)

    tells(f"kills at moments nobody chose, {act}", kills.played, of=many, found=str(kills))
    assert kills.wrong == []


@pytest.mark.parametrize("act", ACTS if crashing.EVERY_ONE else ("appending", "taking_in", "restoring"))
def test_l01_a_power_cut_that_loses_what_was_not_synced_leaves_a_sound_node(traced, act, request, tmp_path, tells):
    interrupted = request.getfixturevalue(act)

    cuts = power_cuts.cuts_of(interrupted, calls_of(interrupted, tmp_path), seed=ACTS.index(act) + SEED)

    tells(f"power cuts, {act}", cuts.played, of=cuts.played, found=str(cuts))
    assert cuts.wrong == []


@pytest.mark.parametrize(
    ("synced", "finds"),
    [("suivi.sqlite3-wal>", "were published, and"), (".checkpoint.partial>", "cannot be read")],
)
def test_l03_a_sync_left_out_is_found(traced, appending, synced, finds, tmp_path):
    calls = calls_of(appending, tmp_path)
    without = [call for call in calls if not ("sync(" in call and synced in call)]
    assert len(without) < len(calls)

    assert finds in power_cuts.first_wrong(appending, without)


def with_order(tmp_path: Path, file: str, old: str, new: str) -> dict[str, str]:
    """The surroundings in which the product does two things in another order."""
    source = Path(str(product.__file__)).parent
    copy = Path(shutil.copytree(source, tmp_path / "wrong" / "suivi", ignore=shutil.ignore_patterns("__pycache__")))
    text = (copy / file).read_text("utf-8")
    assert text.count(old) == 1, f"{file} no longer reads as this test expects"
    (copy / file).write_text(text.replace(old, new), "utf-8")
    return {"PYTHONPATH": f"{copy.parent}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}


def first_broken(act: Act, fault: str, tmp_path: Path) -> str:
    """What the fault breaks, at the last place where it does, as a file is put in place or the tables reach the disk."""
    points = [point for point in points_of(act, tmp_path) if point[0] in ("rename", "fdatasync")]
    tried = (broken_at(act, fault, call, number, set()) for call, number in reversed(points))
    return next(filter(None, tried), "")


@pytest.mark.parametrize("fault", crashing.faults("error=ENOSPC"))
def test_l03_a_checkpoint_published_before_its_entries_is_found(traced, publishing, fault, tmp_path):
    last = '    replace_file(place / "checkpoint", note.octets())\n'
    loop = "    for name, octets in _files(channel, party, size, begin=known // SEGMENT_LINES):\n"
    surroundings = with_order(
        tmp_path,
        "desk/outbox.py",
        loop,
        f'    replace_file(place / "checkpoint", entries.checkpoint(log).octets())\n{loop}',
    )
    assert last in (Path(str(product.__file__)).parent / "desk/outbox.py").read_text("utf-8")

    broken = first_broken(
        Act(publishing.before, publishing.arguments, CAN, publishing.size, surroundings=surroundings), fault, tmp_path
    )

    assert "rebuilds another root" in broken


@pytest.mark.parametrize("fault", crashing.faults("signal=SIGKILL"))
def test_l03_a_publication_before_the_commit_is_found(traced, appending, fault, tmp_path):
    after, before = "    outbox.publish_after_commit(row.channel, at=at)\n", "    outbox.publish(row.channel, at=at)\n"
    surroundings = with_order(tmp_path, "desk/actions/releases.py", after, before)

    broken = first_broken(
        Act(appending.before, appending.arguments, CAN, appending.size, surroundings=surroundings), fault, tmp_path
    )

    assert "are published" in broken
