"""The courier: the only outgoing connections of a node; fetches what a partner publishes into a spool.

- No tables, no keys, no Django: what is wanted is told to it, what it fetched lies in the spool (section 10).
- One first request; nothing new ends there. A broken pull leaves its spool, and the next one goes on from there.
- Statuses 200, 206, 304 and 404 only; no redirect, no proxy, no compression; addresses are checked at connect.
- Every wait has its end: connect, silence, slowness, the whole; every answer and the whole pull have their size.
- What was fetched is believed by nobody before `exchange/take_in.py` has checked it.
"""

import hashlib
import ipaddress
import os
import re
import shutil
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpcore
import httpx
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from suivi.desk.partners import Partner
from suivi.log.bundle import CAP_BLOB, CAP_SEGMENT, SEGMENT_LINES
from suivi.log.canonical import CAP_MANIFEST, CAP_NOTE
from suivi.log.fault import Fault
from suivi.log.note import Checkpoint, read_checkpoint, read_note

_ALLOWED: Final = (200, 206, 404)  # 304 answers a question this courier never asks
_NOT_THAT_RANGE: Final = 416
_OUTSIDE_THE_PROTOCOL: Final = (httpx.RemoteProtocolError, httpcore.RemoteProtocolError)
_CONTENT_RANGE: Final = re.compile(r"bytes ([0-9]{1,16})-[0-9]{1,16}/(?:[0-9]{1,16}|\*)")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one pull may take: seconds, bytes a second over `window` seconds, bytes and entries in all."""

    connect: float = 10
    silence: float = 30
    slowest: int = 1024
    window: float = 60
    total: float = 15 * 60
    octets: int = 2 * 2**30
    entries: int = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is held of `log`: `size` entries under `root`, so what is wanted is what follows.

    `begin` is the first entry to fetch (below `size` where contents are still to come), `offset` its first byte in
    its segment. `versions` key lists are held; `keys_due` asks for the next one even where nothing else is new.
    `blobs` are digests of attachments that are waited for.
    """

    log: str
    size: int
    root: bytes
    begin: int
    offset: int = 0
    versions: int = 0
    keys_due: bool = False
    blobs: tuple[str, ...] = ()

    @property
    def party(self) -> str:
        """Whose log it is."""
        return self.log.split("/")[1]


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """What lies in the spool now: the signed state and where the lines begin; `new` if anything but the note came."""

    checkpoint: bytes
    state: Checkpoint
    first: int
    new: bool
    requests: int
    octets: int


@dataclass
class Meter:
    """What a pull has cost so far."""

    requests: int = 0
    octets: int = 0


@dataclass
class _Watch:
    """The deadlines of one pull; `clock` gives seconds that never run back."""

    limits: Limits
    clock: Callable[[], float]
    began: float = 0
    window_began: float = 0
    in_window: int = 0

    def start_pull(self) -> None:
        self.began = self.clock()

    def start_request(self) -> None:
        self.window_began, self.in_window = self.clock(), 0

    def wait(self, asked: float | None) -> float:
        """How long the next read may wait; raises `Fault` time.slow where the pull has lasted too long."""
        self.refuse_too_long()
        left = self.began + self.limits.total - self.clock()
        return min(max(left, 0), self.limits.silence if asked is None else asked)

    def refuse_too_long(self) -> None:
        """Raise `Fault` time.slow once the pull has lasted as long as it may."""
        if self.clock() - self.began >= self.limits.total:
            raise Fault("time.slow", got="no end", expected=f"an end within {self.limits.total:.0f} seconds")

    def arrived(self, octets: int) -> None:
        self.in_window += octets
        lasted = self.clock() - self.window_began
        if lasted < self.limits.window:
            return
        if self.in_window < self.limits.slowest * lasted:
            got = f"{self.in_window} bytes in {lasted:.0f} seconds"
            raise Fault("time.slow", got=got, expected=f"{self.limits.slowest} bytes a second")
        self.window_began, self.in_window = self.clock(), 0


