"""The verifier written from the specification alone against the vectors, then against the product's own verdicts.

Both call the same files sound. Where they name different errors it is said here, with the reason; a difference nobody
listed fails, and so does a listed one that has gone.
"""

import ast
import base64
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from suivi.exchange.evidence import verify_evidence
from suivi.exchange.faults import DeliveryRefused
from suivi.exchange.verify import verify_bundle
from tests.independent import cases, forge
from tools import verify

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests/vectors"
PROGRAM = ROOT / "tools/verify.py"
EXAMPLE = json.loads((VECTORS / "own/example_log.json").read_text("utf-8"))
SOUND = "sound"

# Once read in two ways; how each was settled, and why, is in decision 0034. Both must now give this verdict.
SETTLED = {
    **dict.fromkeys(("header size '9'", "header size True", "header size None", "header without size"), SOUND),
    **dict.fromkeys(("header sha256 1", "header sha256 None", "header without sha256"), SOUND),
    **dict.fromkeys(("header content x", "header content None", "header without content"), SOUND),
    **dict.fromkeys(("bundle note root line bad", "bundle note witness line bad"), "note.bad-signature"),
    **dict.fromkeys(("checkpoint root line bad", "keys with a bad log line"), "note.bad-signature"),
    "sender's name changed": "note.bad-signature",
    **dict.fromkeys(("keys 1 twice", "keys 1 as 2", "keys 2 as 1", "evidence, a list twice"), "keys.not-consecutive"),
    **dict.fromkeys(("keys version 2", "keys version 7"), "keys.chain"),
    **dict.fromkeys(("evidence of a cut, list alone", "evidence of a cut, lists from 2"), SOUND),
    "from 4, other root": "tree.root",
    "no key lists": SOUND,
    "evidence, larger first": SOUND,
    "evidence, key ended since": "keys.after-until",
    "evidence of rival lists with a note": "evidence.form",
    "evidence of witness 2000 1000": SOUND,
    "evidence of witness 1000 2000": "evidence.no-contradiction",
}

DIFFERENCES = {
    "section 15 names errors for the fields of headers, not of notes, evidence and lines": {
        ("record.missing-field", "record.value"),
        ("record.unknown-field", "record.value"),
        ("record.version", "record.value"),
    },
    "one cap for the members of a file, or each member its own": {
        ("size.bundle", "size.note"),
        ("size.bundle", "file.header"),
    },
    "two faults in one file, met in another order": {
        ("file.header", "file.missing"),
        ("file.missing", "file.order"),
        ("file.unlisted", "file.order"),
        ("keys.duplicate", "keys.encoding"),
        ("log.surplus", "json.syntax"),
        ("note.form", "json.syntax"),
        ("record.value", "file.unlisted"),
        ("record.value", "keys.not-consecutive"),
    },
    "a rival list is an equivocation to who looks for it, out of sequence to who walks": {
        ("keys.equivocation", "keys.not-consecutive"),
    },
    "no error is named for evidence whose parts do not prove what it says": {
        ("evidence.form", "evidence.no-contradiction"),
        ("record.value", "evidence.form"),
    },
}


def ours(octets: bytes) -> str:
    try:
        verify.verify(octets)
    except verify.Refused as refused:
        return str(refused.args[0])
    return SOUND


def theirs(octets: bytes) -> str:
    if octets[:1] == b"{":
        flaw = verify_evidence(octets).flaw
        return SOUND if flaw is None else flaw.code
    try:
        verify_bundle(io.BytesIO(octets))
    except DeliveryRefused as refused:
        return refused.fault.code
    return SOUND


def code_of(action: Callable[..., object], *arguments: Any) -> str:
    try:
        action(*arguments)
    except verify.Refused as refused:
        return str(refused.args[0])
    return "accept"


@pytest.fixture(scope="module")
def verdicts() -> dict[str, tuple[str, str]]:
    """Both verdicts on every case, the product's first."""
    return {name: (theirs(octets), ours(octets)) for name, octets in cases.every()}


# The vectors


def example_bundle(party: str) -> bytes:
    log, to = EXAMPLE["logs"][party], {"aa": "bb", "bb": "aa"}[party]
    manifest = EXAMPLE["manifests"][party]["note"].encode()
    segment = "".join(f"{line}\n" for line in log["lines"]).encode()
    start = {"size": 0, "root": log["roots_hex_by_size"][0]}
    value = {"v": 1, "by": log["origin"], "log": log["origin"], "to": [to], "from": start, "blobs": []}
    value |= {"checkpoint": log["checkpoints"][-1], "keys": [forge.item(manifest) | {"version": 1}]}
    value |= {"segments": [forge.item(segment) | {"lines": len(log["lines"])}]}
    signer = forge.seeded(EXAMPLE["seeds"][party]["log"])
    note = forge.signed(b"suivi-bundle/v1\n%b\n" % forge.canonical(value), (log["origin"], signer))
    return forge.packed({"bundle.note": note, "keys/1": manifest, "segments/000000": segment})


