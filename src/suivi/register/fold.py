"""The fold: from the logs of a channel to its register, the same in every capital that holds the same entries.

- A register is a function of the set of entries and of nothing else: no order of arrival, no clock, no node.
- Ties in the order go by the charter's order of parties; until a charter is in effect, by their codes.
- An entry that has seen everything placed so far takes the remembered register one step further; any other
  starts the fold again at the next question (`Fold.may_take` tells which).
- In a successor channel the fold begins with what the agreed entries of the old logs add up to; what stands above them
  is disowned (exchange format, section 6.3).
- Whatever is wrong with an entry is told in `set_aside`, `waiting` or `flags`; nothing is raised for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from suivi.log.canonical import Json
from suivi.log.fault import Fault
from suivi.log.tree import Frontier
from suivi.plan.channel import PUBLIC, Charter, OldLog, origin_of
from suivi.record.changes import DestroyAsked
from suivi.record.entry import Entry
from suivi.register.bodies import NamedBody
from suivi.register.cut import Cut, counts
from suivi.register.destruction import Destruction, asked_for
from suivi.register.farewell import Consent, Farewell
from suivi.register.joint import JointText
from suivi.register.order import Ordering
from suivi.register.plans import PlanRegister
from suivi.register.public import PublicTally
from suivi.register.set_aside import DISOWNED, Flag, SetAside, Waiting
from suivi.register.soundness import Soundness, Vouching
from suivi.register.tally import Tally

__all__ = ["Flag", "Fold", "Register", "SetAside", "Source", "Waiting", "fold_at", "newly_set_aside", "register_at"]


@dataclass(frozen=True, slots=True)
class Source:
    """One log a register rests on: how many entries counted, and the Merkle root (hex) at that size.

    `last_on` is the day (UTC, `YYYY-MM-DD`) of the last of them, empty for a log without any: so far it reaches.
    """

    size: int
    root: str
    last_on: str = ""

    def value(self) -> dict[str, Json]:
        """The source as plain JSON."""
        value: dict[str, Json] = {"size": self.size, "root": self.root}
        return value | ({"last_on": self.last_on} if self.last_on else {})


@dataclass(frozen=True, kw_only=True)
class Register:
    """What the records of a channel add up to at `cut`.

    `sources` are those of the trimmed cut: each log ended at its last entry other than receipts and notices.
    `placed` is how much of each log had found its place: what may be stated as `seen`. `joint_texts` by leaf
    (32 bytes), `plans` and `bodies` by id. `set_aside` and `flags` stand in canonical order;
    `destructions` by log and position; `farewells` are the logs that have ended, by party; `consents` what their
    authors let others give onwards. Of a channel that another succeeds, `disowned` are the entries above those agreed
    on, by log and position; its plans, bodies and joint texts in effect are told by the successor's register alone.
    """

    channel: str
    parties: tuple[str, ...]
    charter: Charter | None
    cut: Cut
    placed: Cut
    sources: dict[str, Source]
    joint_texts: Mapping[bytes, JointText]
    plans: Mapping[str, PlanRegister]
    bodies: dict[str, NamedBody]
    set_aside: tuple[SetAside, ...]
    waiting: tuple[Waiting, ...]
    flags: tuple[Flag, ...]
    destructions: tuple[Destruction, ...] = ()
    farewells: dict[str, Farewell] = field(default_factory=dict)
    consents: tuple[Consent, ...] = ()
    disowned: tuple[SetAside, ...] = ()


class Fold:
    """The entries of a channel and, at any moment, their register.

    `parties` are the codes of the channel's parties, in any order. `own` is the party whose log is whole here:
    an entry that claims to have seen more of it is set aside (check 20, record.seen). `vouching` decides what
    needs keys, from signed bytes alone, or registers would differ. `circles` are the parties of each channel, in
    charter order: for the channel `public` alone, where texts of several circles stand in one log. `former` are all
    entries of the channel that this one succeeds by its name: the charter in effect says how many of them count.
    """

    def __init__(
        self,
        channel: str,
        parties: Sequence[str],
        *,
        own: str | None = None,
        vouching: Vouching | None = None,
        circles: Mapping[str, tuple[str, ...]] | None = None,
        former: "Fold | None" = None,
    ) -> None:
        self._channel = channel
        self._parties = tuple(sorted(parties))
        self._own = own
        self._vouching = vouching
        self._circles = dict(circles or {})
        self._held: dict[str, dict[int, Entry]] = {origin_of(party, channel): {} for party in self._parties}
        self._frontiers = dict.fromkeys(self._held, Frontier())
        self._last_on = dict.fromkeys(self._held, "")
        self._requests: list[Entry] = []
        self._former = former
        self._succeeds: tuple[OldLog, ...] = ()
        self._begun: Fold | None = None
        self._agreed: Mapping[str, int] | None = None
        self._disowned: dict[tuple[str, int], Entry] = {}
        self._start(self._parties)

    def may_take(self, entry: Entry) -> bool:
        """Whether `entry` is one more step; if not, taking it makes the next `register` fold from the start."""
        return not self._stale and self._ordering.comes_last(entry)

    def take(self, entry: Entry) -> None:
        """Adds `entry`; one already held is not added twice.

        Raises `KeyError` for a log that is not of the channel, `ValueError` for another entry in a place already
        taken: both are for the exchange to refuse before.
        """
        held = self._held[entry.log]
        if self._agreed is not None and entry.seq >= self._agreed.get(entry.log, 0):
            self._disowned[entry.log, entry.seq] = entry
            return
        known = held.setdefault(entry.seq, entry)
        if known is not entry:
            if known.leaf != entry.leaf:
                raise ValueError(f"two entries {entry.seq} of {entry.log}")
            return
        if isinstance(entry.record, DestroyAsked):
            self._requests.append(entry)  # what was taken long ago counts otherwise from now on
            self._stale = True
        self._stale = not self.may_take(entry)
        if self._stale:
            return
        for placed in self._ordering.offer(entry):
            self._tally.take(placed)
        self._stale = self._is_otherwise()

    def register(self) -> Register:
        """The register of everything taken so far."""
        self._bring_up_to_date()
        return self._snapshot(self._tally)

    @property
    def former(self) -> "Fold | None":
        """The fold of everything held of the channel that this one succeeds by its name, None where it is the first."""
        return self._former

    def former_register(self) -> Register | None:
        """The register of the channel that this one succeeds, as the charter in effect leaves it; None where none does.

        Destructions are told as they stand here, where they are attested.
        """
        self._bring_up_to_date()
        if self._begun is None:
            return None
        told = tuple(one for one in self._tally.destructions.values() if one.log in self._begun._held)
        return replace(self._begun.register(), destructions=told)

    def on_top(self, unreleased: Iterable[Entry]) -> Register:
        """The register with these entries of our own home log on top, in their order; the fold itself stays."""
        self._bring_up_to_date()
        tally = self._tally.copied()
        for entry in unreleased:
            tally.take_unreleased(entry)
        return self._snapshot(tally)

    def _bring_up_to_date(self) -> None:
        if self._stale or self._has_outgrown():
            self._refold()

    def _has_outgrown(self) -> bool:
        """Whether more of the old logs is held than when this fold began with them."""
        return self._begun is not None and self._former is not None and self._begun._count() < self._former._count()

    def _count(self) -> int:
        return sum(map(len, self._held.values())) + len(self._disowned)

    def _is_otherwise(self) -> bool:
        """Whether a charter in effect says that the fold should have begun otherwise."""
        succeeds = self._tally.succeeds if self._former is not None else ()
        return self._tally.order != self._tally.codes or succeeds != self._succeeds

    def _ended_at(self, agreed: Mapping[str, int], later: Sequence[Entry]) -> "Fold":
        """These entries, of each log so many as `agreed`; `later` are what the successor asks to destroy of them."""
        # Of nobody's log is more to come: what claims to have seen more waits alike in every capital.
        ended = Fold(self._channel, self._parties, vouching=self._vouch_as_written, former=self._former)
        ended._agreed, ended._stale = agreed, True
        ended._requests.extend(later)
        for log in self._held.values():
            for entry in log.values():
                ended.take(_having_seen(entry, agreed))
        ended._refold()
        return ended

    def _vouch_as_written(self, entry: Entry) -> Fault | None:
        """What keys decide of an entry rests on what it has signed, however it is read."""
        written = self._held[entry.log].get(entry.seq, entry)
        return None if self._vouching is None else self._vouching(written)

    def _start(self, codes: tuple[str, ...]) -> None:
        self._begun = None
        if self._former is not None and self._succeeds:
            agreed = {old.log: old.size for old in self._succeeds}
            self._begun = self._former._ended_at(agreed, self._requests)
        former = None if self._begun is None else self._begun._tally
        soundness = Soundness(self._channel, codes, self._vouching, former=None if former is None else former.soundness)
        if self._channel == PUBLIC:
            self._tally: Tally = PublicTally(self._channel, codes, soundness, circles=self._circles)
        elif former is not None:
            self._tally = Tally.after(former, self._channel, codes, soundness)
        else:
            self._tally = Tally(self._channel, codes, soundness)
        self._tally.destructions |= asked_for(self._held, self._requests)
        self._ordering = Ordering(codes, self._proves)
        self._stale = False

    def _refold(self) -> None:
        # Ties go by the charter from the first entry on, and which charters are in effect hangs on no order:
        # the first pass stops at one, the second follows it, the third only if an earlier one was sealed too.
        self._succeeds = ()
        self._start(self._parties)
        self._place_all(until_charter=True)
        for _ in range(2):
            if self._is_otherwise():
                self._succeeds = self._tally.succeeds if self._former is not None else ()
                self._start(self._tally.order)
                self._place_all(until_charter=False)

    def _place_all(self, *, until_charter: bool) -> None:
        for log in self._held.values():
            for entry in log.values():
                self._ordering.hold(entry)
        for entry in self._ordering.place():
            self._tally.take(entry)
            if until_charter and self._is_otherwise():
                return

    def _proves(self, receipt: Entry) -> bool:
        return self._vouching is None or self._vouching(receipt) is None

    def _snapshot(self, tally: Tally) -> Register:
        ended = self._agreed is not None
        return Register(
            channel=self._channel,
            parties=tally.codes,
            charter=tally.charter,
            cut=Cut({log: self._ordering.held(log) for log in self._held}),
            placed=Cut({log: self._ordering.placed(log) for log in self._held}),
            sources=self._sources(),
            joint_texts=dict(tally.joint_texts) if not ended else tally.left_behind(),
            plans=tally.plans() if not ended else {},
            bodies=tally.bodies if not ended else {},
            set_aside=(*tally.set_aside, *self._claims_on_us()),
            waiting=(*tally.absent, *self._waiting()),
            flags=(*tally.flags, *tally.noticed_in_error()),
            destructions=tuple(tally.destructions.values()),
            farewells=dict(tally.farewells),
            consents=tuple(tally.consents),
            disowned=tuple(SetAside.of(self._disowned[place], DISOWNED) for place in sorted(self._disowned)),
        )

    def _sources(self) -> dict[str, Source]:
        """Of each log, and of the old ones that this channel goes on with."""
        old = {} if self._begun is None else self._begun._sources()
        return old | {log: self._source(log) for log in self._held}

    def _source(self, log: str) -> Source:
        held, frontier = self._held[log], self._frontiers[log]
        size = self._ordering.held(log)
        while size > frontier.size and not counts(held[size - 1]):
            size -= 1
        for seq in range(frontier.size, size):
            frontier = frontier.after(held[seq].leaf)
            # A log's days never run backwards (`cut.py`); a header outside its schema bears none.
            header = held[seq].header
            self._last_on[log] = max(self._last_on[log], header.at[:10] if header is not None else "")
        self._frontiers[log] = frontier
        return Source(frontier.size, frontier.root().hex(), self._last_on[log])

    def _waiting(self) -> Iterator[Waiting]:
        for entry in self._ordering.waiting():
            if not self._claims_more_than_we_wrote(entry):
                yield Waiting(entry.log, entry.seq, entry.leaf, "order.waiting")

    def _claims_on_us(self) -> Iterator[SetAside]:
        for entry in self._ordering.waiting():
            if self._claims_more_than_we_wrote(entry):
                yield SetAside.of(entry, "record.seen", "it claims to have seen more of our log than we have written")

    def _claims_more_than_we_wrote(self, entry: Entry) -> bool:
        if self._own is None or entry.header is None:
            return False
        own = origin_of(self._own, self._channel)
        return entry.header.seen.get(own, 0) > self._ordering.held(own)


def _having_seen(entry: Entry, agreed: Mapping[str, int]) -> Entry:
    """The entry as one that had seen of each log no more than was agreed on: it counts, whatever of the rest it had read."""
    header = entry.header
    if header is None or all(size <= agreed.get(log, size) for log, size in header.seen.items()):
        return entry
    seen = {log: min(size, agreed.get(log, size)) for log, size in header.seen.items()}
    return replace(entry, header=replace(header, seen=seen))


def register_at(
    cut: Cut,
    logs: Mapping[str, Sequence[Entry]],
    *,
    channel: str,
    parties: Sequence[str],
    own: str | None = None,
    vouching: Vouching | None = None,
    circles: Mapping[str, tuple[str, ...]] | None = None,
    former: Fold | None = None,
) -> Register:
    """The register of the entries of `logs` (by origin, from seq 0) that `cut` counts."""
    return fold_at(
        cut, logs, channel=channel, parties=parties, own=own, vouching=vouching, circles=circles, former=former
    ).register()


def fold_at(
    cut: Cut,
    logs: Mapping[str, Sequence[Entry]],
    *,
    channel: str,
    parties: Sequence[str],
    own: str | None = None,
    vouching: Vouching | None = None,
    circles: Mapping[str, tuple[str, ...]] | None = None,
    former: Fold | None = None,
) -> Fold:
    """As `register_at`, the fold itself."""
    fold = Fold(channel, parties, own=own, vouching=vouching, circles=circles, former=former)
    for log, size in cut.sizes.items():
        for entry in logs.get(log, ())[:size]:
            fold.take(entry)
    return fold


def newly_set_aside(before: Register, after: Register) -> tuple[SetAside, ...]:
    """What `after` sets aside and `before` did not, in canonical order."""
    known = set(before.set_aside)
    return tuple(aside for aside in after.set_aside if aside not in known)
