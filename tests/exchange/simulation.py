"""Eight simulated years of a channel in which everything goes wrong but nobody lies (goal G7).

- Two to five parties write, propose, agree and change their minds; files and pulls carry it, or do not.
- On the way: loss, doubles, disorder, partition, corrupted bytes, crashes, restored backups, clocks that jump, keys
  that are replaced. Then it is healed, and every capital must hold the same register and the same joint texts.
- One seed is one history: same seed, same bytes.
"""

import copy
import io
import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256

from suivi.exchange import automatic, hand_over, receipts
from suivi.exchange import take_in as importer
from suivi.exchange.charter import charter_proposal
from suivi.exchange.faults import DeliveryRefused, Suspended
from suivi.exchange.receipts import vouching
from suivi.exchange.take_in import Delivered, Taken, take_in, take_in_bundle
from suivi.log import note
from suivi.log.fault import Fault
from suivi.log.header import Reference
from suivi.log.manifest import KeyRange, read_manifest
from suivi.log.note import read_note
from suivi.plan.channel import origin_of
from suivi.record import entry as entries_of
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.entry import Entry
from suivi.record.joint import Concurred, Declined, Withdrew
from suivi.record.kinds import Record
from suivi.record.steps import ActivityOpened, StepTaken
from suivi.register.fold import Fold, Register
from tests.exchange import partner
from tests.exchange.faults.play import WORDS, plan_proposal
from tests.exchange.faults.words_rows import charter_of
from tests.exchange.partner import CHANNEL, Capital, Copy, channel_of, deliver, digest, report, seeded

CODES = ("can", "kor", "jpn", "fra", "usa")
BEGINS = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
YEARS = timedelta(days=8 * 365)
ABOUT = "plan#P1.I1"
MANY = (2, 3, 2, 4, 3, 2, 5, 3)
UNREACHED = {"file.prerequisite", "log.rollback", "keys.unknown"}
"""Why an honest delivery may be refused: what comes before it is missing, an old state, a sender's newer key list."""

read_entry = lru_cache(maxsize=200_000)(entries_of.read_entry)
VOUCHED: dict[tuple[bytes, ...], dict[bytes, Fault | None]] = {}
"""What key lists say of an entry, by the lists and its leaf: asked by every capital, answered once."""


@contextmanager
def remembered_readings() -> Iterator[None]:
    """Every signature is verified once, every note and key list read once: the same bytes have the same answer."""
    found = [(module, name, getattr(module, name)) for module, name in _READ_ONCE]
    kept: dict[object, Callable[..., object]] = {}
    for module, name, read in found:
        setattr(module, name, kept.setdefault(read, lru_cache(maxsize=100_000)(read)))
    try:
        yield
    finally:
        for module, name, read in found:
            setattr(module, name, read)
        VOUCHED.clear()


_READ_ONCE = (
    (note, "verify_signature"),
    *((module, "read_note") for module in (automatic, hand_over, importer, partner, receipts)),
    *((module, "read_manifest") for module in (hand_over, importer, partner)),
)
"""Where what gives the same answer for the same bytes is asked again and again by every capital."""


class Node(Capital):
    """A capital that remembers its register, so that eight years pass quickly."""

    fold: Fold | None = None
    folded: dict[str, int]
    known: tuple[int, ...] = ()
    clock: timedelta = timedelta()
    now: datetime = BEGINS

    def entries(self) -> dict[str, list[Entry]]:
        return {log: [read_entry(*pair) for pair in held.pairs] for log, held in self.logs.items()}

    def register(self) -> Register:
        versions = tuple(len(notes) for notes in self.lists.values())
        if self.fold is None or versions != self.known:
            self.known, self.folded = versions, {}
            self.fold = Fold(CHANNEL, self.parties(), own=self.code, vouching=self._vouching())
        for log, held in self.logs.items():
            for pair in held.pairs[self.folded.get(log, 0) :]:
                self.fold.take(read_entry(*pair))
            self.folded[log] = len(held.pairs)
        return self.fold.register()

    def _vouching(self) -> Callable[[Entry], Fault | None]:
        lists = {
            origin_of(party, CHANNEL): [read_manifest(octets).manifest for octets in notes]
            for party, notes in self.lists.items()
        }
        vouch = vouching(lists)
        by_these = VOUCHED.setdefault(tuple(octets for notes in self.lists.values() for octets in notes), {})

        def remembering(entry: Entry) -> Fault | None:
            if entry.leaf not in by_these:
                by_these[entry.leaf] = vouch(entry)
            return by_these[entry.leaf]

        return remembering

    def header(self, content: bytes, kind: str, **changes: object):  # type: ignore[no-untyped-def,override]  # any field
        return super().header(content, kind, **{"at": self.at(), **changes})

    def at(self) -> str:
        """What this party's clock says."""
        return (self.now + self.clock).strftime("%Y-%m-%dT%H:%M:%SZ")

    def forget(self) -> None:
        """Start the register again: something it rests on has changed."""
        self.fold = None


