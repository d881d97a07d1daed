"""Every way a byte can leave a node, on one list: an exit that is not on it fails a test (exchange format, section 14).

`OFFICERS_ONLY` and `NOTHING_LEAVES` say of the remaining commands and pages why they are no exit.
"""

import datetime
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

EXIT_COMMANDS = frozenset(
    {"hand-over", "publish", "register", "review", "publish-site", "prove", "serve", "serve-published", "verify"}
)
"""Commands whose output is meant for somebody else."""

AT_HOME = frozenset(
    {
        *(
            "init",
            "init-channel",
            "init-public",
            "check",
            "read",
            "align",
            "import-plan",
            "settle",
            "propose",
            "concur",
        ),
        *("report", "correct", "activity", "step", "tickets", "approve", "release", "make-public", "take-in", "pull"),
        *(
            "destroy",
            "package",
            "channel",
            "log",
            "reconcile",
            "drill",
            "rebuild",
            "demo",
            "keys",
            "evidence",
            "officer",
            "backup",
            "remind",
            "restore",
            "upgrade",
        ),
    }
)
"""Commands that an officer or administrator runs for himself: they print to him, and write what only he opens.

`remind` writes to our own officers, by mail if the node says so: numbers of commitments and days, no word of a record.
"""

FOR_ANYBODY = frozenset({"start", "sign-in", "sign-in-code", "public-site", "public-file", "calendar-feed"})
"""Pages that a visitor sees without signing in (a feed: whoever holds its secret); all others must send him to the sign-in page, whatever is behind."""

PATHS = (
    "/",
    "/start",
    "/sign-in",
    "/public/",
    "/public/nowhere.html",
    "/plans",
    "/plans/sample-2024",
    "/plans/next-plan",
    "/plans/sample-2024/P1.I1",
    "/plans/sample-2024/review",
    "/plans/sample-2024/package",
    "/plans/sample-2024/room",
    "/packages/1",
    "/packages/1/file",
    "/releases",
    "/releases/" + "0" * 64,
    "/drafts",
    "/drafts/1",
    "/commitments",
    "/reports",
    "/search?q=secret",
    "/lists/commitments.csv",
    "/lists/reports.xlsx",
    "/lists/returns.csv",
    "/lists/history.csv",
    "/lists/evidence.xlsx",
    "/lists/tickets.csv",
    "/joint-texts",
    "/channel",
    "/calendar",
    "/returns",
    "/returns/ask",
    "/returns/1",
    "/evidence",
    "/evidence/files/" + "0" * 64,
    "/returns/approval/sample-2024",
    "/returns/workbook.xlsx?plan=sample-2024",
    "/returns/workbooks/1",
    "/returns/workbooks/1/messages.xlsx",
    "/calendar/nobodys-secret.ics",
    "/api/",
    "/robots.txt",
    "/sitemap.xml",
    "/favicon.ico",
    "/nowhere",
    "/plans/%00",
)
PUBLISHED = (
    "/x/v1/can-kor/can/checkpoint",
    "/x/v1/can-kor/can/segments/99",
    "/x/v1/../../keys",
    "/",
    "/x/v1/home/can/checkpoint",
)


def every_exit(*, at: datetime.datetime) -> dict[str, bytes]:
    """What leaves this node now, by name: files, pages and headers, byte for byte."""
    return dict(_every(at))


def _every(at: datetime.datetime) -> Iterator[tuple[str, bytes]]:
    yield from _handed_over()
    yield from _published(at)
    yield from _printed()
    yield from _site()
    yield from _proofs()
    yield from _pages()


def _handed_over() -> Iterator[tuple[str, bytes]]:
    from suivi.desk.actions import channel

    for name in ("can-kor", "public"):
        for whole in (True, False):
            file, octets = channel.hand_over_file(channel=name, from_start=whole)
            yield f"hand-over {name} {whole}", file.encode() + b"\n" + octets


def _published(at: datetime.datetime) -> Iterator[tuple[str, bytes]]:
    from suivi.cli.published_server import PublishedFiles
    from suivi.desk import outbox

    for name in ("can-kor", "public"):
        outbox.publish(name, at=at, whole=True)
    folder = outbox.folder()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != ".lock":
            yield f"published {path.relative_to(folder)}", path.read_bytes()
    for path in PUBLISHED:
        yield f"served {path}", _served(PublishedFiles(folder), path)


def _served(application: object, path: str) -> bytes:
    said: list[object] = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path}
    body = b"".join(application(environ, lambda status, headers: said.extend((status, sorted(headers)))))  # type: ignore[operator]  # any application
    return repr(said).encode() + body


def _printed() -> Iterator[tuple[str, bytes]]:
    from suivi.desk.released import plan_registers
    from suivi.desk.reviews import document_octets

    days = {"from_on": datetime.date(2024, 1, 1), "to_on": datetime.date(2024, 12, 31), "as_of": None}
    for _, found in plan_registers():
        yield f"register {found.plan.id}", json.dumps(found.value(), sort_keys=True).encode() + found.digest.encode()
        for document in printed_documents():
            yield f"review {found.plan.id} {document.name}", document_octets(found.plan.id, **days, document=document)


def printed_documents() -> list[Any]:
    """The review in every format there is, and its page in every language; one of each is enough to see a leak."""
    from suivi.publish.package import FORMATS, REPORT, SCORECARD, Document

    pages = [Document(REPORT, (language,), "html") for language in ("en", "fr", "ko")]
    others = [Document(REPORT, ("fr",), format) for format in FORMATS if format != "html"]
    return [*pages, *others, Document(SCORECARD, ("ko",), "xlsx"), Document("review", (), "json")]


def _site() -> Iterator[tuple[str, bytes]]:
    from suivi.desk.sites import files

    yield from ((f"site {path}", octets) for path, octets in files())


def _proofs() -> Iterator[tuple[str, bytes]]:
    from suivi.desk.proofs import proofs

    for channel in ("can-kor", "public"):
        for name, seq, octets in proofs("can", channel):
            yield f"proof {channel} {name} {seq}", octets


def _pages() -> Iterator[tuple[str, bytes]]:
    import django.middleware.csrf as csrf
    from django.test import Client

    csrf._get_new_csrf_string = lambda: "x" * 32  # chance that is nobody's secret
    csrf._mask_cipher_secret = lambda secret: "y" * 64
    server = Client().handler  # one for all visitors, as a server that is up
    for language in ("en", "fr", "ko"):
        for path in PATHS:
            visitor = Client(
                headers={"accept-language": language}, raise_request_exception=False, SERVER_NAME="localhost"
            )
            visitor.handler = server
            yield f"page {language} {path}", _answer(visitor, path)


def _answer(visitor: object, path: str) -> bytes:
    response = visitor.get(path)  # type: ignore[attr-defined]  # a test client
    body = b"".join(response.streaming_content) if response.streaming else response.content
    cookies = sorted(f"{name}={morsel.value}" for name, morsel in response.cookies.items() if name != "sessionid")
    return repr((response.status_code, sorted(response.headers.items()), cookies)).encode() + b"\n" + body


def in_folder(exits: dict[str, bytes]) -> Path:
    """The exits as files, to be looked at by eye."""
    folder = Path(tempfile.mkdtemp())
    for number, (name, octets) in enumerate(exits.items()):
        (folder / f"{number:03} {name.replace('/', '_')[:80]}").write_bytes(octets)
    return folder
