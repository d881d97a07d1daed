"""Registers kept folded beside the rows, so that the first page about a channel opens one plan and folds nothing.

- Never truth: made from the register whenever rows are made, in the same transaction, emptied and refilled by
  `suivi rebuild`, and read only while nothing has come to a log of the channel since. Whoever loses them folds again
  (decisions 0066 and 0090).
- A part is believed only under this node's own seal (HMAC), and only if the same code wrote it: another version, a
  changed file or another secret makes it as if it were not there.
- A plan is opened when it is asked for. Those opened last stay in memory, whichever channel they are of.
"""

import copyreg
import hashlib
import hmac
import io
import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from django.db.models import Count, Q, Subquery
from django.utils.crypto import salted_hmac

import suivi
from suivi.desk.models import KeptRegister
from suivi.modes import mode_of
from suivi.modes.mode import Mode
from suivi.register.fold import Register
from suivi.register.joint import JointText
from suivi.register.plans import PlanRegister, ProvisionStanding

WORTH_KEEPING: Final = 300
"""How many entries a channel must hold before its register is kept: fewer are folded in less time than a page takes."""

MOST_ACCOUNTS: Final = 5_000
"""How many accounts a plan may hold to be kept: it is written whole with every entry about it, and one more entry must
not cost more for those before it. A larger plan is folded when it is first asked for."""

_OPEN_PLANS: Final = 64
_FEW_PARTS: Final = 5
_OPEN_REGISTERS: Final = 16
FRAME: Final = "frame"
"""The part that every page about the channel asks for."""
_TEXTS, _PLAN = "texts", "plan "
_ROOMS: Final = ("plan", "log", "record", "modes", "register")
_PLAIN: Final = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("builtins", "bytearray"),
    ("collections", "OrderedDict"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "timezone"),
    ("datetime", "timedelta"),
}

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
Ends = Mapping[str, tuple[int, bytes]]
"""How many entries of each log are held, by origin, and the leaf hash of the last; empty for none."""

