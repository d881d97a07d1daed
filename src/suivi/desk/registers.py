"""The registers of a node: common, home and as of a past day, remembered by cut.

- A register is never stored: it is what the logs add up to, and may be forgotten at any moment.
- What is remembered is checked against the database at every use (size and last leaf of each log), so a
  transaction that was rolled back, or another process that wrote, is noticed.
- Channels that nobody has asked for longest are forgotten once more entries are held than SUIVI_REMEMBERED_ENTRIES.
- New entries are read from the database and given to the fold, which decides whether one step is enough.
- Of a channel that is not in memory, what `kept_registers` holds is asked first, if it is no older than the logs.
- A channel and its successor are read together: the one goes on with what was agreed in the other, and says how much of
  that counts (exchange format, section 6.3).
"""

import datetime
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial, wraps
from threading import RLock
from typing import Any, ParamSpec, TypeVar

from django.conf import settings

from suivi.desk import entries, kept_registers, past
from suivi.desk.database import store_of
from suivi.desk.kept_registers import Kept
from suivi.exchange.charter import former_name, successor_name
from suivi.exchange.faults import Refused
from suivi.exchange.key_chain import chain_of
from suivi.exchange.receipts import vouching
from suivi.exchange.release import Approval
from suivi.log.fault import Fault
from suivi.plan.channel import PUBLIC, Charter, origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.changes import DestroyAsked
from suivi.record.entry import Entry
from suivi.record.home import Approved
from suivi.record.joint import Proposed
from suivi.record.marking import AMBER, CLEAR, Marking, read_marking
from suivi.register.clearance import above, as_seen
from suivi.register.clearance import cleared as as_cleared
from suivi.register.cut import Cut, cut_on
from suivi.register.destruction import Place
from suivi.register.fold import Fold, Register, fold_at, register_at
from suivi.register.soundness import Vouching

_REMEMBERED_PAST = 16
_TOGETHER = 100
_AROUND = "surroundings"


@dataclass
class _Remembered:
    """The logs of one channel as read so far, the fold over them, and the attachments they name by log.

    `last_at` is the latest instant written in any of them. `key_lists` is how many key lists decided about entries, and
    `awaited` the places of those whose words may still come: another process may bring either.
    """

    parties: tuple[str, ...]
    logs: dict[str, list[Entry]]
    fold: Fold
    past: OrderedDict[datetime.date, Register] = field(default_factory=OrderedDict)
    cuts: OrderedDict[Hashable, Register] = field(default_factory=OrderedDict)
    made: dict[Hashable, Any] = field(default_factory=dict)
    attached: dict[tuple[str, str], None] = field(default_factory=dict)
    views: OrderedDict[tuple[Marking, datetime.date | None], "_View"] = field(default_factory=OrderedDict)
    last_at: str = ""
    key_lists: int = 0
    awaited: set[Place] = field(default_factory=set)

    def forget_what_was_made(self) -> None:
        """Drop what rests on the logs as they were: more has come to them, or to those of a channel next to this one."""
        for made in (self.past, self.cuts, self.made, self.views):
            made.clear()


@dataclass(frozen=True)
class _View:
    """What somebody sees who is cleared up to a ceiling: the register, and the places of what is above it."""

    register: Register
    hidden: frozenset[Place]


