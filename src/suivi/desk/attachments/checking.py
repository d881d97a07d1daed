"""Checking: a file to be attached, looked into by a child process; its clean bytes, or the refusal that names why not.

    cleaned = checked(octets, name="Compte rendu.docx")
    cleaned.octets, cleaned.media, cleaned.name, cleaned.removed

- The kind is that of the bytes; a name that announces another one refuses the file.
- What comes back is what may be attached: the bytes that came in are kept by nobody.
- Clean bytes stay as they are: checking them again gives the same bytes and takes nothing away.
"""

import json
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import Final

from suivi.desk.attachments import refusals
from suivi.desk.attachments.hidden import MATTERS, Holds, NotWhole, Protected
from suivi.desk.attachments.pictures import JPEG, PNG
from suivi.desk.child import ChildNotStarted, Limits, child_of, give_up, load_encodings
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.reader.recognition import document_format
from suivi.reader.refusals import DocumentEncrypted
from suivi.record.joint import ATTACHMENT_SIZE

MEDIA: Final = {
    "PDF": "application/pdf",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "PPTX": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "ODT": "application/vnd.oasis.opendocument.text",
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "TXT": "text/plain",
    "CSV": "text/csv",
}
"""The kinds that are taken, and the media type of each."""

_ENDINGS: Final = {kind: frozenset({kind.lower()}) for kind in MEDIA} | {"JPEG": frozenset({"jpeg", "jpg"})}
_MODULES: Final = {
    "PDF": "suivi.desk.attachments.pdf",
    "ODT": "suivi.desk.attachments.opendocument",
    "TXT": "suivi.desk.attachments.plain",
    "CSV": "suivi.desk.attachments.plain",
    **dict.fromkeys(("DOCX", "XLSX", "PPTX"), "suivi.desk.attachments.office"),
}
_LONGEST_NAME: Final = 120
_BROKE_DOWN: Final = 86
LIMITS: Final = Limits(cpu_seconds=30, wall_seconds=60, megabytes=1_024)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A file that may be attached: `name` is a text, never a path; `removed` says what was taken away, and may be empty."""

    name: str
    media: str
    octets: bytes
    removed: tuple[Words, ...] = ()


def checked(octets: bytes, *, name: str, limits: Limits = LIMITS) -> Cleaned:
    """The file named `name` without what its reader would not see.

    Raises `AttachmentTooLarge`, `AttachmentKindNotTaken`, `AttachmentNamedOtherwise`, `AttachmentProtected`,
    `AttachmentHoldsHidden`, `AttachmentDamaged` or `AttachmentTookTooMuch`.
    """
    shown = _shown(name)
    if len(octets) > ATTACHMENT_SIZE:
        raise refusals.AttachmentTooLarge(name=shown, limit=ATTACHMENT_SIZE // 2**20)
    kind = _kind_of(octets, shown)
    said, clean = _asked(octets, shown, kind, limits)
    if "refused" in said:
        raise _refusal(said["refused"], said["code"], shown, kind)
    if len(clean) > ATTACHMENT_SIZE:
        raise refusals.AttachmentTooLarge(name=shown, limit=ATTACHMENT_SIZE // 2**20)
    removed = tuple(MATTERS[code].words for code in MATTERS if code in said["removed"])
    return Cleaned(name=shown, media=MEDIA[kind], octets=clean, removed=removed)


def _shown(name: str) -> str:
    """The name as a text: composed, without folders, nothing unseen in it, cut short before its ending."""
    last = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    seen = " ".join("".join(one if one.isprintable() else " " for one in last).split())
    stem, dot, ending = seen.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if dot else seen[:_LONGEST_NAME]


def _kind_of(octets: bytes, name: str) -> str:
    ending = name.rpartition(".")[2].lower()
    if octets.startswith(PNG):
        found = "PNG"
    elif octets.startswith(JPEG):
        found = "JPEG"
    else:
        found = document_format(octets, name=name) or ("CSV" if ending == "csv" else "TXT")
    if found == "ENCRYPTED":
        raise refusals.AttachmentProtected(name=name)
    if ending in ("docm", "dotm", "xlsm", "xltm", "xlsb", "pptm", "ppsm", "potm"):
        raise _refusal("hidden", "macros", name, found)
    announced = next((kind for kind, endings in _ENDINGS.items() if ending in endings), "TXT")
    if found == "TXT" and announced not in ("TXT", "CSV"):
        raise refusals.AttachmentDamaged(name=name, kind=announced)  # bytes of nothing that we know
    if found not in MEDIA or (found == "TXT" and ending not in ("txt", "md")):
        raise refusals.AttachmentKindNotTaken(name=name, kind=(found if found != "TXT" else ending.upper()) or "?")
    if ending not in _ENDINGS[found] and not (found == "TXT" and ending == "md"):
        raise refusals.AttachmentNamedOtherwise(name=name, kind=found)
    return found


def _asked(octets: bytes, name: str, kind: str, limits: Limits) -> tuple[dict[str, str], bytes]:
    """What the child says of the file, and the bytes after it."""
    asked = json.dumps({"kind": kind, "limits": asdict(limits)}).encode()
    with child_of("suivi.desk.attachments.checking") as child:
        try:
            answer, errors = child.communicate(asked + b"\n" + octets, timeout=limits.wall_seconds)
        except subprocess.TimeoutExpired:
            raise _took_too_much(name, limits) from None
    if child.returncode == 0:
        said, _, clean = answer.partition(b"\n")
        return json.loads(said), clean
    if child.returncode == 1:
        raise ChildNotStarted(errors.decode("utf-8", "replace")[-2000:])
    if child.returncode in (-signal.SIGXCPU, -signal.SIGKILL, _OUT_OF_MEMORY):
        raise _took_too_much(name, limits)
    raise refusals.AttachmentDamaged(name=name, kind=kind)


_OUT_OF_MEMORY: Final = 87


def _took_too_much(name: str, limits: Limits) -> Refusal:
    return refusals.AttachmentTookTooMuch(name=name, seconds=limits.cpu_seconds, megabytes=limits.megabytes)


def _refusal(sort: str, code: str, name: str, kind: str) -> Refusal:
    if sort == "hidden":
        return refusals.AttachmentHoldsHidden(name=name, what=MATTERS[code].words, cure=MATTERS[code].cure)
    if sort == "protected":
        return refusals.AttachmentProtected(name=name)
    return refusals.AttachmentDamaged(name=name, kind=kind)


# In the child


def main() -> None:
    """Read a file from standard input; write what was taken away and its clean bytes, or why it is refused."""
    asked = json.loads(sys.stdin.buffer.readline())
    clean = _cleaner(asked["kind"])  # while files can still be opened
    load_encodings()
    give_up(Limits(**asked["limits"]))
    try:
        said, octets = _said(clean, sys.stdin.buffer.read())
    except MemoryError:
        raise SystemExit(_OUT_OF_MEMORY) from None
    except Exception:  # noqa: BLE001 whatever a hostile file makes of a parser, the parent refuses the file
        raise SystemExit(_BROKE_DOWN) from None
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + octets)


def _said(clean: Callable[[bytes], tuple[bytes, set[str]]], octets: bytes) -> tuple[dict[str, object], bytes]:
    try:
        kept, removed = clean(octets)
        return {"removed": sorted(removed)}, kept
    except Holds as holds:
        return {"refused": "hidden", "code": holds.code}, b""
    except (DocumentEncrypted, Protected):
        return {"refused": "protected", "code": ""}, b""
    except (NotWhole, Refusal):
        return {"refused": "damaged", "code": ""}, b""


def _cleaner(kind: str) -> Callable[[bytes], tuple[bytes, set[str]]]:
    """What cleans that kind, everything it needs loaded."""
    if kind in ("PNG", "JPEG"):
        from suivi.desk.attachments.pictures import clean_jpeg, clean_png

        return clean_png if kind == "PNG" else clean_jpeg
    module = import_module(_MODULES[kind])
    if kind in ("DOCX", "XLSX", "PPTX"):
        return lambda octets: module.clean_office(octets, kind)
    cleaner: Callable[[bytes], tuple[bytes, set[str]]] = getattr(
        module, {"PDF": "clean_pdf", "ODT": "clean_odt"}.get(kind, "clean_plain")
    )
    return cleaner


if __name__ == "__main__":
    main()
