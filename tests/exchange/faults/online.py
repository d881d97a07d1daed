"""The same offer online: shown as a directory by a server on this machine, fetched by the courier into a spool.

The rounds of a pull are those of the desk: what does not add up is asked for again, then everything from entry 0.
"""

import atexit
import tempfile
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path

from suivi.desk.actions.pulling import in_spool
from suivi.desk.courier import Courier, Limits, Wanted, drop
from suivi.desk.partners import Partner
from suivi.exchange.faults import DeliveryRefused, Suspended
from suivi.exchange.take_in import Taken, check, take_in
from suivi.log.bundle import SEGMENT_LINES
from suivi.log.fault import Fault
from suivi.log.note import read_checkpoint, read_note
from suivi.register.destruction import looked_at_again
from tests.exchange.faults.loopback import Loopback, running
from tests.exchange.faults.play import WAYS, Offer
from tests.exchange.faults.table import ONLINE
from tests.exchange.partner import CHANNEL, Capital

_TREE = 16
_LINES = range(12, 17)


def directory_of(given: Offer) -> dict[str, bytes]:
    """The offer as the files a partner's server shows, by path."""
    can, party = given.by, given.log.split("/")[1]
    base = f"/x/v1/{CHANNEL}/{party}"
    lines = [*can.copy_of(given.log).lines(0, given.start), *given.lines]
    size = _size(given, len(lines))
    files = {f"{base}/checkpoint": given.checkpoint}
    files |= {f"{base}/manifest/{version}": octets for version, octets in given.lists}
    files |= {f"{base}/blobs/{sha256}": octets for sha256, octets in given.blobs.items()}
    for number in range(-(-size // SEGMENT_LINES)):
        count = min(SEGMENT_LINES, size - number * SEGMENT_LINES)
        last = number == (size - 1) // SEGMENT_LINES
        some = lines[number * SEGMENT_LINES : None if last else (number + 1) * SEGMENT_LINES]
        name = f"segments/{number}" if count == SEGMENT_LINES else f"segments/{number}.p/{count}"
        files[f"{base}/{name}"] = b"".join(some)
    return files


def _size(given: Offer, lines: int) -> int:
    try:
        return read_checkpoint(read_note(given.checkpoint).text, origin=None).size
    except Fault:
        return lines


def wanted_by(node: Capital, log: str, *, begin: int | None = None) -> Wanted:
    """What the node asks for: what follows its own copy, or everything from `begin`."""
    held = node.copy_of(log)
    size = len(held.pairs)
    absent = {*node.awaited_contents(log), *looked_at_again(node.register().destructions, log, size)}
    start = min([size, *absent]) if begin is None else begin
    inside = start == size and not absent and begin is None
    first = start - start % SEGMENT_LINES
    return Wanted(
        log=log,
        size=size,
        root=node.root_at(log, size),
        begin=start if inside else first,
        offset=sum(map(len, held.lines(first, start))) if inside else 0,
        versions=len(node.manifests(log.split("/")[1])),
        keys_due=True,
        blobs=tuple(sorted(node.awaited_blobs())),
    )


@cache
def server() -> Loopback:
    """One server for all attempts of this process."""
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(running())


def partner(address: str, code: str) -> Partner:
    """Where that party publishes, on this machine."""
    return Partner(channel=CHANNEL, party=code, address=address, private=True)


def pulled(node: Capital, by: Capital, log: str, courier: Courier, spool: Path) -> Taken:
    """Pull until it is taken in or refused for good, as `desk/actions/pulling.py` does."""
    for begin in (None, 0):
        asked = wanted_by(node, log, begin=begin)
        with check(1):
            fetched = courier.fetch(asked, spool)
        delivered = in_spool(spool, asked, fetched, by=by.origin)
        try:
            taken = take_in(delivered, own=node.code, channel=CHANNEL, held=node)
        except DeliveryRefused as refusal:
            drop(spool)
            if begin == 0 or isinstance(refusal, Suspended) or refusal.check not in _LINES:
                raise
            continue
        drop(spool)
        return taken
    raise AssertionError("the last round returns or raises")


def online(node: Capital, given: Offer) -> Taken:
    """The offer taken in online; attachments are asked for once the lines that name them are known."""
    shown = server()
    shown.show(directory_of(given))
    where = partner(shown.address, given.by.code)
    with tempfile.TemporaryDirectory() as folder:
        pull = partial(pulled, node, given.by, given.log, spool=Path(folder) / "spool")
        return pull(Courier(where, Limits(silence=5, connect=5)))


WAYS[ONLINE] = online