def test_the_example_bundle_is_rebuilt_byte_for_byte() -> None:
    octets, stated = example_bundle("bb"), EXAMPLE["bundle_bb_0_to_4"]

    assert forge.members(octets)["bundle.note"] == stated["note"].encode()
    assert forge.item(octets) == {"sha256": stated["sha256"], "size": stated["size"]}


@pytest.mark.parametrize("party", ["aa", "bb"])
def test_the_example_logs_are_sound(party: str) -> None:
    facts, log = verify.verify(example_bundle(party)), EXAMPLE["logs"][party]

    assert facts["fingerprint"] == EXAMPLE["manifests"][party]["fingerprint_sha256_of_text"]
    assert (facts["root"], facts["size"]) == (log["roots_hex_by_size"][-1], len(log["lines"]))
    assert facts["tree proven"]
    assert facts["sender proven"]


@pytest.mark.parametrize("party", ["aa", "bb"])
def test_leaves_roots_checkpoints_and_consistency_of_the_example(party: str) -> None:
    log = EXAMPLE["logs"][party]
    leaves = [verify.line(line.encode(), log["origin"], at) for at, line in enumerate(log["lines"])]
    _, keys = verify.walk([EXAMPLE["manifests"][party]["note"].encode()], party, "demo")
    sizes = [verify.checkpoint(text, log["origin"], keys)[0] for text in log["checkpoints"]]
    roots = [verify.root_of(leaves[:size]) for size in range(len(leaves) + 1)]
    pair = log["consistency_first_to_last"]
    proof = [bytes.fromhex(item) for item in pair["proof_hex"]]

    assert [leaf.hex() for leaf in leaves] == log["leaf_hashes_hex"]
    assert [root.hex() for root in roots] == log["roots_hex_by_size"]
    assert sizes == [pair["size1"], pair["size2"]]
    assert code_of(verify.consistent, *sizes, roots[sizes[0]], roots[sizes[1]], proof) == "accept"


def test_a_full_tree_before_the_lines_stands_for_its_leaves() -> None:
    leaves = [bytes([number]) * 32 for number in range(41)]

    for start in (0, 1, 2, 4, 8, 16, 32):
        before = verify.root_of(leaves[:start])
        assert all(
            verify.root_of(leaves[start:size], start, before) == verify.root_of(leaves[:size])
            for size in range(start, 42)
        )


def consistency(case: dict[str, Any]) -> str:
    old, new, *proof = [base64.b64decode(text or "") for text in (case["root1"], case["root2"], *(case["proof"] or []))]
    return code_of(verify.consistent, case["size1"], case["size2"], old, new, proof)


def test_consistency_proofs_as_published_but_for_the_override() -> None:
    own = json.loads((VECTORS / "own/merkle_cases.json").read_text("utf-8"))
    overrides = {entry["file"]: entry["suivi"] for entry in own["override"]}
    files = sorted((VECTORS / "merkle/consistency").rglob("*.json"))

    assert len(files) == 98
    for file in files:
        case, found = json.loads(file.read_text("utf-8")), None
        found = consistency(case)
        expected = overrides.get(file.relative_to(VECTORS).as_posix())
        assert found == expected if expected else (found != "accept") == case["wantErr"], file
    for case in own["cases"]:
        assert case["kind"] != "consistency" or consistency(case) == case["expect"], case


def test_keys_that_an_enrolment_must_refuse() -> None:
    refused = json.loads((VECTORS / "own/ed25519_refused_keys.json").read_text("utf-8"))
    found = [(error, ours(octets)) for error, octets in cases.small_keys(refused)]

    assert {int(text, 16) for text in refused["small_order_y_hex"]} == verify.SMALL
    assert len(found) == 14
    assert all(error == code for error, code in found)


def test_strict_json() -> None:
    expected = json.loads((VECTORS / "own/json_expected.json").read_text("utf-8"))["expected"]

    assert len(expected) == 340
    for name, verdict in expected.items():
        octets = (VECTORS / "jsontestsuite" / name).read_bytes()
        code = code_of(verify.read, octets, len(octets), "size.body", 100)
        accepted = code in {"accept", "json.not-canonical"}  # what is strict may still be written another way
        word, _, error = verdict.partition(" ")
        assert accepted == (word == "accept"), name
        assert accepted or code.startswith("json."), name
        assert code == error or not error, name


@pytest.mark.parametrize("name", ["arrays", "french", "structures", "unicode", "values", "weird"])
def test_canonical_json(name: str) -> None:
    octets = bytes.fromhex((VECTORS / f"rfc8785/outhex/{name}.txt").read_text("ascii"))
    source = (VECTORS / f"rfc8785/input/{name}.json").read_bytes()
    fractions = name in {"structures", "values"}
    same = octets == source.rstrip(b"\n")

    assert code_of(verify.read, octets, 4096, "size.body") == ("json.float" if name == "values" else "accept")
    assert same or code_of(verify.read, source, 4096, "size.body") == (
        "json.float" if fractions else "json.not-canonical"
    )


