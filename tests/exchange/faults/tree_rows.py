"""Group T: lines that do not add up, two histories, and what brings nothing new."""

from collections.abc import Iterator

from suivi.log.tree import root_of
from tests.exchange.faults.bytes_rows import ABOUT, told
from tests.exchange.faults.play import Attempt, agreed, offer, row
from tests.exchange.faults.table import BY_FILE, ONLINE
from tests.exchange.partner import Capital, report, rival_of


def two_pasts(held: int, told: int, kept: int = 0) -> tuple[Capital, Capital, Capital]:
    """A partner of whom the other holds `held` new entries, and the same that says `told` others after `kept`."""
    can, kor = agreed()
    for at in range(kept):
        can.write(report(f"Both say so {at}."), subject=ABOUT)
    rival = rival_of(can)
    for at in range(held - kept):
        can.write(report(f"One account {at}."), subject=ABOUT)
    kor.receive(can.bundle("kor", kor.size(can.origin)))
    for at in range(told - kept):
        rival.write(report(f"Another account {at}."), subject=ABOUT)
    return can, kor, rival


@row("T01")
def too_few_lines_or_too_many() -> Iterator[Attempt]:
    can, kor = told()
    given = offer(can, kor)
    yield Attempt(kor, [offer(can, kor, lines=given.lines[:-1])], "log.gap")
    yield Attempt(kor, [offer(can, kor, lines=given.lines + given.lines[-1:])], "log.surplus")


@row("T02")
def lines_dropped_or_swapped_and_numbered_anew() -> Iterator[Attempt]:
    can, kor = agreed()
    for at in range(3):
        can.write(report(f"Account {at}."), subject=ABOUT)
    size = can.size(can.origin)

    def numbered(line: bytes, at: int, to: int) -> bytes:
        return line.replace(b'"seq":%d' % at, b'"seq":%d' % to)

    *before, one, two, three = offer(can, kor).lines
    dropped = [*before, one, numbered(three, size - 1, size - 2)]
    earlier = can.signed_note(size - 1).octets()
    yield Attempt(kor, [offer(can, kor, lines=dropped, checkpoint=earlier)], "tree.root")
    swapped = [*before, one, numbered(three, size - 1, size - 2), numbered(two, size - 2, size - 1)]
    yield Attempt(kor, [offer(can, kor, lines=swapped)], "tree.root")
    bit = [*before, one, two, three.replace(b'"subject":"plan#P1.I1"', b'"subject":"plan#P1.I0"')]
    yield Attempt(kor, [offer(can, kor, lines=bit)], "tree.root")


@row("T03")
def two_roots_of_one_size() -> Iterator[Attempt]:
    _, kor, rival = two_pasts(2, 2)
    yield Attempt(kor, [offer(rival, kor)], "log.equivocation")


@row("T04")
def a_rival_history_given_whole() -> Iterator[Attempt]:
    _, kor, rival = two_pasts(2, 4)
    yield Attempt(kor, [offer(rival, kor, 0)], "log.fork")
    _, kor, rival = two_pasts(2, 4, kept=1)
    yield Attempt(kor, [offer(rival, kor, 0)], "log.fork")


@row("T05")
def lines_that_give_no_signed_root() -> Iterator[Attempt]:
    can, kor = told()
    note = can.signed_note(root=root_of(can.own_log.leaves[:-1])).octets()
    for start in (0, None):
        yield Attempt(kor, [offer(can, kor, start, checkpoint=note)], "tree.root")


@row("T06")
def a_shorter_log_that_agrees() -> Iterator[Attempt]:
    can, kor = told()
    kor.receive(can.bundle("kor", kor.size(can.origin)))
    size = can.size(can.origin) - 1
    given = offer(can, kor, 0, checkpoint=can.signed_note(size).octets(), lines=can.own_log.lines(0, size))
    yield Attempt(kor, [given], "log.rollback", state="SAME", ways=(ONLINE,))
    yield Attempt(kor, [given], "", state="NOOP", ways=(BY_FILE,))


@row("T07")
def a_shorter_log_that_does_not_agree() -> Iterator[Attempt]:
    _, kor, rival = two_pasts(4, 2)
    yield Attempt(kor, [offer(rival, kor, 0)], "log.equivocation")


@row("T08")
def the_same_again() -> Iterator[Attempt]:
    can, kor = told()
    kor.receive(can.bundle("kor", kor.size(can.origin)))
    yield Attempt(kor, [offer(can, kor)])
    yield Attempt(kor, [offer(can, kor, 0)])
    before, node = offer(can, kor, 0), kor.size(can.origin)
    can.write(report("More."), subject=ABOUT)

    def joined(holder: Capital) -> bool:
        return holder.size(can.origin) == node + 1

    # By file only: online a smaller log would be a rollback (T06).
    yield Attempt(kor, [offer(can, kor, 1), before], holds=joined, ways=(BY_FILE,))
    yield Attempt(kor, [offer(can, kor, 1), offer(can, kor, 0)], holds=joined)


@row("T12")
def a_third_party_saw_another_root() -> Iterator[Attempt]:
    can, kor, jpn = agreed("can", "kor", "jpn")
    rival = rival_of(can)
    can.write(report("One text."), subject=ABOUT)
    rival.write(report("Another text."), subject=ABOUT)
    kor.receive(can.bundle("kor", kor.size(can.origin)))
    jpn.receive(rival.bundle("jpn", jpn.size(can.origin)))
    yield Attempt(jpn, [offer(kor, jpn)], "log.equivocation")