_memory: OrderedDict[tuple[str, str], _Remembered] = OrderedDict()
_known: dict[str, Mapping[str, Sequence[str]]] = {}
_lock = RLock()
_glance: ContextVar[dict[str, Any] | None] = ContextVar("glance", default=None)
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def at_one_glance(query: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """A query that looks at the database once: what it remembers is checked at its beginning, not at each step.

    For reading only: an act must see what it has itself written.
    """

    @wraps(query)
    def glancing(*asked: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        if _glance.get() is not None:
            return query(*asked, **named)
        token = _glance.set({})
        try:
            return query(*asked, **named)
        finally:
            _glance.reset(token)

    return glancing


def seen_once(key: str, look: Callable[[], _Answer]) -> _Answer:
    """What `look` gives, looked at once for each `key` at one glance, and each time outside of one."""
    glance = _glance.get()
    if glance is None:
        return look()
    if key not in glance:
        glance[key] = look()
    found: _Answer = glance[key]
    return found


def texts_to_come() -> set[str]:
    """The digests of the agreed texts of plans opened at this glance: whoever looks for one looks for all of them."""
    return seen_once("texts to come", set)


def look_again() -> None:
    """Forget what this glance has seen of how far rows follow the logs: they have just been made."""
    glance = _glance.get()
    if glance is not None:
        for key in [key for key in glance if key == _AROUND or key.startswith("kept ")]:
            del glance[key]


def channels_behind() -> set[str]:
    """The channels (`home` for our home log) of which anything has come since rows were last made."""
    return _named_in(_around().behind)


def _named_in(logs: Iterable[str]) -> set[str]:
    return {log.split("/")[2] for log in logs}


def _around() -> entries.Surroundings:
    found = seen_once(_AROUND, entries.surroundings)
    _known[store_of(entries.own_node())] = found.parties
    return found


def _last_known() -> Mapping[str, Sequence[str]]:
    """The parties of each channel as last looked at: whoever asks for a register has just looked."""
    return _known.get(store_of(entries.own_node())) or _around().parties


def channels() -> list[str]:
    """The channels this node shares with other parties, by name: those it has keys in, but the home and public ones."""
    own = entries.own_node().party
    known = _around().parties
    return [name for name, parties in known.items() if own in parties and name not in (entries.HOME, PUBLIC)]


def current(channels: Sequence[str]) -> str:
    """Of these channels, at least one, the one in use: the first by name, or its last successor with a charter in effect."""
    found = channels[0]
    while (following := successor_name(found)) in channels and common(following).charter is not None:
        found = following
    return found


def in_use_after(channel: str) -> str:
    """Where `channel` goes on: itself, or its last successor with a charter in effect."""
    while (following := _heir(channel)) is not None and common(following).charter is not None:
        channel = following
    return channel


def is_succeeded(channel: str) -> bool:
    """Whether another channel goes on with what was agreed in this one: nothing more is written to it."""
    return in_use_after(channel) != channel


def before(channel: str) -> list[str]:
    """The channels this node has keys in that `channel` succeeds, the last first."""
    found, former = [], _former(channel)
    while former is not None:
        found.append(former)
        former = _former(former)
    return found


def relatives(channel: str) -> list[str]:
    """The channels this node has keys in that `channel` succeeds or is succeeded by, by name, next to it."""
    return [name for name in (_former(channel), _heir(channel)) if name is not None]


def _former(channel: str) -> str | None:
    name = former_name(channel)
    return name if name is not None and name in _last_known() else None


def _heir(channel: str) -> str | None:
    name = successor_name(channel)
    return name if name in _last_known() else None


def known_parties(channel: str) -> list[str]:
    """The parties whose keys are known in the channel, by code; none where it is not known."""
    return list(_around().parties.get(channel, ()))


def is_ours(channel: str) -> bool:
    """Whether this node has keys in the channel."""
    return entries.own_node().party in known_parties(channel)


def key_lists(channel: str) -> dict[str, list[bytes]]:
    """The signed manifests in the channel, version 1 first, by party."""
    return _keys(channel)


def suspended(channel: str) -> bool:
    """Whether evidence of two histories has suspended the channel."""
    return channel in _around().suspended


def common(channel: str) -> Register:
    """The common register of `channel`, from the shared logs of every party as held now."""
    with _lock:
        kept = _kept(channel)
        return kept.register if kept is not None else _folded(channel)


def last_entry_at(channel: str) -> str:
    """The latest instant written in any log of `channel`, as headers write it; empty for none."""
    with _lock:
        kept = _kept(channel)
        return kept.last_at if kept is not None else _current(channel).last_at


def keep(channel: str) -> None:
    """Keep the register of `channel` as it stands, for processes and days to come."""
    with _lock:
        current, every = _current(channel), [channel, *relatives(channel)]
        logs = {log: held for name in every for log, held in _current(name).logs.items()}
        ends = {log: (len(held), held[-1].leaf if held else b"") for log, held in logs.items()}
        kept_registers.keep(_folded(channel), ends, last_at=current.last_at)
        entries.forget_surroundings()


def look_at_all(channels: Sequence[str]) -> None:
    """Look at many channels together, so that a page over all of them asks the database a few times and not for each.

    Only at one glance, outside of which it does nothing. Of a channel that is neither in memory nor kept the logs are read.
    """
    if _glance.get() is None:
        return
    store = store_of(entries.own_node())
    with _lock:
        held = {name: _memory[store, name] for name in channels if (store, name) in _memory}
        _look_at_remembered(held)
        _look_at_kept([name for name in channels if name != PUBLIC and name not in held])
        kept, behind = _around().kept, channels_behind()
        read_together(
            [name for name in channels if name not in held and (name not in kept or _is_behind(name, behind))]
        )


def _look_at_remembered(held: Mapping[str, _Remembered]) -> None:
    """Those in memory, by one question for the ends of all their logs; one that has grown is looked at by itself."""
    glance, around = _glance.get() or {}, _around()
    new = {name: one for name, one in held.items() if f"channel {name}" not in glance}
    plain = ((name, one) for name, one in new.items() if one.fold.former is None and not one.awaited)
    same = [(name, one) for name, one in plain if _is_decided(one, name, around)]  # others are looked at by themselves
    for batch in (same[start : start + _TOGETHER] for start in range(0, len(same), _TOGETHER)):
        ends = entries.leaves_from({log: seq for _, one in batch for log, seq in _last_places(one).items()})
        for name, one in batch:
            if _ends_of(one) == {place: leaf for place, leaf in ends.items() if place[0] in one.logs}:
                seen_once(f"channel {name}", partial(_looked_up_again, (store_of(entries.own_node()), name), one))


def _looked_up_again(key: tuple[str, str], one: _Remembered) -> _Remembered:
    _memory.move_to_end(key)
    return one


def _look_at_kept(channels: Iterable[str]) -> None:
    behind, kept = channels_behind(), _around().kept
    sound = [name for name in channels if name in kept and not _is_behind(name, behind)]
    cold = [name for name in sound if not kept_registers.is_open(name, kept[name])]
    for name in sorted(set(sound) - set(cold)):  # before others take their place in memory
        seen_once(f"kept {name}", partial(_read_back, name))
    for name, beside in kept_registers.frames(cold).items() if len(cold) > 1 else ():
        seen_once(f"kept {name}", partial(_read_back, name, beside))


def _read_back(channel: str, beside: Any = None) -> Kept | None:
    return kept_registers.kept(channel, _around().kept[channel], lambda: _folded(channel), beside=beside)


def open_all(plans: Iterable[tuple[str, str]]) -> None:
    """Open these plans, each named by its channel and its id, together where they are kept and not in memory.

    After `look_at_all`, at the same glance; of others it does nothing.
    """
    glance = _glance.get() or {}
    seals = {}
    for channel, plan in plans:
        kept = glance.get(f"kept {channel}")
        if kept is not None and kept.seals.get(plan):
            seals[channel, plan] = kept.seals[plan]
    kept_registers.open_together(seals)


def open_every(channels: Iterable[str]) -> None:
    """As `open_all`, every plan of these channels."""
    glance = _glance.get() or {}
    kept = ((name, glance.get(f"kept {name}")) for name in channels)
    open_all((name, plan) for name, one in kept if one is not None for plan in one.seals)


def _folded(channel: str) -> Register:
    return seen_once(f"register {channel}", lambda: _as_left(channel) or _current(channel).fold.register())


def _as_left(channel: str) -> Register | None:
    """The register of a channel that another succeeds, as that one's charter in effect leaves it."""
    heir = _heir(channel)
    return None if heir is None else _current(heir).fold.former_register()


def _kept(channel: str) -> Kept | None:
    """What is kept of a channel that is not in memory, if it says what the logs say."""
    return seen_once(f"kept {channel}", lambda: _kept_now(channel))


def _kept_now(channel: str) -> Kept | None:
    if channel == PUBLIC or (store_of(entries.own_node()), channel) in _memory:
        return None
    # What is kept is made with the rows, in one transaction: where they follow the logs, so does it.
    around = _around()
    if channel not in around.kept or _is_behind(channel, _named_in(around.behind)):
        return None
    return _read_back(channel)


def _is_behind(channel: str, behind: Set[str]) -> bool:
    """Whether anything has come to the channel, or to one that it is read together with, since rows were last made."""
    return bool(behind) and not behind.isdisjoint([channel, *relatives(channel)])


def cleared(channel: str, ceiling: Marking, day: datetime.date | None = None) -> Register:
    """The common register as who is cleared up to `ceiling` sees it, now or at the end of `day` (UTC)."""
    return _view(channel, ceiling, day).register


def hidden(channel: str, ceiling: Marking) -> frozenset[Place]:
    """The places (log, position) of what who is cleared up to `ceiling` does not see; as marked now."""
    return _view(channel, ceiling, None).hidden


def _view(channel: str, ceiling: Marking, day: datetime.date | None) -> _View:
    with _lock:
        current = _looked_at_with_relatives(channel)
        whole = _folded(channel) if day is None else common_on(channel, day)
        key = (ceiling, day)
        if key not in current.views:
            above_it = above((entry for held in _family(channel).values() for entry in held), ceiling)
            current.views[key] = _View(as_seen(_stood(channel, day, above_it), whole, above_it), above_it)
            while len(current.views) > _REMEMBERED_PAST:
                current.views.popitem(last=False)
        current.views.move_to_end(key)
        return current.views[key]


def _family(channel: str) -> dict[str, list[Entry]]:
    """All that is held of the channel, of those before it and of those after it, by log."""
    after, every = _heir(channel), [channel, *before(channel)]
    while after is not None:
        every, after = [*every, after], _heir(after)
    return {log: held for name in every for log, held in _current(name).logs.items()}


def _stood(channel: str, day: datetime.date | None, hidden: frozenset[Place] = frozenset()) -> Register:
    """The register at the end of `day`, None: now; of entries without their words where their place is `hidden`."""
    heir = _heir(channel)
    left = None if heir is None else _fold_on(heir, day, hidden).former_register()
    return left or _fold_on(channel, day, hidden).register()


def _fold_on(channel: str, day: datetime.date | None, hidden: frozenset[Place]) -> Fold:
    """The fold at the end of a day. Of the channel before, the charter then in effect says how much counts: no day does."""
    current, former = _current(channel), _former(channel)
    seen = {log: [as_cleared(entry, hidden) for entry in held] for log, held in current.logs.items()}
    return fold_at(
        Cut({log: len(held) for log, held in seen.items()}) if day is None else cut_on(day, seen),
        seen,
        channel=channel,
        parties=current.parties,
        vouching=_vouching(channel, current.parties),
        circles=_circles(channel),
        former=None if former is None else _fold_on(former, None, hidden),
    )


def public() -> Register:
    """The public register: what the public logs of every party held here add up to, and nothing else."""
    return common(PUBLIC)


def common_on(channel: str, day: datetime.date) -> Register:
    """The common register as it stood on record at the end of `day` (UTC)."""
    with _lock:
        current = _looked_at_with_relatives(channel)
        if day not in current.past:
            current.past[day] = _stood(channel, day)
            while len(current.past) > _REMEMBERED_PAST:
                current.past.popitem(last=False)
        current.past.move_to_end(day)
        return current.past[day]


def common_at(channel: str, sizes: Mapping[str, int]) -> Register:
    """The common register at an exact cut: so many entries of each log, by origin; never more than are held.

    A cut that names no log of `channel` is one of the channel before it.
    """
    former = _former(channel)
    if former is not None and not any(log.endswith(f"/{channel}") for log in sizes):
        return common_at(former, sizes)
    with _lock:
        current = _looked_at_with_relatives(channel)
        cut = Cut({log: min(sizes.get(log, 0), len(held)) for log, held in current.logs.items()})
        held = _keys(channel)
        lists = {party: tuple(held.get(party, ())) for party in current.parties}
        known = (tuple(sorted(cut.sizes.items())), tuple(sorted(lists.items())))
        if known not in current.cuts:
            vouched = _vouched(channel, lists)
            current.cuts[known] = register_at(
                cut,
                current.logs,
                channel=channel,
                parties=current.parties,
                vouching=vouched,
                former=current.fold.former,
            )
            while len(current.cuts) > _REMEMBERED_PAST:
                current.cuts.popitem(last=False)
        return current.cuts[known]


def made_of(channel: str) -> dict[Hashable, Any]:
    """What is made from the registers of `channel` and remembered with them: dropped with the next entry, or forgotten."""
    with _lock:
        return _looked_at_with_relatives(channel).made


def logs(channel: str) -> dict[str, list[Entry]]:
    """The entries of every shared log of `channel`, by origin, in order; not to be changed."""
    with _lock:
        return _current(channel).logs


def lineage(channel: str) -> dict[str, list[Entry]]:
    """As `logs`, after those of the channels it succeeds, each as far as the charter in effect goes on with it."""
    charter, former = common(channel).charter, _former(channel)
    if former is None or charter is None:
        return logs(channel)
    agreed = {old.log: old.size for old in charter.succeeds}
    old = {log: held[: agreed.get(log, len(held))] for log, held in lineage(former).items()} if agreed else {}
    return old | logs(channel)


def lineage_of(party: str, channel: str) -> list[Entry]:
    """The entries of one party in `channel` and in those it succeeds, as far as it goes on with them; oldest log first."""
    return [entry for log, held in lineage(channel).items() if log.split("/")[1] == party for entry in held]


def logs_on(channel: str, day: datetime.date | None) -> dict[str, list[Entry]]:
    """As `logs`, as far as they went at the end of `day` (UTC); None: all of them."""
    held = logs(channel)
    if day is None:
        return held
    cut = cut_on(day, held)
    return {log: entries_held[: cut.of(log)] for log, entries_held in held.items()}


def entry_at(channel: str, log: str, seq: int) -> Entry:
    """Entry `seq` of a log of `channel`, or of one it succeeds; raises `IndexError` if there is none."""
    with _lock:
        if _kept(channel) is None:
            return _current(log.split("/", 2)[2]).logs[log][seq]
    found = next(iter(entries.read_log(log, from_seq=seq, size=1)), None)
    if found is None:
        raise IndexError(f"{log} {seq}")
    return found


def attachments(channel: str) -> list[tuple[str, str]]:
    """Log and digest of every attachment that an entry of `channel` names, in the order read, none twice."""
    with _lock:
        return list(_current(channel).attached)


def seen(channel: str) -> dict[str, int]:
    """How many entries of each other party's log we hold and can place: the `seen` of what we write next."""
    own = origin_of(entries.own_node().party, channel)
    placed = common(channel).placed
    return {log: size for log, size in placed.sizes.items() if size and log != own}


def dated(channel: str, at: datetime.datetime) -> str:
    """What the next header of our log of `channel` states of `at`: the instant, or the day where the charter says so.

    It is never before its predecessor's.
    """
    written = entries.not_before(origin_of(entries.own_node().party, channel), at)
    charter = None if channel == PUBLIC else common(channel).charter
    return written[:10] if charter is not None and charter.at == "day" else written


def ceiling(channel: str) -> Marking:
    """The highest marking the channel may carry: the charter's, or TLP:AMBER until there is one."""
    if channel == PUBLIC:
        return CLEAR
    charter = common(channel).charter
    return AMBER if charter is None else read_marking(charter.ceiling)  # type: ignore[arg-type]  # JSON by construction


def ordinary(channel: str) -> Marking:
    """The marking of what states none in the channel: TLP:AMBER, or the charter's ceiling where that is lower."""
    highest = ceiling(channel)
    return AMBER if AMBER.within(highest) else highest


class CharterNotInEffect(Refusal):
    """Nothing but the charter itself can be put on record before it is in effect."""

    code = "charter-not-in-effect"
    says = Words(
        en="The charter of the channel “{channel}” is not in effect yet.",
        fr="La charte du canal « {channel} » n’est pas encore en vigueur.",
        ko="채널 ‘{channel}’의 운영 약정이 아직 발효되지 않았습니다.",
    )
    remedy = Words(
        en="Conclude it first: “suivi init-channel {channel}” says what is missing.",
        fr="Concluez-la d’abord : « suivi init-channel {channel} » indique ce qui manque.",
        ko="먼저 약정을 체결하십시오. ‘suivi init-channel {channel}’ 명령이 남은 절차를 알려 줍니다.",
    )


class ChannelSucceeded(Refusal):
    """Whatever was put in an old log now would be disowned."""

    code = "channel-succeeded"
    says = Words(
        en="The channel “{channel}” has been succeeded by “{successor}”: nothing more can be put in its logs.",
        fr="Le canal « {successor} » a succédé au canal « {channel} » : plus rien ne peut y être inscrit.",
        ko="‘{successor}’ 채널이 ‘{channel}’ 채널을 승계하였습니다. 이전 채널에는 더 이상 기록할 수 없습니다.",
    )
    remedy = Words(
        en="Discard the ticket and cut it again from its page: it will go to “{successor}”.",
        fr="Abandonnez la fiche et établissez-la de nouveau depuis sa page : elle ira à « {successor} ».",
        ko="이 결재 건을 폐기하고 해당 화면에서 다시 상신하십시오. 새 결재 건은 ‘{successor}’ 채널로 나갑니다.",
    )


def open_charter(channel: str) -> Charter:
    """The charter in effect; raises `CharterNotInEffect`."""
    charter = common(channel).charter
    if charter is None:
        raise CharterNotInEffect(channel=channel)
    return charter


def refuse_succeeded(channel: str) -> None:
    """Raise `ChannelSucceeded` where another channel goes on with this one."""
    if channel != PUBLIC and is_succeeded(channel):
        raise ChannelSucceeded(channel=channel, successor=in_use_after(channel))


def refuse_suspended(channel: str) -> None:
    """Raise `Refused` (channel.suspended) if evidence against a partner is kept."""
    code = entries.suspension(channel)
    if code is not None:
        raise Refused(Fault("channel.suspended", got=code, at=channel))


def approvals(ticket: str) -> list[Approval]:
    """The approvals of the ticket with that digest, from our home log, oldest first."""
    return approvals_of([ticket])[ticket]


def approvals_of(tickets: Iterable[str]) -> dict[str, list[Approval]]:
    """The approvals of each of these tickets, oldest first, by digest; looked for once, however many there are.

    Of a past day those given by its end.
    """
    return {
        ticket: [
            Approval(entry.record, entry.header.at)
            for entry in given
            if isinstance(entry.record, Approved) and entry.header is not None and not past.is_later(entry.header.at)
        ]
        for ticket, given in entries.home_about("home.approved", tickets, behind=_home_behind()).items()
    }


def _home_behind() -> int | None:
    """From where on rows do not follow our home log, at one glance; -1: they do."""
    if _glance.get() is None:
        return None
    return _around().behind.get(origin_of(entries.own_node().party, entries.HOME), -1)


def forget() -> None:
    """Drop everything remembered; the next question reads the logs again."""
    with _lock:
        _memory.clear()
        _known.clear()
        kept_registers.forget()
        entries.forget_surroundings()


def _current(channel: str) -> _Remembered:
    return seen_once(f"channel {channel}", lambda: _looked_up(channel))


def _looked_up(channel: str) -> _Remembered:
    key, around = (store_of(entries.own_node()), channel), _around()
    former = _former(channel)
    before = None if former is None else _current(former).fold
    known = _memory.get(key)
    if known is not None and known.fold.former is before and _is_decided(known, channel, around):
        ends = entries.leaves_from(_last_places(known))
        if ends == _ends_of(known):
            _memory.move_to_end(key)
            return known
        read, _ = entries.logs_and_keys(_last_places(known), ())
        if _goes_on(known, read):
            _memory.move_to_end(key)
            _catch_up(channel, known, {log: read[log][1:] if held else read[log] for log, held in known.logs.items()})
            _forget_the_oldest()
            return known
    return _read_anew([channel])[channel]


def _is_decided(known: _Remembered, channel: str, around: entries.Surroundings) -> bool:
    """Whether the keys are those that decided about what is remembered, and no words have come that were awaited."""
    keys = tuple(around.parties.get(channel, ())), around.key_lists.get(channel, 0)
    return keys == (known.parties, known.key_lists) and not (known.awaited and entries.holds_any(known.awaited))


def _goes_on(known: _Remembered, read: Mapping[str, Sequence[Entry]]) -> bool:
    """Whether what was read of each log, from the last entry remembered on, begins with that entry."""
    return all(read[log] and read[log][0].leaf == held[-1].leaf for log, held in known.logs.items() if held)


def read_together(channels: Iterable[str]) -> None:
    """Read the logs of those of the channels that are not in memory, by one question for a hundred; at one glance only."""
    if _glance.get() is None:
        return
    with _lock:
        store = store_of(entries.own_node())
        _look_at_remembered({name: _memory[store, name] for name in channels if (store, name) in _memory})
        cold = [name for name in channels if (store, name) not in _memory]
        for batch in (cold[start : start + _TOGETHER] for start in range(0, len(cold), _TOGETHER)):
            for name, known in _read_anew(batch).items():
                seen_once(f"channel {name}", partial(_looked_up_again, (store, name), known))


def _read_anew(channels: Sequence[str]) -> dict[str, _Remembered]:
    """These channels, read from the first entry on."""
    parties = {name: tuple(_around().parties.get(name, ())) for name in channels}
    logs = {origin_of(party, name): 0 for name in channels for party in parties[name]}
    read, keys = entries.logs_and_keys(logs, channels)
    found: dict[str, _Remembered] = {}
    for name in sorted(channels):  # a channel before the one that succeeds it
        seen_once(f"keys {name}", partial(keys.__getitem__, name))
        former = _former(name)
        before = None if former is None else (found.get(former) or _current(former)).fold
        fold = _fold(name, parties[name], keys[name], before)
        known = _Remembered(parties[name], {origin_of(party, name): [] for party in parties[name]}, fold)
        known.key_lists = sum(map(len, keys[name].values()))
        key = (store_of(entries.own_node()), name)
        _memory[key] = found[name] = known
        _memory.move_to_end(key)
        _catch_up(name, known, read)
        _forget_the_oldest()
    return found


def _looked_at_with_relatives(channel: str) -> _Remembered:
    """The channel, once its successor has been looked at too: what has come there tells what counts here."""
    current, heir = _current(channel), _heir(channel)
    if heir is not None:
        _current(heir)
    return current


def _forget_the_oldest() -> None:
    """Keep no more than so many entries in memory, but always the channel asked for last."""
    held = {key: sum(map(len, known.logs.values())) for key, known in _memory.items()}
    while len(_memory) > 1 and sum(held.values()) > settings.SUIVI_REMEMBERED_ENTRIES:
        key, _ = _memory.popitem(last=False)
        del held[key]


def _fold(channel: str, parties: tuple[str, ...], keys: Mapping[str, Sequence[bytes]], former: Fold | None) -> Fold:
    own, vouched = entries.own_node().party, _vouched(channel, {party: keys.get(party, ()) for party in parties})
    return Fold(channel, parties, own=own, vouching=vouched, circles=_circles(channel), former=former)


def _circles(channel: str) -> dict[str, tuple[str, ...]]:
    """The parties of each channel of this node, for the public register alone."""
    if channel != PUBLIC:
        return {}
    charters = {name: common(name).charter for name in channels()}
    return {name: tuple(entries.parties(name)) if one is None else one.codes for name, one in charters.items()}


def _keys(channel: str) -> dict[str, list[bytes]]:
    return seen_once(f"keys {channel}", lambda: entries.key_lists_by_party(channel))


def _vouching(channel: str, parties: tuple[str, ...]) -> Vouching:
    held = _keys(channel)
    return _vouched(channel, {party: held.get(party, []) for party in parties})


def _vouched(channel: str, lists: Mapping[str, Sequence[bytes]]) -> Vouching:
    return vouching(
        {
            origin_of(party, channel): chain_of(list(notes), party=party, channel=channel)
            for party, notes in lists.items()
        }
    )


def _last_places(known: _Remembered) -> dict[str, int]:
    return {log: max(len(held) - 1, 0) for log, held in known.logs.items()}


def _ends_of(known: _Remembered) -> dict[tuple[str, int], bytes]:
    return {(log, len(held) - 1): held[-1].leaf for log, held in known.logs.items() if held}


def _catch_up(channel: str, known: _Remembered, read: Mapping[str, Sequence[Entry]]) -> None:
    for log, held in known.logs.items():
        for entry in read[log]:
            held.append(entry)
            known.fold.take(entry)
            known.last_at = max(known.last_at, entry.header.at if entry.header is not None else "")
            if entry.header is not None and entry.record is None and entry.flaw is None:
                known.awaited.add((log, entry.seq))
            elif (
                isinstance(entry.record, DestroyAsked) and entry.header is not None and entry.header.target is not None
            ):
                known.awaited.discard((entry.header.target.log, entry.header.target.seq))
            if isinstance(entry.record, Proposed):
                known.attached.update(dict.fromkeys((log, each.sha256) for each in entry.record.attachments))
    if any(read[log] for log in known.logs):
        store = store_of(entries.own_node())
        near = (_memory.get((store, name)) for name in relatives(channel))
        for one in (known, *(each for each in near if each is not None)):
            one.forget_what_was_made()