def test_the_published_note_and_roots() -> None:
    examples = json.loads((VECTORS / "c2sp/examples.json").read_text("utf-8"))
    name, id, key = examples["signed_note"]["vkey"].split("+", 2)
    public = base64.b64decode(key)[1:]
    note = verify.note(examples["signed_note"]["note"].encode(), 4096)
    known = verify.Key(name, bytes.fromhex(id), public, 0, 1)
    leaves = [verify.sha256(b"\0" + bytes.fromhex(text)).digest() for text in examples["rfc6962_leaf_inputs_hex"]]
    roots = [verify.root_of(leaves[:size]).hex() for size in range(9)]

    assert list(verify.signed(note, [known])) == [known]
    assert verify.sha256(f"{name}\n".encode() + b"\1" + public).hexdigest()[:8] == id
    assert roots == examples["rfc6962_roots_hex_by_size"]


# Agreement with the product


def test_there_are_many_cases_of_both_kinds(verdicts: dict[str, tuple[str, str]]) -> None:
    sound = sum(mine == SOUND for _, mine in verdicts.values())

    assert len(verdicts) > 1000
    assert sound > 80
    assert len({mine for _, mine in verdicts.values()}) > 60


def test_both_call_the_same_files_sound(verdicts: dict[str, tuple[str, str]]) -> None:
    assert {name: pair for name, pair in verdicts.items() if (SOUND in pair) and pair[0] != pair[1]} == {}


def test_what_was_once_read_in_two_ways_has_one_verdict(verdicts: dict[str, tuple[str, str]]) -> None:
    assert {name: verdicts[name] for name in SETTLED} == {name: (code, code) for name, code in SETTLED.items()}


def test_what_is_named_sound_is_sound(verdicts: dict[str, tuple[str, str]]) -> None:
    assert [name for name, pair in verdicts.items() if "sound" in name.split()[0] and pair != (SOUND, SOUND)] == []


def test_both_name_the_same_error(verdicts: dict[str, tuple[str, str]]) -> None:
    apart = {name: pair for name, pair in verdicts.items() if pair[0] != pair[1] and SOUND not in pair}
    chance = {name for name in verdicts if "flipped" in name}
    allowed = {pair for pairs in DIFFERENCES.values() for pair in pairs}

    assert {name: pair for name, pair in apart.items() if name not in chance and pair not in allowed} == {}
    assert allowed <= {pair for name, pair in apart.items() if name not in chance}
    assert len(apart.keys() & chance) * 10 <= len(chance)  # one changed bit often makes two faults at once


def test_both_find_the_same_facts() -> None:
    for name, octets in cases.honest():
        mine, its = verify.verify(octets), verify_bundle(io.BytesIO(octets))
        found = [mine[fact] for fact in ("log", "by", "from", "size", "root", "fingerprint", "blobs", "absent", "to")]
        assert found == [
            *(its.log, its.by, its.from_size, its.size, its.root.hex(), its.fingerprint, its.blobs),
            *(list(its.absent), list(its.to)),
        ], name


# The program


def run(*arguments: object, command: tuple[str, ...] = (str(PROGRAM),)) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=ROOT
    )


@pytest.mark.parametrize(
    ("family", "name", "status"),
    [
        (cases.honest, "sound from 0", 0),
        (cases.evidence, "evidence log.fork, two sizes", 0),
        (cases.archives, "unlisted keys/2", 3),
        (cases.evidence, "evidence {", 3),
    ],
)
def test_its_status_is_that_of_the_products_command(
    tmp_path: Path, family: Callable[[], Iterator[cases.Case]], name: str, status: int
) -> None:
    file = tmp_path / "given"
    file.write_bytes(next(octets for other, octets in family() if other == name))
    done, its = run(file), run("verify", file, command=("-m", "suivi.cli"))

    assert (done.returncode, its.returncode) == (status, status), its.stderr
    assert bool(done.stdout) == (status == 0)
    assert bool(done.stderr) == (status == 3)


def test_wrong_use_has_its_own_status(tmp_path: Path) -> None:
    assert run().returncode == 2
    assert run(tmp_path / "absent").returncode == 2
    assert run(tmp_path, tmp_path).returncode == 2


def test_it_stands_alone_in_300_lines() -> None:
    text = PROGRAM.read_text("utf-8")
    tree = ast.walk(ast.parse(text))
    names = {node.module for node in tree if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import) for alias in node.names}

    assert {str(name).split(".")[0] for name in names} - sys.stdlib_module_names == {"cryptography"}
    assert len(text.splitlines()) <= 300
