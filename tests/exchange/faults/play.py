"""One dishonest delivery, given by file or online: what was offered, what the receiver said, how it stood afterwards.

- A row of the table is a function that yields attempts; each is played by every medium its row names.
- What must hold after each state of the table (`SAME`, `ASIDE`, …) is written here once, for all rows.
"""

import copy
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeAlias

import pytest

from suivi.exchange.effect import Effect
from suivi.exchange.evidence import verify_evidence
from suivi.exchange.faults import DeliveryRefused, Suspended
from suivi.exchange.take_in import Taken, take_in_bundle
from suivi.log.note import read_checkpoint, read_note
from suivi.log.tree import root_of
from suivi.record.channel import SetAsideNotice
from suivi.record.joint import Attachment, Concurred, Proposed
from suivi.record.plans import PlanAdopted
from tests.exchange.faults.table import BY_FILE, Row
from tests.exchange.faults.telling import assert_told, assert_told_detail
from tests.exchange.partner import CHANNEL, Capital, channel_of, chartered, deliver, digest
from tests.exchange.samples import plan_of
from tests.independent.forge import canonical, item, packed, signed
from tools import verify as independent

WORDS = b"Agreed words of the plan."


@dataclass
class Offer:
    """What a partner gives, any part of it false: the log from `start` up to a checkpoint, key lists by version.

    `lines` have their LF. `by` signs the file, and its directory is the one asked online.
    """

    by: Capital
    log: str
    to: tuple[str, ...]
    start: int
    checkpoint: bytes
    lists: list[tuple[int, bytes]]
    lines: list[bytes]
    blobs: dict[str, bytes] = field(default_factory=dict)
    from_root: bytes | None = None
    note: dict[str, Any] = field(default_factory=dict)


def offer(can: Capital, to: Capital, start: int | None = None, *, log: str = "", **changes: Any) -> Offer:
    """All that `can` has for `to` of its own log (or of another one it holds), beyond what `to` holds."""
    origin = log or can.origin
    held = can.copy_of(origin)
    begin = to.size(origin) if start is None else start
    size = read_checkpoint(read_note(held.note).text, origin=None).size
    lists = list(enumerate(can.lists[origin.split("/")[1]], start=1))
    sound = Offer(can, origin, (to.code,), begin, held.note, lists, held.lines(begin, size), dict(can.attachments))
    return replace(sound, **changes)


def file_of(given: Offer) -> bytes:
    """The offer as the file a dishonest partner would hand over, its own signature in order."""
    can = given.by
    segments = [b"".join(given.lines[at : at + 256]) for at in range(0, len(given.lines), 256)]
    counts = [len(given.lines[at : at + 256]) for at in range(0, len(given.lines), 256)]
    root = given.from_root or root_of(can.copy_of(given.log).leaves[: given.start])
    blobs = sorted(given.blobs.items())
    value = {
        "v": 1,
        "by": can.origin,
        "log": given.log,
        "to": list(given.to),
        "from": {"size": given.start, "root": root.hex()},
        "checkpoint": given.checkpoint.decode(),
        "keys": [item(octets) | {"version": version} for version, octets in given.lists],
        "segments": [item(octets) | {"lines": count} for octets, count in zip(segments, counts, strict=True)],
        "blobs": [item(octets) | {"sha256": sha256} for sha256, octets in blobs],
        **given.note,
    }
    note = signed(b"suivi-bundle/v1\n%b\n" % canonical(value), (can.origin, can.log_signer))
    named = [(f"keys/{version}", octets) for version, octets in given.lists]
    named += [(f"segments/{at:06}", octets) for at, octets in enumerate(segments)]
    named += [(f"blobs/{sha256}", octets) for sha256, octets in blobs]
    return packed([("bundle.note", note), *named])


Way: TypeAlias = Callable[[Capital, Offer], Taken]


def by_file(node: Capital, given: Offer) -> Taken:
    """The offer taken in by file; nothing is kept yet."""
    return take_in_bundle(io.BytesIO(file_of(given)), own=node.code, channel=CHANNEL, held=node)


WAYS: dict[str, Way] = {BY_FILE: by_file}


@dataclass
class Attempt:
    """What happens once: `to` is offered these, the last of them false, and says `code`.

    `state` where a row has several; `ways` where the media differ. `then` is what makes it good again (WAIT), or what
    must be true afterwards (`holds`).
    """

    to: Capital
    offers: Sequence[Offer]
    code: str = ""
    state: str = ""
    ways: tuple[str, ...] = ("online", "file")
    then: Sequence[Offer] = ()
    holds: Callable[[Capital], bool] | None = None
    shown: Callable[[Capital], Sequence[str]] | None = None
    of: str = ""


RowPlay: TypeAlias = Callable[[], Iterator[Attempt]]
PLAYED: dict[str, RowPlay] = {}


def row(code: str) -> Callable[[RowPlay], RowPlay]:
    """The function that plays the row of this code."""

    def take(play: RowPlay) -> RowPlay:
        assert code not in PLAYED, code
        PLAYED[code] = play
        return play

    return take


def play(row: Row, attempt: Attempt, way: Way) -> str:
    """Play one attempt and check all its state promises; gives the code that was named."""
    node = copy.deepcopy(attempt.to)
    *before, last = attempt.offers
    for one in before:
        receive(node, one, way)
    state = attempt.state or row.states[0]
    return _STATES[state](node, last, attempt, way)


def receive(node: Capital, given: Offer, way: Way) -> Effect:
    """Take in what is offered, keep it, and write back what a node writes by itself."""
    return node.answer(lambda: way(node, given))


