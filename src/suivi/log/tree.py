"""The Merkle tree over a log's headers, and the proofs that one signed state contains or extends another.

- Leaf = SHA-256(0x00, header), node = SHA-256(0x01, left, right); shapes of RFC 6962, section 2.1.
- The frontier, at most one hash per bit of the size, is the only state needed to append.
- Every hash is checked to be 32 bytes before any arithmetic, empty proofs included (exchange format, 4.5).
- Sizes of zero: the root is SHA-256 of nothing and only that; from 0 to n an empty proof, and nothing else (4.4).
- Order of checks: sizes or index, hash lengths, zero and equal sizes, length of the proof, root.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from suivi.log.fault import Fault

HASH_SIZE: Final = 32
EMPTY_ROOT: Final = hashlib.sha256().digest()


def leaf_hash(octets: bytes) -> bytes:
    """The 32 bytes that stand for a header in the tree (RFC 6962, section 2.1)."""
    return hashlib.sha256(b"\x00" + octets).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The 32 bytes that stand for two neighbouring subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """What must be kept of a tree to let it grow: the roots of its full subtrees.

    `hashes` run from the largest subtree, at the left, to the smallest: one per bit set in `size`, 32 bytes each.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def after(self, leaf: bytes) -> "Frontier":
        """The frontier once `leaf`, a leaf hash, stands at the end; at most one node per bit of the size."""
        _check_length(leaf, "leaf")
        hashes, rest, whole = self.hashes, self.size, leaf
        while rest & 1:
            whole = node_hash(hashes[-1], whole)
            hashes, rest = hashes[:-1], rest >> 1
        return Frontier(self.size + 1, (*hashes, whole))

    def root(self) -> bytes:
        """The root of the tree at this size, 32 bytes."""
        if not self.hashes:
            return EMPTY_ROOT
        root = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            root = node_hash(left, root)
        return root

    def octets(self) -> bytes:
        """The hashes one after the other; `read_frontier` reads them with the size."""
        return b"".join(self.hashes)


def read_frontier(octets: bytes, size: int) -> Frontier:
    """The frontier of `size` entries that `Frontier.octets` wrote; `Fault` proof.hash-length for other lengths."""
    expected = HASH_SIZE * size.bit_count()
    if len(octets) != expected:
        raise Fault("proof.hash-length", got=f"{len(octets)} bytes", expected=f"{expected} bytes", at="frontier")
    return Frontier(size, tuple(octets[start : start + HASH_SIZE] for start in range(0, expected, HASH_SIZE)))


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over these leaf hashes, in log order; `EMPTY_ROOT` for none."""
    if not leaves:
        return EMPTY_ROOT
    level = list(leaves)
    while len(level) > 1:
        # The last of an odd number moves up unchanged: the shape of RFC 6962, without recursion.
        pairs = zip(level[::2], level[1::2], strict=False)
        level = [node_hash(left, right) for left, right in pairs] + level[len(level) & ~1 :]
    return level[0]


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from the leaf at `index` up to the root over `leaves` (RFC 6962, section 2.1.1).

    Raises `IndexError` for a leaf that is not there.
    """
    if not 0 <= index < len(leaves):
        raise IndexError(f"no entry {index} in a log of {len(leaves)}")
    return [step.beside_in(leaves) for step in reversed(list(_way_down(index, len(leaves))))]


def inclusion_proofs(leaves: Sequence[bytes]) -> list[list[bytes]]:
    """The inclusion proof of every leaf, in log order: what `inclusion_proof` gives for each, at one go."""
    proofs: list[list[bytes]] = [[] for _ in leaves]
    # Subtrees as (first leaf, how many, root), all of one level; the last of an odd number moves up unchanged.
    level = [(index, 1, leaf) for index, leaf in enumerate(leaves)]
    while len(level) > 1:
        above = []
        for (first, width, left), (second, breadth, right) in zip(level[::2], level[1::2], strict=False):
            for index in range(first, first + width):
                proofs[index].append(right)
            for index in range(second, second + breadth):
                proofs[index].append(left)
            above.append((first, width + breadth, node_hash(left, right)))
        level = above + level[len(level) & ~1 :]
    return proofs


def consistency_proof(leaves: Sequence[bytes], old_size: int) -> list[bytes]:
    """The hashes that show how the tree over `leaves` extends that over its first `old_size` (section 2.1.2).

    Empty from size 0 and between equal sizes. Raises `IndexError` for an old size above the new one.
    """
    if not 0 <= old_size <= len(leaves):
        raise IndexError(f"no size {old_size} in a log of {len(leaves)}")
    if old_size in (0, len(leaves)):
        return []
    steps = _way_to_edge(old_size, len(leaves))
    shared = [root_of(leaves[step.middle : old_size]) for step in steps if step.goes_right][-1:]
    return [*shared, *(step.beside_in(leaves) for step in reversed(steps))]


