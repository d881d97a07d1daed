"""The canonical tar: one spelling for each member, so that a reader compares instead of interpreting.

- POSIX ustar, regular files only, mode 0644, owner and time 0, no owner names, no prefix; zero padding to 512 bytes;
  two zero blocks at the end and nothing after them.
- A header other than the one we would write is refused, and named for what is wrong with it: file.header,
  file.name, file.size, file.order, file.unlisted, file.missing, size.bundle (exchange format, F01 to F09).
- At most 4 GiB are ever read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn, Protocol

from suivi.log.fault import Fault, shown

CAP_FILE: Final = 4 * 2**30
NAME: Final = re.compile(rb"bundle\.note|keys/[1-9][0-9]{0,2}|segments/[0-9]{6}|blobs/[0-9a-f]{64}")

_BLOCK: Final = 512
_ZERO_BLOCK: Final = bytes(_BLOCK)
_END: Final = 2 * _ZERO_BLOCK
_CHUNK: Final = 2**16

_NAME_FIELD: Final = slice(0, 100)
_SIZE_FIELD: Final = slice(124, 136)
_TYPE_FIELD: Final = slice(156, 157)
_MAGIC_FIELD: Final = slice(257, 265)
_REGULAR: Final = b"0"
_MAGIC: Final = b"ustar\x0000"
# Eleven digits are ours; twelve, or a number in base 256, is how others write 8 GiB and more (F09).
_OCTAL: Final = re.compile(rb"[0-7]{11}\x00|[0-7]{12}")
_BASE_256: Final = 0x80


class Stream(Protocol):
    """Where the bytes of a file come from: an open file, or a spool."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, perhaps fewer at a time; none at the end only."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member as listed: its name, and its size in bytes."""

    name: str
    size: int

    def header(self) -> bytes:
        """The one header, 512 bytes, that this member may have."""
        name = self.name.encode("ascii").ljust(100, b"\0")
        owners = b"0000000\0" * 2
        before = name + b"0000644\0" + owners + b"%011o\0" % self.size + b"0" * 11 + b"\0"
        after = _REGULAR + bytes(100) + _MAGIC + bytes(247)
        # The sum counts its own field as eight spaces.
        return before + b"%06o\0 " % (sum(before) + sum(after) + 8 * ord(" ")) + after

    def padding(self) -> bytes:
        """The zeros that fill the last block."""
        return bytes(-self.size % _BLOCK)

    def room(self) -> int:
        """How many bytes the member takes up in the file, header and padding included."""
        return _BLOCK + self.size + -self.size % _BLOCK


def written(members: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The file that holds these members, name and content, in this order; to be joined or written piece by piece."""
    for name, octets in members:
        member = Member(name, len(octets))
        yield member.header()
        yield octets
        yield member.padding()
    yield _END


