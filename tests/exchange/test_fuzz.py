"""Twenty thousand inputs nobody would write: each is taken or refused by name, soon, and nothing is kept (goal G3).

As many as SUIVI_FUZZ says (`make bench-long`). A failure prints the seed and the input in hexadecimal.
"""

import contextlib
import io
import json
import os
import random
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from suivi.exchange.evidence import evidence_of, verify_evidence
from suivi.exchange.faults import DeliveryRefused
from suivi.exchange.verify import verify_bundle
from suivi.log.canonical import canonical, read_canonical, read_json
from suivi.log.fault import Fault
from suivi.log.header import read_header, read_line
from suivi.log.manifest import read_manifest
from suivi.log.note import read_checkpoint, read_note
from suivi.record.kinds import KINDS, read_content
from suivi.record.marking import read_marking
from tests.exchange.faults.bytes_rows import ABOUT
from tests.exchange.faults.play import agreed
from tests.exchange.partner import report, rival_of

INPUTS = int(os.environ.get("SUIVI_FUZZ", "20000"))
LONGEST = 1.0
PIECES = (
    *(b"\0", b"\xff", b"\n", b"\r\n", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\u0000", b"\\ud800", b"\xe2\x80\xae"),
    *(b"{", b"}", b"[", b"]", b'"', b",", b":", b"-0", b"1e9", b"NaN", b"9" * 30, b"null", b'{"a":' * 40, b"[" * 500),
    *("— ".encode(), b"suivi/", b"=", b"==", b"../", b"ustar", b"77777777777", b"2026-02-30", b"AMBER", b"TLP:"),
)
VALUES = (
    None,
    True,
    0,
    -1,
    1,
    256,
    2**53,
    "",
    "x",
    "é",
    "가",
    "0" * 64,
    "0" * 32,
    "2026-02-30",
    "suivi/kor/demo",
    [],
    {},
)
KILOBYTES = 256 * 1024


class Fuzz:
    """Sound bytes, spoilt: as bytes, and as JSON that says something else; one seed, one row of inputs."""

    def __init__(self, seeds: list[bytes], seed: int) -> None:
        self.seeds, self.chance = seeds, random.Random(seed)

    def __iter__(self) -> Iterator[bytes]:
        while True:
            octets = bytearray(self.chance.choice(self.seeds))
            if self.chance.random() < 0.3 and octets.startswith(b"{"):
                octets = self.restated(octets)
            for _ in range(self.chance.choice((0, 1, 1, 1, 2, 3, 8))):
                self.spoil(octets)
            yield bytes(octets)

    def restated(self, octets: bytearray) -> bytearray:
        """The same JSON with another value, or none, or one more, somewhere in it, and canonical again."""
        whole = inner = json.loads(octets)
        while True:
            at = self.chance.choice(list(inner) if isinstance(inner, dict) else range(len(inner)))
            if not (isinstance(inner[at], (dict, list)) and inner[at] and self.chance.random() < 0.8):
                break
            inner = inner[at]
        if self.chance.random() < 0.15:
            del inner[at]
        elif self.chance.random() < 0.15 and isinstance(inner, dict):
            inner["x"] = inner[at]
        else:
            inner[at] = self.chance.choice(VALUES)
        return bytearray(json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode())

    def spoil(self, octets: bytearray) -> None:
        """Change, take away, put in, double, or splice."""
        chance = self.chance
        at, to = sorted((chance.randrange(len(octets) + 1), chance.randrange(len(octets) + 1)))
        kind = chance.randrange(7)
        if kind == 0 and octets:
            octets[min(at, len(octets) - 1)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            octets[at:at] = chance.choice(PIECES)
        elif kind == 2:
            del octets[at : at + chance.randrange(1, 20)]
        elif kind == 3:
            octets[at : at + 1] = chance.randbytes(chance.randrange(1, 5))
        elif kind == 4:
            octets[at:at] = octets[at : min(to, at + 2_000)]
        elif kind == 5:
            other = chance.choice(self.seeds)
            start = chance.randrange(len(other) + 1)
            octets[at:to] = other[start : start + (to - at)]
        else:
            del octets[at:]


@pytest.fixture(scope="module")
def sound() -> dict[str, list[bytes]]:
    """Sound inputs of each kind."""
    can, kor = agreed()
    for words in ("One.", "Deux réunions.", "세 번째 회의."):
        can.write(report(words), subject=ABOUT)
    rival = rival_of(can)
    rival.write(report("Another."), subject=ABOUT)
    can.write(report("One more."), subject=ABOUT)
    notes = [read_note(can.own_log.note), read_note(rival.own_log.note)]
    evidence = evidence_of("log.equivocation", can.origin, notes=notes, manifests=can.lists["can"])
    lines = [line[:-1] for log in (can, kor) for line in log.own_log.lines()]
    marked = [{"tlp": "AMBER", "labels": [{"policy": "ca-gc", "levels": {"protected": "NONE"}}], "rel": ["can", "kor"]}]
    return {
        "line": lines,
        "header": [header for header, _ in can.own_log.pairs],
        "content": [content for _, content in can.own_log.pairs if content],
        "note": [can.own_log.note, kor.own_log.note, can.cosign(can.own_log.note).encode(), *can.lists["can"]],
        "marking": [canonical(value) for value in (*marked, {"tlp": "CLEAR"}, {"tlp": "AMBER+STRICT"})],
        "bundle": [can.bundle("kor", 3), can.bundle("kor"), kor.bundle("can", log=can.origin)],
        "evidence": [evidence],
    }


def read_any_content(octets: bytes) -> None:
    value = read_canonical(octets, cap=262_144, depth=16, what="content")
    for kind in KINDS:
        try:
            read_content(kind, value)
        except Fault:
            continue


def read_any_note(octets: bytes) -> None:
    note = read_note(octets)
    read_checkpoint(note.text, origin=None)


def read_any_evidence(octets: bytes) -> None:
    if (flaw := verify_evidence(octets).flaw) is not None:
        raise flaw


READERS: dict[str, tuple[str, Callable[[bytes], object], float]] = {
    "JSON": ("line", lambda octets: read_json(octets, cap=266_752, depth=17, what="line"), 0.25),
    "lines": ("line", read_line, 0.15),
    "headers": ("header", read_header, 0.10),
    "contents of every kind": ("content", read_any_content, 0.10),
    "notes": ("note", read_any_note, 0.12),
    "key lists": ("note", read_manifest, 0.05),
    "markings": ("marking", lambda octets: read_marking(read_json(octets, cap=4096, depth=6, what="header")), 0.10),
    "bundles, by themselves": ("bundle", lambda octets: verify_bundle(io.BytesIO(octets)), 0.06),
    "evidence": ("evidence", read_any_evidence, 0.02),
}


@pytest.mark.parametrize("name", READERS)
def test_whatever_the_bytes_they_are_read_or_refused_by_name_and_soon(
    sound: dict[str, list[bytes]], name: str, tells: Callable[..., None]
) -> None:
    kind, read, share = READERS[name]
    inputs, tried, ended = int(INPUTS * share), 0, Counter[str]()
    longest, held = 0.0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number, octets in zip(range(inputs), Fuzz(sound[kind], 1), strict=False):
        began = time.perf_counter()
        try:
            read(octets)
            ended["taken"] += 1
        except Fault as fault:
            ended[fault.code] += 1
        except DeliveryRefused as refused:
            ended[refused.code] += 1
        except Exception as error:
            raise AssertionError(f"{name}, input {number}: {error!r} at {octets[:2_000].hex()}") from error
        lasted = time.perf_counter() - began
        if lasted > longest:
            longest = max(longest, lasted if lasted < LONGEST / 10 else _again(read, octets))
            assert longest < LONGEST, f"{name}, input {number}: {longest:.1f} s"
        tried += 1

    named = len(ended.keys() - {"taken"})
    tells(
        f"{name}, spoilt",
        tried,
        of=inputs,
        found=f"{ended['taken']:,} taken, {named} errors named, {longest:.2f} s at most",
    )
    assert named > 3
    assert ended["taken"] < inputs
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < KILOBYTES


def _again(read: Callable[[bytes], object], octets: bytes) -> float:
    """How long it takes when the machine has nothing else to do: the best of three."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        with contextlib.suppress(Fault, DeliveryRefused):
            read(octets)
        times.append(time.perf_counter() - began)
    return min(times)


def test_whatever_is_offered_to_the_importer_is_taken_whole_or_not_at_all(
    sound: dict[str, list[bytes]], tells: Callable[..., None]
) -> None:
    can, kor = agreed()
    for words in ("One.", "Two."):
        can.write(report(words), subject=ABOUT)
    files = [can.bundle("kor", start) for start in (0, 2, kor.size(can.origin))]
    inputs, before, tried, ended = INPUTS // 20, kor.tables(), 0, Counter[str]()
    for number, octets in zip(range(inputs), Fuzz([*files, *sound["bundle"]], 2), strict=False):
        tried += 1
        if octets in files:
            continue
        try:
            kor.check(octets)
        except DeliveryRefused as refused:
            ended[refused.code] += 1
        except Exception as error:
            raise AssertionError(f"input {number}: {error!r} at {octets[:2_000].hex()}") from error
        assert number % 50 or kor.tables() == before

    assert kor.tables() == before
    tells(
        "files offered to the importer, spoilt",
        tried,
        of=inputs,
        found=f"{ended.total():,} refused, {len(ended)} errors named",
    )
    assert ended.total() > inputs * 0.75
