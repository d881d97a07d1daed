"""N2: every internal column and file holds words of its own, and no exit holds any of them, however spelled."""

import base64
import html
import io
import json
import re
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator

from tests.leaks.conftest import Stage


def spellings(token: str) -> Iterator[bytes]:
    """The token as it could stand in a file: plain, decomposed, escaped, in another case or encoding, in base64."""
    forms = {token, unicodedata.normalize("NFD", token), token.lower(), token.upper()}
    for form in forms:
        octets = form.encode()
        yield octets
        yield json.dumps(form)[1:-1].encode()
        yield html.escape(form).encode("ascii", "xmlcharrefreplace")
        yield urllib.parse.quote(form).encode()
        yield octets.hex().encode()
        yield from (form.encode(coding) for coding in ("utf-16-le", "utf-16-be", "utf-32-le"))
        for shift in range(3):
            whole = base64.b64encode(b"\0" * shift + octets)
            yield whole[4 if shift else 0 : len(whole) - 4]


def unpacked(octets: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes, and what is packed in them: archives, PDF and gzip streams, long runs of base64."""
    yield octets
    if depth > 3:
        return
    if octets[:4] == b"PK\3\4":
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            yield json.dumps([[info.filename, info.comment.decode("latin-1")] for info in archive.infolist()]).encode()
            for name in archive.namelist():
                yield from unpacked(archive.read(name), depth + 1)
    if octets[:5] == b"%PDF-":
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", octets, re.DOTALL):
            try:
                yield zlib.decompress(stream)
            except zlib.error:
                continue
    for run in re.findall(rb"[A-Za-z0-9+/]{64,}={0,2}", octets):
        try:
            yield base64.b64decode(run + b"=" * (-len(run) % 4))
        except ValueError:
            continue


def hits(exits: dict[str, bytes], tokens: list[str]) -> list[tuple[str, str]]:
    """Which exit holds which token, in any spelling."""
    spelled = {token: {each for each in spellings(token) if len(each) > 8} for token in tokens}
    found = []
    for name, octets in exits.items():
        parts = [name.encode(), *unpacked(octets)]
        for token, forms in spelled.items():
            if any(form in part for part in parts for form in forms):
                found.append((name, token))
    return found


def test_no_exit_holds_a_word_of_what_stays_at_home(stage: Stage) -> None:
    told = stage.plays(7, "canaries", canaries=True)

    assert len(told["tokens"]) > 60
    assert {"column desk_draft.plan", "column desk_wordsrow.words", "file key", "home id", "ticket digest"} <= set(
        told["planted"]
    )
    assert hits(told["exits"], told["tokens"]) == []
    assert hits(told["exits"], ["suivi.sqlite3", str(stage.capital.folder), "Traceback (most recent"]) == []


def test_the_pages_that_are_searched_are_those_a_visitor_gets(stage: Stage) -> None:
    """A page that answers “bad request” to everything would hold no word either."""
    exits = stage.plays(7, "pages", quiet=True)["exits"]

    statuses = {name: int(octets[1:4]) for name, octets in exits.items() if name.startswith("page ")}
    assert {name for name, status in statuses.items() if status not in (200, 302, 404)} == set()
    for language, word in (("en", "Sign in"), ("fr", "Connexion"), ("ko", "로그인")):
        assert statuses[f"page {language} /sign-in"] == 200
        assert word.encode() in exits[f"page {language} /sign-in"]
        assert statuses[f"page {language} /plans"] == 302
        assert statuses[f"page {language} /nowhere"] == 404


def test_the_search_finds_a_word_however_it_is_spelled() -> None:
    token = "한글" * 4 + "BCDFGHJK"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", f"<dc:creator>{token}</dc:creator>")
    spelled = {
        "plain": token.encode(),
        "decomposed": unicodedata.normalize("NFD", token).encode(),
        "json": json.dumps({"a": token}).encode(),
        "entities": html.escape(token).encode("ascii", "xmlcharrefreplace"),
        "address": urllib.parse.quote(token).encode(),
        "base64": base64.b64encode(b"xy" + token.encode() + b"z" * 60),
        "utf-16": token.encode("utf-16-le"),
        "zip": packed.getvalue(),
        "pdf": b"%PDF-1.7\nstream\n" + zlib.compress(token.encode()) + b"\nendstream",
    }

    assert hits(spelled, [token]) == [(name, token) for name in spelled]
    assert hits({token: b""}, [token]) == [(token, token)]
