"""Every file of the vectors is used by a test: a file that is copied and never read would prove nothing."""

from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
VECTORS = TESTS / "vectors"

# Which test reads which files; a folder stands for all the tests in it.
USED = {
    "rfc8785/input/*.json": "log/test_canonical.py",
    "rfc8785/output/*.json": "log/test_canonical.py",
    "rfc8785/outhex/*.txt": "log/test_canonical.py",
    "rfc8785/numbers.json": "log/test_canonical.py",
    "jsontestsuite/test_*/*.json": "log/test_canonical.py",
    "own/json_expected.json": "log/test_canonical.py",
    "merkle/inclusion/**/*.json": "log/test_tree.py",
    "merkle/consistency/**/*.json": "log/test_tree.py",
    "own/merkle_cases.json": "log/test_tree.py",
    "c2sp/examples.json": "log/test_note.py",
    "wycheproof/ed25519_test.json": "log/test_keys.py",
    "own/ed25519_refused_keys.json": "log/test_keys.py",
    "tuf/key_rotation_cases.json": "log/test_manifest.py",
    "own/example_log.json": "log/conftest.py",
    "own/joint_cases.json": "register",
}

# Files that no test reads yet, and what they wait for.
WAITING = {
    "wycheproof/ecdsa_secp256r1_sha256_test.json": "ECDSA P-256, note type 0x02, comes with the second version",
    "wycheproof/ecdsa_secp256r1_sha256_p1363_test.json": "ECDSA P-256, note type 0x02, comes with the second version",
}

BESIDE = {"README.md", "LICENSE"}


def files():
    return {path.relative_to(VECTORS).as_posix() for path in VECTORS.rglob("*") if path.is_file()}


def matched(pattern):
    return {path.relative_to(VECTORS).as_posix() for path in VECTORS.glob(pattern)}


def sources(place):
    path = TESTS / place
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def test_every_file_of_the_vectors_is_used_or_says_what_it_waits_for():
    used = {name for pattern in USED for name in matched(pattern)}
    beside = {name for name in files() if Path(name).name in BESIDE}

    assert files() - used - beside == set(WAITING)


def test_what_comes_from_outside_keeps_its_licence_beside_it():
    folders = {name.split("/")[0] for name in files() if "/" in name}

    # The example of C2SP names its licence inside; `own` is the project's.
    assert folders - {"own", "c2sp"} == {Path(name).parts[0] for name in files() if Path(name).name == "LICENSE"}
    assert "CC BY 4.0" in (VECTORS / "c2sp/examples.json").read_text()


@pytest.mark.parametrize(("pattern", "place"), USED.items(), ids=USED.keys())
def test_the_test_named_for_a_file_reads_it(pattern, place):
    # What must stand in the test is the path, up to the first wild card.
    path = pattern.partition("*")[0].removesuffix("/")

    assert matched(pattern)
    assert any(path in source.read_text() for source in sources(place))
