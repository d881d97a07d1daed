"""Group K: key lists that must not be believed, and keys that must not be used."""

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from suivi.log.canonical import CAP_MANIFEST, canonical
from suivi.log.manifest import KeyRange, Manifest, manifest_note
from suivi.log.note import Note, read_note, signature_of
from tests.exchange.faults.bytes_rows import ABOUT
from tests.exchange.faults.play import Attempt, agreed, offer, row
from tests.exchange.faults.table import BY_FILE
from tests.exchange.faults.tree_rows import two_pasts
from tests.exchange.partner import Capital, report, rival_of, seeded
from tests.independent.cases import colliding_keys

VECTORS = json.loads((Path(__file__).parents[2] / "vectors/own/ed25519_refused_keys.json").read_text("utf-8"))
NEW = tuple(seeded(number) for number in (201, 202, 203))


def listing(code: str, *lists: tuple[int, bytes], at: tuple[Capital, Capital] | None = None) -> Attempt:
    """The partner serves these key lists under these numbers, its log as it was."""
    can, kor = at or agreed()
    first = (1, can.lists["can"][0])
    given = list(lists) if any(version == 1 for version, _ in lists) else [first, *lists]
    return Attempt(kor, [offer(can, kor, lists=given)], code)


def second(code: str, signers: tuple[object, ...] = (), **changes: object) -> Attempt:
    """A second list with these fields, signed by the first two roots or by others."""
    can, kor = agreed()
    manifest = can.following(**changes)
    note = manifest_note(manifest, signers or can.roots[:2])  # type: ignore[arg-type]  # signers, whatever they are
    return listing(code, (2, note.octets()), at=(can, kor))


def spelled(code: str, change: Callable[[dict[str, object]], object]) -> Attempt:
    """A second list changed as JSON and well signed all the same."""
    can, kor = agreed()
    purpose, line, _ = can.following().text().split("\n")
    fields = json.loads(line)
    change(fields)
    text = f"{purpose}\n{canonical(fields).decode()}\n"
    note = Note(text, tuple(signature_of(text, "suivi/can/root", root) for root in can.roots[:2]))
    return listing(code, (2, note.octets()), at=(can, kor))


def rotated(can: Capital, until: int | None = None, seed: int = 200) -> Manifest:
    """The next list, in which the log key ends at `until` (our size) and another begins there."""
    *earlier, last = can.manifest.logs
    end = can.size(can.origin) if until is None else until
    return can.following(logs=(*earlier, replace(last, until=end), KeyRange(seeded(seed).public, end)))


@row("K01")
def a_first_list_nobody_compared() -> Iterator[Attempt]:
    can, kor = agreed()
    other = manifest_note(replace(can.first_manifest(), issued="2026-01-06"), can.roots[:2]).octets()
    yield listing("keys.fingerprint", (1, other), at=(can, kor))


@row("K02")
def versions_passed_over_or_old() -> Iterator[Attempt]:
    can, kor = agreed()
    third = manifest_note(replace(can.following(), version=3), can.roots[:2]).octets()
    yield listing("keys.not-consecutive", (2, third), at=(can, kor))
    yield replace(listing("keys.not-consecutive", (3, third), at=(can, kor)), ways=(BY_FILE,))
    can.publish_keys(can.following())
    kor.take_in(can.bundle("kor"))
    first, newest = can.lists["can"]
    yield replace(listing("keys.rollback", (1, first), (2, first), at=(can, kor)), ways=(BY_FILE,))
    for octets in (first, newest):
        yield listing("keys.rollback", (1, first), (2, newest), (3, octets), at=(can, kor))


@row("K03")
def two_texts_of_one_version() -> Iterator[Attempt]:
    can, kor = agreed()
    rival = rival_of(can)
    can.publish_keys(rotated(can))
    kor.take_in(can.bundle("kor"))
    rival.publish_keys(rival.following(issued="2026-03-01"))
    yield Attempt(kor, [offer(rival, kor)], "keys.equivocation", ways=(BY_FILE,))
    # Online only what follows is asked for, so it comes under the next number.
    other = rival.lists["can"][1]
    yield listing("keys.equivocation", *enumerate(can.lists["can"], 1), (3, other), at=(can, kor))


