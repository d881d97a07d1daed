"""`suivi read FILE` or `suivi read FOLDER`: signed texts to draft plans, without a database and without Django.

- JSON when piped, a table on a terminal; CSV, a workbook (xlsx) or Akoma Ntoso (akn) on request; `-o` writes to a file.
- A refusal is one sentence and its remedy on stderr, exit 3; nothing is written. Long work says on stderr how far it
  is; Ctrl-C ends it, exit 130, and leaves nothing.
- Of a folder, every text and document below it, in the order of their names whatever `--jobs` says: one line of JSON
  each, or with `-o` a folder of outputs. What is refused there stops nothing else: exit 4, or 3 if nothing was read.
"""

import os
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from suivi.cli.drafted import Format, drafted, printed
from suivi.cli.progress import Progress
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words

REFUSED = 3
STOPPED = 130  # what a shell makes of an interrupt
_STOPPED: Final = Words(
    "Stopped; nothing was kept.",
    "Lecture arrêtée; rien n’a été conservé.",
    "중단하였으며, 아무것도 보관하지 않았습니다.",
)
_TO_A_FILE: Final = "a workbook is written to a file: -o plan.xlsx"


def read(
    file: Annotated[
        Path,
        typer.Argument(exists=True, help="The agreed text: text, HTML, DOCX, HWPX, PDF or Akoma Ntoso; or a folder."),
    ],
    format: Annotated[Format | None, typer.Option(help="json when piped, table on a terminal.")] = None,
    language: Annotated[str, typer.Option(help="ISO 639-1; detected if not given.")] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write here (for a folder: a folder), not to standard output.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=256, help="How many files of a folder are read at once.")] = 1,
    language_of_messages: Annotated[str, typer.Option(help="en, fr or ko; by default that of the terminal.")] = "",
) -> None:
    """Read agreed texts and print the draft plans: pillars, themes, aims, initiatives, doubts."""
    speaks = language_of_terminal(language_of_messages)
    try:
        if file.is_dir():
            raise typer.Exit(_folder(file, format, language, output, jobs, speaks))
        _file(file, format, language, output, speaks)
    except KeyboardInterrupt:
        print(f"\n{_STOPPED.in_(speaks)}", file=sys.stderr)
        raise typer.Exit(STOPPED) from None


def _folder(folder: Path, format: Format | None, language: str, output: Path | None, jobs: int, speaks: str) -> int:
    from suivi.cli.read_folder import read_folder

    if format is Format.TABLE or (format not in (None, Format.JSON) and output is None):
        raise typer.BadParameter(
            "a folder is printed as json, or with -o as json, csv, xlsx or akn", param_hint="--format"
        )
    return read_folder(folder, format=format or Format.JSON, language=language, into=output, jobs=jobs, speaks=speaks)


def _file(file: Path, format: Format | None, language: str, output: Path | None, speaks: str) -> None:
    chosen = format or (Format.TABLE if output is None and sys.stdout.isatty() else Format.JSON)
    if chosen is Format.XLSX and output is None and sys.stdout.isatty():
        raise typer.BadParameter(_TO_A_FILE, param_hint="--format")
    progress = Progress(speaks, name=file.name)
    try:
        draft = drafted(file, language=language, told=progress)
    except Refusal as refusal:
        progress.end()
        print(refusal.sentence(speaks), refusal.advice(speaks), file=sys.stderr)
        raise typer.Exit(REFUSED) from None
    progress.end()
    octets = printed(draft, chosen, speaks, source=file.name)
    if output is not None:
        output.write_bytes(octets)
    else:
        sys.stdout.buffer.write(octets)


def language_of_terminal(asked: str) -> str:
    """The language messages are written in: the one asked for, else that of the terminal, else English."""
    if asked and asked not in LANGUAGES:
        raise typer.BadParameter(f"choose one of {', '.join(LANGUAGES)}", param_hint="--language-of-messages")
    told = (os.environ.get(name, "")[:2].lower() for name in ("SUIVI_LANGUAGE", "LC_ALL", "LANG"))
    return asked or next((code for code in told if code in LANGUAGES), "en")