class Members:
    """The members of one file, read once and forwards, in the order in which they are listed.

    `read_first` takes the one member nobody listed yet; `list_rest` says what must follow; `read_next` takes it,
    one member a call; `finish` asks that nothing follows. All of them raise `Fault`; `cap` is the number of bytes
    the whole file may have.
    """

    def __init__(self, stream: Stream, *, cap: int = CAP_FILE) -> None:
        self._stream = stream
        self._cap = cap
        self._read = 0
        self._listed: list[Member] = []
        self._taken = 0

    def read_first(self, name: str, *, cap: int) -> bytes:
        """The content of the first member, which must have that name and at most `cap` bytes (size.bundle)."""
        block = self._at_most(_BLOCK)
        if len(block) < _BLOCK and not name.encode().startswith(block[: len(name)]):
            raise Fault("file.header", got=shown(bytes(block[:8])), expected=name)  # a short gzip or zip (F04)
        if len(block) < _BLOCK:
            raise self._truncated()
        self._listed = [Member(name, 0)]
        member = self._member(block)
        if member.name != name:
            raise self._out_of_place(member)
        if member.size > cap:
            raise Fault("size.bundle", got=f"{member.size} bytes", expected=f"at most {cap}", at=name)
        self._taken = 1
        return bytes(self._content(member))

    def list_rest(self, members: Sequence[Member]) -> None:
        """Says which members follow the first, in this order; `Fault` size.bundle if they cannot fit."""
        self._listed = [*self._listed, *members]
        total = sum(member.room() for member in self._listed) + len(_END)
        if total > self._cap:
            raise Fault("size.bundle", got=f"{total} bytes", expected=f"at most {self._cap}")

    def read_next(self) -> bytearray:
        """The content of the next listed member, its padding checked; its digest is for the caller to check."""
        expected = self._listed[self._taken]
        block = self._exactly(_BLOCK)
        if block == _ZERO_BLOCK:
            raise Fault("file.missing", expected=expected.name)
        # Nearly always equal: what differs is looked at only to say how.
        if block != expected.header():
            self._refuse(self._member(block), expected)
        self._taken += 1
        return self._content(expected)

    def finish(self) -> None:
        """Raises `Fault` unless two zero blocks follow, and nothing after them."""
        block = self._exactly(_BLOCK)
        if block != _ZERO_BLOCK:
            raise self._out_of_place(self._member(block))
        if self._exactly(_BLOCK) != _ZERO_BLOCK or self._at_most(1):
            raise Fault("file.trailing", expected="two zero blocks, then the end", at=f"byte {self._read}")

    def _refuse(self, member: Member, expected: Member) -> NoReturn:
        if member.name != expected.name:
            raise self._out_of_place(member)
        raise Fault("file.size", got=f"{member.size} bytes", expected=f"{expected.size} bytes", at=expected.name)

    def _out_of_place(self, member: Member) -> Fault:
        """The fault for a sound member that is not the next one: not listed, doubled, too early, or instead."""
        names = [listed.name for listed in self._listed]
        if member.name in names[self._taken + 1 :] or not self._taken:
            code = "file.order" if self._comes_later(names[self._taken], member) else "file.missing"
            return Fault(code, got=member.name, expected=names[self._taken])
        code = "file.order" if member.name in names else "file.unlisted"
        return Fault(code, got=member.name)

    def _comes_later(self, name: str, member: Member) -> bool:
        try:
            while member.name != name:
                self._content(member)
                member = self._member(self._exactly(_BLOCK))
        except Fault:
            return False
        return True

    def _member(self, block: bytearray) -> Member:
        """The member a header stands for, if it is the one we would have written (F03 to F05, F09)."""
        at = f"byte {self._read - _BLOCK}"
        if block[_MAGIC_FIELD] != _MAGIC or block[_TYPE_FIELD] != _REGULAR:
            raise Fault("file.header", got=shown(bytes(block[:16])), expected="a regular member in ustar form", at=at)
        size = _size(bytes(block[_SIZE_FIELD]), at)
        name = bytes(block[_NAME_FIELD]).rstrip(b"\0")
        if not NAME.fullmatch(name):
            raise Fault("file.name", got=shown(name), at=at)
        member = Member(name.decode("ascii"), size)
        if block != member.header():
            raise Fault("file.header", got="another mode, owner, time or sum", at=member.name)
        return member

    def _content(self, member: Member) -> bytearray:
        octets = self._exactly(member.size)
        if any(self._exactly(-member.size % _BLOCK)):
            raise Fault("file.padding", expected="zeros", at=member.name)
        return octets

    def _exactly(self, size: int) -> bytearray:
        octets = self._at_most(size)
        if len(octets) < size:
            raise self._truncated()
        return octets

    def _at_most(self, size: int) -> bytearray:
        # Grows as bytes arrive: a size that is only claimed costs nothing.
        octets = bytearray()
        while len(octets) < size:
            chunk = self._stream.read(min(size - len(octets), _CHUNK))
            if not chunk:
                break
            octets += chunk
        self._read += len(octets)
        if self._read > self._cap:
            raise Fault("size.bundle", got=f"more than {self._cap} bytes", expected=f"at most {self._cap}")
        return octets

    def _truncated(self) -> Fault:
        return Fault("file.truncated", got=f"{self._read} bytes", expected="more")


def _size(octets: bytes, at: str) -> int:
    if octets[0] & _BASE_256:
        size = int.from_bytes(octets, "big") & ((1 << 95) - 1)
    elif _OCTAL.fullmatch(octets):
        size = int(octets.rstrip(b"\0"), 8)
    else:
        raise Fault("file.header", got=shown(octets), expected="eleven octal digits", at=at)
    if size > CAP_FILE:
        raise Fault("size.bundle", got=f"{size} bytes", expected=f"at most {CAP_FILE}", at=at)
    return size