@row("K04")
def too_few_of_the_old_roots() -> Iterator[Attempt]:
    can, _ = agreed()
    yield second("keys.old-threshold", (can.roots[0], *NEW), roots=tuple(key.public for key in NEW))


@row("K05")
def too_few_of_the_new_roots() -> Iterator[Attempt]:
    can, _ = agreed()
    yield second("keys.new-threshold", (*can.roots[:2], NEW[0]), roots=tuple(key.public for key in NEW))


@row("K06")
def one_root_signs_twice() -> Iterator[Attempt]:
    can, _ = agreed()
    yield second("keys.new-threshold", (*can.roots[:2], NEW[0], NEW[0]), roots=tuple(key.public for key in NEW[:2]))


@row("K07")
def one_key_listed_twice() -> Iterator[Attempt]:
    can, _ = agreed()
    yield second("keys.duplicate", roots=(*can.manifest.roots, can.manifest.roots[0]))

    def in_another_spelling(fields: dict[str, object]) -> None:
        roots = fields["root"]
        assert isinstance(roots, list)
        key = roots[0]["key"]
        roots.append({"alg": "ed25519", "key": key[:-2] + chr(ord(key[-2]) + 1) + "="})

    yield spelled("keys.duplicate", in_another_spelling)


@row("K08")
def one_key_in_two_roles() -> Iterator[Attempt]:
    can, kor = agreed()
    log = KeyRange(can.log_signer.public, 0)
    meeting = replace(can.manifest.witnesses[0], until=0)
    yield second("keys.two-roles", witnesses=(meeting, log))
    yield second("keys.two-roles", roots=(*can.manifest.roots, kor.roots[0].public))
    # Across versions: a root key that was given up comes back as a log key.
    can.publish_keys(can.following(roots=(*can.manifest.roots[:2], NEW[0].public)))
    kor.take_in(can.bundle("kor"))
    end = can.size(can.origin)
    former = KeyRange(can.roots[2].public, end)
    third = can.following(logs=(replace(can.manifest.logs[0], until=end), former))
    lists = [*enumerate(can.lists["can"], 1), (3, manifest_note(third, can.roots[:2]).octets())]
    yield listing("keys.two-roles", *lists, at=(can, kor))


def enrolling(key: str, code: str) -> Attempt:
    text = base64.b64encode(bytes.fromhex(key)).decode()

    def enrol(fields: dict[str, object]) -> None:
        fields["root"][0].update(key=text)  # type: ignore[index]  # JSON

    return spelled(code, enrol)


@row("K09")
def keys_under_which_anybody_signs() -> Iterator[Attempt]:
    keys = VECTORS["canonical_small_order_keys_hex"]
    assert len(keys) == 8
    yield from (enrolling(key, "keys.small-order") for key in keys)


@row("K10")
def other_encodings_of_them() -> Iterator[Attempt]:
    others = VECTORS["other_encodings_hex"]
    assert len(others) == 6
    yield from (enrolling(other["key"], other["error"]) for other in others)
    yield enrolling("ff" * 32, "keys.encoding")


@row("K11")
def two_keys_with_one_id() -> Iterator[Attempt]:
    def collide(fields: dict[str, object]) -> None:
        fields["root"] += colliding_keys()  # type: ignore[operator]  # JSON

    yield spelled("keys.id-collision", collide)


@row("K12")
def an_algorithm_nobody_has() -> Iterator[Attempt]:
    for role in ("log", "root", "witness"):

        def rename(fields: dict[str, object], role: str = role) -> None:
            fields[role][0].update(alg="rsa")  # type: ignore[index]  # JSON

        yield spelled("keys.algorithm", rename)


