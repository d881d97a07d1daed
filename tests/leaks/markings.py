"""Walking every page and every export of a node, and reading the marking off whatever it is (exchange format, 13.5)."""

import csv
import datetime
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

import openpyxl
import pypdfium2

TLP = re.compile(r"TLP:(?:CLEAR|GREEN|AMBER\+STRICT|AMBER|RED)")
_STATED = re.compile(
    rb'\\?"tlp\\?": ?\\?"(?:CLEAR|GREEN|AMBER\+STRICT|AMBER|RED)'
)  # in an object, or in a header it quotes
SAMPLES = 2
"""How many pages of one kind (one name in `urls.py`) are opened."""

UNMARKED = {
    "html": "",
    "css": "style of every page, written by nobody in a channel",
    "js": "program of a page",
    "svg": "a drawing of the product",
    "otf": "a font",
    "woff2": "a font",
}
"""Kinds of files that hold no word of a record, and why."""

OF_KEYS = {"set-up-list": "a key list: public keys and signatures, before any record is written"}
"""Names in `urls.py` of files that hold no word of a record, and why."""


def walked(at: datetime.datetime) -> dict[str, tuple[str, bytes]]:
    """Every page an officer reaches from the first one, and what it leads to: kind and bytes by address.

    Runs in a process of its own, on a node in which there is something of everything.
    """
    import random

    from django.conf import settings
    from django.test import Client

    from tests.leaks.scene import Noise
    from tests.two_nodes.orders import officers

    noise = Noise(random.Random("markings"), "markings")
    noise.make_each(at)
    settings.AXES_ENABLED = False
    visitor = Client(SERVER_NAME="localhost", raise_request_exception=True)
    visitor.force_login(officers()[0])
    return dict(_crawled(visitor))


def _crawled(visitor: Any) -> Iterator[tuple[str, tuple[str, bytes]]]:
    from django.urls import Resolver404, resolve

    waiting, seen, opened = ["/"], {"/"}, Counter[str]()
    while waiting:
        path = waiting.pop(0)
        try:
            kind = resolve(path.partition("?")[0]).url_name or ""
        except Resolver404:
            continue
        leaf = f"{kind} {path.rpartition('.')[2] if '.' in path.rpartition('/')[2] else ''}"
        if opened[leaf] >= SAMPLES or path.startswith("/static/") or kind in OF_KEYS:
            continue
        opened[leaf] += 1
        answer = visitor.get(path)
        octets = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if answer.status_code != 200:
            if answer.status_code in (301, 302):
                _wait_for(answer.headers["Location"], waiting, seen)
            continue
        yield path, (answer.headers.get("Content-Type", "").partition(";")[0], octets)
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            for link in re.findall(r'(?:href|src|action)="(/[^"#]*)', octets.decode()):
                _wait_for(link.replace("&amp;", "&"), waiting, seen)


def _wait_for(link: str, waiting: list[str], seen: set[str]) -> None:
    if link not in seen:
        seen.add(link)
        waiting.append(link)


def unmarked_parts(kind: str, octets: bytes) -> list[str]:
    """Which pages, sheets or objects of a file bear no marking; empty where every one does."""
    if kind == "pdf":
        document = pypdfium2.PdfDocument(octets)
        return [
            f"page {n}" for n, page in enumerate(document, 1) if not _both_ends(page.get_textpage().get_text_range())
        ]
    if kind == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(octets))
        return [sheet.title for sheet in book.worksheets if not any(TLP.search(words) for words in _words_of(sheet))]
    if kind == "docx":
        return _unmarked_sections(octets)
    if kind == "ics":
        events = (
            octets.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1:] + octets.decode().split("BEGIN:VTODO")[1:]
        )
        return [f"event {n}" for n, event in enumerate(events, 1) if not TLP.search(event)]
    if kind == "csv":  # the marking stands in the rows, so that the first line is that of the heads; none marks nothing
        rows = list(csv.reader(io.StringIO(octets.decode("utf-8-sig"))))[1:]
        return [f"row {n}" for n, row in enumerate(rows, 1) if not any(TLP.search(cell) for cell in row)]
    if kind in ("json", "jsonld", "suivi"):
        return [] if TLP.search(octets.decode("utf-8", "replace")) or _STATED.search(octets) else ["the object"]
    return [] if TLP.search(octets.decode("utf-8", "replace")) else ["the whole"]


def _both_ends(words: str) -> bool:
    """A page bears its marking at its head and at its foot."""
    return len(TLP.findall(words)) >= 2


def _words_of(sheet: Any) -> Iterator[str]:
    yield from (str(part.text or "") for part in (sheet.oddHeader.left, sheet.oddHeader.center, sheet.oddFooter.left))
    yield from (str(cell.value or "") for row in sheet.iter_rows(max_row=8) for cell in row)


def _unmarked_sections(octets: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        edges = [name for name in archive.namelist() if re.fullmatch(r"word/(header|footer)\d*\.xml", name)]
        without = [name for name in edges if not TLP.search(re.sub(r"<[^>]+>", "", archive.read(name).decode()))]
    return without if edges else ["no header and no footer"]


def entries_without_marking(lines: bytes) -> list[int]:
    """Places of entries whose signed header states no marking."""
    said = [json.loads(line)["h"] for line in lines.splitlines()]
    return [header["seq"] for header in said if "tlp" not in header.get("marking", {})]
