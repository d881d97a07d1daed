"""How a party behaves over time: no receipts, false notices, contents that were to be destroyed, two tongues in public."""

import copy
from collections.abc import Iterator

from suivi.exchange.receipts import MISSING, unacknowledged
from suivi.log.header import Reference
from suivi.plan.channel import PUBLIC, origin_of
from suivi.record.changes import DestroyAsked, Destroyed
from suivi.record.channel import SetAsideNotice
from suivi.record.entry import Entry, read_entry
from suivi.record.farewell import Closed, LastSeen
from suivi.register.public import differing
from tests.exchange.faults.bytes_rows import ABOUT
from tests.exchange.faults.play import Attempt, agreed, offer, row
from tests.exchange.partner import CHANNEL, Capital, channel_of, deliver, report


@row("G01")
def no_receipt_ever() -> Iterator[Attempt]:
    can, kor = agreed()
    can.write(report(), subject=ABOUT)
    kor.take_in(can.bundle("kor", kor.size(can.origin)))  # taken in, and passed over in silence
    heard = {can.origin: can.size(can.origin) - 1}
    kor.write(report("We have our own news."), subject=ABOUT, seen=heard)

    def waiting(node: Capital) -> list[str]:
        return [MISSING for _ in unacknowledged(node.origin, node.entries())]

    assert waiting(can) == [MISSING]
    yield Attempt(can, [offer(kor, can)], MISSING, shown=waiting)


@row("G08")
def a_notice_about_a_sound_entry() -> Iterator[Attempt]:
    can, kor = agreed()
    mine = can.write(report(), subject=ABOUT)
    deliver([can, kor])
    kor.write(SetAsideNotice("record.value"), target=mine)
    yield Attempt(can, [offer(kor, can)], "partner.set-aside", holds=lambda node: accounts(node) == 1)


def accounts(node: Capital) -> int:
    """How many accounts the register of a node counts."""
    standings = node.register().plans["plan"].provisions
    return sum(len(said) for standing in standings for said in standing.accounts.values())


# Spills


def spilt(*, attested: bool) -> tuple[Capital, Capital, Reference, Capital]:
    """A report its author has had destroyed on both sides; the author as it was before, and whether it attested it."""
    can, kor = agreed()
    spill = can.write(report("Words marked too low."), subject=ABOUT)
    deliver([can, kor])
    before = copy.deepcopy(can)
    can.write(DestroyAsked("marked-too-low"), subject=ABOUT, target=spill)
    if attested:
        sha256 = can.entries()[can.origin][spill.seq].header.sha256  # type: ignore[union-attr]  # it was just written
        can.write(Destroyed((sha256,), ("paper",)), subject=ABOUT, target=spill)
    deliver([can, kor])
    assert kor.copy_of(can.origin).pairs[spill.seq][1] is None
    return can, kor, spill, before


@row("W04")
def bytes_served_that_were_attested_as_destroyed() -> Iterator[Attempt]:
    can, kor, spill, before = spilt(attested=True)
    can.own_log.pairs[spill.seq] = before.own_log.pairs[spill.seq]  # it kept them after all
    assert kor.copy_of(can.origin).pairs[spill.seq][1] is None
    can.write(report("A later one."), subject=ABOUT)

    def dropped(node: Capital) -> bool:
        return node.copy_of(can.origin).pairs[spill.seq][1] is None

    yield Attempt(kor, [offer(can, kor, 0)], "spill.still-served", holds=dropped)


@row("W05")
def a_destroyed_content_in_an_old_file() -> Iterator[Attempt]:
    for attested in (True, False):
        can, kor, spill, before = spilt(attested=attested)
        old = offer(before, kor, 0)

        def dropped(node: Capital, origin: str = can.origin, seq: int = spill.seq) -> bool:
            return node.copy_of(origin).pairs[seq][1] is None

        yield Attempt(kor, [old], "content.destroyed", ways=("file",), holds=dropped)
        # Online a directory that goes back is a rollback (T06): here the newest state comes beside the old bytes, of
        # an author that never said they were gone.
        if not attested:
            can.own_log.pairs[spill.seq] = before.own_log.pairs[spill.seq]
            yield Attempt(kor, [offer(can, kor, 0)], "content.destroyed", ways=("online",), holds=dropped)


# Farewells


@row("P01")
def a_stranger_and_a_party_that_has_left() -> Iterator[Attempt]:
    _, kor, usa = channel_of("can", "kor", "usa")
    usa.write(report())
    del kor.lists["usa"]
    yield Attempt(kor, [offer(usa, kor)], "channel.not-a-party", state="SAME")
    can, kor = agreed()
    can.write(farewell(can))
    can.write(report("One thing more."), subject=ABOUT)
    yield Attempt(kor, [offer(can, kor)], "channel.closed", state="ASIDE")


def farewell(can: Capital) -> Closed:
    """The farewell of a party that names what it has seen of the others."""
    seen = [LastSeen(log, size, can.root_at(log, size).hex()) for log, size in sorted(can.seen().items())]
    return Closed("end-of-cooperation", tuple(seen))


# Two tongues


@row("T13")
def one_id_with_two_contents() -> Iterator[Attempt]:
    can, kor = agreed()
    said = can.write(report("What the partner is told."), subject=ABOUT)
    one_id = can.entries()[can.origin][said.seq].header.id  # type: ignore[union-attr]  # it was just written
    public = in_public(can, report("What everybody is told."), one_id)

    def compared(node: Capital) -> list[str]:
        shared = [entry for log in node.entries().values() for entry in log]
        return [flag.code for flag in differing([public], shared)]

    assert compared(kor) == []
    yield Attempt(kor, [offer(can, kor)], "log.public-differs", shown=compared)


def in_public(can: Capital, record: object, one_id: str) -> Entry:
    """The entry of that id in the public log of a party, which everybody reads."""
    other = copy.deepcopy(can)
    log = origin_of(can.code, PUBLIC)
    assert PUBLIC != CHANNEL
    other.write(record, subject=ABOUT, log=log, seq=0, id=one_id, seen={}, marking={"tlp": "CLEAR"})  # type: ignore[arg-type]  # any record
    return read_entry(*other.own_log.pairs[-1])
