"""The conformance command: files and verdicts for strangers, and a program that is wrong is found."""

import sys
from pathlib import Path

from tools import conformance

VERIFIER = Path(conformance.__file__).with_name("verify.py")
CREDULOUS = [sys.executable, "-c", "pass"]


def test_the_files_are_written_with_their_verdicts(tmp_path):
    files = conformance.written(tmp_path)
    listed = (tmp_path / conformance.EXPECTED).read_text("utf-8").splitlines()[1:]

    assert len(files) > 600
    assert [line.split("\t") for line in listed] == [[file.name, verdict] for file, verdict in files]
    assert {conformance.SOUND, "tree.root", "witness.backwards", "keys.small-order"} & {one for _, one in files}
    assert len({file.name for file, _ in files}) == len(files)


def test_the_independent_verifier_agrees_and_a_program_that_believes_everything_does_not(tmp_path):
    files = conformance.written(tmp_path)[::40]

    assert list(conformance.disagreements(files, [sys.executable, str(VERIFIER)])) == []
    found = list(conformance.disagreements(files, CREDULOUS))
    assert len(found) == sum(verdict != conformance.SOUND for _, verdict in files) > 10