@row("K13")
def thresholds_out_of_range() -> Iterator[Attempt]:
    for threshold in (0, 4):

        def ask(fields: dict[str, object], threshold: int = threshold) -> None:
            fields.update(threshold=threshold)

        yield spelled("keys.threshold-range", ask)
    can, kor = agreed()
    kor.threshold = 2
    lower = manifest_note(can.following(threshold=1), can.roots[:2]).octets()
    yield listing("keys.threshold-range", (2, lower), at=(can, kor))


@row("K14")
def the_list_of_somebody_else() -> Iterator[Attempt]:
    yield second("keys.subject", channel="other")
    yield second("keys.subject", party="usa")
    yield second("keys.chain", previous="0" * 64)


@row("K15")
def too_many_versions_or_bytes() -> Iterator[Attempt]:
    yield second("size.manifest", version=257)
    can, kor = agreed()
    sound = manifest_note(can.following(), can.roots[:2])
    line = signature_of(sound.text, "x", seeded(9))
    room = CAP_MANIFEST + 1 - len(Note(sound.text, (*sound.signatures, line)).octets())
    note = Note(sound.text, (*sound.signatures, replace(line, name="x" * (room + 1))))
    assert len(note.octets()) == 65_537
    yield listing("size.manifest", (2, note.octets()), at=(can, kor))


@row("K16")
def the_middle_one_unsound() -> Iterator[Attempt]:
    can, kor = agreed()
    middle = can.following(previous="0" * 64)
    third = replace(can.following(), version=3, previous=middle.fingerprint())
    lists = [(at, manifest_note(one, can.roots[:2]).octets()) for at, one in ((2, middle), (3, third))]
    yield listing("keys.chain", *lists, at=(can, kor))


@row("K17")
def what_was_said_of_a_key_unsaid() -> Iterator[Attempt]:
    yield second("keys.history", logs=(KeyRange(NEW[0].public, 0),))
    can, kor = agreed()
    can.publish_keys(rotated(can))
    kor.take_in(can.bundle("kor"))
    old, new = can.manifest.logs
    for logs in (
        (replace(old, until=old.until + 1), replace(new, from_size=old.until + 1)),
        (replace(old, until=None), new),
        (new,),
        (old, replace(new, from_size=old.until + 1)),
    ):
        third = manifest_note(can.following(logs=logs), can.roots[:2]).octets()
        yield listing("keys.history", *enumerate(can.lists["can"], 1), (3, third), at=(can, kor))


@row("K18")
def a_key_beyond_its_end() -> Iterator[Attempt]:
    can, kor = agreed()
    can.publish_keys(rotated(can))
    kor.take_in(can.bundle("kor"))
    can.write(report("Signed with the old key."), subject=ABOUT)
    yield Attempt(kor, [offer(can, kor)], "keys.after-until")


@row("K19")
def a_key_before_its_beginning() -> Iterator[Attempt]:
    can, kor = agreed()
    can.publish_keys(rotated(can))
    note = can.signed_note(1, signer=seeded(200)).octets()
    given = offer(can, kor, 0, checkpoint=note, lines=can.own_log.lines(0, 1))
    yield Attempt(kor, [given], "keys.before-from")


@row("K20")
def the_end_of_a_key_comes_late() -> Iterator[Attempt]:
    can, kor = agreed()
    can.publish_keys(rotated(can, until=1))
    given = offer(can, kor, 0, checkpoint=can.signed_note(1).octets(), lines=can.own_log.lines(0, 1))
    yield Attempt(kor, [given], "keys.cut")


@row("K21")
def a_thief_signs_another_past() -> Iterator[Attempt]:
    can, kor, thief = two_pasts(3, 3)
    assert thief.log_signer.public == can.log_signer.public
    yield Attempt(kor, [offer(thief, kor)], "log.equivocation")


@row("K22")
def a_new_key_whose_list_is_kept_back() -> Iterator[Attempt]:
    can, kor = agreed()
    held = list(enumerate(can.lists["can"], 1))
    can.publish_keys(rotated(can))
    can.log_signer = seeded(200)
    can.write(report("Signed with the new key."), subject=ABOUT)
    assert read_note(can.own_log.note).signatures
    yield Attempt(kor, [offer(can, kor, lists=held)], "keys.unknown")
