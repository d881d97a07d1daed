"""A small web server on this machine that shows a directory, and lies about it where a test asks it to.

- Sound behaviour first: static files, `Range`, 404. A lie replaces the answer for one path, or for all of them.
- It listens on a port the system chooses; closing it ends every connection.
"""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

Lie: TypeAlias = Callable[["Answering", bytes | None], None]


class Answering(BaseHTTPRequestHandler):
    """One request; a lie writes what it likes to `wfile`, given the bytes that should have been sent (None: 404)."""

    protocol_version = "HTTP/1.1"
    server: "Loopback"

    def do_GET(self) -> None:
        octets = self.server.files.get(self.path)
        self.server.asked.append((self.path, self.headers.get("Range", "")))
        lie = self.server.lies.get(self.path) or self.server.lies.get("*")
        if lie is not None:
            lie(self, octets)
        else:
            self.honest(octets)

    def honest(self, octets: bytes | None) -> None:
        """What an ordinary web server answers."""
        if octets is None:
            self.say(404, b"")
            return
        asked = self.headers.get("Range", "")
        start = int(asked.removeprefix("bytes=").split("-")[0]) if asked else 0
        if start and start >= len(octets):
            self.say(416, b"")
        elif start:
            self.say(206, octets[start:], {"Content-Range": f"bytes {start}-{len(octets) - 1}/{len(octets)}"})
        else:
            self.say(200, octets)

    def say(self, status: int, octets: bytes, headers: Mapping[str, str] | None = None) -> None:
        """An answer with this status, these bytes and these headers."""
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            for name, value in {"Content-Length": str(len(octets)), **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(octets)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing: a test says what it wants to know."""


class Loopback(ThreadingHTTPServer):
    """The server: `files` by path, `lies` by path (`*` for all), and what was `asked` (path and range)."""

    daemon_threads = True

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        if context is not None:
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.secured = context is not None
        self.files: dict[str, bytes] = {}
        self.lies: dict[str, Lie] = {}
        self.asked: list[tuple[str, str]] = []

    @property
    def address(self) -> str:
        """What precedes the path."""
        return f"{'https' if self.secured else 'http'}://127.0.0.1:{self.server_address[1]}"

    def show(self, files: Mapping[str, bytes]) -> None:
        """Show these files and tell no lies."""
        self.files, self.lies, self.asked = dict(files), {}, []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that broke: the test says whether that was wanted."""


@contextlib.contextmanager
def running(context: ssl.SSLContext | None = None) -> Iterator[Loopback]:
    """A server that runs until the block ends."""
    server = Loopback(context)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


# Lies


def endless(answer: Answering, octets: bytes | None) -> None:
    """A body that never ends."""
    answer.send_response(200)
    answer.end_headers()
    with contextlib.suppress(OSError):
        while True:
            answer.wfile.write(b"a" * 65_536)


def drop_by_drop(answer: Answering, octets: bytes | None) -> None:
    """One byte at a time, a little later each."""
    answer.send_response(200)
    answer.send_header("Content-Length", str(len(octets or b"")))
    answer.end_headers()
    with contextlib.suppress(OSError):
        for one in octets or b"":
            answer.wfile.write(bytes([one]))
            answer.wfile.flush()
            threading.Event().wait(0.05)


def saying(status: int, octets: bytes = b"", **headers: str) -> Lie:
    """Always this answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda answer, _: answer.say(status, octets, named)


def instead(change: Callable[[bytes], bytes]) -> Lie:
    """The file, changed on the way."""
    return lambda answer, octets: answer.honest(None if octets is None else change(octets))


def cut_after(count: int) -> Lie:
    """The length of the whole, and only so many bytes of it."""

    def cut(answer: Answering, octets: bytes | None) -> None:
        answer.send_response(200)
        answer.send_header("Content-Length", str(len(octets or b"")))
        answer.end_headers()
        answer.wfile.write((octets or b"")[:count])
        answer.wfile.flush()
        answer.connection.shutdown(socket.SHUT_RDWR)
        answer.close_connection = True

    return cut


def without_ranges(answer: Answering, octets: bytes | None) -> None:
    """As if no range had been asked for."""
    if octets is None:
        answer.say(404, b"")
    else:
        answer.say(200, octets)


def from_elsewhere(shift: int) -> Lie:
    """A range that begins elsewhere than was asked, and says so."""

    def shifted(answer: Answering, octets: bytes | None) -> None:
        asked = answer.headers.get("Range", "")
        if not asked or octets is None:
            answer.honest(octets)
            return
        start = max(1, int(asked.removeprefix("bytes=").split("-")[0]) + shift)
        stated = f"bytes {start}-{len(octets) - 1}/{len(octets)}"
        answer.say(206, octets[start:], {"Content-Range": stated})

    return shifted
