"""A folder read file by file, in as many processes as asked for; what comes out is the same for any number."""

import gc
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from suivi.cli.drafted import EXTENSIONS, Format, drafted, printed
from suivi.cli.progress import Progress
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.reader.languages import language, tags

ALL_REFUSED, SOME_REFUSED = 3, 4
READ: Final = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".docx", ".hwpx", ".pdf", ".akn", ".xml"})
NOTHING_TO_READ: Final = Words(
    "There is nothing to read in “{folder}”: it holds no text and no document of a format that is read.",
    "Il n’y a rien à lire dans «\u00a0{folder}\u00a0»\u00a0: ce dossier ne contient ni texte ni document d’un format qui est lu.",
    "‘{folder}’ 폴더에는 텍스트나 읽을 수 있는 형식의 문서가 없습니다.",
)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one file: its `name` below the folder, what to print, and the sentence of a refusal or empty."""

    name: str
    output: bytes
    refusal: str = ""


def read_folder(folder: Path, *, format: Format, language: str, into: Path | None, jobs: int, speaks: str) -> int:
    """Read every text and document below `folder`; gives the exit code: 0, 4 if some were refused, 3 if all were.

    `into` is a folder of outputs, made if need be: `plan.txt.json` for `plan.txt`. Without it, one line of JSON for
    each file goes to standard output: the draft, or the code and words of the refusal, with `file` before.
    """
    names = texts_in(folder)
    one = partial(_outcome, folder, format=format, language=language, speaks=speaks, lines=into is None)
    refused = 0
    progress = Progress(speaks)
    with _workers(min(jobs, len(names))) as workers:
        outcomes: Iterable[Outcome] = workers.map(one, names) if workers else map(one, names)
        for done, outcome in enumerate(outcomes, start=1):
            progress.end()
            _write(outcome, format, into)
            refused += bool(outcome.refusal)
            progress(done, len(names))
    progress.end()
    if not names:
        print(NOTHING_TO_READ.filled(folder=folder.name).in_(speaks), file=sys.stderr)
    if refused == len(names):
        return ALL_REFUSED
    return SOME_REFUSED if refused else 0


def texts_in(folder: Path) -> list[str]:
    """The names below `folder` of what can be read, in the order of their characters.

    Hidden files, and the folders of pictures and scripts a browser saves beside a page (`…_files`), are left out.
    """
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.suffix.lower() in READ and path.is_file())
    return sorted(path.as_posix() for path in found if not any(map(_is_aside, path.parts)))


def _is_aside(part: str) -> bool:
    return part.startswith(".") or part.endswith("_files")


@contextmanager
def _workers(jobs: int) -> Iterator[ProcessPoolExecutor | None]:
    """The processes that read, each with every language loaded.

    They are copies of this one where that is safe (Linux; no other thread runs yet), so nothing is loaded twice. What is
    loaded stays, and is not looked through for what nobody holds any more.
    """
    if jobs < 2:
        yield None
        return
    for tag in tags():
        language(tag)
    gc.freeze()
    method = "fork" if sys.platform == "linux" else "spawn"
    with ProcessPoolExecutor(jobs, mp_context=get_context(method)) as workers:
        yield workers


def _outcome(folder: Path, name: str, *, format: Format, language: str, speaks: str, lines: bool) -> Outcome:
    try:
        draft = drafted(folder / name, language=language)
    except Refusal as refusal:
        sentence = f"{refusal.sentence(speaks)} {refusal.advice(speaks)}"
        told = {"file": name, "refused": {"code": refusal.code, "says": sentence}}
        return Outcome(name=name, output=_line(told) if lines else b"", refusal=sentence)
    output = _line({"file": name, **draft.value()}) if lines else printed(draft, format, speaks, source=name)
    return Outcome(name=name, output=output)


def _line(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _write(outcome: Outcome, format: Format, into: Path | None) -> None:
    if outcome.refusal:
        print(f"{outcome.name}: {outcome.refusal}", file=sys.stderr)
    if into is None:
        sys.stdout.buffer.write(outcome.output)
    elif not outcome.refusal:
        target = into / f"{outcome.name}.{EXTENSIONS.get(format, format)}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(outcome.output)
