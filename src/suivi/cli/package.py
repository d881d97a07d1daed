"""The package of a review at the terminal: every paper, language and format into one folder, whole or not at all.

- The folder appears when its last document is written: cancelled halfway, or on a full disk, nothing is left.
- Documents are made in as many processes as asked for; what comes out is the same for any number.
"""

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from shutil import rmtree
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Final

import typer

from suivi.cli.desk import day, open_desk
from suivi.cli.nodes import Folder
from suivi.cli.papers import chosen, period_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

if TYPE_CHECKING:
    from suivi.publish.package import Document
    from suivi.review.package import Review

_STOPPED: Final = 143  # 128 and the number of the signal, as shells say it


class FolderTaken(Refusal):
    """The folder for a package exists and is not empty."""

    code = "package-folder-taken"
    says = Words(
        en="“{folder}” exists already and is not empty.",
        fr="«\u00a0{folder}\u00a0» existe déjà et n’est pas vide.",
        ko="‘{folder}’ 폴더가 이미 있으며 비어 있지 않습니다.",
    )
    remedy = Words(
        en="Choose another folder, or empty this one: a package is never mixed with an older one.",
        fr="Choisissez un autre dossier, ou videz celui-ci\u00a0: un dossier d’examen ne se mêle jamais à un ancien.",
        ko="다른 폴더를 선택하거나 이 폴더를 비우십시오. 점검 자료는 이전 자료와 섞이지 않습니다.",
    )


def package(
    plan: Annotated[str, typer.Argument(help="The plan.")],
    data: Folder,
    from_: Annotated[str, typer.Option("--from", help="First day of the period.")],
    to: Annotated[str, typer.Option("--to", help="Last day of the period.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to make.")],
    as_of: Annotated[str | None, typer.Option(help="As on record at the end of this day (default: all).")] = None,
    language: Annotated[
        list[str] | None, typer.Option(help="en, fr, ko, or two as en-ko (default: all three).")
    ] = None,
    format: Annotated[list[str] | None, typer.Option(help="html, pdf, docx, md, xlsx, json (default: all).")] = None,
    paper: Annotated[list[str] | None, typer.Option(help="Which papers (default: all).")] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="In how many processes.")] = 2,
) -> None:
    """Make the package of a review: every paper in every language and format, in one folder."""
    opening, closing = period_of(from_, to)
    asked = chosen(papers=paper or (), languages=language or (), formats=format or ())
    on = day(as_of, option="--as-of")
    _check_free(output)
    open_desk(data)
    from suivi.desk.reviews import review_on

    review = review_on(plan, from_on=opening, to_on=closing, as_of=on)
    from suivi.desk.proofs import proofs_of
    from suivi.publish.proved import records_of

    proofs = proofs_of(records_of(review))
    from suivi.cli.files import finding_room

    with _stoppable() as stopped, finding_room(output):
        size = write_package(output, review, asked, proofs=proofs, jobs=jobs, stopped=stopped)
    typer.echo(f"Written: {output} ({len(asked)} documents, {size} bytes).")


def _check_free(output: Path) -> None:
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise FolderTaken(folder=str(output))


def write_package(
    output: Path,
    review: "Review",
    asked: "Sequence[Document]",
    *,
    proofs: "Iterable[tuple[str, int, bytes]]" = (),
    jobs: int,
    stopped: Event | None = None,
) -> int:
    """Writes every document and gives their size in bytes; whatever stops it leaves no file. Raises `OSError`; of a document without room, `NoRoomForFile`.

    `proofs` are written beside them: log, position and file of each record the review shows.
    `stopped`, once set, ends it before the next document: an exception raised by a signal may come in the middle of a
    library that drops it.
    """
    from suivi.cli.files import write_whole

    partial_folder = output.with_name(f".{output.name}.being-written")
    rmtree(partial_folder, ignore_errors=True)
    partial_folder.mkdir(parents=True)
    size = 0
    try:
        with _workers(min(jobs, len(asked))) as workers:
            make = partial(_made, review)
            made: Iterable[bytes] = workers.map(make, asked) if workers else map(make, asked)
            for octets, one in zip(_shown(made, asked), asked, strict=True):
                write_whole(partial_folder / one.name, octets)
                if stopped is not None and stopped.is_set():
                    raise SystemExit(_STOPPED)
                size += len(octets)
        _prove(partial_folder, proofs)
        if output.exists():
            output.rmdir()
        partial_folder.rename(output)
    except BaseException:
        rmtree(partial_folder, ignore_errors=True)
        raise
    return size


def _prove(folder: Path, proofs: "Iterable[tuple[str, int, bytes]]") -> None:
    """Every proof file in its place beside the documents."""
    from suivi.publish.package import PROOFS
    from suivi.publish.tongue import proof_name

    for log, seq, octets in proofs:
        file = folder / PROOFS / proof_name(log, seq)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(octets)  # the folder appears whole or not at all


def _made(review: "Review", asked: "Document") -> bytes:
    from suivi.publish.package import PROOFS, octets_of

    return octets_of(review, asked, proofs=PROOFS)


def _shown(made: Iterable[bytes], asked: "Sequence[Document]") -> Iterator[bytes]:
    """The documents as they come, with progress on the terminal if somebody is looking."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("", total=len(asked))
        for octets, one in zip(made, asked, strict=True):
            progress.update(task, advance=1, description=one.name)
            yield octets


@contextmanager
def _workers(jobs: int) -> Iterator[ProcessPoolExecutor | None]:
    if jobs < 2:
        yield None
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts) as workers:
        try:
            yield workers
        except BaseException:
            workers.shutdown(wait=False, cancel_futures=True)
            raise


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of the terminal; the one that was started ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _stoppable() -> Iterator[Event]:
    """A request to end (SIGTERM, or SIGINT as of Ctrl-C) unwinds, so that what was begun is taken away again.

    A second request changes nothing: it would interrupt the taking away.
    """

    asked = Event()

    def stop(number: int, frame: FrameType | None) -> None:
        if asked.is_set():
            return
        asked.set()
        raise KeyboardInterrupt if number == signal.SIGINT else SystemExit(_STOPPED)

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