class _Stream(httpcore.NetworkStream):
    """A connection that keeps to the deadlines, and whose server must hold one of the pinned keys."""

    def __init__(self, stream: httpcore.NetworkStream, watch: _Watch, pins: tuple[str, ...]) -> None:
        self._stream, self._watch, self._pins = stream, watch, pins

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        octets = self._stream.read(max_bytes, self._watch.wait(timeout))
        self._watch.arrived(len(octets))
        return octets

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._watch.wait(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._watch.wait(timeout))
        try:
            _check_pin(secured.get_extra_info("ssl_object"), self._pins)
        except Fault:
            secured.close()
            raise
        return _Stream(secured, self._watch, self._pins)

    def get_extra_info(self, info: str) -> Any:  # as the library declares it
        return self._stream.get_extra_info(info)


class _Network(httpcore.NetworkBackend):
    """Connects to addresses that were looked at first, so that no name leads into our own network."""

    def __init__(self, partner: Partner, watch: _Watch) -> None:
        self._partner, self._watch = partner, watch
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        address = checked_address(host, port, private=self._partner.private)
        stream = self._plain.connect_tcp(address, port, self._watch.wait(timeout), local_address, socket_options)
        return _Stream(stream, self._watch, self._partner.pins)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise Fault("online.address", got="a socket of this machine", expected="a public address")