@dataclass
class World:
    """The parties, what is on its way to whom, and who cannot be reached."""

    seed: int
    nodes: list[Node]
    chance: random.Random
    now: datetime = BEGINS
    under_way: list[tuple[Node, bytes]] = field(default_factory=list)
    cut_off: dict[frozenset[str], datetime] = field(default_factory=dict)
    backups: dict[str, dict[str, Copy]] = field(default_factory=dict)
    happened: dict[str, int] = field(default_factory=dict)
    bound: dict[str, set[bytes]] = field(default_factory=dict)
    versions: int = 1
    keys: int = 100

    def count(self, what: str) -> None:
        self.happened[what] = self.happened.get(what, 0) + 1

    def pair(self) -> tuple[Node, Node]:
        one, other = self.chance.sample(self.nodes, 2)
        return one, other

    def reaches(self, one: Node, other: Node) -> bool:
        return self.cut_off.get(frozenset((one.code, other.code)), BEGINS) <= self.now


@lru_cache(maxsize=4)
def _founded(many: int) -> list[Node]:
    nodes: list[Node] = []
    for capital in channel_of(*CODES[:many]):
        capital.__class__ = Node
        nodes.append(capital)  # type: ignore[arg-type]  # it is one now
    first = nodes[0]
    first.attachments[digest(WORDS)] = WORDS
    for subject, record in (("channel", charter_proposal(*charter_of(*nodes))), ("plan", plan_proposal(*CODES[:many]))):
        text = first.write(record, subject=subject)
        deliver(nodes)
        for other in nodes[1:]:
            other.write(Concurred(), subject=subject, target=text)
            other.seal()
        deliver(nodes)
    assert all(node.register().plans for node in nodes)
    for node in nodes:
        node.fold = None
    return nodes


def world(seed: int) -> World:
    """A channel of two to five parties in which charter and plan have just come into effect."""
    chance = random.Random(seed)
    nodes = copy.deepcopy(_founded(MANY[seed % len(MANY)]))
    for node in nodes:
        node.count += 1_000 * (seed + 1)
        node.forget()
    found = World(seed, nodes, chance)
    for node in found.nodes:
        found.bound[node.code] = set()
    return found


def live(seen: World) -> None:
    """Eight years of everything, a few weeks at a time."""
    while seen.now < BEGINS + YEARS:
        seen.now += timedelta(days=seen.chance.randrange(10, 100), seconds=seen.chance.randrange(86_400))
        for node in seen.nodes:
            node.now = seen.now
        seen.chance.choice(_EVENTS)(seen)
        seen.chance.choice(_WORDS)(seen)
        for _ in range(seen.chance.randrange(3)):
            carry(seen)


def heal(seen: World) -> None:
    """Everything under way arrives or is lost for good; then all is exchanged until nobody has anything new to say."""
    for node, octets in seen.under_way:
        offered(seen, node, lambda node=node, octets=octets: by_file(node, octets))
    pairs = [(one, other) for one in seen.nodes for other in seen.nodes if one is not other]
    while sum(exchanged(seen, one, other) for one, other in pairs):
        pass


def exchanged(seen: World, one: Node, other: Node) -> bool:
    """Whether `other` learns anything of the log of `one`, in whichever way is at hand; nothing goes where nothing is new."""
    before = (other.size(one.origin), len(other.lists[one.code]), len(other.attachments))
    if (
        before[:2] == (one.size(one.origin), len(one.lists[one.code]))
        and not one.attachments.keys() - other.attachments
    ):
        return False
    if seen.chance.random() < 0.5:
        octets = one.bundle(other.code, other.size(one.origin))
        offered(seen, other, lambda: by_file(other, octets))
    else:
        offered(seen, other, lambda: by_pull(other, one, one.origin))
    return before != (other.size(one.origin), len(other.lists[one.code]), len(other.attachments))


# How it travels