_open: OrderedDict[str, PlanRegister] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Kept:
    """A register as it was kept, and the latest instant written in any of its logs (empty for none).

    `seals` are those of its plans, by id; empty for a plan that is not kept.
    """

    register: Register
    last_at: str
    seals: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every page of a channel asks for: the register without its plans and joint texts, and their names."""

    register: Register
    plans: dict[str, str]
    texts: tuple[bytes, ...]
    texts_seal: str
    last_at: str


_registers: OrderedDict[tuple[str, str], Kept] = OrderedDict()


class OneByOne(Mapping[_Key, _Value]):
    """A mapping whose values are read when they are asked for; its names are known."""

    def __init__(self, names: tuple[_Key, ...], read: Callable[[_Key], _Value]) -> None:
        self._names, self._read = dict.fromkeys(names), read

    def __getitem__(self, name: _Key) -> _Value:
        if name not in self._names:
            raise KeyError(name)
        return self._read(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]  # as of any mapping


def keep(register: Register, ends: Ends, *, last_at: str) -> None:
    """Keep `register`, made of logs that end there; only parts that have changed are written."""
    if sum(size for size, _ in ends.values()) < WORTH_KEEPING:
        return
    channel = register.channel
    held = KeptRegister.objects.filter(channel=channel)
    known = {part: (made_from, seal) for part, made_from, seal in held.values_list("part", "made_from", "seal")}
    plans = {name: _keep_plan(channel, plan, known.get(_PLAN + name)) for name, plan in register.plans.items()}
    parts = [_PLAN + name for name, seal in plans.items() if seal]
    texts = _put(channel, _TEXTS, _written(dict(register.joint_texts)), known.get(_TEXTS))
    frame = _Frame(
        register=replace(register, plans={}, joint_texts={}),
        plans=plans,
        texts=tuple(register.joint_texts),
        texts_seal=texts,
        last_at=last_at,
    )
    _put(channel, FRAME, _written(frame), known.get(FRAME), made_from=made_from_of(ends))
    held.exclude(part__in=[FRAME, _TEXTS, *parts]).delete()


_Known = tuple[str, str] | None
"""What a part kept before was made from, and its seal."""


def _keep_plan(channel: str, plan: PlanRegister, known: _Known) -> str:
    """The seal of the plan as kept; empty for one too large to be written anew with every entry about it."""
    if sum(len(said) for standing in plan.standings for said in standing.accounts.values()) > MOST_ACCOUNTS:
        return ""
    made_from = hashlib.sha256(f"{edition()}\n{plan.digest}".encode()).hexdigest()
    if known is not None and known[0] == made_from:
        return known[1]
    return _put(channel, _PLAN + plan.plan.id, _written(plan), known, made_from=made_from)


def _put(channel: str, part: str, octets: bytes, known: _Known, *, made_from: str = "") -> str:
    seal = _seal(channel, part, made_from if part == FRAME else "", octets)
    if known != (made_from, seal):
        # A row of a new number, and never an old one changed: by that it is noticed (`entries.surroundings`).
        KeptRegister.objects.filter(channel=channel, part=part).delete()
        KeptRegister.objects.create(channel=channel, part=part, made_from=made_from, seal=seal, octets=octets)
    return seal


def frames(channels: Sequence[str]) -> dict[str, dict[str, KeptRegister]]:
    """What is kept of each of these channels beside its plans, as rows by part; the joint texts of a few channels only, and
    channels of which nothing is kept left out.
    """
    parts = (FRAME, _TEXTS) if len(channels) <= _OPEN_REGISTERS else (FRAME,)
    found: dict[str, dict[str, KeptRegister]] = {}
    for row in KeptRegister.objects.filter(channel__in=channels, part__in=parts):
        found.setdefault(row.channel, {})[row.part] = row
    return found


def is_open(channel: str, made_from: str) -> bool:
    """Whether what is kept of the channel, made of that state of its logs, is in memory."""
    return (channel, made_from) in _registers


def kept(
    channel: str,
    made_from: str,
    folded: Callable[[], Register],
    *,
    beside: dict[str, KeptRegister] | None = None,
) -> Kept | None:
    """The register kept of `channel` as made from that state of its logs, if it can be believed; else None.

    `folded` gives the register from the logs, for a plan that another process has meanwhile kept anew; `beside` is what
    `frames` gave for the channel, where it was asked.
    """
    if (channel, made_from) not in _registers:
        beside = _with_the_frame(channel) if beside is None else beside
        octets = _believed(channel, FRAME, made_from=made_from, row=beside.pop(FRAME, None))
        if octets is None:
            return None
        _registers[channel, made_from] = _one_by_one(channel, _read(octets), folded, beside)
        while len(_registers) > _OPEN_REGISTERS:
            _registers.popitem(last=False)
    return _registers[channel, made_from]


def _with_the_frame(channel: str) -> dict[str, KeptRegister]:
    """The parts of a channel that are read with its frame, by name: its joint texts, and of few plans all of them."""
    parts = KeptRegister.objects.filter(channel=channel)
    counted = parts.order_by().values("channel").annotate(parts=Count("pk")).values("parts")
    read = parts.alias(parts=Subquery(counted)).filter(Q(part__in=(FRAME, _TEXTS)) | Q(parts__lte=_FEW_PARTS))
    return {row.part: row for row in read}


def _one_by_one(channel: str, frame: _Frame, folded: Callable[[], Register], beside: dict[str, KeptRegister]) -> Kept:

    def plan(name: str) -> PlanRegister:
        return _opened(channel, name, frame.plans[name], row=beside.pop(_PLAN + name, None)) or folded().plans[name]

    @cache
    def texts() -> Mapping[bytes, JointText]:
        held = _believed(channel, _TEXTS, seal=frame.texts_seal, row=beside.pop(_TEXTS, None))
        found: Mapping[bytes, JointText] = folded().joint_texts if held is None else _read(held)
        return found

    register = replace(
        frame.register,
        plans=OneByOne(tuple(frame.plans), plan),
        joint_texts=OneByOne(frame.texts, lambda leaf: texts()[leaf]),
    )
    return Kept(register, frame.last_at, frame.plans)


def open_together(seals: Mapping[tuple[str, str], str]) -> None:
    """Open these plans, by channel and id, from one question; what cannot be believed is left for who asks for it.

    No more of them than stay in memory.
    """
    wanted = {place: seal for place, seal in seals.items() if seal not in _open}
    channels, parts = {channel for channel, _ in wanted}, {_PLAN + plan for _, plan in wanted}
    if not 1 < len(wanted) <= _OPEN_PLANS:
        return
    for row in KeptRegister.objects.filter(channel__in=channels, part__in=parts):
        place = (row.channel, row.part.removeprefix(_PLAN))
        if place in wanted:
            _opened(*place, wanted[place], row=row)


def useless() -> list[str]:
    """The channels of which something is kept that cannot be believed: other code wrote it, or another secret sealed it."""
    rows = KeptRegister.objects.filter(part=FRAME).order_by("channel")
    return [row.channel for row in rows if _believed(row.channel, FRAME, made_from=row.made_from, row=row) is None]


def forget() -> None:
    """Drop what is open in memory."""
    _open.clear()
    _registers.clear()


def drop(channel: str) -> None:
    """Remove what is kept of a channel; for an empty name, of channels no part of which can be asked for any more."""
    KeptRegister.objects.filter(channel=channel).delete()


def _opened(channel: str, name: str, seal: str, *, row: KeptRegister | None = None) -> PlanRegister | None:
    found = _open.get(seal)
    if found is None:
        octets = _believed(channel, _PLAN + name, seal=seal, row=row)
        if octets is None:
            return None
        found = _read(octets)
        assert isinstance(found, PlanRegister)
        _open[seal] = found
        while len(_open) > _OPEN_PLANS:
            _open.popitem(last=False)
    return found


def _believed(
    channel: str, name: str, *, made_from: str = "", seal: str | None = None, row: KeptRegister | None = None
) -> bytes | None:
    """The octets of a part, if they bear our seal: the one named, or any over the same logs."""
    row = row or KeptRegister.objects.filter(channel=channel, part=name).first()
    if row is None or (seal is None and row.made_from != made_from):
        return None
    octets = bytes(row.octets)
    expected = _seal(channel, name, made_from, octets)
    return octets if hmac.compare_digest(expected, row.seal if seal is None else seal) else None


def _seal(channel: str, name: str, made_from: str, octets: bytes) -> str:
    sealed = "\n".join((channel, name, made_from, hashlib.sha256(octets).hexdigest()))
    return salted_hmac(f"suivi kept register {edition()}", sealed, algorithm="sha256").hexdigest()


def made_from_of(ends: Ends) -> str:
    """What a register of a channel whose logs end there is made from, as a digest."""
    told = "\n".join(f"{log} {size} {leaf.hex()}" for log, (size, leaf) in sorted(ends.items()))
    return hashlib.sha256(f"{edition()}\n{told}".encode()).hexdigest()


@cache
def edition() -> str:
    """A digest of the code a register is made by: what other code has kept is not read back."""
    made_by = hashlib.sha256()
    for room in _ROOMS:
        for file in sorted((Path(suivi.__file__).parent / room).rglob("*.py")):
            made_by.update(file.read_bytes())
    return made_by.hexdigest()


# From values to octets and back: the classes of the rooms below, and plain ones; nothing else is read.


def _made(kind: type[Any], values: dict[str, Any]) -> Any:
    """A value as it was, without what it had worked out and remembered besides its digest."""
    one = object.__new__(kind)
    one.__dict__.update(values)
    return one


def _plainly(one: Any) -> tuple[Callable[..., Any], tuple[type[Any], dict[str, Any]]]:
    names = (*(each.name for each in fields(one)), "digest")
    return _made, (type(one), {name: one.__dict__[name] for name in names if name in one.__dict__})


def _by_name(mode: Mode) -> Any:
    if mode_of(mode.name, mode.edition) is mode:
        return mode_of, (mode.name, mode.edition)
    return mode.__reduce_ex__(pickle.HIGHEST_PROTOCOL)


def _bare(kind: type[Any], names: tuple[str, ...], values: tuple[Any, ...]) -> Any:
    one = object.__new__(kind)
    for name, value in zip(names, values, strict=True):
        object.__setattr__(one, name, value)
    return one


_fields: dict[type[Any], tuple[str, ...]] = {}


def _slots(kind: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a class of values without a dictionary of its own; empty for any other."""
    if kind not in _fields:
        bare = is_dataclass(kind) and "__slots__" in vars(kind)
        _fields[kind] = tuple(each.name for each in fields(kind)) if bare else ()
    return _fields[kind]


class _Writer(pickle.Pickler):
    def reducer_override(self, one: Any) -> Any:
        # What a dataclass with slots does by itself takes ten times as long to read back.
        names = _slots(type(one))
        return (_bare, (type(one), names, tuple(getattr(one, name) for name in names))) if names else NotImplemented

    dispatch_table = copyreg.dispatch_table | {
        Mode: _by_name,
        ProvisionStanding: _plainly,
        PlanRegister: _plainly,
        JointText: _plainly,
    }


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        ours = module == __name__ or (module.startswith("suivi.") and module.split(".")[1] in _ROOMS)
        if not ours and (module, name) not in _PLAIN:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a register")
        return super().find_class(module, name)


def _written(value: object) -> bytes:
    octets = io.BytesIO()
    _Writer(octets, pickle.HIGHEST_PROTOCOL).dump(value)
    return zlib.compress(octets.getvalue(), 1)


def _read(octets: bytes) -> Any:
    return _Reader(io.BytesIO(zlib.decompress(octets))).load()
