"""Child: a document parsed in a process of its own, which may use little time and memory and reach nothing.

- Plain text needs no parser and is read here; everything else goes to the child.
- The child loads what it needs, and then gives up the rest before it reads the document from its standard input: no
  file, no socket and no process can be opened any more, CPU time and memory are limited (setrlimit, POSIX.1-2017).
- It says how many pages it has read. A page more gives it time for the next ones; a page that never ends is cut off.
- Whatever happens there ends here as a text or a refusal; whoever is told of the pages may stop it by raising.
- Imports no Django, so that `suivi read` starts cold.
"""

import codecs
import heapq  # noqa: F401 the standard library loads it at the first count, when no file can be opened any more
import json
import os
import resource
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any, Final

from suivi.plan.refusal import Refusal
from suivi.plan.text import Caveat, SourceBlock, Span, Text
from suivi.plan.words import Words
from suivi.reader import refusals
from suivi.reader.files import ENCODINGS, MOST_PAGES, Told, read_file, refuse_oversized
from suivi.reader.recognition import READ, document_format

_PACKAGES: Final = Path(__file__).resolve().parents[2]
_MEGABYTE: Final = 1_000_000
_BROKE_DOWN: Final = 86  # the exit status of a child whose parser did not end in a text or a refusal
_HEARTBEAT: Final = 0.2  # seconds between two words to whoever waits
_SECONDS_A_PAGE: Final = 0.03
_PARSERS: Final = {
    "HTML": "suivi.reader.pages",
    "DOCX": "suivi.reader.documents.docx",
    "HWPX": "suivi.reader.documents.hwpx",
    "PDF": "suivi.reader.documents.pdf",
    "AKN": "suivi.reader.documents.akoma_ntoso",
}


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a child may use: seconds of CPU, seconds without a page on the clock, megabytes.

    Other work may wait for the CPU too, so the clock gives more. Pages add to the CPU time, 0.03 s each.
    """

    cpu_seconds: int = 8
    wall_seconds: int = 9
    megabytes: int = 512


class ChildNotStarted(RuntimeError):
    """The child could not be started at all: something is missing from the installation."""


def read_document(octets: bytes, *, name: str, limits: Limits | None = None, told: Told | None = None) -> Text:
    """The text of a file named `name`, its language not yet known.

    `told` is called with the pages read and their number, and again while nothing happens; what it raises ends the
    reading. Raises the refusals of `reader.files.read_file`, `ReadingTookTooLong` or `ReadingTookTooMuch`.
    """
    refuse_oversized(len(octets), name=name)
    format = document_format(octets, name=name)
    if format not in READ:
        return read_file(octets, name=name)
    limits = limits or Limits()
    asked = json.dumps({"name": name, "format": format, "limits": asdict(limits)}).encode()
    with child_of("suivi.desk.child") as child:
        Thread(target=_feed, args=(child, asked + b"\n" + octets), daemon=True).start()
        try:
            answer = _answer_of(child, limits, told)
        except TimeoutError:
            raise refusals.ReadingTookTooLong(name=name, seconds=limits.wall_seconds) from None
        status = child.wait()
        errors = b"" if child.stderr is None else child.stderr.read()
    if status == 0:
        return _answered(json.loads(answer))
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        raise refusals.ReadingTookTooLong(name=name, seconds=limits.cpu_seconds)
    if status == 1:
        raise ChildNotStarted(errors.decode("utf-8", "replace")[-2000:])
    raise refusals.ReadingTookTooMuch(name=name, megabytes=limits.megabytes)


@contextmanager
def child_of(module: str) -> Iterator[subprocess.Popen[bytes]]:
    """A child that runs `module`, dead and buried when it is left, however it is left."""
    child = subprocess.Popen(  # noqa: S603 a module of ours
        [sys.executable, "-P", "-B", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(_PACKAGES), "PYTHONUTF8": "1"},
        cwd="/",
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout, child.stderr):
            with suppress(OSError):
                assert stream is not None
                stream.close()


def _feed(child: subprocess.Popen[bytes], octets: bytes) -> None:
    assert child.stdin is not None
    with suppress(OSError, ValueError):  # it refused, or was stopped, before it had read everything
        child.stdin.write(octets)
        child.stdin.close()


def _answer_of(child: subprocess.Popen[bytes], limits: Limits, told: Told | None) -> bytes:
    """The last line the child says; the lines before it say how many pages are read. Raises `TimeoutError`."""
    assert child.stdout is not None
    said, read, last = b"", (0, 0), time.monotonic()
    with selectors.DefaultSelector() as waiting:
        waiting.register(child.stdout, selectors.EVENT_READ)
        while True:
            heard = waiting.select(_HEARTBEAT)
            piece = os.read(child.stdout.fileno(), 1 << 20) if heard else None
            if piece == b"":
                return said
            if piece:
                said += piece
                *pages, said = said.split(b"\n")
                read, last = (_pages(pages[-1]), time.monotonic()) if pages else (read, last)
            if time.monotonic() - last > limits.wall_seconds:
                raise TimeoutError
            if told is not None:
                told(*read)


def _pages(line: bytes) -> tuple[int, int]:
    page, of = json.loads(line)
    return page, of


def _answered(answer: Mapping[str, Any]) -> Text:
    if "refused" in answer:
        raise _refusals()[answer["refused"]](**answer["values"])
    caveats = (
        Caveat(code, Words(**says), tuple(Span(*span) for span in spans)) for code, says, spans in answer["caveats"]
    )
    blocks = tuple(SourceBlock(*block) for block in answer["blocks"])
    return Text("", answer["characters"], blocks, tuple(answer["pages"]), tuple(caveats))


def _refusals() -> dict[str, type[Refusal]]:
    found = (kind for kind in vars(refusals).values() if isinstance(kind, type) and issubclass(kind, Refusal))
    return {kind.code: kind for kind in found if kind is not Refusal}


# In the child


def main() -> None:
    """Read a document from standard input, and write its text or its refusal as JSON."""
    asked = json.loads(sys.stdin.buffer.readline())
    import_module(_PARSERS[asked["format"]])  # while files can still be opened
    load_encodings()
    limits = Limits(**asked["limits"])
    give_up(limits)
    try:
        answer = _parsed(sys.stdin.buffer.read(), asked["name"], limits)
    except Exception:  # noqa: BLE001 whatever a hostile document makes of a parser, the parent refuses the document
        raise SystemExit(_BROKE_DOWN) from None
    sys.stdout.buffer.write(answer)


def load_encodings() -> None:
    """Have every encoding of a file at hand: the standard library loads each from a file of its own at first use."""
    for encoding in ("utf-8-sig", "utf-16", "cp1252", "cp437", *ENCODINGS.values()):
        codecs.lookup(encoding)


def give_up(limits: Limits) -> None:
    """From here on: no new file, socket, process or dump; no more CPU time and memory than allowed."""
    octets = limits.megabytes * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (octets, octets))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, _last_second(limits, MOST_PAGES) + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))  # those that are open: input, output, errors


def _last_second(limits: Limits, pages: int) -> int:
    return limits.cpu_seconds + int(_SECONDS_A_PAGE * pages)


def _parsed(octets: bytes, name: str, limits: Limits) -> bytes:
    def told(page: int, of: int) -> None:
        """Say how far it is, and take the time for the next page, within that of the whole document."""
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = min(_last_second(limits, of), int(time.process_time()) + 1 + limits.cpu_seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (min(soft, hard), hard))
        sys.stdout.buffer.write(f"[{page}, {of}]\n".encode())
        sys.stdout.buffer.flush()

    try:
        text = read_file(octets, name=name, told=told)
    except Refusal as refusal:
        return json.dumps({"refused": refusal.code, "values": refusal.values}).encode()
    return json.dumps(
        {
            "characters": text.characters,
            "blocks": [(block.start, block.end, block.role, block.label) for block in text.blocks],
            "pages": text.pages,
            "caveats": [
                (each.code, each.says.by_language(), [(span.start, span.end) for span in each.spans])
                for each in text.caveats
            ],
        }
    ).encode()


if __name__ == "__main__":
    main()