def by_file(node: Node, octets: bytes) -> Taken:
    return take_in_bundle(io.BytesIO(octets), own=node.code, channel=CHANNEL, held=node)


def by_pull(node: Node, shown: Node, log: str, *, restoring: bool = False) -> Taken:
    """What `node` finds in the directory of `shown`, as the courier lays it before the importer."""
    held, size = shown.copy_of(log), node.size(log)
    known = len(node.manifests(log.split("/")[1]))
    delivered = Delivered(
        by=shown.origin,
        log=log,
        checkpoint=read_note(held.note),
        keys=list(enumerate(shown.lists[log.split("/")[1]], 1))[known:],
        from_size=min(size, len(held.pairs)),
        lines=iter([line[:-1] for line in held.lines(min(size, len(held.pairs)))]),
        blobs=iter(sorted((sha, shown.attachments[sha]) for sha in node.awaited_blobs() & shown.attachments.keys())),
    )
    return take_in(delivered, own=node.code, channel=CHANNEL, held=node, restoring=restoring)


def offered(seen: World, node: Node, arrive: Callable[[], Taken]) -> bool:
    """Whether it was taken in; an honest delivery is refused only for want of another, and never suspends."""
    before = node.tables() if seen.chance.random() < 0.05 else None
    lists = {party: len(notes) for party, notes in node.lists.items()}
    try:
        node.answer(arrive)
    except Suspended as refusal:
        raise AssertionError(f"seed {seen.seed}: an honest party was accused: {refusal}") from refusal
    except DeliveryRefused as refusal:
        assert refusal.code in UNREACHED, f"seed {seen.seed}: {refusal}"
        assert before is None or node.tables() == before
        seen.count(refusal.code)
        return False
    if lists != {party: len(notes) for party, notes in node.lists.items()}:
        node.forget()
    nothing_is_undone(seen, node)
    return True


def nothing_is_undone(seen: World, node: Node) -> None:
    """What is in effect stays in effect, and binds nobody who has not spoken for it and sealed it himself."""
    effective = {leaf: text for leaf, text in node.register().joint_texts.items() if text.in_effect}
    assert seen.bound[node.code] <= effective.keys(), f"seed {seen.seed}: {node.code} saw an effect undone"
    seen.bound[node.code] = set(effective)
    for text in effective.values():
        assert set(text.voices) == set(text.seals) == set(text.parties)


def carry(seen: World) -> None:
    """A delivery between two parties, or what becomes of one."""
    one, other = seen.pair()
    if not seen.reaches(one, other):
        seen.count("cut off")
        return
    log = seen.chance.choice([one.origin, *(log for log in one.logs if log not in (one.origin, other.origin))])
    if seen.chance.random() < 0.4:
        offered(seen, other, lambda: by_pull(other, one, log))
        seen.count("pulled")
        return
    start = seen.chance.choice([0, min(other.size(log), one.size(log)), seen.chance.randrange(one.size(log) + 1)])
    octets = one.bundle([node.code for node in seen.nodes if node is not one], start, log=log)
    fate = seen.chance.random()
    if fate < 0.15:
        seen.count("lost")
    elif fate < 0.35:
        seen.under_way.append((other, octets))
        seen.count("delayed")
    elif fate < 0.45:
        corrupted(seen, other, octets)
    else:
        offered(seen, other, lambda: by_file(other, octets))
        if fate > 0.85:
            offered(seen, other, lambda: by_file(other, octets))
            seen.count("twice")
    if seen.under_way and seen.chance.random() < 0.5:
        late, delayed = seen.under_way.pop(seen.chance.randrange(len(seen.under_way)))
        offered(seen, late, lambda: by_file(late, delayed))
        seen.count("out of order")


def corrupted(seen: World, node: Node, octets: bytes) -> None:
    """One bit of a file is changed on the way: it is refused, and nothing is kept."""
    bad = bytearray(octets)
    bad[seen.chance.randrange(len(bad))] ^= 1 << seen.chance.randrange(8)
    before = node.tables()
    try:
        node.answer(lambda: by_file(node, bytes(bad)))
    except DeliveryRefused as refusal:
        assert not isinstance(refusal, Suspended), f"seed {seen.seed}: a changed bit accuses"
    else:
        raise AssertionError(f"seed {seen.seed}: a changed bit was taken in")
    assert node.tables() == before
    seen.count("corrupted")


# What happens to the parties


def nothing(seen: World) -> None:
    """A quiet month."""