def _same(node: Capital, given: Offer, attempt: Attempt, way: Way) -> str:
    before, register = node.tables(), node.register()
    with pytest.raises(DeliveryRefused) as refusal:
        receive(node, given, way)
    assert not isinstance(refusal.value, Suspended), refusal.value.code
    assert_told(refusal.value.fault)
    assert node.tables() == before
    assert node.register() == register
    return refusal.value.code


def _suspended(node: Capital, given: Offer, attempt: Attempt, way: Way) -> str:
    before = node.tables()
    with pytest.raises(Suspended) as refusal:
        receive(node, given, way)
    assert node.tables() == before
    assert_told(refusal.value.fault)
    _check_evidence(refusal.value.evidence, refusal.value.code)
    with pytest.raises(DeliveryRefused) as again:
        receive(node, given, way)
    assert again.value.code == "channel.suspended"
    return refusal.value.code


def _check_evidence(octets: bytes, code: str) -> None:
    """A stranger with nothing but these bytes comes to the same end, by the product and by the other program."""
    verdict = verify_evidence(octets)
    assert verdict.proves, verdict.flaw
    assert verdict.error == code
    assert independent.evidence(octets)["error"] == code


def _aside(node: Capital, given: Offer, attempt: Attempt, way: Way) -> str:
    size = node.size(given.log)
    effect = receive(node, given, way)
    assert node.size(given.log) == size + len(effect.taken.lines) > size
    found = {aside.seq: aside.code for aside in effect.set_aside if aside.log == given.log}
    for aside in effect.set_aside:
        assert_told_detail(aside.code, aside.detail)
    author = given.log.split("/")[1]
    for seq, code in found.items():
        assert _notice_about(node, given.log, seq) == code
    other = copy.deepcopy(given.by)
    if other.code == author:  # the author comes to the same end by the notice and by its own register
        receive(other, offer(node, other), way)
        assert [one.code for one in other.register().set_aside] == [one.code for one in node.register().set_aside]
    return attempt.code if attempt.code in found.values() else " ".join(found.values())


def _notice_about(node: Capital, log: str, seq: int) -> str:
    for entry in node.entries()[node.origin]:
        target = entry.header.target if entry.header else None
        if isinstance(entry.record, SetAsideNotice) and target and (target.log, target.seq) == (log, seq):
            return entry.record.code
    return ""


def _waits(node: Capital, given: Offer, attempt: Attempt, way: Way) -> str:
    effect = receive(node, given, way)
    found = {waiting.code for waiting in effect.waiting} | ({"blob.absent"} if effect.missing else set())
    assert found, "nothing waits"
    for one in attempt.then:
        receive(node, one, way)
    assert not node.register().waiting
    assert not node.awaited_blobs()
    assert attempt.holds is None or attempt.holds(node)
    return " ".join(sorted(found))


def _nothing_new(node: Capital, given: Offer, attempt: Attempt, way: Way) -> str:
    before, register = node.tables(), node.register()
    effect = receive(node, given, way)
    assert attempt.holds is not None or node.tables() == before
    assert attempt.holds is None or attempt.holds(node)
    assert node.register().plans == register.plans
    return " ".join(one.code for one in effect.served)


def _flagged(node: Capital, given: Offer, attempt: Attempt, way: Way) -> str:
    effect = receive(node, given, way)
    for flag in node.register().flags:
        assert_told_detail(flag.code, flag.detail)
    shown = attempt.shown or (lambda node: [flag.code for flag in node.register().flags])
    assert attempt.holds is None or attempt.holds(node)
    found = [*shown(node), *(one.code for one in effect.served)]
    return attempt.code if attempt.code in found else " ".join(found)


def _fine(node: Capital, given: Offer, attempt: Attempt, way: Way) -> str:
    receive(node, given, way)
    assert attempt.holds is not None
    assert attempt.holds(node)
    return attempt.code


_STATES: dict[str, Callable[[Capital, Offer, Attempt, Way], str]] = {
    "SAME": _same,
    "SUSP": _suspended,
    "ASIDE": _aside,
    "WAIT": _waits,
    "NOOP": _nothing_new,
    "FLAG": _flagged,
    "STALE": _flagged,
    "UNACK": _flagged,
    "OK": _fine,
}


# The capitals that are played with


@cache
def _adopted(*codes: str) -> list[Capital]:
    capitals = chartered(*codes)
    first = capitals[0]
    first.attachments[digest(WORDS)] = WORDS
    proposal = first.write(plan_proposal(*codes), subject="plan")
    deliver(capitals)
    for other in capitals[1:]:
        other.write(Concurred(), subject="plan", target=proposal)
        other.seal()
    deliver(capitals)
    assert all(capital.register().plans for capital in capitals)
    return capitals


def plan_proposal(*codes: str, words: bytes = WORDS, **changes: Any) -> Proposed:
    """A plan put before these parties, its agreed text attached; any part of it may be changed."""
    adopted = PlanAdopted(plan_of(words))
    sound = Proposed(
        kind="plan.adopted",
        parties=codes or ("can", "kor"),
        body=adopted,
        body_value=adopted.value(),
        texts={"en": "The parties adopt the plan."},
        attachments=(Attachment(media="text/plain", sha256=digest(words), size=len(words)),),
    )
    return replace(sound, **changes)


def agreed(*codes: str) -> list[Capital]:
    """Capitals with a charter and a plan in effect and everything delivered, to be spoilt at will."""
    return copy.deepcopy(_adopted(*codes or ("can", "kor")))


@cache
def _under_charter(*codes: str) -> list[Capital]:
    return chartered(*codes)


def under_charter(*codes: str) -> list[Capital]:
    """Capitals with a charter in effect and no plan yet."""
    return copy.deepcopy(_under_charter(*codes or ("can", "kor")))


def strangers(*codes: str) -> list[Capital]:
    """Capitals that have exchanged their keys and nothing else."""
    return channel_of(*codes or ("can", "kor"))