def verify_inclusion(*, index: int, size: int, leaf: bytes, root: bytes, proof: Sequence[bytes]) -> None:
    """Raises `Fault` proof.index, .hash-length, .length or .root unless `leaf` stands at `index` under `root`."""
    if not 0 <= index < size:
        raise Fault("proof.index", got=str(index), expected=f"below the size {size}")
    _check_lengths(leaf=leaf, root=root, proof=proof)
    steps = list(_way_down(index, size))
    _check_steps(proof, len(steps))
    node = leaf
    for step, beside in zip(reversed(steps), proof, strict=True):
        node = node_hash(beside, node) if step.goes_right else node_hash(node, beside)
    _check_root(node, root, at=f"size {size}")


def verify_consistency(
    *, old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> None:
    """Raises `Fault` proof.* unless the tree of `new_size` begins with exactly the entries of that of `old_size`.

    proof.sizes, .hash-length, .zero, .same-size, .length, .root: in this order of checks.
    """
    if not 0 <= old_size <= new_size:
        raise Fault("proof.sizes", got=f"{old_size} to {new_size}", expected="a size that does not shrink")
    _check_lengths(old_root=old_root, new_root=new_root, proof=proof)
    if old_size in (0, new_size):
        _check_without_steps(old_size, new_size, old_root, new_root, proof)
        return
    steps = _way_to_edge(old_size, new_size)
    turned = any(step.goes_right for step in steps)
    _check_steps(proof, len(steps) + turned)
    # The old tree as a whole is a node of the new one, unless the way there turned right.
    old = new = proof[0] if turned else old_root
    for step, beside in zip(reversed(steps), proof[turned:], strict=True):
        new = node_hash(beside, new) if step.goes_right else node_hash(new, beside)
        old = node_hash(beside, old) if step.goes_right else old
    _check_root(old, old_root, at=f"size {old_size}")
    _check_root(new, new_root, at=f"size {new_size}")


@dataclass(frozen=True, slots=True)
class _Step:
    """One step down from the node over entries `start` to `end`, cut at `middle`, into one of its halves."""

    start: int
    middle: int
    end: int
    goes_right: bool

    def beside_in(self, leaves: Sequence[bytes]) -> bytes:
        """The root over the half the step does not go into."""
        return root_of(leaves[self.start : self.middle] if self.goes_right else leaves[self.middle : self.end])


def _way_down(index: int, size: int) -> Iterator[_Step]:
    start, end = 0, size
    while end - start > 1:
        # The left half is the largest power of two below the whole (RFC 6962, section 2.1).
        middle = start + (1 << (end - start - 1).bit_length() - 1)
        goes_right = index >= middle
        yield _Step(start, middle, end, goes_right)
        start, end = (middle, end) if goes_right else (start, middle)


def _way_to_edge(old_size: int, new_size: int) -> list[_Step]:
    # Down to the largest node that ends where the old tree ended.
    return list(takewhile(lambda step: step.end != old_size, _way_down(old_size - 1, new_size)))


def _check_without_steps(
    old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> None:
    if old_size == 0 and old_root != EMPTY_ROOT:
        raise Fault("proof.zero", got=old_root.hex(), expected=EMPTY_ROOT.hex(), at="size 0")
    if old_size == 0 and new_size == 0 and new_root != EMPTY_ROOT:
        raise Fault("proof.zero", got=new_root.hex(), expected=EMPTY_ROOT.hex(), at="size 0")
    if proof:
        code = "proof.same-size" if old_size == new_size else "proof.zero"
        raise Fault(code, got=f"{len(proof)} hashes", expected="an empty proof")
    if old_size == new_size:
        _check_root(new_root, old_root, at=f"size {new_size}")


def _check_lengths(*, proof: Sequence[bytes], **hashes: bytes) -> None:
    for name, octets in hashes.items():
        _check_length(octets, name)
    for position, octets in enumerate(proof):
        _check_length(octets, f"proof[{position}]")


def _check_length(octets: bytes, at: str) -> None:
    if len(octets) != HASH_SIZE:
        raise Fault("proof.hash-length", got=f"{len(octets)} bytes", expected=f"{HASH_SIZE} bytes", at=at)


def _check_steps(proof: Sequence[bytes], expected: int) -> None:
    if len(proof) != expected:
        raise Fault("proof.length", got=f"{len(proof)} hashes", expected=f"{expected} hashes")


def _check_root(got: bytes, expected: bytes, *, at: str) -> None:
    if got != expected:
        raise Fault("proof.root", got=got.hex(), expected=expected.hex(), at=at)
