"""The web server of the published directory: static files, read-only, one range at a time; nothing dynamic.

- It reads one directory and nothing else: no database, no key, no Django. It can run under an account of its own.
- Names are the closed grammar of the exchange format, section 10; everything else is not there.
- `Range: bytes=N-` is answered with 206, every other range with the whole file.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

PATH: Final = re.compile(
    r"/x/v1/(?P<channel>[a-z][a-z0-9-]{1,31}(?:\.[2-9]|\.[1-9][0-9])?)/[a-z][a-z0-9]{1,15}/"
    r"(?:checkpoint|manifest/[1-9][0-9]{0,2}|segments/(?:0|[1-9][0-9]{0,15})(?:\.p/[1-9][0-9]{0,2})?|blobs/[0-9a-f]{64})"
)
_RANGE: Final = re.compile(r"bytes=(0|[1-9][0-9]{0,15})-")
_CHUNK: Final = 2**16
_MANIFEST_AGE: Final = "public, max-age=300"

StartResponse = Callable[[str, list[tuple[str, str]]], Any]


class PublishedFiles:
    """The WSGI application that shows the directory `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """One file, a part of it, or nothing."""
        method = environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD"):
            return _refused(start_response, "405 Method Not Allowed", [("Allow", "GET, HEAD")])
        named = PATH.fullmatch(environ.get("PATH_INFO", ""))
        path = self._folder / named.group()[1:] if named else None
        if named is None or path is None or not _is_file_inside(path, self._folder):
            return _refused(start_response, "404 Not Found", [])
        kept = _MANIFEST_AGE if named["channel"] == "public" else "no-store"
        file = path.open("rb")
        size = os.fstat(file.fileno()).st_size
        asked = _RANGE.fullmatch(environ.get("HTTP_RANGE", ""))
        start = int(asked[1]) if asked and int(asked[1]) < size else 0
        headers = [
            ("Content-Type", "application/octet-stream"),
            ("Content-Length", str(size - start)),
            ("Cache-Control", kept),
            ("Accept-Ranges", "bytes"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        if start:
            headers.append(("Content-Range", f"bytes {start}-{size - 1}/{size}"))
        start_response("206 Partial Content" if start else "200 OK", headers)
        if method == "HEAD":
            file.close()
            return ()
        file.seek(start)
        return _pieces(file)


def _is_file_inside(path: Path, folder: Path) -> bool:
    # A link out of the directory is not followed, whoever put it there.
    return path.is_file() and path.resolve().is_relative_to(folder)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(_CHUNK):
            yield piece


def _refused(start_response: StartResponse, status: str, headers: list[tuple[str, str]]) -> Iterable[bytes]:
    start_response(status, [*headers, ("Content-Length", "0"), ("Cache-Control", "no-store")])
    return ()