def checked_address(host: str, port: int, *, private: bool) -> str:
    """The numeric address to connect to for `host`.

    Raises `Fault` online.address where any of its addresses is loopback, private or link-local and `private` is not
    allowed, online.unavailable where the name has none.
    """
    try:
        found = [entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        raise Fault("online.unavailable", got=f"{host}: {error.strerror or 'no address'}") from None
    addresses = [str(each) for each in found]
    inner = [each for each in addresses if not ipaddress.ip_address(each.partition("%")[0]).is_global]
    if inner and not private:
        raise Fault("online.address", got=f"{host} is {inner[0]}", expected="a public address")
    return addresses[0]


def pin_of(certificate: bytes) -> str:
    """The pin of a certificate (DER): SHA-256 of its public key, 64 hex digits (RFC 7469, section 2.4)."""
    key = x509.load_der_x509_certificate(certificate).public_key()
    return hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()


def _check_pin(secured: ssl.SSLObject, pins: tuple[str, ...]) -> None:
    certificate = secured.getpeercert(True)  # by position: a socket's own method takes no name for it
    shown = pin_of(certificate) if certificate else "no certificate"
    if pins and shown not in pins:
        raise Fault("online.pin", got=shown, expected=", ".join(pins))


def _refuse_unvouched(error: BaseException) -> None:
    """Raise `Fault` online.pin where a certificate ended the connection: no pin is known, and nobody vouches for it."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            raise Fault("online.pin", got=cause.verify_message, expected=_VOUCHED_FOR) from error
        cause = cause.__cause__ or cause.__context__


_VOUCHED_FOR: Final = "a certificate somebody vouches for, or a pin"


def _context(partner: Partner) -> ssl.SSLContext:
    if not partner.address.startswith("https:"):
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # vouches for nobody, and nothing is asked of it
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if partner.pins:
        # The partner named its key itself, under signature: no third party has to vouch for it.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if partner.certificate:
        context.load_cert_chain(partner.certificate)
    return context


@dataclass
class Courier:
    """Fetches from one partner, within `limits`; `clock` gives seconds that never run back."""

    partner: Partner
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] = time.monotonic
    meter: Meter = field(default_factory=Meter)

    def fetch(self, wanted: Wanted, spool: Path) -> Fetched:
        """Fetch what follows `wanted` into `spool`, going on from what lies there; see `Fetched`.

        Raises `Fault` online.*, time.slow, size.*, note.*, checkpoint.*, log.gap; `OSError` from the disk.
        """
        watch = _Watch(self.limits, self.clock)
        watch.start_pull()
        before = Meter(self.meter.requests, self.meter.octets)
        with self._client(watch) as client:
            fetching = _Fetching(self, client, watch, self.partner.base(wanted.party), spool, wanted)
            octets, state = fetching.checkpoint()
            new = (state.size, state.root) != (wanted.size, wanted.root) or wanted.begin < wanted.size
            first = fetching.segments(state) if new and state.size > wanted.begin else wanted.begin
            keys = fetching.keys() if new or wanted.keys_due else 0
            blobs = fetching.blobs()
        return Fetched(
            checkpoint=octets,
            state=state,
            first=first,
            new=bool(new or keys or blobs),
            requests=self.meter.requests - before.requests,
            octets=self.meter.octets - before.octets,
        )

    @contextmanager
    def _client(self, watch: _Watch) -> Iterator[httpx.Client]:
        limits = self.limits
        timeout = httpx.Timeout(connect=limits.connect, read=limits.silence, write=limits.silence, pool=limits.connect)
        context = _context(self.partner)
        transport = httpx.HTTPTransport(verify=context, trust_env=False, retries=0)
        # The library has no other place for a network of one's own; its version is pinned.
        transport._pool = httpcore.ConnectionPool(
            ssl_context=context, max_connections=1, network_backend=_Network(self.partner, watch)
        )
        headers = {"User-Agent": "suivi", "Accept": "*/*", "Accept-Encoding": "identity"}
        with httpx.Client(
            transport=transport, trust_env=False, follow_redirects=False, timeout=timeout, headers=headers
        ) as client:
            yield client


@dataclass
class _Fetching:
    """One pull under way."""

    courier: Courier
    client: httpx.Client
    watch: _Watch
    address: str
    spool: Path
    wanted: Wanted

    def checkpoint(self) -> tuple[bytes, Checkpoint]:
        """The state the partner publishes: the one request of a pull that brings nothing."""
        octets = self._small("checkpoint", cap=CAP_NOTE, too_long="size.note")
        if octets is None:
            raise Fault("online.unavailable", got="404", expected="a checkpoint")
        state = read_checkpoint(read_note(octets).text, origin=self.wanted.log)
        if state.size - self.wanted.begin > self.courier.limits.entries:
            expected = f"at most {self.courier.limits.entries} entries"
            raise Fault("size.budget", got=f"{state.size - self.wanted.begin} entries", expected=expected)
        return octets, state

    def segments(self, state: Checkpoint) -> int:
        """Every segment from the wanted entry on; gives the first entry of what was fetched."""
        first = number = self.wanted.begin // SEGMENT_LINES
        starts_inside = False
        while number * SEGMENT_LINES < state.size:
            lines = min(SEGMENT_LINES, state.size - number * SEGMENT_LINES)
            offset = self.wanted.offset if number == first else 0
            begins = self._segment(number, lines, offset)
            starts_inside |= begins > 0
            if self._falls_short(number, lines, begins):
                break  # nothing can follow it: the importer names the gap, and a million more are not asked for
            number += 1
        return self.wanted.begin if starts_inside else first * SEGMENT_LINES

    def keys(self) -> int:
        """Key lists after those held, one by one until there are no more; how many came."""
        version = self.wanted.versions + 1
        while (octets := self._small(f"manifest/{version}", cap=CAP_MANIFEST, too_long="size.manifest")) is not None:
            _write(self.spool / "manifest" / str(version), octets)
            version += 1
        return version - 1 - self.wanted.versions

    def blobs(self) -> int:
        """Attachments that are waited for; those the partner does not have yet are asked for next time."""
        found = 0
        for digest in self.wanted.blobs:
            path = self.spool / "blobs" / digest
            if path.exists() or self._large(f"blobs/{digest}", path, start=0, cap=CAP_BLOB) is not None:
                found += 1
        return found

    def _segment(self, number: int, lines: int, offset: int) -> int:
        """Fetch a segment; gives the byte at which what lies in the spool begins (0: the whole segment)."""
        name = f"segments/{number}" if lines == SEGMENT_LINES else f"segments/{number}.p/{lines}"
        for start in {offset, 0}:
            if (self.spool / segment_name(number, lines, start)).exists():
                return start
        path = self.spool / segment_name(number, lines, offset)
        begins = self._large(name, path, start=offset, cap=CAP_SEGMENT)
        if begins is None:
            place = f"{self.wanted.log}, segment {number}"
            raise Fault("log.gap", got="404", expected=f"{lines} entries", at=place)
        if begins != offset:
            path.rename(self.spool / segment_name(number, lines, 0))
        return begins

    def _falls_short(self, number: int, lines: int, begins: int) -> bool:
        """Whether a segment as fetched holds fewer lines than it must."""
        expected = lines - (self.wanted.begin % SEGMENT_LINES if begins else 0)
        with (self.spool / segment_name(number, lines, begins)).open("rb") as file:
            return sum(1 for _ in file) < expected

    def _small(self, name: str, *, cap: int, too_long: str) -> bytes | None:
        with self._answer(name, start=0) as response:
            if response.status_code == 404:
                return None
            stated = response.headers.get("content-length", "")
            if stated.isdecimal() and int(stated) > cap:
                raise Fault(too_long, got=f"{stated} bytes", expected=f"at most {cap}", at=name)
            return b"".join(self._body(response, cap, name))

    def _large(self, name: str, path: Path, *, start: int, cap: int) -> int | None:
        """Fetch into `path` from byte `start`, going on from a broken pull; where the file begins, None if 404."""
        partial = path.with_name(f"{path.name}.partial")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        known = partial.stat().st_size if partial.exists() else 0
        with self._answer(name, start=start + known) as response:
            if response.status_code == 404:
                return None
            begins = _begins(response)
            usable = begins in (0, start + known)
            if usable and not begins:
                start = known = 0  # the range was ignored: the whole of it is compared with what is held
            if usable:
                self._append(partial, known, self._body(response, cap, name))
        if not usable:
            partial.unlink(missing_ok=True)
            if not start + known:
                raise Fault("online.unavailable", got="a range nobody asked for", at=name)
            return self._large(name, path, start=0, cap=cap)
        partial.replace(path)
        return start

    def _append(self, partial: Path, known: int, pieces: Iterator[bytes]) -> None:
        with partial.open("r+b" if known else "wb") as file:
            file.seek(known)
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())

    @contextmanager
    def _answer(self, name: str, *, start: int) -> Iterator[httpx.Response]:
        self.courier.meter.requests += 1
        self.watch.start_request()
        headers = {"Range": f"bytes={start}-"} if start else {}
        try:
            with self.client.stream("GET", f"{self.address}/{name}", headers=headers) as response:
                _check_answer(response, name, ranged=start > 0)
                yield response
        except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
            self.watch.refuse_too_long()
            _refuse_unvouched(error)
            raise Fault("online.unavailable", got=_ended_with(error), at=name) from error
        except (ssl.SSLError, ConnectionError) as error:
            raise Fault("online.unavailable", got=type(error).__name__, at=name) from error

    def _body(self, response: httpx.Response, cap: int, name: str) -> Iterator[bytes]:
        size, meter = 0, self.courier.meter
        for piece in response.iter_raw():
            size += len(piece)
            meter.octets += len(piece)
            if size > cap:
                raise Fault("size.body", got=f"more than {cap} bytes", expected=f"at most {cap}", at=name)
            if meter.octets > self.courier.limits.octets:
                expected = f"at most {self.courier.limits.octets} bytes"
                raise Fault("size.budget", got=f"{meter.octets} bytes", expected=expected, at=name)
            yield piece


def segment_name(number: int, lines: int, start: int) -> str:
    """How a fetched segment is named in the spool: its number, its lines, the byte at which the file begins."""
    return f"segments/{number}.{lines}.{start}"


def drop(spool: Path) -> None:
    """Empty a spool: what lay in it was taken in, or cannot be believed."""
    shutil.rmtree(spool, ignore_errors=True)


def _ended_with(error: Exception) -> str:
    """What ended a connection, by name: an answer that stops before its end was cut, whatever the protocol calls it."""
    said = str(error)
    stops = "peer closed connection" in said or "Server disconnected" in said
    return "IncompleteRead" if stops and isinstance(error, _OUTSIDE_THE_PROTOCOL) else type(error).__name__


def _check_answer(response: httpx.Response, name: str, *, ranged: bool) -> None:
    status = response.status_code
    if status == _NOT_THAT_RANGE and ranged:
        return  # nothing follows what lies in the spool, or the server counts otherwise: the whole is asked for
    if 300 <= status < 400:
        raise Fault("online.redirect", got=str(status), at=name)
    if status not in _ALLOWED:
        raise Fault("online.unavailable", got=str(status), at=name)
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise Fault("online.encoding", got=response.headers["content-encoding"][:40], at=name)


def _begins(response: httpx.Response) -> int:
    """The byte at which the answer begins; -1 where it does not say."""
    if response.status_code == 200:
        return 0
    stated = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
    return int(stated[1]) if stated else -1


def _write(path: Path, octets: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    partial.write_bytes(octets)
    partial.replace(path)
