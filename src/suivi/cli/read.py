"""`suivi read FILE` or `suivi read FOLDER`: signed texts to draft plans, without a database and without Django.

- JSON when piped, a table on a terminal, CSV on request; `-o` writes to a file.
- A refusal is one sentence and its remedy on stderr, exit 3; nothing is written.
- Of a folder, every text and page below it, in the order of their names whatever `--jobs` says: one line of JSON
  each, or with `-o` a folder of outputs. What is refused there stops nothing else: exit 4, or 3 if nothing was read.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from suivi.cli.drafted import Format, drafted, printed
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES

REFUSED = 3


def read(
    file: Annotated[
        Path,
        typer.Argument(exists=True, help="The agreed text: plain text, Markdown or a saved web page; or a folder."),
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
    if file.is_dir():
        from suivi.cli.read_folder import read_folder

        if format is Format.TABLE or (format is Format.CSV and output is None):
            raise typer.BadParameter("a folder is printed as json, or with -o as json or csv", param_hint="--format")
        raise typer.Exit(
            read_folder(file, format=format or Format.JSON, language=language, into=output, jobs=jobs, speaks=speaks)
        )
    try:
        draft = drafted(file, language=language)
    except Refusal as refusal:
        print(refusal.sentence(speaks), refusal.advice(speaks), file=sys.stderr)
        raise typer.Exit(REFUSED) from None
    chosen = format or (Format.TABLE if output is None and sys.stdout.isatty() else Format.JSON)
    if output is not None:
        output.write_text(printed(draft, chosen, speaks), encoding="utf-8", newline="")
    else:
        sys.stdout.write(printed(draft, chosen, speaks))


def language_of_terminal(asked: str) -> str:
    """The language messages are written in: the one asked for, else that of the terminal, else English."""
    if asked and asked not in LANGUAGES:
        raise typer.BadParameter(f"choose one of {', '.join(LANGUAGES)}", param_hint="--language-of-messages")
    told = (os.environ.get(name, "")[:2].lower() for name in ("SUIVI_LANGUAGE", "LC_ALL", "LANG"))
    return asked or next((code for code in told if code in LANGUAGES), "en")