def partition(seen: World) -> None:
    one, other = seen.pair()
    seen.cut_off[frozenset((one.code, other.code))] = seen.now + timedelta(days=seen.chance.randrange(30, 900))
    seen.count("partitions")


def jump(seen: World) -> None:
    node = seen.chance.choice(seen.nodes)
    node.clock = timedelta(days=seen.chance.randrange(-3_650, 3_650)) if seen.chance.random() < 0.5 else timedelta()
    seen.count("clock jumps")


def crash(seen: World) -> None:
    """The power fails after a delivery was verified and before it was kept: it never happened."""
    one, other = seen.pair()
    before = other.tables()
    verified(seen, other, one)
    assert other.tables() == before
    seen.count("crashes")


def crash_in_between(seen: World) -> None:
    """The power fails after a delivery was kept and before receipt, seals and notices: its next act makes up for them."""
    one, other = seen.pair()
    taken = verified(seen, other, one)
    if taken is not None:
        other.keep(taken)
        other.forget()
        seen.count("crashes before a receipt")


def verified(seen: World, node: Node, shown: Node) -> Taken | None:
    """What `node` would keep of the log of `shown`; None where what comes before it is missing."""
    try:
        return by_pull(node, shown, shown.origin)
    except DeliveryRefused as refusal:
        assert refusal.code in UNREACHED, f"seed {seen.seed}: {refusal}"
        return None


def back_up(seen: World) -> None:
    node = seen.chance.choice(seen.nodes)
    seen.backups[node.code] = copy.deepcopy(node.logs)


def restore(seen: World) -> None:
    """A backup is put back: the node takes its own log back first, from the directory it publishes, then goes on."""
    held = [node for node in seen.nodes if node.code in seen.backups]
    if not held:
        return
    node = seen.chance.choice(held)
    published = copy.copy(node)
    published.logs = dict(node.logs)
    node.logs = copy.deepcopy(seen.backups[node.code])
    node.forget()
    node.keep(by_pull(node, published, node.origin, restoring=True))
    node.forget()
    assert node.own_log.pairs == published.own_log.pairs, f"seed {seen.seed}: something receipted was lost"
    seen.bound[node.code] = set()
    seen.count("restored")


def rotate(seen: World) -> None:
    """A log key or a witness key is replaced from here on, and now and then a root key."""
    node = seen.chance.choice(seen.nodes)
    size, seen.keys = node.size(node.origin), seen.keys + 1
    if node.manifest.version > 6 or seen.keys > 250:
        return
    fresh = seeded(seen.keys)
    what = seen.chance.choice(("log", "witness", "root"))
    if what == "root":
        kept = node.roots[1:]
        roots = [*kept, fresh]
        node.publish_keys(node.following(roots=tuple(key.public for key in roots)), [*node.roots, fresh])
        node.roots = roots
    else:
        *earlier, last = node.manifest.logs if what == "log" else node.manifest.witnesses
        ranges = (*earlier, replace(last, until=size), KeyRange(fresh.public, size))
        changed = {"logs": ranges} if what == "log" else {"witnesses": ranges}
        node.publish_keys(node.following(**changed))
        if what == "log":
            node.log_signer = fresh
        else:
            node.witness = fresh
    node.own_log.note = node.signed_note().octets()
    node.forget()
    seen.count(f"{what} keys replaced")


# What the parties say


def meet(seen: World) -> None:
    """Those who can reach each other tell all they have, agree on what is open, and tell that."""
    for _ in range(2):
        for one in seen.nodes:
            for other in seen.nodes:
                if one is not other and seen.reaches(one, other):
                    exchanged(seen, one, other)
        agree(seen)
    seen.count("meetings")


def say(seen: World, node: Node, record: Record, **changes: object) -> Reference:
    return node.write(record, **changes)


def silence(seen: World) -> None:
    """Nobody has anything to say."""


def file_report(seen: World) -> None:
    node = seen.chance.choice(seen.nodes)
    say(seen, node, report(f"{node.code} {seen.chance.randrange(10**6)}"), subject=ABOUT)
    seen.count("reports")


def change_mind(seen: World) -> None:
    """A correction or a withdrawal of an own entry, which may be of a kind that cannot be changed."""
    node = seen.chance.choice(seen.nodes)
    seq = seen.chance.randrange(node.size(node.origin))
    place = Reference(node.origin, seq, node.own_log.leaves[seq].hex())
    again = Corrected("report.filed", report("Not so."))
    subject = read_entry(*node.own_log.pairs[seq]).header.subject
    say(seen, node, seen.chance.choice((again, Withdrawn("entered-in-error"))), subject=subject, supersedes=place)
    seen.count("changes")


