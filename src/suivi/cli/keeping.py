"""Keeping a node: rows made anew from the logs, backups and nodes made from them, new versions."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli import exchange_words as words
from suivi.cli.desk import clock, open_desk, prints_json
from suivi.cli.nodes import Folder, Format
from suivi.cli.refusals import spoken

if TYPE_CHECKING:
    from suivi.desk.project import Rebuilt


def rebuild(data: Folder, format: Format = None) -> None:
    """Empty every table of rows for lists and search, and fill it again from the logs; says what it healed."""
    open_desk(data)
    from suivi.desk import project

    as_json = prints_json(format)
    done = project.rebuild((lambda _: None) if as_json else _tell)
    if as_json:
        facts = [{"channel": one.channel, "rows": one.rows, "healed": one.healed} for one in done if _counts(one)]
        print(json.dumps({"channels": facts, "healed": sum(one.healed for one in done)}, ensure_ascii=False))
        return
    healed = sum(one.healed for one in done)
    print(
        f"{healed} rows were not as the logs say and have been put right."
        if healed
        else "Every row was as it should be."
    )


def _tell(one: "Rebuilt") -> None:
    if _counts(one):
        print(f"{one.channel or 'rows of no channel'}: {one.rows} rows, {one.healed} put right.", flush=True)


def _counts(one: "Rebuilt") -> bool:
    """Whether there is anything to say: the rows of no channel are mentioned only if there were any."""
    return bool(one.channel or one.healed)


def backup(
    data: Folder,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write; it must not be there yet.")],
    keys: Annotated[bool, typer.Option(help="Put the signing keys in too: guard the file as you guard them.")] = False,
    format: Format = None,
) -> None:
    """Write a backup of the node while it runs: every table at one moment, and the settings."""
    open_desk(data)
    from suivi.desk import backup as backups

    made = backups.back_up(output, keys=keys, at=clock())
    if prints_json(format):
        facts = {"file": str(made.file), "size": made.size, "logs": made.logs, "keys": made.keys}
        print(json.dumps(facts, ensure_ascii=False))
        return
    counts = {"octets": made.size, "entries": sum(made.logs.values()), "logs": len(made.logs)}
    print(spoken(words.BACKED_UP, file=made.file, **counts))
    if not made.keys:
        print(spoken(words.WITHOUT_KEYS, keys=data / "keys"))


def restore(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    data: Folder,
    keys: Annotated[Path | None, typer.Option(help="The folder of the signing keys, if they are not in it.")] = None,
    format: Format = None,
) -> None:
    """Make a node from a backup; it signs nothing in a channel before it is compared with the partner's copy.

    With SUIVI_DATABASE, its tables go into that (empty) PostgreSQL database.
    """
    import os
    import secrets
    import shutil

    from suivi.desk.database import VARIABLE
    from suivi.desk.node import refuse_taken

    data = data.absolute()
    refuse_taken(data)
    partial = data.parent / f".{data.name}.being-restored-{secrets.token_hex(4)}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suivi.settings")
    from suivi.desk import unpacking

    label = unpacking.unpack(file, partial)
    try:
        if keys is not None:
            shutil.copytree(keys, partial / "keys", dirs_exist_ok=True)
        open_desk(partial)
        from suivi.desk import backup as backups
        from suivi.desk import founding

        backups.settle_in(partial, address=os.environ.get(VARIABLE, "").strip(), at=clock())
        founding.put_in_place(partial, data)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    held = (data / "keys").is_dir()
    if prints_json(format):
        print(json.dumps({"data": str(data), "logs": label["logs"], "made_at": label["made_at"], "keys": held}))
        return
    print(spoken(words.RESTORED, party=label["party"], at=label["made_at"], data=data))
    if not held:
        print(spoken(words.KEYS_TO_COME, keys=data / "keys"))
    print(spoken(words.SIGNS_NOTHING, data=data))


def upgrade(data: Folder, format: Format = None) -> None:
    """Bring the tables of a node to this version, tried on a copy first; the copy of before is kept."""
    open_desk(data)
    from suivi.desk import backup as backups

    done = backups.upgrade(at=clock())
    if prints_json(format):
        print(json.dumps({"steps": done.steps, "kept": str(done.kept) if done.kept else None}))
        return
    if not done.steps:
        print("The tables are of this version already; nothing was changed.")
        return
    print(f"{done.steps} changes of the tables were made, after they had been tried on a copy.")
    if done.kept:
        print(f"The tables as they were are kept in {done.kept}; remove it when you no longer need it.")
