"""The public site as a folder of plain files, and the proof of a record, from a terminal."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from suivi.cli.desk import open_desk
from suivi.cli.nodes import Folder
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

_MARK = ".suivi-site"


class SiteElsewhere(Refusal):
    """The folder named for the public site holds something else."""

    code = "site-elsewhere"
    says = Words(
        en="“{folder}” holds files that are not a public site; nothing was changed.",
        fr="«\u00a0{folder}\u00a0» contient des fichiers qui ne sont pas un site public; rien n’a été modifié.",
        ko="‘{folder}’에 공개 사이트가 아닌 파일이 있습니다. 변경된 것은 없습니다.",
    )
    remedy = Words(
        en="Name an empty or new folder.",
        fr="Indiquez un dossier vide ou nouveau.",
        ko="비어 있거나 새로운 폴더를 지정하십시오.",
    )


def publish_site(
    folder: Annotated[Path, typer.Argument(help="Where the site is written; an earlier site there is replaced.")],
    data: Folder,
) -> None:
    """Write the public site as a folder that any web server, or none, can show: from the public logs alone."""
    open_desk(data)
    from suivi.desk.sites import files

    _refuse_foreign(folder)
    partial = folder.absolute().parent / f".{folder.name}.being-written"
    shutil.rmtree(partial, ignore_errors=True)
    try:
        count = sum(_written(partial / path, octets) for path, octets in files())
        (partial / _MARK).write_text("A public site; it may be removed and written again.\n", encoding="utf-8")
        _replace(folder, partial)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    typer.echo(f"Written: {folder} ({count} files). Open {folder / 'index.html'}, or let a web server show the folder.")


def prove(
    party: Annotated[str, typer.Argument(help="Whose record, as kor.")],
    channel: Annotated[str, typer.Argument(help="In which channel, as can-kor or public.")],
    seq: Annotated[int, typer.Argument(help="Its position in that log.")],
    data: Folder,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to write (default: printed).")] = None,
    joint: Annotated[
        bool,
        typer.Option("--joint", help="That the joint text proposed there is in effect: files into a new folder -o."),
    ] = False,
) -> None:
    """The proof that a record is on record: a small file a stranger can check with the published recipe."""
    open_desk(data)
    from suivi.cli.files import write_whole
    from suivi.desk.proofs import proof, proofs_of_joint

    if joint:
        if output is None or output.exists():
            raise typer.BadParameter("name a folder that is not there yet", param_hint="--output")
        files = proofs_of_joint(party, channel, seq)
        output.mkdir(parents=True)
        for name, each in files:
            write_whole(output / name, each)
        typer.echo(f"Written: {output} ({len(files)} files).")
        return
    octets = proof(party, channel, seq)
    if output is None:
        typer.echo(octets.decode("utf-8"), nl=False)
        return
    write_whole(output, octets)
    typer.echo(f"Written: {output} ({len(octets)} bytes).")


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not (folder / _MARK).exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SiteElsewhere(folder=folder)


def _written(path: Path, octets: bytes) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(octets)
    return 1


def _replace(folder: Path, partial: Path) -> None:
    """Put the finished site in its place: whoever reads meanwhile gets the earlier one or the new one."""
    before = folder.absolute().parent / f".{folder.name}.being-removed"
    shutil.rmtree(before, ignore_errors=True)
    if folder.exists():
        folder.replace(before)
    partial.replace(folder)
    shutil.rmtree(before, ignore_errors=True)