def act(seen: World) -> None:
    """An activity is opened, or a step of one taken, possible or not."""
    node = seen.chance.choice(seen.nodes)
    running = [
        entry.header.id
        for log in node.entries().values()
        for entry in log
        if isinstance(entry.record, ActivityOpened) and entry.header
    ]
    if not running or seen.chance.random() < 0.3:
        opened = ActivityOpened(provision="P1.I1", mode="dialogue", edition=1)
        say(seen, node, opened, subject=ABOUT)
    else:
        step, details = seen.chance.choice(
            [
                ("propose", {"date": "2026-05-05", "level": "Ministers"}),
                ("hold", {"date": "2026-05-05", "participants": "Twelve"}),
                ("postpone", {"reason": "Snow"}),
            ]
        )
        taken = StepTaken(activity=seen.chance.choice(running), step=step, details=details, on="2026-05-05")
        say(seen, node, taken, subject=ABOUT)
    seen.count("steps")


def propose(seen: World) -> None:
    """A plan, or a new version of one that names the version in force as its proposer knows it."""
    node = seen.chance.choice(seen.nodes)
    words = f"Agreed words {seen.seed} {seen.versions}.".encode()
    seen.versions += 1
    node.attachments[digest(words)] = words
    changes: dict[str, object] = {"subject": "plan"}
    if "plan" in (plans := node.register().plans):
        text = node.register().joint_texts[plans["plan"].joint]
        changes["target"] = Reference(text.proposal.log, text.proposal.seq, text.leaf.hex())
    codes = tuple(one.code for one in seen.nodes)
    say(seen, node, plan_proposal(*codes, words=words), **changes)
    seen.count("proposals")


def answer(seen: World) -> None:
    """A word on a text that is open: mostly yes."""
    node = seen.chance.choice(seen.nodes)
    texts = [text for text in node.register().joint_texts.values() if text.pending]
    if not texts:
        return
    text = seen.chance.choice(texts)
    word = seen.chance.choice((Concurred(), Concurred(), Concurred(), Concurred(), Declined(), Withdrew()))
    place = Reference(text.proposal.log, text.proposal.seq, text.leaf.hex())
    say(seen, node, word, subject="plan", target=place)
    node.seal()
    nothing_is_undone(seen, node)
    seen.count("words on joint texts")


def agree(seen: World) -> None:
    """Everybody says yes to whatever they hold and have not answered."""
    for node in seen.nodes:
        for text in node.register().joint_texts.values():
            if text.pending and node.code in text.still_to_speak:
                place = Reference(text.proposal.log, text.proposal.seq, text.leaf.hex())
                say(seen, node, Concurred(), subject="plan", target=place)
        node.seal()
        nothing_is_undone(seen, node)


_EVENTS = (nothing, partition, jump, crash, crash_in_between, back_up, restore, rotate, meet)
_WORDS = (silence, file_report, file_report, change_mind, act, propose, answer, answer, agree)


# What must be equal


def register_octets(node: Capital) -> bytes:
    """The register, every part of it, as bytes."""
    return repr(node.register()).encode()


def joint_octets(node: Capital) -> bytes:
    """The table of joint texts: who has spoken, left and sealed, where and when."""
    lines = [
        (
            leaf.hex(),
            sorted(text.voices.items()),
            sorted(text.exits.items()),
            sorted(text.seals.items()),
            text.in_effect_at,
        )
        for leaf, text in sorted(node.register().joint_texts.items())
    ]
    return repr(lines).encode()


def same(octets: Iterable[bytes]) -> bool:
    """Whether all are equal, byte for byte."""
    return len({sha256(each).digest() for each in octets}) == 1


def play(seed: int) -> World:
    """One history, lived and healed; raises `AssertionError`, naming the seed, where a promise is broken."""
    with remembered_readings():
        seen = world(seed)
        live(seen)
        heal(seen)
    assert same(map(register_octets, seen.nodes)), f"seed {seed}: the registers differ"
    assert same(map(joint_octets, seen.nodes)), f"seed {seed}: the joint texts differ"
    for log in seen.nodes[0].logs:
        assert same(b"".join(node.copy_of(log).lines()) for node in seen.nodes), f"seed {seed}: copies of {log} differ"
    return seen
