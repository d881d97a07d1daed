"""A folder read file by file, in as many processes as asked for; what comes out is the same for any number."""

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

from suivi.cli.drafted import Format, drafted, printed
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

ALL_REFUSED, SOME_REFUSED = 3, 4
READ: Final = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".docx", ".hwpx", ".pdf"})
NOTHING_TO_READ: Final = Words(
    "There is nothing to read in “{folder}”: it holds no text, Markdown or saved web page.",
    "Il n’y a rien à lire dans «\u00a0{folder}\u00a0»\u00a0: ce dossier ne contient ni texte, ni Markdown, ni page Web enregistrée.",
    "‘{folder}’ 폴더에는 텍스트, Markdown 또는 저장된 웹 페이지가 없어 읽을 것이 없습니다.",
)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one file: its `name` below the folder, what to print, and the sentence of a refusal or empty."""

    name: str
    output: str
    refusal: str = ""


def read_folder(folder: Path, *, format: Format, language: str, into: Path | None, jobs: int, speaks: str) -> int:
    """Read every text and page below `folder`; gives the exit code: 0, 4 if some were refused, 3 if all were.

    `into` is a folder of outputs, made if need be: `plan.txt.json` for `plan.txt`. Without it, one line of JSON for
    each file goes to standard output: the draft, or the code and words of the refusal, with `file` before.
    """
    names = texts_in(folder)
    one = partial(_outcome, folder, format=format, language=language, speaks=speaks, lines=into is None)
    refused = 0
    with _workers(min(jobs, len(names))) as workers:
        outcomes: Iterable[Outcome] = workers.map(one, names) if workers else map(one, names)
        for outcome in outcomes:
            _write(outcome, format, into)
            refused += bool(outcome.refusal)
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
    if jobs < 2:
        yield None
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as workers:
        yield workers


def _outcome(folder: Path, name: str, *, format: Format, language: str, speaks: str, lines: bool) -> Outcome:
    try:
        draft = drafted(folder / name, language=language)
    except Refusal as refusal:
        sentence = f"{refusal.sentence(speaks)} {refusal.advice(speaks)}"
        told = {"file": name, "refused": {"code": refusal.code, "says": sentence}}
        return Outcome(name=name, output=_line(told) if lines else "", refusal=sentence)
    output = _line({"file": name, **draft.value()}) if lines else printed(draft, format, speaks)
    return Outcome(name=name, output=output)


def _line(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _write(outcome: Outcome, format: Format, into: Path | None) -> None:
    if outcome.refusal:
        print(f"{outcome.name}: {outcome.refusal}", file=sys.stderr)
    if into is None:
        sys.stdout.write(outcome.output)
    elif not outcome.refusal:
        target = into / f"{outcome.name}.{format}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(outcome.output, encoding="utf-8", newline="")
