"""Row heads: the cell that names a row of a tagged PDF's table becomes a header cell of that row.

- The typesetter tags the heads of columns only; ISO 32000-1, 14.8.4.3.4 and ISO 14289-1, 7.5 ask for those of rows too.
- Each head then says what it heads by its scope, so that cells need no list of their heads (ISO 32000-1, table 349).
- It reads what the typesetter writes: one object for each element, a plain table of places at the end. Anything else is
  a `ValueError`: nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_PLACES: Final = re.compile(rb"xref\s+0 (\d+)\s+")
_PLACE: Final = re.compile(rb"(\d{10}) \d{5} ([nf])")
_ROOT: Final = re.compile(rb"/StructTreeRoot (\d+) 0 R")
_ROLE: Final = re.compile(rb"/Type/StructElem/S/([A-Za-z0-9]+)")
_WITHIN: Final = re.compile(rb"/K(?:\[([^\]]*)\]| (\d+ 0 R))")
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_INNER: Final = re.compile(rb"<<[^<>]*>>")  # marks on other pages and links, which are no elements
_HEADERS: Final = re.compile(rb"/Headers\[[^\]]*\]")
_TABLE: Final = b"<</O/Table"


def with_row_heads(octets: bytes, heads: Sequence[int]) -> bytes:
    """The PDF with a header cell in each row of its tables.

    `heads` has one member for each table, in reading order: which cell of a row names it, from 0. Raises `ValueError`
    for a file of another shape, or with another number of tables.
    """
    objects = _Objects(octets)
    tables = list(objects.tables())
    if len(tables) != len(heads):
        raise ValueError(f"{len(tables)} tables, {len(heads)} expected")
    for table, head in zip(tables, heads, strict=True):
        for row in objects.rows(table):
            for place, cell in enumerate(objects.within(row)):
                objects.put(cell, _scoped(objects[cell]) if place == head else _HEADERS.sub(b"", objects[cell]))
    return objects.written()


def _scoped(cell: bytes) -> bytes:
    head = _HEADERS.sub(b"", cell).replace(b"/S/TD", b"/S/TH", 1)
    if _TABLE not in head:
        raise ValueError("a cell without attributes of a table")
    return head.replace(_TABLE, _TABLE + b"/Scope/Row", 1)


def _without_strings(body: bytes) -> bytes:
    """An object without its literal strings: what a picture says may look like anything."""
    if b"(" not in body:
        return body
    kept, depth, escaped = bytearray(), 0, False
    for one in body:
        if depth and escaped:
            escaped = False
        elif depth and one == 0x5C:
            escaped = True
        elif one == 0x28:
            depth += 1
        elif depth and one == 0x29:
            depth -= 1
        elif not depth:
            kept.append(one)
    return bytes(kept)


class _Objects:
    """The objects of a PDF by number, in the order of the file, and what stands before and after them."""

    def __init__(self, octets: bytes) -> None:
        found = _START.search(octets)
        table = _PLACES.match(octets, int(found[1])) if found else None
        if found is None or table is None:
            raise ValueError("no plain table of places")
        end = table.end() + 20 * int(table[1])
        entries = _PLACE.findall(octets, table.end(), end)
        places = sorted((int(place), number) for number, (place, kind) in enumerate(entries) if kind == b"n")
        ends = [*(place for place, _ in places[1:]), int(found[1])]
        self._before = octets[: places[0][0]]
        self._bodies = {number: octets[place:last] for (place, number), last in zip(places, ends, strict=True)}
        self._free = [kind == b"f" for _, kind in entries]
        self._trailer = octets[end : found.start()]

    def __getitem__(self, number: int) -> bytes:
        return self._bodies[number]

    def put(self, number: int, body: bytes) -> None:
        """Has `body` stand in the place of the object of that number."""
        self._bodies[number] = body

    def within(self, number: int) -> list[int]:
        """The numbers of the elements inside an element, in reading order; marks on a page are none."""
        found = _WITHIN.search(_without_strings(self._bodies[number]))
        listed = _INNER.sub(b" ", found[1] or found[2] or b"") if found else b""
        return [int(one) for one in _REFERENCE.findall(listed)]

    def role(self, number: int) -> bytes:
        """What an element is; empty for what is none."""
        found = _ROLE.search(self._bodies[number])
        return found[1] if found else b""

    def tables(self) -> Iterator[int]:
        """Every table, in reading order; none stands inside another."""
        catalogs = (found for body in self._bodies.values() if (found := _ROOT.search(body)))
        root = next(catalogs, None)
        if root is None:
            raise ValueError("no structure")
        waiting = [int(root[1])]
        while waiting:
            number = waiting.pop()
            if self.role(number) == b"Table":
                yield number
            else:
                waiting += reversed(self.within(number))

    def rows(self, table: int) -> Iterator[int]:
        """The rows in the body of a table."""
        for part in self.within(table):
            if self.role(part) == b"TBody":
                yield from self.within(part)
            elif self.role(part) == b"TR":
                yield part

    def written(self) -> bytes:
        """The file, with the places of its objects told anew."""
        bodies = list(self._bodies.items())
        starts = [len(self._before)]
        for _, body in bodies:
            starts.append(starts[-1] + len(body))
        places = {number: start for (number, _), (start, _) in zip(bodies, pairwise(starts), strict=True)}
        lines = [
            b"%010d %05d %s\r\n" % ((0, 65535, b"f") if free else (places[number], 0, b"n"))
            for number, free in enumerate(self._free)
        ]
        table = b"xref\n0 %d\n%s" % (len(lines), b"".join(lines))
        tail = b"startxref\n%d\n%%%%EOF" % starts[-1]
        return b"".join([self._before, *(body for _, body in bodies), table, self._trailer, tail])
